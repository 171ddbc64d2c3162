"""The questions of a file, what answers them, and whether a reading is right."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pcgraph.ask import Reading, Understanding

OWN = Path(__file__).with_name("questions.csv")
MADE_UP = Path(__file__).with_name("questions-made-up.csv")


class Question(NamedTuple):
    """A question, the queries of which each answers it (none: it cannot be answered), and their parameters."""

    words: str
    queries: tuple[str, ...]
    params: Mapping[str, str]


def read_questions(file: Path) -> list[Question]:
    """The rows of a file with the columns question, query (several with `;`) and params (`name=value`, with `;`)."""
    with file.open(encoding="utf-8", newline="") as rows:
        return [_to_question(row) for row in csv.DictReader(rows)]


def _to_question(row: Mapping[str, str]) -> Question:
    params = dict(pair.split("=", 1) for pair in row["params"].split(";") if pair)
    return Question(row["question"], tuple(filter(None, row["query"].split(";"))), params)


def is_right(question: Question, reading: Reading) -> bool:
    """Whether it is one of the queries, with exactly those of the parameters that the query has."""
    names = {parameter.name for parameter in reading.query.params}
    expected = {name: value for name, value in question.params.items() if name in names}
    return reading.query.name in question.queries and reading.params == expected


def find_rank(question: Question, found: Understanding) -> int:
    """Which of the readings is right, from 1; 0 where none is; 1 for a refusal where nothing answers."""
    if not question.queries:
        return int(found.best is None)
    return next((place for place, item in enumerate(found.readings, start=1) if is_right(question, item)), 0)
