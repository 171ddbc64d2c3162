"""RAG marks that are no colour's letter: what they stand for is learned from the document's own key."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.documents import read_document
from pcgraph.documents.document import Line
from pcgraph.extract import Claims, Context, extract_document
from pcgraph.extract.report_marks import learn_marks

HEAD = """POLICE AND CRIME DELIVERY PLAN (2023-24)
STRATEGIC THEME 2 UPDATE (Qrt 1)
STATUS KEY and Results
{key}

THEME 2: STANDING BY VICTIMS
{header}
1\tForce\tAnswer every call for help on time\tG

Calls were answered.

"""
HEADER = "No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status"
IN_CELL = "2\tAD\tSet up a panel of victims\t{mark}\n\nTo begin in quarter 3.\n"
ON_LINE = "2 AD\n\nSet up a panel of victims\n\n{mark}\n\nTo begin in quarter 3.\n"
IN_TEXT = "2 AD Set up a panel of victims {mark}\n\nTo begin in quarter 3.\n"


def extract(folder: Path, key: str, item: str, header: str = HEADER) -> Claims:
    file = folder / "t2-2023q1.txt"
    file.write_text(HEAD.format(key=key, header=header) + item, encoding="utf-8")
    return extract_document(read_document(file), kind="monitoring-report", context=Context())


def list_letters(claims: Claims) -> list[str]:
    return [row["rag"] for row in claims.tables["updates"]]


@pytest.mark.parametrize(
    "key",
    [
        "Green\tAchieved\tWhite (NS)\tNot Started but Planned\nNumber & %\t1/2 (50%)\t\t1/2 (50%)",
        "Green: achieved. Not started (NS): planned for a later quarter.",
        "G\tachieved\nW/NS\tnot started",
        "G - achieved\nW (NS) - not started",
        "Green\tachieved\nWhite\tPlanned for later (NS)",
        "NS = not started",
        "NS (White): planned for later",
    ],
)
@pytest.mark.parametrize("item", [IN_CELL, ON_LINE, IN_TEXT])
def test_mark_is_the_letter_that_the_key_gives_it(tmp_path: Path, key: str, item: str) -> None:
    claims = extract(tmp_path, key, item.format(mark="NS"))
    assert list_letters(claims) == ["G", "W"]
    assert [row["wording"] for row in claims.tables["updates"]][1] == "Set up a panel of victims"
    assert "rag-missing" not in {row["code"] for row in claims.tables.get("anomalies", ())}


def test_mark_on_a_line_of_its_own_is_no_part_of_row_or_narrative(tmp_path: Path) -> None:
    claims = extract(tmp_path, "White (NS)", ON_LINE.format(mark="NS"))
    update = claims.tables["updates"][1]
    assert (update["line"], update["line_first"], update["line_last"]) == ("12-14", "18", "18")


def test_mark_is_learned_whatever_its_letters(tmp_path: Path) -> None:
    claims = extract(tmp_path, "Green\tachieved\nAmber (DL)\tdelayed", IN_CELL.format(mark="DL"))
    assert list_letters(claims) == ["G", "A"]


def test_mark_is_learned_when_the_table_has_no_header(tmp_path: Path) -> None:
    claims = extract(tmp_path, "Green\tachieved\nWhite (NS)\tnot started", IN_CELL.format(mark="NS"), header="")
    assert list_letters(claims) == ["G", "W"]


@pytest.mark.parametrize("key", ["Green\tachieved\nWhite\tnot started", "Green\tachieved\nWhite (XY)\tnot started"])
def test_mark_that_the_key_does_not_name_is_no_letter_and_is_told(tmp_path: Path, key: str) -> None:
    claims = extract(tmp_path, key, IN_CELL.format(mark="NS"))
    assert list_letters(claims) == ["G", ""]
    assert [row["message"] for row in claims.tables["anomalies"] if row["code"] == "rag-missing"] == [
        "Item 2 prints no RAG letter."
    ]


def test_mark_of_two_colours_stands_for_none() -> None:
    assert learn_marks([Line(1, "Amber (X)"), Line(2, "Red (X)"), Line(3, "White (NS)")]) == {"NS": "W"}


def test_letter_of_a_colour_keeps_its_own_meaning() -> None:
    assert learn_marks([Line(1, "Amber (R)\tRed/A"), Line(2, "Red (Force Board, FB)")]) == {}
