"""`pcgraph sparql`: the user's own SPARQL, read-only and bounded."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pcgraph.cli.console import choose_format, data_option, note, use_color, write_output
from pcgraph.cli.reading import get_table_width, to_view
from pcgraph.errors import CallError
from pcgraph.sparql import DEFAULT_LIMIT, DEFAULT_TIMEOUT_S, SparqlAnswer, run_sparql
from pcgraph.sparql.formats import FORMATS, write_answer
from pcgraph.sparql.text import MAX_QUERY_BYTES, decode_query
from pcgraph.store import is_stale
from pcgraph.terms import PREFIXES

_PREFIX_LINES = "\n".join(f"  {prefix + ':':9}{iri}" for prefix, iri in PREFIXES.items())
EXAMPLES = f"""\b
Known without a PREFIX line:
{_PREFIX_LINES}

\b
Two queries, and how to run them:
  SELECT ?name (COUNT(DISTINCT ?deliverable) AS ?deliverables)
  WHERE {{ ?partner pcg:supports ?deliverable ; skos:prefLabel ?name }}
  GROUP BY ?name
  ORDER BY DESC(?deliverables) ?name

\b
  CONSTRUCT {{ ?deliverable pcg:ledBy ?post . ?post skos:prefLabel ?title }}
  WHERE {{ ?deliverable pcg:ledBy ?post . ?post skos:prefLabel ?title }}

\b
Examples:
  pcgraph sparql partners.rq
  pcgraph sparql leads.rq --output leads.ttl
  echo "DESCRIBE <deliverable/2018-21/T3.3>" | pcgraph sparql -
"""
_ENDINGS = {"ttl": "turtle", "nt": "ntriples", "srj": "sparql-json"}
_READ_BYTES = MAX_QUERY_BYTES + 4  # one character more than is taken, so that a longer text is noticed
_NOTED = ("table", "md", "html", "xlsx")


@click.command("sparql", epilog=EXAMPLES)
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--timeout", "timeout_s", type=float, default=DEFAULT_TIMEOUT_S, show_default=True, help="Seconds.")
@click.option(
    "--limit", type=int, default=DEFAULT_LIMIT, show_default=True, help="At most so many rows; a cut is said."
)
@click.option("--stated-only", "is_stated_only", is_flag=True, help="Only what a document states.")
@click.option("--agreed-only", "is_agreed_only", is_flag=True, help="Without judgements that are only proposed.")
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice(FORMATS),
    help="How to write the answer [default: table, turtle for triples, or as FILE ends].",
)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
@data_option
def command(
    file: Path,
    timeout_s: float,
    limit: int,
    is_stated_only: bool,
    is_agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Answer a query of your own: SELECT, ASK, CONSTRUCT or DESCRIBE in FILE, or on stdin with "-".

    It only reads: SPARQL Update and SERVICE are refused, FROM takes graphs of the store. After
    --timeout seconds the query is stopped. IRIs may be written relative to the dataset's base:
    <deliverable/2018-21/T3.3>, FROM <graph/document/t3-2018q1>.

    The graph holds the narratives' own words where they were at hand when it was built, and a query
    reads them too, unlike "pcgraph export": look at an answer before you pass it on.
    """
    chosen = _choose_format(output_format, output)
    view = to_view(is_stated_only, is_agreed_only)
    text = _read_query(file)
    if is_stale(data):
        note(f"The tables in {data} have changed since the graph was built. Run: pcgraph build --data {data}")
    answer = run_sparql(data, text, timeout_s=timeout_s, limit=limit, view=view)
    _print(answer, chosen, output, title="" if file == Path("-") else file.name)


def _choose_format(output_format: str | None, output: Path | None) -> str:
    """The format asked for, or the one that the output file's ending names; empty for the answer's own."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    if output_format is None and ending in _ENDINGS:
        return _ENDINGS[ending]
    if output_format is None and ending in ("", "txt"):
        return ""
    return choose_format(output_format, output)


def _read_query(file: Path) -> str:
    """The text of a query file, or of stdin.

    Raises:
        CallError: It cannot be read.
        QueryError: It is no text, or longer than any query.
    """
    try:
        if file != Path("-"):
            with file.open("rb") as opened:
                content = opened.read(_READ_BYTES)
        else:
            content = sys.stdin.buffer.read(_READ_BYTES) if sys.stdin else b""  # none where it is closed
    except OSError as error:
        raise CallError(
            f"Cannot read {file}: {(error.strerror or str(error)).lower()}.", hint="Name a file that holds a query."
        ) from error
    return decode_query(content)


def _print(answer: SparqlAnswer, chosen: str, output: Path | None, *, title: str) -> None:
    """Write the answer; what its format cannot carry goes to stderr."""
    color = use_color() and output is None
    write_output(write_answer(answer, chosen, title=title, width=get_table_width(output), color=color), output)
    is_carried = answer.kind == "rows" and (chosen or "table") in _NOTED
    if answer.note and not is_carried:
        note(answer.note)
    if answer.kind != "truth" and not (answer.rows or answer.triples):
        note("The query found nothing.")
