"""Names that several documents propose become one entity each; what a person ruled stays ruled."""

from __future__ import annotations

from pcgraph.model import Row, get_table
from pcgraph.tables.register import Register, follow_names, resolve_names


def entity(entity_id: str, name: str, **cells: str) -> Row:
    row = dict.fromkeys(get_table("entities").names, "")
    return row | {"id": entity_id, "kind": "partner", "name": name, "status": "proposed", "by": "rule"} | cells


def part(entity_id: str, **cells: str) -> Row:
    row = dict.fromkeys(get_table("involvements").names, "")
    return row | {"subject": "r/1", "entity": entity_id, "surface": entity_id, "line": "5", "document": "r"} | cells


def resolve(
    proposed: list[Row], parts: list[Row], ours: list[Row], base: list[Row] | None = None
) -> tuple[dict[str, Row], list[tuple[str, str]]]:
    tables = {"entities": proposed, "involvements": parts}
    entities, involvements = resolve_names(tables, Register(ours, base or []))
    return {row["id"]: row for row in entities}, [(row["entity"], row["of"]) for row in involvements]


def test_acronym_alone_joins_the_name_that_another_document_gives_it() -> None:
    long = entity("marsh-case-network", "Marsh Case Network", acronym="MCN")
    short = entity("mcn", "MCN", score="0.9")
    entities, parts = resolve([short, long], [part("mcn"), part("marsh-case-network", line="7")], [])
    assert list(entities) == ["marsh-case-network"]
    assert entities["marsh-case-network"]["score"] == "0.9"
    assert parts == [("marsh-case-network", ""), ("marsh-case-network", "")]


def test_spellings_with_other_hyphens_are_one_entity() -> None:
    entities, _ = resolve([entity("e-cins", "E-CINS"), entity("ecins", "ECINS")], [], [])
    assert [(row["name"], row["aliases"]) for row in entities.values()] == [("E-CINS", "ECINS")]


def test_alias_of_the_register_takes_the_proposal_in() -> None:
    known = entity("case-net", "CaseNet", aliases="Case Network;CN", by="office", status="agreed")
    entities, parts = resolve([entity("case-network", "Case Network")], [part("case-network")], [known])
    assert list(entities) == ["case-net"]
    assert parts == [("case-net", "")]


def test_rejected_name_and_its_parts_are_left_out() -> None:
    ruled = entity("safer-towns", "Safer Towns", status="rejected", by="office")
    entities, parts = resolve([entity("safer-towns", "Safer Towns")], [part("safer-towns")], [ruled])
    assert entities["safer-towns"]["status"] == "rejected"
    assert parts == []


def test_name_deleted_by_hand_stays_deleted() -> None:
    gone = entity("safer-towns", "Safer Towns")
    kept_in_mind, parts = resolve([gone], [part("safer-towns"), part("a", of="safer-towns")], [], base=[gone])
    assert (kept_in_mind, parts) == ({"safer-towns": gone}, [])


def test_same_as_leads_through_several_steps_and_never_in_a_circle() -> None:
    a, b = entity("a", "A", same_as="b", by="office"), entity("b", "B", same_as="c", by="office")
    register = Register([a, b, entity("c", "C", by="office")], [])
    assert register.follow("a") == "c"
    assert Register([a, entity("b", "B", same_as="a", by="office")], []).follow("a") == ""


def test_proposal_of_a_document_gone_by_is_not_kept() -> None:
    old = entity("old", "Old Name")
    assert list(resolve([], [], [old], base=[old])[0]) == []
    assert list(resolve([], [], [{**old, "kind": "place"}], base=[old])[0]) == ["old"]


def test_parts_of_a_person_follow_same_as_and_are_never_lost() -> None:
    register = Register([entity("a", "A", same_as="b", by="o"), entity("b", "B", by="o")], [])
    rows = follow_names([part("a", of="a"), part("unknown", line="9")], register)
    assert [(row["entity"], row["of"]) for row in rows] == [("b", "b"), ("unknown", "")]


def test_of_that_is_no_entity_is_left_empty() -> None:
    entities, parts = resolve([entity("a", "A")], [part("a", of="nobody")], [])
    assert (list(entities), parts) == (["a"], [("a", "")])


def test_two_councils_that_share_an_acronym_stay_two() -> None:
    ashfield = entity("ashfield", "Ashfield District Council", acronym="ADC")
    amber = entity("amber", "Amber District Council", acronym="ADC")
    entities, parts = resolve([ashfield, amber], [part("ashfield"), part("amber", line="9")], [])
    assert list(entities) == ["amber", "ashfield"]
    assert parts == [("amber", ""), ("ashfield", "")]
    known = {**ashfield, "by": "office", "status": "agreed"}
    assert resolve([amber], [part("amber")], [known])[1] == [("amber", "")]


def test_one_body_that_two_documents_name_in_other_words_is_one_by_its_acronym() -> None:
    first = entity("sarc", "Sexual Abuse Referral Centre", acronym="SARC")
    second = entity("sarc-2", "Sexual Assault Referral Centre", acronym="SARC")
    assert list(resolve([first, second], [], [])[0]) == ["sarc"]


def test_misprint_that_a_person_added_as_alias_leads_to_the_name() -> None:
    known = entity("mansfield", "Mansfield District Council", aliases="Manfield District Council", by="office")
    proposed = entity("manfield", "Manfield District Council", acronym="MDC")
    assert resolve([proposed], [part("manfield")], [known])[1] == [("mansfield", "")]
