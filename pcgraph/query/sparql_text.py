"""The few things that are read from, or put into, the text of a query."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pcgraph.errors import QueryError

_PARAMETER_LINE = re.compile(r"^([ \t]*VALUES \?(\w+) \{ )UNDEF( \})[ \t]*# param[ \t]*$", re.MULTILINE)
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
