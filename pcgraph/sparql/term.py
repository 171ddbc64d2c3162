"""An RDF term as plain data, as the results formats of SPARQL write it."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from pcgraph.terms import XSD


class Term(NamedTuple):
    """One value that a query binds.

    Source: SPARQL 1.1 Query Results JSON Format, section 3.2.2; `triple` from SPARQL 1.2.

    Attributes:
        type: `uri`, `literal`, `bnode` or `triple`.
        value: The IRI, the text, the label; empty for a triple.
        datatype: A literal's datatype; empty for plain text and text in a language.
        language: A literal's language, with its direction where it has one; may be empty.
        parts: A triple's subject, predicate and object.
    """

    type: str
    value: str
    datatype: str = ""
    language: str = ""
    parts: tuple[Term, ...] = ()


Names = dict[str, str]
"""New labels of blank nodes by the engine's own, which are made by chance."""


def to_term(node: NamedNode | BlankNode | Literal | Triple, names: Names) -> Term:
    """A node of the engine as a term; blank nodes are called b0, b1, … in the order in which they come.

    >>> to_term(Literal(7), {})
    Term(type='literal', value='7', datatype='http://www.w3.org/2001/XMLSchema#integer', language='', parts=())
    """
    if isinstance(node, NamedNode):
        return Term("uri", node.value)
    if isinstance(node, BlankNode):
        return Term("bnode", names.setdefault(node.value, f"b{len(names)}"))
    if isinstance(node, Triple):
        return Term("triple", "", parts=tuple(to_term(part, names) for part in node))
    language = node.language or ""
    datatype = "" if language or node.datatype.value == f"{XSD}string" else node.datatype.value
    return Term("literal", node.value, datatype, language)


def read_term(fields: list[object]) -> Term:
    """A term as JSON gave it back."""
    kind, value, datatype, language, parts = fields
    inner = tuple(read_term(part) for part in parts) if isinstance(parts, list) else ()
    return Term(str(kind), str(value), str(datatype), str(language), inner)
