"""Plain text, as it is drawn from PDF or Word."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from pcgraph.documents.document import Document, Line
from pcgraph.errors import DocumentError

MAX_SIZE_BYTES = 32 * 1024 * 1024
MAX_LINE_CHARACTERS = 50_000

_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line ends that editors do not count, and marks that turn text around."""

_SAMPLE_BYTES = 65_536


def read_text(path: Path, encoding: str | None = None) -> Document:
    """Read a text file.

    Args:
        path: The file.
        encoding: Its encoding; UTF-8 (with or without a byte order mark) unless given.

    Raises:
        DocumentError: The file is missing, empty, binary, too large, or not in the encoding.
    """
    content = _read_bytes(path)
    text = _decode(content, path, encoding)
    if not text.strip():
        raise DocumentError(f"{path} is empty.", hint="Check that it was saved, or leave it out.")
    longest = max(map(len, _LINE_END.split(text)))
    if longest > MAX_LINE_CHARACTERS:
        raise DocumentError(
            f"{path} holds a line of {longest:,} characters; no document's line is that long.",
            hint="Save the document as text again, with its line ends.",
        )
    lines = tuple(Line(number, line.replace("\f", "")) for number, line in enumerate(_LINE_END.split(text), start=1))
    return Document(to_document_id(path), path.name, sha256(content).hexdigest(), lines)


def to_document_id(path: Path) -> str:
    """A document's id: the stem of its file's name, without white space or `;`.

    >>> to_document_id(Path("in/Theme 3; final.txt"))
    'Theme-3-final'
    """
    stem = path.stem.encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"[\s;/\\:*?\"<>|\x00-\x1f\x7f-\x9f\u2028-\u202e]+", "-", stem).strip("-.") or "document"


def _read_bytes(path: Path) -> bytes:
    try:
        if not path.is_dir() and path.exists() and not path.is_file():
            raise DocumentError(f"{path} is no regular file.", hint="Save the document as a file first.")
        with path.open("rb") as file:
            content = file.read(MAX_SIZE_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError(f"There is no file {path}.", hint="Check the name.") from None
    except IsADirectoryError:
        raise DocumentError(f"{path} is a folder.", hint=f"Name the files in it: {path}/*.txt") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DocumentError(f"Cannot read {path}: {reason}.", hint="Check the file's rights.") from error
    if len(content) > MAX_SIZE_BYTES:
        raise DocumentError(f"{path} is larger than {MAX_SIZE_BYTES // 2**20} MB.", hint="Is it a document's text?")
    return content


def _decode(content: bytes, path: Path, encoding: str | None) -> str:
    if encoding is None and (b"\x00" in content[:_SAMPLE_BYTES] and not content.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise DocumentError(f"{path} is not text but binary.", hint="Save the document as text first.")
    if encoding is None and content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    try:
        text = content.decode(encoding or "utf-8-sig")
    except LookupError:
        raise DocumentError(f"There is no encoding “{encoding}”.", hint="Try --encoding cp1252.") from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            f"{path} is not {encoding or 'UTF-8'}: byte 0x{content[error.start]:02x} in line {line}.",
            hint="Save it as UTF-8, or say what it is, for example --encoding cp1252.",
        ) from None
    except UnicodeError:
        raise DocumentError(f"{path} cannot be read as {encoding}.", hint="Try --encoding cp1252.") from None
    if len(_CONTROLS.findall(text[:_SAMPLE_BYTES])) > len(text[:_SAMPLE_BYTES]) // 100:
        raise DocumentError(f"{path} is not text but binary.", hint="Save the document as text first.")
    return _CONTROLS.sub(" ", text)
