"""Ask a canned query."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pcgraph.errors import QueryError
from pcgraph.query.catalogue import load_catalogue, read_query_text, suggest
from pcgraph.query.files import QueryFile
from pcgraph.query.sparql_text import fill_parameters
from pcgraph.render.records import Records
from pcgraph.store.base import Answer, Store, View

_READ = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?id WHERE { ?document a pcg:SourceDocument ; dcterms:identifier ?id } ORDER BY ?id
"""
_VIEWS = {
    "all": "",
    "agreed": "Only judgements that the office agreed to are counted.",
    "stated": "Only what a document states is counted.",
}
"""What a reader must know of each view."""


def run_query(
    store: Store, name: str, params: Mapping[str, str], *, view: View = "all", directory: Path | None = None
) -> Records:
    """Ask one of the canned queries.

    Args:
        store: The graph to ask.
        name: The query's name, such as `not-green`.
        params: Values by parameter, as a user writes them; leave out what is not to narrow.
        view: What to read: all, without judgements not yet agreed, or only what documents state.
        directory: The folder of the queries; the shipped one when not given.

    Returns:
        The rows in the query's order; the note says how a code of several plans was read.

    Raises:
        QueryError: The query or a parameter is unknown, or a value means nothing.
    """
    query = load_catalogue(directory).get_query(name)
    _check_names(query, params)
    text = read_query_text(query.file)
    terms, notes = _resolve(store, query, params) if params else ({}, [])
    answer = store.select(fill_parameters(text, terms), view=view)
    notes.append(_VIEWS[view])
    return Records(_to_title(query, params), query.columns, _arrange(query, answer), " ".join(filter(None, notes)))


def _to_title(query: QueryFile, params: Mapping[str, str]) -> str:
    """The question, with what it was asked of."""
    asked = ", ".join(
        f"{parameter.name} {params[parameter.name]}" for parameter in query.params if parameter.name in params
    )
    return f"{query.title} ({asked})" if asked else query.title


def _resolve(store: Store, query: QueryFile, params: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Each given parameter's term, and what to say of how values were read."""
    from pcgraph.query.parameters import resolve_parameter  # a query without parameters needs none of it

    given = [parameter for parameter in query.params if parameter.name in params]
    terms = {parameter.name: resolve_parameter(store, parameter, params[parameter.name]) for parameter in given}
    return {name: term.text for name, term in terms.items()}, [term.note for term in terms.values()]


def find_documents_read(store: Store) -> list[str]:
    """The ids of the documents that the graph was made from."""
    return [str(row[0]) for row in store.select(_READ).rows]


def _check_names(query: QueryFile, params: Mapping[str, str]) -> None:
    names = [parameter.name for parameter in query.params]
    for name in params:
        if name not in names:
            hint = suggest(name, names, f"pcgraph query {query.name} --help")
            raise QueryError(f"The query {query.name} has no parameter “{name}”.", hint=hint)
    for parameter in query.params:
        if parameter.is_required and parameter.name not in params:
            raise QueryError(f"The query {query.name} needs --{parameter.name}.", hint=f"Give {parameter.help}.")


def _arrange(query: QueryFile, answer: Answer) -> tuple[tuple[str | int | float | bool | None, ...], ...]:
    """The answer's cells in the order of the header's columns."""
    keys = [key for key, _ in query.columns]
    if list(answer.columns) == keys:
        return tuple(answer.rows)
    order = [answer.columns.index(key) for key in keys]
    return tuple(tuple(row[i] for i in order) for row in answer.rows)
