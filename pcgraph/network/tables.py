"""Findings of a network as tables, each row with its sentence."""

from __future__ import annotations

from collections.abc import Collection

from pcgraph.network.findings import Findings, PartnerMeasures
from pcgraph.network.roles import ROLE_RULES
from pcgraph.network.sentences import (
    count_words,
    describe_betweenness,
    describe_group,
    describe_only_tie,
    describe_partner,
    describe_places,
    describe_scope,
)
from pcgraph.render.records import Records, Value

_PARTNER_COLUMNS = (
    ("partner", "Partner"),
    ("kind", "Kind"),
    ("deliverables", "Deliverables"),
    ("themes", "Themes"),
    ("strength", "Shared"),
    ("reach", "Reach"),
    ("between", "Between"),
    ("only_link", "Only link of"),
    ("role", "Role"),
    ("group", "Group"),
    ("sure", "Sure"),
    ("sentence", "In words"),
    ("codes", "Which deliverables"),
    ("evidence", "Evidence"),
)
_GROUP_COLUMNS = (
    ("group", "Group"),
    ("name", "What members share"),
    ("partners", "Partners"),
    ("themes", "Themes"),
    ("sure", "Sure"),
    ("sentence", "In words"),
    ("members", "Members"),
)
_TIE_COLUMNS = (
    ("partner", "Partner"),
    ("other", "Other partner"),
    ("cut_off", "Falls off"),
    ("codes", "Through"),
    ("sentence", "In words"),
    ("evidence", "Evidence"),
)
_COLUMN_WORDS = (
    "Shared: deliverables where another partner is named too (strength, in Newman's weighting). Reach: with how many "
    "other partners it shares one (degree). Between: the share of the shortest ways between two others that lead "
    "through it (betweenness). Sure: the share of runs in which it is with most of its group."
)


def to_partner_records(findings: Findings, partners: Collection[str] = ()) -> Records:
    """One row a partner, most deliverables shared with others first.

    Args:
        findings: What was found.
        partners: The IRIs of those to show; all when empty.
    """
    shown = [one for iri, one in findings.partners.items() if not partners or iri in partners]
    rows = tuple(_to_partner_row(findings, one) for one in shown)
    size = len(findings.partners)
    note = (
        f"{describe_findings(findings)} {_COLUMN_WORDS} {ROLE_RULES} {describe_betweenness(findings.betweenness, size)}"
    )
    return Records(to_title("Partners and whom they work with", findings), _PARTNER_COLUMNS, rows, note)


def _to_partner_row(findings: Findings, one: PartnerMeasures) -> tuple[Value, ...]:
    graph, things = findings.graph, findings.parts.things
    proofs = [proof for iri in one.deliverables for proof in graph.edges[one.partner.iri, iri]["proofs"]]
    return (
        one.partner.label,
        one.partner.kind,
        len(one.deliverables),
        ", ".join(theme.rpartition("/")[2] for theme in one.themes),
        one.strength,
        one.reach,
        round(one.betweenness, 3),
        sum(map(len, one.cut_off)) or None,
        one.role,
        one.group or None,
        round(one.sureness, 2) if one.group else None,
        describe_partner(findings, one),
        ", ".join(things[iri].id for iri in one.deliverables),
        describe_places(proofs),
    )


def to_group_records(findings: Findings) -> Records:
    """One row a group, the largest first."""
    things = findings.parts.things
    rows = tuple(
        (
            group.number,
            group.name,
            len(group.members),
            ", ".join(theme.rpartition("/")[2] for theme, _ in group.themes),
            round(group.sureness, 2),
            describe_group(findings, group),
            "; ".join(things[iri].label for iri in group.members),
        )
        for group in findings.groups
    )
    alone = sum(one.role == "alone" for one in findings.partners.values())
    verb = "is" if alone == 1 else "are"
    left_out = f" {count_words(alone, 'partner')} without a tie to another {verb} in no group." if alone else ""
    note = f"{describe_findings(findings)} {_describe_method(findings)}{left_out}"
    return Records(to_title("Groups of partners", findings), _GROUP_COLUMNS, rows, note)


def _describe_method(findings: Findings) -> str:
    found = findings.communities
    return (
        "Groups are partners with more and closer ties among each other than with the rest (Louvain method, ties in "
        f"Newman's weighting): the best of {found.runs} runs, modularity {found.modularity:.2f}. Sure: the share of "
        "runs in which a member was with more than half of the others, as a mean over the members."
    )


def to_only_tie_records(findings: Findings) -> Records:
    """One row for each pair whose tie alone links others with the rest, what falls off largest first."""
    things, graph = findings.parts.things, findings.graph
    rows = tuple(
        (
            things[tie.partner].label,
            things[tie.other].label,
            len(tie.cut_off),
            ", ".join(things[iri].id for iri in tie.through),
            describe_only_tie(findings, tie),
            describe_places(
                proof
                for iri in tie.through
                for end in (tie.partner, tie.other)
                for proof in graph.edges[end, iri]["proofs"]
            ),
        )
        for tie in findings.only_ties
    )
    return Records(
        to_title("Ties that alone hold the network together", findings), _TIE_COLUMNS, rows, describe_findings(findings)
    )


def describe_findings(findings: Findings) -> str:
    """What every table of findings says beside its rows."""
    return describe_scope(findings.parts, findings.scope, partners=len(findings.partners))


def to_title(words: str, findings: Findings) -> str:
    """A table's title with what the network was narrowed to."""
    narrowed = findings.scope.describe()
    return f"{words} ({narrowed})" if narrowed else words
