"""What the commands that read the store share: opening it, views, printing records, completion."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcgraph.cli.console import choose_format, note, use_color, write_output
from pcgraph.errors import CallError, PcgraphError
from pcgraph.places import DEFAULT_DATASET
from pcgraph.query.files import Parameter
from pcgraph.render import Records, render_records
from pcgraph.render.records import pick_columns

if TYPE_CHECKING:  # listing the questions needs no store
    from click.shell_completion import CompletionItem

    from pcgraph.store.base import Store, View

_SHOW_NOTE = ("table", "md", "html", "xlsx")


def open_for_reading(data: Path) -> Store:
    """The dataset's store; says on stderr when the tables have changed since it was built.

    Raises:
        StoreError: There is no store, or it is damaged.
    """
    from pcgraph.store import is_stale, open_store

    store = open_store(data)
    if is_stale(data):
        note(f"The tables in {data} have changed since the graph was built. Run: pcgraph build --data {data}")
    return store


def to_view(is_stated_only: bool, is_agreed_only: bool) -> View:
    """The view that the two flags ask for.

    Raises:
        CallError: Both are given.
    """
    if is_stated_only and is_agreed_only:
        raise CallError("--stated-only and --agreed-only exclude each other.", hint="Give one of them.")
    return "stated" if is_stated_only else "agreed" if is_agreed_only else "all"


def get_table_width(output: Path | None) -> int | None:
    """How wide a table may be: the terminal's width, or None for a pipe or a file."""
    if output is not None or not sys.stdout.isatty():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except OSError:
        return None


def print_records(
    records: Records, output_format: str | None, output: Path | None, *, columns: str | None = None
) -> None:
    """Write records in the format asked for, of all columns or those named; what they cannot carry goes to stderr.

    Raises:
        CallError: A column or format is unknown, or the file cannot be written.
    """
    chosen = choose_format(output_format, output)
    if columns is not None:
        records = pick_columns(records, columns)
    color = use_color() and output is None
    write_output(render_records(records, chosen, width=get_table_width(output), color=color), output)
    if records.note and chosen not in _SHOW_NOTE:
        note(records.note)


def offer_values(parameter: Parameter) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Shell completion for a parameter: codes and ids of the store, each with its name.

    Without a store nothing is offered; a shell that completes is no place for an error.
    """

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
        from click.shell_completion import CompletionItem

        from pcgraph.query.completion import find_completions
        from pcgraph.store import open_store

        data = Path(ctx.params.get("data") or DEFAULT_DATASET)
        try:
            found = find_completions(open_store(data), parameter, incomplete)
        except PcgraphError:
            return []
        return [CompletionItem(value, help=name) for value, name in found]

    return complete
