"""What the documents name, as triples: mentions stated, parts read or judged, verdicts heeded."""

from __future__ import annotations

import pytest

from pcgraph.errors import DatasetError
from pcgraph.graph import Book, iter_quads
from pcgraph.graph.reviews import find_review_state
from pcgraph.graph.same_as import follow_same
from tests.graph.graph_samples import Tables, list_triples, shorten
from tests.graph.named_samples import RULE, make_entity, make_named, make_part, pick

REPORT = "document/t2-2023q2"
READINGS = {"status": "proposed", "by": "reading-a;reading-b"}
AGREED = {"status": "agreed", "by": "office", "date": "2023-12"}


def find_graphs(dataset: Tables, part: str) -> dict[str, str]:
    """Each triple with these words in it, and the name of its graph."""
    quads = iter_quads(Book(dataset))
    return {shorten(triple): shorten(graph)[8:-1] for triple, graph in quads if part in shorten(triple)}


def test_entity_stands_with_its_names_in_the_graph_of_the_document_that_names_it() -> None:
    assert pick("entity/westmarch-county-council", REPORT) == {
        "<rdf:type> <pcg:Entity>",
        "<rdf:type> <pcg:Partner>",
        '<dcterms:identifier> "westmarch-county-council"',
        '<pcg:sortKey> "westmarch-county-council"',
        "<pcg:entityKind> <pcg:entity-kind-partner>",
        '<skos:prefLabel> "Westmarch County Council"',
        '<skos:notation> "WCC"',
        '<skos:altLabel> "WCC"',
        '<skos:altLabel> "County Hall"',
    }


def test_entry_of_the_register_says_who_proposed_it_and_how_sure() -> None:
    assert pick("entity/radio-link", "inferred/proposed") == {
        "<pcg:judgementStatus> <pcg:status-proposed>",
        "<pcg:reviewState> <pcg:review-by-rule>",
        '<pcg:judgedBy> "rule"',
        '<pcg:confidence> "0.62"^^<xsd:decimal>',
        '<pcg:rationale> "A name that ends in Link."',
    }
    assert pick("entity/harbour-trust", "judged/agreed") == {
        "<pcg:judgementStatus> <pcg:status-agreed>",
        "<pcg:reviewState> <pcg:review-by-office>",
        '<pcg:judgedBy> "Head of Strategy"',
        '<pcg:judgedOn> "2023-12-01"^^<xsd:date>',
        "<pcg:supports> <:deliverable/2023-24/T2.2>",
    }


@pytest.mark.parametrize(
    ("kind", "class_name"),
    [
        ("partner", "Partner"),
        ("force-unit", "ForceUnit"),
        ("partnership", "Partnership"),
        ("programme", "Programme"),
        ("system", "System"),
        ("place", "Place"),
        ("document", "NamedDocument"),
        ("organisation", "Organisation"),
        ("post", ""),
    ],
)
def test_entity_has_the_class_of_its_kind(kind: str, class_name: str) -> None:
    dataset = make_named([make_part()], [make_entity("trust", kind)])
    types = {triple for triple in pick("entity/trust", "document/d", dataset) if triple.startswith("<rdf:type>")}
    assert types == {f"<rdf:type> <pcg:{name}>" for name in ("Entity", class_name) if name}


def test_entity_stands_in_the_register_when_no_document_names_it() -> None:
    dataset = make_named([], [make_entity("trust", note="Ours")])
    said = pick("entity/trust", "register", dataset)
    assert {'<skos:prefLabel> "Trust"', '<skos:note> "Ours"'} <= said
    assert not any("reviewState" in triple for triple in said)


def test_entity_takes_the_names_and_parts_of_a_row_that_is_the_same() -> None:
    entities = [
        make_entity("trust"),
        make_entity("trist", acronym="TT", aliases="Trust of T;T. Trust", same_as="tryst"),
        make_entity("tryst", same_as="trust"),
    ]
    dataset = make_named([make_part(entity="trist"), make_part(entity="trust", role="member", of="tryst")], entities)
    alternatives = {triple for triple in pick("entity/trust", "document/d", dataset) if "altLabel" in triple}
    names = ("Trist", "TT", "Trust of T", "T. Trust", "Tryst")
    assert alternatives == {f'<skos:altLabel> "{name}"' for name in names}
    assert "<pcg:mentions> <:entity/trust>" in pick("update/r/1", "document/d", dataset)
    assert not any("entity/trist" in triple or "entity/tryst" in triple for triple in list_triples(dataset))


