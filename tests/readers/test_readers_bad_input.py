"""Bad files, each refused with one clear line and a hint, in time and memory, with nothing written."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from openpyxl import Workbook

from pcgraph.documents import pdf, read_document
from pcgraph.errors import DocumentError
from tests.conftest import Run
from tests.readers.making import make_page_pdf, make_paragraph, make_pdf, make_stream, make_word, make_zip

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"
    b"\nstream\n\x00\nendstream"
)
MAX_SECONDS = 10
MAX_MB = 500


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def cut(path: Path) -> Path:
    content = path.read_bytes()
    return write(path, content[: len(content) // 2])


def make_workbook(path: Path, *rows: list[str]) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(row)
    workbook.save(path)
    return path


def put_into(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of an archive."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    return make_zip(path, {**parts, name: change(parts.get(name, b""))})


def put_before(path: Path, name: str, prolog: str) -> Path:
    """Put a prolog before a part of a workbook, behind its XML declaration."""
    return put_into(path, name, lambda part: prolog.encode() + part[part.find(b"?>") + 2 if b"?>" in part else 0 :])


def fill(path: Path, name: str, filling: bytes) -> Path:
    """Blow up a part of a workbook."""
    return put_into(path, name, lambda part: part.replace(b"<sheetData", filling + b"<sheetData"))


def name_a_row(path: Path, number: int) -> Path:
    rows = f'<sheetData><row r="{number}"><c r="A1"><v>1</v></c></row></sheetData>'.encode()
    return put_into(path, SHEET, lambda part: part[: part.find(b"<sheetData")] + rows + b"</worksheet>")


SHEET = "xl/worksheets/sheet1.xml"
TEXT = b"BT /F1 9 Tf 50 700 Td (Some words) Tj ET"


def make_forms(path: Path) -> Path:
    """A page whose forms call each other twice, forty deep: a million million calls."""
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> /Length 11 >>"
    forms = [form % (7 + n) + b"\nstream\n/X Do /X Do\nendstream" for n in range(40)]
    return make_page_pdf(path, b"/X Do", *forms, make_stream(b""), resources=b"/XObject << /X 6 0 R >>")


def make_many_pages(path: Path) -> Path:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 2_104))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    return make_pdf(path, [CATALOG, b"<< /Type /Pages /Count 2101 /Kids [%s] >>" % kids, *[page] * 2_101])


def make_encrypted(path: Path) -> Path:
    keys = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    pages = b"<< /Type /Pages /Kids [] /Count 0 >>"
    return make_pdf(path, [CATALOG, pages, keys], trailer=b"/Root 1 0 R /Encrypt 3 0 R /ID [<41><41>]")


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a.pdf is cut off": (lambda d: cut(make_page_pdf(d / "a.pdf", TEXT)), "a.pdf is cut off: a PDF's end is missing"),
    "a.pdf is cut within": (
        lambda d: write(d / "a.pdf", make_page_pdf(d / "a.pdf", TEXT).read_bytes()[:300] + b"\n%%EOF\n"),
        "a.pdf ",
    ),
    "encrypted.pdf": (lambda d: make_encrypted(d / "a.pdf"), "a.pdf is protected by a password"),
    "scan.pdf": (
        lambda d: make_page_pdf(d / "a.pdf", b"/I Do", PICTURE, resources=b"/XObject << /I 6 0 R >>"),
        "a.pdf holds pictures of pages, no text (a scan). It needs text recognition (OCR) first",
    ),
    "no text.pdf": (lambda d: make_page_pdf(d / "a.pdf", b""), "a.pdf has no text"),
    "page tree in a loop": (
        lambda d: make_pdf(d / "a.pdf", [CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
        "a.pdf has no pages",
    ),
    "too many pages": (lambda d: make_many_pages(d / "a.pdf"), "a.pdf has more than 2,000 pages"),
    "pdf bomb": (lambda d: make_page_pdf(d / "a.pdf", b" " * 600_000_000), "a.pdf is damaged, or needs more memory"),
    "giant page": (
        lambda d: make_page_pdf(d / "a.pdf", b"BT /F1 8 Tf 10 10 Td %s ET" % (b"(abcdefghij) Tj " * 15_000)),
        "a.pdf prints 150,000 letters on page 1",
    ),
    "cut.docx": (lambda d: cut(make_word(d / "a.docx", make_paragraph("x"))), "a.docx is damaged or cut off"),
    "empty.docx": (lambda d: make_word(d / "a.docx", "<w:p/>"), "a.docx is empty"),
    "entity.docx": (lambda d: make_word(d / "a.docx", "<w:p/>", prolog=ENTITY), "a.docx has a document type in word/"),
    "laughs.docx": (lambda d: make_word(d / "a.docx", "<w:p/>", prolog=LAUGHS), "a.docx has a document type in word/"),
    "bomb.docx": (lambda d: make_word(d / "a.docx", " " * 80_000_000), "a.docx unpacks to 76 MB in word/document.xml"),
    "repeating.docx": (lambda d: make_word(d / "a.docx", "<w:p/>" * 2_000_000), "times its size in word/document.xml"),
    "many parts.docx": (
        lambda d: make_word(d / "a.docx", "<w:p/>", parts={f"a{n}": "" for n in range(4_001)}),
        "a.docx holds 4,003 parts",
    ),
    "deep.docx": (lambda d: make_word(d / "a.docx", "<w:tbl>" * 500 + "</w:tbl>" * 500), "a.docx is damaged in word/"),
    "no body.docx": (lambda d: make_zip(d / "a.docx", {"word/document.xml": "<x/>"}), "a.docx holds no text"),
    "other lists.docx": (
        lambda d: make_word(d / "a.docx", "<w:p/>", parts={"word/numbering.xml": f"{ENTITY}<x/>"}),
        "a.docx has a document type in word/numbering.xml",
    ),
    "cut.xlsx": (lambda d: cut(make_workbook(d / "a.xlsx", ["x"])), "a.xlsx is damaged or cut off"),
    "empty.xlsx": (lambda d: make_workbook(d / "a.xlsx"), "a.xlsx holds no filled cell"),
    "entity.xlsx": (
        lambda d: put_before(make_workbook(d / "a.xlsx", ["x"]), SHEET, ENTITY),
        f"a.xlsx has a document type in {SHEET}",
    ),
    "bomb.xlsx": (
        lambda d: fill(make_workbook(d / "a.xlsx", ["x"]), SHEET, b" " * 80_000_000),
        f"a.xlsx unpacks to 76 MB in {SHEET}",
    ),
    "bomb of strings.xlsx": (
        lambda d: put_into(make_workbook(d / "a.xlsx", ["x"]), "xl/sharedStrings.xml", lambda _: b"<sst>" * 6_000_000),
        "times its size in xl/sharedStrings.xml",
    ),
    "row beyond all.xlsx": (lambda d: name_a_row(make_workbook(d / "a.xlsx"), 10**11), "a.xlsx has rows up to number"),
    "password.xlsx": (
        lambda d: write(d / "a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")),
        "a.xlsx is protected by a password. Open it, save it without a password",
    ),
    "password.docx": (
        lambda d: write(d / "a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
        "a.docx is protected by a password",
    ),
    "old.xls": (lambda d: write(d / "a.xls", OLE), "files that end in .xls cannot be read. Open it in Excel and save"),
    "old.doc": (lambda d: write(d / "a.doc", OLE), "files that end in .doc cannot be read. Open it in Word and save"),
    "old as new.docx": (
        lambda d: write(d / "a.docx", OLE + "WordDocument".encode("utf-16-le")),
        "a.docx is not a Word document as its ending says: it is an old Word document (.doc)",
    ),
    "word as pdf": (
        lambda d: make_word(d / "a.docx", "<w:p/>").rename(d / "a.pdf"),
        "a.pdf is not a PDF as its ending says: it is a Word document. Rename it so that it ends in .docx",
    ),
    "pdf as word": (lambda d: make_page_pdf(d / "a.docx", TEXT), "a.docx is not a Word document as its ending says"),
    "pdf as text": (lambda d: make_page_pdf(d / "a.txt", TEXT), "a.txt is not text but a PDF"),
    "excel as text": (lambda d: make_workbook(d / "a.xlsx").rename(d / "a.txt"), "is not text but an Excel workbook"),
    "web page as excel": (lambda d: write(d / "a.xlsx", b"<html><table>"), "as its ending says: it is a web page"),
    "text as word": (lambda d: write(d / "a.docx", b"Dear all"), "as its ending says: it is text"),
    "picture as pdf": (lambda d: write(d / "a.pdf", b"\x89PNG\r\n\x1a\n\x00"), "as its ending says: it is a picture"),
    "zip": (lambda d: make_zip(d / "a.docx", {"x": "y"}), "as its ending says: it is a ZIP archive"),
    "nothing.pdf": (lambda d: write(d / "a.pdf", b""), "a.pdf is empty"),
    "windows text": (
        lambda d: write(d / "a.txt", "Cost £50 – the Force’s share\n".encode("cp1252")),
        "a.txt is not UTF-8: byte 0xa3 in line 1; it looks like Windows-1252. Add --encoding cp1252",
    ),
    "cyrillic text": (lambda d: write(d / "a.txt", "Полиция\n".encode("cp1251")), "a.txt is not UTF-8: byte 0xcf"),
    "utf-16 text": (
        lambda d: write(d / "a.txt", "Cost of policing\n".encode("utf-16-le")),
        "it looks like UTF-16. Add --encoding utf-16-le",
    ),
    "unknown ending": (lambda d: write(d / "a.odt", b"PK"), "Save it as one of .txt, .text, .md, .pdf, .docx, .xlsx"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_file_is_refused_with_one_line_in_time_and_nothing_written(name: str, tmp_path: Path, run: Run) -> None:
    make, message = BAD_FILES[name]
    file = make(tmp_path)
    begun = monotonic()
    code, out, err = run("ingest", file, "--data", tmp_path / "new")
    assert monotonic() - begun < MAX_SECONDS
    errors = [line for line in err.splitlines() if not line.startswith("Reading ")]
    assert (code, out, len(errors)) == (2, "", 1), err
    assert errors[0].startswith("Error: ")
    assert message in errors[0]
    assert errors[0].endswith((".", "cp1252.", "UTF-8."))
    assert not (tmp_path / "new").exists()


def test_page_that_calls_itself_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SILENCE_S", 2.0)
    begun = monotonic()
    with pytest.raises(DocumentError, match=r"a\.pdf takes longer than a document does\."):
        read_document(make_forms(tmp_path / "a.pdf"))
    assert monotonic() - begun < MAX_SECONDS / 2


@pytest.mark.parametrize("name", ["pdf bomb", "giant page", "bomb.docx", "bomb.xlsx", "bomb of strings.xlsx"])
def test_bomb_is_refused_in_little_memory(name: str, tmp_path: Path) -> None:
    file = BAD_FILES[name][0](tmp_path)
    script = "import sys; from pcgraph.cli import run; sys.exit(run(sys.argv[1:]))"
    call = [sys.executable, "-c", script, "ingest", str(file), "--data", str(tmp_path / "new")]
    measure = (
        "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:], capture_output=True).returncode;"
        "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", measure, *call], capture_output=True, text=True, check=True)
    code, megabytes = map(int, done.stdout.split())
    assert code == 2
    assert megabytes < MAX_MB


def test_progress_of_pages_is_reported(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    read_document(make_page_pdf(tmp_path / "a.pdf", TEXT), on_page=lambda page, pages: seen.append((page, pages)))
    assert seen == [(1, 1)]
