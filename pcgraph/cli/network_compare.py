"""`pcgraph network compare`: who joined or left from one monitoring report to a later one."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import choose_format, data_option, note, output_options
from pcgraph.cli.network_without import TITLELESS
from pcgraph.cli.reading import offer_values, print_records, to_view
from pcgraph.query.files import Parameter

EXAMPLES = """\b
Examples:
  pcgraph network compare --from t3-2018q1 --to t3-2019q4
  pcgraph network compare --from t3-2018q1 --to t3-2019q4 --output partners.xlsx
"""
_REPORT = Parameter("report", "Report", "a report such as t3-2019q4", is_required=True, choices=())
_THEME = Parameter("theme", "Theme", "a theme's code such as T3", is_required=False, choices=())


@click.command("compare", epilog=EXAMPLES)
@click.option(
    "--from", "earlier", required=True, metavar="REPORT", shell_complete=offer_values(_REPORT), help="The earlier one."
)
@click.option(
    "--to", "later", required=True, metavar="REPORT", shell_complete=offer_values(_REPORT), help="The later one."
)
@click.option("--theme", default="", metavar="CODE", shell_complete=offer_values(_THEME), help="Only this theme.")
@click.option("--stated-only", "is_stated_only", is_flag=True, help="Only that partners are named; without lineage.")
@click.option("--agreed-only", "is_agreed_only", is_flag=True, help="Only parts and lineage that the office agreed to.")
@output_options
@data_option
def compare(
    earlier: str,
    later: str,
    theme: str,
    is_stated_only: bool,
    is_agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Partners that joined, left or changed their part between two reports.

    Items are followed by their deliverable within a plan, and along lineage from plan to plan. Each
    row says what differs: what the reports say of a partner, whom they name under an item that both
    have, or only which items they have. No mention is not no work.
    """
    from pcgraph.network.over_time import find_partner_changes
    from pcgraph.network.over_time.tables import to_change_records
    from pcgraph.tables import read_dataset

    view = to_view(is_stated_only, is_agreed_only)
    records = to_change_records(find_partner_changes(read_dataset(data), earlier, later, theme=theme, view=view))
    print_records(records, output_format, output)
    if output is not None or choose_format(output_format, output) in TITLELESS:
        note(records.title)
