"""The network of partners as a picture: groups that share deliverables, the size of a mark by how many are shared."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pcgraph.network.diagram_words import PROPOSED, check_size, describe_basis, suggest_start
from pcgraph.network.findings import Findings, PartnerMeasures
from pcgraph.network.measures import measure_partners
from pcgraph.network.scope import Scope, read_scope, resolve_partners
from pcgraph.network.sentences import count_words, describe_partner, describe_scope, join_words
from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode
from pcgraph.store.base import Store

OPENS_WITH = 60
"""A page opens on the largest groups, as long as they hold no more partners than this together."""

_EVERYTHING = Scope()
_ALONE = "Alone"
_ALONE_HEADING = "Alone: no other partner is named where they help"
_MOST_WIDTH = 5.0
_HOW_TO_READ = (
    " Partners stand in groups that work more among themselves than with the rest; a line means that two are named "
    "with the same deliverable, a broader line with several. The larger a mark, the more deliverables a partner "
    "shares with others."
)


def to_network_diagram(store: Store, scope: Scope = _EVERYTHING, *, partner: str = "") -> Diagram:
    """Partners in their groups, linked where they are named as helping with the same deliverable.

    Args:
        store: The graph to read.
        scope: What to narrow it to.
        partner: A partner to start from: only those with whom it shares a deliverable, in the groups of the
            whole scope; all when empty.

    Raises:
        QueryError: A filter means nothing, or leaves nothing; the message names the filter.
        CallError: The drawing would be too large to be read; the message says where to start.
    """
    parts, resolved = read_scope(store, scope)
    asked, resolved = resolve_partners(store, parts, resolved, [partner] if partner else [])
    chosen = asked[0] if asked else None
    findings = measure_partners(parts, resolved)
    kept = set(findings.partners) if chosen is None else {chosen.iri, *findings.projection[chosen.iri]}
    ties = sum(one in kept and other in kept for one, other in findings.projection.edges)
    check_size({"partners": len(kept)}, ties, hint=suggest_start(parts, options="--plan YEARS"))
    title = f"{chosen.label} and whom it works with" if chosen else "Partners who work together"
    narrowed = findings.scope.describe()
    groups = list(_iter_groups(findings, kept))
    return Diagram(
        f"{title} ({narrowed})" if narrowed else title,
        describe_scope(parts, findings.scope, partners=len(findings.partners)) + _HOW_TO_READ,
        tuple(heading for _, heading, _ in groups),
        tuple(
            _to_node(findings, findings.partners[iri], name, column)
            for column, (name, _, members) in enumerate(groups)
            for iri in members
        ),
        tuple(_iter_links(findings, kept)),
        form="groups",
        kind_word="Group",
        opens_with=_choose_opening([(name, len(members)) for name, _, members in groups]),
    )


def _iter_groups(findings: Findings, kept: Collection[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Each group's word, heading and members; those without a tie come last."""
    for group in findings.groups:
        members = [iri for iri in group.members if iri in kept]
        if members:
            name = f"Group {group.number}"
            yield name, f"{name}: {group.name}", members
    alone = [iri for iri, one in findings.partners.items() if not one.group and iri in kept]
    if alone:
        yield _ALONE, _ALONE_HEADING, alone


def _choose_opening(sizes: list[tuple[str, int]]) -> tuple[str, ...]:
    """The groups that a page opens on: as many of the first as can be taken in at once, one at least.

    >>> _choose_opening([("Group 1", 40), ("Group 2", 15), ("Group 3", 10)])
    ('Group 1', 'Group 2')
    """
    opens: list[str] = []
    total = 0
    for name, size in sizes:
        total += size
        if opens and total > OPENS_WITH:
            break
        opens.append(name)
    return tuple(opens)


def _to_node(findings: Findings, one: PartnerMeasures, group: str, column: int) -> DiagramNode:
    codes = join_words([findings.parts.things[iri].id for iri in one.deliverables])
    detail = [("Kind", one.partner.kind), ("In words", describe_partner(findings, one)), ("Deliverables", codes)]
    if one.group:
        runs = findings.communities.runs
        detail.append(("Sure of its group", f"in {round(one.sureness * runs)} of {runs} runs"))
    return DiagramNode(one.partner.id, one.partner.label, group, column, tuple(detail), strength=one.strength)


def _iter_links(findings: Findings, kept: Collection[str]) -> Iterator[DiagramLink]:
    """Each pair that shares a deliverable."""
    things, graph = findings.parts.things, findings.graph
    for one, other, tie in findings.projection.edges(data=True):
        if one not in kept or other not in kept:
            continue
        bases = [describe_basis(graph.edges[one, iri], graph.edges[other, iri]) for iri in tie["through"]]
        # One deliverable that is certain is enough to be certain that they share one.
        basis = next((basis for basis in bases if basis != PROPOSED), PROPOSED)
        codes = join_words([things[iri].id for iri in tie["through"]])
        yield DiagramLink(
            things[one].id,
            things[other].id,
            f"share {count_words(tie['shared'], 'deliverable')}",
            basis,
            is_dashed=basis == PROPOSED,
            detail=(("Which", codes),),
            width=min(_MOST_WIDTH, 0.2 + tie["shared"]),
        )
