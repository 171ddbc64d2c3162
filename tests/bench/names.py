"""How well names are found in the source documents, held against the shipped, reviewed data."""

from __future__ import annotations

import csv
import sys

from pcgraph.model import Row
from tests.conftest import REAL_DATA, SOURCES
from tests.scoring import find_named, print_scores, score_named


def main(*, names: bool = False) -> None:
    """Print precision and recall per kind, without any register and with the shipped one."""
    register = [row for row in read_rows("entities") if row["status"] != "rejected"]
    parts = [row for row in read_rows("involvements") if row["status"] != "rejected"]
    files = sorted(SOURCES.glob("*.txt"))
    for title, known in (("Without a register", []), ("With the shipped register", register)):
        entities, found = find_named(files, plans=("2018-21",), register=known)
        print(f"\n{title}: {len(files)} documents, {len(found)} parts found, {len(parts)} in the reviewed data\n")
        print_scores(score_named(entities, found, true_entities=register, true_parts=parts), names=names)


def read_rows(table: str) -> list[Row]:
    """A table of the shipped dataset."""
    with (REAL_DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main(names="--names" in sys.argv)
