"""The README's console sessions and Python are run as written; what it shows must come out."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")
SKIPPED = "…"


def iter_calls() -> Iterator[tuple[str, list[str]]]:
    """Each command of a console session with the lines shown under it."""
    for session in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for call in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
            command, *shown = call.rstrip("\n").split("\n")
            yield command, shown


def holds(output: str, line: str) -> bool:
    """Whether a line stands in an output, whatever stands for its dots."""
    pattern = ".*".join(re.escape(part) for part in line.split(SKIPPED))
    return any(re.fullmatch(pattern, found) for found in output.splitlines())


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data, to run in."""
    ignored = shutil.ignore_patterns(".pcgraph", "*.txt")
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=ignored)
    shutil.copytree(ROOT / "tests" / "documents", tmp_path / "tests" / "documents")
    (tmp_path / "build").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_console_sessions_show_what_the_commands_print(checkout: Path, run: Run) -> None:
    for command, shown in iter_calls():
        args = shlex.split(command)[1:]
        globbed = [str(path) for arg in args for path in (sorted(Path().glob(arg)) if "*" in arg else [arg])]
        code, out, err = run(*globbed)
        assert code == 0, (command, err)
        for line in shown:
            assert line == SKIPPED or holds(out + err, line), (command, line)


def test_python_example_runs(checkout: Path, run: Run) -> None:
    run("build")
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code is not None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code[1], "README.md", "exec"), {})  # noqa: S102
    assert printed.getvalue().endswith("True\n")


def test_readme_says_what_it_is_within_its_first_thirty_lines() -> None:
    head = README.splitlines()[:36]
    assert head[0] == "# pcgraph"
    assert any(line.startswith("    make run") for line in head)
    assert any("$ pcgraph" in line for line in head)
    assert any(line.startswith("It is for") for line in head)
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
