"""What helps a person to judge a row: its words, where it is named, what it looks like, what the codes stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pcgraph.model import Row, get_table
from pcgraph.review.sheets import (
    ABOUT,
    EARLIER,
    LOOKS_LIKE,
    NAME,
    NAMED_IN,
    OUTCOME,
    REJECTED,
    SHOWN_BY,
    SO_FAR,
    WORDS,
    ReviewSheet,
)
from pcgraph.review.words import Words
from pcgraph.tables import Dataset
from pcgraph.tables.register import is_reviewed
from pcgraph.tables.resemblance import find_resembling

_SURFACES = {"involvements": "surface", "figures": "value", "anomalies": "message"}
_TITLED = ("outcomes", "deliverables", "actions", "measures", "updates")
_SHOWN_PLACES = 4


class Helper:
    """What helps to judge a row.

    Args:
        dataset: The tables.
        words: The documents at hand.
    """

    def __init__(self, dataset: Dataset, words: Words) -> None:
        self._words = words
        self._entities = {row["id"]: row for row in dataset.tables["entities"]}
        self._mentions: dict[str, list[Row]] = defaultdict(list)
        for row in dataset.tables["involvements"]:
            self._mentions[row["entity"]].append(row)
        self._about = {
            row["id"]: row.get("wording") or row.get("title", "") for table in _TITLED for row in dataset.tables[table]
        }

    def is_asked(self, row: Row) -> bool:
        """Whether a row is worth a question: parts of what is judged no name are not."""
        return self._entities.get(row.get("entity", ""), row).get("status") != REJECTED["status"]

    def iter_help(self, sheet: ReviewSheet, row: Row) -> Iterator[tuple[str, str]]:
        """The helping cells of a row, by their key."""
        if not sheet.is_open(row) or sheet.is_optional:
            yield SO_FAR, ", ".join(filter(None, (row["status"], row["by"], row["date"])))
        if sheet.table == "entities":
            yield from self._iter_name_help(row)
        elif sheet.table in _SURFACES:
            yield from self._iter_printed_help(sheet.table, row)
        else:
            yield from self._iter_judgement_help(row)

    def _iter_printed_help(self, table: str, row: Row) -> Iterator[tuple[str, str]]:
        yield WORDS, self._words.find(row["document"], row["line"], row[_SURFACES[table]])
        if table == "involvements" and row["entity"] in self._entities:
            yield NAME, self._entities[row["entity"]]["name"]
        yield ABOUT, self._about.get(row.get("subject", ""), "")

    def _iter_name_help(self, row: Row) -> Iterator[tuple[str, str]]:
        mentions = self._mentions.get(row["id"], [])
        places = list(dict.fromkeys(f"{mention['document']} {mention['line']}" for mention in mentions))
        more = f" and {len(places) - _SHOWN_PLACES} more" if len(places) > _SHOWN_PLACES else ""
        yield NAMED_IN, ", ".join(places[:_SHOWN_PLACES]) + more
        if mentions:
            first = mentions[0]
            yield WORDS, self._words.find(first["document"], first["line"], first["surface"])
        if not is_reviewed(row) and (found := find_resembling(row, list(self._entities.values()))):
            yield LOOKS_LIKE, f"{found.entity} ({found.score:.2f}): {found.why}"

    def _iter_judgement_help(self, row: Row) -> Iterator[tuple[str, str]]:
        yield ABOUT, self._about.get(row.get("deliverable") or row.get("later", ""), "")
        yield OUTCOME, self._about.get(row.get("outcome", ""), "")
        yield EARLIER, self._about.get(row.get("earlier", ""), "")
        measures = get_table("contributions").find_column("measures").to_values(row.get("measures", ""))
        yield SHOWN_BY, "\n".join(self._about.get(measure, "") for measure in measures)
