"""Faults against the shapes in plain words, as findings of the check `shape`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pcgraph.check.report import Finding
from pcgraph.check.shape_model import Fault
from pcgraph.query.builtin import SHAPE_CHECK
from pcgraph.query.files import SEVERITIES
from pcgraph.store.base import Store
from pcgraph.terms import PREFIXES

_AT_ONCE = 500

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

# Of several classes the last in the alphabet is said: “partner” and not “entity”.
_THINGS = """SELECT ?this (MIN(?id) AS ?code) (MIN(?name) AS ?label) (MAX(?kind) AS ?class)
WHERE {
  VALUES ?this { %s }
  OPTIONAL { ?this dcterms:identifier ?id }
  OPTIONAL { ?this skos:prefLabel ?name }
  OPTIONAL { ?this a/rdfs:label ?kind }
}
GROUP BY ?this
"""
_PLACES = """SELECT DISTINCT ?this ?code ?line
WHERE {
  VALUES ?this { %s }
  {
    ?this pcg:evidence ?proof .
  } UNION {
    ?this pcg:document ?any .
    BIND(?this AS ?proof)
  }
  ?proof pcg:document/dcterms:identifier ?code .
  OPTIONAL { ?proof pcg:line ?line }
}
ORDER BY ?code ?line
"""
_PROPERTIES = "SELECT ?property (MIN(?name) AS ?label) WHERE { ?property rdfs:label ?name } GROUP BY ?property"

_NAMES = {"prefLabel": "name", "altLabel": "other name", "notation": "short code", "creator": "author"}
"""What people call the properties of other vocabularies."""

_AHEAD = {
    "minCount": "{thing} has no {label}",
    "maxCount": "{thing} has more than one {label}",
    "hasValue": "{thing} lacks the {label} that it must have",
}
_BACK = {
    "minCount": "{thing} is the {label} of nothing",
    "maxCount": "{thing} is the {label} of more than one thing",
    "hasValue": "{thing} is not the {label} of what it must be",
}


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is known of a thing; empty where it is not known."""

    code: str = ""
    label: str = ""
    class_name: str = ""
    document: str = ""
    line: str = ""


def to_findings(store: Store, faults: Sequence[Fault]) -> list[Finding]:
    """The faults as findings, the gravest first.

    Args:
        store: The graph with the faults; names and places are looked up in it.
        faults: What was found.
    """
    if not faults:
        return []
    things = _find_things(store, sorted({fault.focus for fault in faults if fault.focus.startswith("<")}))
    names = {f"<{row[0]}>": str(row[1]) for row in store.select(_PREFIXES + _PROPERTIES).rows}
    found = (_to_finding(fault, things.get(fault.focus, _Thing()), names, store.base) for fault in faults)
    return sorted(set(found), key=lambda row: (SEVERITIES.index(row.severity), row))


def _to_finding(fault: Fault, thing: _Thing, names: dict[str, str], base: str) -> Finding:
    code = thing.code or to_short(fault.focus, base)
    called = f"{thing.class_name or 'thing'} {code}".strip()
    path = fault.path.removeprefix("^")
    words = _describe(fault, names.get(path) or _to_name(path), to_short(fault.value, base))
    rule = fault.message[:1].lower() + fault.message[1:]
    detail = words.format(thing=called[:1].upper() + called[1:]) + f": {rule}"
    return Finding(fault.severity, SHAPE_CHECK, code, thing.label, detail, thing.document, thing.line)


def _describe(fault: Fault, label: str, value: str) -> str:
    """What is wrong, with `{thing}` in the place of the thing."""
    is_inverse = fault.path.startswith("^")
    if words := (_BACK if is_inverse else _AHEAD).get(fault.component):
        return words.replace("{label}", label)
    shown = value.replace("{", "{{").replace("}", "}}")
    if not fault.path:
        return "{thing} does not fit"
    start = "{thing} is the " if is_inverse else "{thing} has the "
    return f"{start}{label} {'of ' * is_inverse}“{shown}”, which does not fit"


def _find_things(store: Store, terms: Sequence[str]) -> dict[str, _Thing]:
    places: dict[str, tuple[str, str]] = {}
    for this, document, line in _select(store, _PLACES, terms):
        places.setdefault(this, (document, line))
    return {
        this: _Thing(code, label, class_name, *places.get(this, ("", "")))
        for this, code, label, class_name in _select(store, _THINGS, terms)
    }


def _select(store: Store, query: str, terms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The rows for some terms at a time, the first cell as a term again."""
    for start in range(0, len(terms), _AT_ONCE):
        some = " ".join(terms[start : start + _AT_ONCE])
        for this, *cells in store.select(_PREFIXES + query % some).rows:
            yield (f"<{this}>", *("" if cell is None else str(cell) for cell in cells))


def to_short(term: str, base: str) -> str:
    """A term as people can read it: a literal's text, an IRI without what all begin with.

    >>> to_short("<https://example.org/theme/T1>", "https://example.org/")
    'theme/T1'
    >>> to_short('"12"^^<http://www.w3.org/2001/XMLSchema#integer>', "https://example.org/")
    '12'
    """
    if term == "_:":
        return "without an IRI"
    if term.startswith('"'):
        return term[1 : term.rindex('"')]
    iri = term.strip("<>")
    return next(iter(_iter_short(iri, base)), iri)


def _iter_short(iri: str, base: str) -> Iterable[str]:
    starts = {base: "", **{prefix: f"{name}:" for name, prefix in PREFIXES.items()}}
    return (short + iri.removeprefix(start) for start, short in starts.items() if start and iri.startswith(start))


def _to_name(path: str) -> str:
    """A property's name in words, from the end of its IRI.

    >>> _to_name("<http://purl.org/dc/terms/identifier>")
    'identifier'
    """
    local = re.split(r"[#/]", path.strip("<>"))[-1]
    return _NAMES.get(local) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower()
