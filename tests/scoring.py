"""How well names are found: precision and recall over what each text names, per kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pcgraph.documents import read_document
from pcgraph.extract import Context, extract_document, find_kind
from pcgraph.model import Row, get_table
from pcgraph.names import to_name_key
from pcgraph.tables.register import Register, iter_names, resolve_names

Pair = tuple[str, str]
"""A subject and an entity that its text names."""

ORGANISATIONS = ("partner", "partnership", "programme")
"""The kinds that the aims speak of."""


@dataclass
class Score:
    """What was found rightly, wrongly, and missed, of one kind."""

    right: set[Pair] = field(default_factory=set)
    wrong: set[Pair] = field(default_factory=set)
    missed: set[Pair] = field(default_factory=set)

    @property
    def precision(self) -> float:
        """The share of what was found that is right, 0 to 1."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what there is that was found, 0 to 1."""
        return len(self.right) / max(1, len(self.right) + len(self.missed))

    @property
    def f1(self) -> float:
        """Their harmonic mean, 0 to 1."""
        return 2 * len(self.right) / max(1, 2 * len(self.right) + len(self.wrong) + len(self.missed))


def join_scores(scores: Iterable[Score]) -> Score:
    """Several kinds as one."""
    joined = Score()
    for score in scores:
        joined.right |= score.right
        joined.wrong |= score.wrong
        joined.missed |= score.missed
    return joined


def find_named(
    files: Sequence[Path], *, plans: tuple[str, ...] = (), register: Sequence[Row] = ()
) -> tuple[list[Row], list[Row]]:
    """What the recogniser finds in documents read together: entities and involvements."""
    tables: dict[str, list[Row]] = defaultdict(list)
    for file in files:
        document = read_document(file)
        context = Context(plans=plans, register=tuple(register))
        claims = extract_document(document, kind=find_kind(document), context=context)
        for name in ("entities", "involvements"):
            tables[name] += claims.tables.get(name, [])
    for name in ("entities", "involvements"):
        tables[name] = list({get_table(name).to_key(row): row for row in tables[name]}.values())
    return resolve_names(tables, Register(list(register), []))


def score_named(
    entities: Sequence[Row], parts: Sequence[Row], *, true_entities: Sequence[Row], true_parts: Sequence[Row]
) -> dict[str, Score]:
    """Hold what was found against a careful reading.

    A found name is the entity of the reading whose name, acronym, alias or printed form it shares
    (letters and figures alone count); its kind must be the same.

    Args:
        entities: Rows as found: id, kind, name, acronym, aliases.
        parts: Rows as found: subject, entity, surface.
        true_entities: Rows of the reading.
        true_parts: Rows of the reading.

    Returns:
        The score of each kind.
    """
    kinds = {row["id"]: row["kind"] for row in true_entities}
    index = _index(true_entities, true_parts)
    found_rows = {row["id"]: row for row in entities}
    there = {(row["subject"], row["entity"]) for row in true_parts}
    found: dict[Pair, str] = {}
    for part in parts:
        row = found_rows[part["entity"]]
        known = _find(index, [part["surface"], *iter_names(row)])
        found[part["subject"], known or f"? {row['name']}"] = row["kind"]
    scores: dict[str, Score] = defaultdict(Score)
    for pair, kind in found.items():
        is_right = pair in there and kinds[pair[1]] == kind
        (scores[kind].right if is_right else scores[kind].wrong).add(pair)
    for pair in there:
        if found.get(pair) != kinds[pair[1]]:
            scores[kinds[pair[1]]].missed.add(pair)
    return scores


def _index(entities: Sequence[Row], parts: Sequence[Row]) -> dict[str, str]:
    index: dict[str, str] = {}
    for row in entities:
        for name in iter_names(row):
            index.setdefault(to_name_key(name), row["id"])
    for part in parts:
        index.setdefault(to_name_key(part["surface"]), part["entity"])
    return index


def _find(index: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((index[key] for key in map(to_name_key, names) if key in index), None)


def print_scores(scores: Mapping[str, Score], *, names: bool = False) -> None:
    """A table of the scores; with the names wrongly found and missed, if asked for."""
    rows = {kind: scores[kind] for kind in sorted(scores)}
    rows["partner, partnership, programme"] = join_scores(scores[kind] for kind in ORGANISATIONS if kind in scores)
    print(f"  {'kind':<34}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>10}{'recall':>8}{'F1':>6}")
    for kind, score in rows.items():
        counts = f"{len(score.right):>6}{len(score.wrong):>6}{len(score.missed):>7}"
        print(f"  {kind:<34}{counts}{score.precision:>10.2f}{score.recall:>8.2f}{score.f1:>6.2f}")
    for kind in rows if names else ():
        for label, pairs in (("wrong", rows[kind].wrong), ("missed", rows[kind].missed)):
            for subject, name in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
                print(f"  {kind} {label}: {name} in {subject}")
