"""Stores of every kind from the same quads, and datasets in a folder of their own."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Store as Engine

from pcgraph.graph import Book, iter_ontology, iter_passages, iter_quads
from pcgraph.model import TABLES
from pcgraph.places import get_ontology_dir
from pcgraph.sources import read_sources
from pcgraph.store import Store, load_memory_store
from pcgraph.store.oxigraph import OxigraphStore
from pcgraph.store.write import Loader
from tests.graph.graph_samples import BASE, SMALL, Tables, make_large, read_small

Quads = list[tuple[str, str]]
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def list_small_quads() -> Quads:
    """The small dataset's quads with passages and ontology, and two judgements."""
    dataset = read_small()
    book = Book(dataset)
    texts, _ = read_sources(dataset.tables["documents"], SMALL / "sources")
    judged = [
        (f'<{BASE}x> <https://example.org/says> "{status}"', f"<{BASE}graph/judged/{status}>")
        for status in ("agreed", "proposed")
    ]
    return [*iter_quads(book), *iter_passages(book, texts), *iter_ontology(get_ontology_dir()), *judged]


def make_memory_store(quads: Quads, folder: Path) -> Store:
    return load_memory_store("".join(f"{triple} {graph} .\n" for triple, graph in quads))


def make_disk_store(quads: Quads, folder: Path) -> Store:
    loader = Loader(BASE)
    place = loader.load(quads, folder)
    return OxigraphStore(Engine.read_only(os.fspath(place)), BASE, graphs=loader.graphs)


STORES: dict[str, Callable[[Quads, Path], Store]] = {"memory": make_memory_store, "disk": make_disk_store}
"""Every kind of store, made from quads; the contract holds for each."""


def copy_small(folder: Path) -> Path:
    """The small dataset in a folder, its sources beside it."""
    data = folder / "westmarch"
    shutil.copytree(SMALL, data, ignore=shutil.ignore_patterns("sources", "README.md"))
    shutil.copytree(SMALL / "sources", folder / "sources")
    return data


def write_tables(tables: Tables, folder: Path) -> None:
    """Tables as CSV files."""
    folder.mkdir(exist_ok=True)
    for table in TABLES:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables.tables.get(table.name, ()))


def write_large(folder: Path, count: int) -> Path:
    """A dataset of so many deliverables and actions."""
    tables = make_large(count)
    document = {**tables.tables["documents"][0], "filename": "big.txt", "sha256": "0" * 64}
    write_tables(Tables(tables.base, {**tables.tables, "documents": [document]}), folder)
    return folder
