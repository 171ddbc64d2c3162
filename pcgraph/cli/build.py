"""`pcgraph build`: tables to the graph."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from pcgraph.build import BuildReport, build_store
from pcgraph.cli.console import data_option, note

EXAMPLES = """\b
Examples:
  pcgraph build
  pcgraph build --data data/westmarch --sources ~/papers
"""

_SHOWN = 5


@click.command(epilog=EXAMPLES)
@data_option
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The source documents' folder, for the updates' words [default: as last time, or sources beside the dataset].",
)
def command(data: Path, sources: Path | None) -> None:
    """Make the graph from the tables.

    Where nothing has changed since the last build, nothing is done. Until a new graph is whole,
    every other command goes on reading the old one.
    """
    start = perf_counter()
    report = build_store(data, sources=sources)
    seconds = perf_counter() - start
    size = f"{report.quads:,} statements about {report.things:,} things"
    if report.built:
        note(f"Built the graph of {data}: {size}, in {seconds:.1f} s.")
    else:
        note(f"Nothing has changed: the graph of {data} is up to date ({size}).")
    if report.missing:
        note(explain_missing(report))


def explain_missing(report: BuildReport) -> str:
    """Which documents' words cannot be shown, as one line."""
    shown = ", ".join(report.missing[:_SHOWN])
    rest = len(report.missing) - _SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    return (
        f"Sources not at hand, or not the files that were read: {shown}{more}. Facts from them show document and line"
        " without the narrative; name their folder with --sources."
    )
