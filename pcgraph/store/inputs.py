"""What a store was made from: which files, whether they changed since."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from pcgraph import __version__
from pcgraph.places import get_ontology_dir

Fingerprints = Mapping[str, tuple[int, int]]
"""Size and time of change (nanoseconds) by the input's name, such as `tables/updates.csv`."""

_SETTINGS = "datapackage.json"
_NO_TABLES = ("tables/waivers.csv", "tables/readings-")
"""How the names begin of files that lie beside the tables and do not go into the graph."""

_GRAPH_CODE = Path(__file__).parent.parent / "graph"


def get_sources_dir(dataset: Path, sources: Path | None) -> Path | None:
    """The folder of source documents: the one given, or `sources` beside the dataset where it exists."""
    if sources is not None:
        return sources
    beside = dataset.resolve().parent / "sources"
    return beside if beside.is_dir() else None


def find_inputs(dataset: Path, sources: Path | None) -> dict[str, Path]:
    """Every file that the graph depends on, by name: tables, ontology, sources, the code that maps them.

    Args:
        dataset: The dataset's folder.
        sources: The folder of source documents, or None for none.
    """
    found: dict[str, Path] = {}
    for kind, folder, endings in (
        ("tables", dataset, (".csv", _SETTINGS)),
        ("ontology", get_ontology_dir(), (".ttl",)),
        ("graph", _GRAPH_CODE, (".py",)),
        ("sources", sources, ("",)),
    ):
        if folder is not None:
            found.update((f"{kind}/{file.name}", file) for file in _iter_files(folder, endings))
    return {name: file for name, file in found.items() if not name.startswith(_NO_TABLES)}


def _iter_files(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(endings) and not entry.name.startswith(".") and entry.is_file():
                yield folder / entry.name


def measure_inputs(inputs: Mapping[str, Path]) -> dict[str, tuple[int, int]]:
    """The inputs' fingerprints, without reading them."""
    stats = {name: file.stat() for name, file in inputs.items()}
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in sorted(stats.items())}


def digest_inputs(inputs: Mapping[str, Path]) -> str:
    """A digest over the inputs' names and bytes, and our version: the name of the store made from them."""
    from hashlib import sha256

    digest = sha256(__version__.encode())
    for name, file in sorted(inputs.items()):
        digest.update(f"\0{name}\0".encode())
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
