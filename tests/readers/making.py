"""Small files of each format, whole ones and such as no program writes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def make_zip(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """An archive of these parts, deflated."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def make_word(path: Path, body: str, *, prolog: str = "", parts: Mapping[str, str] | None = None) -> Path:
    """A Word file with the given XML in its body."""
    document = f"{prolog}<w:document {WORD_SPACE}><w:body>{body}</w:body></w:document>"
    return make_zip(path, {"[Content_Types].xml": TYPES, "word/document.xml": document, **(parts or {})})


def make_paragraph(text: str, properties: str = "") -> str:
    """A Word paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}<w:r><w:t>{text}</w:t></w:r></w:p>"


def make_pdf(path: Path, objects: Sequence[bytes], *, trailer: bytes = b"/Root 1 0 R") -> Path:
    """A PDF of these objects, numbered from 1, with its table of places."""
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))
    path.write_bytes(out.getvalue())
    return path


def make_stream(content: bytes, entries: bytes = b"") -> bytes:
    """A PDF stream, deflated."""
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def make_page_pdf(path: Path, content: bytes, *others: bytes, resources: bytes = b"") -> Path:
    """A PDF of one page with that content; further objects are numbered from 6."""
    return make_pdf(
        path,
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
            + resources
            + b" >> >>",
            make_stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            *others,
        ],
    )
