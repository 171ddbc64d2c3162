"""One extractor serves every format: the same document as text, Word and PDF gives the same tables."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pcgraph.documents import read_document
from pcgraph.ingest import ingest
from pcgraph.model import TABLES
from tests.conftest import DOCUMENTS
from tests.documents.blocks import Block, parse_blocks, write_text
from tests.documents.print_pdf import write_pdf
from tests.documents.write_word import write_word

WRITERS: dict[str, Callable[[Sequence[Block], Path], None]] = {
    "txt": write_text,
    "docx": write_word,
    "pdf": write_pdf,
}
OF_THE_FILE = {"filename", "sha256"}

Rows = list[tuple[tuple[str, str], ...]]


def ingest_as(ending: str, source: Path, folder: Path) -> dict[str, Rows]:
    """The tables of a document written in a format, without locators and what tells of the file itself."""
    place = folder / ending
    place.mkdir()
    file = place / f"{source.stem}.{ending}"
    WRITERS[ending](parse_blocks(source.read_text(encoding="utf-8")), file)
    ingest([file], place / "data", keep_duplicates=True, plan=find_plan(source))
    return {table.name: read_rows(place / "data" / f"{table.name}.csv") for table in TABLES}


def find_plan(source: Path) -> str:
    """The plan to name for a document that prints no years."""
    return "2021-25" if source.stem == "eastmoor-force" else ""


def read_rows(file: Path) -> Rows:
    locators = {column.name for table in TABLES for column in table.columns if column.kind == "locator"}
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if not is_of_the_page(row)]
    return sorted(tuple((k, v) for k, v in row.items() if k not in locators | OF_THE_FILE) for row in rows)


def is_of_the_page(row: dict[str, str]) -> bool:
    """What only a document with pages can say, or says with its own locators."""
    return row.get("code") in ("page-break-joined", "duplicate-number")


@pytest.mark.parametrize("source", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_text_word_and_pdf_of_one_document_give_the_same_tables(source: Path, tmp_path: Path) -> None:
    text = ingest_as("txt", source, tmp_path)
    assert any(text.values())
    assert ingest_as("docx", source, tmp_path) == text
    assert ingest_as("pdf", source, tmp_path) == text


@pytest.mark.sources
@pytest.mark.parametrize("stem", ["t3-2018q1", "t3-2019q4", "t1-2020q1", "force-framework-2018", "framework-2018-21"])
def test_text_word_and_pdf_of_a_real_document_give_the_same_tables(stem: str, sources: Path, tmp_path: Path) -> None:
    text = ingest_as("txt", sources / f"{stem}.txt", tmp_path)
    assert any(text.values())
    assert ingest_as("docx", sources / f"{stem}.txt", tmp_path) == text
    assert ingest_as("pdf", sources / f"{stem}.txt", tmp_path) == text


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_every_place_stands_once_and_in_the_form_of_its_format(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{ending}"
    WRITERS[ending](parse_blocks((DOCUMENTS / "report-t3-2024q4.txt").read_text(encoding="utf-8")), file)
    lines = [line for line in read_document(file).lines if not line.is_blank]
    places = [line.place for line in lines]
    assert len(set(places)) == len(places)
    assert all(place.startswith(("p", "t")) for place in places)


@pytest.mark.parametrize(("ending", "first", "last"), [("docx", "t3r5", "t3r5p6"), ("pdf", "p2l22", "p2l28")])
def test_updates_are_cited_by_the_places_of_their_format(ending: str, first: str, last: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{ending}"
    WRITERS[ending](parse_blocks((DOCUMENTS / "report-t3-2024q4.txt").read_text(encoding="utf-8")), file)
    ingest([file], tmp_path / "data", keep_duplicates=True)
    with (tmp_path / "data" / "updates.csv").open(encoding="utf-8", newline="") as rows:
        update = next(row for row in csv.DictReader(rows) if row["number"] == "2")
    texts = {line.place: line.text for line in read_document(file).lines}
    assert (update["line_first"], update["line_last"]) == (first, last)
    assert texts[update["line"]].startswith("2\tCFO/ML\t")
    assert texts[first] == "Update 24.4.25 ML +JH:"
    assert texts[last] == "Internal audit gave substantial assurance on the control of overtime."


def test_text_documents_have_no_places() -> None:
    assert {line.place for line in read_document(DOCUMENTS / "report-t3-2024q4.txt").lines} == {""}
