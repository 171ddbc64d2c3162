"""The small dataset as a graph, and tables of any size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pcgraph.graph import Book, iter_quads
from pcgraph.model import TABLES, Row
from pcgraph.tables import Dataset, read_dataset

SMALL = Path(__file__).parent.parent / "small"
BASE = "https://example.org/westmarch/"
PCG = "https://w3id.org/pcgraph/ontology#"
PREFIXES = f"""
PREFIX pcg: <{PCG}>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""


@dataclass(frozen=True)
class Tables:
    """Tables in memory, as the graph takes them."""

    base: str
    tables: Mapping[str, Sequence[Row]]
    extracted: Mapping[str, Sequence[Row]] | None = None


def read_small() -> Dataset:
    return read_dataset(SMALL)


def make_row(table: str, **cells: str) -> Row:
    columns = next(entry for entry in TABLES if entry.name == table).names
    return {name: cells.pop(name, "") for name in columns} | cells


def make_tables(**tables: Sequence[Row]) -> Tables:
    return Tables(BASE, tables)


def list_triples(dataset: Dataset | Tables, graph: str = "") -> list[str]:
    """Triples with the base as `:` and our namespace as `pcg:`, of one graph or of all."""
    quads = iter_quads(Book(dataset))
    return [shorten(triple) for triple, name in quads if not graph or shorten(name) == f"<:graph/{graph}>"]


def shorten(text: str) -> str:
    short = text.replace(BASE, ":").replace(PCG, "pcg:")
    for name, namespace in (
        ("rdf:", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("skos:", "http://www.w3.org/2004/02/skos/core#"),
        ("dcterms:", "http://purl.org/dc/terms/"),
        ("xsd:", "http://www.w3.org/2001/XMLSchema#"),
    ):
        short = short.replace(namespace, name)
    return short


def make_large(count: int) -> Tables:
    """One framework with so many deliverables, each with an action."""
    theme, plan, document = "2021-25/T1", "2021-25", "big"
    place = {"document": document, "line": "3"}
    return make_tables(
        documents=[make_row("documents", id=document, kind="strategic-framework", title="Big", plan=plan)],
        plans=[make_row("plans", id=plan, title="Plan")],
        themes=[make_row("themes", id=theme, title="Theme", **place)],
        deliverables=[
            make_row(
                "deliverables", id=f"{theme}.{n}", plan=plan, theme=theme, number=str(n), wording=f"Do {n}", **place
            )
            for n in range(1, count + 1)
        ],
        actions=[
            make_row("actions", id=f"{plan}/1.{n}.1", deliverable=f"{theme}.{n}", wording=f"Act {n}", **place)
            for n in range(1, count + 1)
        ],
    )
