"""The register's names: what a person has said of them, made ready to be found in texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pcgraph.extract.names.force import OFFICE
from pcgraph.extract.names.forms import Form, to_form
from pcgraph.extract.names.gather import to_key
from pcgraph.model import SEPARATOR, Row
from pcgraph.names import to_name_key

_LEAST_ALIKE = 90.0
_LEAST_LENGTH = 10
_MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Match:
    """A name that is so like one of the register that it is taken for a misprint of it.

    Attributes:
        entity: The register's entity.
        kind: Its kind.
        score: How alike they are, 0 to 1.
        why: One sentence.
    """

    entity: str
    kind: str
    score: float
    why: str


def follow_same(rows: Mapping[str, Row], entity: str) -> str:
    """The id of the entity that another one is a name of; its own where it is none's."""
    for _ in range(_MOST_STEPS):
        after = rows.get(entity, {}).get("same_as", "")
        if not after or after not in rows:
            return entity
        entity = after
    return entity


@dataclass(frozen=True, slots=True)
class Own:
    """The ids of the force and of the commissioner's office."""

    force: str = "force"
    office: str = "opcc"


def find_own(register: Sequence[Row]) -> Own:
    """Which organisations of the register are the force and the commissioner's office."""
    rows = {row["id"]: row for row in register}
    force, office = "force", "opcc"
    for row in sorted(register, key=lambda one: one["id"], reverse=True):
        entity = follow_same(rows, row["id"])
        if rows[entity]["kind"] == "organisation" and not _is_rejected(row, rows):
            if any(OFFICE.search(spelling) for spelling in _iter_spellings(row)):
                office = entity
            else:
                force = entity
    return Own(force, office)


def _is_rejected(row: Row, rows: Mapping[str, Row]) -> bool:
    return "rejected" in (row.get("status"), rows[follow_same(rows, row["id"])].get("status"))


def iter_forms(register: Sequence[Row]) -> Iterator[Form]:
    """Every spelling of what the register holds, but rejected rows' and the short ones of force and office.

    `Force` and `Commissioner` are found by what stands beside them, not by themselves.
    """
    rows = {row["id"]: row for row in register}
    for row in sorted(register, key=lambda one: one["id"]):
        entity = follow_same(rows, row["id"])
        kind = rows[entity]["kind"]
        for printed in () if _is_rejected(row, rows) else _iter_spellings(row):
            words = printed.split()
            if kind != "organisation" or (len(words) > 2 and words[-1] not in ("Police", "Constabulary", "Force")):
                yield to_form(printed, entity, kind)


def find_rejected(register: Sequence[Row]) -> set[str]:
    """The keys of names that a person has said to be no entities."""
    rows = {row["id"]: row for row in register}
    return {to_key(printed) for row in register if _is_rejected(row, rows) for printed in _iter_spellings(row)}


def _iter_spellings(row: Row) -> Iterator[str]:
    yield row["name"]
    if row.get("acronym"):
        yield row["acronym"]
    yield from filter(None, row.get("aliases", "").split(SEPARATOR))


def find_alike(names: Sequence[str], forms: Sequence[Form]) -> dict[str, Match]:
    """Which of some names are misprints of names that the register holds.

    Args:
        names: Names that the register does not hold.
        forms: The register's spellings.

    Source: rapidfuzz's `ratio`, the share of letters in common in order.
    """
    long = [form for form in forms if len(form.key) >= _LEAST_LENGTH]
    matches = ((name, _find_alike(name, long)) for name in names if long and len(to_name_key(name)) >= _LEAST_LENGTH)
    return {name: match for name, match in matches if match}


def _find_alike(name: str, forms: Sequence[Form]) -> Match | None:
    from rapidfuzz import fuzz, process

    key = to_name_key(name)
    found = process.extractOne(key, [form.key for form in forms], scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE)
    if not found or _differ_by_number(key, forms[found[2]].key):
        return None
    form, share = forms[found[2]], found[1] / 100
    why = f"“{name}” shares {share:.0%} of its letters with the register's “{form.printed}”."
    return Match(form.entity, form.kind, round(share, 2), why)


def _differ_by_number(first: str, second: str) -> bool:
    return [char for char in first if char.isdigit()] != [char for char in second if char.isdigit()]
