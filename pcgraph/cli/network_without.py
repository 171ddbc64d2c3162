"""`pcgraph network without`: what if a partner leaves."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import choose_format, data_option, note, output_options
from pcgraph.cli.network_options import make_scope, scope_options
from pcgraph.cli.reading import offer_values, open_for_reading, print_records
from pcgraph.query.files import Parameter

EXAMPLES = """\b
Examples:
  pcgraph network without "Nottingham City Council"
  pcgraph network without VRU "Nottingham Trent University" --theme T3
  pcgraph network without VRU --output without.xlsx
"""
_PARTNER = Parameter("partner", "Partner", "a partner's name or acronym", is_required=True, choices=())
TITLELESS = ("csv", "tsv", "json")
"""Formats that have no place for a title: what it sums up is said beside them."""


@click.command("without", epilog=EXAMPLES)
@click.argument("names", nargs=-1, required=True, metavar="PARTNER...", shell_complete=offer_values(_PARTNER))
@scope_options
@output_options
@data_option
def without(
    names: tuple[str, ...],
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
    """What if partners leave: what loses its only or second-last link.

    Several partners leave together. Deliverables, outcomes, partnerships and partners with one link
    left or none are told, and what falls apart. No mention is not no work: who is not named may
    well be there to step in.
    """
    from pcgraph.network.leaving import find_losses
    from pcgraph.network.leaving.tables import to_loss_records

    scope = make_scope(
        theme=theme,
        plan=plan,
        report=report,
        roles=roles,
        is_stated_only=is_stated_only,
        is_agreed_only=is_agreed_only,
    )
    records = to_loss_records(find_losses(open_for_reading(data), names, scope))
    print_records(records, output_format, output)
    if output is not None or choose_format(output_format, output) in TITLELESS:
        note(records.title)
