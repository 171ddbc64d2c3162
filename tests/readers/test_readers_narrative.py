"""What a narrative's paragraphs are made of beside their words: the labels that date them, the pages that cut them."""

from __future__ import annotations

import pytest

from pcgraph.documents.narrative import PAGE_BREAK, iter_paragraphs


def cut(*texts: str, dates: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    paragraphs = iter_paragraphs([(str(number), text) for number, text in enumerate(texts, start=1)], dates)
    return [(paragraph.line, paragraph.as_of, paragraph.text) for paragraph in paragraphs]


@pytest.mark.parametrize(
    "label",
    [
        "Update 6.10.22 AD:",
        "**Update 6.10.22 AD:**",
        "Update 06/10/2022 (AD + KS) –",
        "UPDATE 6th October 2022 -",
        "Updated as at 6 October 2022",
        "6.10.22 OPCC:",
        "Update (6.10.22):",
    ],
)
def test_label_is_no_words_of_the_paragraph_wherever_it_stands(label: str) -> None:
    alone, inline = ([label, "", "Nine came."], [f"{label} Nine came."])
    assert cut(*alone, dates=("2022-10-06",)) == [("3", "2022-10-06", "Nine came.")]
    assert cut(*inline, dates=("2022-10-06",)) == [("1", "2022-10-06", "Nine came.")]
    assert cut(label, "Nine came.", dates=("2022-10-06",)) == [("2", "2022-10-06", "Nine came.")]


@pytest.mark.parametrize(
    "text",
    [
        "6 October 2022 was wet.",
        "6 October 2022 – 8 October 2022 was Hate Crime Week.",
        "6.10.22 to 8.10.22: patrols.",
        "Update 6.10.22 to 8.10.22: patrols.",
        "October 2022 MARAC cases rose.",
    ],
)
def test_date_that_is_part_of_the_sentence_stays(text: str) -> None:
    assert [found for _, _, found in cut(text, dates=("2022-10-06", "2022-10"))] == [text]


def test_label_keeps_the_places_of_the_words_behind_it() -> None:
    (found,) = iter_paragraphs([("7", "Update 6.10.22: One and"), ("8", "two.")], ["2022-10-06"])
    assert (found.text, found.line) == ("One and two.", "7-8")
    assert (found.locate(0, 3), found.locate(8, 11)) == ("7", "8")


@pytest.mark.parametrize("last", ["which", "who", "where", "because", "has been", "would not"])
def test_paragraph_goes_on_when_a_page_ended_in_a_word_that_ends_no_sentence(last: str) -> None:
    assert cut(f"Stalls stood in the market, {last}", "", "Stand Together ran.") == [
        ("1-3", "", f"Stalls stood in the market, {last} Stand Together ran.")
    ]


PROSE = "Sessions were held in four schools by the staff of Brackwater"


def test_paragraph_goes_on_when_page_furniture_cuts_its_sentence() -> None:
    assert cut(PROSE, "", PAGE_BREAK, "", "Pride and others.") == [("1-5", "", f"{PROSE} Pride and others.")]
    assert cut(PROSE, "", "", "", "Pride and others.") == [("1", "", PROSE), ("5", "", "Pride and others.")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{PROSE}.", "Pride came."),
        ("Next steps", "Pride came."),
        (f"- {PROSE}", "Pride came."),
        (PROSE, "- Pride came."),
        (PROSE, "Update 6.10.22 AD: Pride came."),
        (PROSE, "Year\t2020\t2021"),
        ("Thefts in the city and in the county of all kinds\t4", "Pride came."),
    ],
    ids=["full stop", "heading", "list item", "before an item", "before a label", "before a table", "table"],
)
def test_page_furniture_between_two_paragraphs_leaves_two(before: str, after: str) -> None:
    assert len(cut(before, "", PAGE_BREAK, "", after, dates=("2022-10-06",))) == 2
