"""Readers of source documents: one file a format, all giving the same `Document` of located lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pcgraph.documents.document import Document, Line, describe_lines
from pcgraph.documents.signature import OLD_ENDINGS
from pcgraph.errors import DocumentError

OnPage = Callable[[int, int], None]
"""Called while a document is read, with the number of the page and how many there are."""

TEXT_ENDINGS = (".txt", ".text", ".md", "")
"""Endings of plain text."""

ENDINGS = (*TEXT_ENDINGS, ".pdf", ".docx", ".xlsx", ".xlsm")
"""Endings of the files that can be read."""


def read_document(path: Path, *, encoding: str | None = None, on_page: OnPage = lambda *_: None) -> Document:
    """Read one source document.

    Args:
        path: The file; its ending says which format it is.
        encoding: The encoding of a text that is not UTF-8, such as `cp1252`; other formats say it themselves.
        on_page: Called with page and pages while a PDF is read.

    Raises:
        DocumentError: The file is missing, empty, damaged, protected, too large, not what its
            ending says, of a format without a reader, or a text not in the encoding.
    """
    ending = path.suffix.lower()
    if ending == ".pdf":
        from pcgraph.documents.pdf import read_pdf

        return read_pdf(path, on_page=on_page)
    if ending == ".docx":
        from pcgraph.documents.word import read_word

        return read_word(path)
    if ending in (".xlsx", ".xlsm"):
        from pcgraph.documents.excel import read_excel

        return read_excel(path)
    if ending in TEXT_ENDINGS:
        from pcgraph.documents.text import read_text

        return read_text(path, encoding)
    old = OLD_ENDINGS.get(ending)
    raise DocumentError(
        f"{path}: files that end in {path.suffix} cannot be read.",
        hint=old.hint if old else f"Save it as one of {', '.join(filter(None, ENDINGS))}.",
    )


__all__ = ["ENDINGS", "TEXT_ENDINGS", "Document", "Line", "OnPage", "describe_lines", "read_document"]
