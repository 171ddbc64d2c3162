"""Plain text, as it is drawn from PDF or Word."""

from __future__ import annotations

import re
from pathlib import Path

from pcgraph.documents.document import Document
from pcgraph.documents.opening import CONTROLS, read_bytes, to_document
from pcgraph.documents.signature import check_signature
from pcgraph.errors import DocumentError

MAX_TEXT_BYTES = 32 * 1024 * 1024

_LINE_END = re.compile(r"\r\n|\r|\n")
_SAMPLE_BYTES = 65_536
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UNUSED_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_MAX_HIGH_SHARE = 0.25
"""Of a Western text's bytes, so few at most are no ASCII: pounds, dashes, quotes, accents."""


def read_text(path: Path, encoding: str | None = None) -> Document:
    """Read a text file.

    Args:
        path: The file.
        encoding: Its encoding; UTF-8 (with or without a byte order mark) unless given.

    Raises:
        DocumentError: The file is missing, empty, binary, too large, or not in the encoding.
    """
    content = read_bytes(path, limit_bytes=MAX_TEXT_BYTES)
    check_signature(path, content)
    text = _decode(content, path, encoding)
    return to_document(path, content, [("", line.replace("\f", "")) for line in _LINE_END.split(text)])


def _decode(content: bytes, path: Path, encoding: str | None) -> str:
    if encoding is None and content.startswith(_UTF_16_MARKS):
        encoding = "utf-16"
    elif encoding is None and b"\x00" in content[:_SAMPLE_BYTES]:
        raise _to_binary_error(path, content)
    try:
        text = content.decode(encoding or "utf-8-sig")
    except LookupError:
        raise DocumentError(f"There is no encoding “{encoding}”.", hint="Try --encoding cp1252.") from None
    except UnicodeDecodeError as error:
        raise _to_encoding_error(path, content, error, encoding) from None
    except UnicodeError:
        raise DocumentError(f"{path} cannot be read as {encoding}.", hint="Try --encoding cp1252.") from None
    if len(CONTROLS.findall(text[:_SAMPLE_BYTES])) > len(text[:_SAMPLE_BYTES]) // 100:
        raise _to_binary_error(path, content)
    return text


def _to_binary_error(path: Path, content: bytes) -> DocumentError:
    """The refusal of a file with NUL bytes or many control characters; UTF-16 without its mark is named."""
    sample = content[:_SAMPLE_BYTES]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros and zeros.count(0) > 0.7 * len(zeros):
            return DocumentError(
                f"{path} is not UTF-8: it looks like UTF-16.", hint=f"Add --encoding {encoding}, or save it as UTF-8."
            )
    return DocumentError(f"{path} is not text but binary.", hint="Save the document as text first.")


def _to_encoding_error(path: Path, content: bytes, error: UnicodeDecodeError, encoding: str | None) -> DocumentError:
    """The refusal of bytes that are not in the encoding; what it looks like instead is named."""
    line = content.count(b"\n", 0, error.start) + 1
    byte = f"byte 0x{content[error.start]:02x} in line {line}"
    if encoding is None and _looks_like_cp1252(content):
        return DocumentError(
            f"{path} is not UTF-8: {byte}; it looks like Windows-1252.",
            hint="Add --encoding cp1252, or save it as UTF-8.",
        )
    return DocumentError(
        f"{path} is not {encoding or 'UTF-8'}: {byte}.",
        hint="Save it as UTF-8, or say what it is, for example --encoding cp1252.",
    )


def _looks_like_cp1252(content: bytes) -> bool:
    """Whether bytes can be a Western Windows text: few above ASCII, none that the code page leaves unused."""
    high = [byte for byte in content if byte > 0x7F]
    return len(high) <= _MAX_HIGH_SHARE * len(content) and not _UNUSED_IN_CP1252.intersection(high)
