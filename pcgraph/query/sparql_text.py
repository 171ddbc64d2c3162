"""The few things that are read from, or put into, the text of a query."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pcgraph.errors import QueryError
from pcgraph.terms import XSD

if TYPE_CHECKING:  # a query without a day needs none of it
    from datetime import date

_PARAMETER_LINE = re.compile(r"^([ \t]*VALUES \?(\w+) \{ )UNDEF( \})[ \t]*# param[ \t]*$", re.MULTILINE)
_LIMIT_LINE = re.compile(r"^([ \t]*VALUES \?(\w+) \{ )(\d+(?:\.\d+)?)( \})[ \t]*# limit[ \t]*$", re.MULTILINE)
_AS_OF_LINE = re.compile(r"^([ \t]*VALUES \?as_of \{ )UNDEF( \})[ \t]*# as-of[ \t]*$", re.MULTILINE)
_MARK = re.compile(r"# (?:limit|as-of)[ \t]*$", re.MULTILINE)
_SELECTION = re.compile(r"\bSELECT\b(?:\s+(?:DISTINCT|REDUCED)\b)?(.*?)\bWHERE\b", re.DOTALL | re.IGNORECASE)


def find_parameter_lines(text: str) -> dict[str, int]:
    r"""The parameters that a query uses, each with the number of its first line.

    A parameter's line is `VALUES ?name { UNDEF } # param`, alone on its line.

    >>> find_parameter_lines("SELECT ?a WHERE {\n  VALUES ?theme { UNDEF } # param\n}")
    {'theme': 2}
    """
    found: dict[str, int] = {}
    for match in _PARAMETER_LINE.finditer(text):
        found.setdefault(match[2], text.count("\n", 0, match.start(2)) + 1)
    return found


def fill_parameters(text: str, terms: Mapping[str, str]) -> str:
    """The query with its parameters' terms in place, and the lines of the others left out.

    A `VALUES ?x { UNDEF }` joins with everything, so leaving it out changes no answer and
    spares the engine a join on nothing.

    Args:
        text: The query file.
        terms: By parameter: a term in SPARQL's syntax, written by the RDF library.

    Raises:
        QueryError: A term is for no parameter of the query.
    """
    known = find_parameter_lines(text)
    if unknown := [name for name in terms if name not in known]:
        raise QueryError(f"The query has no parameter {unknown[0]}.")

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}{terms[match[2]]}{match[3]}" if match[2] in terms else ""

    return _PARAMETER_LINE.sub(fill, text)


def find_limit_lines(text: str) -> list[tuple[str, float, int]]:
    r"""The limits that a check uses: name, number and line of each, in the order of the text.

    A limit's line is `VALUES ?name { 10 } # limit`, alone on its line: the number is what
    counts unless a profile sets another.

    >>> find_limit_lines("SELECT ?a WHERE {\n  VALUES ?share { 10 } # limit\n}")
    [('share', 10, 2)]
    """
    return [(match[2], _to_number(match[3]), _count_line(text, match)) for match in _LIMIT_LINE.finditer(text)]


def find_as_of_line(text: str) -> int:
    """The number of the first line `VALUES ?as_of { UNDEF } # as-of`; 0 where there is none."""
    match = _AS_OF_LINE.search(text)
    return _count_line(text, match) if match else 0


def find_damaged_mark(text: str) -> int:
    """The number of the first line that ends in `# limit` or `# as-of` and is neither; 0 where there is none."""
    marks = {_count_line(text, match) for match in _MARK.finditer(text)}
    sound = {line for _, _, line in find_limit_lines(text)}
    sound |= {_count_line(text, match) for match in _AS_OF_LINE.finditer(text)}
    return min(marks - sound, default=0)


def fill_check(text: str, limits: Mapping[str, float], as_of: date | None) -> str:
    """A check's query with its limits and the day in place.

    Args:
        text: The check file.
        limits: By name: the number to put in place of the default; the others stay.
        as_of: The day to put in, or None to leave it open.

    Raises:
        QueryError: A limit is none of the check.
    """
    known = {name for name, _, _ in find_limit_lines(text)}
    if unknown := sorted(set(limits) - known):
        raise QueryError(f"The check has no limit {unknown[0]}.")
    filled = _LIMIT_LINE.sub(lambda match: _fill_limit(match, limits), text)
    if as_of is None:
        return filled
    return _AS_OF_LINE.sub(rf'\g<1>"{as_of.isoformat()}"^^<{XSD}date>\g<2>', filled)


def _fill_limit(match: re.Match[str], limits: Mapping[str, float]) -> str:
    if match[2] not in limits:
        return match[0]
    return f"{match[1]}{write_number(limits[match[2]])}{match[4]}"


def write_number(value: float) -> str:
    """A number as SPARQL and people write it: whole numbers without a point, no exponent.

    >>> write_number(10.0), write_number(2.50), write_number(1e-5), write_number(1e-300)
    ('10', '2.5', '0.00001', '0')
    """
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0").rstrip(".")


def _to_number(text: str) -> float:
    """A number as it is written: whole or not."""
    return float(text) if "." in text else int(text)


def _count_line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.end()) + 1


def find_projected(text: str) -> list[str]:
    """The variables that the outer SELECT returns, in order.

    >>> find_projected("SELECT ?a (COUNT(?x) AS ?n) WHERE { }")
    ['a', 'n']
    """
    body = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    match = _SELECTION.search(body)
    if match is None:
        return []
    names: list[str] = []
    depth = 0
    for part in re.finditer(r"[()]|\bAS\s+\?(\w+)|\?(\w+)", match[1], re.IGNORECASE):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if part[1] and depth == 1:
            names.append(part[1])
        elif part[2] and depth == 0:
            names.append(part[2])
    return names
