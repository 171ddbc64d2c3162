"""How two graphs differ, whether stores or files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.changes.diff import Diff, find_diff
from pcgraph.errors import CallError, StoreError
from pcgraph.graph import write_graph
from pcgraph.tables import read_dataset
from tests.changes.conftest import HISTORY


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The history as a dataset with its store, and as a file of each format."""
    place = tmp_path_factory.mktemp("graphs")
    shutil.copytree(HISTORY, place / "old", ignore=shutil.ignore_patterns(".pcgraph"))
    build_store(place / "old")
    for ending, name in (("nq", "nquads"), ("trig", "trig"), ("ttl", "turtle")):
        (place / f"old.{ending}").write_bytes(write_graph(read_dataset(HISTORY), name))
    return place


def edit(folder: Path, tmp_path: Path, *changes: tuple[str, str, str]) -> Path:
    """A copy of the dataset with a text in a table replaced."""
    new = tmp_path / "new"
    shutil.copytree(folder / "old", new, ignore=shutil.ignore_patterns(".pcgraph"))
    for table, before, after in changes:
        file = new / f"{table}.csv"
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")
    return new


def compare(folder: Path, tmp_path: Path, *changes: tuple[str, str, str]) -> Diff:
    new = tmp_path / "new.nq"
    new.write_bytes(write_graph(read_dataset(edit(folder, tmp_path, *changes)), "nquads"))
    return find_diff(folder / "old.nq", new)


def brief(diff: Diff) -> list[tuple[str, str, str, str]]:
    return [(item.thing, item.what, item.before, item.after) for item in diff.items if item.kind != "Evidence"]


@pytest.mark.parametrize("other", ["old.nq", "old.trig", "old.ttl", "old/.pcgraph"])
def test_graphs_do_not_differ_when_they_are_one_graph_in_two_forms(folder: Path, other: str) -> None:
    assert find_diff(folder / "old.nq", folder / other).items == ()


def test_graphs_say_what_was_left_out_when_one_form_cannot_hold_it(folder: Path) -> None:
    assert find_diff(folder / "old.nq", folder / "old.ttl").note == (
        "One of the files does not tell which document states what: named graphs are left out."
    )
    assert find_diff(folder / "old" / ".pcgraph", folder / "old.nq").note == (
        "Exported files hold no passages: the words of the narratives are left out."
    )


def test_graphs_tell_a_property_with_before_and_after_when_it_changed(folder: Path, tmp_path: Path) -> None:
    diff = compare(folder, tmp_path, ("updates", "safety map,G", "safety map,A"))
    assert brief(diff) == [("Progress update t2-2023q3/3", "RAG status changed", "Green", "Amber")]
    assert [item.what for item in diff.items if item.kind == "Evidence"] == [
        "1 piece of evidence added",
        "1 piece of evidence removed",
    ]


def test_graphs_name_the_thing_when_a_link_leads_to_another(folder: Path, tmp_path: Path) -> None:
    diff = compare(folder, tmp_path, ("leads", "2021-25/T2.1,corporate-services", "2021-25/T2.1,ch-insp-northmoor"))
    assert brief(diff) == [
        (
            "Deliverable 2021-25/T2.1",
            "led by changed",
            "corporate-services (Corporate Services (post not given))",
            "ch-insp-northmoor (Chief Inspector, Northmoor)",
        )
    ]


def test_graphs_tell_the_judgement_when_the_office_agreed(folder: Path, tmp_path: Path) -> None:
    before = "The words are the same.,reading-a;reading-b,2024-10-01,proposed"
    diff = compare(folder, tmp_path, ("lineage", before, "The words are the same.,Head of Strategy,2024-10-01,agreed"))
    assert brief(diff) == [
        ("Deliverable 2023-24/T2.2", "stated in other graphs", "judged/proposed", "judged/agreed"),
        ("Lineage 2024-25/T2.2/2023-24/T2.2", "judged by changed", "reading-a;reading-b", "Head of Strategy"),
        ("Lineage 2024-25/T2.2/2023-24/T2.2", "judgement status changed", "Proposed", "Agreed"),
        (
            "Lineage 2024-25/T2.2/2023-24/T2.2",
            "review state changed",
            "proposed by two readings, not yet agreed by the office",
            "agreed",
        ),
    ]


