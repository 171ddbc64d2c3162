"""In which order the columns of `SELECT *` are shown."""

from __future__ import annotations

from pcgraph.sparql.tokens import list_tokens


def find_column_order(query: str, columns: list[str]) -> list[int]:
    """The places of the columns in the order to show them.

    Those of a `SELECT *` come as the query first names them (the engine gives them by the alphabet);
    all others stay as they are.

    Args:
        query: The query.
        columns: Its variables, as the engine gives them.

    >>> find_column_order("SELECT * { ?s ?p ?o }", ["o", "p", "s"])
    [2, 1, 0]
    """
    order = list(range(len(columns)))
    words = [token.text for token in list_tokens(query)]
    after = next((place + 1 for place, word in enumerate(words) if word.upper() == "SELECT"), 0)
    chosen = [word for word in words[after : after + 2] if word.upper() not in ("DISTINCT", "REDUCED")]
    if chosen[:1] != ["*"]:
        return order
    first: dict[str, int] = {}
    for place, word in enumerate(words):
        if word[0] in "?$":
            first.setdefault(word[1:], place)
    return sorted(order, key=lambda place: first.get(columns[place], len(words)))
