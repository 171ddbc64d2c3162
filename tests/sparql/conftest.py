"""The small dataset with its store, and an address on this machine that notices who calls."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from pcgraph.build import build_store
from tests.conftest import ROOT, Run

SMALL = ROOT / "tests" / "small"
BASE = "https://example.org/westmarch/"
PCG = "https://w3id.org/pcgraph/ontology#"

Ask = Callable[..., tuple[int, str, str]]


class Listener(NamedTuple):
    """A port of this machine.

    Attributes:
        url: An address there.
        calls: One entry for every connection made.
    """

    url: str
    calls: list[int]


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset with its store; the one report at hand gives the store its words."""
    folder = tmp_path_factory.mktemp("sparql") / "small"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".pcgraph"))
    build_store(folder, sources=folder / "sources")
    return folder


@pytest.fixture(scope="session")
def listener() -> Iterator[Listener]:
    """Listens on a port until the tests are over; hangs up on everybody."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        calls: list[int] = []
        threading.Thread(target=_listen, args=(server, calls), daemon=True).start()
        yield Listener(f"http://127.0.0.1:{server.getsockname()[1]}/sparql", calls)


def _listen(server: socket.socket, calls: list[int]) -> None:
    while True:
        try:
            connection, (_, port) = server.accept()
        except OSError:  # the tests are over
            return
        calls.append(port)
        connection.close()


@pytest.fixture
def ask(run: Run, data: Path, tmp_path: Path) -> Ask:
    """Writes a query to a file and asks it on the command line: exit code, stdout, stderr."""

    def call(query: str | bytes, *args: str | Path) -> tuple[int, str, str]:
        file = tmp_path / "query.rq"
        file.write_bytes(query if isinstance(query, bytes) else query.encode())
        return run("sparql", file, "--data", data, *args)

    return call


def digest_files(folder: Path) -> dict[str, str]:
    """Every file of a folder with a digest of its content."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("LOG"))
    return {str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest() for file in sorted(files)}
