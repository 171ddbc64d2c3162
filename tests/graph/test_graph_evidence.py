"""Every stated fact with a place leads to the document, the line and the words."""

from __future__ import annotations

from pcgraph.graph import Book, iter_quads
from pcgraph.store import load_memory_store
from tests.graph.graph_samples import BASE, PREFIXES, Tables, list_triples, make_row, make_tables, read_small, shorten

# What the tables add to a document's words, or take from its cover: no line to show for it.
WITHOUT = {
    "rdf:type",
    "dcterms:identifier",
    "pcg:sortKey",
    "skos:notation",
    "pcg:evidence",
    "pcg:lineFirst",
    "pcg:lineLast",
    "pcg:passage",
}
KINDS_WITHOUT = ("document", "plan", "post", "code", "evidence", "entity", "figure", "passage")


def test_evidence_is_there_for_every_stated_fact() -> None:
    proven, stated = set(), set()
    nodes: dict[str, dict[str, str]] = {}
    for triple, graph in iter_quads(Book(read_small())):
        subject, predicate, value = shorten(triple).split(" ", 2)
        if "graph/document/" not in graph:
            continue
        if subject.startswith("<:evidence/"):
            nodes.setdefault(subject, {})[predicate] = value
        elif subject[2:].split("/")[0] not in KINDS_WITHOUT and predicate[1:-1] not in WITHOUT:
            stated.add((subject, predicate, value))
    for node in nodes.values():
        names = {"rdf:type", "rdf:subject", "rdf:predicate", "rdf:object", "pcg:document", "pcg:line"}
        quoted = {"pcg:quote"} if node["<rdf:predicate>"] != "<pcg:figure>" else set()
        assert set(node) == {f"<{name}>" for name in names | quoted}
        proven.add((node["<rdf:subject>"], node["<rdf:predicate>"], node["<rdf:object>"]))
    assert proven == stated
    assert len(stated) > 100


def test_evidence_quotes_the_cell_and_names_the_line() -> None:
    store = load_memory_store("".join(f"{triple} {graph} .\n" for triple, graph in iter_quads(Book(read_small()))))
    found = store.select(
        PREFIXES
        + f"""SELECT ?predicate ?line ?quote WHERE {{
            <{BASE}update/t2-2023q2/4> pcg:evidence ?e .
            ?e rdf:predicate ?predicate ; pcg:line ?line ; pcg:quote ?quote }} ORDER BY ?predicate ?quote"""
    )
    assert [(shorten(str(predicate)), line, quote) for predicate, line, quote in found.rows] == [
        ("skos:prefLabel", "27", "Follow up the O'Brien review of licensing"),
        ("pcg:inReport", "27", "Follow up the O'Brien review of licensing"),
        ("pcg:mentions", "28", "County Hall"),
        ("pcg:mentions", "28", "Northmoor University"),
        ("pcg:mentions", "28", "OPCC"),
        ("pcg:mentions", "28", "Operation Lantern"),
        ("pcg:mentions", "28", "Rural Crime Strategy"),
        ("pcg:rag", "27", "R"),
        ("pcg:responsible", "27", "Force/SVP"),
        ("pcg:responsible", "27", "Force/SVP"),
        ("pcg:responsibleRaw", "27", "Force/SVP"),
    ]


def test_evidence_of_dates_names_the_narrative() -> None:
    triples = list_triples(read_small())
    dated = next(t.split(" ")[0] for t in triples if t.endswith('<rdf:object> "2023-07-04"'))
    assert f'{dated} <pcg:line> "13-18"' in triples


def test_evidence_is_several_when_several_documents_state_the_same() -> None:
    theme = {"id": "2021-25/T1", "title": "T", "line": "4"}
    dataset = make_tables(
        themes=[make_row("themes", **theme, document="a")],
        statements=[
            make_row("statements", subject="2021-25/T1", property="title", value="U", document=document, line="7")
            for document in ("b", "c")
        ],
    )
    assert sum("<pcg:evidence>" in triple and "T1>" in triple for triple in list_triples(dataset)) == 3


def test_evidence_is_left_out_when_a_row_has_no_line() -> None:
    dataset = make_tables(themes=[make_row("themes", id="2021-25/T1", title="T", document="a")])
    assert not any("vidence" in triple for triple in list_triples(dataset))


def test_evidence_quotes_nothing_where_a_person_changed_the_cell() -> None:
    dataset = read_small()
    lead = dataset.tables["leads"][0]
    changed = {**dataset.tables, "leads": [{**lead, "raw": "Words of ours"}, *dataset.tables["leads"][1:]]}
    quads = [triple for triple, _ in iter_quads(Book(Tables(dataset.base, changed, extracted=dataset.tables)))]
    assert not any("Words of ours" in triple for triple in quads)
    assert sum("#byHand>" in triple for triple in quads) == 1
    assert not any("#byHand>" in triple for triple, _ in iter_quads(Book(Tables(dataset.base, dataset.tables))))
