"""What a user may write for a parameter, and that no value ever becomes part of a query."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from pcgraph.errors import QueryError
from pcgraph.query.completion import find_completions
from pcgraph.query.files import PARAMETER_TYPES, Parameter
from pcgraph.query.parameters import resolve_parameter, resolve_thing
from pcgraph.query.run import run_query
from pcgraph.store import Store, load_memory_store
from pcgraph.terms import DCTERMS, PCG, RDF, SKOS

BASE = "https://example.org/made/"
HOSTILE = (
    "O'Brien",
    'say "no"',
    "} # param",
    '" } ?s ?p ?o . FILTER(?x = "',
    "x> . ?s ?p <y",
    "line\nbreak\r\nagain\ttab",
    "# a comment",
    "\\",
    "\\u0022 } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o",
    "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }",
    "{ SELECT * WHERE { ?s ?p ?o } }",
    "UNDEF",
    "?thing",
    "pcg:Theme",
    "' OR '1'='1",
    "café – “quoted” 😀",
    "\x00",
)
PROBE = """#+ title: Which things have this value?
#+ params: {{value: {{type: {type}, help: any value}}}}
#+ columns: {{thing: Thing}}
SELECT ?thing
WHERE {{
  VALUES ?value {{ UNDEF }} # param
  {{ ?thing <http://www.w3.org/2004/02/skos/core#prefLabel> ?value }}
  UNION
  {{ ?value <http://www.w3.org/2004/02/skos/core#prefLabel> ?label BIND(?value AS ?thing) }}
}}
ORDER BY ?thing
"""

READ_AS = (
    "T2.1 is read as 2021-25/T2.1."
    " Did you mean 2023-24/T2.1 (Reduce vehicle crime in market towns with café and shop own…)?"
)


def make_parameter(type_name: str, choices: tuple[str, ...] = ()) -> Parameter:
    return Parameter("value", type_name, "any value", is_required=False, choices=choices)


def make_store(label: str) -> Store:
    """Two posts: one with that title, one with another."""
    graph = NamedNode(f"{BASE}graph/document/d")
    quads = []
    for name, title in (("wanted", label), ("other", "Another post")):
        post = NamedNode(f"{BASE}post/{name}")
        quads.append(Quad(post, NamedNode(f"{RDF}type"), NamedNode(f"{PCG}Post"), graph))
        quads.append(Quad(post, NamedNode(f"{DCTERMS}identifier"), Literal(f"id-{name}"), graph))
        quads.append(Quad(post, NamedNode(f"{SKOS}prefLabel"), Literal(title), graph))
    return load_memory_store("".join(f"{quad} .\n" for quad in quads))


@pytest.fixture
def probes(tmp_path: Path) -> Path:
    """A folder of queries, one for each parameter type."""
    folder = tmp_path / "queries" / "probes"
    folder.mkdir(parents=True)
    for name in PARAMETER_TYPES:
        (folder / f"{name.lower()}.rq").write_text(PROBE.format(type=name), encoding="utf-8")
    return folder.parent


@pytest.mark.parametrize("value", HOSTILE)
def test_text_finds_the_same_as_a_literal_when_the_value_is_hostile(probes: Path, value: str) -> None:
    rows = run_query(make_store(value), "text", {"value": value}, directory=probes).rows
    assert rows == ((f"{BASE}post/wanted",),)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_text_is_written_as_one_literal_whatever_it_holds(value: str) -> None:
    store = make_store("Another post")
    term = resolve_parameter(store, make_parameter("Text"), value)
    assert store.select(f"SELECT ?x WHERE {{ VALUES ?x {{ {term.text} }} }}").rows == [(value,)]


@pytest.mark.parametrize("value", HOSTILE)
def test_post_is_found_by_name_when_the_name_is_hostile(probes: Path, value: str) -> None:
    if value.strip():
        rows = run_query(make_store(value), "post", {"value": value}, directory=probes).rows
        assert rows == ((f"{BASE}post/wanted",),)


@pytest.mark.parametrize("type_name", [name for name in PARAMETER_TYPES if name != "Text"])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_value_is_refused_by_every_other_type(probes: Path, type_name: str, value: str) -> None:
    with pytest.raises(QueryError) as caught:
        run_query(make_store("Another post"), type_name.lower(), {"value": value}, directory=probes)
    assert "\n" not in caught.value.message
    assert "SPARQL" not in caught.value.message


def test_text_is_refused_when_it_holds_half_a_character() -> None:
    with pytest.raises(QueryError, match="characters that are not text"):
        resolve_parameter(make_store("x"), make_parameter("Text"), "\ud800")


@pytest.mark.parametrize("type_name", ["Thing", "Post"])
def test_thing_is_refused_when_it_holds_half_a_character(type_name: str) -> None:
    with pytest.raises(QueryError, match="There is no"):
        resolve_parameter(make_store("x"), make_parameter(type_name), "\ud800")


@pytest.mark.parametrize(
    ("type_name", "value", "identifier"),
    [
        ("Theme", "T1", "2021-25/T1"),
        ("Theme", "t1", "2021-25/T1"),
        ("Theme", "2021-25/t1", "2021-25/T1"),
        ("Theme", "making market towns SAFER", "2021-25/T2"),
        ("Outcome", "T2A", "2021-25/T2A"),
        ("Measure", "T1A.1.a", "2021-25/T1A.1.a"),
        ("Deliverable", "Carry out the O’Brien review of safeguarding on farms", "2021-25/T1.1"),
        ("Deliverable", "make a problem solving plan for each market town.", "2021-25/T2.1"),
        ("Action", "1.1.3", "2021-25/1.1.3"),
        ("Post", "D/Supt  Rural Crime", "det-supt-rural-crime"),
        ("Report", "t2-2023q2", "t2-2023q2"),
        ("Document", "FORCE-2021", "force-2021"),
        ("Plan", "2023-24", "2023-24"),
        ("Code", "svp", "SVP"),
        ("Thing", "svp", "SVP"),
        ("Thing", "code/OPCC", "OPCC"),
        ("Partner", "WCC", "westmarch-county-council"),
        ("Partner", "safer towns BOARD", "safer-towns-board"),
        ("Partner", "Harbor Trust", "harbour-trust"),
        ("Partner", "County Hall", "westmarch-county-council"),
        ("Entity", "stb", "safer-towns-board"),
        ("Entity", "The Town Track", "towntrack"),
        ("Entity", "O’Brien Review", "obrien-review"),
        ("Thing", "op lantern", "operation-lantern"),
        ("Thing", "entity/harbour-trust", "harbour-trust"),
        ("Thing", "https://example.org/westmarch/outcome/2021-25/T1B", "2021-25/T1B"),
    ],
)
def test_thing_is_found_by_id_code_name_or_other_spelling(
    small_store: Store, type_name: str, value: str, identifier: str
) -> None:
    thing, note = resolve_thing(small_store, type_name, value)
    assert (thing.identifier, note) == (identifier, "")


def test_acronym_means_the_entity_when_it_is_a_responsibility_code_too(small_store: Store) -> None:
    thing, note = resolve_thing(small_store, "Thing", "OPCC")
    assert thing.iri == "https://example.org/westmarch/entity/opcc"
    assert note == ("OPCC is read as opcc. Did you mean code/OPCC (Office of the Police and Crime Commissioner)?")
    assert resolve_thing(small_store, "Code", "OPCC")[0].iri == "https://example.org/westmarch/code/OPCC"


def test_partner_is_refused_with_those_there_are_when_it_is_a_system(small_store: Store) -> None:
    with pytest.raises(QueryError, match="There is no partner “TownTrack”") as caught:
        resolve_thing(small_store, "Partner", "TownTrack")
    assert caught.value.hint == "There are: STB, WCC, harbour-trust, northmoor-university"


@pytest.mark.parametrize("value", ["saturdays", "market days", "entity/saturdays"])
def test_thing_is_not_found_when_a_person_ruled_it_out(small_store: Store, value: str) -> None:
    with pytest.raises(QueryError, match="There is no thing"):
        resolve_thing(small_store, "Thing", value)


def test_involvements_and_figures_are_no_things_to_ask_for(small_store: Store) -> None:
    for value in ("involvement/t2-2023q2/4/opcc/28/OPCC", "figure/t2-2023q2/1/18/visits/1204/count"):
        with pytest.raises(QueryError, match="There is no thing"):
            resolve_thing(small_store, "Thing", value)


def test_short_code_means_the_plan_at_the_top_when_two_plans_have_it(small_store: Store) -> None:
    thing, note = resolve_thing(small_store, "Deliverable", "T2.1")
    assert thing.identifier == "2021-25/T2.1"
    assert note == READ_AS


def test_short_code_means_the_yearly_plan_when_only_that_has_it(small_store: Store) -> None:
    assert resolve_thing(small_store, "Deliverable", "T2.3")[0].identifier == "2023-24/T2.3"


def test_query_notes_how_a_short_code_was_read(small_store: Store) -> None:
    note = run_query(small_store, "profile", {"thing": "T2.1"}, view="stated").note
    assert note == (f"{READ_AS} Only what a document states is counted.")


def test_name_is_refused_with_all_it_may_mean_when_it_is_ambiguous(small_store: Store) -> None:
    name = "Reduce vehicle crime in market towns with café and shop owners as partners"
    with pytest.raises(QueryError, match="may mean 3 things") as caught:
        resolve_thing(small_store, "Thing", name)
    assert [line.split()[0] for line in caught.value.details] == ["t2-2023q2/1", "t2-2023q2/3", "2023-24/T2.1"]


@pytest.mark.parametrize(
    ("type_name", "value", "message", "hint"),
    [
        ("Theme", "T9", "There is no theme “T9”.", "There are: T1, T2"),
        ("Post", "corporate service", "There is no post “corporate service”.", "Did you mean corporate-services"),
        ("Plan", " ", "An empty value names no plan.", "Give a code, an id or a name."),
        ("Rag", "blue", "--value: “blue” is no RAG status.", "There are Green, Amber, Red and White."),
        ("Date", "14.5.2020", "--value: “14.5.2020” is not a date.", "2020-05-14"),
        ("Date", "20200514", "--value: “20200514” is not a date.", "2020-05-14"),
        ("Integer", "1.5", "--value: “1.5” is not a whole number.", "12"),
        ("Integer", "٣", "--value: “٣” is not a whole number.", "12"),
    ],
)
def test_value_is_refused_with_a_hint_when_it_means_nothing(
    small_store: Store, type_name: str, value: str, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        resolve_parameter(small_store, make_parameter(type_name), value)
    assert caught.value.message == message
    assert hint in caught.value.hint


def test_value_is_refused_when_it_is_none_of_the_choices(small_store: Store) -> None:
    with pytest.raises(QueryError, match="“x” is none of a, b"):
        resolve_parameter(small_store, make_parameter("Text", ("a", "b")), "x")


@pytest.mark.parametrize(
    ("type_name", "value", "term"),
    [
        ("Rag", "amber", f"<{PCG}Amber>"),
        ("Rag", "G", f"<{PCG}Green>"),
        ("Date", "2020-05-14", '"2020-05-14"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("Integer", "-12", '"-12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("Text", 'a"b', '"a\\"b"'),
        ("Plan", "2023-24", "<https://example.org/westmarch/plan/2023-24>"),
    ],
)
def test_value_becomes_a_term_of_its_type(small_store: Store, type_name: str, value: str, term: str) -> None:
    assert resolve_parameter(small_store, make_parameter(type_name), value).text == term


@pytest.mark.parametrize(
    ("type_name", "typed", "offered"),
    [
        ("Theme", "", ["2021-25/T1", "2021-25/T2"]),
        ("Theme", "t", ["T1", "T2"]),
        ("Post", "det", ["det-supt-rural-crime"]),
        ("Rag", "w", ["White"]),
        ("Text", "a", []),
        ("Outcome", "2021-25/T1", ["2021-25/T1A", "2021-25/T1B"]),
        ("Partner", "", ["harbour-trust", "northmoor-university", "safer-towns-board", "westmarch-county-council"]),
        ("Partner", "wc", ["WCC", "westmarch-county-council"]),
        ("Partner", "harbor", ["harbour-trust"]),
        ("Entity", "op", ["OPCC", "opcc", "operation-lantern"]),
        ("Thing", "harbo", ["harbour-trust"]),
        ("Thing", "wc", ["WCC"]),
        ("Thing", "trus", ["harbour-trust"]),
        ("Partner", "univ", ["northmoor-university"]),
        ("Post", "rur", ["det-supt-rural-crime"]),
        ("Theme", "tow", ["2021-25/T2"]),
        ("Report", "prog", ["t2-2023q2"]),
        ("Deliverable", "hel", []),
        ("Date", "2", []),
    ],
)
def test_completion_offers_what_begins_with_what_is_typed(
    small_store: Store, type_name: str, typed: str, offered: list[str]
) -> None:
    assert [value for value, _ in find_completions(small_store, make_parameter(type_name), typed)] == offered
