"""Layouts: the package's own, an office's own, and what is said of a faulty one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pcgraph.errors import DocumentError
from pcgraph.extract.context import Context
from pcgraph.extract.tracker import extract_by_layouts, extract_tracker, read_layouts
from pcgraph.extract.tracker.headings import match_headings
from pcgraph.extract.tracker.layout import FIELDS, get_default, to_words
from tests.conftest import ROOT
from tests.extract.tracker_samples import pick, to_document

OWN = """
name = "odd"
extends = "default"
required = ["wording", "rag"]

[columns]
ref = ["Zahl"]
action = ["Vorhaben"]
rag = ["Ampel"]

[status]
G = ["Grün"]
R = ["Red", "Amber"]
"""
ROWS = [("Zahl", "Vorhaben", "Ampel"), ("1.1", "Light the parks", "Grün"), ("1.2", "Help", "Amber")]


def write(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "odd.toml").write_text(text, encoding="utf-8")
    return folder


def test_offices_own_layout_reads_what_the_packages_cannot(tmp_path: Path) -> None:
    document, context = to_document(ROWS), Context(plan="2024-28")
    with pytest.raises(DocumentError, match="no row of headings"):
        extract_tracker(document, context)
    tables = extract_by_layouts(document, context, read_layouts(write(tmp_path / "layouts", OWN))).tables
    assert pick(tables["updates"], "number", "rag") == [("1.1", "G"), ("1.2", "R")]


def test_packages_layouts_stand_behind_a_folders(tmp_path: Path) -> None:
    layouts = read_layouts(write(tmp_path / "layouts", OWN))
    assert [layout.name for layout in layouts] == ["odd", "default", "pledges"]
    assert [layout.name for layout in read_layouts(tmp_path / "none")] == ["default", "pledges"]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("name = ", "is not TOML: Invalid value", "Put every word in quotes."),
        ("[columns]\nreff = ['a']", "[columns] “reff” is nothing that a layout has.", "Did you mean ref?"),
        ("[colums]\nref = ['a']", "“colums” is nothing that a layout has.", "Did you mean columns?"),
        ("[status]\nB = ['blue']", "[status] “B” is nothing that a layout has.", "It may be one of: G, A, R, W."),
        ("[columns]\nref = 'a'", "[columns] ref is no list of words.", 'Write ref = ["one", "two"].'),
        ("columns = 1", "columns is no table.", "Write it as [columns] with lists of words under it."),
        ("extends = 'other'", "extends names no layout but “default”.", 'Write extends = "default".'),
        ("required = ['wordings']", "required: “wordings” is nothing that a layout has.", "Did you mean wording?"),
    ],
)
def test_faulty_layout_is_refused_with_the_key(tmp_path: Path, text: str, message: str, hint: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_layouts(write(tmp_path / "layouts", text))
    assert message in caught.value.message
    assert caught.value.hint == hint


def test_layout_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "layouts", OWN)
    (folder / "odd.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentError, match="is not TOML"):
        read_layouts(folder)


def test_word_that_a_layout_gives_another_meaning_loses_the_old_one(tmp_path: Path) -> None:
    layout = read_layouts(write(tmp_path / "layouts", OWN))[0]
    assert "amber" in layout.status["R"]
    assert "amber" not in layout.status["A"]


def test_default_gives_no_heading_two_meanings() -> None:
    words = [word for synonyms in get_default().columns.values() for word in synonyms]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert all(word == to_words(word) for word in words)
    assert set(get_default().columns) == set(FIELDS)


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Ref. No.|Priority|Deliverable|Owner|R/A/G", "ref theme deliverable lead rag"),
        ("Objective/Priority|Action/Deliverable|Status (RAG)", "deliverable action rag"),
        ("No|What we will do|By when|Who|On track?", "ref action timescale lead status"),
        ("Action|Previous RAG|Current RAG|Progress to date (max. 50 words)", "action ignore rag update"),
        ("Objective ref|Objective|Action ref|Action|SRO", "ref deliverable action_ref action sponsor"),
        ("Commitment|Force Lead|OPCC Lead|Q2 update 2024/25|Key partners", "deliverable lead lead update partners"),
    ],
)
def test_default_knows_usual_headings(headings: str, fields: str) -> None:
    found = match_headings(headings.split("|"), get_default())
    assert [heading.field for heading in found] == fields.split()


@pytest.mark.parametrize(
    "row",
    [
        ("1.1", "Action plan agreed with partners", "KD", "G"),
        ("Lead", "Okafor"),
        ("Ref", "Status"),
        ("Theme", "Safe", "Fair"),
        ("", "", ""),
    ],
)
def test_rows_that_are_no_headings_are_none(row: tuple[str, ...]) -> None:
    assert match_headings(row, get_default()) == ()


def test_layouts_are_part_of_the_wheel() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["pcgraph"]
    assert (ROOT / "pcgraph" / "extract" / "tracker" / "layouts" / "default.toml").is_file()
