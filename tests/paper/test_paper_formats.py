"""The paper as Word, HTML and Markdown: real tables, no clock, nothing that a hostile cell could do."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from pcgraph.errors import CallError
from pcgraph.paper import PAPER_FORMATS, Paper, make_paper, render_paper
from tests.paper.conftest import Edit
from tests.render.opened import OpenPage

ATTACK = "</td><script>alert(1)</script>|`x`|[a](javascript:alert(1)) & \u202eevil\u202c =1+1"


def read_word(paper: Paper) -> docx.document.Document:
    return docx.Document(io.BytesIO(to_bytes(paper, "docx")))


def to_bytes(paper: Paper, format_name: str) -> bytes:
    content = render_paper(paper, format_name)
    return content.encode() if isinstance(content, str) else content


def find_table(paper: Paper, title: str) -> Table:
    return next(table for table in read_word(paper).tables if read_alt_text(table)[0] == title)


def read_alt_text(table: Table) -> tuple[str, str]:
    properties = table._tbl.tblPr
    texts = (properties.find(qn(name)) for name in ("w:tblCaption", "w:tblDescription"))
    return tuple("" if text is None else text.get(qn("w:val")) for text in texts)  # type: ignore[return-value]


def list_rows(table: Table) -> list[list[str]]:
    return [["".join(node.text or "" for node in cell._tc.iter(qn("w:t"))) for cell in row.cells] for row in table.rows]


def test_word_table_gives_back_the_reports_table(paper: Paper) -> None:
    assert list_rows(find_table(paper, "The report's table")) == [
        ["No.", "Responsible", "Specific deliverable", "RAG status"],
        [
            "1",
            "DM",
            "Reduce vehicle crime and shop theft in market towns with café and shop owners as partners",
            "G Green",
        ],
        ["2", "Force/DM", "Improve the partnership response to rural crime", "R Red"],
        ["3", "DM", "Set up a farm watch in every parish", "G Green"],
    ]


def test_word_key_has_letter_word_and_shade(paper: Paper) -> None:
    table = find_table(paper, "Status key, as printed and as counted")
    assert list_rows(table)[1][0] == "G Green"
    assert list_rows(table)[1][2:] == ["3/3 (100%)", "2/3 (66.7%)", "differ"]
    fills = [row.cells[0]._tc.get_or_add_tcPr().find(qn("w:shd")) for row in table.rows[1:]]
    assert [fill.get(qn("w:fill")) for fill in fills] == ["CFE8D5", "FBDFA8", "F4C3BD", "FFFFFF"]


def test_every_word_table_repeats_its_header_keeps_rows_whole_and_has_alternative_text(paper: Paper) -> None:
    tables = read_word(paper).tables
    assert len(tables) == 9  # head, key, table, whole, gone, three items, papers
    for number, table in enumerate(tables):
        title, description = read_alt_text(table)
        assert title
        assert description
        flags = [row._tr.trPr for row in table.rows]
        assert all(flag.find(qn("w:cantSplit")) is not None for flag in flags)
        heads = [flag.find(qn("w:tblHeader")) is not None for flag in flags]
        assert heads == [number > 0] + [False] * (len(heads) - 1)  # the head has names in its first column instead


def test_word_table_properties_stand_in_the_order_of_the_schema(paper: Paper) -> None:
    order = "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription".split()
    for table in read_word(paper).tables:
        names = [element.tag.rpartition("}")[2] for element in table._tbl.tblPr]
        assert names == sorted(names, key=order.index)
        assert sum(column.w or 0 for column in table._tbl.tblGrid.gridCol_lst) <= 17.5 * 360_000


def test_word_file_has_headings_language_and_page_numbers(paper: Paper) -> None:
    word = read_word(paper)
    styles = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs if paragraph.style]
    assert ("Title", "Theme 2: Making market towns safer, quarter 1 of 2024-25") in styles
    assert ("Heading 1", "Status key and results") in styles
    assert ("Heading 2", "3  Set up a farm watch in every parish") in styles
    languages = {element.get(qn("w:val")) for element in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    footer = word.sections[0].footer._element
    assert [code.text for code in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert f"digest {paper.digest}" in word.sections[0].footer.paragraphs[0].text


def test_word_links_lead_to_places_that_are_there(paper: Paper) -> None:
    body = read_word(paper).element.body
    places = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert links == places == {"item_1", "item_2", "item_3"}


def test_word_file_bears_the_meetings_day_and_no_clock(paper: Paper) -> None:
    with ZipFile(io.BytesIO(to_bytes(paper, "docx"))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
    properties = read_word(paper).core_properties
    assert properties.title == "Theme 2: Making market towns safer, quarter 1 of 2024-25"
    assert f"{properties.created:%Y-%m-%d} {properties.modified:%Y-%m-%d}" == "2024-09-12 2024-09-12"
    assert (properties.author, properties.last_modified_by, properties.revision) == ("pcgraph", "pcgraph", 1)
    assert properties.language == "en-GB"


def test_word_file_of_a_report_without_a_day_can_be_written(history: Path, set_cell: Edit) -> None:
    for column in ("meeting_date", "meeting_body", "agenda_item", "period"):
        set_cell("documents", "t2-2024q1", column, "")
    paper = make_paper(history, report="t2-2024q1", earlier="")
    assert f"{read_word(paper).core_properties.created:%Y-%m-%d}" == "2000-01-01"
    assert "Report t2-2024q1 · dataset" in str(render_paper(paper, "md"))


def test_page_has_the_same_tables_headings_and_no_script(paper: Paper) -> None:
    html = str(render_paper(paper, "html"))
    assert html.startswith('<!doctype html>\n<html lang="en-GB">')
    assert "<script" not in html
    assert "default-src 'none'; script-src 'none'" in html.replace("&#39;", "'")
    assert html.count("<table") == 8
    assert html.count('<th scope="col">') == 5 + 4 + 3 + 2 + 3 * 3 + 5
    assert '<th scope="row"><a href="#item_2">2</a></th>' in html
    assert '<span class="rag rag-R"><b>R</b> Red</span>' in html
    assert "style=" not in html


class _Balance(HTMLParser):
    """Whether each element is closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in ("meta", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_page_is_well_formed(paper: Paper) -> None:
    parser = _Balance()
    parser.feed(str(render_paper(paper, "html")))
    assert parser.open == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_page_asks_for_nothing_and_fits_the_window(paper: Paper, open_page: OpenPage, width: int) -> None:
    opened = open_page(str(render_paper(paper, "html")), width=width)
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert opened.complaints == []
    box = opened.page.locator("main").bounding_box()
    assert box is not None
    assert box["width"] <= width
    assert opened.page.locator("#item_3").count() == 1


def test_markdown_has_pipe_tables_with_the_reports_rows(paper: Paper) -> None:
    text = str(render_paper(paper, "md"))
    assert "| 2 | Force/DM | Improve the partnership response to rural crime | R Red |" in text
    assert "| G Green | Achieved, or enough progress is being made. | 3/3 (100%) | 2/3 (66.7%) | differ |" in text
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_hostile_cell_does_nothing_in_any_format(history: Path, set_cell: Edit) -> None:
    set_cell("updates", "t2-2024q1/2", "wording", ATTACK)
    set_cell("contributions", "2024-25/T2.2", "rationale", ATTACK)
    set_cell("documents", "t2-2024q1", "title", ATTACK)
    set_cell("themes", "2021-25/T2", "title", ATTACK)
    paper = make_paper(history, report="t2-2024q1")
    html, text = (str(render_paper(paper, name)) for name in ("html", "md"))
    assert "<script" not in html
    assert "</td>&lt;script" not in html
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(", text)  # no link
    words = "\n".join(cell for table in read_word(paper).tables for row in list_rows(table) for cell in row)
    assert "</td><script>alert(1)</script>" in words
    for content in (html, text, words):
        assert not re.search("[\u202a-\u202e]", content)


PRINT_DIGESTS = """
import hashlib, sys
from pathlib import Path
from pcgraph.paper import PAPER_FORMATS, make_paper, render_paper
paper = make_paper(Path(sys.argv[1]), report="t2-2024q1")
for name in PAPER_FORMATS:
    content = render_paper(paper, name)
    print(name, hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest())
"""


def test_two_papers_are_the_same_bytes_in_another_folder_under_another_hash_seed(history: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(history, tmp_path / "a" / "b"))
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PRINT_DIGESTS, str(data)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for data, seed, zone in ((history, "1", "UTC"), (other, "2", "Asia/Tokyo"))
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].count("\n") == len(PAPER_FORMATS)


@pytest.fixture(scope="module")
def printed(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file as LibreOffice prints it; CI fails on the skip."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("there is no LibreOffice or no pdftotext on this machine")
    folder = tmp_path_factory.mktemp("printed")
    (folder / "paper.docx").write_bytes(to_bytes(paper, "docx"))
    home = (folder / "home").as_uri()
    call = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "paper.docx"]
    subprocess.run(call, cwd=folder, check=True, capture_output=True, timeout=120)
    return folder / "paper.pdf"


def test_word_file_prints_through_libreoffice(printed: Path) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.removesuffix("\f").split("\f")
    assert 2 <= len(pages) <= 4
    assert f"Page 1 of {len(pages)}" in pages[0]
    flat = " ".join(text.split())
    assert "Theme 2: Making market towns safer, quarter 1 of 2024-25" in flat
    assert "3/3 (100%) 2/3 (66.7%) differ" in flat
    assert "2 Force/DM Improve the partnership response to rural crime R Red" in flat
    assert "Papers read so far" in flat


def test_unknown_format_is_refused(paper: Paper) -> None:
    with pytest.raises(CallError) as caught:
        render_paper(paper, "pdf")
    assert caught.value.hint == "Choose one of: docx, html, md."
