"""When a part is played. The names are made up."""

from __future__ import annotations

import pytest

from pcgraph.extract.parts.timing import find_when
from tests.extract.parts_samples import read, read_timings


@pytest.mark.parametrize(
    ("sentence", "timings"),
    [
        ("[Hopewell|partner] will run a course.", ["planned"]),
        ("[Hopewell|partner] will continue to run the course.", ["current"]),
        ("[Hopewell|partner] has been established.", ["current"]),
        ("A course was held by [Hopewell|partner].", ["current"]),
        ("The [Night Plan|document] is due to be published in May.", ["planned"]),
        ("Plans are underway to use [Caseline|system].", ["planned"]),
        ("The new contract, to be delivered by [Hopewell|partner], began in May.", ["current"]),
        ("The contract with [Hopewell|partner] ended in March.", ["ended"]),
        ("The contract with [Hopewell|partner] has not ended.", ["current"]),
        ("The service, previously provided by [Hopewell|partner], is now delivered by [Safe Harbour|partner].",
         ["ended", "current"]),
        ("The force no longer uses [Caseline|system].", ["ended"]),
        ("The [Moor Board|partnership] which was attended by [Hopewell|partner] ended in May.", ["ended", "ended"]),
        ("The [Moor Board|partnership] has not met.", ["not-happening"]),
        ("The [Bright Start|programme] course has been cancelled, but [Hopewell|partner] runs another.",
         ["not-happening", "current"]),
        ("Talks with [Hopewell|partner] were postponed until June.", ["planned"]),
        ("The work with [Hopewell|partner] is on-going to improve the data.", ["current"]),
        ("Counts are made by [Hopewell|partner] and used to monitor the trend.", ["current"]),
        ("Due to the weather, [Hopewell|partner] met online.", ["current"]),
        ("[Hopewell|partner] runs a course, which will close in May.", ["current"]),
    ],
)  # fmt: skip
def test_timing_follows_the_clause_of_the_name(sentence: str, timings: list[str]) -> None:
    assert read_timings(sentence) == timings


def test_name_that_no_rule_reads_is_not_said_to_fail() -> None:
    assert read_timings("The panel has not met due to the load on [Hopewell|partner].") == ["current"]


def test_line_above_a_list_tells_when() -> None:
    assert read_timings("Scheduled profiles:", "[Elm Park|place] local profile") == ["planned"]


def test_official_wordings_know_only_plain_future_and_end() -> None:
    said = "A report that will be considered by the [Moor Board|partnership]."
    asked = "Explore a scheme planned to use [Caseline|system]."
    assert [part.timing for part in read(said, asked, is_narrative=False)] == ["planned", "current"]


def test_clause_of_a_far_verb_is_not_read() -> None:
    words = "one will " + "x " * 400 + "two"
    assert find_when(words, len(words) - 3, len(words), is_narrative=True) is None
