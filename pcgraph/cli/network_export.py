"""`pcgraph network export`: networks as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import data_option, write_output
from pcgraph.cli.network_options import make_scope, scope_options
from pcgraph.cli.reading import open_for_reading
from pcgraph.errors import CallError

FORMATS = ("graphml", "gexf", "json", "csv", "xlsx")
NETWORKS = (
    "partner-deliverable",
    "partner-outcome",
    "partner-programme",
    "partner-partnership",
    "lead-deliverable",
    "partners",
    "plan",
)

EXAMPLES = """\b
Examples:
  pcgraph network export partners.gexf
  pcgraph network export matrix.xlsx --theme T3
  pcgraph network export leads.graphml --network lead-deliverable
  pcgraph network export --format csv --network partners > pairs.csv
"""


@click.command("export", epilog=EXAMPLES)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The same as FILE."
)
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice(FORMATS),
    help="What to write [default: as FILE ends].",
)
@click.option(
    "--network",
    type=click.Choice(NETWORKS),
    help="Which network [default: partner-deliverable; in xlsx partner-outcome].",
)
@scope_options
@data_option
def export(
    file: Path | None,
    output: Path | None,
    output_format: str | None,
    network: str | None,
    theme: str,
    plan: str,
    report: str,
    roles: tuple[str, ...],
    is_stated_only: bool,
    is_agreed_only: bool,
    data: Path,
) -> None:
    """Write a network for Gephi, Cytoscape, R, Excel or a notebook.

    graphml and gexf open in Gephi (gexf with colours by kind, sizes and dates), json in NetworkX and
    D3; csv is one row a link, xlsx a shaded table of counts. All carry names, codes, kinds, themes
    and where each link stands. partners links partners that help with the same deliverable; plan is
    the whole plan.
    """
    from pcgraph.network.export import export_network

    target, chosen = choose_target(file, output, output_format)
    scope = make_scope(
        theme=theme,
        plan=plan,
        report=report,
        roles=roles,
        is_stated_only=is_stated_only,
        is_agreed_only=is_agreed_only,
    )
    write_output(
        _to_output(export_network(open_for_reading(data), chosen, network=network or "", scope=scope), chosen), target
    )


def choose_target(file: Path | None, output: Path | None, output_format: str | None) -> tuple[Path | None, str]:
    """Where to write, and in which format.

    Raises:
        CallError: Two files are named, no format is named and none is known by the file's ending, or the ending is
            that of another format.
    """
    if file and output:
        raise CallError("FILE and --output both name a file.", hint="Give one of them.")
    target = file or output
    ending = target.suffix.lstrip(".").lower() if target else ""
    if not output_format and ending not in FORMATS:
        found = f"Files that end in .{ending} cannot be written." if ending else "No format is named."
        raise CallError(found, hint=f"Add --format, or name a file that ends in .{', .'.join(FORMATS)}.")
    if output_format and ending in FORMATS and ending != output_format:
        raise CallError(
            f"--format {output_format} contradicts the file's ending .{ending}.",
            hint=f"Leave --format out, or name a file that ends in .{output_format}.",
        )
    return target, output_format or ending


def _to_output(content: bytes, chosen: str) -> str | bytes:
    """What is text goes to a terminal, too."""
    return content if chosen == "xlsx" else content.decode()
