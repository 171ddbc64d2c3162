"""The recogniser on any text at all, and its tables."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pcgraph.extract.names.lexicon import get_heads, get_national, get_ordinary, read_table
from pcgraph.model import ENTITY_KINDS
from tests.extract.names_samples import read

WORDS = st.sampled_from(
    "The Safer Marsh Board and of Operation Op (SMB) ( ) 'Owl ' Lantern, police team PCC's Force A&B & 2019 : - • "
    "Fenwick's Ltd for to Grants were awarded to: £5 | CIC MARAC s' é ’".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_mentions_stand_in_order_and_do_not_overlap(paragraphs: list[str]) -> None:
    found = read(*paragraphs)
    order: dict[int, int] = {}
    for mention in found.mentions:
        assert 0 <= mention.start < mention.end <= len(mention.text.words)
        assert mention.surface.strip() == mention.surface
        assert mention.start >= order.get(id(mention.text), 0)
        order[id(mention.text)] = mention.end
    assert {one.entity for one in found.mentions} == {row["id"] for row in found.proposals}
    assert found == read(*paragraphs) or [row["id"] for row in found.proposals]


def test_tables_hold_known_kinds_and_lower_case_words() -> None:
    kinds = {*ENTITY_KINDS, "none"}
    assert {head.kind for head in get_heads().values()} <= kinds
    assert {known.kind for known in get_national()} <= kinds
    assert {row["kind"] for row in read_table("cues")} <= kinds | {"person"}
    assert all(word == word.lower() for word in get_ordinary())


def test_tables_name_each_head_and_body_once() -> None:
    heads = [row["head"].casefold() for row in read_table("heads")]
    names = [row["name"] for row in read_table("national")]
    assert len(heads) == len(set(heads))
    assert len(names) == len(set(names))
