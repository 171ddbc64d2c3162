"""What the commands share: options, output to a file or stdout, errors and notes on stderr."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

from pcgraph.errors import CallError, PcgraphError
from pcgraph.places import DEFAULT_DATASET

FORMATS = ("table", "csv", "tsv", "json", "md", "html", "xlsx")

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey: none of it may come from a file's name or a cell."""

_F = Callable[..., object]


def data_option(command: _F) -> _F:
    """`--data DIR`: the dataset's folder."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=True),
        default=DEFAULT_DATASET,
        show_default=True,
        metavar="DIR",
        help="The dataset's folder.",
    )(command)


def output_options(command: _F) -> _F:
    """`--format` and `--output`, for a command that prints records."""
    command = click.option(
        "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE."
    )(command)
    return click.option(
        "--format",
        "-f",
        "output_format",
        type=click.Choice(FORMATS),
        help="How to write the answer [default: table, or as FILE ends].",
    )(command)


def columns_option(command: _F) -> _F:
    """`--columns KEY,KEY`: which columns of the records, in which order."""
    return click.option(
        "--columns",
        metavar="KEY,KEY…",
        help="Only these columns, in this order, by the names that csv has, such as code,line.",
    )(command)


def choose_format(output_format: str | None, output: Path | None) -> str:
    """The format asked for, or the one that the output file's ending names, or a table.

    Raises:
        CallError: No format was asked for, and the ending names none.
    """
    ending = output.suffix.lstrip(".").lower() if output else ""
    if output_format is None and ending not in ("", "txt", *FORMATS):
        raise CallError(f"Files that end in .{ending} cannot be written.", hint=f"Use .{', .'.join(FORMATS[1:])}.")
    return output_format or (ending if ending in FORMATS else "table")


def write_output(content: str | bytes, output: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to stdout.

    Raises:
        CallError: The file cannot be written or may not be replaced, or binary output would go to a terminal.
    """
    if output is not None:
        from pcgraph.cli.outputs import guard_output
        from pcgraph.files import write_atomic

        guard_output(output)
        write_atomic(output, content)
        note(f"Wrote {output}")
    elif isinstance(content, bytes):
        if sys.stdout.isatty():
            raise CallError("This format is not text for a terminal.", hint="Add --output FILE.")
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.buffer.write(content.encode("utf-8"))
        sys.stdout.flush()


def note(message: str) -> None:
    """Say something beside the result, on stderr."""
    click.echo(_CONTROLS.sub("?", message), err=True)


def use_color() -> bool:
    """Whether stdout is a terminal that wants colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def report_error(error: PcgraphError) -> None:
    """Print an error: its details, the line, the hint."""
    for detail in error.details[:50]:
        note(f"  {detail}")
    if len(error.details) > 50:
        note(f"  … and {len(error.details) - 50} more")
    note(f"Error: {error.message}" + (f" {error.hint}" if error.hint else ""))


def report_bug(error: Exception) -> None:
    """Print a fault of our own in one line; the traceback only with PCGRAPH_DEBUG set."""
    if os.environ.get("PCGRAPH_DEBUG"):
        import traceback  # only when something is wrong

        traceback.print_exception(error)
    note(f"Bug: {type(error).__name__}: {error} (set PCGRAPH_DEBUG=1 for the whole trace, and report it)")
