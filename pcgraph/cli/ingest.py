"""`pcgraph ingest`: documents to tables."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import data_option, note, output_options
from pcgraph.cli.progress import Reading
from pcgraph.cli.reading import print_records
from pcgraph.render import Records

KINDS = ("strategic-framework", "force-framework", "monitoring-report", "tracker")

EXAMPLES = """\b
Examples:
  pcgraph ingest framework-2018-21.txt force-framework-2018.txt
  pcgraph ingest t3-2019q4.pdf --dry-run
  pcgraph ingest plan.txt --data data/westshire
"""


@click.command(epilog=EXAMPLES)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@data_option
@click.option("--kind", type=click.Choice(KINDS), default=None, help="What the files are, where it is not recognised.")
@click.option("--plan", default="", metavar="YEARS", help="The plan, where the files do not say, such as 2018-21.")
@click.option("--encoding", default=None, help="Text files' encoding, where it is not UTF-8, such as cp1252.")
@click.option("--keep-duplicates", is_flag=True, help="Keep items whose number stands twice, and note them.")
@click.option("--dry-run", is_flag=True, help="Change nothing; list what would change.")
@output_options
def command(
    files: tuple[Path, ...],
    data: Path,
    kind: str | None,
    plan: str,
    encoding: str | None,
    keep_duplicates: bool,
    dry_run: bool,
    output_format: str | None,
    output: Path | None,
) -> None:
    """Read documents into the dataset's tables.

    FILE is text (.txt, .md), PDF with a text layer (.pdf), Word (.docx) or Excel (.xlsx, .xlsm).
    What people changed in the tables stays; where a document says otherwise, the conflict is
    listed. The folder is made where it is missing.
    """
    from pcgraph.dates import parse_spans
    from pcgraph.ingest import ingest

    if plan and parse_spans(plan) != [plan]:
        raise click.BadParameter("give the years as in 2018-21.", param_hint="--plan")
    with Reading(len(files)) as reading:
        report = ingest(
            files,
            data,
            kind=kind or "",
            plan=plan,
            encoding=encoding,
            keep_duplicates=keep_duplicates,
            dry_run=dry_run,
            on_read=reading.show_file,
            on_page=reading.show_page,
        )
    for line in [*report.read, *report.warnings]:
        note(line)
    for conflict in report.conflicts:
        what = f"{conflict.table}, {conflict.key}" + (f", {conflict.column}" if conflict.column else "")
        note(f"Conflict in {what}: “{conflict.ours}” was kept; the documents say “{conflict.theirs}”.")
    if dry_run:
        columns = tuple((name, name.capitalize()) for name in ("table", "change", "key", "column", "before", "after"))
        print_records(Records("What would change", columns, tuple(report.changes)), output_format, output)
    else:
        count = len(report.changes)
        note(
            f"{count} change{'' if count == 1 else 's'} in {data}. Next: pcgraph build" if count else "Nothing changed."
        )
