"""What is known of English names before a document is read: the tables beside this module, read once."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pcgraph.names import to_name_key

_LONG = 7
_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ility",
    "ical",
    "ional",
    "ology",
    "ism",
    "ship",
    "ence",
    "ance",
    "omic",
    "ative",
)
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Head:
    """The last noun of a name, which tells what kind of thing bears it.

    Attributes:
        kind: A kind of entity, or `none` for what is no entity.
        is_strong: Whether words in capitals before it suffice.
        is_hint: Whether it tells only together with a proper name or the words beside it.
        may_be_small: Whether a name may print it in lower case.
    """

    kind: str
    is_strong: bool
    is_hint: bool
    may_be_small: bool


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that is known in all of Britain."""

    name: str
    kind: str
    aliases: tuple[str, ...]


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this module."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_lines(name: str) -> list[str]:
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _read_tokens(name: str) -> frozenset[str]:
    return frozenset(token for line in _read_lines(name) for token in line.split())


@cache
def get_heads() -> dict[str, Head]:
    """Heads of names by their words in lower case."""
    rows = read_table("heads")
    return {row["head"].casefold(): _to_head(row) for row in rows}


def _to_head(row: dict[str, str]) -> Head:
    return Head(row["kind"], row["strength"] == "strong", row["strength"] == "hint", row["lower"] == "yes")


@cache
def get_national() -> tuple[KnownName, ...]:
    """Names of national bodies and schemes."""
    rows = read_table("national")
    return tuple(KnownName(r["name"], r["kind"], tuple(filter(None, r["aliases"].split(";")))) for r in rows)


@cache
def get_abbreviations() -> frozenset[str]:
    """Capitals that name no entity."""
    return _read_tokens("abbreviations")


@cache
def get_ordinary() -> frozenset[str]:
    """Ordinary English words, in lower case."""
    return _read_tokens("ordinary")


@cache
def get_first_names() -> frozenset[str]:
    """First names of people."""
    return _read_tokens("first_names")


@cache
def get_openers() -> frozenset[str]:
    """Words that begin a sentence and are no part of a name that follows, in lower case."""
    return _read_tokens("openers")


@cache
def get_determiners() -> frozenset[str]:
    """Words that stand before a name wherever it is, and months, in lower case."""
    return _read_tokens("determiners")


@cache
def get_stop_names() -> tuple[str, ...]:
    """Phrases that papers print with capitals and that name no entity."""
    return tuple(_read_lines("stop_names"))


@cache
def get_stop_keys() -> frozenset[str]:
    """Their keys."""
    return frozenset(to_name_key(line) for line in get_stop_names())


@cache
def is_listed(word: str) -> bool:
    """Whether a word stands in the list of ordinary English ones, by itself or by its stem.

    >>> is_listed("Panels"), is_listed("Assocation")
    (True, False)
    """
    fold = word.casefold()
    stems = {fold, fold.removesuffix("s"), fold.removesuffix("es"), fold.removesuffix("ies") + "y"}
    return not stems.isdisjoint(get_ordinary())


@cache
def is_ordinary(word: str) -> bool:
    """Whether a word is an ordinary English one, also by its ending.

    >>> is_ordinary("Panels"), is_ordinary("Tarnwick")
    (True, False)
    """
    fold = word.casefold()
    if is_listed(word) or (len(fold) >= _LONG and fold.removesuffix("s").endswith(_ENDINGS)):
        return True
    return "-" in fold and all(is_ordinary(part) for part in fold.split("-") if part)
