"""What a file really is, by its first bytes: an ending may lie."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pcgraph.errors import DocumentError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_WITHIN = 1024
"""A PDF's mark may stand behind so many bytes of something else (PDF 1.7, annex H, note 13)."""


class Kind(NamedTuple):
    """A kind of file.

    Attributes:
        name: In words, such as "a PDF"; "" for what is not known.
        hint: What to do with such a file under another ending.
    """

    name: str
    hint: str


_SAVE = "Save it as .docx, .xlsx, .pdf or text."
_PDF = Kind("a PDF", "Rename it so that it ends in .pdf.")
_DOCX = Kind("a Word document", "Rename it so that it ends in .docx.")
_XLSX = Kind("an Excel workbook", "Rename it so that it ends in .xlsx.")
_ENCRYPTED = Kind("protected by a password", "Open it, save it without a password, and read that copy.")
_OLD_WORD = Kind("an old Word document (.doc)", "Open it in Word and save it as .docx.")
_OLD_EXCEL = Kind("an old Excel workbook (.xls)", "Open it in Excel and save it as .xlsx.")
_OLD_OFFICE = Kind("an old Office file", _SAVE)
_CUT = Kind("damaged or cut off", "Save it again, or fetch it again.")
_ZIPPED = Kind("a ZIP archive", "Unpack it and read the documents in it.")
_UNKNOWN = Kind("", _SAVE)

_BY_PREFIX = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", Kind("a rich text file (.rtf)", _SAVE)),
    (b"\x89PNG", Kind("a picture", "It needs text recognition (OCR) first.")),
    (b"\xff\xd8\xff", Kind("a picture", "It needs text recognition (OCR) first.")),
    (b"II*\x00", Kind("a picture", "It needs text recognition (OCR) first.")),
    (b"MM\x00*", Kind("a picture", "It needs text recognition (OCR) first.")),
    (b"\x1f\x8b", Kind("a compressed file", "Unpack it first.")),
)
_BY_ENTRY = (
    ("word/document.xml", _DOCX),
    ("xl/workbook.xml", _XLSX),
    ("xl/workbook.bin", Kind("a binary Excel workbook (.xlsb)", "Open it in Excel and save it as .xlsx.")),
    ("ppt/presentation.xml", Kind("a PowerPoint presentation", _SAVE)),
    ("content.xml", Kind("an OpenDocument file", _SAVE)),
)
_BY_STREAM = (
    ("EncryptedPackage", _ENCRYPTED),
    ("WordDocument", _OLD_WORD),
    ("Workbook", _OLD_EXCEL),
    ("Book", _OLD_EXCEL),
)

EXPECTED = {".pdf": _PDF, ".docx": _DOCX, ".xlsx": _XLSX, ".xlsm": _XLSX}
"""What a file must be, by its ending."""

OLD_ENDINGS = {".doc": _OLD_WORD, ".xls": _OLD_EXCEL}
"""Endings of formats that are known but not read."""


def check_signature(path: Path, content: bytes) -> None:
    """Refuse a file that is not what its ending says.

    Args:
        path: The file, for its ending and the message.
        content: Its bytes.

    Raises:
        DocumentError: The file is empty, protected by a password, or of another kind.
    """
    expected = EXPECTED.get(path.suffix.lower())
    if not content.strip(b"\x00 \t\r\n"):
        raise DocumentError(f"{path} is empty.", hint="Check that it was saved, or leave it out.")
    found = _PDF if expected is _PDF and b"%PDF-" in content[:_PDF_WITHIN] else find_signature(content)
    if found == expected or (expected is None and not found.name):
        return
    if found in (_ENCRYPTED, _CUT):
        raise DocumentError(f"{path} is {found.name}.", hint=found.hint)
    if expected is None:
        raise DocumentError(f"{path} is not text but {found.name}.", hint=found.hint)
    real = f"it is {found.name}" if found.name else _describe(content)
    raise DocumentError(f"{path} is not {expected.name} as its ending says: {real}.", hint=found.hint)


def find_signature(content: bytes) -> Kind:
    """What the bytes are; a `Kind` without a name where that is not known (text, perhaps)."""
    if content.startswith(_OLE):
        return next((kind for name, kind in _BY_STREAM if name.encode("utf-16-le") in content), _OLD_OFFICE)
    if content.startswith(_ZIP):
        return _find_in_archive(content)
    return next((kind for prefix, kind in _BY_PREFIX if content.startswith(prefix)), _UNKNOWN)


def _find_in_archive(content: bytes) -> Kind:
    """What an archive holds."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return _CUT
    return next((kind for name, kind in _BY_ENTRY if name in names), _ZIPPED)


def _describe(content: bytes) -> str:
    head = content[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "it is a web page"
    return "it is text" if b"\x00" not in content[:_PDF_WITHIN] and _is_text(content) else "it is of no known kind"


def _is_text(content: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\r\n\f" for byte in content[:_PDF_WITHIN])
    return controls == 0
