"""Every check there is, those that are files and those that are code, and what a user calls by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pcgraph.errors import CallError, QueryError
from pcgraph.query.builtin import BUILT_IN
from pcgraph.query.catalogue import load_catalogue, suggest
from pcgraph.query.files import CheckFile

LISTING = "pcgraph check --summary"


def load_checks(directory: Path | None = None) -> dict[str, CheckFile]:
    """Every check by name: those of the folder, then the built-in ones.

    Args:
        directory: The folder of the queries; the shipped one when not given.

    Raises:
        QueryError: A check's file is wrong.
    """
    return {**load_catalogue(directory).checks, **BUILT_IN}


def pick_checks(known: Mapping[str, CheckFile], names: Iterable[str]) -> list[CheckFile]:
    """The checks of those names; every one where none is named.

    Raises:
        QueryError: There is no check of that name; the hint says what was perhaps meant.
    """
    wanted = list(dict.fromkeys(names))
    for name in wanted:
        if name not in known:
            raise QueryError(f"There is no check “{name}”.", hint=suggest(name, list(known), LISTING))
    return [known[name] for name in wanted or known]


def describe_unknown(name: str, known: Iterable[str]) -> str:
    """That a file names a check there is not, with what was perhaps meant.

    >>> describe_unknown("rag-mising", ["rag-missing"])
    'there is no check “rag-mising”. Did you mean rag-missing?'
    """
    return f"there is no check “{name}”. {suggest(name, list(known), LISTING)}"


def parse_day(text: str) -> date | None:
    """A day written as year-month-day, or None where it is not so written or is no day.

    >>> parse_day("2021-03-31"), parse_day("31/03/2021"), parse_day("20210331")
    (datetime.date(2021, 3, 31), None, None)
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def get_day(as_of: str) -> date | None:
    """The day that the checks are to be run for; None where none is given.

    Raises:
        CallError: It is no day, or not written as year-month-day.
    """
    day = parse_day(as_of)
    if as_of and day is None:
        raise CallError(f"--as-of: “{as_of}” is not a date.", hint="Write it as year-month-day: 2020-11-04.")
    return day
