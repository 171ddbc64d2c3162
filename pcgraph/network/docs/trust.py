"""What is noisy about the findings, and what the papers could not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pcgraph.network.docs.connected import list_connected
from pcgraph.network.docs.marks import to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.sentences import count_words, join_words

_UNSURE = 0.8
_REPORTS = ("monitoring-report", "tracker")


def write_trust(material: Material) -> list[str]:
    """The section of how far to trust the others."""
    return ["### How far to trust this\n", *(f"- {to_text(sentence)}" for sentence in iter_doubts(material))]


def iter_doubts(material: Material) -> Iterator[str]:
    """Each reason for doubt, in numbers; the reasons that do not hold are left out."""
    partners = material.findings.partners.values()
    once = sum(len(one.deliverables) == 1 for one in partners)
    named = f"{_count_of(once, len(partners))} named with one deliverable only"
    yield f"The network is small: {named}, so that one more paper can turn ranks round."
    yield from _iter_ranks(material)
    yield from _iter_large_tables(material)
    yield from _iter_unsure(material)
    yield from _iter_bodies(material)
    yield from _iter_unreported(material)


def _count_of(count: int, total: int) -> str:
    """How many of the partners, with the verb.

    >>> _count_of(1, 3), _count_of(2, 3)
    ('1 of 3 partners is', '2 of 3 partners are')
    """
    return f"{count:,} of {count_words(total, 'partner')} {'is' if count == 1 else 'are'}"


def _iter_ranks(material: Material) -> Iterator[str]:
    """Where the last of the most connected differ from those left out by little."""
    shown = list_connected(material)
    least = shown[-1].strength if shown else 0
    alike = [one for one in material.findings.partners.values() if one.strength == least]
    first = 1 + sum(one.strength > least for one in shown)
    if further := len(alike) - (len(shown) - first + 1) if shown else 0:
        places = f"Places {first} to {len(shown)}" if first < len(shown) else f"Place {first}"
        others = f"{count_words(further, 'partner')} not shown"
        yield f"{places} and {others} share {count_words(least, 'deliverable')} each: their order means little."


def _iter_large_tables(material: Material) -> Iterator[str]:
    """Which deliverable alone makes many of the connections: one list of names in one paper may do so."""
    ties = [through for *_, through in material.findings.projection.edges(data="through")]
    alone = Counter(through[0] for through in ties if len(through) == 1)
    if len(ties) > 2 and alone:
        count = max(alone.values())
        deliverable = min(
            (iri for iri in alone if alone[iri] == count), key=lambda iri: material.parts.things[iri].order
        )
        name = material.parts.things[deliverable].id
        yield f"{name} alone makes {count:,} of the {len(ties):,} connections: a list of names weighs much."


def _iter_unsure(material: Material) -> Iterator[str]:
    found, groups = material.findings.communities, material.findings.groups
    if not groups:
        return
    unsure = [material.parts.things[group.deliverables[0][0]].id for group in groups if group.sureness < _UNSURE]
    doubt = (
        f" Least sure {'is the one' if len(unsure) == 1 else 'are those'} of {join_words(unsure)}." if unsure else ""
    )
    yield f"Exactly these groups came out in {found.best_runs} of {found.runs} runs.{doubt}"


def _iter_bodies(material: Material) -> Iterator[str]:
    partners = material.findings.partners.values()
    if bodies := sum(one.partner.kind == "Partnership" for one in partners):
        made = f"{_count_of(bodies, len(partners))} a board, panel or other partnership"
        yield f"{made}: without it, its members may go on together."


def _iter_unreported(material: Material) -> Iterator[str]:
    """Of which themes no report was read; nothing where one is on no theme in particular."""
    reported = {row["theme"] for row in material.tables.get("documents", ()) if row["kind"] in _REPORTS}
    missing = sorted(row["id"] for row in material.tables.get("themes", ()) if row["id"] not in reported)
    if missing and "" not in reported:
        themes = join_words(missing)
        yield f"No monitoring report on {themes} was read: who helps there is known from the plans' own words only."
