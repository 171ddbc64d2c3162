"""Sentences, and what any text at all must not break."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pcgraph.extract.parts import NO_RULE, RULES, WHEN
from pcgraph.extract.parts.rule import NAME
from pcgraph.extract.parts.sentences import iter_sentences
from pcgraph.model import ENTITY_KINDS, ROLES, TIMINGS
from tests.extract.parts_samples import read, read_texts, to_text

NAMES = {rule.name for rule in RULES} | {NO_RULE}
TIMES = {when.name for when in WHEN} | {""}
PIECES = (
    "led by",
    "will",
    "not",
    "and",
    ",",
    "(",
    ")",
    "'s",
    ":",
    "•",
    ". A",
    "which",
    "funded",
    "the",
    "with",
    "\ue000",
    "İ",
    "",
)


def cut(marked: str) -> list[str]:
    text, names = to_text(marked)
    return [sentence.words for sentence in iter_sentences(text, names)]


def test_sentences_end_at_stops_bullets_and_cells_but_not_at_abbreviations() -> None:
    assert cut("Insp. Lane met No. 4 group, e.g. Tuesday. Then they left. • One | Two") == [
        "insp. lane met no. 4 group, e.g. tuesday.", "then they left.", "one", "two",
    ]  # fmt: skip


def test_sentence_does_not_end_within_a_name() -> None:
    assert cut("We met [St. Ann's Co. Trust|partner] there.") == [f"we met {NAME} there."]


def test_sentence_knows_whether_it_begins_an_item_and_opens_a_list() -> None:
    text, names = to_text("First this. Grants: • [Hopewell|partner]")
    marks = [(sentence.begins, sentence.opens) for sentence in iter_sentences(text, names)]
    assert marks == [(True, False), (False, True), (True, False)]


def test_offsets_hold_where_lower_case_is_longer_than_the_letter() -> None:
    text, names = to_text("İİİ [Hopewell|partner] ran")
    (sentence,) = iter_sentences(text, names)
    assert [sentence.words[at] for at in sentence.at] == [NAME]


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((*ENTITY_KINDS, ""))), max_size=40))
def test_every_name_has_one_part_of_the_model_in_any_text(pieces: list[tuple[str, str]]) -> None:
    marked = " ".join(f"{words} [Ab|{kind}]" if kind else words for words, kind in pieces)
    for part in read_texts([to_text(marked), to_text(marked, is_narrative=False)]):
        rule, _, when = part.rule.partition("+")
        assert (part.role in ROLES, part.timing in TIMINGS, rule in NAMES, when in TIMES) == (True,) * 4


def test_sentence_of_thousands_of_names_is_read() -> None:
    parts = read("Attended by " + ", ".join(f"[Club {number}|partner]" for number in range(3000)))
    assert {part.role for part in parts} == {"member"}
