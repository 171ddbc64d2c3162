"""`pcgraph network leads`: who leads how much, and where leads part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from pcgraph.cli.console import data_option, output_options
from pcgraph.cli.network_options import lead_options, make_scope
from pcgraph.cli.reading import open_for_reading, print_records

if TYPE_CHECKING:  # help needs no networkx
    from pcgraph.network.leads.tables import LeadTable

EXAMPLES = """\b
Examples:
  pcgraph network leads
  pcgraph network leads units --theme T3
  pcgraph network leads bridges
  pcgraph network leads parted --output parted.xlsx
"""
_TABLES = ("posts", "units", "bridges", "parted")


@click.command("leads", epilog=EXAMPLES)
@click.argument("table", type=click.Choice(_TABLES), default="posts", metavar="[TABLE]")
@lead_options
@output_options
@data_option
def leads(
    table: str,
    theme: str,
    plan: str,
    report: str,
    is_stated_only: bool,
    is_agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Who leads how many deliverables and actions.

    TABLE is posts (the workload by post, unless another is named), units (by unit), bridges (posts
    that lead in several themes) or parted (actions led by others than their deliverable). A lead is
    stated for the row that it stands in: an action does not inherit its deliverable's.
    """
    from pcgraph.network.leads import find_leads, to_lead_records

    scope = make_scope(
        theme=theme,
        plan=plan,
        report=report,
        is_stated_only=is_stated_only,
        is_agreed_only=is_agreed_only,
    )
    found = find_leads(open_for_reading(data), scope)
    print_records(to_lead_records(found, cast("LeadTable", table)), output_format, output)
