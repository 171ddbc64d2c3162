"""The graph for other programs: the same bytes, the same statements in every format, no passages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from pcgraph.cli.export import command
from pcgraph.errors import CallError, OntologyError
from pcgraph.graph import EXPORT_FORMATS, iter_nquads, iter_ontology, to_rdflib, write_graph
from tests.graph.graph_samples import BASE, PREFIXES, SMALL, read_small

# rdflib's own code still uses what it deprecates.

SCRIPT = (
    "import sys; from pathlib import Path;"
    "from pcgraph.graph import write_graph; from pcgraph.tables import read_dataset;"
    "sys.stdout.buffer.write(write_graph(read_dataset(Path(sys.argv[1])), sys.argv[2]))"
)


@pytest.mark.parametrize("output_format", EXPORT_FORMATS)
def test_export_is_the_same_bytes_whatever_the_hash_seed(output_format: str) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(SMALL), output_format],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_nquads_are_sorted_and_come_once_each() -> None:
    lines = list(iter_nquads(read_small()))
    assert lines == sorted(set(lines))


def test_formats_hold_the_same_statements() -> None:
    dataset = read_small()
    quads = set(parse(write_graph(dataset, "nquads"), RdfFormat.N_QUADS))
    assert set(parse(write_graph(dataset, "trig"), RdfFormat.TRIG)) == quads
    triples = {quad.triple for quad in quads}
    assert {quad.triple for quad in parse(write_graph(dataset, "turtle"), RdfFormat.TURTLE)} == triples


def test_turtle_reads_the_same_in_rdflib() -> None:
    merged = Graph()
    for subject, predicate, value, _ in to_rdflib(read_small()).quads():
        merged.add((subject, predicate, value))
    assert isomorphic(Graph().parse(data=write_graph(read_small(), "turtle"), format="turtle"), merged)


def test_export_holds_no_blank_node_and_no_passage() -> None:
    text = write_graph(read_small(), "nquads").decode()
    assert "_:" not in text
    assert "graph/passages" not in text


def test_export_is_refused_when_the_format_is_unknown() -> None:
    with pytest.raises(CallError, match="There is no format “word”"):
        write_graph(read_small(), "word")


def test_rdflib_dataset_answers_over_all_graphs() -> None:
    graph = to_rdflib(read_small())
    rows = graph.query(
        PREFIXES + "SELECT ?label WHERE { ?d dcterms:identifier '2021-25/T1.1' ; skos:prefLabel ?label }"
    )
    assert [str(label) for (label,) in rows] == ["Carry out the O'Brien review of safeguarding on farms"]  # type: ignore[misc]
    assert f"{BASE}graph/inferred" in {str(context.identifier) for context in graph.graphs()}


def test_ontology_is_refused_when_missing_or_damaged(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="There is no ontology in"):
        list(iter_ontology(tmp_path))
    (tmp_path / "a.ttl").write_text("@prefix : <a:> . :a :b [ :c :d ] .", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.ttl holds a blank node"):
        list(iter_ontology(tmp_path))
    (tmp_path / "a.ttl").write_text("this is no turtle", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"a\.ttl is not Turtle"):
        list(iter_ontology(tmp_path))


def test_export_command_writes_a_file_and_stdout(tmp_path: Path) -> None:
    runner, file = CliRunner(), tmp_path / "out.nq"
    result = runner.invoke(command, ["nquads", "--data", str(SMALL)])
    assert result.exit_code == 0
    assert result.stdout_bytes == write_graph(read_small(), "nquads")
    assert runner.invoke(command, ["nquads", "--data", str(SMALL), "-o", str(file)]).exit_code == 0
    assert file.read_bytes() == result.stdout_bytes


def test_export_command_names_the_formats_when_called_wrongly() -> None:
    result = CliRunner().invoke(command, ["word"])
    assert result.exit_code == 2
    assert "'word' is not one of 'nquads', 'trig', 'turtle'" in result.stderr


def test_export_command_offers_every_format_of_the_library() -> None:
    argument = next(parameter for parameter in command.params if parameter.name == "output_format")
    assert tuple(argument.type.choices) == EXPORT_FORMATS  # type: ignore[attr-defined]
