"""The recogniser on any text at all, and its tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcgraph.extract.names.lexicon import get_heads, get_national, get_ordinary, read_table
from pcgraph.model import ENTITY_KINDS
from tests.extract.names_samples import list_names, read

WORDS = st.sampled_from(
    "The Safer Marsh Board and of Operation Op (SMB) ( ) 'Owl ' Lantern, police team PCC's Force A&B & 2019 : - • "
    "Fenwick's Ltd for to Grants were awarded to: £5 | CIC MARAC s' é ’".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_mentions_stand_in_order_and_apart_or_within_one_another(paragraphs: list[str]) -> None:
    found = read(*paragraphs)
    ends: dict[int, int] = {}
    starts: dict[int, int] = {}
    for mention in found.mentions:
        text = id(mention.text)
        assert 0 <= mention.start < mention.end <= len(mention.text.words)
        assert mention.surface.strip() == mention.surface
        assert mention.start >= starts.get(text, 0)
        assert mention.start >= ends.get(text, 0) or mention.end <= ends[text]
        starts[text], ends[text] = mention.start, max(mention.end, ends.get(text, 0))
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


@pytest.mark.parametrize(
    "text",
    [
        "The evening was hosted by Lorcan Pemberton-Snell at the hall.",
        "Work is led by Ch Supt Thaddeus Wycliffe and T/DCI Bronagh O'Rourke.",
        "The sessions were facilitated by Xanthe Molyneux-Grant.",
        "Partners include Barnardo's, Siobhan Featherstonehaugh and Rupert Cholmondeley.",
        "Members are Isadora Quill, Benedict Farrow, Eastmoor Council and Mae Lin Zhang.",
    ],
)
def test_recogniser_takes_no_person_for_a_partner(text: str) -> None:
    assert {name for name, _ in list_names(text)} <= {"Barnardo's", "Eastmoor Council"}
