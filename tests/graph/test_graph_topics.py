"""Each table's rows as triples, worked out by hand on the small dataset."""

from __future__ import annotations

import re

import pytest

from pcgraph.errors import DatasetError
from pcgraph.graph import TABLE_TOPICS, Book, iter_quads
from pcgraph.model import TABLES
from pcgraph.places import get_ontology_dir
from tests.graph.graph_samples import BASE, PCG, list_triples, make_row, make_tables, read_small

REPORT = "document/t2-2023q2"
FRAMEWORK = "document/strategy-2021-25"
FORCE = "document/force-2021"


def pick(triples: list[str], subject: str) -> set[str]:
    """What is said of a thing, without its evidence."""
    mark = f"<:{subject}> "
    found = (triple.removeprefix(mark) for triple in triples if triple.startswith(mark))
    return {triple for triple in found if not triple.startswith("<pcg:evidence>")}


def test_topics_name_every_table_of_the_model() -> None:
    assert set(TABLE_TOPICS) == {table.name for table in TABLES}


def test_quads_come_once_each() -> None:
    quads = list(iter_quads(Book(read_small())))
    assert len(quads) == len(set(quads))


def test_terms_are_all_in_the_ontology() -> None:
    defined = "".join(file.read_text(encoding="utf-8") for file in get_ontology_dir().glob("*.ttl"))
    used = {
        name
        for triple, _ in iter_quads(Book(read_small()))
        for name in re.findall(rf"<{re.escape(PCG)}([^>]+)>", triple)
    }
    undefined = {name for name in used if not re.search(rf"^pcg:{re.escape(name)}\s", defined, re.MULTILINE)}
    assert undefined == set()


def test_document_says_kind_meeting_and_file() -> None:
    assert pick(list_triples(read_small(), REPORT), REPORT) == {
        "<rdf:type> <pcg:SourceDocument>",
        "<rdf:type> <pcg:MonitoringReport>",
        '<dcterms:identifier> "t2-2023q2"',
        '<pcg:sortKey> "t000002-002023q000002"',
        '<skos:prefLabel> "Progress on Theme 2 to Quarter 2 of 2023-24"',
        "<pcg:documentKind> <pcg:monitoring-report>",
        "<pcg:inPlan> <:plan/2023-24>",
        "<pcg:inTheme> <:theme/2021-25/T2>",
        '<pcg:period> "2023-24Q2"',
        '<pcg:meetingDate> "2023-11-09"^^<xsd:date>',
        '<pcg:meetingBody> "Westmarch Police and Crime Panel"',
        '<pcg:agendaItem> "5"',
        '<pcg:filename> "t2-2023q2.txt"',
        '<pcg:sha256> "' + read_small().tables["documents"][2]["sha256"] + '"',
    }


def test_plan_stands_in_the_graph_of_every_document_that_names_it() -> None:
    graphs = {
        graph.removeprefix(f"<{BASE}graph/")
        for triple, graph in iter_quads(Book(read_small()))
        if triple.startswith(f"<{BASE}plan/2021-25> ")
    }
    assert graphs == {f"{FRAMEWORK}>", f"{FORCE}>", f"{REPORT}>"}
    assert pick(list_triples(read_small(), REPORT), "plan/2023-24") == {
        "<rdf:type> <pcg:Plan>",
        '<dcterms:identifier> "2023-24"',
        '<pcg:sortKey> "002023-000024"',
        '<skos:prefLabel> "Delivery Plan 2023-24"',
        '<pcg:startDate> "2023-04-01"^^<xsd:date>',
        '<pcg:endDate> "2024-03-31"^^<xsd:date>',
        "<pcg:partOfPlan> <:plan/2021-25>",
    }


def test_outcome_says_theme_and_root_measures() -> None:
    assert pick(list_triples(read_small(), FRAMEWORK), "outcome/2021-25/T1A") == {
        "<rdf:type> <pcg:Outcome>",
        '<dcterms:identifier> "2021-25/T1A"',
        '<skos:notation> "T1A"',
        '<pcg:sortKey> "002021-000025/T000001A"',
        '<skos:prefLabel> "People at risk are safer"',
        "<pcg:inTheme> <:theme/2021-25/T1>",
        "<pcg:measuredBy> <:measure/2021-25/T1A.1>",
        "<pcg:measuredBy> <:measure/2021-25/T1A.2>",
    }


