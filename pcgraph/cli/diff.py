"""`pcgraph diff`: how two datasets or two graphs differ."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import choose_format, note, output_options
from pcgraph.cli.reading import print_records

EXAMPLES = """\b
Examples:
  pcgraph diff data/2023 data/2024
  pcgraph diff old.nq new.nq --summary
  pcgraph diff data/2024/.pcgraph/4f1c22e0b7a95d38 data/2024/.pcgraph
"""
_TITLELESS = ("csv", "tsv", "json")


@click.command("diff", epilog=EXAMPLES)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--summary", is_flag=True, help="Only how much differs of each kind.")
@output_options
def command(old: Path, new: Path, summary: bool, output_format: str | None, output: Path | None) -> None:
    """Tell two datasets or graphs apart in plain words.

    OLD and NEW are both folders of tables, or both graphs: a store (.pcgraph/DIGEST, or .pcgraph
    for the current one) or a file from "pcgraph export". What only stands at another line of a
    document is counted, not listed.
    """
    from pcgraph.changes.diff import find_diff

    diff = find_diff(old, new)
    records = diff.to_summary() if summary else diff.to_records()
    print_records(records, output_format, output)
    if output is not None or choose_format(output_format, output) in _TITLELESS:
        note(records.title)
