"""The shapes: the fast path and pySHACL find the same, nothing in clean data and every planted fault."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcgraph.check.report import Finding
from pcgraph.check.shacl import find_shacl_faults
from pcgraph.check.shape_model import Constraint, Shape
from pcgraph.check.shape_reader import read_shapes
from pcgraph.check.shapes import find_faults, find_shape_faults, find_subclasses
from pcgraph.errors import OntologyError
from pcgraph.graph import iter_nquads
from pcgraph.store import load_memory_store
from pcgraph.tables import read_dataset
from pcgraph.terms import DCTERMS, PCG, RDF, SKOS, XSD
from tests.check.plant import BASE, NOBODY, NOTHING, PLAN_DATES, Garden, Triple, pick_faulty, to_store, to_triples
from tests.conftest import REAL_DATA, ROOT

SMALL, HISTORY = ROOT / "tests" / "small", ROOT / "tests" / "history"
TERMS = [
    NOTHING,
    NOBODY,
    '""',
    '"soon"',
    '"soon"@en',
    '"12c3"',
    '"G"',
    '"2020-03"',
    f'"12"^^<{XSD}integer>',
    f'"twelve"^^<{XSD}integer>',
    f'"-0.5"^^<{XSD}decimal>',
    f'"true"^^<{XSD}boolean>',
    f'"maybe"^^<{XSD}boolean>',
    f'"2020-02-29"^^<{XSD}date>',
    f'"2021-02-29"^^<{XSD}date>',
    f'"2020-13"^^<{XSD}gYearMonth>',
    f'"2020"^^<{XSD}gYear>',
    f'"12"^^<{PCG}dozen>',
    f"<{PCG}Green>",
    f"<{PCG}role-delivers>",
    f"<{PCG}Deliverable>",
]
"""What may be put in the place of any value: right in some places and wrong in most."""


def iter_rules(shapes: tuple[Shape, ...]) -> Iterator[tuple[Shape, Shape, Constraint]]:
    return ((shape, part, rule) for shape in shapes for part in (shape, *shape.properties) for rule in part.constraints)


@pytest.fixture(scope="module")
def clean() -> list[Triple]:
    """A graph with every class in it that meets all shapes."""
    return to_triples(iter_nquads(read_dataset(HISTORY)))


@pytest.mark.parametrize("folder", [SMALL, HISTORY, REAL_DATA], ids=lambda folder: folder.name)
def test_shapes_find_nothing_in_clean_data(folder: Path) -> None:
    store = load_memory_store("".join(iter_nquads(read_dataset(folder))))
    assert find_faults(store) == []
    assert find_shacl_faults(store) == []


def test_every_rule_finds_a_fault_planted_against_it_and_pyshacl_the_same(clean: list[Triple]) -> None:
    garden = Garden(clean, find_subclasses(to_store(clean)))
    planted = [garden.plant(*rule) for rule in iter_rules(read_shapes())]
    store = to_store(garden.triples)
    found = find_faults(store)
    places = {(fault.focus, fault.path, fault.component) for fault in found}
    missed = [fault for fault in planted if (fault.focus, fault.path, fault.component) not in places]
    assert missed == []
    assert found == find_shacl_faults(store)


CHANGES = st.tuples(
    st.integers(0, 10_000), st.integers(0, 10_000), st.sampled_from(["drop", "swap", "borrow", *TERMS, *TERMS])
)


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(seeds=st.lists(CHANGES, min_size=1, max_size=80))
def test_fast_path_and_pyshacl_agree_when_triples_are_changed_at_random(
    clean: list[Triple], seeds: list[tuple[int, int, str]]
) -> None:
    store = to_store(pick_faulty(clean, seeds))
    assert find_faults(store) == find_shacl_faults(store)


@pytest.mark.parametrize("term", TERMS)
def test_fast_path_and_pyshacl_agree_on_a_value_in_every_place(clean: list[Triple], term: str) -> None:
    """One thing of each class and property has the term for a value."""
    firsts: dict[tuple[str, ...], Triple] = {}
    classes: dict[str, list[str]] = {}
    for subject, predicate, value in clean:
        if predicate == f"<{RDF}type>":
            classes.setdefault(subject, []).append(value)
    for triple in clean:
        is_refused = term == NOBODY and triple[1] in PLAN_DATES
        if triple[1] != f"<{RDF}type>" and not is_refused and PCG in "".join(classes.get(triple[0], ())):
            firsts.setdefault((triple[1], *classes[triple[0]]), triple)
    changed = set(clean) - set(firsts.values()) | {(s, p, term) for s, p, _ in firsts.values()}
    store = to_store(changed)
    found = find_faults(store)
    assert found
    assert found == find_shacl_faults(store)


DELIVERABLE = f"{BASE}deliverable/2023-24/T2.2"


def test_pyshacl_says_that_it_gives_up_when_a_blank_node_is_a_date(clean: list[Triple]) -> None:
    plan = next(s for s, p, _ in clean if p == PLAN_DATES[0])
    store = to_store([*clean, (plan, PLAN_DATES[0], NOBODY)])
    assert {fault.component for fault in find_faults(store)} == {"maxCount", "node", "or"}
    with pytest.raises(OntologyError, match="pySHACL cannot run the shapes: Cannot use sh:lessThan"):
        find_shacl_faults(store)


def find_changed(clean: list[Triple], drop: tuple[str, str], *add: Triple) -> list[Finding]:
    """The findings once what a subject says with a predicate is replaced."""
    kept = [triple for triple in clean if triple[:2] != drop]
    assert len(kept) < len(clean), f"nothing says {drop}"
    return find_shape_faults(to_store([*kept, *add]))


def test_finding_says_in_words_what_is_missing(clean: list[Triple]) -> None:
    (found,) = find_changed(clean, (f"<{DELIVERABLE}>", f"<{PCG}number>"))
    assert found._asdict() == {
        "severity": "error",
        "check": "shape",
        "entity": "2023-24/T2.2",
        "label": "Improve the partnership response to rural crime",
        "detail": "Deliverable 2023-24/T2.2 has no number: a deliverable has exactly one number within its theme, "
        "of digits alone.",
        "document": "t2-2023q2",
        "line": "20",
        "theme": "",
        "waived": "",
    }


def test_finding_says_in_words_which_value_does_not_fit(clean: list[Triple]) -> None:
    number = f"<{PCG}number>"
    (found,) = find_changed(clean, (f"<{DELIVERABLE}>", number), (f"<{DELIVERABLE}>", number, '"2{a}"'))
    assert found.detail.startswith("Deliverable 2023-24/T2.2 has the number “2{a}”, which does not fit: a deliverable")


def test_finding_speaks_of_what_has_no_id_by_its_iri(clean: list[Triple]) -> None:
    (found,) = find_shape_faults(to_store([*clean, (f"<{BASE}plan/x>", f"<{PCG}startDate>", f'"2020"^^<{XSD}gYear>')]))
    assert (found.entity, found.label, found.document) == ("plan/x", "", "")
    assert found.detail == "Thing plan/x does not fit: only a plan has dates of its own and a longer plan."


def test_finding_tells_the_ends_of_a_link_apart(clean: list[Triple]) -> None:
    measure = f"<{BASE}measure/x>"
    facts = [(f"<{RDF}type>", f"<{PCG}Measure>"), (f"<{DCTERMS}identifier>", '"x"'), (f"<{SKOS}notation>", '"x"')]
    facts += [(f"<{PCG}sortKey>", '"x"'), (f"<{SKOS}prefLabel>", '"Calls"')]
    facts += [next((p, o) for _, p, o in clean if p == f"<{PCG}{name}>") for name in ("inPlan", "inTheme")]
    (found,) = find_shape_faults(to_store([*clean, *((measure, *fact) for fact in facts)]))
    assert found.detail == "Measure x is the measured by of nothing: a measure belongs to exactly one outcome."


def test_findings_come_with_the_gravest_first(clean: list[Triple]) -> None:
    document = next(s for s, p, _ in clean if p == f"<{PCG}period>" and "/document/" in s)
    late = (document, f"<{PCG}period>", '"in spring"')
    found = find_changed(clean, (document, f"<{PCG}period>"), late, (NOTHING, f"<{PCG}rag>", f"<{PCG}Green>"))
    assert [(row.severity, row.entity) for row in found] == [
        ("error", "nothing"),
        ("warning", document.rpartition("/document/")[2][:-1]),
    ]


def test_pyshacl_asks_nobody_when_shapes_import_others(
    clean: list[Triple], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("asked the network")

    (tmp_path / "a.ttl").write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "<https://example.org/shapes> a owl:Ontology ; owl:imports <https://example.org/more> .\n"
        f"<https://example.org/shapes#A> a sh:NodeShape ; sh:targetClass <{PCG}Plan> ; sh:nodeKind sh:Literal .\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    store = to_store([*clean, (NOTHING, "<http://www.w3.org/2002/07/owl#imports>", f"<{BASE}data>")])
    found = find_shacl_faults(store, directory=tmp_path)
    assert {fault.component for fault in found} == {"nodeKind"}
    assert found == find_faults(store, read_shapes(tmp_path))
