"""Partners by outcomes as a shaded table: through how many deliverables each helps each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pcgraph.network.bipartite import link_outcomes
from pcgraph.network.diagram_partners import KINDS
from pcgraph.network.diagram_words import (
    PROPOSED,
    check_size,
    describe_basis,
    describe_judgements,
    suggest_start,
    to_code,
)
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.parts import Parts
from pcgraph.network.scope import Scope, read_scope
from pcgraph.network.sentences import describe_places, describe_scope, join_words
from pcgraph.render.matrix import Matrix, MatrixColumn, MatrixRow
from pcgraph.render.records import Records, Value
from pcgraph.store.base import Store

_EVERYTHING = Scope()
_HOW_TO_READ = (
    " A number counts the deliverables that the partner is named as helping deliver and that were judged to help "
    "the outcome; a deliverable may help several."
)
_OUTCOME_COLUMNS = (("code", "Code"), ("outcome", "Outcome"), ("partners", "Partners"))
_LINK_COLUMNS = (
    ("partner", "Partner"),
    ("outcome", "Outcome"),
    ("deliverables", "Number"),
    ("through", "Through"),
    ("rank", "Rank"),
    ("basis", "Basis"),
    ("where", "Where the partner is named"),
)

_Node = tuple[str, dict[str, Any]]


def to_partner_matrix(store: Store, scope: Scope = _EVERYTHING) -> Matrix:
    """Partners by outcomes, the partner that helps with most deliverables first.

    Args:
        store: The graph to read.
        scope: What to narrow it to; its theme is the outcomes'.

    Raises:
        QueryError: A filter means nothing, or leaves nothing; the message names the filter.
        CallError: There are too many partners to be read at a glance; the message says where to start.
    """
    parts, resolved = read_scope(store, scope, links="contributions")
    network = link_outcomes(parts)
    outcomes = sorted(_list_side(network, "outcome"), key=lambda node: str(node[1]["order"]))
    partners = sorted(_list_side(network, "partner"), key=lambda node: _to_rank(network, node))
    hint = suggest_start(parts, options="--plan YEARS").rpartition(" or ")[0] + "."
    check_size({"partners": len(partners)}, network.number_of_edges(), hint=hint)
    narrowed = resolved.describe()
    title = "Partners by outcomes"
    return Matrix(
        f"{title} ({narrowed})" if narrowed else title,
        describe_scope(parts, resolved, partners=len(partners)) + describe_judgements(parts) + _HOW_TO_READ,
        "Partner",
        tuple(_to_column(network, node, outcomes) for node in outcomes),
        tuple(_to_row(network, node, outcomes) for node in partners),
        ("Deliverables", "Partners"),
        _describe_key(network),
        KINDS[:2],
        (_to_outcome_table(network, outcomes), _to_link_table(network, parts, partners, outcomes)),
    )


def _list_side(network: PartnerNetwork, side: str) -> list[_Node]:
    return [(iri, data) for iri, data in network.nodes(data=True) if data["side"] == side]


def _to_rank(network: PartnerNetwork, node: _Node) -> tuple[int, int, str, str]:
    iri, data = node
    return -_count_deliverables(network, iri), -network.degree(iri), data["label"].casefold(), iri


def _count_deliverables(network: PartnerNetwork, partner: str) -> int:
    """How many deliverables the partner's links with outcomes rest on, each once."""
    return len({iri for edge in network[partner].values() for iri in edge["deliverables"]})


def _find_code(node: _Node, outcomes: Sequence[_Node]) -> str:
    return to_code(node[1], [data["plan"] for _, data in outcomes])


def _to_column(network: PartnerNetwork, node: _Node, outcomes: Sequence[_Node]) -> MatrixColumn:
    return MatrixColumn(_find_code(node, outcomes), node[1]["label"], network.degree(node[0]))


def _to_row(network: PartnerNetwork, node: _Node, outcomes: Sequence[_Node]) -> MatrixRow:
    iri, data = node
    edges = [network[iri].get(outcome) for outcome, _ in outcomes]
    return MatrixRow(
        data["label"],
        data["kind"],
        tuple(len(edge["deliverables"]) if edge else 0 for edge in edges),
        tuple(edge is not None and describe_basis(edge) == PROPOSED for edge in edges),
        _count_deliverables(network, iri),
    )


def _describe_key(network: PartnerNetwork) -> tuple[str, str]:
    """What cells with and without a dashed edge mean, each with how many there are."""
    bases = [describe_basis(edge) for _, _, edge in network.edges(data=True)]
    others = sorted({basis for basis in bases if basis != PROPOSED})
    proposed = bases.count(PROPOSED)
    return (
        f"{PROPOSED} ({proposed})" if proposed else "",
        f"{' or '.join(others)} ({len(bases) - proposed})" if others else "",
    )


def _to_outcome_table(network: PartnerNetwork, outcomes: Sequence[_Node]) -> Records:
    rows = tuple((_find_code(node, outcomes), node[1]["label"], network.degree(node[0])) for node in outcomes)
    return Records("Outcomes", _OUTCOME_COLUMNS, rows)


def _to_link_table(
    network: PartnerNetwork, parts: Parts, partners: Sequence[_Node], outcomes: Sequence[_Node]
) -> Records:
    rows = tuple(_iter_link_rows(network, parts, partners, outcomes))
    return Records("What the numbers stand for", _LINK_COLUMNS, rows)


def _iter_link_rows(
    network: PartnerNetwork, parts: Parts, partners: Sequence[_Node], outcomes: Sequence[_Node]
) -> Iterator[tuple[Value, ...]]:
    """One row for each number, as they stand in the matrix."""
    for partner, data in partners:
        for node in outcomes:
            edge = network[partner].get(node[0])
            if edge:
                yield (
                    data["label"],
                    _find_code(node, outcomes),
                    len(edge["deliverables"]),
                    join_words([parts.things[iri].id for iri in edge["deliverables"]]),
                    join_words(edge["ranks"]),
                    describe_basis(edge),
                    describe_places(edge["proofs"]),
                )
