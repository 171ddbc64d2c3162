"""The register's names: what a person has said of them, made ready to be found in texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from pcgraph.extract.names.acronyms import Definition
from pcgraph.extract.names.force import OFFICE
from pcgraph.extract.names.forms import Form, to_form
from pcgraph.extract.names.gather import to_key
from pcgraph.extract.names.lexicon import is_listed
from pcgraph.extract.names.misprints import are_one_name, begins_otherwise, split_name
from pcgraph.model import SEPARATOR, Row
from pcgraph.names import to_name_key

_LEAST_ALIKE = 90.0
_LEAST_LENGTH = 10
_MOST_ALIKE = 5
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


def drop_redefined(forms: Sequence[Form], definitions: Iterable[Definition]) -> list[Form]:
    """The register's spellings without the acronyms by which a document calls another body.

    Args:
        forms: The register's spellings.
        definitions: The acronyms that the document spells out.
    """
    spelt: dict[str, list[str]] = defaultdict(list)
    for one in definitions:
        spelt[to_name_key(one.acronym)].append(one.name)
    names: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        names[form.entity] += [form.printed] if " " in form.printed else []
    return [form for form in forms if not _is_redefined(spelt.get(form.key, ()), names[form.entity])]


def _is_redefined(spelt: Sequence[str], names: Sequence[str]) -> bool:
    pairs = [(one, name) for one in spelt for name in names]
    return bool(pairs) and all(begins_otherwise(one, name) for one, name in pairs)


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

    A word that another name of the register or several of the new ones hold is no misprint.

    Args:
        names: Names that the register does not hold.
        forms: The register's spellings.

    Source: rapidfuzz's `ratio`, the share of letters in common in order.
    """
    long = [form for form in forms if len(form.key) >= _LEAST_LENGTH]
    if not long:
        return {}
    known = _list_known(names, forms)
    matches = ((name, _find_alike(name, long, known)) for name in names if len(to_name_key(name)) >= _LEAST_LENGTH)
    return {name: match for name, match in matches if match}


def _list_known(names: Sequence[str], forms: Sequence[Form]) -> frozenset[str]:
    """The words of the register's names, and those that two of the new ones hold."""
    held = Counter(word for name in dict.fromkeys(names) for word in dict.fromkeys(split_name(name)))
    often = {word for word, count in held.items() if count > 1}
    return frozenset(often.union(*(split_name(form.printed) for form in forms)))


def _find_alike(name: str, forms: Sequence[Form], known: Set[str]) -> Match | None:
    """The most alike of the register's names that this one may be a misprint of."""
    from rapidfuzz import fuzz, process

    keys = [form.key for form in forms]
    for _, score, place in process.extract(
        to_name_key(name), keys, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=_MOST_ALIKE
    ):
        form = forms[place]
        if are_one_name(name, form.printed, is_known=lambda word: word in known or is_listed(word)):
            why = f"“{name}” shares {score / 100:.0%} of its letters with the register's “{form.printed}”."
            return Match(form.entity, form.kind, round(score / 100, 2), why)
    return None
