"""`pcgraph draw`: diagrams as one HTML file each, which opens without a server or a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcgraph.cli.console import data_option, write_output
from pcgraph.cli.reading import offer_values, open_for_reading
from pcgraph.errors import CallError
from pcgraph.query.files import Parameter

if TYPE_CHECKING:  # drawing needs networkx, help does not
    from pcgraph.render.diagram import Diagram

EXAMPLES = """\b
Examples:
  pcgraph draw leads --output leads.html
  pcgraph draw plan --theme T3 --output theme-3.html
"""
_THEME = Parameter("theme", "Theme", "a theme's code such as T3", is_required=False, choices=())
_PLAN = Parameter("plan", "Plan", "a plan's years such as 2018-21", is_required=False, choices=())

_output = click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE."
)
_plan = click.option("--plan", default="", shell_complete=offer_values(_PLAN), metavar="YEARS", help="Only this plan.")


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Draw a diagram as one HTML file.

    The page needs no server and no network: open it from a folder or send it by e-mail.
    """


@command.command(epilog="\b\nExample:\n  pcgraph draw leads --theme T4 --output leads.html\n")
@click.option("--theme", default="", shell_complete=offer_values(_THEME), metavar="CODE", help="Only this theme.")
@_plan
@_output
@data_option
def leads(theme: str, plan: str, output: Path | None, data: Path) -> None:
    """Who leads which deliverables and actions."""
    from pcgraph.network import to_leads_diagram

    _write(to_leads_diagram(open_for_reading(data), theme=theme, plan=plan), output)


@command.command(epilog="\b\nExample:\n  pcgraph draw plan --theme T3 --output theme-3.html\n")
@click.option("--theme", required=True, shell_complete=offer_values(_THEME), metavar="CODE", help="The theme to draw.")
@_plan
@_output
@data_option
def plan(theme: str, plan: str, output: Path | None, data: Path) -> None:
    """A theme on a page: outcomes, deliverables, actions and leads."""
    from pcgraph.network import to_plan_diagram

    _write(to_plan_diagram(open_for_reading(data), theme=theme, plan=plan), output)


def _write(diagram: Diagram, output: Path | None) -> None:
    """Write a diagram's page, to stdout where no file is named."""
    from pcgraph.render.diagram_page import render_diagram_html

    if output is not None and output.suffix.lower() not in ("", ".html", ".htm"):
        raise CallError(f"Files that end in {output.suffix} cannot be written.", hint="Use .html.")
    write_output(render_diagram_html(diagram), output)
