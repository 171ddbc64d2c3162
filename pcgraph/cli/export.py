"""`pcgraph export`: the graph for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import data_option, write_output

EXAMPLES = """\b
Examples:
  pcgraph export turtle --output plan.ttl
  pcgraph export nquads --data data/westmarch --output plan.nq
"""

_FORMATS = ("nquads", "trig", "turtle")


@click.command(epilog=EXAMPLES)
@click.argument("output_format", metavar="FORMAT", type=click.Choice(_FORMATS))
@data_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
def command(output_format: str, data: Path, output: Path | None) -> None:
    """Write the graph for other programs: FORMAT is nquads, trig or turtle.

    nquads and trig keep what each document states apart, turtle merges it. The words of the
    narratives are never exported. The same tables give the same bytes.
    """
    from pcgraph.graph import write_graph
    from pcgraph.tables import read_dataset

    write_output(write_graph(read_dataset(data), output_format), output)
