"""`pcgraph review`: what was recognised and what was judged for a person's verdict, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcgraph.cli.console import data_option, note
from pcgraph.cli.reading import print_records
from pcgraph.errors import CallError
from pcgraph.render import Records

if TYPE_CHECKING:
    from pcgraph.render.form import Form
    from pcgraph.tables import Dataset

EXAMPLES = """\b
Examples:
  pcgraph review --output review.xlsx
  pcgraph review review.xlsx --by PB --date 2026-05-14
  pcgraph review review.xlsx --dry-run
  pcgraph review --format csv --output review
"""


@click.command(epilog=EXAMPLES)
@click.argument("review", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@data_option
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write the review to FILE.")
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice(("xlsx", "csv")),
    default="xlsx",
    show_default=True,
    help="A workbook, or a folder of CSV files.",
)
@click.option("--sources", type=click.Path(path_type=Path), metavar="DIR", help="The documents, for the words.")
@click.option("--all", "everything", is_flag=True, help="Write what was judged already, too.")
@click.option("--by", default="", help="Who reviewed: initials or a post, never a name.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="When it was reviewed.")
@click.option("--dry-run", is_flag=True, help="Take nothing; list what would change.")
def command(
    review: Path | None,
    data: Path,
    output: Path | None,
    output_format: str,
    sources: Path | None,
    everything: bool,
    by: str,
    date: str,
    dry_run: bool,
) -> None:
    """Judge what was recognised: write a workbook, fill it in, take it back.

    Without FILE the review is written: one sheet each for names, parts, figures and
    contradictions, every row with its words and a list of verdicts, and for the contributions and
    earlier versions that the office has not agreed yet. With FILE it is taken back into the
    tables. A row without a verdict stays open; nothing judged is asked again.
    """
    from pcgraph.tables import read_dataset

    dataset = read_dataset(data)
    if review is not None:
        if output is not None:
            raise CallError("A review is either written or taken.", hint="Give FILE or --output, not both.")
        _take(dataset, review, by, date, dry_run)
    elif output is None:
        raise CallError("Say where the review is to be written.", hint="For example: --output review.xlsx")
    else:
        _make(dataset, output, output_format, sources, everything)


def _make(dataset: Dataset, output: Path, output_format: str, sources: Path | None, everything: bool) -> None:
    from pcgraph.cli.outputs import refuse_untaken
    from pcgraph.files import write_atomic
    from pcgraph.render.form import render_form
    from pcgraph.review import check_fits_workbook, make_review

    folder = get_sources(dataset, sources)
    if output_format == "xlsx" and output.suffix.lower() != ".xlsx":
        raise CallError(f"A workbook ends in .xlsx, unlike {output}.", hint="For a folder of CSV files: --format csv.")
    if output_format == "csv":
        refuse_folder(output)
    refuse_untaken(dataset, output)
    form = make_review(dataset, sources=folder, everything=everything)
    if output_format == "csv":
        _write_folder(form, output)
    else:
        check_fits_workbook(form)
        write_atomic(output, render_form(form))
    filled_in = [sheet for sheet in form.sheets if sheet.columns[0].choices]
    counts = ", ".join(f"{len(sheet.rows)} {sheet.name.lower()}" for sheet in filled_in)
    note(f"Wrote {output}: {counts}. Fill in the verdicts, then: pcgraph review {output} --data {dataset.path}")


def refuse_folder(output: Path) -> None:
    """Keep a review's sheets out of a folder that holds something else, such as a dataset's tables of the same names.

    Raises:
        CallError: It is a dataset or no folder, or it holds files that no review wrote.
    """
    from pcgraph.cli.outputs import is_dataset, read_header
    from pcgraph.review import is_review_header

    if not output.exists():
        return
    hint = "Name a new folder for the review."
    if not output.is_dir():
        raise CallError(f"{output} is no folder.", hint=hint)
    if is_dataset(output):
        raise CallError(f"{output} is a dataset, whose tables the review would replace.", hint=hint)
    for file in sorted(output.iterdir()):
        is_hidden = file.name.startswith((".", "~$"))  # of the system, or a lock of Excel's
        if not is_hidden and not is_review_header(file.name, read_header(file)):
            raise CallError(f"{output} holds {file.name}, which no review wrote.", hint=hint)


def _write_folder(form: Form, output: Path) -> None:
    from pcgraph.files import describe_os_error, write_all_atomic
    from pcgraph.render.form import render_form_files

    try:
        output.mkdir(exist_ok=True)
    except OSError as error:
        raise describe_os_error(error, "make the folder", output) from error
    write_all_atomic({output / name: content for name, content in render_form_files(form).items()})


def get_sources(dataset: Dataset, sources: Path | None) -> Path | None:
    """The folder of the source documents: the one named, or the dataset's own where there is one.

    Raises:
        CallError: The one named is no folder.
    """
    from pcgraph.store.inputs import get_sources_dir

    if sources is not None and not sources.is_dir():
        raise CallError(f"There is no folder {sources}.", hint="Name the folder of the source documents.")
    return get_sources_dir(dataset.path, sources)


def _take(dataset: Dataset, review: Path, by: str, date: str, dry_run: bool) -> None:
    from pcgraph.model import get_table
    from pcgraph.review import read_review, take_review

    if date and get_table("entities").find_column("date").find_fault(date):
        raise click.BadParameter("give the day as in 2026-05-14.", param_hint="--date")
    report = take_review(dataset, read_review(review), by=by, date=date, dry_run=dry_run)
    for conflict in report.conflicts:
        note(f"Conflict in {conflict}")
    if dry_run:
        columns = tuple((name, name.capitalize()) for name in ("table", "change", "key", "column", "before", "after"))
        print_records(Records("What would change", columns, tuple(report.changes)), None, None)
    count = len(report.changes)
    changed = f"{count} change{'' if count == 1 else 's'} in {dataset.path}" if count else "Nothing changed"
    left = report.left_open
    open_rows = f"; {left} row{' is' if left == 1 else 's are'} still open" if left else ""
    note(f"{changed}{open_rows}." + (" Next: pcgraph build" if count and not dry_run else ""))
