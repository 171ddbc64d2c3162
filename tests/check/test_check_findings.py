"""Each check finds the fault planted in tests/small, and no longer when it is mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from pcgraph.check import CheckReport, run_checks
from pcgraph.errors import QueryError
from pcgraph.graph import iter_nquads
from pcgraph.model import Row, get_table
from pcgraph.query.catalogue import load_catalogue
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import read_dataset

SMALL = Path(__file__).parents[1] / "small"
PLANTED = {
    "deliverable-without-lead": [("2021-25/T1.2", "strategy-2021-25", "15"), ("2023-24/T2.3", "t2-2023q2", "10")],
    "deliverable-with-organisation-only": [("2023-24/T2.2", "t2-2023q2", "20")],
    "deliverable-without-action": [("2021-25/T2.1", "strategy-2021-25", "36")],
    "deliverable-without-update": [("2023-24/T2.3", "t2-2023q2", "10")],
    "outcome-without-measure": [("2021-25/T1B", "strategy-2021-25", "12")],
    "measure-without-baseline": [("2021-25/T1A.2", "strategy-2021-25", "9")],
    "measure-without-source": [("2021-25/T2A.1", "strategy-2021-25", "23")],
    "action-without-lead": [("2021-25/1.1.2", "force-2021", "10")],
    "action-without-source": [("2021-25/1.2.1", "force-2021", "13")],
    "rag-missing": [("t2-2023q2/3", "t2-2023q2", "24")],
    "tally-mismatch": [("t2-2023q2", "t2-2023q2", "7")],
    "deliverable-without-partner": [("2023-24/T2.3", "t2-2023q2", "10")],
    "figure-contradiction": [("t2-2023q2/3", "t2-2023q2", "25")],
    "named-but-not-in-register": [("radio-link", "t2-2023q2", "15")],
    "partner-only-mentioned": [("northmoor-university", "t2-2023q2", "28")],
}
Tables = dict[str, list[Row]]
Edit = Callable[[Tables], None]


def make_row(table: str, **cells: str) -> Row:
    return {name: cells.get(name, "") for name in get_table(table).names}


def add(table: str, **cells: str) -> Edit:
    """An edit that adds a row."""
    return lambda tables: tables[table].append(make_row(table, **cells))


def put(table: str, thing: str, **cells: str) -> Edit:
    """An edit that changes the row of that id."""

    def edit(tables: Tables) -> None:
        tables[table] = [{**row, **cells} if row["id"] == thing else row for row in tables[table]]

    return edit


def drop(table: str, **cells: str) -> Edit:
    """An edit that takes out the rows with these cells."""

    def edit(tables: Tables) -> None:
        tables[table] = [row for row in tables[table] if any(row[name] != cell for name, cell in cells.items())]

    return edit


def check_edited(*edits: Edit, names: Sequence[str] = ()) -> CheckReport:
    """The checks' report on the small dataset after some edits."""
    dataset = read_dataset(SMALL)
    tables: Tables = {name: list(rows) for name, rows in dataset.tables.items()}
    for edit in edits:
        edit(tables)
    edited = SimpleNamespace(extracted=None, base=dataset.base, tables=tables)
    return run_checks(load_memory_store("".join(iter_nquads(edited))), names)


def find(report: CheckReport, check: str) -> list[str]:
    return [finding.entity for finding in report.findings if finding.check == check]


def name(subject: str, entity: str, **cells: str) -> Edit:
    """An edit that adds an involvement, read by a rule."""
    place = {"timing": "current", "document": "t2-2023q2", "line": "10", "status": "proposed", "by": "rule"}
    return add(
        "involvements", subject=subject, entity=entity, **{"surface": entity, "role": "supports", **place, **cells}
    )


def change(table: str, key: str, value: str, **cells: str) -> Edit:
    """An edit that changes the rows with this cell."""

    def edit(tables: Tables) -> None:
        tables[table] = [{**row, **cells} if row[key] == value else row for row in tables[table]]

    return edit


def lead(subject: str) -> Edit:
    return add("leads", subject=subject, post="corporate-services", raw="x", document="force-2021", line="13")


