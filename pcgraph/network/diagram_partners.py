"""Partners and what they help with, in ordered columns: the whole, a theme, an outcome, or one partner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pcgraph.errors import QueryError
from pcgraph.network.bipartite import link_deliverables, link_outcomes
from pcgraph.network.diagram_words import (
    PROPOSED,
    check_size,
    describe_basis,
    describe_judgements,
    suggest_start,
    to_code,
    to_help_link,
)
from pcgraph.network.linking import PartnerNetwork, add_node
from pcgraph.network.narrow import keep_outcomes
from pcgraph.network.parts import Helped, Parts
from pcgraph.network.scope import Scope, read_scope, resolve_partners
from pcgraph.network.sentences import count_words, describe_scope, join_words
from pcgraph.query.parameters import resolve_thing
from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode
from pcgraph.store.base import Store

Target = Literal["", "deliverables", "outcomes"]
"""What partners are linked with; where it is empty, deliverables, and for one outcome or partner both."""

KINDS = ("Partner", "Partnership", "Deliverable", "Outcome")
"""The order in which kinds are marked, so that each looks alike in every drawing."""

_EVERYTHING = Scope()
_HEADINGS = {"partner": "Partners", "deliverable": "Deliverables", "outcome": "Outcomes"}
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is drawn: the parts, the sides in columns, and what it is called."""

    whole: Parts
    parts: Parts
    scope: Scope
    sides: tuple[str, ...]
    title: str


def to_partners_diagram(
    store: Store, scope: Scope = _EVERYTHING, *, outcome: str = "", partner: str = "", to: Target = ""
) -> Diagram:
    """Partners on the left, what they are named as helping deliver on the right, in the order of numbers.

    Args:
        store: The graph to read.
        scope: What to narrow it to.
        outcome: An outcome to start from: only deliverables that were judged to help it; all when empty.
        partner: A partner to start from: only what it helps with; all when empty.
        to: What partners are linked with. For one outcome or one partner a third column shows which
            outcomes the deliverables were judged to help, unless this is given.

    Raises:
        QueryError: A filter means nothing, or leaves nothing; the message names the filter.
        CallError: The drawing would be too large to be read; the message says where to start.
    """
    asked = _resolve(store, scope, outcome, partner, to)
    network = _link(asked)
    sides = tuple(side for side in asked.sides if any(one == side for _, one in network.nodes(data="side")))
    counts = {side: sum(one == side for _, one in network.nodes(data="side")) for side in sides}
    hint = suggest_start(asked.parts, options="--outcome CODE")
    check_size({_HEADINGS[side].lower(): count for side, count in counts.items()}, len(network.edges), hint=hint)
    return Diagram(
        asked.title,
        describe_scope(asked.parts, asked.scope, partners=counts["partner"])
        + (describe_judgements(asked.parts) if "outcome" in sides or outcome else ""),
        tuple(f"{_HEADINGS[side]} ({counts[side]})" for side in sides),
        tuple(_iter_nodes(asked, network, sides)),
        tuple(_iter_links(asked, network, sides)),
        ordered=tuple(range(1, len(sides))),
        kinds=KINDS,
        is_dense=counts["partner"] > _MOST_NAMED,
    )


def _resolve(store: Store, scope: Scope, outcome: str, partner: str, to: Target) -> _Asked:
    """Read and narrow what was asked for."""
    needs_outcomes = bool(outcome) or to == "outcomes"
    whole, resolved = read_scope(store, scope, links="contributions" if needs_outcomes else "parts")
    parts, titles = whole, []
    if outcome:
        parts, resolved, title = _narrow_to_outcome(store, parts, resolved, outcome)
        titles.append(title)
    if partner:
        (found,), resolved = resolve_partners(store, parts, resolved, [partner])
        parts = replace(parts, parts=tuple(part for part in parts.parts if part.partner == found.iri))
        titles.append(found.label)
    sides = ("partner", "deliverable", "outcome") if titles and not to else ("partner", to.removesuffix("s"))
    what = "the outcomes that their deliverables help" if to == "outcomes" else "what they are named as helping deliver"
    title = join_words(titles) + ": who helps with what" if titles else f"Partners and {what}"
    narrowed = resolved.describe()
    return _Asked(whole, parts, resolved, tuple(side or "deliverable" for side in sides), _join(title, narrowed))


def _join(title: str, narrowed: str) -> str:
    return f"{title} ({narrowed})" if narrowed else title


