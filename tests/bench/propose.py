"""How well candidates fit the shipped judgements, beside plain peers: `python -m tests.bench propose [DIR]`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz

from pcgraph.model import Row
from pcgraph.propose import Candidate, list_later, propose_contributions, propose_lineage
from pcgraph.tables import read_dataset
from tests.conftest import REAL_DATA

Tables = Mapping[str, Sequence[Row]]
Ranking = Mapping[str, Sequence[str]]
"""The outcomes of each deliverable, the best first."""

FUZZ_LEAST = 70.0
"""The score from which the peer takes two wordings for versions of one; its own best here."""

TOP = 3
MANY = 5000


def main(args: Sequence[str] = ()) -> None:
    """Print how often the judged outcome comes first, or among three, and how well measures and lineage fit.

    Args:
        args: The folder of a dataset with judgements; the shipped one when not given.
    """
    tables = read_dataset(Path(*args) if args else REAL_DATA).tables
    judged = [row for row in tables["contributions"] if row["status"] != "rejected"]
    bare = {**tables, "contributions": (), "lineage": ()}
    print_outcomes(judged, bare, tables)
    print_measures(judged, bare, tables)
    print_lineage([row for row in tables["lineage"] if row["status"] != "rejected"], bare)
    print_speed(bare)


def print_outcomes(judged: Sequence[Row], bare: Tables, tables: Tables) -> None:
    """How often the primary outcome is found, by ourselves with and without other judgements, and by the peers."""
    primary = {row["deliverable"]: row["outcome"] for row in judged if row["rank"] == "primary"}
    print(f"\nPrimary outcome of {len(primary)} deliverables: the first candidate is right, one of {TOP} is\n")
    rankings: dict[str, Ranking] = {
        "pcgraph, judgements of the others known": to_ranking(iter_left_out(tables, primary)),
        "pcgraph, nothing judged": to_ranking(propose_contributions(bare, top=TOP)),
        "the theme's outcomes in order": rank_by_theme(bare),
        "rapidfuzz token_set_ratio": rank_by_fuzz(bare),
        "rapidfuzz token_set_ratio, own theme first": rank_by_fuzz(bare, by_theme=True),
    }
    for name, ranking in rankings.items():
        firsts = sum(ranking[deliverable][:1] == [outcome] for deliverable, outcome in primary.items())
        among = sum(outcome in ranking[deliverable][:TOP] for deliverable, outcome in primary.items())
        print(f"  {name:<44} {firsts:4} {firsts / len(primary):6.1%} {among:6} {among / len(primary):6.1%}")


def iter_left_out(tables: Tables, deliverables: Iterable[str]) -> Iterable[Candidate]:
    """The candidates for each deliverable as if it alone had not been judged."""
    for deliverable in deliverables:
        others = [row for row in tables["contributions"] if row["deliverable"] != deliverable]
        found = propose_contributions({**tables, "contributions": others}, top=TOP)
        yield from (candidate for candidate in found if candidate.subject == deliverable)


def to_ranking(candidates: Iterable[Candidate]) -> Ranking:
    """Candidates as a ranking."""
    ranking: dict[str, list[str]] = {}
    for candidate in candidates:
        ranking.setdefault(candidate.subject, []).append(candidate.object)
    return ranking


def rank_by_theme(tables: Tables) -> Ranking:
    """The peer that knows the theme only: its outcomes in the plan's order."""
    return {
        row["id"]: sorted(o["id"] for o in tables["outcomes"] if o["theme"] == row["theme"])
        for row in tables["deliverables"]
    }


def rank_by_fuzz(tables: Tables, *, by_theme: bool = False) -> Ranking:
    """The peer that holds the wording against the words of an outcome and its measures."""
    words = {row["id"]: row["title"] for row in tables["outcomes"]}
    for row in tables["measures"]:
        words[row["outcome"]] += f" {row['title']}"
    themes = {row["id"]: row["theme"] for row in tables["outcomes"]}

    def rank(row: Row) -> Callable[[str], tuple[bool, float, str]]:
        return lambda o: (by_theme and themes[o] != row["theme"], -fuzz.token_set_ratio(row["wording"], words[o]), o)

    return {row["id"]: sorted(words, key=rank(row)) for row in tables["deliverables"]}


