"""`.pcgraph/current`: which store is the current one, and what it was made from."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pcgraph.errors import StoreError
from pcgraph.places import DEFAULT_DATASET

STORE_FOLDER = ".pcgraph"
POINTER_FILE = "current"

_LOGS = ("LOG", "LOCK")


class Pointer(NamedTuple):
    """What `.pcgraph/current` says.

    Attributes:
        store: The store's folder within `.pcgraph`.
        digest: Over all that it was made from.
        base: What every IRI begins with.
        graphs: The names of its named graphs.
        quads: How many statements it holds.
        things: How many things they are about.
        sources: The sources folder that the user named, or "".
        missing: The documents whose sources were not at hand.
        inputs: Fingerprints of what it was made from.
        files: Sizes of the store's own files, which a damaged store does not have.
    """

    store: str
    digest: str
    base: str
    graphs: tuple[str, ...]
    quads: int
    things: int
    sources: str
    missing: tuple[str, ...]
    inputs: Mapping[str, tuple[int, int]]
    files: Mapping[str, int]


def get_build_hint(dataset: Path) -> str:
    """The command that makes the store of a dataset."""
    return "Run: pcgraph build" + ("" if dataset == DEFAULT_DATASET else f" --data {dataset}")


def find_pointer(dataset: Path) -> Pointer | None:
    """The dataset's pointer, or None where it has no store yet.

    Raises:
        StoreError: The pointer is damaged or not readable.
    """
    file = dataset / STORE_FOLDER / POINTER_FILE
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"Cannot read {file}: {(error.strerror or str(error)).lower()}.") from error
    except UnicodeDecodeError as error:
        raise _damaged(file, dataset) from error
    try:
        return _parse(text)
    except (ValueError, TypeError, AttributeError) as error:
        raise _damaged(file, dataset) from error


def get_pointer(dataset: Path) -> Pointer:
    """The dataset's pointer.

    Raises:
        StoreError: There is no dataset, no store of it yet, or the pointer is damaged.
    """
    if pointer := find_pointer(dataset):
        return pointer
    if not dataset.is_dir():
        raise StoreError(f"There is no dataset at {dataset}.", hint="Name its folder with --data.")
    raise StoreError(f"There is no graph of {dataset} yet.", hint=get_build_hint(dataset))


def to_text(pointer: Pointer) -> str:
    """The pointer as JSON."""
    return json.dumps(pointer._asdict(), ensure_ascii=False, indent=1) + "\n"


def measure_files(folder: Path) -> dict[str, int]:
    """The sizes of a store's files but for its logs, which opening may lengthen."""
    with os.scandir(folder) as entries:
        sizes = {entry.name: entry.stat().st_size for entry in entries if not entry.name.startswith(_LOGS)}
    return dict(sorted(sizes.items()))


def is_whole(dataset: Path, pointer: Pointer) -> bool:
    """Whether every file of the store is there with its size.

    Oxigraph takes a store whose list of files was cut off for an empty one and says nothing.
    """
    try:
        return measure_files(dataset / STORE_FOLDER / pointer.store) == pointer.files
    except OSError:
        return False


def _parse(text: str) -> Pointer:
    content = json.loads(text)
    if not isinstance(content, dict) or set(content) != set(Pointer._fields):
        raise ValueError(text)
    pointer = Pointer(**content)
    if not pointer.store or Path(pointer.store).name != pointer.store:
        raise ValueError(text)
    return pointer._replace(
        graphs=tuple(pointer.graphs),
        missing=tuple(pointer.missing),
        inputs={name: (size, changed) for name, (size, changed) in pointer.inputs.items()},
        files=dict(pointer.files.items()),
    )


def _damaged(file: Path, dataset: Path) -> StoreError:
    return StoreError(f"{file} is damaged.", hint=get_build_hint(dataset))
