"""`pcgraph check`: coverage and consistency."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from pcgraph.cli.console import FORMATS, choose_format, columns_option, data_option, note, use_color, write_output
from pcgraph.cli.reading import get_table_width, open_for_reading
from pcgraph.errors import CallError
from pcgraph.render import Records, render_records
from pcgraph.render.records import pick_columns

if TYPE_CHECKING:  # the help needs no checks
    from pcgraph.check.report import CheckReport, FailOn

EXAMPLES = """\b
Examples:
  pcgraph check
  pcgraph check --summary
  pcgraph check --check rag-missing
  pcgraph check --as-of 2020-11-04 --profile office.toml --waivers accepted.csv
  pcgraph check --fail-on error --format json --output checks.json
  pcgraph check --output checks.xml
  pcgraph check --check shape --shacl
"""

_FILE = click.Path(path_type=Path)


@click.command("check", epilog=EXAMPLES)
@click.option("--check", "names", multiple=True, metavar="NAME", help="Run this check only; may be given again.")
@click.option(
    "--fail-on",
    type=click.Choice(["never", "info", "warning", "error"]),
    default="never",
    show_default=True,
    help="Leave with exit code 1 on a finding as grave as this, or graver.",
)
@click.option("--summary", is_flag=True, help="Only how many findings each check has in each theme.")
@click.option("--as-of", metavar="YYYY-MM-DD", help="The day to judge by: what is old, what has run out.")
@click.option(
    "--profile", type=_FILE, metavar="FILE", help="Severities, limits, checks off [default: DIR/profile.toml]."
)
@click.option("--waivers", type=_FILE, metavar="FILE", help="Accepted exceptions [default: DIR/waivers.csv].")
@click.option("--shacl", is_flag=True, help="Hold the graph against the shapes with pySHACL, the reference; slow.")
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice([*FORMATS, "junit"]),
    help="How to write the answer [default: table, or as FILE ends; .xml is junit].",
)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
@columns_option
@data_option
def command(
    names: tuple[str, ...],
    fail_on: str,
    summary: bool,
    as_of: str | None,
    profile: Path | None,
    waivers: Path | None,
    shacl: bool,
    output_format: str | None,
    output: Path | None,
    columns: str | None,
    data: Path,
) -> int:
    """Check coverage and consistency.

    Each check speaks only of what the documents that were read cover; what they do not cover is
    counted, not reported as a fault. The checks, profiles and accepted exceptions are explained in
    queries/README.md.
    """
    from pcgraph.check import read_rules, run_checks
    from pcgraph.check.rules import PROFILE_NAME, WAIVERS_NAME, find_rule_file

    chosen = _choose_format(output_format, output)
    if as_of == "":
        raise CallError("--as-of is given without a day.", hint="Write it as year-month-day: 2020-11-04.")
    store = open_for_reading(data)
    rules = read_rules(store, find_rule_file(profile, data, PROFILE_NAME), find_rule_file(waivers, data, WAIVERS_NAME))
    report = run_checks(store, names, profile=rules.profile, waivers=rules.waivers, as_of=as_of or "", is_shacl=shacl)
    write_output(_render(report, chosen, output, is_summary=summary, columns=columns), output)
    for line in (report.describe_not_run(), report.describe_undated(), report.describe_uncovered()):
        if line:
            note(line)
    return 1 if report.has_at_least(cast("FailOn", fail_on)) else 0


def _choose_format(output_format: str | None, output: Path | None) -> str:
    """The format asked for or named by the file's ending; `.xml` is JUnit's."""
    is_xml = output is not None and output.suffix.lower() == ".xml"
    return "junit" if output_format is None and is_xml else choose_format(output_format, output)


def _render(
    report: CheckReport, chosen: str, output: Path | None, *, is_summary: bool, columns: str | None
) -> str | bytes:
    """The report in a format; those for programs and for Excel hold summary and findings alike.

    Where columns are named, it is one table of these alone.
    """
    from pcgraph.check.as_json import write_json
    from pcgraph.check.junit import write_junit
    from pcgraph.check.matrix import to_matrix

    if columns is not None:
        if chosen == "junit":
            raise CallError("The format junit has no columns.", hint="Leave out --columns, or choose another format.")
        table = to_matrix(report) if is_summary else report.to_records()
        return _render_records(pick_columns(table, columns), chosen, output)
    if chosen == "junit":
        return write_junit(report)
    if is_summary:
        return _render_records(to_matrix(report), chosen, output)
    if chosen == "json":
        return write_json(report)
    if chosen == "xlsx":
        from pcgraph.render.workbook import render_sheets

        return render_sheets({"Summary": to_matrix(report), "Findings": report.to_records()})
    if chosen == "table":
        return _render_table(report, output)
    return _render_records(report.to_records(), chosen, output)


def _render_table(report: CheckReport, output: Path | None) -> str:
    """What each check found, then the findings."""
    findings = report.to_records()._replace(note="")
    parts = [report.to_counts(), *([findings] if findings.rows else [])]
    left_out = {"theme"} if report.count_waived() else {"theme", "waived"}
    return "\n".join(str(_render_records(_leave_out(part, left_out), "table", output)) for part in parts)


def _leave_out(records: Records, keys: set[str]) -> Records:
    """Records without some columns: a terminal is narrow, and most codes name their theme."""
    kept = [i for i, key in enumerate(records.keys) if key not in keys]
    rows = tuple(tuple(row[i] for i in kept) for row in records.rows)
    return records._replace(columns=tuple(records.columns[i] for i in kept), rows=rows)


def _render_records(records: Records, chosen: str, output: Path | None) -> str | bytes:
    color = use_color() and output is None
    return render_records(records, chosen, width=get_table_width(output), color=color)
