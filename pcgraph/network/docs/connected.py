"""Who is connected most, and who alone joins others to the rest."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.network.docs.marks import say_places, to_item, to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.findings import PartnerMeasures
from pcgraph.network.sentences import count_words, join_words

MOST_CONNECTED = 10
"""How many partners are told."""

_MOST_LINKS = 8
_MOST_NAMES = 1
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def list_connected(material: Material) -> list[PartnerMeasures]:
    """The most connected partners; one who shares no deliverable is not connected."""
    return [one for one in material.findings.partners.values() if one.strength][:MOST_CONNECTED]


def write_connected(material: Material) -> list[str]:
    """The section of the most connected partners."""
    shown = list_connected(material)
    if not shown:
        return ["### The most connected partners\n", "No deliverable has two partners named."]
    lines = [f"### The {_NUMBERS[len(shown)]} most connected partners\n"]
    lines.append("By how many deliverables they share, then by with how many others they share them.\n")
    return lines + [_to_partner(material, one, place) for place, one in enumerate(shown, start=1)]


def _to_partner(material: Material, one: PartnerMeasures, place: int) -> str:
    proofs = material.list_proofs([one.partner.iri], one.deliverables)
    return to_item(one.partner.label, _describe_sharing(one), proofs, mark=f"{place}.")


def _describe_sharing(one: PartnerMeasures) -> str:
    count = len(one.deliverables)
    part = f"{one.strength} of its" if one.strength < count else "its"
    deliverables = f"{count} deliverables" if count > 1 else "one deliverable"
    themes = join_words([theme.rpartition("/")[2] for theme in one.themes])
    where = f" in {themes}" if themes else ""
    return f"shares {part} {deliverables}{where} with {count_words(one.reach, 'other')}."


def write_only_links(material: Material) -> list[str]:
    """The section of the partners that alone join others to the rest."""
    found = [one for one in material.findings.partners.values() if one.cut_off]
    found.sort(key=_count_cut_off, reverse=True)  # of equal ones, the most connected stays first
    lines = ["### Only links\n"]
    if not found:
        return [*lines, "No partner is the only link of others to the rest."]
    lines.append("As far as the papers say, some partners are joined to the rest through one of these alone.\n")
    several = [one for one in found if _count_cut_off(one) > 1]
    lines += [_to_only_link(material, one) for one in several[:_MOST_LINKS]]
    return lines + _list_further(material, several[_MOST_LINKS:], found[len(several) :])


def _count_cut_off(one: PartnerMeasures) -> int:
    return sum(map(len, one.cut_off))


def _to_only_link(material: Material, one: PartnerMeasures) -> str:
    pieces = "; ".join(_describe_piece(material, one, piece) for piece in one.cut_off)
    through = {iri for piece in one.cut_off for iri in _list_through(material, one, piece)}
    proofs = material.list_proofs([one.partner.iri], through)
    return to_item(one.partner.label, f"joins {_count_cut_off(one):,}: {pieces}.", proofs)


def _describe_piece(material: Material, one: PartnerMeasures, piece: Sequence[str]) -> str:
    """Who falls off together, the most connected first, and by which deliverables they are joined."""
    names = join_words(material.to_names(piece), most=_MOST_NAMES)
    return f"{names} by {join_words(material.to_ids(_list_through(material, one, piece)))}"


def _list_through(material: Material, one: PartnerMeasures, piece: Sequence[str]) -> list[str]:
    """The deliverables (IRIs) that a partner shares with those that fall off, as people number them."""
    partners = set(piece)
    return [iri for iri in one.deliverables if not partners.isdisjoint(material.findings.graph[iri])]


def _list_further(material: Material, more: Sequence[PartnerMeasures], single: Sequence[PartnerMeasures]) -> list[str]:
    """Items for those that are left out and for those that join one partner only."""
    items = []
    if more:
        items.append(f"- {count_words(len(more), 'more partner')}: `pcgraph network partners`.")
    if single:
        told = [_describe_single(material, one) for one in single[:_MOST_LINKS]]
        told += [f"{len(single) - len(told):,} more"] if len(single) > len(told) else []
        items.append(f"- One each: {to_text('; '.join(told))}.")
    return items


def _describe_single(material: Material, one: PartnerMeasures) -> str:
    (piece,) = one.cut_off
    places = say_places(material.list_proofs([one.partner.iri], _list_through(material, one, piece)))
    return f"{one.partner.label} joins {_describe_piece(material, one, piece)} ({places})"