def print_measures(judged: Sequence[Row], bare: Tables, tables: Tables) -> None:
    """Precision and recall of measures where the judged primary outcome is among the candidates."""
    primary = {row["deliverable"]: row for row in judged if row["rank"] == "primary"}
    print("\nMeasures, where the primary outcome is among the candidates\n")
    for name, candidates in (
        ("pcgraph, judgements of the others known", iter_left_out(tables, primary)),
        ("pcgraph, nothing judged", propose_contributions(bare, top=TOP)),
    ):
        pairs = [
            (set(candidate.measures), set(filter(None, primary[candidate.subject]["measures"].split(";"))))
            for candidate in candidates
            if candidate.subject in primary and candidate.object == primary[candidate.subject]["outcome"]
        ]
        print_scores(
            name,
            sum(len(ours & theirs) for ours, theirs in pairs),
            sum(len(ours) for ours, _ in pairs),
            sum(len(theirs) for _, theirs in pairs),
        )


def print_lineage(judged: Sequence[Row], bare: Tables) -> None:
    """Precision and recall of pairs, of each deliverable's first candidate, and how often the relation is right."""
    print(f"\nEarlier versions: {len(judged)} judged pairs\n")
    true = {(row["later"], row["earlier"]): row["relation"] for row in judged}
    found = propose_lineage(bare, top=TOP)
    firsts = {candidate.subject: candidate for candidate in reversed(found)}.values()
    for name, candidates in (("pcgraph, all candidates", found), ("pcgraph, first candidates", list(firsts))):
        right = [candidate for candidate in candidates if (candidate.subject, candidate.object) in true]
        print_scores(name, len(right), len(candidates), len(true))
        same = sum(true[candidate.subject, candidate.object] == candidate.relation for candidate in right)
        print(f"    {'of them with the same relation':<42} {same} of {len(right)}")
    pairs = find_by_fuzz(bare)
    print_scores(f"rapidfuzz token_set_ratio from {FUZZ_LEAST:.0f}", len(pairs & true.keys()), len(pairs), len(true))


def find_by_fuzz(tables: Tables) -> set[tuple[str, str]]:
    """The peer: for each later deliverable the earlier one of the most similar wording, where similar enough."""
    starts = {row["id"]: row["start"] for row in tables["plans"]}
    pairs: set[tuple[str, str]] = set()
    for later in list_later(tables):
        earlier = [row for row in tables["deliverables"] if starts[row["plan"]] < starts[later["plan"]]]
        score, best = max((fuzz.token_set_ratio(later["wording"], row["wording"]), row["id"]) for row in earlier)
        if score >= FUZZ_LEAST:
            pairs.add((later["id"], best))
    return pairs


def print_scores(name: str, right: int, found: int, true: int) -> None:
    """One line with precision and recall."""
    precision, recall = (right / number if number else 0.0 for number in (found, true))
    print(f"  {name:<44} precision {precision:6.1%} ({right}/{found})   recall {recall:6.1%} ({right}/{true})")


def print_speed(tables: Tables) -> None:
    """How long it takes for many deliverables: the dataset's own many times over, each with words of its own."""
    many = [
        {**row, "id": f"{row['id']}-{copy}", "wording": f"{row['wording']} town{copy} scheme{copy % 97}"}
        for copy in range(MANY // len(tables["deliverables"]) + 1)
        for row in tables["deliverables"]
    ][:MANY]
    judged = [
        {"deliverable": row["id"], "outcome": tables["outcomes"][0]["id"], "rank": "primary", "measures": ""}
        | dict.fromkeys(("confidence", "rationale", "by", "date", "status"), "")
        for row in many[::2]
    ]
    large = {**tables, "deliverables": many, "contributions": judged}
    print(f"\nSpeed for {len(many)} deliverables, half of them judged\n")
    for name, propose in (("contributions", propose_contributions), ("lineage", propose_lineage)):
        start = perf_counter()
        found = propose(large)
        print(f"  {name:<44} {perf_counter() - start:6.1f} s for {len(found)} candidates")
