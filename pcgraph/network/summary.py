"""The network of partners as a whole: a table of its measures, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.network.findings import Findings
from pcgraph.network.sentences import count_words, describe_betweenness, join_words, say_share
from pcgraph.network.tables import describe_findings, to_title
from pcgraph.render.records import Records, Value

_COLUMNS = (("measure", "Measure"), ("value", "Value"), ("sentence", "In words"))
_MOST_NAMES = 5


def to_measure_records(findings: Findings) -> Records:
    """The network as a whole, one row a measure."""
    rows = tuple(_iter_measures(findings))
    return Records(to_title("The network of partners", findings), _COLUMNS, rows, describe_findings(findings))


def _iter_measures(findings: Findings) -> Iterator[tuple[Value, ...]]:
    yield from _iter_sizes(findings)
    yield from _iter_cohesion(findings)
    yield from _iter_weak_places(findings)
    yield from _iter_groups(findings)
    measured = findings.betweenness
    yield "partners counted from", measured.sources, describe_betweenness(measured, len(findings.partners))


def _iter_sizes(findings: Findings) -> Iterator[tuple[Value, ...]]:
    graph, size = findings.graph, len(findings.partners)
    deliverables, links = graph.number_of_nodes() - size, graph.number_of_edges()
    bodies = sum(one.partner.kind == "Partnership" for one in findings.partners.values())
    yield (
        "partners",
        size,
        f"{count_words(size - bodies, 'organisation')} and {count_words(bodies, 'partnership')} are named.",
    )
    yield "deliverables", deliverables, f"They are named with {count_words(deliverables, 'deliverable')}."
    mean = links / deliverables
    yield "links", links, f"{count_words(links, 'link')} between them: {mean:.1f} partners a deliverable on average."
    ties = findings.projection.number_of_edges()
    pairs = f"{count_words(ties, 'pair')} of partners {'shares' if ties == 1 else 'share'}"
    yield "ties", ties, f"{pairs} at least one deliverable."
    possible = size * (size - 1) // 2
    yield "density", round(findings.density, 3), f"That is {say_share(findings.density)} of all {possible:,} pairs."


def _iter_cohesion(findings: Findings) -> Iterator[tuple[Value, ...]]:
    parted, size = findings.components, len(findings.partners)
    words = f"{len(parted):,} parts without a tie to each other; the largest holds {len(parted[0])} of {size} partners."
    yield "parts", len(parted), words if len(parted) > 1 else "All partners hang together."
    alone = [one.partner.label for one in findings.partners.values() if one.role == "alone"]
    named = join_words(sorted(alone, key=str.casefold), most=_MOST_NAMES)
    words = f"No other partner is named with {named}." if alone else "Every partner has a tie to another."
    yield "alone", len(alone), words


def _iter_weak_places(findings: Findings) -> Iterator[tuple[Value, ...]]:
    links = [one.partner.label for one in findings.partners.values() if one.cut_off]
    words = "No partner is the only link of others."
    if links:
        words = f"Others are linked with the rest only through {join_words(links, most=_MOST_NAMES)}."
    yield "only links", len(links), words
    count = len(findings.only_ties)
    words = "No single tie holds others to the rest."
    if count:
        ties = count_words(count, "tie")
        words = f"{ties} between two partners alone {'holds' if count == 1 else 'hold'} others to the rest."
    yield "only ties", count, words


def _iter_groups(findings: Findings) -> Iterator[tuple[Value, ...]]:
    found, count = findings.communities, len(findings.groups)
    groups = f"{count_words(count, 'group')} whose members work more with each other than with the rest"
    yield "groups", count, f"Partners form {groups}." if count else "Partners form no groups."
    words = (
        f"Of {found.runs} runs, {found.best_runs} gave exactly these groups; 0 is no better than chance, 1 the most."
    )
    yield "modularity", round(found.modularity, 3), words
