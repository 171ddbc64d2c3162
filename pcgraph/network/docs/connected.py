"""Who is connected most, and who alone joins others to the rest."""

from __future__ import annotations

from pcgraph.network.docs.marks import say_places, to_item, to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.findings import PartnerMeasures
from pcgraph.network.sentences import count_words, describe_help, join_words

MOST_CONNECTED = 10
"""How many partners are told."""

_MOST_LINKS = 8
_MOST_NAMES = 3
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def list_connected(material: Material) -> list[PartnerMeasures]:
    """The most connected partners; one who shares no deliverable is not connected."""
    return [one for one in material.findings.partners.values() if one.strength][:MOST_CONNECTED]


def write_connected(material: Material) -> list[str]:
    """The section of the most connected partners."""
    shown = list_connected(material)
    if not shown:
        return ["### The most connected partners\n", "No deliverable has two partners named."]
    heading = "The most connected partner" if len(shown) == 1 else f"The {_NUMBERS[len(shown)]} most connected partners"
    lines = [f"### {heading}\n", "Who shares most deliverables with others comes first, then who shares with most.\n"]
    return lines + [_to_partner(material, one, place) for place, one in enumerate(shown, start=1)]


def _to_partner(material: Material, one: PartnerMeasures, place: int) -> str:
    kind = " (partnership)" if one.partner.kind == "Partnership" else ""
    proofs = material.list_proofs([one.partner.iri], one.deliverables)
    return to_item(f"{one.partner.label}{kind}.", describe_help(material.findings, one), proofs, mark=f"{place}.")


def write_only_links(material: Material) -> list[str]:
    """The section of the partners that alone join others to the rest."""
    found = [one for one in material.findings.partners.values() if one.cut_off]
    found.sort(key=_count_cut_off, reverse=True)  # of equal ones, the most connected stays first
    lines = ["### Only links\n"]
    if not found:
        return [*lines, "No partner is the only link of others to the rest."]
    lines.append("Without them, as far as the papers say, others would have no connection with the rest.\n")
    several = [one for one in found if _count_cut_off(one) > 1]
    lines += [_to_only_link(material, one) for one in several[:_MOST_LINKS]]
    return lines + _list_further(material, several[_MOST_LINKS:], found[len(several) :])


def _count_cut_off(one: PartnerMeasures) -> int:
    return sum(map(len, one.cut_off))


def _to_only_link(material: Material, one: PartnerMeasures) -> str:
    pieces = join_words([_describe_piece(material, one, piece) for piece in one.cut_off])
    words = f"is the only link of {_count_cut_off(one)} partners to the rest: {pieces}."
    through = {iri for piece in one.cut_off for iri in _list_through(material, one, piece)}
    return to_item(one.partner.label, words, material.list_proofs([one.partner.iri], through))


def _describe_piece(material: Material, one: PartnerMeasures, piece: tuple[str, ...]) -> str:
    """How many fall off together, by which deliverables they are joined, and the best known of them."""
    names = join_words(material.to_names(piece), most=_MOST_NAMES)
    joined = join_words(material.to_ids(_list_through(material, one, piece)))
    return f"{len(piece):,} by {joined} ({names})"


def _list_through(material: Material, one: PartnerMeasures, piece: tuple[str, ...]) -> list[str]:
    """The deliverables (IRIs) that a partner shares with those that fall off, as people number them."""
    partners = set(piece)
    return [iri for iri in one.deliverables if not partners.isdisjoint(material.findings.graph[iri])]


def _list_further(material: Material, more: list[PartnerMeasures], single: list[PartnerMeasures]) -> list[str]:
    """Items for those that are left out and for those that join one partner only."""
    items = []
    if more:
        items.append(f"- {count_words(len(more), 'further partner')} of several others: `pcgraph network partners`.")
    if single:
        told = [_describe_single(material, one) for one in single]
        items.append(f"- Of one partner only: {to_text(join_words(told, most=_MOST_LINKS))}.")
    return items


def _describe_single(material: Material, one: PartnerMeasures) -> str:
    ((other,),) = one.cut_off
    through = _list_through(material, one, (other,))
    places = say_places(material.list_proofs([one.partner.iri], through))
    name = material.parts.things[other].label
    return f"{one.partner.label} of {name} (by {join_words(material.to_ids(through))}; {places})"
