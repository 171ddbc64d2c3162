"""No input makes a traceback, a hang or a wrong exit code: readers and extractors on random and damaged files."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcgraph.documents import ENDINGS, Document, Line, read_document
from pcgraph.documents.excel_cells import to_cell_text
from pcgraph.documents.opening import CONTROLS
from pcgraph.documents.pdf_lines import to_lines
from pcgraph.documents.pdf_pages import read_pages
from pcgraph.errors import DocumentError
from pcgraph.extract import EXTRACTORS, Context, extract_document, find_kind
from pcgraph.ingest import ingest
from pcgraph.model import get_table
from tests.conftest import DOCUMENTS
from tests.documents.blocks import Block, parse_blocks
from tests.documents.print_pdf import write_pdf
from tests.documents.write_word import write_word
from tests.readers.making import make_page_pdf, make_word
from tests.readers.test_readers_bad_input import make_workbook

FAST = settings(
    max_examples=60,
    deadline=timedelta(seconds=5),
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""The same examples each time; none may take longer than that."""

WORDS = st.sampled_from(
    "No|Organisation|Deliverable|RAG|G|A|1|2|3.3.1|T1.2|T1A. Outcomes|Force|Ref|THEME 1: HARM|Lead Officer|Source|"
    "Update 3.7.24:|STATUS KEY|<ol>|</p>|(2018-21)|10/12|T1. Keeping safe|Performance Measures|1. One 2. Two|anti-|"
    "social|•|£1,000|34%|\x00|".split("|")
)
TEXT = st.one_of(WORDS, st.text(max_size=30))
LINES = st.lists(st.lists(TEXT, min_size=1, max_size=6).map("\t".join), min_size=1, max_size=40)


@cache
def get_originals() -> dict[str, bytes]:
    """A whole file of each format."""
    blocks = parse_blocks((DOCUMENTS / "report-t3-2024q4.txt").read_text(encoding="utf-8"))
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_pdf(blocks[:8], folder / "a.pdf")
        write_word(blocks[:40], folder / "a.docx")
        make_workbook(folder / "a.xlsx", ["Ref", "Action", "Status"], ["3.1", "Fund", "G"])
        return {ending: (folder / f"a{ending}").read_bytes() for ending in (".pdf", ".docx", ".xlsx")}


def read_bytes(content: bytes, ending: str) -> Document | None:
    """A document, or None where it is refused; anything else fails the test."""
    with TemporaryDirectory() as name:
        file = Path(name) / f"a{ending}"
        file.write_bytes(content)
        try:
            return read_document(file)
        except DocumentError as error:
            refused = error
        assert "\n" not in refused.message
        assert refused.hint
        return None


def damage(content: bytes, changes: list[tuple[int, int]]) -> bytes:
    """A file with some bytes changed."""
    damaged = bytearray(content)
    for place, byte in changes:
        damaged[place % len(damaged)] = byte
    return bytes(damaged)


CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12)


@FAST
@given(content=st.binary(max_size=300), ending=st.sampled_from([ending for ending in ENDINGS if ending != ".pdf"]))
def test_random_bytes_are_read_or_refused(content: bytes, ending: str) -> None:
    read_bytes(content, ending)


@FAST
@given(changes=CHANGES, ending=st.sampled_from([".docx", ".xlsx"]))
def test_damaged_archive_is_read_or_refused(changes: list[tuple[int, int]], ending: str) -> None:
    read_bytes(damage(get_originals()[ending], changes), ending)


@FAST
@given(changes=CHANGES, ending=st.sampled_from([".docx", ".xlsx"]), part=st.integers(0, 50))
def test_archive_with_a_damaged_part_is_read_or_refused(changes: list[tuple[int, int]], ending: str, part: int) -> None:
    with zipfile.ZipFile(BytesIO(get_originals()[ending])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if archive.getinfo(name).file_size}
    name = sorted(parts)[part % len(parts)]
    changed = BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for other, content in parts.items():
            archive.writestr(other, damage(content, changes) if other == name else content)
    read_bytes(changed.getvalue(), ending)


@FAST
@given(changes=CHANGES)
def test_damaged_pdf_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    with suppress(DocumentError):
        pages, _ = read_pages(damage(get_originals()[".pdf"], changes))
        assert all(isinstance(text, str) for _, text in to_lines(pages))


OPERATORS = st.sampled_from(
    "q|Q|BT|ET|/F1 9 Tf|50 700 Td|(Some words) Tj|[(a) -900 (b)] TJ|10 10 200 0.5 re f|10 10 200 90 re S|"
    "10 10 m 10 500 l S|1 0 0 -1 0 0 cm|0 1 -1 0 300 300 cm|nan Td|/Fx 0 Tf|T*".split("|")
)


