"""Building: what it makes, when it does nothing, when the graph is stale."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pcgraph.build import BuildReport, build_store
from pcgraph.cli.build import command
from pcgraph.errors import CallError, DatasetError, StoreError
from pcgraph.store import is_stale, open_store
from pcgraph.store.lock import hold_lock
from tests.graph.graph_samples import PREFIXES
from tests.store.store_samples import COUNT, copy_small

PASSAGES = PREFIXES + "SELECT (COUNT(*) AS ?n) WHERE { ?p a pcg:Passage ; pcg:quote ?words }"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def list_stores(data: Path) -> list[str]:
    return sorted(entry.name for entry in (data / ".pcgraph").iterdir() if entry.is_dir())


def test_build_makes_a_store_that_answers(data: Path) -> None:
    report = build_store(data)
    assert report.built
    assert report.missing == ("force-2021", "strategy-2021-25")
    # 3 documents, 2 plans, 2 themes, 3 outcomes, 6 measures, 6 deliverables, 5 actions, 3 posts, 4 codes, 4 updates,
    # 13 entities
    assert report.things == 51
    assert list_stores(data) == [report.digest]
    store = open_store(data)
    assert store.select(PASSAGES).rows == [(8,)]
    assert store.select(COUNT.replace("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }")).rows == [(report.quads,)]


def test_build_does_nothing_when_nothing_has_changed(data: Path) -> None:
    first = build_store(data)
    pointer = (data / ".pcgraph" / "current").read_bytes()
    second = build_store(data)
    assert not second.built
    assert second == BuildReport(data, first.digest, first.quads, first.things, first.missing, built=False)
    assert (data / ".pcgraph" / "current").read_bytes() == pointer


def test_build_keeps_the_store_when_only_times_have_changed(data: Path) -> None:
    build_store(data)
    os.utime(data / "updates.csv", (1, 1))
    assert not is_stale(data)
    assert not build_store(data).built


def test_build_replaces_the_store_when_a_table_has_changed(data: Path) -> None:
    first = build_store(data)
    edit(data / "plans.csv", "Delivery Plan 2023-24", "Yearly Plan 2023-24")
    assert is_stale(data)
    second = build_store(data)
    assert second.built
    assert not is_stale(data)
    assert list_stores(data) == [second.digest] != [first.digest]


def test_build_gives_the_same_digest_in_another_place(data: Path, tmp_path: Path) -> None:
    other = copy_small(tmp_path / "other")
    assert build_store(data).digest == build_store(other).digest


def test_graph_is_stale_when_a_source_appears_or_goes(data: Path, tmp_path: Path) -> None:
    source = tmp_path / "sources" / "t2-2023q2.txt"
    text = source.read_bytes()
    source.unlink()
    assert build_store(data).missing == ("force-2021", "strategy-2021-25", "t2-2023q2")
    assert open_store(data).select(PASSAGES).rows == [(0,)]
    source.write_bytes(text)
    assert is_stale(data)
    assert build_store(data).missing == ("force-2021", "strategy-2021-25")


def test_graph_is_not_stale_when_sources_lie_in_the_folder_named(data: Path, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    (tmp_path / "sources").rename(papers)
    build_store(data, sources=papers)
    assert open_store(data).select(PASSAGES).rows == [(8,)]
    assert not is_stale(data)
    assert json.loads((data / ".pcgraph" / "current").read_text(encoding="utf-8"))["sources"] == "../papers"
    shutil.rmtree(papers)
    assert is_stale(data)


def test_source_is_matched_by_its_bytes_not_its_name(data: Path, tmp_path: Path) -> None:
    source = tmp_path / "sources" / "t2-2023q2.txt"
    source.rename(source.with_name("Report final (2).txt"))
    assert "t2-2023q2" not in build_store(data).missing
    edit(source.with_name("Report final (2).txt"), "Saturdays", "Sundays")
    assert "t2-2023q2" in build_store(data).missing


def test_build_is_refused_when_the_sources_folder_is_missing(data: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="There is no folder"):
        build_store(data, sources=tmp_path / "nowhere")


def test_build_is_refused_when_the_dataset_is_missing_or_empty(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no dataset at"):
        build_store(tmp_path / "nowhere")
    with pytest.raises(DatasetError, match="holds no tables"):
        build_store(tmp_path)


def test_build_keeps_the_old_graph_when_a_table_is_damaged(data: Path) -> None:
    build_store(data)
    before = open_store(data).select(COUNT)
    edit(data / "updates.csv", "2023-24/T2.2", "2023-24/T9.9")
    with pytest.raises(DatasetError) as caught:
        build_store(data)
    assert caught.value.details == ("updates.csv row 3, deliverable: “2023-24/T9.9” is in no row of deliverables.csv",)
    assert open_store(data).select(COUNT) == before
    assert is_stale(data)


def test_build_is_refused_when_another_is_at_work(data: Path) -> None:
    build_store(data)
    with hold_lock(data / ".pcgraph"), pytest.raises(StoreError) as caught:
        build_store(data)
    assert caught.value.message == f"Another build is at work in {data}."
    assert not build_store(data).built


def test_build_ignores_itself_in_git(data: Path) -> None:
    build_store(data)
    assert (data / ".pcgraph" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_reading_imports_little() -> None:
    heavy = "rdflib networkx pyvis rich yaml openpyxl rapidfuzz jinja2 dataclasses csv"
    script = f"import sys, pcgraph.store; print([name for name in {heavy.split()} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert result.stdout.strip() == "[]"


def test_build_command_says_what_it_made(data: Path) -> None:
    result = CliRunner().invoke(command, ["--data", str(data)])
    assert result.exit_code == 0
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first.startswith(f"Built the graph of {data}: ")
    assert " statements about 51 things, in " in first
    assert second.startswith("Sources not at hand, or not the files that were read: force-2021, strategy-2021-25. ")
    again = CliRunner().invoke(command, ["--data", str(data)])
    assert again.stderr.startswith(f"Nothing has changed: the graph of {data} is up to date (")


def test_build_command_help_has_an_example() -> None:
    assert "pcgraph build --data data/westmarch --sources ~/papers" in CliRunner().invoke(command, ["--help"]).stdout
