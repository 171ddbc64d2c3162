"""An answer as records: for people with IRIs shortened, for programs whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from pcgraph.render.records import Records, Value
from pcgraph.sparql.answer import SparqlAnswer
from pcgraph.sparql.term import Names, Term, to_term
from pcgraph.store.oxigraph import to_plain_value
from pcgraph.terms import PREFIXES

_LOCAL = re.compile(r"[^\W_](?:[\w.-]*[\w-])?", re.ASCII)
_RELATIVE = re.compile(r"[\w.~-][^:<>\"{}|^`\\\s]*", re.ASCII)
"""What may follow the base in an IRI that is written relative to it: no colon, so that it is no scheme."""

_TRIPLE_COLUMNS = (("subject", "Subject"), ("predicate", "Predicate"), ("object", "Object"))


def to_records(answer: SparqlAnswer, *, title: str = "", is_short: bool = True) -> Records:
    """An answer as a table: rows as they are, a truth as one cell, triples as three columns.

    Args:
        answer: What the query gave.
        title: What the table is called.
        is_short: Whether IRIs are shortened, by the house prefixes and by the dataset's base.
    """

    def write_iri(iri: str) -> str:
        return shorten_iri(iri, answer.base) if is_short else iri

    columns, rows = _get_table(answer)
    values = tuple(tuple(None if term is None else _to_value(term, write_iri) for term in row) for row in rows)
    if answer.kind == "truth":
        values = ((answer.truth,),)
    return Records(title, columns, values, answer.note)


def _get_table(answer: SparqlAnswer) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[Term | None, ...], ...]]:
    if answer.kind == "truth":
        return (("answer", "Answer"),), ()
    if answer.kind == "triples":
        return _TRIPLE_COLUMNS, _read_triples(answer)
    return tuple((column, column) for column in answer.columns), answer.rows


def _read_triples(answer: SparqlAnswer) -> tuple[tuple[Term, ...], ...]:
    from pyoxigraph import RdfFormat, parse

    names: Names = {}
    found = parse("\n".join(answer.triples), RdfFormat.N_TRIPLES)
    return tuple(tuple(to_term(node, names) for node in quad.triple) for quad in found)


def _to_value(term: Term, write_iri: Callable[[str], str]) -> Value:
    if term.type == "literal":
        return to_plain_value(term.value, term.datatype)
    return _write(term, write_iri)


def _write(term: Term, write_iri: Callable[[str], str]) -> str:
    """A term within a text."""
    if term.type == "uri":
        return write_iri(term.value)
    if term.type == "bnode":
        return f"_:{term.value}"
    if term.type == "triple":
        return f"<<( {' '.join(_write(part, write_iri) for part in term.parts)} )>>"
    return f'"{term.value}"'


def shorten_iri(iri: str, base: str) -> str:
    """An IRI as a query may write it: with a house prefix, relative to the base, or whole.

    >>> shorten_iri("https://w3id.org/pcgraph/ontology#Plan", "https://example.org/")
    'pcg:Plan'
    >>> shorten_iri("https://example.org/deliverable/2018-21/T3.3", "https://example.org/")
    '<deliverable/2018-21/T3.3>'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    if iri.startswith(base) and _RELATIVE.fullmatch(iri, len(base)):
        return f"<{iri[len(base) :]}>"
    return iri
