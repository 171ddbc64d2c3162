"""`pcgraph ask`: how it understood, the answer, and each way to go wrong."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pcgraph.build import build_store
from tests.conftest import ROOT, Run

PRINT_MODULES = """
import sys
from pcgraph.cli import run
run(sys.argv[1:])
print(*sorted(sys.modules))
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ask") / "made up"
    shutil.copytree(ROOT / "tests" / "history", folder, ignore=shutil.ignore_patterns(".pcgraph"))
    build_store(folder)
    return folder


def test_ask_says_how_it_understood_and_answers(run: Run, data: Path) -> None:
    code, out, err = run("ask", "who leads T2.1?", "--data", data, "--format", "csv")
    assert code == 0
    assert err.splitlines()[0] == (
        "Understood as: Who leads each deliverable, and each of its actions? (deliverable T2.1)"
        f' — pcgraph query leads-by-deliverable --deliverable T2.1 --data "{data}"'
    )
    assert "Or:" not in err
    assert [row["lead"] for row in csv.DictReader(io.StringIO(out))] == ["Corporate Services (post not given)"]


def test_ask_gives_what_the_command_that_it_names_gives(run: Run, data: Path) -> None:
    asked = run("ask", "deliverables", "of", "Harbour", "Trust", "--data", data, "--format", "json")
    named = run("query", "deliverables-by-partner", "--partner", "harbour-trust", "--data", data, "--format", "json")
    assert asked[:2] == named[:2]


def test_ask_offers_the_next_best_when_it_is_not_sure(run: Run, data: Path) -> None:
    code, _, err = run("ask", "who leads on rural crime", "--data", data)
    assert code == 0
    assert [line.partition(":")[0] for line in err.splitlines()[:3]] == ["Understood as", "Or", "Or"]


def test_ask_lists_readings_with_their_reasons_when_dry(run: Run, data: Path) -> None:
    call = ("ask", "partners for T2.1", "--dry-run", "--explain", "--top", "2", "--format", "json", "--data", data)
    code, out, err = run(*call)
    assert (code, err) == (0, "")
    text = json.dumps(json.loads(out))
    assert text.count("pcgraph query") == 2
    assert "pcgraph query partners-by-deliverable --deliverable T2.1" in text
    assert "takes T2.1 as deliverable" in text


def test_ask_explains_on_stderr(run: Run, data: Path) -> None:
    code, _, err = run("ask", "partners for T2.1", "--explain", "--data", data)
    assert code == 0
    assert "  +0.12 takes T2.1 as deliverable" in err.splitlines()


def test_ask_takes_columns_and_view(run: Run, data: Path) -> None:
    code, out, _ = run("ask", "who leads T2.1", "--columns", "lead", "--stated-only", "--format", "csv", "--data", data)
    assert (code, out.splitlines()) == (0, ["lead", "Corporate Services (post not given)"])


def test_ask_says_what_was_read_when_there_is_no_row(run: Run, data: Path) -> None:
    code, _, err = run("ask", "anything red in theme 1?", "--data", data)
    assert code == 0
    assert "No rows. Documents read: force-2021, strategy-2021-25, t2-2023q2, t2-2023q3, t2-2024q1." in err


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("", 'Error: There is no question. Ask in your own words: pcgraph ask "which partners help with T3.8"'),
        ("unicorns", "stands in none of them. What can be asked is listed by: pcgraph query"),
        ("weather", "Error: The papers read so far do not hold that. What can be asked is listed by: pcgraph query"),
        ("x" * 401, "Error: The question has 401 letters, more than 400. Ask it shorter."),
    ],
)
def test_ask_says_in_one_line_that_it_cannot(run: Run, data: Path, words: str, line: str) -> None:
    code, out, err = run("ask", words, "--data", data)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].endswith(line)
    assert err.count("\n") == 1


def test_ask_refuses_a_code_that_is_not_held(run: Run, data: Path) -> None:
    code, out, err = run("ask", "who leads T9.9", "--data", data)
    assert (code, out) == (2, "")
    assert "Error: There is no deliverable “T9.9”. There are: T1.1" in err


def test_ask_refuses_two_views(run: Run, data: Path) -> None:
    code, _, err = run("ask", "partners", "--stated-only", "--agreed-only", "--data", data)
    assert code == 2
    assert "exclude each other" in err


def test_ask_imports_no_fuzzy_matching_for_words_that_are_known(data: Path) -> None:
    call = [sys.executable, "-c", PRINT_MODULES, "ask", "partners for T2.1", "--data", str(data)]
    loaded = subprocess.run(call, capture_output=True, text=True, check=True).stdout.splitlines()[-1].split()
    assert "pcgraph.ask.score" in loaded
    assert not {"rapidfuzz", "rdflib", "pcgraph.graph", "pcgraph.tables", "pcgraph.model"} & set(loaded)
