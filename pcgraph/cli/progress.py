"""How far a command has come: a bar on a terminal's stderr; of documents that are read, a line a file elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from pcgraph.cli.console import note

if TYPE_CHECKING:
    from rich.progress import Progress

DELAY_S = 2.0
"""What is read faster shows no bar."""


class Reading:
    """Shows which file and which page is being read, while it is open as a context.

    Args:
        files: How many files there are.
        is_terminal: Whether stderr is a terminal; looked up unless given.
        delay_s: How long to wait with the bar.
    """

    def __init__(self, files: int, *, is_terminal: bool | None = None, delay_s: float = DELAY_S) -> None:
        self._files = files
        self._is_terminal = sys.stderr.isatty() if is_terminal is None else is_terminal
        self._show_from = monotonic() + delay_s
        self._read = 0
        self._name = ""
        self._bar: Progress | None = None

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def show_file(self, file: Path) -> None:
        """Say which file is read from here on."""
        self._read += 1
        self._name = file.name
        if self._is_terminal:
            self._update(0, 0)
        else:
            note(f"Reading {file}")

    def show_page(self, page: int, pages: int) -> None:
        """Say which page of how many has been read."""
        if self._is_terminal:
            self._update(page, pages)

    def _update(self, page: int, pages: int) -> None:
        if monotonic() < self._show_from:
            return
        if self._bar is None:
            self._bar = _make_bar()
            self._bar.start()
        name = f"{self._name} ({self._read} of {self._files})" if self._files > 1 else self._name
        self._bar.update(self._bar.task_ids[0], description=f"Reading {name}", completed=page, total=pages or None)


def _make_bar(unit: str = "pages") -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TextColumn(unit))
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("Reading", total=None)
    return bar


class Counting:
    """Shows how many of many things are done, on a terminal and where it takes long, while it is open as a context.

    Args:
        verb: What is done, such as `Comparing`.
        unit: What is counted, such as `deliverables`.
        is_terminal: Whether stderr is a terminal; looked up unless given.
        delay_s: How long to wait with the bar.
    """

    def __init__(self, verb: str, unit: str, *, is_terminal: bool | None = None, delay_s: float = DELAY_S) -> None:
        self._verb = verb
        self._unit = unit
        self._is_terminal = sys.stderr.isatty() if is_terminal is None else is_terminal
        self._show_from = monotonic() + delay_s
        self._bar: Progress | None = None

    def __enter__(self) -> Counting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, done: int, total: int) -> None:
        """Say how many of how many are done."""
        if not self._is_terminal or monotonic() < self._show_from:
            return
        if self._bar is None:
            self._bar = _make_bar(self._unit)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], description=self._verb, completed=done, total=total)