def test_graphs_count_an_involvement_as_moved_when_only_its_line_differs(folder: Path, tmp_path: Path) -> None:
    diff = compare(folder, tmp_path, ("involvements", "t2-2024q1,16,", "t2-2024q1,116,"))
    assert brief(diff) == [("", "1 thing at another line, the same otherwise", "", "")]
    assert diff.describe() == "1 added, 1 removed, 1 moved"


def test_graphs_list_a_thing_once_when_it_was_added(folder: Path, tmp_path: Path) -> None:
    row = "2024-25/T2.4,2024-25,2021-25/T2,4,Light the car parks,t2-2024q1,20\n"
    new = (
        "deliverables",
        "Set up a farm watch in every parish,t2-2024q1,18\n",
        "Set up a farm watch in every parish,t2-2024q1,18\n" + row,
    )
    assert brief(compare(folder, tmp_path, new)) == [("Deliverable 2024-25/T2.4", "added", "", "Light the car parks")]


def test_stores_differ_as_their_files_do_when_compared(folder: Path, tmp_path: Path) -> None:
    new = edit(folder, tmp_path, ("updates", "safety map,G", "safety map,A"))
    build_store(new)
    diff = find_diff(folder / "old" / ".pcgraph", new / ".pcgraph")
    assert brief(diff) == [("Progress update t2-2023q3/3", "RAG status changed", "Green", "Amber")]
    store = next(entry for entry in (new / ".pcgraph").iterdir() if entry.is_dir())
    assert find_diff(folder / "old" / ".pcgraph", store).items == diff.items


def test_thing_is_told_with_its_dataset_when_several_differ(folder: Path, tmp_path: Path) -> None:
    text = (folder / "old.nq").read_text(encoding="utf-8")
    base = read_dataset(HISTORY).base
    other = text.replace(base, "https://example.org/eastmarch/")
    (tmp_path / "two.nq").write_text(text + other, encoding="utf-8")
    changed = (text + other).replace('"Publish the town safety map"', '"Print the town safety map"')
    (tmp_path / "new.nq").write_text(changed, encoding="utf-8")
    things = {thing for thing, *_ in brief(find_diff(tmp_path / "two.nq", tmp_path / "new.nq"))}
    assert {"Deliverable eastmarch: 2023-24/T2.3", "Progress update eastmarch: t2-2023q3/3"} <= things


def refuse(old: Path, new: Path) -> tuple[str, str]:
    with pytest.raises(CallError) as caught:
        find_diff(old, new)
    return caught.value.message, caught.value.hint


def test_dataset_is_refused_when_the_other_is_a_graph(folder: Path) -> None:
    message, hint = refuse(folder / "old.nq", folder / "old")
    assert (
        message
        == f"{folder / 'old'} is a dataset, {folder / 'old.nq'} is a graph: they cannot be held against each other."
    )
    assert hint == f"Make a graph of the dataset first: pcgraph export nquads --data {folder / 'old'} --output FILE.nq"


def test_path_is_refused_when_nothing_lies_there(folder: Path) -> None:
    assert refuse(folder / "none", folder / "old")[0] == f"There is no {folder / 'none'}."


def test_file_is_refused_when_it_is_no_graph(folder: Path) -> None:
    table = folder / "old" / "updates.csv"
    assert refuse(table, folder / "old.nq")[0] == f"{table} is no graph: it ends in none of .nq, .nt, .trig, .ttl."


def test_file_is_refused_with_its_line_when_it_is_damaged(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.nq"
    bad.write_text("<https://example.org/a> <https://example.org/b> .\n", encoding="utf-8")
    assert refuse(folder / "old.nq", bad)[0] == f"{bad} is not N-Quads (line 1)."


def test_store_is_refused_when_a_file_of_it_is_cut_off(folder: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(folder / "old", tmp_path / "cut"))
    table = max((data / ".pcgraph").rglob("*.sst"), key=lambda file: file.stat().st_size)
    os.truncate(table, table.stat().st_size // 2)
    with pytest.raises(StoreError, match=r"The graph .* is damaged\."):
        find_diff(data / ".pcgraph", folder / "old.nq")
    with pytest.raises(StoreError, match=r"The graph .* is damaged\."):
        find_diff(table.parent, folder / "old.nq")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of that kind on this system")
def test_diff_refuses_a_pipe_when_it_stands_for_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "old.nq")
    (tmp_path / "new.nq").write_text("", encoding="utf-8")
    with pytest.raises(CallError, match="is no regular file"):
        find_diff(tmp_path / "old.nq", tmp_path / "new.nq")
