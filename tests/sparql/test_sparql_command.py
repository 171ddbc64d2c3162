"""`pcgraph sparql` as a user calls it."""

from __future__ import annotations

import io
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.sparql.conftest import Ask


def test_help_names_the_prefixes_and_says_what_is_refused(run: Run) -> None:
    code, out, _ = run("sparql", "--help")
    assert code == 0
    for words in (
        "pcg:     https://w3id.org/pcgraph/ontology#",
        "dcterms:",
        "SERVICE are refused",
        "narratives' own words",
    ):
        assert words in out


def test_examples_of_the_help_find_something(run: Run, ask: Ask) -> None:
    text = run("sparql", "--help")[1]
    queries = re.findall(r"^    ((?:SELECT|CONSTRUCT).*?)(?=\n\n)", text, re.DOTALL | re.MULTILINE)
    answers = [ask(query) for query in queries]
    assert [(code, err) for code, _, err in answers] == [(0, ""), (0, "")]
    # Harbour Trust helps with three deliverables of the small dataset; see tests/small/involvements.csv.
    assert re.search(r"^Harbour Trust +3$", answers[0][1], re.MULTILINE)
    assert "<deliverable/2021-25/T1.1> pcg:ledBy <post/det-supt-rural-crime> ." in answers[1][1]


def test_query_is_read_from_stdin(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (b"ASK { ?p a pcg:Plan }", b"\xef\xbb\xbfASK { ?p a pcg:Plan }\r\n"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert run("sparql", "-", "--data", data) == (0, "yes\n", "")


def test_closed_stdin_is_an_empty_query(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    code, _, err = run("sparql", "-", "--data", data)
    assert (code, err.startswith("Error: The query is empty.")) == (2, True)


def test_table_has_the_name_of_the_file(ask: Ask) -> None:
    assert ask("SELECT (1 AS ?one) {}")[1].startswith("query.rq\n")


def test_canned_query_runs_as_it_is(run: Run, data: Path) -> None:
    file = ROOT / "queries" / "progress" / "not-green.rq"
    code, out, err = run("sparql", file, "--data", data, "-f", "csv")
    assert (code, err) == (0, "")
    assert out.startswith("status,code,wording,responsible,period,document,line\r\n")
    assert out == run("query", "not-green", "--data", data, "-f", "csv")[1]


def test_narrowed_answer_says_so(ask: Ask) -> None:
    assert "Only what a document states is read." in ask("SELECT (1 AS ?x) {}", "--stated-only")[1]
    assert ask("ASK {}", "--agreed-only") == (
        0,
        "yes\n",
        "Judgements that the office has not agreed to are left out.\n",
    )


def test_changed_tables_are_said(run: Run, data: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(data, tmp_path / "changed"))
    with (changed / "posts.csv").open("a", encoding="utf-8") as file:
        file.write("new-post,New Post,,\n")
    query = tmp_path / "q.rq"
    query.write_text("ASK {}", encoding="utf-8")
    code, out, err = run("sparql", query, "--data", changed)
    assert (code, out) == (0, "yes\n")
    assert "have changed since the graph was built" in err


def test_graph_that_was_not_built_is_said(run: Run, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text("ASK {}", encoding="utf-8")
    code, out, err = run("sparql", query, "--data", tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith("Error: There is no graph of ")


def test_damaged_store_is_said(run: Run, data: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(data, tmp_path / "broken"))
    for file in (broken / ".pcgraph").rglob("*.sst"):
        file.write_bytes(b"\0" * file.stat().st_size)
    query = tmp_path / "q.rq"
    query.write_text("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", encoding="utf-8")
    code, out, err = run("sparql", query, "--data", broken)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "pcgraph build" in err
