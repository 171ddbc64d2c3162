"""`pcgraph query`, called as a user calls it, and what a shell offers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.query.catalogue import load_catalogue
from tests.query.conftest import Capture, call

SMALL = Path(__file__).parents[1] / "small"


READ_AS = (
    "T2.1 is read as 2021-25/T2.1."
    " Did you mean 2023-24/T2.1 (Reduce vehicle crime in market towns with café and shop own…)?"
)


def test_query_lists_every_question_by_topic_without_a_store(capsys: Capture, tmp_path: Path) -> None:
    code, out, _ = call(capsys, "query", "--data", tmp_path / "none")
    assert code == 0
    for query in load_catalogue().queries.values():
        assert query.name in out
        assert query.title in out


def test_query_lists_for_a_program(capsys: Capture) -> None:
    code, out, err = call(capsys, "query", "--format", "json")
    assert code == 0
    assert {"topic": "progress", "query": "not-green", "question": "What is not green?"} in json.loads(out)
    assert "Ask one with: pcgraph query NAME" in err


def test_query_help_shows_question_parameters_and_example(capsys: Capture) -> None:
    code, out, _ = call(capsys, "query", "not-green", "--help")
    assert code == 0
    assert "What is not green?" in out
    assert "--theme THEME" in out
    assert "a theme's code such as T3" in out
    assert "pcgraph query not-green --theme T3" in out


def test_query_group_help_lists_the_topics(capsys: Capture) -> None:
    code, out, _ = call(capsys, "query", "--help")
    assert code == 0
    assert out.index("Documents:") < out.index("Leads:") < out.index("Plan:") < out.index("Progress:")
    assert "pcgraph query not-green --theme T3" in out


def test_query_prints_the_rows(capsys: Capture, data: Path) -> None:
    code, out, err = call(capsys, "query", "not-green", "--theme", "T2", "--format", "csv", "--data", data)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "status,code,wording,responsible,period,document,line",
        "Red,,Follow up the O'Brien review of licensing,Force/SVP,2023-24Q2,t2-2023q2,27",
        "Amber,2023-24/T2.2,Improve the response to rural crime,Force,2023-24Q2,t2-2023q2,20",
    ]


def test_query_takes_data_and_format_before_the_name_too(capsys: Capture, data: Path) -> None:
    before = call(capsys, "query", "--data", data, "--format", "csv", "documents")
    assert before == call(capsys, "query", "documents", "--data", data, "--format", "csv")


@pytest.mark.parametrize("name", load_catalogue().queries)
@pytest.mark.parametrize("output_format", ["table", "csv", "tsv", "json", "md", "html", "xlsx"])
def test_query_writes_every_format(capsys: Capture, data: Path, tmp_path: Path, name: str, output_format: str) -> None:
    file = tmp_path / f"answer.{output_format}"
    required = {
        "profile": ["--thing", "T2.1"],
        "evidence": ["--thing", "T2.1"],
        "changed-since": ["--report", "t2-2023q2"],
        "search": ["--words", "rural"],
        "figures-by-subject": ["--words", "offences"],
        "updates-since": ["--since", "2023-10-01"],
        "reliance-on-partner": ["--partner", "WCC"],
    }
    given = required.get(name, [])
    code, out, err = call(capsys, "query", name, *given, "--data", data, "--format", output_format, "--output", file)
    assert (code, out) == (0, "")
    assert f"Wrote {file}" in err
    assert file.stat().st_size > 0


def test_query_says_what_was_read_when_there_are_no_rows(capsys: Capture, data: Path) -> None:
    code, _, err = call(capsys, "query", "not-green", "--theme", "T1", "--data", data)
    assert code == 0
    assert err == "No rows. Documents read: force-2021, strategy-2021-25, t2-2023q2.\n"


def test_query_says_how_a_short_code_was_read(capsys: Capture, data: Path) -> None:
    args = ("query", "profile", "--thing", "T2.1", "--data", data)
    note = READ_AS
    assert note in call(capsys, *args, "--format", "json")[2]
    assert note in call(capsys, *args)[1]


@pytest.mark.parametrize("flag", ["--stated-only", "--agreed-only"])
def test_query_says_what_a_narrower_view_leaves_out(capsys: Capture, data: Path, flag: str) -> None:
    code, out, _ = call(capsys, "query", "deliverables-by-theme", flag, "--data", data)
    assert code == 0
    assert "Only " in out
    assert "2023-24/T2.3" in out


def test_query_leaves_out_what_is_inferred_when_only_what_is_stated_counts(capsys: Capture, data: Path) -> None:
    code, out, err = call(capsys, "query", "anomalies", "--stated-only", "--data", data)
    assert code == 0
    assert "(none)" in out
    assert err.startswith("No rows.")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["not-gren"], "Error: There is no query “not-gren”. Did you mean not-green?\n"),
        (["zzz"], "Error: There is no query “zzz”. They are listed by: pcgraph query\n"),
        (["not-green", "--theme", "T9"], "Error: There is no theme “T9”. There are: T1, T2\n"),
        (["profile"], "Error: Missing option '--thing'.\n"),
        (["not-green", "--tema", "T1"], "Error: No such option '--tema'."),
        (["not-green", "--stated-only", "--agreed-only"], "Error: --stated-only and --agreed-only exclude each other."),
        (
            ["not-green", "--columns", "code,satus"],
            "Error: There is no column “satus”. Did you mean status? There are: status, code, wording, ",
        ),
        (["not-green", "--columns", "code,Code"], "Error: --columns names code twice. Name each column once.\n"),
        (["not-green", "--columns", " , "], "Error: --columns names no column. There are: status, code, wording, "),
        (["anomalies", "--severity", "grave"], "Error: Invalid value for '--severity': 'grave' is not one of"),
    ],
)
def test_query_refuses_a_wrong_call(capsys: Capture, data: Path, args: list[str], message: str) -> None:
    code, out, err = call(capsys, "query", *args, *(["--data", str(data)] if len(args) > 1 else []))
    assert (code, out) == (2, "")
    assert message in err


def test_query_says_how_to_build_when_there_is_no_store(capsys: Capture, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "small", ignore=shutil.ignore_patterns(".pcgraph"))
    for args in (["query", "not-green"], ["evidence", "T1"]):
        code, out, err = call(capsys, *args, "--data", tmp_path / "small")
        assert (code, out) == (2, "")
        assert "Run: pcgraph build" in err


def test_query_says_when_the_tables_are_newer_than_the_store(capsys: Capture, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".pcgraph"))
    build_store(folder)
    table = folder / "themes.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("safer", "safe"), encoding="utf-8")
    code, _, err = call(capsys, "query", "documents", "--data", folder)
    assert code == 0
    assert err == f"The tables in {folder} have changed since the graph was built. Run: pcgraph build --data {folder}\n"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["query", "leads-w"], ["leads-workload"]),
        (["query", "deliverables-by-lead", "--post", "c"], ["ch-insp-northmoor", "corporate-services"]),
        (["query", "measures-by-outcome", "--outcome", "T1"], ["T1A", "T1B"]),
        (["query", "anomalies", "--severity", "w"], ["warning"]),
        (["evidence", "2021-25/T2A.1"], ["2021-25/T2A.1", "2021-25/T2A.10"]),
        (["evidence", "WC"], ["WCC"]),
        (["query", "deliverables-by-partner", "--partner", "harbor"], ["harbour-trust"]),
    ],
)
def test_completion_offers_codes_and_posts_of_the_store(data: Path, words: list[str], offered: list[str]) -> None:
    *before, typed = words
    options = before[:2] if before[0] == "query" and len(before) > 1 else before[:1]
    line = ["pcgraph", *options, *(["--data", str(data)] if typed != "leads-w" else []), *before[len(options) :], typed]
    environment = os.environ | {
        "_PCGRAPH_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(line),
        "COMP_CWORD": str(len(line) - 1),
    }
    found = subprocess.run(
        [sys.executable, "-c", "from pcgraph.__main__ import main; main()"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [entry.partition(",")[2] for entry in found.stdout.split()] == offered


def test_completion_offers_nothing_without_a_store(tmp_path: Path) -> None:
    environment = os.environ | {
        "_PCGRAPH_COMPLETE": "bash_complete",
        "COMP_WORDS": f"pcgraph evidence --data {tmp_path} T",
        "COMP_CWORD": "4",
    }
    found = subprocess.run(
        [sys.executable, "-c", "from pcgraph.__main__ import main; main()"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (found.stdout.strip(), found.stderr) == ("", "")
