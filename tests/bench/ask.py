"""How often questions are understood, and how fast, beside a plain peer: `python -m tests.bench ask [FILE [DATA]]`."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz, process, utils

from pcgraph.ask import Finder
from pcgraph.query.catalogue import load_catalogue
from pcgraph.store import Store, load_memory_store, open_store
from tests.ask.answers import OWN, Question, find_rank, read_questions
from tests.conftest import REAL_DATA

TOP = 3


def main(args: Sequence[str] = ()) -> None:
    """Print the scores for a file of questions, and the time a question takes.

    Args:
        args: A file with the columns question, query (several with `;`, none for what cannot be
            answered) and params (`name=value`, with `;`), and a dataset that has been built; the
            questions of the tests and the shipped data when not given.
    """
    file = Path(args[0]) if args else OWN
    store = open_store(Path(args[1])) if len(args) > 1 else load_shipped()
    questions = read_questions(file)
    print(f"\n{len(questions)} questions of {file.name}\n")
    print_peer(questions)
    print_own(questions, store)


def load_shipped() -> Store:
    """The shipped data's graph, in memory, without the reports' words."""
    from pcgraph.graph import iter_nquads
    from pcgraph.tables import read_dataset

    return load_memory_store("".join(iter_nquads(read_dataset(REAL_DATA))))


def print_own(questions: Sequence[Question], store: Store) -> None:
    """Our scores: the query alone, and with exactly its parameters; then what was missed."""
    start = perf_counter()
    finder = Finder(store)
    first = finder.understand(questions[0].words)
    prepared = perf_counter() - start
    ranks, queries, times = [], [], []
    for question in questions:
        start = perf_counter()
        found = finder.understand(question.words, top=TOP)
        times.append(perf_counter() - start)
        ranks.append(find_rank(question, found))
        queries.append([reading.query.name for reading in found.readings] or [""])
    print_share("pcgraph, query and parameters", ranks)
    print_share(
        "pcgraph, query alone", [rank_query(item, names) for item, names in zip(questions, queries, strict=True)]
    )
    print(f"\n  the first question {prepared * 1000:.0f} ms, a further one {statistics.median(times) * 1000:.1f} ms")
    print(f"  (the first here: {first.words})\n")
    for question, rank, names in zip(questions, ranks, queries, strict=True):
        if rank != 1:
            print(f"  missed ({rank or 'not among the three'}): {question.words} -> {names[0] or 'cannot'}")


def print_peer(questions: Sequence[Question]) -> None:
    """The peer: the title or way of asking that is most alike, by each of its measures; it finds no parameters."""
    texts = [(text, query.name) for query in load_catalogue().queries.values() for text in (query.title, *query.asks)]
    choices = [utils.default_process(text) for text, _ in texts]
    for scorer in (fuzz.WRatio, fuzz.ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio):
        start = perf_counter()
        ranks = []
        for question in questions:
            words = utils.default_process(question.words)
            found = process.extract(words, choices, scorer=scorer, limit=40)
            ranks.append(rank_query(question, list(dict.fromkeys(texts[place][1] for _, _, place in found))[:TOP]))
        print_share(f"rapidfuzz {scorer.__name__}, query alone", ranks)
        print(f"  {(perf_counter() - start) / len(questions) * 1000:.1f} ms a question")
    print()


def rank_query(question: Question, names: Sequence[str]) -> int:
    """Which of the queries is right, from 1; 0 for none."""
    wanted = question.queries or ("",)
    return next((place for place, name in enumerate(names, start=1) if name in wanted), 0)


def print_share(name: str, ranks: Sequence[int]) -> None:
    """The shares that are right first, and among three."""
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    among = sum(1 <= rank <= TOP for rank in ranks) / len(ranks)
    print(f"  {name:<44} right first {first:6.1%}, among three {among:6.1%}")


if __name__ == "__main__":
    main()
