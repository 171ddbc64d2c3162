"""Where a text names the force or the commissioner's office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.extract.names.force import OFFICE, THE_FORCE, Area
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.place import Place


def is_own(place: Place, piece: Piece, knowledge: Knowledge) -> bool:
    """Whether a piece is the force or the commissioner's office."""
    start, end = place.get_span(piece)
    name = place.text[start:end]
    return bool(OFFICE.fullmatch(name.removesuffix("s"))) or name == "Force" or _is_force(name, knowledge.area)


def _is_force(name: str, area: Area) -> bool:
    words = name.split()
    return len(words) > 1 and words[-1] in ("Police", "Constabulary", "Force") and area.holds(words[:-1])


def iter_own(place: Place, area: Area, barred: Sequence[bool]) -> Iterator[tuple[int, int, bool]]:
    """Where a text names the force or the commissioner's office: offsets, and whether it is the office.

    Args:
        place: The text.
        area: The names of the force's area.
        barred: Of each word, whether it stands in another name.
    """
    taken = bytearray(len(place.text))
    for word in (word for word, bar in zip(place.words, barred, strict=True) if bar):
        taken[word.start : word.end] = b"1" * (word.end - word.start)
    others = _find_other_commissioners(place)
    spans = [(match.start(), match.end(), True) for match in OFFICE.finditer(place.text) if match.start() not in others]
    spans += [(match.start(), match.end(), False) for match in THE_FORCE.finditer(place.text)]
    spans += [(start, end, False) for start, end in _iter_force_names(place, area)]
    for start, end, is_office in sorted(spans):
        if not any(taken[start:end]):
            taken[start:end] = b"1" * (end - start)
            yield start, end, is_office


def _find_other_commissioners(place: Place) -> frozenset[int]:
    """Offsets of commissioners of something else: `the Domestic Abuse Commissioner`."""
    pairs = zip(place.words, place.words[1:], strict=False)
    return frozenset(
        word.start
        for before, word in pairs
        if word.text == "Commissioner" and word.joins and before.shape == "capital" and not before.begins
    )


def _iter_force_names(place: Place, area: Area) -> Iterator[tuple[int, int]]:
    """Where the force's full name stands."""
    words = place.words
    for index, word in enumerate(words):
        body = index + 2 < len(words) and words[index + 1].text in ("and", "&") and words[index + 2].fold == "crime"
        if word.text in ("Police", "Constabulary") and index and word.joins and not body:
            first = index
            while first and words[first].joins and words[first - 1].is_capital and area.holds([words[first - 1].text]):
                first -= 1
            if first < index and words[first].fold not in ("city", "county"):
                yield words[first].start, word.end
