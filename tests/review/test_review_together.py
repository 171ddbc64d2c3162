"""Two people at once: a review is taken into the tables that it was held against, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pcgraph.errors import DatasetError
from pcgraph.review import read_review, take_review
from pcgraph.store.lock import hold_lock
from pcgraph.tables import read_dataset
from tests.conftest import Run


def write_review(data: Path, book: Path, row: int, run: Run) -> Path:
    """A review with one verdict."""
    assert run("review", "--data", data, "-o", book)[0] == 0
    opened = load_workbook(book)
    opened["Names"].cell(row, 1).value = "right"
    opened.save(book)
    return book


def test_review_is_not_taken_into_tables_that_changed_since_they_were_read(
    data: Path, tmp_path: Path, run: Run
) -> None:
    first, second = (read_review(write_review(data, tmp_path / f"{row}.xlsx", row, run)) for row in (3, 4))
    ours, theirs = read_dataset(data), read_dataset(data)
    assert len(take_review(ours, first, by="PB").changes) == 2  # status and by
    taken = (data / "entities.csv").read_bytes()
    with pytest.raises(DatasetError, match="were changed while the review was read; nothing of it was taken"):
        take_review(theirs, second, by="XY")
    assert (data / "entities.csv").read_bytes() == taken
    assert len(take_review(read_dataset(data), second, by="XY").changes) == 2
    rows = {row["id"]: row["by"] for row in read_dataset(data).tables["entities"]}
    assert (rows["open-door"], rows["opendoors"]) == ("PB", "XY")


def test_review_is_not_taken_while_a_build_is_at_work(data: Path, tmp_path: Path, run: Run) -> None:
    book = write_review(data, tmp_path / "review.xlsx", 3, run)
    before = (data / "entities.csv").read_bytes()
    (data / ".pcgraph").mkdir()
    with hold_lock(data / ".pcgraph"):
        code, _, err = run("review", book, "--data", data)
    assert (code, err.count("\n")) == (2, 1)
    assert f"Another build is at work in {data}. Wait until it has ended, then take the review again." in err
    assert (data / "entities.csv").read_bytes() == before
    assert run("review", book, "--data", data)[0] == 0


def test_review_leaves_nothing_to_commit_but_the_tables(data: Path, tmp_path: Path, run: Run) -> None:
    book = write_review(data, tmp_path / "review.xlsx", 3, run)
    assert run("review", book, "--data", data)[0] == 0
    assert (data / ".pcgraph" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert run("build", "--data", data)[0] == 0
