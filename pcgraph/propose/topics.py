"""What deliverables, outcomes and measures are about: their weighted words and the names that go with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pcgraph.model import SEPARATOR, Row
from pcgraph.propose.acronyms import find_acronyms
from pcgraph.propose.words import Rarity, find_phrases, iter_words

Tables = Mapping[str, Sequence[Row]]

ASIDE = 0.4
"""How much a word counts that stands in a deliverable's actions or updates, not in its own wording."""

_EVERYWHERE = ("organisation", "place", "post")
"""Kinds of names that tell nothing of what is meant: the Force and the office, places, posts."""

_TEXTS = {
    "themes": "title",
    "outcomes": "title",
    "measures": "title",
    "deliverables": "wording",
    "actions": "wording",
    "updates": "wording",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What one thing is about.

    Attributes:
        words: Each stem of its wording or title with its weight, 0 to 1.
        aside: Stems of what goes with it that its own wording lacks, with their weight.
        text: Its wording or title as printed.
        printed: Each stem with the word of the text that has it; of an acronym spelt out, the acronym.
        entities: The ids of the entities named in it or in what goes with it.
    """

    words: Mapping[str, float]
    aside: Mapping[str, float]
    text: str
    printed: tuple[tuple[str, str], ...]
    entities: frozenset[str]

    def find_phrases(self, stems: Collection[str]) -> list[str]:
        """The words of the text that have one of some stems; those that stand together in one phrase."""
        return find_phrases(self.text, {word for stem, word in self.printed if stem in stems})


class Topics:
    """The topics of one dataset; each is worked out when it is asked for.

    Args:
        tables: The dataset's tables.
    """

    def __init__(self, tables: Tables) -> None:
        self._printed = dict(_iter_texts(tables))
        self._acronyms = find_acronyms(list(self._printed.values()), tables["entities"])
        self._texts = {row_id: self._read(text) for row_id, text in self._printed.items()}
        self.rarity = Rarity([stem for stem, _ in words] for words in self._texts.values())
        self._aside = _gather_aside(tables)
        self._entities = _gather_entities(tables)
        self.names = {row["id"]: row["name"] for row in tables["entities"]}

    def get(self, row_id: str) -> Topic:
        """What a theme, outcome, measure, deliverable, action or update is about.

        Raises:
            KeyError: There is none with this id.
        """
        own = self._texts[row_id]
        beside = [pair for other in self._aside.get(row_id, ()) for pair in self._texts[other]]
        words = self.rarity.weigh_all(stem for stem, _ in own)
        aside = self.rarity.weigh_all(stem for stem, _ in beside if stem not in words)
        things = (row_id, *self._aside.get(row_id, ()))
        entities = frozenset(entity for thing in things for entity in self._entities.get(thing, ()))
        return Topic(
            words, {stem: ASIDE * weight for stem, weight in aside.items()}, self._printed[row_id], own, entities
        )

    def _read(self, text: str) -> tuple[tuple[str, str], ...]:
        """The words of a text, with those that its acronyms stand for."""
        words = list(iter_words(text))
        spelt = ((self._acronyms.get(word) or self._acronyms.get(word.removesuffix("s")), word) for _, word in words)
        return (*words, *((stem, word) for long, word in spelt if long for stem, _ in iter_words(long)))


def _iter_texts(tables: Tables) -> Iterator[tuple[str, str]]:
    for table, column in _TEXTS.items():
        yield from ((row["id"], row[column]) for row in tables[table])


def _gather_aside(tables: Tables) -> Mapping[str, Sequence[str]]:
    """The actions and updates of each deliverable."""
    found: dict[str, list[str]] = defaultdict(list)
    for table in ("actions", "updates"):
        for row in tables[table]:
            if row["deliverable"]:
                found[row["deliverable"]].append(row["id"])
    return found


def _gather_entities(tables: Tables) -> Mapping[str, set[str]]:
    """The entities named in each thing, each under the id that `same_as` leads to."""
    named = (row for row in tables["entities"] if row["status"] != "rejected" and row["kind"] not in _EVERYWHERE)
    leads_to = {row["id"]: row["same_as"] or row["id"] for row in named}
    found: dict[str, set[str]] = defaultdict(set)
    for row in tables["involvements"]:
        if row["status"] != "rejected" and row["entity"] in leads_to:
            found[row["subject"]].add(leads_to[row["entity"]])
    return found


def split_ids(cell: str) -> tuple[str, ...]:
    """The ids in a cell of several."""
    return tuple(filter(None, cell.split(SEPARATOR)))


def iter_standing(rows: Iterable[Row]) -> Iterator[Row]:
    """The judgements that nobody rejected."""
    return (row for row in rows if row["status"] != "rejected")
