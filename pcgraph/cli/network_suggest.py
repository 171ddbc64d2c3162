"""`pcgraph network suggest`: who could work together."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import data_option, note, output_options
from pcgraph.cli.network_options import make_scope, scope_options
from pcgraph.cli.progress import Counting
from pcgraph.cli.reading import open_for_reading, print_records

EXAMPLES = """\b
Examples:
  pcgraph network suggest
  pcgraph network suggest --theme T1 --top 5
  pcgraph network suggest --one-sided --output suggestions.xlsx
"""


@click.command("suggest", epilog=EXAMPLES)
@click.option(
    "--one-sided", is_flag=True, help="Pairs of which one deliverable has no partner: who could be asked about it."
)
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, help="How many, at most.")
@scope_options
@output_options
@data_option
def suggest(
    one_sided: bool,
    top: int,
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
    """Suggest who could work together.

    Deliverables whose wordings are alike and that have no partner in common, with the partners on
    both sides. All of it is worked out from words, judged by nobody; of a pair, one must be of the
    theme asked for.
    """
    from pcgraph.network.suggest import suggest_partners, to_suggestion_records

    scope = make_scope(
        theme=theme,
        plan=plan,
        report=report,
        roles=roles,
        is_stated_only=is_stated_only,
        is_agreed_only=is_agreed_only,
    )
    store = open_for_reading(data)
    with Counting("Comparing", "deliverables") as counting:
        found = suggest_partners(store, scope, one_sided=one_sided, on_progress=counting.show)
    print_records(to_suggestion_records(found, top=top), output_format, output)
    if not found.items:
        note(f"Nothing to suggest: none of the {found.works} deliverables are alike without a partner in common.")
