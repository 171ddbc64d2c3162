"""`pcgraph network exposure`: what rests on how few partners."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcgraph.cli.console import data_option, output_options
from pcgraph.cli.network_options import make_scope, scope_options
from pcgraph.cli.reading import open_for_reading, print_records

if TYPE_CHECKING:  # help needs no networkx
    from pcgraph.network.reliance import Unit

EXAMPLES = """\b
Examples:
  pcgraph network exposure
  pcgraph network exposure --theme T3 --by deliverable
  pcgraph network exposure --by theme --output reliance.xlsx
"""


@click.command("exposure", epilog=EXAMPLES)
@click.option(
    "--by",
    "unit",
    type=click.Choice(["outcome", "theme", "deliverable"]),
    help="What rests on partners [default: outcomes, then themes].",
)
@scope_options
@output_options
@data_option
def exposure(
    unit: Unit | None,
    theme: str,
    plan: str,
    report: str,
    roles: tuple[str, ...],
    is_stated_only: bool,
    is_agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Reliance: which outcomes and themes rest on how few partners.

    Most dependent first: how many partners are named, how evenly, which deliverables have one only,
    and the fewest partners that touch all of it. No mention is not no work.
    """
    from pcgraph.network.reliance import find_reliance
    from pcgraph.network.reliance.tables import to_reliance_records

    scope = make_scope(
        theme=theme,
        plan=plan,
        report=report,
        roles=roles,
        is_stated_only=is_stated_only,
        is_agreed_only=is_agreed_only,
    )
    found = find_reliance(open_for_reading(data), scope, unit=unit)
    print_records(to_reliance_records(found), output_format, output)
