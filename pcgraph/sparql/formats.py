"""An answer in the format asked for: a table of any kind, SPARQL's own JSON, Turtle, N-Triples."""

from __future__ import annotations

import json
from itertools import dropwhile

from pcgraph.errors import CallError
from pcgraph.render import FORMATS as TABLE_FORMATS
from pcgraph.render import render_records
from pcgraph.sparql.answer import SparqlAnswer
from pcgraph.sparql.shown import to_records
from pcgraph.sparql.term import Term
from pcgraph.terms import PREFIXES

GRAPH_FORMATS = ("turtle", "ntriples")
FORMATS = (*TABLE_FORMATS, "sparql-json", *GRAPH_FORMATS)
"""Every format; the graph formats are for CONSTRUCT and DESCRIBE, sparql-json for SELECT and ASK."""

_PEOPLE = ("table", "md", "html", "xlsx")
_CONTROLS = {code: f"\\u{code:04X}" for code in (*range(9), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0))}
"""In Turtle and N-Triples these stand in texts only, and may be escaped there: a terminal would obey some."""


def write_answer(
    answer: SparqlAnswer, format_name: str = "", *, title: str = "", width: int | None = None, color: bool = False
) -> str | bytes:
    """An answer in one of the `FORMATS`.

    Args:
        answer: What the query gave.
        format_name: A key of `FORMATS`; a table, or Turtle for triples, unless given.
        title: What a table is called.
        width: Columns of the terminal that a table must fit; None for as wide as the cells.
        color: Whether a table may carry colours.

    Returns:
        Text, its last line ended; bytes for xlsx. The same answer gives the same.

    Raises:
        CallError: There is no such format, or it is not for such an answer.
    """
    chosen = format_name or ("turtle" if answer.kind == "triples" else "table")
    _check_format(answer, chosen)
    if chosen == "turtle":
        return _write_turtle(answer)
    if chosen == "ntriples":
        return "".join(f"{line}\n" for line in answer.triples).translate(_CONTROLS)
    if chosen == "sparql-json":
        return json.dumps(_to_results(answer), indent=2) + "\n"
    if answer.kind == "truth" and chosen == "table":
        return "yes\n" if answer.truth else "no\n"
    records = to_records(answer, title=title, is_short=chosen in _PEOPLE)
    return render_records(records, chosen, width=width, color=color)


def _check_format(answer: SparqlAnswer, chosen: str) -> None:
    if chosen in GRAPH_FORMATS and answer.kind != "triples":
        form = "A SELECT gives rows" if answer.kind == "rows" else "An ASK gives yes or no"
        raise CallError(
            f"{form}; {chosen} is for the triples of a CONSTRUCT or DESCRIBE.", hint="Use --format table, csv or json."
        )
    if chosen == "sparql-json" and answer.kind == "triples":
        raise CallError("sparql-json is for the rows of a SELECT.", hint="Use --format turtle, ntriples or json.")


def _write_turtle(answer: SparqlAnswer) -> str:
    """Through pyoxigraph, which writes in the order in which it reads; with the prefixes that are used.

    Its own head is in a random order, and has the prefixes relative to the base.
    """
    from pyoxigraph import RdfFormat, parse, serialize

    text = "\n".join(answer.triples)
    used = {prefix: iri for prefix, iri in PREFIXES.items() if f"<{iri}" in text}
    triples = (quad.triple for quad in parse(text, RdfFormat.N_TRIPLES))
    content = serialize(triples, format=RdfFormat.TURTLE, prefixes=used, base_iri=answer.base) or b""
    body = dropwhile(lambda line: line.startswith(("@base ", "@prefix ")), content.decode().splitlines(keepends=True))
    head = [f"@base <{answer.base}> .\n", *(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(used.items()))]
    return "".join([*head, *body]).translate(_CONTROLS)


def _to_results(answer: SparqlAnswer) -> dict[str, object]:
    """Source: SPARQL 1.1 Query Results JSON Format."""
    if answer.kind == "truth":
        return {"head": {}, "boolean": answer.truth}
    rows = [
        {name: _to_json(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": rows}}


def _to_json(term: Term) -> dict[str, object]:
    if term.type == "triple":
        names = ("subject", "predicate", "object")
        parts = {name: _to_json(part) for name, part in zip(names, term.parts, strict=True)}
        return {"type": "triple", "value": parts}
    fields: dict[str, object] = {"type": term.type, "value": term.value}
    if term.datatype:
        fields["datatype"] = term.datatype
    if term.language:
        fields["xml:lang"] = term.language
    return fields
