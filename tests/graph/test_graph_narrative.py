"""Narratives cut into paragraphs."""

from __future__ import annotations

from time import perf_counter

import pytest

from pcgraph.documents import read_document
from pcgraph.documents.narrative import blank_contacts, clean_line, iter_paragraphs
from pcgraph.graph import Book, iter_passages
from pcgraph.store import load_memory_store
from tests.graph.graph_samples import PREFIXES, SMALL, make_large, read_small


def cut(*texts: str, dates: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    paragraphs = iter_paragraphs([(str(number), text) for number, text in enumerate(texts, start=1)], dates)
    return [(paragraph.line, paragraph.as_of, paragraph.text) for paragraph in paragraphs]


def test_paragraph_goes_on_over_lines_until_a_blank_one() -> None:
    assert cut("One begins", "and ends.", "", "Two.") == [("1-2", "", "One begins and ends."), ("4", "", "Two.")]


def test_paragraph_goes_on_when_a_page_break_stands_in_its_sentence() -> None:
    assert cut("Those killed", "", "or injured.", "", "end") == [
        ("1-3", "", "Those killed or injured."),
        ("5", "", "end"),
    ]


def test_paragraph_ends_at_block_tags_within_a_line() -> None:
    assert cut("<p><b>One</b> &amp; more.</p> <ol><li>1. a</li> <li>2. b</li></ol> <p>Two</p>") == [
        ("1", "", "One & more."),
        ("1", "", "1. a"),
        ("1", "", "2. b"),
        ("1", "", "Two"),
    ]


def test_paragraph_is_each_list_item_and_each_table_row() -> None:
    assert cut("These:", "- a", "• b", "* c", "1) d", "---\t---", "Year\t2020\t", "Thefts\t4") == [
        ("1", "", "These:"),
        ("2", "", "a"),
        ("3", "", "b"),
        ("4", "", "c"),
        ("5", "", "1) d"),
        ("7", "", "Year | 2020"),
        ("8", "", "Thefts | 4"),
    ]


def test_date_holds_for_every_paragraph_until_the_next() -> None:
    dates = ("2020-03-28", "2019-10", "2020-10-07")
    assert cut(
        "Before.", "**Update 28.3.20:** a.", "", "b.", "", "Update October 2019:", "c.", "7.10.20 HK: d.", dates=dates
    ) == [
        ("1", "", "Before."),
        ("2", "2020-03-28", "a."),
        ("4", "2020-03-28", "b."),
        ("7", "2019-10", "c."),
        ("8", "2020-10-07", "d."),
    ]


def test_date_within_a_paragraph_holds_for_that_remark_alone() -> None:
    dates = ("2020-03-28", "2019-10-03")
    assert cut("Update 28.3.20: a. Update 03/10/2019 - b.", "", "c.", dates=dates) == [
        ("1", "2020-03-28", "a."),
        ("1", "2019-10-03", "b."),
        ("3", "2020-03-28", "c."),
    ]


def test_label_alone_at_the_end_of_a_paragraph_dates_what_follows() -> None:
    dates = ("2020-03-28", "2019-10-03")
    assert cut("Update 28.3.20: a. Update 03/10/2019:", "", "c.", dates=dates) == [
        ("1", "2020-03-28", "a."),
        ("3", "2019-10-03", "c."),
    ]


def test_date_dates_nothing_when_the_table_does_not_have_it() -> None:
    assert cut("Update 28.3.20: a.", "", "12 May 2019 was wet.", dates=("2020-05-01",)) == [
        ("1", "", "Update 28.3.20: a."),
        ("3", "", "12 May 2019 was wet."),
    ]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("#### **Heading**", "Heading"),
        ("<b>a</b>b<sup>nd</sup>", "abnd"),
        ("see [the site](https://example.org/x)", "see the site"),
        (r"3 \* 4 and 5 * 6, a < b", "3 * 4 and 5 * 6, a < b"),
        ("snake_case_name and *this*", "snake_case_name and this"),
        ("&lt;script&gt;", "<script>"),
        ("====", ""),
    ],
)
def test_line_loses_marks_and_keeps_words(text: str, cleaned: str) -> None:
    assert clean_line(text) == cleaned


@pytest.mark.parametrize(
    "number",
    [
        "0115 496 0000",
        "(0115) 496 0000",
        "01632 960123",
        "+44 1632 960 123",
        "+44 (0)1632 960123",
        "07700-900-123",
        "0115 496 0000 ext. 12",
        "0115 496 0000, extn 12",
        "0115.496.0000",
        "0115‑496‑0000",
        "00 44 115 496 0000",
        "+353 1 234 5678",
        "x4521",
    ],
)
def test_telephone_number_is_blanked(number: str) -> None:
    assert blank_contacts(f"Ring {number} now.") == "Ring [telephone number] now."


