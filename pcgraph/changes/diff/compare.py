"""Find how two datasets, or two graphs, differ."""

from __future__ import annotations

from pathlib import Path

from pcgraph.changes.diff.graph_inputs import FILE_FORMATS, STORE_MARK, GraphInput
from pcgraph.changes.diff.graphs import iter_graph_differences
from pcgraph.changes.diff.quads import QuadReader
from pcgraph.changes.diff.records import Diff, Difference
from pcgraph.changes.diff.tables import iter_table_differences
from pcgraph.errors import CallError, StoreError
from pcgraph.store.pointer import STORE_FOLDER, find_pointer, get_build_hint, is_whole
from pcgraph.tables import Dataset, read_dataset

_WHAT = "Name two dataset folders, or two graphs: folders .pcgraph/DIGEST or files made by pcgraph export."


def find_diff(old: Path, new: Path) -> Diff:
    """How a new dataset or graph differs from an old one.

    Datasets are compared by the keys of their tables, graphs by things and their properties. Rows
    that only stand at another line are counted, not listed.

    Args:
        old: A dataset's folder, a built graph's folder (`.pcgraph/<digest>`, or `.pcgraph` for the
            current one), or an exported file (.nq, .nt, .trig, .ttl).
        new: The same kind of thing.

    Raises:
        CallError: One is missing or neither, or one is a dataset and the other a graph.
        DatasetError: The tables of a dataset are damaged.
        StoreError: A built graph is damaged.
    """
    graphs = _find_graph(old), _find_graph(new)
    if graphs[0] and graphs[1]:
        return _compare_graphs(graphs[0], graphs[1], (old, new))
    if graphs[0] or graphs[1]:
        dataset, graph = (new, old) if graphs[0] else (old, new)
        raise CallError(
            f"{dataset} is a dataset, {graph} is a graph: they cannot be held against each other.",
            hint=f"Make a graph of the dataset first: pcgraph export nquads --data {dataset} --output FILE.nq",
        )
    return _compare_datasets(read_dataset(old), read_dataset(new))


def _find_graph(path: Path) -> GraphInput | None:
    """The graph that lies there, or None where it is a dataset.

    Raises:
        CallError: Nothing lies there, or something else.
    """
    if path.is_dir():
        folder = _find_store(path)
        return GraphInput(folder) if folder else None
    if not path.exists():
        raise CallError(f"There is no {path}.", hint=_WHAT)
    ending = path.suffix.lower()
    if ending not in FILE_FORMATS:
        raise CallError(f"{path} is no graph: it ends in none of {', '.join(FILE_FORMATS)}.", hint=_WHAT)
    return GraphInput(path, ending)


def _find_store(folder: Path) -> Path | None:
    """The folder of a store: this one, or the current one where this is `.pcgraph`; None for a dataset.

    Raises:
        StoreError: It is the current store of a dataset, and files of it are missing or cut off.
    """
    inside = (folder / STORE_MARK).is_file()
    place = folder.resolve().parent if inside else folder.resolve()
    pointer = find_pointer(place.parent) if place.name == STORE_FOLDER else None
    if pointer is None:
        return folder if inside else None
    store = folder if inside else folder / pointer.store
    if store.name == pointer.store and not is_whole(place.parent, pointer):
        raise StoreError(f"The graph {store} is damaged.", hint=get_build_hint(place.parent))
    return store


def _compare_graphs(old: GraphInput, new: GraphInput, paths: tuple[Path, Path]) -> Diff:
    reader = QuadReader(old, new)
    notes = []
    if not reader.keeps_graphs:
        notes.append("One of the files does not tell which document states what: named graphs are left out.")
    if old.has_passages != new.has_passages:
        notes.append("Exported files hold no passages: the words of the narratives are left out.")
    items = tuple(iter_graph_differences(reader))
    return Diff(str(paths[0]), str(paths[1]), items, " ".join(notes))


def _compare_datasets(old: Dataset, new: Dataset) -> Diff:
    items = tuple(iter_table_differences(old.tables, new.tables))
    if old.base != new.base:
        base = Difference("dataset", "", "base of all addresses changed", old.base, new.base, "changed")
        items = (base, *items)
    return Diff(str(old.path), str(new.path), items)