def test_nested_measure_says_parent_source_and_baseline() -> None:
    assert pick(list_triples(read_small(), FRAMEWORK), "measure/2021-25/T1A.1.a") == {
        "<rdf:type> <pcg:Measure>",
        '<dcterms:identifier> "2021-25/T1A.1.a"',
        '<skos:notation> "T1A.1.a"',
        '<pcg:sortKey> "002021-000025/T000001A.000001.a"',
        '<skos:prefLabel> "Of these, on farms"',
        "<pcg:partOfMeasure> <:measure/2021-25/T1A.1>",
        '<pcg:measureSource> "Health service records"',
        '<pcg:baseline> "2019-20"',
    }


def test_deliverable_says_plan_theme_number_and_keeps_quotes_and_accents() -> None:
    assert pick(list_triples(read_small(), REPORT), "deliverable/2023-24/T2.1") == {
        "<rdf:type> <pcg:Deliverable>",
        '<dcterms:identifier> "2023-24/T2.1"',
        '<skos:notation> "T2.1"',
        '<pcg:sortKey> "002023-000024/T000002.000001"',
        '<skos:prefLabel> "Reduce vehicle crime in market towns with café and shop owners as partners"',
        "<pcg:inPlan> <:plan/2023-24>",
        "<pcg:inTheme> <:theme/2021-25/T2>",
        '<pcg:number> "1"',
    }
    labels = [triple for triple in list_triples(read_small()) if "alert(1)" in triple and "quote" not in triple]
    assert '\\"<script>alert(1)</script>\\" & the like' in labels[0]


def test_action_has_one_source_a_value_and_its_leads() -> None:
    assert pick(list_triples(read_small(), FORCE), "action/2021-25/1.1.1") == {
        "<rdf:type> <pcg:ForceAction>",
        '<dcterms:identifier> "2021-25/1.1.1"',
        '<skos:notation> "1.1.1"',
        '<pcg:sortKey> "002021-000025/000001.000001.000001"',
        '<skos:prefLabel> "Train every farm visitor"',
        "<pcg:implements> <:deliverable/2021-25/T1.1>",
        '<pcg:actionSource> "Police and Crime Plan"',
        '<pcg:actionSource> "Force Restructure"',
        "<pcg:ledBy> <:post/det-supt-rural-crime>",
        "<pcg:ledBy> <:post/ch-insp-northmoor>",
    }


def test_statement_stands_in_the_graph_of_the_document_that_makes_it() -> None:
    triples = list_triples(read_small(), FORCE)
    assert pick(triples, "deliverable/2021-25/T2.1") == {
        '<skos:altLabel> "Make a problem solving plan for each market town."',
        "<pcg:ledBy> <:post/corporate-services>",
    }
    assert pick(triples, "measure/2021-25/T2A.2") == {'<pcg:measureSource> "Survey of residents, yearly"'}
    assert '<pcg:statedSource> "Police and Crime Plan"' in pick(triples, "deliverable/2021-25/T1.1")


def test_statement_is_refused_when_its_subject_has_no_such_property() -> None:
    dataset = make_tables(
        themes=[make_row("themes", id="2021-25/T1", title="Theme", document="a")],
        statements=[make_row("statements", subject="2021-25/T1", property="colour", value="red", document="a")],
    )
    with pytest.raises(DatasetError) as caught:
        list_triples(dataset)
    assert caught.value.message == "statements.csv: the theme 2021-25/T1 has no property “colour”."
    assert caught.value.hint == "Write one of: title."


def test_post_without_title_is_marked_as_not_given() -> None:
    assert pick(list_triples(read_small(), FORCE), "post/corporate-services") == {
        "<rdf:type> <pcg:Post>",
        '<dcterms:identifier> "corporate-services"',
        '<pcg:sortKey> "corporate-services"',
        '<skos:prefLabel> "Corporate Services (post not given)"',
        '<pcg:postNotGiven> "true"^^<xsd:boolean>',
        '<pcg:unit> "Corporate Services"',
    }


def test_post_has_each_alias() -> None:
    said = pick(list_triples(read_small(), FORCE), "post/det-supt-rural-crime")
    assert {triple for triple in said if triple.startswith("<skos:")} == {
        '<skos:prefLabel> "Detective Superintendent, Rural Crime"',
        '<skos:altLabel> "Det Supt, Rural Crime"',
        '<skos:altLabel> "D/Supt Rural Crime"',
    }


