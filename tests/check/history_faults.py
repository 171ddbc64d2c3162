"""The faults planted in the made-up datasets: every finding of every check, and how each is mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.check.history_edits import DatasetName, Edit, add, change, drop, judge, lead, name, put, take_up

Place = tuple[str, str, str]
"""Code of the thing, document and line of a finding."""


def read(document: str, period: str, plan: str, theme: str) -> Edit:
    """An edit that adds a monitoring report without items."""
    told = {"period": period, "plan": plan, "theme": theme, "filename": f"{document}.txt", "sha256": "ab" * 32}
    return add("documents", id=document, kind="monitoring-report", title="A report", **told)


PLANTED: Mapping[DatasetName, Mapping[str, Sequence[Place]]] = {
    "small": {
        "action-without-lead": [("2021-25/1.1.2", "force-2021", "10")],
        "action-without-source": [("2021-25/1.2.1", "force-2021", "13")],
        "deliverable-with-organisation-only": [("2023-24/T2.2", "t2-2023q2", "20")],
        "deliverable-without-action": [("2021-25/T2.1", "strategy-2021-25", "36")],
        "deliverable-without-lead": [("2021-25/T1.2", "strategy-2021-25", "15"), ("2023-24/T2.3", "t2-2023q2", "10")],
        "deliverable-without-outcome": [
            ("2021-25/T1.1", "strategy-2021-25", "14"),
            ("2021-25/T1.2", "strategy-2021-25", "15"),
            ("2021-25/T2.1", "strategy-2021-25", "36"),
            ("2023-24/T2.1", "t2-2023q2", "12"),
            ("2023-24/T2.2", "t2-2023q2", "20"),
            ("2023-24/T2.3", "t2-2023q2", "10"),
        ],
        "deliverable-without-partner": [("2023-24/T2.3", "t2-2023q2", "10")],
        "deliverable-without-update": [("2023-24/T2.3", "t2-2023q2", "10")],
        "document-missing": [("2023-24", "", "")],
        "figure-contradiction": [("t2-2023q2/3", "t2-2023q2", "25")],
        "lead-unknown-in-posts": [("corporate-services", "force-2021", "13"), ("SVP", "t2-2023q2", "27")],
        "measure-without-baseline": [("2021-25/T1A.2", "strategy-2021-25", "9")],
        "measure-without-source": [("2021-25/T2A.1", "strategy-2021-25", "23")],
        "named-but-not-in-register": [("radio-link", "t2-2023q2", "15")],
        "outcome-without-measure": [("2021-25/T1B", "strategy-2021-25", "12")],
        "partner-only-mentioned": [("northmoor-university", "t2-2023q2", "28")],
        "post-overloaded": [("ch-insp-northmoor", "force-2021", "9"), ("det-supt-rural-crime", "force-2021", "9")],
        "rag-missing": [("t2-2023q2/3", "t2-2023q2", "24")],
        "stale-update": [("t2-2023q2/1", "t2-2023q2", "12"), ("t2-2023q2/2", "t2-2023q2", "20")],
        "tally-mismatch": [("t2-2023q2", "t2-2023q2", "7")],
        "update-without-date": [("t2-2023q2/3", "t2-2023q2", "24"), ("t2-2023q2/4", "t2-2023q2", "27")],
    },
    "history": {
        "action-without-lead": [("2021-25/1.1.2", "force-2021", "10")],
        "action-without-source": [("2021-25/1.2.1", "force-2021", "13")],
        "alias-clash": [("northmoor-university", "", "")],
        "amber-or-red-twice": [("2024-25/T2.2", "t2-2024q1", "15")],
        "contribution-unreviewed": [
            ("2021-25/T1.2/2021-25/T1B", "strategy-2021-25", "15"),
            ("2021-25/T2.1/2021-25/T2A", "strategy-2021-25", "36"),
            ("2023-24/T2.1/2021-25/T2A", "t2-2023q2", "12"),
            ("2023-24/T2.2/2021-25/T1A", "t2-2023q2", "20"),
            ("2023-24/T2.2/2021-25/T2A", "t2-2023q2", "20"),
            ("2023-24/T2.3/2021-25/T2A", "t2-2023q2", "10"),
            ("2024-25/T2.2/2021-25/T1A", "t2-2024q1", "15"),
        ],
        "deliverable-with-organisation-only": [("2023-24/T2.2", "t2-2023q2", "20")],
        "deliverable-without-action": [("2021-25/T2.1", "strategy-2021-25", "36")],
        "deliverable-without-lead": [("2021-25/T1.2", "strategy-2021-25", "15")],
        "deliverable-without-measure": [
            ("2021-25/T1.2", "strategy-2021-25", "15"),
            ("2023-24/T2.2", "t2-2023q2", "20"),
        ],
        "deliverable-without-outcome": [("2024-25/T2.3", "t2-2024q1", "18")],
        "deliverable-without-partner": [("2023-24/T2.3", "t2-2023q2", "10")],
        "document-missing": [("2023-24", "", ""), ("2024-25", "", ""), ("t2-2024q1", "t2-2024q1", "")],
        "entity-without-use": [("opcc", "", "")],
        "green-without-date-or-figure": [("t2-2023q3/3", "t2-2023q3", "21")],
        "lead-unknown-in-posts": [("corporate-services", "force-2021", "13")],
        "measure-without-baseline": [("2021-25/T1A.2", "strategy-2021-25", "9")],
        "measure-without-deliverable": [("2021-25/T1A.2", "strategy-2021-25", "9")],
        "measure-without-source": [("2021-25/T2A.1", "strategy-2021-25", "23")],
        "named-but-not-in-register": [("radio-link", "t2-2023q2", "15")],
        "narrative-unchanged": [("t2-2023q3/2", "t2-2023q3", "17")],
        "not-found-in-next-plan": [("2023-24/T2.3", "t2-2023q2", "10")],
        "outcome-without-deliverable": [("2021-25/T1B", "strategy-2021-25", "12")],
        "outcome-without-measure": [("2021-25/T1B", "strategy-2021-25", "12")],
        "post-overloaded": [("ch-insp-northmoor", "force-2021", "9"), ("det-supt-rural-crime", "force-2021", "9")],
        "single-partner-outcome": [("2021-25/T1A", "strategy-2021-25", "6"), ("2021-25/T2A", "strategy-2021-25", "22")],
        "stale-update": [("t2-2024q1/2", "t2-2024q1", "15")],
        "update-without-date": [("t2-2023q3/3", "t2-2023q3", "21")],
    },
}
"""Every finding of each check, by dataset; a check that is not named finds none."""

PLANTING: Mapping[tuple[DatasetName, str], Sequence[Edit]] = {
    ("history", "alias-clash"): [put("entities", "northmoor-university", acronym="wcc")],
    ("history", "outcome-without-deliverable"): [drop("contributions", outcome="2021-25/T1B")],
    ("history", "single-partner-outcome"): [
        drop("involvements", entity="northmoor-university"),
        drop("involvements", entity="westmarch-county-council"),
    ],
}
"""The edits that plant a fault that the tables themselves do not hold."""

_ONE_ACTION_EACH = [drop("leads", subject="2021-25/1.1.1")]
_HEAD_OF_SERVICES = put("posts", "corporate-services", title="Head of Corporate Services")
_HELPLINE = {"deliverable": "2021-25/T1.2", "outcome": "2021-25/T1B", "rank": "primary", "rationale": "It helps."}
_IN_BOTH: Mapping[str, Sequence[Edit]] = {
    "action-without-lead": [lead("2021-25/1.1.2")],
    "action-without-source": [put("actions", "2021-25/1.2.1", source="STRA")],
    "deliverable-with-organisation-only": [
        put("updates", "t2-2023q2/2", responsible="Force;DM"),
        put("updates", "t2-2023q3/2", responsible="DM"),
    ],
    "deliverable-without-action": [
        add("actions", id="2021-25/2.1.1", deliverable="2021-25/T2.1", wording="x", document="force-2021", line="17")
    ],
    "deliverable-without-partner": [name("2023-24/T2.3", "harbour-trust")],
    "measure-without-baseline": [put("measures", "2021-25/T1A.2", baseline="2020: 4")],
    "measure-without-source": [put("measures", "2021-25/T2A.1", source="Force")],
    "named-but-not-in-register": [put("entities", "radio-link", by="reading-a")],
    "outcome-without-measure": [
        add("measures", id="2021-25/T1B.1", outcome="2021-25/T1B", title="x", document="strategy-2021-25", line="13")
    ],
    "post-overloaded": _ONE_ACTION_EACH,
}

MENDED: Mapping[DatasetName, Mapping[str, Sequence[Edit]]] = {
    "small": {
        **_IN_BOTH,
        "deliverable-without-lead": [lead("2021-25/T1.2"), lead("2023-24/T2.3")],
        "deliverable-without-outcome": [
            *(judge(f"2021-25/T{number}", f"2021-25/T{number[0]}A") for number in ("1.1", "1.2", "2.1")),
            *(judge(f"2023-24/T2.{number}", "2021-25/T2A") for number in (1, 2, 3)),
        ],
        "deliverable-without-update": [put("updates", "t2-2023q2/4", deliverable="2023-24/T2.3")],
        "document-missing": [read("t1-2023q2", "2023-24Q2", "2023-24", "2021-25/T1")],
        "figure-contradiction": [change("anomalies", "code", "statements-disagree", status="rejected")],
        "lead-unknown-in-posts": [
            _HEAD_OF_SERVICES,
            add("posts", id="violence-lead", title="SENIOR violence prevention lead"),
        ],
        "partner-only-mentioned": [name("2023-24/T2.3", "northmoor-university")],
        "rag-missing": [put("updates", "t2-2023q2/3", rag="W")],
        "stale-update": [
            put("updates", "t2-2023q2/1", dates="2024-07-02;2023-10-12"),
            put("updates", "t2-2023q2/2", dates="2024"),
        ],
        "tally-mismatch": [drop("anomalies", code="tally-mismatch")],
        "update-without-date": [
            put("updates", "t2-2023q2/3", dates="2023-10-12"),
            put("updates", "t2-2023q2/4", dates="2023"),
        ],
    },
    "history": {
        **_IN_BOTH,
        "alias-clash": [put("entities", "northmoor-university", same_as="westmarch-county-council")],
        "amber-or-red-twice": [put("updates", "t2-2024q1/2", rag="G")],
        "contribution-unreviewed": [change("contributions", "status", "proposed", status="agreed")],
        "deliverable-without-lead": [lead("2021-25/T1.2")],
        "deliverable-without-measure": [
            change("contributions", "deliverable", "2021-25/T1.2", outcome="2021-25/T1A", measures="2021-25/T1A.2"),
            judge("2023-24/T2.2", "2021-25/T1A", "2021-25/T1A.1.a"),
        ],
        "deliverable-without-outcome": [judge("2024-25/T2.3", "2021-25/T2A")],
        "document-missing": [
            read("t1-2023q4", "2023-24Q4", "2023-24", "2021-25/T1"),
            read("t1-2024q1", "2024-25Q1", "2024-25", "2021-25/T1"),
            read("t2-2023q4", "2023-24Q4", "2023-24", "2021-25/T2"),
        ],
        "entity-without-use": [name("2023-24/T2.3", "opcc", role="funds")],
        "green-without-date-or-figure": [put("updates", "t2-2023q3/3", dates="2024-01")],
        "lead-unknown-in-posts": [_HEAD_OF_SERVICES],
        "measure-without-deliverable": [judge("2024-25/T2.3", "2021-25/T1A", "2021-25/T1A.2")],
        "narrative-unchanged": [change("passages", "update", "t2-2023q3/2", repeats="")],
        "not-found-in-next-plan": [take_up("2023-24/T2.3", "2024-25/T2.3", status="agreed")],
        "outcome-without-deliverable": [add("contributions", **_HELPLINE)],
        "single-partner-outcome": [name("2023-24/T2.2", "westmarch-county-council", role="funds")],
        "stale-update": [put("updates", "t2-2024q1/2", dates="2024-07")],
        "update-without-date": [put("updates", "t2-2023q3/3", dates="2024-01")],
    },
}
"""What mends each planted fault."""
