"""Figures, passages and anomalies as triples, and what a person wrote of what is named."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.graph.graph_samples import BASE, Tables, list_triples, make_row
from tests.graph.named_samples import make_entity, make_named, make_part, pick

REPORT = "document/t2-2023q2"


def test_figure_says_what_how_many_and_where() -> None:
    figure = "figure/t2-2023q2/2/21/for%20Barn%20Watch/12500/GBP"
    assert pick(figure, REPORT) == {
        "<rdf:type> <pcg:Figure>",
        '<dcterms:identifier> "t2-2023q2/2/21/for Barn Watch/12500/GBP"',
        '<pcg:sortKey> "t000002-002023q000002/000002/000021/for Barn Watch/012500/GBP"',
        '<skos:prefLabel> "£12,500: for Barn Watch"',
        '<pcg:what> "for Barn Watch"',
        '<pcg:value> "12500"^^<xsd:decimal>',
        '<pcg:unitOfMeasure> "GBP"',
        "<pcg:document> <:document/t2-2023q2>",
        '<pcg:line> "21"',
    }
    assert "<pcg:reviewState> <pcg:review-by-two-readings>" in pick(figure, "judged/proposed")
    other = "figure/t2-2023q2/1/18/offences/52/count"
    assert {'<pcg:period> "2022-23"', '<skos:prefLabel> "52: offences (2022-23)"'} <= pick(other, REPORT)


@pytest.mark.parametrize(
    ("value", "unit", "label"),
    [
        ("-0.5", "%", "-0.5%: change"),
        ("-1200", "GBP", "-£1,200: change"),
        ("1200000.25", "GBP", "£1,200,000.25: change"),
        ("7", "weeks", "7 weeks: change"),
    ],
)
def test_figure_is_labelled_as_people_write_it(value: str, unit: str, label: str) -> None:
    row = make_row("figures", update="r/1", what="change", value=value, unit=unit, document="d", line="5")
    assert f'"{label}"' in " ".join(list_triples(make_named([], figures=[row])))


def test_figure_that_was_rejected_is_left_out() -> None:
    row = make_row("figures", update="r/1", what="n", value="1", unit="count", document="d", status="rejected")
    assert not any("igure" in triple for triple in list_triples(make_named([], figures=[row])))


def test_passage_says_where_it_stands_and_what_it_repeats() -> None:
    rows = [
        make_row("passages", update="r/1", position="2", document="d", line="5-6", as_of="2020-04", repeats="earlier"),
    ]
    dataset = make_named([], passages=rows)
    assert pick("passage/r/1/2", "document/d", dataset) == {
        "<rdf:type> <pcg:Passage>",
        '<dcterms:identifier> "r/1/2"',
        '<pcg:sortKey> "r/000001/000002"',
        "<pcg:document> <:document/d>",
        '<pcg:position> "2"^^<xsd:integer>',
        '<pcg:line> "5-6"',
        '<pcg:asOf> "2020-04"',
        "<pcg:repeats> <:document/earlier>",
    }
    assert "<pcg:passage> <:passage/r/1/2>" in pick("update/r/1", "document/d", dataset)


def test_anomaly_that_was_rejected_is_left_out() -> None:
    row = make_row("anomalies", document="d", line="5", code="total-wrong", severity="info", message="No.")
    assert any("nomaly" in triple for triple in list_triples(make_named([], anomalies=[row])))
    rejected = make_named([], anomalies=[{**row, "status": "rejected"}])
    assert not any("nomaly" in triple for triple in list_triples(rejected))


def change(before: Tables, after: Tables) -> list[str]:
    """The triples of tables that a person has changed since they were extracted."""
    return list_triples(Tables(BASE, after.tables, extracted=before.tables))


def count(triples: Sequence[str], predicate: str) -> int:
    return sum(f" <pcg:{predicate}> " in triple for triple in triples)


@pytest.mark.parametrize(
    "cells",
    [
        {"role": "supports", "timing": "planned", "of": "board", "rule": ""},
        {"status": "agreed", "by": "office", "date": "2023-12-01"},
        {"entity": "board"},
        {"as_of": "2020-04"},
    ],
)
def test_words_stay_the_documents_when_a_person_judges_their_part(cells: dict[str, str]) -> None:
    triples = change(make_named([make_part()]), make_named([make_part(**cells)]))
    assert count(triples, "byHand") == 0
    assert any(triple.endswith('<pcg:quote> "x"') for triple in triples)


def test_words_stay_the_documents_when_a_person_says_that_two_names_are_one() -> None:
    before = make_named([make_part()], [make_entity("trust"), make_entity("board")])
    after = make_named([make_part()], [make_entity("trust", same_as="board"), make_entity("board")])
    assert count(change(before, after), "byHand") == 0


@pytest.mark.parametrize("cells", [{"surface": "x y"}, {"line": "6"}])
def test_words_are_by_hand_when_a_person_wrote_them_or_their_place(cells: dict[str, str]) -> None:
    triples = change(make_named([make_part()]), make_named([make_part(), make_part(**cells)]))
    assert count(triples, "byHand") == 1
    assert not any(triple.endswith('<pcg:quote> "x y"') for triple in triples)


def test_figure_is_by_hand_when_a_person_wrote_its_number() -> None:
    row = make_row("figures", update="r/1", what="n", value="1", unit="count", document="d", line="5")
    before = make_named([], figures=[row])
    judged = make_named([], figures=[{**row, "what": "m", "status": "agreed"}])
    assert count(change(before, judged), "byHand") == 0
    assert count(change(before, make_named([], figures=[{**row, "value": "2"}])), "byHand") == 1
