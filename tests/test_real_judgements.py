"""The shipped judgements: from two readings, proposed only, and the agreement that the README states."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence

from pcgraph.model import CONTRIBUTION_RANKS, LINEAGE_RELATIONS
from pcgraph.tables import read_dataset
from tests.conftest import REAL_DATA

DATASET = read_dataset(REAL_DATA)
README = (REAL_DATA / "README.md").read_text(encoding="utf-8")
Reading = list[dict[str, str]]
Pair = tuple[str, str]


def read_reading(letter: str) -> Reading:
    with (REAL_DATA / f"readings-{letter}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


READINGS = read_reading("a"), read_reading("b")


def pick_pairs(reading: Reading, relations: Sequence[str]) -> dict[Pair, str]:
    """Each pair of deliverable and object that a reading links in one of these ways, with the way."""
    return {(row["deliverable"], row["object"]): row["relation"] for row in reading if row["relation"] in relations}


def measure_kappa(first: Sequence[str], second: Sequence[str]) -> float:
    """Agreement beyond chance of two readers over the same things.

    Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    observed = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
    counts, others = Counter(first), Counter(second)
    expected = sum(counts[label] * others[label] for label in counts) / len(first) ** 2
    return (observed - expected) / (1 - expected)


def pick_primaries(reading: Reading) -> list[str]:
    """The primary outcome of each deliverable, in the order of the deliverables' ids."""
    return [outcome for _, outcome in sorted(pick_pairs(reading, ["primary"]))]


def share_pairs(relations: Sequence[str]) -> tuple[int, int, int]:
    """How many links each reading has, and both."""
    a, b = (set(pick_pairs(reading, relations)) for reading in READINGS)
    return len(a), len(b), len(a & b)


def list_measures(reading: Reading) -> set[Pair]:
    return {(row["deliverable"], measure) for row in reading for measure in row["measures"].split(";") if measure}


def test_kappa_is_that_of_a_table_worked_out_by_hand() -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.7, expected 0.5.
    first = ["y"] * 25 + ["n"] * 25
    second = ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15
    assert round(measure_kappa(first, second), 6) == 0.4


def test_readme_states_the_agreement_of_the_readings() -> None:
    a, b = map(pick_primaries, READINGS)
    same = sum(x == y for x, y in zip(a, b, strict=True))
    assert f"| primary outcome | 91 | 91 | {same} | Cohen's kappa {measure_kappa(a, b):.2f} |" in README
    links, lineage = share_pairs(CONTRIBUTION_RANKS), share_pairs(LINEAGE_RELATIONS)
    for name, (in_a, in_b, both) in (("deliverable and outcome", links), ("earlier and later", lineage)):
        assert f"| {name} | {in_a} | {in_b} | {both} | F1 {2 * both / (in_a + in_b):.2f} |" in README
    first, second = map(list_measures, READINGS)
    both = len(first & second)
    f1 = 2 * both / (len(first) + len(second))
    assert f"| deliverable and measure | {len(first)} | {len(second)} | {both} | F1 {f1:.2f} |" in README
    relations = [pick_pairs(reading, LINEAGE_RELATIONS) for reading in READINGS]
    shared = set(relations[0]) & set(relations[1])
    agreed = sum(relations[0][pair] == relations[1][pair] for pair in shared)
    assert f"| relation, where both have the link | | | {agreed} of {len(shared)} |" in README


def test_each_deliverable_has_one_primary_outcome_and_a_rationale_of_one_line() -> None:
    rows = DATASET.tables["contributions"]
    primaries = [row["deliverable"] for row in rows if row["rank"] == "primary"]
    assert sorted(primaries) == sorted(row["id"] for row in DATASET.tables["deliverables"])
    judged = [*rows, *DATASET.tables["lineage"]]
    assert all(0 < len(row["rationale"].split()) <= 25 and "\n" not in row["rationale"] for row in judged)


def test_judgements_ship_as_proposed_by_the_readings_that_have_them() -> None:
    pairs = [set(pick_pairs(reading, (*CONTRIBUTION_RANKS, *LINEAGE_RELATIONS))) for reading in READINGS]
    for table, keys in (("contributions", ("deliverable", "outcome")), ("lineage", ("later", "earlier"))):
        for row in DATASET.tables[table]:
            pair = (row[keys[0]], row[keys[1]])
            names = [f"reading-{letter}" for letter, found in zip("ab", pairs, strict=True) if pair in found]
            assert (row["status"], row["by"]) == ("proposed", ", ".join(names)), pair
