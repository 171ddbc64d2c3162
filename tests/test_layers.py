"""Imports go down only; click stays in the command line; commands start light."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.query.catalogue import load_catalogue
from tests.conftest import ROOT

PACKAGE = ROOT / "pcgraph"

LAYERS = (
    {"errors"},
    {"dates", "files", "model", "names", "places", "terms"},
    {"documents", "store", "render", "ontology_docs"},
    {"extract", "tables", "graph", "propose", "query"},
    {"ask", "ingest", "sources", "build", "changes", "check", "review", "sparql"},
    {"network", "paper"},
    {"cli"},
    {"__main__"},
)
"""The parts of the package from the base up; parts on one level do not import each other."""

ALLOWED = {("build", "sources"), ("review", "sources")}
"""Imports within a level: a build and a review look for sources."""

MAY_BE_IMPORTED = {"click", "pcgraph", "pyoxigraph", "__main__"} | sys.stdlib_module_names
"""What help and a canned query may import at all."""

NOT_NEEDED = {
    "tempfile",
    "pcgraph.model",
    "pcgraph.tables",
    "pcgraph.graph",
    "pcgraph.extract",
    "pcgraph.network",
    "pcgraph.build",
}
"""Parts of the package that they have no use for."""

PRINT_BARE = "import sys; print(*sys.modules)"
PRINT_MODULES = """
import sys
from pcgraph.cli import run
code = run(sys.argv[1:])
print(*sorted(sys.modules))
sys.exit(code)
"""


def get_part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def iter_imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return names


def level(part: str) -> int:
    return next(i for i, parts in enumerate(LAYERS) if part in parts)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_from_below(path: Path) -> None:
    part = get_part(path)
    if part == "__init__":
        return
    for name in iter_imports(path):
        pieces = name.split(".")
        assert part == "cli" or pieces[0] != "click", f"{path.name} imports click"
        if pieces[0] == "pcgraph" and len(pieces) > 1 and pieces[1] != part:
            assert (part, pieces[1]) in ALLOWED or level(pieces[1]) < level(part), f"{part} imports {pieces[1]}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = Path(shutil.copytree(ROOT / "tests" / "small", tmp_path_factory.mktemp("layers") / "small"))
    build_store(data)
    load_catalogue()
    return data


CALLS = [["--help"], ["query"], ["query", "leads-workload"], ["query", "not-green", "--theme", "T2"]]


@pytest.mark.parametrize("args", CALLS, ids=" ".join)
def test_command_imports_only_what_it_may(args: list[str], built: Path) -> None:
    where = ["--data", str(built)] if "query" in args else []
    call = [sys.executable, "-c", PRINT_MODULES, *args, *where]
    bare = subprocess.run([sys.executable, "-c", PRINT_BARE], capture_output=True, text=True, check=True).stdout
    loaded = subprocess.run(call, capture_output=True, text=True, check=True).stdout.splitlines()[-1].split()
    assert {name.partition(".")[0] for name in set(loaded) - set(bare.split())} <= MAY_BE_IMPORTED
    assert set(loaded) & NOT_NEEDED == set()
