"""What a query may not ask for, found before it runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_uppercase

from pyoxigraph import Literal, Variable
from pyoxigraph import Store as Engine

from pcgraph.errors import QueryError
from pcgraph.store.base import View


def find_syntax_error(query: str, *, prefixes: Mapping[str, str] | None = None, base: str | None = None) -> str | None:
    """Why the engine's parser does not take a query, in its own words, or None. Nothing is evaluated.

    The engine is asked to put a value in place of a variable that the query does not have: it
    refuses to, after parsing and before it evaluates anything. Its place of the error is the end of
    the longest thing that it looked for there, not the place where the query goes wrong.

    Args:
        query: SPARQL, free of SERVICE where a parser of another version might evaluate it after all.
        prefixes: Those known without a PREFIX line.
        base: What relative IRIs are resolved against.
    """
    unused = "unused"
    while unused in query:
        unused += "_"
    known = dict(prefixes) if prefixes else None
    try:
        Engine().query(query, prefixes=known, base_iri=base, substitutions={Variable(unused): Literal("")})
    except SyntaxError as error:
        return str(error.msg)
    except RuntimeError:  # there is no such variable: the query was parsed
        return None
    return None


def misspell(query: str, keyword: str) -> str:
    """A query with a keyword misspelt wherever it stands, by a word of its length that the query does not have.

    >>> misspell("SELECT ?service { SERVICE <x:y> {} }", "SERVICE")
    'SELECT ?SERVICA { SERVICA <x:y> {} }'
    """
    shown = query.upper()
    words = (keyword[:-1] + letter for letter in ascii_uppercase if letter != keyword[-1])
    # Where the query has them all, one of them misleads nobody: it is no keyword either.
    word = next((word for word in words if word not in shown), f"{keyword[:-1]}Q")
    return re.sub(keyword, word, query, flags=re.IGNORECASE | re.ASCII)


def find_refusal(
    query: str, keyword: str, *, prefixes: Mapping[str, str] | None = None, base: str | None = None
) -> str | None:
    """Why the engine cannot do without a keyword of a query, in its parser's words, or None.

    The engine's own parser decides: the query is parsed once more with the keyword misspelt. Inside
    a text, an IRI, a name or a comment that makes no difference; as a keyword it is no longer
    SPARQL. To look for the word by rules of our own would be to be fooled sooner or later:
    Oxigraph takes `1SERVICE:x{…}` and reads `<?b#> ...` as a comparison and a comment.

    Args:
        query: SPARQL.
        keyword: In upper case.
        prefixes: Those known without a PREFIX line.
        base: What relative IRIs are resolved against.
    """
    if keyword not in query.upper():
        return None
    return find_syntax_error(misspell(query, keyword), prefixes=prefixes, base=base)


def refuse_service(query: str, *, prefixes: Mapping[str, str] | None = None, base: str | None = None) -> None:
    """Refuse what would leave the machine.

    Raises:
        QueryError: SERVICE is asked for.
    """
    if reason := find_refusal(query, "SERVICE", prefixes=prefixes, base=base):
        raise QueryError(
            f"SERVICE is refused: a query reads this graph only, never the network (or it is not SPARQL: {reason}).",
            hint="Take the SERVICE part out.",
        )


def refuse_unsafe(query: str, *, view: View) -> None:
    """Refuse what would leave the machine, or read past the view.

    Raises:
        QueryError: SERVICE is asked for; or FROM beside a view that chooses the graphs itself.
    """
    refuse_service(query)
    if view != "all" and (reason := find_refusal(query, "FROM")):
        raise QueryError(
            f"FROM does not go with the view “{view}”: both choose what is read (or it is not SPARQL: {reason}).",
            hint="Take FROM out, or ask without narrowing.",
        )
