"""What is noisy about the findings, and what the papers could not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pcgraph.network.docs.connected import list_connected
from pcgraph.network.docs.marks import to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.sentences import count_words, join_words

_UNSURE = 0.8
_REPORT = "monitoring-report"


def write_trust(material: Material) -> list[str]:
    """The section of how far to trust the others."""
    return ["### How far to trust this\n", *(f"- {to_text(sentence)}" for sentence in iter_doubts(material))]


def iter_doubts(material: Material) -> Iterator[str]:
    """Each reason for doubt, in numbers; the reasons that do not hold are left out."""
    partners = material.findings.partners.values()
    once = sum(len(one.deliverables) == 1 for one in partners)
    count = count_words(len(partners), "partner")
    yield f"The network is small: of {count}, {once:,} are named with one deliverable, so that one more paper can turn ranks round."
    yield from _iter_ranks(material)
    yield from _iter_large_tables(material)
    yield from _iter_unsure(material)
    yield from _iter_bodies(material)
    yield from _iter_unreported(material)


def _iter_ranks(material: Material) -> Iterator[str]:
    """Where the last of the most connected differ from those left out by little."""
    shown = list_connected(material)
    least = shown[-1].strength if shown else 0
    alike = [one for one in material.findings.partners.values() if one.strength == least]
    first = 1 + sum(one.strength > least for one in shown)
    if further := len(alike) - (len(shown) - first + 1) if shown else 0:
        deliverables = count_words(least, "deliverable")
        others = count_words(further, "partner")
        yield f"From place {first} on, all share {deliverables}, as do {others} not shown: their order means little."


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
        count = f"{bodies:,} of the {len(partners):,} partners"
        yield f"{count} are boards, panels and other partnerships: without one of these, its members may go on together."


def _iter_unreported(material: Material) -> Iterator[str]:
    """Of which themes no monitoring report was read; nothing where one is on no theme in particular."""
    reported = {row["theme"] for row in material.tables.get("documents", ()) if row["kind"] == _REPORT}
    missing = sorted(row["id"] for row in material.tables.get("themes", ()) if row["id"] not in reported)
    if missing and "" not in reported:
        themes = join_words(missing)
        yield f"No monitoring report on {themes} was read: who helps there is known from the plans' own words only."