def test_entity_that_is_the_same_as_itself_by_steps_is_refused() -> None:
    rows = [make_entity("a", same_as="b"), make_entity("b", same_as="c"), make_entity("c", same_as="b")]
    with pytest.raises(DatasetError) as caught:
        follow_same(rows)
    assert caught.value.message == "entities.csv: same_as leads in a circle: b → c → b."
    assert caught.value.hint == "Leave same_as empty for the name that counts."


def test_entity_that_was_rejected_leaves_no_trace() -> None:
    entities = [
        make_entity("trust"),
        make_entity("gone", status="rejected"),
        make_entity("also", same_as="gone"),
        make_entity("here", status="rejected", same_as="trust"),
    ]
    parts = [make_part(entity=entity) for entity in ("gone", "also", "here")]
    triples = list_triples(make_named([*parts, make_part(role="funded", of="also")], entities))
    assert not any(name in triple for triple in triples for name in ("gone", "also", "here", "Gone", "Also", "Here"))
    assert not any("<pcg:of>" in triple for triple in triples)


def test_mention_is_stated_once_a_surface_with_its_words() -> None:
    rows = [make_part(surface="Trust"), make_part(surface="TT"), make_part(surface="TT", entity="board", line="6")]
    triples = list_triples(make_named(rows), "document/d")
    assert triples.count("<:update/r/1> <pcg:mentions> <:entity/trust>") == 1
    proofs = [t.split(" ")[0] for t in triples if t.endswith("<rdf:predicate> <pcg:mentions>")]
    assert len(set(proofs)) == 3
    quotes = {t.split(" ", 2)[2] for t in triples if t.split(" ")[0] in proofs and "<pcg:quote>" in t}
    assert quotes == {'"Trust"', '"TT"'}


def test_involvement_says_its_part_and_where_it_was_read() -> None:
    assert pick("involvement/t2-2023q2/3/harbour-trust/25/Harbour%20Trust", "inferred/proposed") == {
        "<rdf:type> <pcg:Involvement>",
        '<dcterms:identifier> "t2-2023q2/3/harbour-trust/25/Harbour Trust"',
        '<pcg:sortKey> "t000002-002023q000002/000003/harbour-trust/000025/Harbour Trust"',
        '<skos:prefLabel> "Harbour Trust: member, current, in t2-2023q2/3"',
        "<pcg:entity> <:entity/harbour-trust>",
        "<pcg:role> <pcg:role-member>",
        "<pcg:timing> <pcg:timing-current>",
        "<pcg:of> <:entity/safer-towns-board>",
        "<pcg:deliverable> <:deliverable/2023-24/T2.1>",
        "<pcg:document> <:document/t2-2023q2>",
        '<pcg:line> "25"',
        '<pcg:surface> "Harbour Trust"',
        '<pcg:rule> "sits-on"',
        "<pcg:judgementStatus> <pcg:status-proposed>",
        "<pcg:reviewState> <pcg:review-by-rule>",
        '<pcg:judgedBy> "rule"',
    }
    assert '<pcg:asOf> "2023-10"' in pick("involvement/t2-2023q2/2/harbour-trust/21/Harbour%20Trust", "judged/agreed")


