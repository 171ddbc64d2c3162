"""Readers of source documents: one file a format, all giving the same `Document` of located lines."""

from __future__ import annotations

from pathlib import Path

from pcgraph.documents.document import Document, Line
from pcgraph.documents.text import read_text
from pcgraph.errors import DocumentError

READERS = {".txt": read_text, ".text": read_text, ".md": read_text, "": read_text}
"""Reader by the ending of a file's name."""


def read_document(path: Path, *, encoding: str | None = None) -> Document:
    """Read one source document.

    Args:
        path: The file.
        encoding: The text's encoding where it is not UTF-8, such as `cp1252`.

    Raises:
        DocumentError: The file is missing, empty, binary, too large, of a format without a
            reader, or not in the encoding.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise DocumentError(
            f"{path}: files that end in {path.suffix} cannot be read.",
            hint=f"Save it as text ({', '.join(ending for ending in READERS if ending)}).",
        )
    return reader(path, encoding)


__all__ = ["READERS", "Document", "Line", "read_document"]