def test_code_has_its_letters_as_label_when_nothing_spells_it_out() -> None:
    triples = list_triples(read_small(), REPORT)
    assert '<skos:prefLabel> "DM"' in pick(triples, "code/DM")
    assert pick(triples, "code/Force") == {
        "<rdf:type> <pcg:ResponsibilityCode>",
        '<dcterms:identifier> "Force"',
        '<skos:notation> "Force"',
        '<pcg:sortKey> "Force"',
        '<skos:prefLabel> "Westmarch Police"',
        '<pcg:codeKind> "organisation"',
    }


def test_post_and_code_stand_in_the_register_when_no_document_names_them() -> None:
    dataset = make_tables(
        posts=[make_row("posts", id="chief", title="Chief")], codes=[make_row("codes", code="X")], leads=[]
    )
    triples = list_triples(dataset, "register")
    assert "<rdf:type> <pcg:Post>" in pick(triples, "post/chief")
    assert '<skos:prefLabel> "X"' in pick(triples, "code/X")


def test_update_says_what_its_row_prints() -> None:
    assert pick(list_triples(read_small(), REPORT), "update/t2-2023q2/1") == {
        "<rdf:type> <pcg:ProgressUpdate>",
        '<dcterms:identifier> "t2-2023q2/1"',
        '<pcg:sortKey> "t000002-002023q000002/000001"',
        '<skos:prefLabel> "Reduce vehicle crime in market towns with café and shop owners as partners"',
        "<pcg:inReport> <:document/t2-2023q2>",
        "<pcg:reportsOn> <:deliverable/2023-24/T2.1>",
        '<pcg:number> "1"',
        "<pcg:rag> <pcg:Green>",
        '<pcg:responsibleRaw> "DM"',
        "<pcg:responsible> <:code/DM>",
        '<pcg:updateDate> "2023-10-12"',
        '<pcg:updateDate> "2023-07-04"',
        '<pcg:updateAuthor> "DM"',
        '<pcg:lineFirst> "13"',
        '<pcg:lineLast> "18"',
        "<pcg:mentions> <:entity/radio-link>",
        "<pcg:figure> <:figure/t2-2023q2/1/15/shops%20in%20the%20radio%20link/12/count>",
        "<pcg:figure> <:figure/t2-2023q2/1/18/offences/37/count>",
        "<pcg:figure> <:figure/t2-2023q2/1/18/offences/52/count>",
        "<pcg:figure> <:figure/t2-2023q2/1/18/visits/1204/count>",
        *(f"<pcg:passage> <:passage/t2-2023q2/1/{position}>" for position in range(1, 6)),
    }


def test_update_lacks_number_rag_and_deliverable_when_none_is_printed() -> None:
    triples = list_triples(read_small(), REPORT)
    assert not any("pcg:rag>" in triple for triple in pick(triples, "update/t2-2023q2/3"))
    last = pick(triples, "update/t2-2023q2/4")
    assert not any("pcg:number>" in triple or "reportsOn" in triple for triple in last)
    assert {triple for triple in last if "responsible>" in triple} == {
        "<pcg:responsible> <:code/Force>",
        "<pcg:responsible> <:code/SVP>",
    }


def test_anomaly_is_inferred_and_tells_what_it_is_about() -> None:
    triples = list_triples(read_small(), "inferred")
    assert pick(triples, "anomaly/t2-2023q2/24/rag-missing/t2-2023q2/3") == {
        "<rdf:type> <pcg:Anomaly>",
        '<dcterms:identifier> "t2-2023q2/24/rag-missing/t2-2023q2/3"',
        '<pcg:sortKey> "t000002-002023q000002/000024/rag-missing/t000002-002023q000002/000003"',
        '<skos:prefLabel> "No RAG letter is printed for this item."',
        '<pcg:anomalyCode> "rag-missing"',
        '<pcg:severity> "warning"',
        "<pcg:document> <:document/t2-2023q2>",
        '<pcg:line> "24"',
        "<pcg:about> <:update/t2-2023q2/3>",
    }
    about = "<:anomaly/t2-2023q2/7/tally-mismatch/t2-2023q2> <pcg:about> <:document/t2-2023q2>"
    assert about in triples
