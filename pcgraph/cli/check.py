"""`pcgraph check`: coverage and consistency."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from pcgraph.check.report import CheckReport, FailOn
from pcgraph.cli.console import choose_format, data_option, note, output_options, use_color, write_output
from pcgraph.cli.reading import get_table_width, open_for_reading, print_records

EXAMPLES = """\b
Examples:
  pcgraph check
  pcgraph check --summary
  pcgraph check --check rag-missing
  pcgraph check --fail-on error --format json --output checks.json
"""


@click.command("check", epilog=EXAMPLES)
@click.option("--check", "names", multiple=True, metavar="NAME", help="Run this check only; may be given again.")
@click.option(
    "--fail-on",
    type=click.Choice(["never", "info", "warning", "error"]),
    default="never",
    show_default=True,
    help="Leave with exit code 1 on a finding as grave as this, or graver.",
)
@click.option("--summary", is_flag=True, help="Only how many findings each check has.")
@output_options
@data_option
def command(
    names: tuple[str, ...],
    fail_on: str,
    summary: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> int:
    """Check coverage and consistency.

    Each check speaks only of what the documents that were read cover; what they do not cover is
    counted, not reported as a fault. The checks are explained in queries/README.md.
    """
    from pcgraph.check.run import run_checks

    store = open_for_reading(data)
    report = run_checks(store, names)
    if summary:
        print_records(report.to_summary(), output_format, output)
    else:
        write_output(_render(report, choose_format(output_format, output), output), output)
    if uncovered := report.describe_uncovered():
        note(uncovered)
    return 1 if report.has_at_least(cast(FailOn, fail_on)) else 0


def _render(report: CheckReport, output_format: str, output: Path | None) -> str | bytes:
    """The report in a format: JSON with the explanations, a table with the summary first."""
    from pcgraph.render import render_records

    if output_format == "json":
        return report.to_json()
    width = get_table_width(output)
    color = use_color() and output is None
    findings = report.to_records()
    if output_format != "table":
        return render_records(findings, output_format, width=width, color=color)
    parts = [report.to_summary(), *([findings._replace(note="")] if findings.rows else [])]
    return "\n".join(str(render_records(part, "table", width=width, color=color)) for part in parts)
