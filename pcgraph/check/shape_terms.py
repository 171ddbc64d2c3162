"""RDF terms in the answers of the shapes' queries."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.store.base import Iri, Value
from pcgraph.terms import XSD

BLANK = "_:"
"""Any blank node: its name means nothing outside the answer."""

TERM_CELLS = 4
"""How many cells of a row are one term."""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def write_columns(name: str) -> str:
    """The columns of a SELECT that give a variable's term whole: a store's answer alone has no datatypes."""
    parts = {"text": "STR", "type": "DATATYPE", "language": "LANG"}
    return " ".join([f"?{name}", *(f"({call}(?{name}) AS ?{name}_{part})" for part, call in parts.items())])


def to_term(cells: Sequence[Value]) -> str:
    """A term as N-Triples and SPARQL write it.

    Args:
        cells: What the columns of `write_columns` hold.

    >>> to_term(("2", "2", Iri("http://www.w3.org/2001/XMLSchema#integer"), ""))
    '"2"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    term, text, datatype, language = cells
    if isinstance(term, Iri):
        return f"<{term}>"
    if datatype is None:
        return BLANK
    quoted = f'"{str(text).translate(_ESCAPES)}"'
    if language:
        return f"{quoted}@{language}"
    return quoted if datatype == f"{XSD}string" else f"{quoted}^^<{datatype}>"
