"""Where in its clause a name stands. The names are made up."""

from __future__ import annotations

import pytest

from pcgraph.extract.parts.position import find_place
from pcgraph.extract.parts.rule import NAME
from tests.extract.parts_samples import read, read_roles


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the * rings victims", ("head", "")),
        ("in may, the * gave six talks", ("head", "")),
        ("tern, which the * built", ("head", "")),
        ("officers from the * joined the patrol", ("head", "")),
        ("packages from the * reach us", ("behind", "from")),
        ("visits by the *", ("behind", "by")),
        ("we thanked the *", ("object", "")),
        ("chairs came out of the *'s store", ("owner", "")),
    ],
)
def test_place_follows_from_the_words_on_both_sides(words: str, place: tuple[str, str]) -> None:
    at = words.index("*")
    assert find_place(words.replace("*", NAME), at, at) == place


def test_name_without_telling_words_is_read_by_its_place() -> None:
    assert read_roles("The [Moor Team|force-unit] rings [Hopewell|partner].") == ["delivers", "supports"]
    assert read_roles("[Half Moon|partner]'s nurses call.") == ["delivers"]


def test_employer_of_a_post_shares_its_part() -> None:
    assert read_roles("The [Head of Homes|post] at [Calder Council|partner] chairs it.") == ["leads", "leads"]


def test_wordings_and_narratives_have_their_own_defaults() -> None:
    marked = "All [Moor Wardens|post]."
    assert [read(marked, is_narrative=told)[0].role for told in (True, False)] == ["delivers", "target"]
