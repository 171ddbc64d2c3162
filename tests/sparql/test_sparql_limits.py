"""Time, memory and rows are bounded; whatever happens, no process is left."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pcgraph.errors import CallError, QueryError
from pcgraph.sparql import run_sparql
from tests.conftest import ROOT
from tests.sparql.conftest import Ask, digest_files

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?i"
ENDLESS = {
    "cross join": CROSS,
    "cross join counted by group": "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a",
    "cross join that finds nothing": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i = 'x') }",
    "cross join of triples": "CONSTRUCT { ?a ?b 'x' } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "cross join described": "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = 'x') }",
    "paths from everywhere to everywhere": "ASK { ?a (!<y>|^!<y>)* ?b . ?b (!<z>|^!<z>)* ?c FILTER(?a = 1) }",
    "texts compared": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(REGEX(CONCAT(?c, ?f, ?i), 'zz(.*)*zz[0-9]{50}')) }",
    "joins to be planned": "ASK { " + "?s ?p ?o . " * 700 + "}",
}
MB = 1024**2

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory as Linux has them")


def list_children() -> list[int]:
    """The processes that this process has started and that are still there."""
    found: list[int] = []
    for task in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended meanwhile
            found += map(int, task.read_text().split())
    return found


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    before = list_children()
    yield
    assert list_children() == before


@pytest.mark.parametrize("name", ENDLESS)
def test_query_is_stopped_when_its_time_is_up(data: Path, name: str) -> None:
    before = digest_files(data)
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"^The query was stopped after 0\.7 s\.$"):
        run_sparql(data, ENDLESS[name], timeout_s=0.7)
    assert time.monotonic() - begun < 5
    assert digest_files(data) == before


def test_store_answers_after_a_query_was_stopped(data: Path) -> None:
    with pytest.raises(QueryError, match="stopped"):
        run_sparql(data, CROSS, timeout_s=0.5)
    assert run_sparql(data, "ASK { ?plan a pcg:Plan }").truth


def test_command_says_in_one_line_that_it_was_stopped(ask: Ask) -> None:
    code, out, err = ask(CROSS, "--timeout", "0.5")
    assert (code, out) == (2, "")
    assert err.startswith("Error: The query was stopped after 0.5 s. ")
    assert err.count("\n") == 1


@linux_only
@pytest.mark.parametrize(
    "query",
    [
        SORTED,
        "SELECT ?a ?i (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?b ?c ?d ?e ?f ?g ?h ?i",
        "SELECT ?z { BIND(STRDT('x', xsd:string) AS ?a) "
        + " ".join(
            f"BIND(CONCAT({', '.join([f'?{a}'] * 12)}) AS ?{b})" for a, b in zip("abcdefgh", "bcdefghz", strict=True)
        )
        + "}",
        "SELECT (GROUP_CONCAT(STR(?c); separator='xxxxxxxxxxxxxxxx') AS ?z) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    ],
)
def test_query_is_stopped_when_it_takes_too_much_memory(data: Path, query: str) -> None:
    with pytest.raises(QueryError, match=r"^The query needs more memory than 0\.3 GB\.$"):
        run_sparql(data, query, timeout_s=25, memory_bytes=300 * MB)


@linux_only
def test_memory_of_a_query_never_comes_into_this_process(data: Path) -> None:
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(QueryError, match="more memory"):
        run_sparql(data, SORTED, timeout_s=25, memory_bytes=600 * MB)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024  # in units of 1024 bytes


def test_huge_result_is_cut_and_the_cut_is_said(ask: Ask, data: Path) -> None:
    cross = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    answer = run_sparql(data, cross, limit=50)
    assert (len(answer.rows), answer.is_cut) == (50, True)
    assert answer.note == "Cut: these are the first 50 rows, and there are more."
    for name in ("csv", "json", "sparql-json", "tsv"):
        assert ask(cross, "--limit", "50", "-f", name)[2] == f"{answer.note}\n"
    for name in ("table", "md", "html"):
        code, out, err = ask(cross, "--limit", "50", "-f", name)
        assert (code, err) == (0, "")
        assert answer.note in out


def test_default_limit_holds(data: Path) -> None:
    answer = run_sparql(data, "SELECT ?a { ?a ?b ?c . ?d ?e ?f }")
    assert (len(answer.rows), answer.is_cut) == (10_000, True)


def test_triples_are_cut_too(ask: Ask, data: Path) -> None:
    answer = run_sparql(data, "CONSTRUCT WHERE { ?s ?p ?o }", limit=10)
    assert (len(answer.triples), answer.is_cut) == (10, True)
    code, out, err = ask("CONSTRUCT WHERE { ?s ?p ?o }", "--limit", "10", "-f", "ntriples")
    assert (code, out.count("\n"), err) == (0, 10, "Cut: these are the first 10 triples, and there are more.\n")


@pytest.mark.parametrize(
    "query", ["SELECT ?x { VALUES ?x { 1 2 3 } }", "CONSTRUCT { <a> <b> ?x } { VALUES ?x { 1 2 3 } }"]
)
def test_nothing_is_cut_when_the_answer_just_fits(data: Path, query: str) -> None:
    answer = run_sparql(data, query, limit=3)
    assert (len(answer.rows) + len(answer.triples), answer.is_cut) == (3, False)


def test_triple_that_comes_again_does_not_count_against_the_limit(data: Path) -> None:
    answer = run_sparql(data, "CONSTRUCT { <a> <b> <c> } { ?s ?p ?o }", limit=1)
    assert (len(answer.triples), answer.is_cut) == (1, False)


def test_answer_is_refused_when_it_is_larger_than_anybody_can_take(data: Path) -> None:
    # 12**7 letters a row: three rows are above 100 MB.
    doubled = " ".join(
        f"BIND(CONCAT({', '.join([f'?{a}'] * 12)}) AS ?{b})" for a, b in zip("abcdefg", "bcdefgz", strict=True)
    )
    query = f"SELECT ?n ?z {{ VALUES ?n {{ 1 2 3 }} BIND('x' AS ?a) {doubled} }}"
    with pytest.raises(QueryError, match=r"^The answer is larger than 100 MB\.$"):
        run_sparql(data, query)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--timeout", "0"], "A query cannot be given 0 s."),
        (["--timeout", "-1"], "A query cannot be given -1 s."),
        (["--timeout", "nan"], "A query cannot be given nan s."),
        (["--timeout", "inf"], "A query cannot be given inf s."),
        (["--limit", "0"], "A limit of 0 leaves nothing."),
        (["--stated-only", "--agreed-only"], "--stated-only and --agreed-only exclude each other."),
    ],
)
def test_wrong_option_is_refused(ask: Ask, options: list[str], words: str) -> None:
    code, out, err = ask("ASK {}", *options)
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {words}")


def test_limit_below_one_is_refused_in_python_too(data: Path) -> None:
    with pytest.raises(CallError):
        run_sparql(data, "ASK {}", limit=-1)


def start(data: Path, *options: str) -> subprocess.Popen[str]:
    """The command with an endless query on its stdin, in a group of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pcgraph", "sparql", "-", "--data", str(data), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )
    assert process.stdin is not None
    process.stdin.write(CROSS)
    process.stdin.close()
    process.stdin = None
    return process


