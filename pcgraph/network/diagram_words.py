"""What the drawings of the partnership have in common: limits, how a link is marked, what stands beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pcgraph.errors import CallError
from pcgraph.network.parts import NAMED, Parts
from pcgraph.network.sentences import count_words, describe_places, join_words
from pcgraph.render.diagram import DiagramLink

MOST_ITEMS = 150
"""Above this number of items a drawing asks for a starting point."""

MOST_LINKS = 2_000
"""Above this number of links a drawing cannot be read, however few the items."""

STATED = "stated"
AGREED = "judged, agreed by the office"
PROPOSED = "judged, proposed"
"""What a link rests on; see `describe_basis`."""

Edge = Mapping[str, Any]
"""The attributes of an edge; see `pcgraph.network.bipartite`."""


def describe_basis(*edges: Edge) -> str:
    """What a link rests on, that of the least sure where it rests on several.

    >>> describe_basis({"is_stated": True, "is_agreed": False}, {"is_stated": False, "is_agreed": False})
    'judged, proposed'

    Args:
        edges: The attributes of one edge or several, with `is_stated` and `is_agreed`.
    """
    if all(edge["is_stated"] for edge in edges):
        return STATED
    return AGREED if all(edge["is_stated"] or edge["is_agreed"] for edge in edges) else PROPOSED


def to_help_link(source: str, target: str, edge: Edge, *, detail: Sequence[tuple[str, str]] = ()) -> DiagramLink:
    """A partner's link with a deliverable or an outcome: its roles, what it rests on, where it stands.

    Args:
        source: The partner's id in the drawing.
        target: The other's id.
        edge: The edge's attributes.
        detail: Facts to stand before those on time and place.
    """
    basis = describe_basis(edge)
    facts = [*detail, ("When", join_words(edge["timings"])), ("Where", describe_places(edge["proofs"]))]
    label = "is named" if edge["roles"] == (NAMED,) else join_words(edge["roles"])
    stated = tuple((name, value) for name, value in facts if value)
    return DiagramLink(source, target, label, basis, is_dashed=basis == PROPOSED, detail=stated)


def describe_judgements(parts: Parts) -> str:
    """How links with outcomes came about, of deliverables that a partner helps with; "" where there are none."""
    helped = {part.deliverable for part in parts.parts}
    judged = [one.is_agreed for one in parts.contributions if one.deliverable in helped]
    total, agreed = len(judged), sum(judged)
    if not total:
        return ""
    pairs = count_words(total, "judgement")
    rest = "" if agreed == total else "; the rest is proposed, not yet agreed by the office"
    return (
        f" Which outcome a deliverable helps is judged, not stated: of {pairs}, the office agreed to "
        f"{agreed or 'none'}{rest}."
    )


def to_code(attributes: Mapping[str, Any], plans: Collection[str]) -> str:
    """A numbered thing's code, with its plan where a drawing has several.

    Args:
        attributes: A node's attributes, with `id` and `code`.
        plans: The plans of all numbered things in the drawing.
    """
    return str(attributes["id"] if len(set(plans)) > 1 else attributes["code"])


def check_size(counts: Mapping[str, int], links: int, *, hint: str) -> None:
    """Refuse a drawing that nobody can read, with a way to a smaller one.

    Args:
        counts: How many items there are of each sort, by its word.
        links: How many links there are.
        hint: What to ask for instead.

    Raises:
        CallError: There are too many.
    """
    total = sum(counts.values())
    if total > MOST_ITEMS:
        sorts = join_words([f"{count:,} {word}" for word, count in counts.items() if count])
        raise CallError(f"The drawing would have {sorts}; above {MOST_ITEMS} items it cannot be read.", hint=hint)
    if links > MOST_LINKS:
        raise CallError(f"The drawing would have {links:,} links; above {MOST_LINKS:,} it cannot be read.", hint=hint)


def suggest_start(parts: Parts, *, options: str) -> str:
    """What to start from where a drawing is too large: the theme with fewest partners, the busiest partner.

    Args:
        parts: What the drawing would be made from.
        options: Further options that narrow it, such as `--outcome CODE`.
    """
    partners: dict[str, set[str]] = {}
    links: dict[str, int] = {}
    for part in parts.parts:
        partners.setdefault(parts.things[part.deliverable].theme, set()).add(part.partner)
        links[part.partner] = links.get(part.partner, 0) + 1
    partners.pop("", None)
    busiest = min(links, key=lambda iri: (-links[iri], parts.things[iri].label))
    themes = sorted((len(found), theme) for theme, found in partners.items())
    named = [f"--theme {theme.rpartition('/')[2]} ({count_words(count, 'partner')})" for count, theme in themes[:3]]
    return f'Start from a part: {", ".join([*named, options])} or --partner "{parts.things[busiest].label}".'