@pytest.mark.parametrize(
    "text",
    [
        "£1,204,000 of 01/02/2020 and 2019/20, 0.25",
        "7,662 and 7,890 and 0 101 calls to 999",
        "Figures: 1204 1302 1999 2020 2021",
        "28.3.20, 03/10/2019 - 04/10/2019",
        "01.02.2019 03.04.2020 at 10.30, +1,234,567",
        "12 x 500 kits, 5 items @ 3.5k, met at dot com",
    ],
)
def test_figure_is_no_telephone_number(text: str) -> None:
    assert blank_contacts(text) == text


def test_named_short_number_and_mail_are_blanked() -> None:
    assert blank_contacts("Tel: 496 0000, mailto:j.o'brien@example.org.") == (
        "Tel: [telephone number], [e-mail address]."
    )


@pytest.mark.parametrize(
    "address",
    [
        "a.b [at] example [dot] org",
        "a.b(at)example.org",
        "a.b @ example.org",
        "a.b AT example DOT org",
        "a.b＠example.org",
    ],
)
def test_disguised_mail_is_blanked(address: str) -> None:
    assert blank_contacts(f"Write to {address} now.") == "Write to [e-mail address] now."


def test_blanking_takes_no_longer_for_a_word_without_end() -> None:
    begun = perf_counter()
    blank_contacts("a" * 300_000 + "@ " + "0115." * 50_000)
    assert perf_counter() - begun < 5


def test_passages_stand_in_the_passages_graph_of_their_document() -> None:
    document = read_document(SMALL / "sources" / "t2-2023q2.txt")
    sources = {document.id: [(str(line.number), line.text) for line in document.lines]}
    quads = list(iter_passages(Book(read_small()), sources))
    store = load_memory_store("".join(f"{triple} {graph} .\n" for triple, graph in quads))
    found = store.select(
        PREFIXES
        + """SELECT ?update ?position ?line ?asOf ?quote WHERE {
            GRAPH ?graph { ?u pcg:passage ?p . ?p pcg:position ?position ; pcg:line ?line ; pcg:quote ?quote
            OPTIONAL { ?p pcg:asOf ?asOf } }
            BIND(REPLACE(STR(?u), ".*/", "") AS ?update) } ORDER BY ?update ?position"""
    )
    assert found.rows == [
        (
            "1",
            1,
            "13",
            "2023-10-12",
            "Patrols on market days continue & were extended to Saturdays.",
        ),
        ("1", 2, "13", "2023-10-12", "Write to [e-mail address] or ring [telephone number] to take part."),
        ("1", 3, "15", "2023-07-04", "Twelve shops joined the radio link."),
        ("1", 4, "17", "2023-07-04", "Two of them have cameras that the Force can see"),
        ("1", 5, "18", "2023-07-04", "Figures: 1,204 visits, 37 offences (2022-23: 52)"),
        (
            "2",
            1,
            "21-22",
            "2023-10",
            "The barn-watch scheme waits for its vehicle. Westmarch County Council (WCC) pays £12,500"
            ' for Barn Watch, which Harbour Trust will run from the spring. alert("x")',
        ),
        (
            "3",
            1,
            "25",
            None,
            "A second line on the same deliverable, without a letter: 41 offences. The Safer Towns Board met;"
            " WCC chairs it and Harbour Trust sits on it. Officers use TownTrack.",
        ),
        (
            "4",
            1,
            "28",
            None,
            "Not begun; the post is vacant. Operation Lantern ended in May. Northmoor University and the Rural Crime"
            " Strategy were named to County Hall. The OPCC will pay.",
        ),
    ]


def test_passages_are_none_when_no_source_is_at_hand() -> None:
    assert list(iter_passages(Book(make_large(3)), {})) == []
    assert list(iter_passages(Book(read_small()), {"force-2021": [("1", "x")]})) == []


def test_paragraph_goes_on_when_a_page_ended_before_a_name() -> None:
    assert cut(
        "The Board, with its Heads of Children's", "", "Services and the National", "", "Growers' Union, met."
    ) == [("1-5", "", "The Board, with its Heads of Children's Services and the National Growers' Union, met.")]
    assert cut("Patrols of the", "", "- Market") == [("1", "", "Patrols of the"), ("3", "", "Market")]