MENDED: Mapping[str, Sequence[Edit]] = {
    "deliverable-without-lead": [lead("2021-25/T1.2"), lead("2023-24/T2.3")],
    "deliverable-with-organisation-only": [put("updates", "t2-2023q2/2", responsible="Force;DM")],
    "deliverable-without-action": [
        add("actions", id="2021-25/2.1.1", deliverable="2021-25/T2.1", wording="x", document="force-2021", line="17")
    ],
    "deliverable-without-update": [put("updates", "t2-2023q2/4", deliverable="2023-24/T2.3")],
    "outcome-without-measure": [
        add("measures", id="2021-25/T1B.1", outcome="2021-25/T1B", title="x", document="strategy-2021-25", line="13")
    ],
    "measure-without-baseline": [put("measures", "2021-25/T1A.2", baseline="2020: 4")],
    "measure-without-source": [put("measures", "2021-25/T2A.1", source="Force")],
    "action-without-lead": [lead("2021-25/1.1.2")],
    "action-without-source": [put("actions", "2021-25/1.2.1", source="STRA")],
    "rag-missing": [put("updates", "t2-2023q2/3", rag="W")],
    "tally-mismatch": [drop("anomalies", code="tally-mismatch")],
    "deliverable-without-partner": [name("2023-24/T2.3", "harbour-trust")],
    "figure-contradiction": [change("anomalies", "code", "statements-disagree", status="rejected")],
    "named-but-not-in-register": [put("entities", "radio-link", by="reading-a")],
    "partner-only-mentioned": [name("2023-24/T2.3", "northmoor-university")],
}


def test_checks_are_those_asked_for() -> None:
    assert set(load_catalogue().checks) == set(PLANTED)


@pytest.mark.parametrize("name", PLANTED)
def test_check_finds_the_planted_fault_and_nothing_else(small_store: Store, name: str) -> None:
    report = run_checks(small_store, [name])
    found = [(finding.entity, finding.document, finding.line) for finding in report.findings]
    assert found == PLANTED[name]
    assert all(finding.label and finding.detail.endswith(".") for finding in report.findings)


@pytest.mark.parametrize("name", PLANTED)
def test_check_finds_nothing_when_the_fault_is_mended(name: str) -> None:
    assert check_edited(*MENDED[name], names=[name]).findings == ()


def test_checks_run_gravest_first(small_store: Store) -> None:
    report = run_checks(small_store)
    assert [check.severity for check in report.checks] == ["error"] + ["warning"] * 10 + ["info"] * 4
    assert len(report.findings) == sum(map(len, PLANTED.values()))


def test_check_counts_what_no_document_of_its_scope_covers(small_store: Store) -> None:
    report = run_checks(small_store)
    assert {item.check: item.things for item in report.uncovered} == {
        "deliverable-with-organisation-only": 3,
        "deliverable-without-action": 3,
        "deliverable-without-partner": 3,
        "deliverable-without-update": 3,
    }
    assert report.describe_uncovered().startswith(
        "Not covered by the papers read so far: 3 deliverables for deliverable-with-organisation-only "
        "(no monitoring report or tracker covers them); 3 deliverables for deliverable-without-action "
        "(no force framework"
    )


def test_yearly_deliverable_is_a_finding_when_a_force_framework_covers_its_plan() -> None:
    def extend(tables: Tables) -> None:
        document = {**tables["documents"][0], "id": "force-2023", "plan": "2023-24", "theme": "2021-25/T2"}
        tables["documents"].append(document)

    report = check_edited(extend, names=["deliverable-without-action"])
    assert find(report, "deliverable-without-action") == [
        "2021-25/T2.1",
        "2023-24/T2.1",
        "2023-24/T2.2",
        "2023-24/T2.3",
    ]
    assert report.uncovered == ()


def test_measure_is_reported_once_when_neither_it_nor_its_part_states_a_baseline() -> None:
    report = check_edited(put("measures", "2021-25/T1A.1.a", baseline=""), names=["measure-without-baseline"])
    assert find(report, "measure-without-baseline") == ["2021-25/T1A.1", "2021-25/T1A.2"]


def test_measure_has_a_baseline_when_a_part_of_a_part_states_one() -> None:
    deep = add(
        "measures",
        id="2021-25/T1A.1.a.i",
        parent="2021-25/T1A.1.a",
        outcome="2021-25/T1A",
        title="x",
        baseline="2020: 1",
        document="strategy-2021-25",
        line="8",
    )
    edits = (put("measures", "2021-25/T1A.1.a", baseline=""), deep)
    assert find(check_edited(*edits), "measure-without-baseline") == ["2021-25/T1A.2"]


def test_action_does_not_inherit_the_lead_of_its_deliverable() -> None:
    edits = [drop("leads", subject="2021-25/1.1.1"), drop("leads", subject="2021-25/1.1.3")]
    assert find(check_edited(*edits), "action-without-lead") == ["2021-25/1.1.1", "2021-25/1.1.2", "2021-25/1.1.3"]


def test_deliverable_has_a_lead_when_only_a_code_is_named() -> None:
    edit = put("updates", "t2-2023q2/4", deliverable="2023-24/T2.3")
    assert find(check_edited(edit), "deliverable-without-lead") == ["2021-25/T1.2"]


