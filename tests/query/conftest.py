"""The small dataset of a made-up force as a store."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.cli import run
from pcgraph.graph import iter_nquads
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import read_dataset

SMALL = Path(__file__).parents[1] / "small"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="session")
def small_store() -> Store:
    """The small dataset's graph, in memory."""
    return load_memory_store("".join(iter_nquads(read_dataset(SMALL))))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset with its store."""
    folder = tmp_path_factory.mktemp("data") / "small"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".pcgraph"))
    build_store(folder, sources=folder / "sources")
    return folder


def call(capsys: Capture, *args: str | Path) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a call."""
    code = run([str(arg) for arg in args])
    out, err = capsys.readouterr()
    return code, out, err
