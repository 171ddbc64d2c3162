"""Make the store of a dataset: whole and beside the old one first, then switched to in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pcgraph.errors import CallError, PcgraphError, StoreError
from pcgraph.files import describe_os_error, write_atomic
from pcgraph.graph import Book, Quad, Sources, iter_ontology, iter_passages, iter_quads
from pcgraph.places import get_ontology_dir
from pcgraph.sources import read_sources
from pcgraph.store.embedded import open_store
from pcgraph.store.inputs import digest_inputs, find_inputs, get_sources_dir, measure_inputs
from pcgraph.store.lock import hold_lock
from pcgraph.store.pointer import (
    POINTER_FILE,
    STORE_FOLDER,
    Pointer,
    find_pointer,
    is_whole,
    measure_files,
    to_text,
)
from pcgraph.store.write import Loader
from pcgraph.tables import Dataset, read_dataset

_NOT_THINGS = ("statements", "leads", "anomalies", "involvements", "figures", "passages", "contributions", "lineage")
_IGNORE_FILE = ".gitignore"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        path: The dataset's folder.
        digest: Over all that the graph was made from.
        quads: How many statements the graph holds, each counted in every graph that holds it.
        things: How many things they are about: plans, deliverables, posts, documents and so on.
        missing: The documents whose sources are not at hand; their updates have no passages.
        built: False where nothing had changed and the old store was kept.
    """

    path: Path
    digest: str
    quads: int
    things: int
    missing: tuple[str, ...]
    built: bool


def build_store(path: Path, *, sources: Path | None = None) -> BuildReport:
    """Build the graph of a dataset into `.pcgraph` in its folder.

    Readers go on with the old store until the new one is whole. Where nothing has changed since
    the last build, nothing is done.

    Args:
        path: The dataset's folder, such as `data/nottinghamshire`.
        sources: The folder of the source documents, for the passages; unless given, the one
            given last time, or else `sources` beside the dataset.

    Raises:
        CallError: There is no such sources folder.
        DatasetError: The tables are missing or damaged.
        OntologyError: The ontology is missing or damaged.
        StoreError: The folder cannot be written, the disk is full, or another build is at work.
    """
    if sources is not None and not sources.is_dir():
        raise CallError(f"There is no folder {sources}.", hint="Name the folder of the source documents.")
    if not path.is_dir():
        read_dataset(path)  # explains what is missing
    with _explain_faults(path):
        folder = _make_folder(path)
        with hold_lock(folder):
            return _build(path, sources)


def _build(path: Path, sources: Path | None) -> BuildReport:
    folder = path / STORE_FOLDER
    old = _find_whole_pointer(path)
    if sources is None and old and old.sources and (path / old.sources).is_dir():
        sources = path / old.sources  # the folder that the user named last time
    inputs = find_inputs(path, get_sources_dir(path, sources))
    fingerprints, digest = measure_inputs(inputs), digest_inputs(inputs)
    _clean(folder, keep=old.store if old else "")
    if old and old.digest == digest:
        pointer = old._replace(inputs=fingerprints, sources=_to_relative(sources, path))
    else:
        pointer = _make_store(path, sources, digest)._replace(inputs=fingerprints)
    if pointer != old:
        write_atomic(folder / POINTER_FILE, to_text(pointer))
    _clean(folder, keep=pointer.store)
    built = old is None or pointer.store != old.store
    return BuildReport(path, pointer.digest, pointer.quads, pointer.things, pointer.missing, built)


def _make_store(path: Path, sources: Path | None, digest: str) -> Pointer:
    """Load a new store and move it to its place, where no pointer leads to it yet."""
    dataset = read_dataset(path)
    texts, missing = read_sources(dataset.tables["documents"], get_sources_dir(path, sources))
    folder = path / STORE_FOLDER
    loader = Loader(dataset.base)
    staged = Path(tempfile.mkdtemp(dir=folder, prefix="tmp-"))
    try:
        store = loader.load(_iter_all(dataset, texts), staged)
        place = _find_free_place(folder, digest)
        store.rename(place)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return Pointer(
        store=place.name,
        digest=digest,
        base=dataset.base,
        graphs=loader.graphs,
        quads=loader.quads,
        things=sum(len(rows) for table, rows in dataset.tables.items() if table not in _NOT_THINGS),
        sources=_to_relative(sources, path),
        missing=missing,
        inputs={},
        files=measure_files(place),
    )


def _iter_all(dataset: Dataset, texts: Sources) -> Iterator[Quad]:
    book = Book(dataset)
    return chain(iter_quads(book), iter_passages(book, texts), iter_ontology(get_ontology_dir()))


def _find_whole_pointer(path: Path) -> Pointer | None:
    """The pointer to the old store; a damaged pointer or store counts as none and is built anew."""
    try:
        pointer = find_pointer(path)
        if pointer is None or not is_whole(path, pointer):
            return None
        open_store(path)
    except StoreError:
        return None
    return pointer


def _make_folder(path: Path) -> Path:
    folder = path / STORE_FOLDER
    folder.mkdir(exist_ok=True)
    if not (folder / _IGNORE_FILE).exists():
        write_atomic(folder / _IGNORE_FILE, "*\n")
    return folder


def _find_free_place(folder: Path, digest: str) -> Path:
    """`<digest>`, or with a number where a damaged store that Windows would not delete has that name."""
    place, number = folder / digest, 2
    while place.exists():
        place, number = folder / f"{digest}-{number}", number + 1
    return place


def _clean(folder: Path, *, keep: str) -> None:
    """Remove older stores and what dead builds left; the lock is held, so no other build is alive.

    What another program still holds open stays until the next build.
    """
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != keep:
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name.endswith(".tmp"):
            with suppress(OSError):
                entry.unlink()


def _to_relative(sources: Path | None, path: Path) -> str:
    """The sources folder as seen from the dataset; as it is where that is on another Windows drive."""
    if sources is None:
        return ""
    try:
        return os.path.relpath(sources.resolve(), path.resolve())
    except ValueError:
        return os.fspath(sources.resolve())


@contextmanager
def _explain_faults(path: Path) -> Iterator[None]:
    """Turn the system's and the engine's refusals into one line; the old store is still there."""
    hint = "The old graph, if any, still stands. Check the folder's rights and the space on the disk."
    try:
        yield
    except PcgraphError as error:
        if type(error) is CallError:
            raise StoreError(error.message, hint=hint) from error
        raise
    except OSError as error:
        if error.filename is None:  # the engine's errors, which name the reason last, and those of a full disk
            reason = (error.strerror or str(error).rpartition(": ")[2]).lower()
            raise StoreError(f"Cannot write the graph of {path}: {reason}.", hint=hint) from error
        raise StoreError(describe_os_error(error, "write").message, hint=hint) from error
    except RuntimeError as error:
        reason = " ".join(str(error).split())[:160]
        raise StoreError(f"Cannot write the graph of {path}: {reason}.", hint=hint) from error
