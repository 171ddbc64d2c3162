"""`pcgraph evidence`, called as a user calls it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from pcgraph.build import build_store
from tests.query.conftest import Capture, call

SMALL = Path(__file__).parents[1] / "small"


def test_evidence_shows_document_line_and_words_of_each_statement(capsys: Capture, data: Path) -> None:
    code, out, _ = call(capsys, "evidence", "t2a.2", "--format", "json", "--data", data)
    assert code == 0
    rows = {(row["property"], row["value"]): row for row in json.loads(out)}
    row = rows["source of a measure", "Survey of residents, yearly"]
    assert (row["origin"], row["document"], row["line"], row["quote"]) == (
        "stated",
        "force-2021",
        "18",
        "Survey of residents, yearly",
    )
    assert row["title"] == "Westmarch Police Delivery Framework"


def test_evidence_shows_the_words_of_a_narrative_when_the_source_is_at_hand(capsys: Capture, data: Path) -> None:
    code, out, _ = call(capsys, "evidence", "t2-2023q2/1", "--format", "json", "--data", data)
    assert code == 0
    passages = [row for row in json.loads(out) if row["property"] == "passage"]
    assert [(row["document"], row["line"], row["value"], row["label"]) for row in passages] == [
        ("t2-2023q2", "13", "2023-10-12", None),
        ("t2-2023q2", "13", "2023-10-12", None),
        ("t2-2023q2", "15", "2023-07-04", None),
        ("t2-2023q2", "17", "2023-07-04", None),
        ("t2-2023q2", "18", "2023-07-04", None),
    ]
    assert passages[3]["quote"] == "Two of them have cameras that the Force can see"


def test_evidence_shows_the_sentence_with_the_words_marked(capsys: Capture, data: Path) -> None:
    shown = {
        "json": "Northmoor University and the Rural Crime Strategy were named to «County Hall».",
        "csv": "named to «County Hall».",
        "table": "named to «County Hall».",
        "md": "named to **County Hall**.",
        "html": "named to <mark>County Hall</mark>.",
    }
    for output_format, words in shown.items():
        code, out, _ = call(capsys, "evidence", "WCC", "--format", output_format, "--data", data)
        assert code == 0
        assert words in out
    assert "«" not in call(capsys, "evidence", "WCC", "--format", "html", "--data", data)[1]


def test_evidence_of_a_deliverable_shows_the_parts_that_its_updates_name(capsys: Capture, data: Path) -> None:
    _, out, err = call(capsys, "evidence", "2023-24/T2.2", "--format", "json", "--data", data)
    parts = [row for row in json.loads(out) if row["property"].startswith("part: ")]
    assert [(row["origin"], row["property"], row["value"], row["quote"], row["line"]) for row in parts] == [
        ("judged, agreed", "part: delivers, planned", "harbour-trust", "Harbour Trust", "21"),
        ("judged, proposed", "part: delivers, planned", "barn-watch", "barn-watch scheme", "21"),
        ("judged, proposed", "part: funds", "westmarch-county-council", "Westmarch County Council", "21"),
        ("judged, proposed", "part: is funded", "barn-watch", "Barn Watch", "21"),
        ("judged, proposed", "part: is mentioned", "westmarch-county-council", "WCC", "21"),
    ]
    assert parts[1]["sentence"] == "The «barn-watch scheme» waits for its vehicle."
    assert err == ""


def test_evidence_shows_the_sentence_that_prints_a_figure(capsys: Capture, data: Path) -> None:
    _, out, _ = call(capsys, "evidence", "t2-2023q2/1", "--format", "json", "--data", data)
    figures = {row["label"]: row["sentence"] for row in json.loads(out) if row["property"] == "figure"}
    assert figures == {
        "12: shops in the radio link": "«Twelve» shops joined the radio link.",
        "37: offences": "Figures: 1,204 visits, «37» offences (2022-23: 52)",
        "52: offences (2022-23)": "Figures: 1,204 visits, 37 offences (2022-23: «52»)",
        "1,204: visits": "Figures: «1,204» visits, 37 offences (2022-23: 52)",
    }


def test_evidence_says_whose_words_are_not_at_hand(capsys: Capture, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".pcgraph"))
    (tmp_path / "empty").mkdir()
    build_store(folder, sources=tmp_path / "empty")
    code, out, err = call(capsys, "evidence", "Harbour Trust", "--format", "json", "--data", folder)
    assert code == 0
    assert "The words of t2-2023q2 are not at hand" in err
    sentences = {(row["property"], row["line"]): row["sentence"] for row in json.loads(out) if row["line"]}
    assert sentences == {
        ("← mentions", "13"): "Choose a provider for the helpline with «Harbour Trust»",
        ("← mentions", "21"): None,
        ("← mentions", "25"): None,
        ("part: supports, planned", "13"): "Choose a provider for the helpline with «Harbour Trust»",
        ("part: delivers, planned", "21"): None,
        ("part: is a member", "25"): None,
    }


def test_evidence_refuses_what_is_not_known(capsys: Capture, data: Path) -> None:
    code, out, err = call(capsys, "evidence", "T7.77", "--data", data)
    assert (code, out) == (2, "")
    assert err.startswith("Error: There is no thing “T7.77”.")


def test_evidence_lists_what_an_ambiguous_name_may_mean(capsys: Capture, data: Path) -> None:
    name = "Reduce vehicle crime in market towns with café and shop owners as partners"
    code, out, err = call(capsys, "evidence", name, "--data", data)
    assert (code, out) == (2, "")
    assert "2023-24/T2.1" in err
    assert "t2-2023q2/3" in err


def test_evidence_help_has_an_example(capsys: Capture) -> None:
    code, out, _ = call(capsys, "evidence", "--help")
    assert code == 0
    assert "pcgraph evidence T3.3" in out
