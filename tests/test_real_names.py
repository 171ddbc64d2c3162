"""What the five documents name, held against the shipped tables, which two readers made and settled."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from pcgraph.documents import read_document
from pcgraph.documents.narrative import clean_line
from pcgraph.ingest import ingest
from tests.conftest import REAL_DATA
from tests.scoring import ORGANISATIONS, find_named, join_scores, score_named

pytestmark = pytest.mark.sources

FOOTNOTES = {("t3-2018q1/6", "141")}
"""A footnote that belongs to an update but stands below the next one."""


def rows(name: str, data: Path = REAL_DATA) -> list[dict[str, str]]:
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def texts(sources: Path) -> dict[str, dict[str, str]]:
    """Each document's lines without marks, by number."""
    return {
        file.stem: {str(line.number): clean_line(line.text) for line in read_document(file).lines}
        for file in sources.glob("*.txt")
    }


def read_lines(lines: dict[str, str], locator: str) -> str:
    first, _, last = re.sub(r"c\d+$", "", locator).partition("-")
    found = " ".join(filter(None, (lines[str(number)] for number in range(int(first), int(last or first) + 1))))
    return " ".join(re.sub(r"\s*\|\s*", " ", found).split())


def test_every_part_stands_at_its_line(texts: dict[str, dict[str, str]]) -> None:
    parts = rows("involvements")
    absent = [r for r in parts if r["surface"] not in read_lines(texts[r["document"]], r["line"])]
    assert (len(parts) > 600, absent) == (True, [])


def test_every_part_stands_within_its_subject() -> None:
    updates = {row["id"]: row for row in rows("updates")}
    outside = {
        (r["subject"], r["line"])
        for r in rows("involvements")
        if (update := updates.get(r["subject"]))
        and not int(update["line_first"]) <= int(r["line"].partition("-")[0]) <= int(update["line_last"])
    }
    assert outside <= FOOTNOTES


def test_every_figure_is_printed_at_its_line(texts: dict[str, dict[str, str]]) -> None:
    words = dict(
        zip("none one two three four five six seven eight nine ten eleven twelve".split(), range(13), strict=True)
    )
    for figure in rows("figures"):
        line = read_lines(texts[figure["document"]], figure["line"])
        printed = {float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", line)}
        printed |= {1000 * number for number in printed} | {n for word, n in words.items() if word in line.lower()}
        assert abs(float(figure["value"])) in printed, figure


@pytest.mark.parametrize(("with_register", "aim"), [(False, 0.80), (True, 0.97)])
def test_recogniser_finds_what_the_readers_found(sources: Path, with_register: bool, aim: float) -> None:
    entities, parts = rows("entities"), rows("involvements")
    register = entities if with_register else []
    found = find_named(sorted(sources.glob("*.txt")), plans=("2018-21",), register=register)
    scores = score_named(*found, true_entities=entities, true_parts=parts)
    assert join_scores(scores[kind] for kind in ORGANISATIONS).f1 >= aim


def test_new_dataset_gets_no_address_number_or_person(sources: Path, tmp_path: Path) -> None:
    data = tmp_path / "fresh"
    ingest(sorted(sources.glob("*.txt")), data)
    reports = " ".join(file.read_text(encoding="utf-8") for file in sources.glob("t*.txt"))
    persons = set(re.findall(r"^(?:Report Author|Other Contacts):\s*([A-Z]\w+ [A-Z]\w+)", reports, re.MULTILINE))
    persons |= set(re.findall(r"ethical hacker ([A-Z]\w+ [A-Z]\w+)|^([A-Z]\w+ [A-Z]\w+), (?:Chief|Head)", reports)[0])
    assert len(persons) > 1
    for file in data.rglob("*.csv"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"[\w.]+@[\w.]+|\b0\d{3} \d{7}\b", text), file
        for person in filter(None, persons):
            allowed = file.name == "documents.csv"  # the report's author stands on its cover
            assert allowed or person not in text, (file, person)
