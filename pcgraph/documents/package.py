"""Word and Excel files as ZIP archives of XML parts, opened so that no archive can do harm.

Sizes are held against limits as declared and again while unpacking; a part with a document type
(the only way to entities, internal or external) is refused before anything parses it whole.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from pcgraph.errors import DocumentError

MAX_ENTRIES = 4_000
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_XML_BYTES = 128 * 1024 * 1024
MAX_TAGS = 1_000_000
MAX_RATIO = 200
_RATIO_COUNTS_FROM = 4 * 1024 * 1024
_XML_ENDINGS = (".xml", ".rels", ".vml")
_ENCRYPTED_FLAG = 0x1
_AGAIN = "Save it again, or fetch it again."
_HINT = "Open it in Word or Excel and save it anew, or ask its author."
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, LookupError)


class Package:
    """An archive whose sizes were checked; its XML parts can be read.

    Args:
        path: The file, for messages.
        content: Its bytes.

    Raises:
        DocumentError: It is damaged, protected by a password, or unpacks to more than any
            document does.
    """

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except _FAULTS:
            self._refuse("is damaged or cut off", _AGAIN)
        self._entries = {entry.filename: entry for entry in self._archive.infolist()}
        self._check_sizes()

    @property
    def names(self) -> list[str]:
        """The names of the parts, in the archive's order."""
        return list(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._entries

    def read_xml(self, name: str, *, limit_bytes: int = MAX_PART_BYTES) -> bytes:
        """The bytes of an XML part.

        Args:
            name: The part's name.
            limit_bytes: No more is unpacked.

        Raises:
            DocumentError: The part is missing, damaged, larger than the limit, or has a document type.
        """
        content = self._unpack(name, limit_bytes)
        if content.count(b"<") > MAX_TAGS:
            self._refuse(f"holds more than {MAX_TAGS:,} tags in {name}; no document is that long", _HINT)
        self._check_prolog(name, content)
        return content

    def _check_prolog(self, name: str, content: bytes) -> None:
        """Refuse a document type, and what our parser cannot even begin, lest another parser can."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = _stop_at_element
        parser.StartDoctypeDeclHandler = _stop_at_doctype
        try:
            parser.Parse(content, True)
        except _ElementError:
            return
        except _DoctypeError:
            self._refuse(f"has a document type in {name}, which can draw in other files; no document needs one", _HINT)
        except (expat.ExpatError, LookupError, ValueError):
            self._refuse(f"is damaged in {name}", _AGAIN)

    def check_all_xml(self) -> None:
        """Read every XML part once, for a library that opens the archive itself.

        Raises:
            DocumentError: As `read_xml`.
        """
        for name in self._entries:
            if name.lower().endswith(_XML_ENDINGS):
                self.read_xml(name)

    def _check_sizes(self) -> None:
        entries = list(self._entries.values())
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            self._refuse("is protected by a password", "Save it without a password, and read that copy.")
        if len(self._archive.infolist()) > MAX_ENTRIES:
            self._refuse(f"holds {len(self._archive.infolist()):,} parts; no document has that many", _HINT)
        for entry in entries:
            self._check_entry(entry)
        total = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(_XML_ENDINGS))
        if total > MAX_XML_BYTES:
            self._refuse(f"unpacks to {_to_mb(total)} of text; no document is that long", _HINT)

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        is_xml = entry.filename.lower().endswith(_XML_ENDINGS)
        if is_xml and entry.file_size > MAX_PART_BYTES:
            self._refuse(f"unpacks to {_to_mb(entry.file_size)} in {entry.filename}; no document is that long", _HINT)
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > _RATIO_COUNTS_FROM and ratio > MAX_RATIO:
            self._refuse(f"unpacks to {ratio:,.0f} times its size in {entry.filename}, as a ZIP bomb does", _HINT)

    def _unpack(self, name: str, limit_bytes: int) -> bytes:
        if name not in self._entries:
            self._refuse(f"lacks its part {name}", _AGAIN)
        try:
            with self._archive.open(self._entries[name]) as part:
                content = part.read(limit_bytes + 1)
        except (*_FAULTS, RuntimeError):
            self._refuse(f"is damaged in {name}", _AGAIN)
        if len(content) > limit_bytes:
            self._refuse(f"unpacks to more than {_to_mb(limit_bytes)} in {name}; no document is that long", _HINT)
        return content

    def _refuse(self, what: str, hint: str) -> NoReturn:
        raise DocumentError(f"{self.path} {what}.", hint=hint) from None


def _to_mb(size_bytes: int) -> str:
    return f"{size_bytes / 2**20:,.0f} MB"


class _ElementError(Exception):
    """Raised by the first element: no document type can follow."""


class _DoctypeError(Exception):
    """Raised by a document type."""


def _stop_at_element(*_: object) -> None:
    raise _ElementError


def _stop_at_doctype(*_: object) -> None:
    raise _DoctypeError
