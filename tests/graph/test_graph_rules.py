"""What is derived: coverage, places, nested measures, responsible codes."""

from __future__ import annotations

from tests.graph.graph_samples import list_triples, make_row, make_tables, read_small


def find(*names: str) -> set[str]:
    triples = list_triples(read_small(), "inferred")
    return {triple for triple in triples if any(f" <pcg:{name}> " in triple for name in names)}


def test_covers_names_what_each_document_could_have_spoken_of() -> None:
    assert find("covers", "coversPlan") == {
        "<:document/strategy-2021-25> <pcg:covers> <:theme/2021-25/T1>",
        "<:document/strategy-2021-25> <pcg:covers> <:theme/2021-25/T2>",
        "<:document/strategy-2021-25> <pcg:coversPlan> <:plan/2021-25>",
        "<:document/force-2021> <pcg:covers> <:theme/2021-25/T1>",
        "<:document/force-2021> <pcg:covers> <:theme/2021-25/T2>",
        "<:document/force-2021> <pcg:coversPlan> <:plan/2021-25>",
        "<:document/t2-2023q2> <pcg:covers> <:theme/2021-25/T2>",
        "<:document/t2-2023q2> <pcg:coversPlan> <:plan/2023-24>",
    }


def test_covers_leaves_out_the_plan_of_a_theme_that_a_yearly_report_only_names() -> None:
    dataset = make_tables(
        documents=[make_row("documents", id="r", kind="monitoring-report", title="R", plan="2023-24")],
        plans=[
            make_row("plans", id="2021-25", title="P"),
            make_row("plans", id="2023-24", title="Y", parent="2021-25"),
        ],
        themes=[make_row("themes", id="2021-25/T2", title="T", document="r")],
    )
    found = {triple for triple in list_triples(dataset, "inferred") if "coversPlan" in triple}
    assert found == {"<:document/r> <pcg:coversPlan> <:plan/2023-24>"}


def test_places_follow_from_what_a_thing_stands_under() -> None:
    found = find("inTheme", "inPlan")
    assert {triple for triple in found if "T1A.1.a>" in triple} == {
        "<:measure/2021-25/T1A.1.a> <pcg:inTheme> <:theme/2021-25/T1>",
        "<:measure/2021-25/T1A.1.a> <pcg:inPlan> <:plan/2021-25>",
    }
    assert {triple for triple in found if "1.2.1>" in triple} == {
        "<:action/2021-25/1.2.1> <pcg:inTheme> <:theme/2021-25/T1>",
        "<:action/2021-25/1.2.1> <pcg:inPlan> <:plan/2021-25>",
    }
    assert {triple for triple in found if "outcome" in triple} == {
        f"<:outcome/2021-25/{code}> <pcg:inPlan> <:plan/2021-25>" for code in ("T1A", "T1B", "T2A")
    }


def test_nested_measure_measures_its_outcome_too() -> None:
    assert find("measuredBy") == {"<:outcome/2021-25/T1A> <pcg:measuredBy> <:measure/2021-25/T1A.1.a>"}


def test_deliverable_is_the_responsibility_of_each_code_that_its_updates_name() -> None:
    assert find("responsible") == {
        "<:deliverable/2023-24/T2.1> <pcg:responsible> <:code/DM>",
        "<:deliverable/2023-24/T2.1> <pcg:responsible> <:code/OPCC>",
        "<:deliverable/2023-24/T2.2> <pcg:responsible> <:code/Force>",
    }
