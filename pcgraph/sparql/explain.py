"""A query's fault in one line for its author: what, where in their text, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pcgraph.errors import QueryError
from pcgraph.query.catalogue import suggest
from pcgraph.sparql.locate import Fault, find_fault
from pcgraph.sparql.tokens import Token, find_place, find_unclosed
from pcgraph.store.guard import misspell

UPDATES = frozenset("INSERT DELETE LOAD CLEAR CREATE DROP ADD MOVE COPY WITH".split())
"""What an update begins with. Source: SPARQL 1.1 Update, section 3."""

_KEYWORDS = (
    "SELECT CONSTRUCT DESCRIBE ASK WHERE FROM NAMED PREFIX BASE DISTINCT REDUCED FILTER OPTIONAL UNION MINUS GRAPH "
    "BIND VALUES GROUP HAVING ORDER LIMIT OFFSET EXISTS COUNT REGEX CONTAINS BOUND COALESCE UNDEF DESC SERVICE"
).split()
_SENTENCES = {
    "a variable that is unbound": "the SELECT gives a variable that is neither grouped by nor counted.",
    "SELECT * is not authorized": "SELECT * does not go with GROUP BY.",
    "Duplicated variable name": "the SELECT gives one variable twice.",
    "overrides an existing variable": "the SELECT gives a new value to a variable that has one.",
}
"""What the engine's parser says of a whole query, and our words for it."""

_SERVICE = re.compile("SERVICE", re.IGNORECASE | re.ASCII)
_SHOWN = 40


def explain_fault(query: str, *, prefixes: Mapping[str, str], base: str) -> QueryError | None:
    """What is wrong with a query, or None where its grammar is sound and it asks for no SERVICE.

    Args:
        query: As its author wrote it; the line and column are of this text.
        prefixes: Those known without a PREFIX line.
        base: What relative IRIs are resolved against.
    """
    searched = misspell(query, "SERVICE")  # of the same length, and no beginning of it can reach the network
    fault = find_fault(searched, prefixes=prefixes, base=base)
    if fault is None:
        return None
    if fault.token is None:
        return _explain_end(query, fault)
    token = fault.token._replace(text=query[fault.token.start : fault.token.end])
    place = write_place(query, token)
    word = token.text.upper()
    if _SERVICE.match(token.text):
        return QueryError(
            f"SERVICE is refused ({place}): a query reads this graph only, never the network.",
            hint="Take the SERVICE part out.",
        )
    if token.kind == "open":
        return _explain_unclosed(query, token)
    if word in UPDATES:
        return QueryError(
            f"SPARQL Update is refused ({word} at {place}): this command only reads.",
            hint="Change the tables, then: pcgraph build",
        )
    return QueryError(
        f"The query is not SPARQL at {place}: “{_shorten(token.text)}” cannot stand here.",
        hint=_advise(token, fault, prefixes),
    )


def _explain_end(query: str, fault: Fault) -> QueryError:
    """Nothing is wrong before the end: something is not closed, missing, or said of the whole."""
    sentence = next((words for mark, words in _SENTENCES.items() if mark in fault.reason), None)
    if sentence:
        return QueryError(f"The query is not SPARQL: {sentence}", hint="Compare its SELECT with the rest.")
    unclosed = find_unclosed(fault.before) or _find_open_iri(fault)
    if unclosed:
        return _explain_unclosed(query, unclosed)
    if not fault.before:
        return QueryError("The query is empty.", hint="Write a SELECT, ASK, CONSTRUCT or DESCRIBE.")
    last = fault.before[-1]
    return QueryError(
        f"The query is not SPARQL: it ends too early, after “{_shorten(last.text)}” at {write_place(query, last)}.",
        hint="Say what is to follow there.",
    )


def _explain_unclosed(query: str, token: Token) -> QueryError:
    return QueryError(
        f"The query is not SPARQL: the {token.text} at {write_place(query, token)} is never closed.",
        hint=r"Close it; within a text, a quotation mark is written \"." if token.kind == "open" else "Close it.",
    )


def _find_open_iri(fault: Fault) -> Token | None:
    """The last `<` that begins an IRI without an end, or None."""
    signs = [token for token in fault.before if token.text == "<"]
    return signs[-1] if signs and '">"' in fault.reason else None


def _advise(token: Token, fault: Fault, prefixes: Mapping[str, str]) -> str:
    """What to do about a token that cannot stand where it stands."""
    if "Prefix not found" in fault.reason and token.kind == "name":
        name = token.text.partition(":")[0]
        known = suggest(name, list(prefixes), "pcgraph sparql --help")
        return f"There is no prefix {name}: in this query. {known}"
    if "IRI parsing failed" in fault.reason:
        return "This is no IRI: spaces and the like are written %20."
    if token.text == "\\":
        return r"Escapes such as \u0041 are for texts, IRIs and names."
    if token.text == "," and _is_in_projection(fault.before):
        return "Variables of a SELECT stand side by side, without commas."
    if token.text == ";" and _is_closed(fault.before):
        return "One query at a time: nothing may follow it."
    if token.kind == "word" and token.text.isalpha() and (near := _find_keyword(token.text)):
        return f"Did you mean {near}?"
    if token.text in ("}", ")", "]"):
        return "Something is missing before it: a triple has subject, predicate and object."
    return "Look at what stands before it: a full stop, a semicolon or a bracket may be missing."


def _is_in_projection(before: list[Token]) -> bool:
    return all(token.text != "{" for token in before)


def _is_closed(before: list[Token]) -> bool:
    return any(token.text == "}" for token in before) and find_unclosed(before) is None


def _find_keyword(word: str) -> str | None:
    """The keyword that a word may be a misspelling of, or None."""
    from difflib import get_close_matches

    upper = word.upper()
    near = get_close_matches(upper, _KEYWORDS, n=1, cutoff=0.7)
    return near[0] if near and near[0] != upper else None


def write_place(query: str, token: Token) -> str:
    """Where a token stands, in words."""
    line, column = find_place(query, token.start)
    return f"line {line}, column {column}"


def _shorten(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
