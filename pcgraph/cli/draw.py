"""`pcgraph draw`: diagrams as pages that open without a server or a network, or as pictures for a paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from pcgraph.cli.console import data_option, note, write_output
from pcgraph.cli.reading import offer_values, open_for_reading, to_view
from pcgraph.errors import CallError
from pcgraph.query.files import Parameter

if TYPE_CHECKING:  # drawing needs networkx, help does not
    from pcgraph.network.scope import Scope
    from pcgraph.render.diagram import Diagram
    from pcgraph.render.matrix import Matrix

EXAMPLES = """\b
Examples:
  pcgraph draw leads --output leads.html
  pcgraph draw plan --theme T3 --output theme-3.html
  pcgraph draw partners --outcome T3A --output t3a.svg
  pcgraph draw network --theme T1 --output network.png
  pcgraph draw matrix --output matrix.html
"""
_THEME = Parameter("theme", "Theme", "a theme's code such as T3", is_required=False, choices=())
_PLAN = Parameter("plan", "Plan", "a plan's years such as 2018-21", is_required=False, choices=())
_OUTCOME = Parameter("outcome", "Outcome", "an outcome's code such as T3A", is_required=False, choices=())
_PARTNER = Parameter("partner", "Partner", "a partner's name or acronym", is_required=False, choices=())

_FORMATS = ("html", "svg", "png")
_ENDINGS = {"": "html", ".html": "html", ".htm": "html", ".svg": "svg", ".png": "png"}
_F = Callable[..., object]


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Draw a diagram: a page to explore, or a picture for a paper.

    A page (.html) needs no server and no network: open it from a folder or send it by e-mail. A
    picture (.svg, .png) can be put into Word or on a slide.
    """


def _output_options(function: _F) -> _F:
    """`--format`, `--output` and `--data`, for every drawing."""
    output = click.option(
        "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE."
    )
    chosen = click.option(
        "--format",
        "-f",
        "output_format",
        type=click.Choice(_FORMATS),
        help="Page or picture [default: html, or as FILE ends].",
    )
    return chosen(output(data_option(function)))


def _view_options(function: _F) -> _F:
    """`--stated-only` and `--agreed-only`."""
    stated = click.option("--stated-only", is_flag=True, help="Only what documents state.")
    agreed = click.option("--agreed-only", is_flag=True, help="Only what the office agreed to.")
    return stated(agreed(function))


_theme = click.option(
    "--theme", default="", shell_complete=offer_values(_THEME), metavar="CODE", help="Only this theme."
)
_plan = click.option("--plan", default="", shell_complete=offer_values(_PLAN), metavar="YEARS", help="Only this plan.")
_partner = click.option(
    "--partner", default="", shell_complete=offer_values(_PARTNER), metavar="NAME", help="Only around this partner."
)
_outcome = click.option(
    "--outcome", default="", shell_complete=offer_values(_OUTCOME), metavar="CODE", help="Only what helps this outcome."
)


@command.command(epilog="\b\nExample:\n  pcgraph draw leads --theme T4 --output leads.html\n")
@_theme
@_plan
@_output_options
def leads(theme: str, plan: str, output_format: str | None, output: Path | None, data: Path) -> None:
    """Who leads which deliverables and actions."""
    from pcgraph.network import to_leads_diagram

    chosen = _choose_format(output_format, output)
    _write(to_leads_diagram(open_for_reading(data), theme=theme, plan=plan), chosen, output)


@command.command(epilog="\b\nExample:\n  pcgraph draw plan --theme T3 --output theme-3.html\n")
@click.option("--theme", required=True, shell_complete=offer_values(_THEME), metavar="CODE", help="The theme to draw.")
@_plan
@_output_options
def plan(theme: str, plan: str, output_format: str | None, output: Path | None, data: Path) -> None:
    """A theme on a page: outcomes, deliverables, actions and leads."""
    from pcgraph.network import to_plan_diagram

    chosen = _choose_format(output_format, output)
    _write(to_plan_diagram(open_for_reading(data), theme=theme, plan=plan), chosen, output)


@command.command(epilog="\b\nExample:\n  pcgraph draw partners --outcome T3A --output t3a.html\n")
@_outcome
@_theme
@_partner
@_plan
@click.option(
    "--to",
    type=click.Choice(["deliverables", "outcomes"]),
    help="What partners are linked with [default: deliverables; for one outcome or partner both].",
)
@_view_options
@_output_options
def partners(
    outcome: str,
    theme: str,
    partner: str,
    plan: str,
    to: Literal["deliverables", "outcomes"] | None,
    stated_only: bool,
    agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Which partners are named as helping with what, in columns."""
    from pcgraph.network.diagram_partners import to_partners_diagram

    chosen = _choose_format(output_format, output)
    scope, target = _to_scope(theme, plan, stated_only, agreed_only), to or ""
    diagram = to_partners_diagram(open_for_reading(data), scope, outcome=outcome, partner=partner, to=target)
    _write(diagram, chosen, output)


@command.command(epilog="\b\nExample:\n  pcgraph draw network --theme T3 --output network.html\n")
@_theme
@_plan
@_partner
@_view_options
@_output_options
def network(
    theme: str,
    plan: str,
    partner: str,
    stated_only: bool,
    agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Who works with whom, in groups.

    Two partners are linked where they are named as helping with the same deliverable.
    """
    from pcgraph.network.diagram_network import to_network_diagram

    chosen = _choose_format(output_format, output)
    scope = _to_scope(theme, plan, stated_only, agreed_only)
    _write(to_network_diagram(open_for_reading(data), scope, partner=partner), chosen, output)


@command.command(epilog="\b\nExample:\n  pcgraph draw matrix --theme T3 --output matrix.png\n")
@_theme
@_plan
@_view_options
@_output_options
def matrix(
    theme: str,
    plan: str,
    stated_only: bool,
    agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Partners by outcomes as a shaded table, with numbers."""
    from pcgraph.network.diagram_matrix import to_partner_matrix

    chosen = _choose_format(output_format, output)
    scope = _to_scope(theme, plan, stated_only, agreed_only)
    _write(to_partner_matrix(open_for_reading(data), scope), chosen, output)


def _to_scope(theme: str, plan: str, is_stated_only: bool, is_agreed_only: bool) -> Scope:
    from pcgraph.network.scope import Scope

    return Scope(theme=theme, plan=plan, view=to_view(is_stated_only, is_agreed_only))


def _choose_format(output_format: str | None, output: Path | None) -> str:
    """The format asked for, or the one that the file's ending names, or a page.

    Raises:
        CallError: No format was asked for, and the ending names none.
    """
    ending = output.suffix.lower() if output else ""
    if output_format is None and ending not in _ENDINGS:
        raise CallError(f"Files that end in {ending} cannot be written.", hint="Use .html, .svg or .png.")
    return output_format or _ENDINGS[ending]


def _write(drawing: Diagram | Matrix, output_format: str, output: Path | None) -> None:
    """Write a drawing, to stdout where no file is named."""
    from pcgraph.render.drawing import is_longer_than_page, render_drawing

    content = render_drawing(drawing, output_format)
    write_output(content, output)
    if output_format != "html" and is_longer_than_page(content):
        note("The picture is too long for one printed page. Narrow it (see --help), or use .html.")