@FAST
@given(operators=st.lists(OPERATORS, max_size=40))
def test_any_page_of_a_pdf_is_read_or_refused(operators: list[str]) -> None:
    with TemporaryDirectory() as name, suppress(DocumentError):
        pages, _ = read_pages(make_page_pdf(Path(name) / "a.pdf", " ".join(operators).encode()).read_bytes())
        places = [place for place, text in to_lines(pages) if text]
        assert len(set(places)) == len(places)


ELEMENTS = st.recursive(
    st.sampled_from(["<w:p/>", "<w:p><w:r><w:t>Word</w:t><w:tab/><w:br/></w:r></w:p>", "<w:r/>", "<w:t>loose</w:t>"]),
    lambda inner: st.builds(
        "<w:{0}>{1}</w:{0}>".format,
        st.sampled_from(["tbl", "tr", "tc", "p", "r", "sdt", "sdtContent", "txbxContent", "del", "ins", "tcPr"]),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=25,
)


@FAST
@given(body=ELEMENTS)
def test_any_tree_of_word_elements_is_read_or_refused(body: str) -> None:
    with TemporaryDirectory() as name:
        file = make_word(Path(name) / "a.docx", body)
        with suppress(DocumentError):
            places = [line.place for line in read_document(file).lines if not line.is_blank]
            assert len(set(places)) == len(places)


@FAST
@given(
    value=st.one_of(st.floats(), st.integers(), st.booleans(), st.text(max_size=9)),
    form=st.text('0#.,%?;"\\[]_*E€ad$()', max_size=12),
)
def test_any_value_in_any_number_format_is_shown(value: object, form: str) -> None:
    assert isinstance(to_cell_text(value, form), str)


@FAST
@given(lines=LINES, kind=st.sampled_from([kind for kind in EXTRACTORS if kind != "tracker"]), placed=st.booleans())
def test_any_lines_are_extracted_or_refused(lines: list[str], kind: str, placed: bool) -> None:
    numbered = tuple(Line(n, text, f"p1l{n}" if placed else "") for n, text in enumerate(lines, start=1))
    document = Document("a", "a.txt", "0" * 64, numbered)
    with suppress(DocumentError):
        extract_document(document, kind=kind, context=Context("2018-21", ("2018-21",), keep_duplicates=True))


EDITS = st.lists(
    st.tuples(st.sampled_from(["drop", "double", "blank", "swap", "join", "cut", "put"]), st.integers(0, 200), TEXT),
    min_size=1,
    max_size=8,
)


def edit(lines: list[str], change: str, place: int, text: str) -> None:
    """Mangle a document at one line, as conversions and people do."""
    at = place % len(lines)
    half = len(lines[at]) // 2
    text = CONTROLS.sub(" ", text).replace("\f", " ")
    changed: dict[str, list[str]] = {
        "drop": [],
        "double": [lines[at], lines[at]],
        "blank": ["", lines[at], ""],
        "swap": [lines[at - 1], lines[at]],
        "join": [lines[at] + lines[at - 1]],
        "cut": [lines[at][:half], lines[at][half:]],
        "put": [lines[at].replace("\t", f"\t{text}\t", 1), text],
    }
    lines[at : at + 1] = changed[change] or [""]


@FAST
@given(source=st.sampled_from(sorted(DOCUMENTS.glob("*.txt"))), edits=EDITS, placed=st.booleans())
def test_any_mangled_document_is_extracted_or_refused(
    source: Path, edits: list[tuple[str, int, str]], placed: bool
) -> None:
    lines = source.read_text(encoding="utf-8").splitlines()
    for change in edits:
        edit(lines, *change)
    numbered = tuple(Line(n, text, f"p1l{n}" if placed else "") for n, text in enumerate(lines, start=1))
    document = Document("a", "a.txt", "0" * 64, numbered)
    with suppress(DocumentError):
        claims = extract_document(document, kind=find_kind(document), context=Context("", ("2018-21",)))
        for name, rows in claims.tables.items():
            for column in get_table(name).columns:
                assert not any(
                    row[column.name] and column.find_fault(row[column.name]) for row in rows if not column.many
                )


@settings(FAST, max_examples=25)
@given(lines=LINES, kind=st.sampled_from(["strategic-framework", "force-framework", "monitoring-report"]))
def test_any_text_is_ingested_or_refused_with_nothing_written(lines: list[str], kind: str) -> None:
    with TemporaryDirectory() as name:
        file = Path(name) / "a.txt"
        file.write_text("\n".join(lines), encoding="utf-8", errors="replace")
        try:
            ingest([file], Path(name) / "data", kind=kind, plan="2018-21", keep_duplicates=True)
        except DocumentError:
            assert not (Path(name) / "data").exists()


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx"])
def test_the_originals_of_the_fuzz_tests_are_read(ending: str) -> None:
    document = read_bytes(get_originals()[ending], ending)
    assert document is not None


def test_blocks_of_the_fuzz_tests_hold_tables() -> None:
    blocks: list[Block] = parse_blocks((DOCUMENTS / "report-t3-2024q4.txt").read_text(encoding="utf-8"))
    assert any(not isinstance(block, str) for block in blocks[:40])
