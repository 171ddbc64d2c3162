"""The sentence of a name or a number, and its words marked as each format shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcgraph.query.sentences import cut_sentences, find_number, find_words, iter_sentences
from pcgraph.render.emphasis import mark_words, show_marks, unmark

TEXTS = st.text(st.characters(codec="utf-8"))


def cut(text: str, words: str) -> list[str]:
    """The sentences that hold the words."""
    return [sentence for sentence, _ in cut_sentences(text, find_words(text, words))]


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("One met. Two sat. Three left.", "Two", ["Two sat."]),
        ("The A met. The B sat. The A left.", "A", ["The A met.", "The A left."]),
        ("See Op. Lantern, e.g. No. 4. It ended.", "Op. Lantern", ["See Op. Lantern, e.g. No. 4."]),
        ("J. T. Board met? “Yes”, it met. Then?", "Board", ["J. T. Board met?"]),
        (
            "It cost 2.5 times more in the U.K. Harbour paid.",
            "Harbour",
            ["It cost 2.5 times more in the U.K. Harbour paid."],
        ),
        ("Harbour Trust", "Harbour  Trust", ["Harbour Trust"]),
        ("Harbours", "Harbour", []),
        ("The HQ¹ met.", "HQ", ["The HQ¹ met."]),
        ("", "x", []),
        ("x", "", []),
    ],
)
def test_sentence_is_the_one_that_holds_the_words(text: str, words: str, sentences: list[str]) -> None:
    assert cut(text, words) == sentences


def test_words_are_marked_wherever_they_stand_in_their_sentence() -> None:
    text = "Before. The NTU met; NTU’s dean left."
    assert cut_sentences(text, find_words(text, "NTU")) == [("The NTU met; NTU’s dean left.", [(4, 7), (13, 16)])]


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("It has 1,204 visits, not 204.", 1204, ["1,204"]),
        ("£310k and £1.5m", 310_000, ["£310k"]),
        ("£310k and £1.5 million", 1_500_000, ["£1.5 million"]),
        ("up by 2.9%", 2.9, ["2.9%"]),
        ("down by 35", -35, ["35"]),
        ("Twelve of 12", 12, ["Twelve", "12"]),
        ("12th, B12", 13, []),
    ],
)
def test_number_is_found_as_it_is_printed(text: str, value: float, printed: list[str]) -> None:
    assert [text[start:end] for start, end in find_number(text, value)] == printed


@given(TEXTS)
def test_sentences_are_parts_of_the_text_in_order_whatever_it_holds(text: str) -> None:
    spans = list(iter_sentences(text))
    assert all(start < end for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    find_number(text, 1)


@given(TEXTS)
def test_page_has_as_many_marks_as_were_set_whatever_the_text_holds(text: str) -> None:
    content = mark_words(unmark(text), 0, 0) + unmark(text)
    assert str(show_marks(content, "html", color=False)).count("<mark>") == 1 + text.count("<mark>")


@pytest.mark.parametrize(
    ("output_format", "color", "shown"),
    [
        ("table", False, "a «b» c"),
        ("table", True, "a \x1b[1m«b»\x1b[22m c"),
        ("md", True, "a **b** c"),
        ("html", False, "a <mark>b</mark> c"),
        ("json", True, "a «b» c"),
        ("csv", True, "a «b» c"),
    ],
)
def test_marks_are_those_of_the_format(output_format: str, color: bool, shown: str) -> None:
    assert show_marks(mark_words("a b c", 2, 3), output_format, color=color) == shown


def test_marks_over_a_line_end_stay_plain_on_a_terminal_and_a_workbook_is_left_alone() -> None:
    assert show_marks("«a\nb»", "table", color=True) == "«a\nb»"
    assert show_marks(b"PK", "xlsx", color=False) == b"PK"