def test_deliverable_with_codes_of_two_organisations_is_reported_once_naming_both() -> None:
    report = check_edited(put("updates", "t2-2023q2/2", responsible="OPCC;Force"))
    details = [finding.detail for finding in report.findings if finding.check == "deliverable-with-organisation-only"]
    assert details == ["Named as responsible: Force, OPCC; no post and no initials."]


@pytest.mark.parametrize("kind", ["post", "initials", ""])
def test_deliverable_is_not_with_organisation_only_when_its_code_is_of_another_kind(kind: str) -> None:
    def edit(tables: Tables) -> None:
        tables["codes"] = [{**row, "kind": kind} if row["code"] == "Force" else row for row in tables["codes"]]

    assert find(check_edited(edit), "deliverable-with-organisation-only") == []


def test_deliverable_is_not_with_organisation_only_when_a_post_leads_it() -> None:
    assert find(check_edited(lead("2023-24/T2.2")), "deliverable-with-organisation-only") == []


def test_check_finds_nothing_outside_its_scope_when_no_report_was_read() -> None:
    def forget(tables: Tables) -> None:
        tables["updates"].clear()
        tables["anomalies"] = [row for row in tables["anomalies"] if row["document"] != "t2-2023q2"]
        tables["documents"] = [
            {**row, "kind": "strategic-framework"} if row["kind"] == "monitoring-report" else row
            for row in tables["documents"]
        ]

    report = check_edited(forget)
    assert find(report, "deliverable-without-update") == []
    assert {item.check: item.things for item in report.uncovered}["deliverable-without-update"] == 6


@pytest.mark.parametrize("role", ["mentioned", "uses", "inspects", "target"])
def test_deliverable_is_without_partner_when_one_is_named_that_does_not_help(role: str) -> None:
    report = check_edited(name("2023-24/T2.3", "harbour-trust", role=role), names=["deliverable-without-partner"])
    assert find(report, "deliverable-without-partner") == ["2023-24/T2.3"]


@pytest.mark.parametrize("timing", ["ended", "not-happening"])
def test_deliverable_is_without_partner_when_the_help_is_over(timing: str) -> None:
    edit = name("2023-24/T2.3", "harbour-trust", timing=timing)
    assert find(check_edited(edit), "deliverable-without-partner") == ["2023-24/T2.3"]


@pytest.mark.parametrize(
    "code", ["percentage-wrong", "total-wrong", "share-exceeds-whole", "statements-disagree", "date-order"]
)
def test_figure_contradiction_is_found_for_every_kind_but_not_when_a_reader_may_read_it_otherwise(code: str) -> None:
    base = {"document": "force-2021", "line": "9", "subject": "2021-25/1.1.1", "message": "5 is not 6."}
    added = add("anomalies", **base, code=code, severity="error")
    assert find(check_edited(added), "figure-contradiction") == ["2021-25/1.1.1", "t2-2023q2/3"]
    doubtful = add("anomalies", **base, code=code, severity="info")
    assert find(check_edited(doubtful), "figure-contradiction") == ["t2-2023q2/3"]


def test_name_not_in_the_register_is_reported_once_at_its_first_place() -> None:
    edits = [name("2023-24/T2.3", "radio-link", line=line) for line in ("112", "9-10")]
    report = check_edited(*edits, names=["named-but-not-in-register"])
    (finding,) = report.findings
    assert (finding.entity, finding.document, finding.line) == ("radio-link", "t2-2023q2", "9-10")
    assert finding.detail == "Read as a system, named 3 times; not reviewed. Why: A name that ends in Link."


@pytest.mark.parametrize("cells", [{"status": "agreed"}, {"status": "rejected"}, {"same_as": "towntrack"}])
def test_name_is_in_the_register_when_a_person_judged_it(cells: dict[str, str]) -> None:
    assert find(check_edited(put("entities", "radio-link", **cells)), "named-but-not-in-register") == []


def test_partner_is_not_only_mentioned_when_the_mention_is_of_a_programme() -> None:
    edit = put("entities", "northmoor-university", kind="programme")
    assert find(check_edited(edit), "partner-only-mentioned") == []


def test_check_is_refused_when_its_name_is_not_known(small_store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run_checks(small_store, ["rag-mising"])
    assert caught.value.hint == "Did you mean rag-missing?"


@pytest.mark.parametrize(
    ("names", "level", "met"),
    [
        ([], "never", False),
        ([], "error", True),
        (["rag-missing"], "error", False),
        (["rag-missing"], "warning", True),
        (["rag-missing"], "info", True),
        (["action-without-source"], "warning", False),
        (["action-without-source"], "info", True),
    ],
)
def test_report_has_at_least_a_level(small_store: Store, names: list[str], level: str, met: bool) -> None:
    assert run_checks(small_store, names).has_at_least(level) == met  # type: ignore[arg-type]