def _narrow_to_outcome(store: Store, parts: Parts, scope: Scope, outcome: str) -> tuple[Parts, Scope, str]:
    """What helps one outcome, and the outcome's name."""
    found, note = resolve_thing(store, "Outcome", outcome)
    narrowed = keep_outcomes(parts, lambda thing: thing.iri == found.iri)
    if not narrowed.parts:
        raise QueryError(
            f"--outcome {outcome} leaves the drawing empty: no partner is named there as helping deliver anything "
            "that was judged to help it. No mention is not no work.",
            hint="Leave --outcome out, or ask for another.",
        )
    scope = replace(scope, notes=(*scope.notes, note) if note else scope.notes)
    thing = parts.things[found.iri]
    return narrowed, scope, f"{thing.code} {thing.label.rstrip('.')}"


def _link(asked: _Asked) -> PartnerNetwork:
    """The network in the columns asked for; links of deliverables with outcomes have `help`."""
    if "deliverable" not in asked.sides:
        return link_outcomes(asked.parts)
    network = link_deliverables(asked.parts)
    if "outcome" in asked.sides:
        for one in asked.parts.contributions:
            if one.deliverable in network:
                add_node(network, asked.parts.things[one.outcome], "outcome")
                network.add_edge(one.deliverable, one.outcome, help=one, is_stated=False, is_agreed=one.is_agreed)
    return network


def _iter_nodes(asked: _Asked, network: PartnerNetwork, sides: tuple[str, ...]) -> Iterator[DiagramNode]:
    """Partners by name, then the rest as people number them."""
    helping = _count_helping(asked.whole)
    for column, side in enumerate(sides):
        chosen = [(iri, data) for iri, data in network.nodes(data=True) if data["side"] == side]
        chosen.sort(key=lambda pair: pair[1]["order"] if side != "partner" else pair[1]["label"].casefold())
        plans = [data["plan"] for _, data in chosen]
        for iri, data in chosen:
            label = data["label"] if side == "partner" else f"{to_code(data, plans)} {data['label']}"
            yield DiagramNode(data["id"], label, data["kind"], column, _describe(network, iri, helping, asked.whole))


def _describe(
    network: PartnerNetwork, iri: str, helping: Mapping[str, list[str]], whole: Parts
) -> tuple[tuple[str, str], ...]:
    """What is said of one item: with how much it is linked here; who else helps with a deliverable."""
    side, facts = network.nodes[iri]["side"], []
    if side == "partner":
        others = {network.nodes[other]["side"] for other in network[iri]}
        word = "outcome" if "outcome" in others else "deliverable"
        facts.append(("Linked with", count_words(network.degree(iri), word)))
    elif any(network.nodes[other]["side"] == "partner" for other in network[iri]):
        drawn = [other for other in network[iri] if network.nodes[other]["side"] == "partner"]
        facts.append(("Linked with", count_words(len(drawn), "partner")))
        further = [whole.things[other].label for other in helping.get(iri, ()) if other not in drawn]
        if further:
            facts.append(("Other partners", join_words(further, most=_MOST_NAMED)))
    return tuple(facts)


def _count_helping(parts: Parts) -> dict[str, list[str]]:
    """Who helps with each deliverable."""
    helping: dict[str, list[str]] = {}
    for part in parts.parts:
        helping.setdefault(part.deliverable, []).append(part.partner)
    return helping


def _iter_links(asked: _Asked, network: PartnerNetwork, sides: tuple[str, ...]) -> Iterator[DiagramLink]:
    """Each link from left to right."""
    place = {side: i for i, side in enumerate(sides)}
    nodes = network.nodes
    for one, other, edge in network.edges(data=True):
        ends = sorted((one, other), key=lambda iri: place[nodes[iri]["side"]])
        source, target = (nodes[iri]["id"] for iri in ends)
        if "help" in edge:
            yield _to_judged_link(source, target, edge["help"])
        else:
            through = [asked.parts.things[iri].id for iri in edge["deliverables"]]
            is_outcome = nodes[ends[1]]["side"] == "outcome"
            yield to_help_link(source, target, edge, detail=[("Through", join_words(through))] if is_outcome else [])


def _to_judged_link(source: str, target: str, judged: Helped) -> DiagramLink:
    """A deliverable's link with an outcome."""
    basis = describe_basis({"is_stated": False, "is_agreed": judged.is_agreed})
    label = "helps first of all" if judged.rank == "primary" else "helps as well"
    detail = (("Confidence", judged.confidence),) if judged.confidence else ()
    return DiagramLink(source, target, label, basis, is_dashed=basis == PROPOSED, detail=detail)