def find_child(pid: int) -> int:
    """The one process that a process has started, once it is there."""
    for _ in range(200):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if children:
            time.sleep(0.5)  # so that it is at the query
            return int(children[0])
        time.sleep(0.05)
    raise AssertionError("no child")


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@linux_only
@pytest.mark.parametrize("is_for_all", [True, False], ids=["from a terminal", "to the command alone"])
def test_interrupt_ends_the_query(data: Path, is_for_all: bool) -> None:
    process = start(data, "--timeout", "60")
    child = find_child(process.pid)
    (os.killpg if is_for_all else os.kill)(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert not is_running(child)


@linux_only
def test_query_ends_by_itself_when_the_command_was_killed(data: Path) -> None:
    process = start(data, "--timeout", "1")
    child = find_child(process.pid)
    process.kill()
    process.communicate(timeout=10)
    until = time.monotonic() + 15
    while is_running(child) and time.monotonic() < until:
        time.sleep(0.2)
    assert not is_running(child)


@linux_only
def test_killed_child_leaves_no_dump(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(QueryError, match="nested too deeply"):
        run_sparql(data, "ASK {" + "{" * 50_000 + "}" * 50_000 + "}")
    assert list(tmp_path.iterdir()) == []


@posix_only
def test_command_runs_from_any_folder_beside_others(data: Path, tmp_path: Path) -> None:
    link = tmp_path / "a folder"
    shutil.copytree(data, link)
    call = [sys.executable, "-m", "pcgraph", "sparql", "-", "--data", "a folder"]
    running = [
        subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, text=True) for _ in range(3)
    ]
    assert [process.communicate("ASK { ?plan a pcg:Plan }", timeout=30)[0] for process in running] == ["yes\n"] * 3
