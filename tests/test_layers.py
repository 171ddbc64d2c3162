"""Imports go down only; click stays in the command line; commands start light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "pcgraph"

LAYERS = (
    {"errors"},
    {"files", "model", "places", "terms"},
    {"documents", "store", "render", "ontology_docs"},
    {"extract", "tables", "graph", "query"},
    {"ingest", "sources", "build", "check"},
    {"network"},
    {"cli"},
    {"__main__"},
)
"""The parts of the package from the base up; parts on one level do not import each other."""

ALLOWED = {("check", "query"), ("build", "sources")}
"""Imports within a level: checks are queries with more to say, a build looks for sources."""

LIGHT = {"rdflib", "networkx", "pyvis", "rich", "yaml", "openpyxl", "rapidfuzz", "jinja2", "dataclasses"}


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


@pytest.mark.parametrize(
    "args", [["--help"], ["query", "not-green", "--data", "{data}"], ["query", "--data", "{data}"]]
)
def test_command_starts_without_heavy_modules(args: list[str], tmp_path: Path) -> None:
    import shutil

    from pcgraph.build import build_store

    data = Path(shutil.copytree(ROOT / "tests" / "small", tmp_path / "small"))
    build_store(data)
    code = (
        "import sys\nfrom pcgraph.cli import run\ncode = run(sys.argv[1:])\nprint(*sorted(sys.modules))\nsys.exit(code)"
    )
    call = [sys.executable, "-c", code, *(arg.format(data=data) for arg in args)]
    done = [subprocess.run(call, capture_output=True, text=True, check=True) for _ in range(2)][1]
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert loaded & (LIGHT - {"dataclasses"}) == set()
