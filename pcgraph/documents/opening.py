"""Opening a document's file: its bytes within a limit, and the document's id."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from pcgraph.documents.document import Document, Line
from pcgraph.errors import DocumentError

MAX_SIZE_BYTES = 64 * 1024 * 1024
MAX_LINE_CHARACTERS = 50_000

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, line ends that editors do not count, marks that turn text around, halves of a character."""


_LINE_ENDS = dict.fromkeys(map(ord, "\r\n\f"), " ")


def read_bytes(path: Path, *, limit_bytes: int = MAX_SIZE_BYTES) -> bytes:
    """A file's content.

    Args:
        path: The file.
        limit_bytes: No more is ever read.

    Raises:
        DocumentError: The file is missing, no regular file, unreadable, or larger than the limit.
    """
    try:
        if not path.is_dir() and path.exists() and not path.is_file():
            raise DocumentError(f"{path} is no regular file.", hint="Save the document as a file first.")
        with path.open("rb") as file:
            content = file.read(limit_bytes + 1)
    except FileNotFoundError:
        raise DocumentError(f"There is no file {path}.", hint="Check the name.") from None
    except IsADirectoryError:
        raise DocumentError(f"{path} is a folder.", hint=f"Name the files in it: {path}/*.txt") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", "") or str(error)).lower()
        raise DocumentError(f"Cannot read {path}: {reason}.", hint="Check the file's rights.") from error
    if len(content) > limit_bytes:
        raise DocumentError(f"{path} is larger than {limit_bytes // 2**20} MB.", hint="Is it a document?")
    return content


def to_document_id(path: Path) -> str:
    """A document's id: the stem of its file's name, without white space or `;`.

    >>> to_document_id(Path("in/Theme 3; final.txt"))
    'Theme-3-final'
    """
    stem = path.stem.encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"[\s;/\\:*?\"<>|\x00-\x1f\x7f-\x9f\u2028-\u202e]+", "-", stem).strip("-.") or "document"


def to_document(path: Path, content: bytes, lines: list[tuple[str, str]], notes: tuple[str, ...] = ()) -> Document:
    """A document from what a reader found: place and text of each line, numbered from 1.

    Raises:
        DocumentError: No line holds a word, or one is longer than any document's line is.
    """
    cleaned = [(place, CONTROLS.sub(" ", text).translate(_LINE_ENDS)) for place, text in lines]
    if not any(text.strip() for _, text in cleaned):
        raise DocumentError(f"{path} is empty.", hint="Check that it was saved, or leave it out.")
    longest = max(len(text) for _, text in cleaned)
    if longest > MAX_LINE_CHARACTERS:
        raise DocumentError(
            f"{path} holds a line of {longest:,} characters; no document's line is that long.",
            hint="Save the document again, with its line ends.",
        )
    numbered = tuple(Line(number, text, place) for number, (place, text) in enumerate(cleaned, start=1))
    return Document(to_document_id(path), path.name, sha256(content).hexdigest(), numbered, notes)
