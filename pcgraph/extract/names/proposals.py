"""Rows for the register, each with its score and one sentence why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pcgraph.extract.names.force import Area
from pcgraph.extract.names.gather import Candidate
from pcgraph.extract.names.national import find_national
from pcgraph.model import SEPARATOR, Row, get_table
from pcgraph.names import to_slug

_OWN_SCORE = "0.99"


def to_unique_ids(candidates: Sequence[Candidate], taken: Iterable[str]) -> list[str]:
    """An id for each candidate, made from its name, none of them taken."""
    used = {*taken, "force", "opcc"}
    ids = []
    for candidate in candidates:
        slug = to_slug(_choose_names(candidate)[0])
        identifier, number = slug, 2
        while identifier in used:
            identifier, number = f"{slug}-{number}", number + 1
        used.add(identifier)
        ids.append(identifier)
    return ids


def to_row(identifier: str, candidate: Candidate, count: int) -> Row:
    """The row that proposes a candidate.

    Args:
        identifier: Its id.
        candidate: The candidate.
        count: How often the texts name it.
    """
    name, acronym = _choose_names(candidate)
    aliases = [spelling for spelling in (*candidate.spellings, *candidate.shortened) if spelling not in (name, acronym)]
    return _make_row(
        id=identifier,
        kind=candidate.kind,
        name=name,
        acronym=acronym,
        aliases=SEPARATOR.join(sorted(aliases)),
        score=f"{candidate.score:.2f}",
        why=_explain(candidate, acronym, count),
    )


def _choose_names(candidate: Candidate) -> tuple[str, str]:
    """A candidate's full name and its acronym; an acronym known nationwide is written out."""
    name, acronym = candidate.name, candidate.acronym
    known = find_national(name) if len(name.split()) == 1 and sum(char.isupper() for char in name) > 1 else None
    if known and known.name != name:
        return known.name, name
    return name, acronym if acronym != name else ""


def _explain(candidate: Candidate, acronym: str, count: int) -> str:
    best = candidate.best
    parts = [f"“{best.name}” {best.why}", f"it stands {_times(count)}"]
    if acronym and acronym not in best.why:
        parts.append(f"{acronym} is its acronym")
    return "; ".join(parts) + "."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def to_force_row(area: Area, count: int) -> Row:
    """The row of the force itself."""
    name = area.force or "The Force"
    why = f"The document calls it “the Force”; it stands {_times(count)}."
    return _make_row(id="force", kind="organisation", name=name, aliases="the Force", score=_OWN_SCORE, why=why)


def to_office_row(count: int) -> Row:
    """The row of the commissioner's office."""
    why = f"“Commissioner”, “PCC” and “OPCC” are what such offices are called; it stands {_times(count)}."
    name = "Office of the Police and Crime Commissioner"
    return _make_row(
        id="opcc", kind="organisation", name=name, acronym="OPCC", aliases="Commissioner;PCC", score=_OWN_SCORE, why=why
    )


def _make_row(**cells: str) -> Row:
    row = dict.fromkeys(get_table("entities").names, "")
    return row | cells | {"status": "proposed", "by": "rule"}
