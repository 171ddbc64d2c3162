"""Each check finds the faults planted in the made-up datasets and nothing else, and none when they are mended."""

from __future__ import annotations

import pytest

from pcgraph.check import run_checks
from pcgraph.errors import QueryError
from pcgraph.query.catalogue import load_catalogue
from pcgraph.store import Store
from tests.check.history_edits import (
    AS_OF,
    DatasetName,
    Edit,
    Tables,
    add,
    check_edited,
    drop,
    find,
    find_with_rdflib,
    lead,
    load_edited,
    load_rdflib,
    name,
    put,
)
from tests.check.history_faults import MENDED, PLANTED, PLANTING

CHECKS = sorted(load_catalogue().checks)
DATASETS: tuple[DatasetName, ...] = ("small", "history")


def test_checks_each_have_a_planted_fault() -> None:
    assert {check for faults in PLANTED.values() for check in faults} == set(CHECKS)
    assert len(CHECKS) == 32


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("dataset", DATASETS)
def test_check_finds_the_planted_fault_and_nothing_else(
    request: pytest.FixtureRequest, dataset: DatasetName, check: str
) -> None:
    planting = PLANTING.get((dataset, check), ())
    store: Store = load_edited(dataset, *planting) if planting else request.getfixturevalue(f"{dataset}_store")
    findings = run_checks(store, [check], as_of=AS_OF).findings
    found = [(finding.entity, finding.document, finding.line) for finding in findings]
    assert found == PLANTED[dataset].get(check, [])
    assert all(finding.label and finding.detail.endswith(".") for finding in findings)


@pytest.mark.parametrize(
    ("dataset", "check"), [(dataset, check) for dataset in DATASETS for check in sorted(PLANTED[dataset])]
)
def test_check_finds_nothing_when_the_fault_is_mended(dataset: DatasetName, check: str) -> None:
    edits: list[Edit] = [*PLANTING.get((dataset, check), ()), *MENDED[dataset][check]]
    assert run_checks(load_edited(dataset, *edits), [check], as_of=AS_OF).findings == ()


@pytest.mark.parametrize("dataset", DATASETS)
def test_check_finds_the_same_in_another_engine(request: pytest.FixtureRequest, dataset: DatasetName) -> None:
    store: Store = request.getfixturevalue(f"{dataset}_store")
    graph = load_rdflib(dataset)
    for check in CHECKS:
        found = [tuple(finding[2:7]) for finding in run_checks(store, [check], as_of=AS_OF).findings]
        assert (check, find_with_rdflib(graph, check)) == (check, found)


def test_checks_run_gravest_first(small_store: Store) -> None:
    report = run_checks(small_store, CHECKS, as_of=AS_OF)
    assert [check.severity for check in report.checks] == ["error"] + ["warning"] * 22 + ["info"] * 9
    assert len(report.findings) == sum(map(len, PLANTED["small"].values()))


def test_check_counts_what_no_document_of_its_scope_covers(small_store: Store) -> None:
    report = run_checks(small_store)
    assert {item.check: item.things for item in report.uncovered} == {
        "amber-or-red-twice": 3,
        "deliverable-with-organisation-only": 3,
        "deliverable-without-action": 3,
        "deliverable-without-partner": 3,
        "deliverable-without-update": 3,
    }
    assert (
        "3 deliverables for amber-or-red-twice, deliverable-with-organisation-only, deliverable-without-update, "
        "deliverable-without-partner (no monitoring report or tracker covers them)"
    ) in report.describe_uncovered()


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
