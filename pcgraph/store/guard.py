"""What a query may not ask for, found before it runs."""

from __future__ import annotations

import re

from pyoxigraph import Store as Engine

from pcgraph.errors import QueryError
from pcgraph.store.base import View


def find_refusal(query: str, keyword: str) -> str | None:
    """Why the engine cannot do without a keyword of a query, in its parser's words, or None.

    The engine's own parser decides: the query is parsed once more with the keyword misspelt. Inside
    a text, an IRI, a name or a comment that makes no difference; as a keyword it is no longer
    SPARQL. To look for the word by rules of our own would be to be fooled sooner or later:
    Oxigraph takes `1SERVICE:x{…}` and reads `<?b#> ...` as a comparison and a comment.

    Args:
        query: SPARQL.
        keyword: In upper case.
    """
    if keyword not in query.upper():
        return None
    misspelt = re.sub(keyword, f"{keyword[:-1]}Q", query, flags=re.IGNORECASE | re.ASCII)
    try:
        Engine().query(misspelt)
    except SyntaxError as error:
        return str(error.msg)
    return None


def refuse_unsafe(query: str, *, view: View) -> None:
    """Refuse what would leave the machine, or read past the view.

    Raises:
        QueryError: SERVICE is asked for; or FROM beside a view that chooses the graphs itself.
    """
    if reason := find_refusal(query, "SERVICE"):
        raise QueryError(
            f"SERVICE is refused: a query reads this graph only, never the network (or it is not SPARQL: {reason}).",
            hint="Take the SERVICE part out.",
        )
    if view != "all" and (reason := find_refusal(query, "FROM")):
        raise QueryError(
            f"FROM does not go with the view “{view}”: both choose what is read (or it is not SPARQL: {reason}).",
            hint="Take FROM out, or ask without narrowing.",
        )
