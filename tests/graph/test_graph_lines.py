"""Terms as text, against the parsers of two libraries; keys that sort."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse
from rdflib import Dataset

from pcgraph.graph.lines import to_date, to_literal
from pcgraph.graph.sort_keys import to_sort_key
from pcgraph.terms import to_thing_iri

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_literal_is_read_back_as_the_same_text(text: str) -> None:
    (quad,) = parse(f"<a:a> <a:b> {to_literal(text)} <a:g> .", RdfFormat.N_QUADS)
    assert isinstance(quad.object, Literal)
    assert quad.object.value == text


def test_literal_is_one_line_whatever_it_holds() -> None:
    text = "a\"b\\c\nd\re\tf\x00\x7f\u2028\u0085 O'Brien é"
    line = f"<http://e.x/a> <http://e.x/b> {to_literal(text)} <http://e.x/g> ."
    assert "\n" not in line
    assert "\r" not in line
    graph = Dataset().parse(data=line, format="nquads")
    assert [str(value) for _, _, value, _ in graph.quads()] == [text]


@given(TEXTS)
def test_thing_iri_is_valid_whatever_the_id_holds(text: str) -> None:
    (quad,) = parse(f"<{to_thing_iri('http://e.x/', 'post', text)}> <a:b> <a:c> <a:g> .", RdfFormat.N_QUADS)
    assert quad.subject


def test_date_has_the_datatype_of_its_length() -> None:
    assert [to_date(date).rpartition("#")[2] for date in ("2020", "2020-04", "2020-04-01")] == [
        "gYear>",
        "gYearMonth>",
        "date>",
    ]


def test_sort_key_orders_ids_as_people_number() -> None:
    ids = ["T2A.10", "T2A.2", "T2A.2.a.ix", "T2A.2.a.iv", "T2A.2.a.i", "T2A.2.b", "T10.1", "T2A", "T2A.2.a"]
    assert sorted(ids, key=to_sort_key) == [
        "T2A",
        "T2A.2",
        "T2A.2.a",
        "T2A.2.a.i",
        "T2A.2.a.iv",
        "T2A.2.a.ix",
        "T2A.2.b",
        "T2A.10",
        "T10.1",
    ]


def test_sort_key_takes_a_letter_for_a_letter_when_no_letter_stands_above() -> None:
    assert to_sort_key("T2A.2.i") == "T000002A.000002.i"
