"""What goes wrong, said in one line with a hint.

Every error that a user can cause is a `PcgraphError`; the command line turns it
into one line on stderr and exit code 2. Anything else is a bug of ours (exit 3).
"""

from __future__ import annotations

from collections.abc import Sequence


class PcgraphError(Exception):
    """Something the user can mend.

    Args:
        message: Which thing, what was found, what was expected; one line.
        hint: The next step to try; one line, may be empty.
        details: Further findings of the same kind, one line each (all the
            errors of a damaged table at once).
    """

    code = "error"
    exit_code = 2

    def __init__(self, message: str, *, hint: str = "", details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = tuple(details)


class CallError(PcgraphError):
    """The call itself is wrong: an unknown name, a bad value, two options that exclude each other."""

    code = "wrong-call"


class DocumentError(PcgraphError):
    """A source document cannot be read: empty, binary, wrong encoding, of no known kind."""

    code = "document"


class DatasetError(PcgraphError):
    """The tables of a dataset are missing or damaged."""

    code = "dataset"


class StoreError(PcgraphError):
    """The store is missing, damaged, or cannot be written."""

    code = "store"


class QueryError(PcgraphError):
    """A query file or a query's parameter is wrong."""

    code = "query"


class OntologyError(PcgraphError):
    """An ontology file is missing or not valid Turtle."""

    code = "ontology"
