"""The text of a query, as it comes from a file or a program."""

from __future__ import annotations

from pcgraph.errors import QueryError

MAX_QUERY_BYTES = 1_000_000
"""A longer query than this nobody has written."""

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"PK\x03\x04": "a Word or zip file", b"%PDF": "PDF"}


def decode_query(content: bytes) -> str:
    """A query's text from its bytes.

    Raises:
        QueryError: It is not UTF-8, or one of `check_query_text`.
    """
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            raise QueryError(f"The query is {name}, not plain text.", hint="Save it as UTF-8 text.")
    try:
        return check_query_text(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        if len(content) > MAX_QUERY_BYTES:
            raise _refuse_length() from error
        line = content.count(b"\n", 0, error.start) + 1
        raise QueryError(f"The query is not UTF-8 at line {line}.", hint="Save it as UTF-8 text.") from error


def check_query_text(text: str) -> str:
    """The text without a byte order mark.

    Raises:
        QueryError: It is empty, too long, or no text at all.
    """
    query = text.removeprefix("\ufeff")
    try:
        size = len(query.encode())
    except UnicodeEncodeError as error:
        raise QueryError("The query holds half a character.", hint="Save it as UTF-8 text.") from error
    if not query.strip():
        raise QueryError("The query is empty.", hint="Write a SELECT, ASK, CONSTRUCT or DESCRIBE.")
    if size > MAX_QUERY_BYTES:
        raise _refuse_length()
    return query


def _refuse_length() -> QueryError:
    return QueryError(f"The query is longer than {MAX_QUERY_BYTES:,} bytes.", hint="Ask in several queries.")