@pytest.mark.parametrize(
    ("cells", "state", "graph"),
    [
        (RULE, "by-rule", "inferred/proposed"),
        ({"status": "", "by": "", "rule": "runs"}, "by-rule", "inferred/proposed"),
        ({"status": "", "by": ""}, "by-reading", "judged/proposed"),
        ({"status": "proposed", "by": "reading-a"}, "by-reading", "judged/proposed"),
        (READINGS, "by-two-readings", "judged/proposed"),
        ({"status": "proposed", "by": "readings"}, "by-two-readings", "judged/proposed"),
        ({"status": "proposed", "by": "office"}, "by-reading", "judged/proposed"),
        (AGREED, "by-office", "judged/agreed"),
        ({"status": "agreed", "by": "rule"}, "by-office", "judged/agreed"),
    ],
)
def test_part_and_short_ways_stand_in_the_graph_of_their_review(cells: dict[str, str], state: str, graph: str) -> None:
    row = make_part(**cells)
    dataset = make_named([row])
    assert find_review_state(row) == state
    assert set(find_graphs(dataset, "<:involvement/").values()) == {graph}
    assert find_graphs(dataset, "<pcg:supports>") == {"<:entity/trust> <pcg:supports> <:deliverable/p/T1.1>": graph}
    assert set(find_graphs(dataset, "<pcg:mentions>").values()) == {"document/d"}


def test_involvement_that_was_rejected_leaves_no_mention() -> None:
    triples = list_triples(make_named([make_part(status="rejected", by="office")]))
    assert not any("nvolvement" in triple or "mentions" in triple or "supports" in triple for triple in triples)


@pytest.mark.parametrize("role", ["delivers", "funds", "funded", "leads", "member", "supports"])
@pytest.mark.parametrize("timing", ["current", "planned"])
@pytest.mark.parametrize("entity", ["trust", "board"])
def test_partner_supports_a_deliverable_by_every_helping_role(role: str, timing: str, entity: str) -> None:
    dataset = make_named([make_part(entity=entity, role=role, timing=timing)])
    assert set(find_graphs(dataset, "<pcg:supports>")) == {f"<:entity/{entity}> <pcg:supports> <:deliverable/p/T1.1>"}


@pytest.mark.parametrize(
    "cells",
    [
        {"role": "mentioned"},
        {"role": "uses"},
        {"role": "inspects"},
        {"role": "target"},
        {"timing": "ended"},
        {"timing": "not-happening"},
        {"entity": "op"},
        {"subject": "p/T1A.1"},
    ],
)
def test_entity_supports_nothing_when_it_does_not_help(cells: dict[str, str]) -> None:
    assert find_graphs(make_named([make_part(**cells)]), "<pcg:supports>") == {}


@pytest.mark.parametrize("subject", ["r/1", "p/1.1.1", "p/T1.1"])
def test_support_reaches_the_deliverable_of_an_update_an_action_or_itself(subject: str) -> None:
    dataset = make_named([make_part(subject=subject)])
    assert set(find_graphs(dataset, "<pcg:supports>")) == {"<:entity/trust> <pcg:supports> <:deliverable/p/T1.1>"}


def test_deliverable_is_delivered_through_a_programme_that_delivers_now_or_later() -> None:
    rows = [make_part(entity="op", timing="planned"), make_part(entity="op", role="target", line="6")]
    link = "<:deliverable/p/T1.1> <pcg:deliveredThrough> <:entity/op>"
    assert find_graphs(make_named(rows), "<pcg:deliveredThrough>") == {link: "inferred/proposed"}
    assert find_graphs(make_named([make_part(entity="op", timing="ended")]), "<pcg:deliveredThrough>") == {}
    assert find_graphs(make_named([make_part(entity="op", role="funded")]), "<pcg:deliveredThrough>") == {}


def test_member_is_a_member_of_the_body_that_is_named() -> None:
    rows = [make_part(role="member", of="board"), make_part(entity="op", role="member")]
    assert set(find_graphs(make_named(rows), "<pcg:memberOf>")) == {"<:entity/trust> <pcg:memberOf> <:entity/board>"}


def test_agreed_and_read_support_stand_each_in_its_graph() -> None:
    rows = [make_part(), make_part(line="6", **AGREED)]
    quads = [(shorten(triple), shorten(graph)[8:-1]) for triple, graph in iter_quads(Book(make_named(rows)))]
    graphs = {graph for triple, graph in quads if "<pcg:supports>" in triple}
    assert graphs == {"inferred/proposed", "judged/agreed"}
    assert len(quads) == len(set(quads))
