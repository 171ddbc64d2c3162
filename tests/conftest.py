"""What many tests share: the source documents, the made-up ones, and the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pcgraph.cli import run as run_cli

ROOT = Path(__file__).parents[1]
SOURCES = ROOT.parent / "shared" / "sources"
DOCUMENTS = ROOT / "tests" / "documents"
REAL_DATA = ROOT / "data" / "nottinghamshire"

pytest_plugins = ["tests.browser"]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of the five source documents; CI fails on the skip."""
    if not SOURCES.is_dir():
        pytest.skip("the source documents are not on this machine")
    return SOURCES


@pytest.fixture
def real_copy(tmp_path: Path) -> Path:
    """A copy of the shipped dataset, to be changed."""
    return Path(shutil.copytree(REAL_DATA, tmp_path / "nottinghamshire", ignore=shutil.ignore_patterns(".pcgraph")))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line as a user does and gives exit code, stdout and stderr."""

    def call(*args: str | Path) -> tuple[int, str, str]:
        capfd.readouterr()
        code = run_cli([str(arg) for arg in args])
        out, err = capfd.readouterr()
        return code, out, err

    return call
