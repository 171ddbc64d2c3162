"""Which source documents are at hand: files of a folder matched to the table `documents` by their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pcgraph.documents import TEXT_ENDINGS, read_document
from pcgraph.errors import DocumentError
from pcgraph.extract.furniture import clear_furniture
from pcgraph.model import Row

Lines = list[tuple[str, str]]
"""Place and text of each line of a document."""

_FALLBACK_ENCODING = "cp1252"


def read_sources(documents: Sequence[Row], folder: Path | None) -> tuple[dict[str, Lines], tuple[str, ...]]:
    """Read the documents of which the very file lies in a folder.

    Args:
        documents: The table `documents`.
        folder: Where the files lie, or None where there is no such folder.

    Returns:
        The lines of each document at hand by its id, and the ids of those not at hand: no file
        has these bytes, or it cannot be read as text.

    Raises:
        OSError: The folder or a file in it cannot be read.
    """
    files = {sha256(file.read_bytes()).hexdigest(): file for file in _list_files(folder)}
    found: dict[str, Lines] = {}
    for row in documents:
        file = files.get(row["sha256"])
        lines = _find_lines(file) if file else None
        if lines is not None:
            found[row["id"]] = lines
    return found, tuple(sorted(row["id"] for row in documents if row["id"] not in found))


def _list_files(folder: Path | None) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.is_file()) if folder and folder.is_dir() else []


def _find_lines(file: Path) -> Lines | None:
    """A document's lines as ingest reads them: without headers and footers of pages.

    Which encoding a text was ingested with is not recorded, so two are tried.
    """
    is_text = file.suffix.lower() in TEXT_ENDINGS
    for encoding in (None, _FALLBACK_ENCODING) if is_text else (None,):
        try:
            document = clear_furniture(read_document(file, encoding=encoding))
            return [(line.place or str(line.number), line.text) for line in document.lines]
        except DocumentError:
            continue
    return None
