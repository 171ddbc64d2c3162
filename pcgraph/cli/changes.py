"""`pcgraph changes`: what changed from one monitoring report to a later one."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.changes.records import CHANGE_KINDS
from pcgraph.cli.console import choose_format, columns_option, data_option, note, output_options
from pcgraph.cli.reading import print_records, to_view

EXAMPLES = """\b
Examples:
  pcgraph changes --from t3-2018q1 --to t3-2019q4
  pcgraph changes --from t3-2018q1 --to t3-2019q4 --kind rag --kind partner
  pcgraph changes --from t3-2018q1 --to t3-2019q4 --output changes.xlsx
"""
_TITLELESS = ("csv", "tsv", "json")


@click.command("changes", epilog=EXAMPLES)
@click.option("--from", "earlier", required=True, metavar="REPORT", help="The earlier report, such as t3-2018q1.")
@click.option("--to", "later", required=True, metavar="REPORT", help="The later report.")
@click.option("--theme", default="", metavar="THEME", help="Only this theme, such as T3.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(list(CHANGE_KINDS)),
    metavar="KIND",
    help=f"Only this kind of change; may be given again: {', '.join(CHANGE_KINDS)}.",
)
@click.option("--stated-only", "is_stated_only", is_flag=True, help="Without lineage, which is judged.")
@click.option("--agreed-only", "is_agreed_only", is_flag=True, help="Only lineage and parts that the office agreed to.")
@columns_option
@output_options
@data_option
def command(
    earlier: str,
    later: str,
    theme: str,
    kinds: tuple[str, ...],
    is_stated_only: bool,
    is_agreed_only: bool,
    columns: str | None,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Tell what changed from one monitoring report to a later one.

    Items are followed by their deliverable within a plan, and along lineage from plan to plan. A
    RAG status is delivery, self-rated. Dropped means that the later report does not have the item:
    no mention is not no work.
    """
    from pcgraph.changes import find_changes
    from pcgraph.tables import read_dataset

    view = to_view(is_stated_only, is_agreed_only)
    changes = find_changes(read_dataset(data), earlier, later, theme=theme, view=view).pick(kinds)
    records = changes.to_records()
    print_records(records, output_format, output, columns=columns)
    if output is not None or choose_format(output_format, output) in _TITLELESS:
        note(records.title)
