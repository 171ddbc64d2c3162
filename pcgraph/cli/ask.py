"""`pcgraph ask`: a question in plain words, understood as one of the canned questions, and answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcgraph.cli.console import columns_option, data_option, note, output_options
from pcgraph.cli.reading import open_for_reading, print_records, to_view
from pcgraph.errors import CallError
from pcgraph.places import DEFAULT_DATASET
from pcgraph.render import Records

if TYPE_CHECKING:  # help needs neither
    from pcgraph.ask import Reading, Understanding
    from pcgraph.store.base import Store, View

EXAMPLES = """\b
Examples:
  pcgraph ask "which partners help with T3.8?"
  pcgraph ask "who leads on T3.11" --format csv --output leads.csv
  pcgraph ask "knife crime"
  pcgraph ask "what turned amber" --dry-run --explain --top 5
"""
_TOP = 3
_COLUMNS = (("rank", "Rank"), ("question", "Question"), ("command", "Command"), ("score", "Score"))


@click.command("ask", epilog=EXAMPLES)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--dry-run", is_flag=True, help="Only say how the question is understood.")
@click.option("--explain", is_flag=True, help="Say what counts for and against each way to understand it.")
@click.option(
    "--top",
    type=click.IntRange(1, 20),
    metavar="N",
    help="Say the N ways that fit best [default: 1, or 3 where it is not sure].",
)
@click.option("--stated-only", "is_stated_only", is_flag=True, help="Only what a document states.")
@click.option("--agreed-only", "is_agreed_only", is_flag=True, help="Without judgements that are only proposed.")
@columns_option
@output_options
@data_option
def command(
    words: tuple[str, ...],
    dry_run: bool,
    explain: bool,
    top: int | None,
    is_stated_only: bool,
    is_agreed_only: bool,
    columns: str | None,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Ask in your own words.

    Finds the canned question and what it is asked of, says how it understood you and the command that asks
    the same, and answers. Names, acronyms, codes and misspellings are known; a subject such as burglary is
    searched for. Nothing leaves this machine. What cannot be answered is said (exit code 2).
    """
    from pcgraph.ask import understand

    view = to_view(is_stated_only, is_agreed_only)
    store = open_for_reading(data)
    found = understand(store, " ".join(words), top=top or _TOP)
    shown = found.readings if top or not found.is_sure else found.readings[:1]
    _say_notes(found)
    if dry_run:
        print_records(_list_readings(shown, data, explain=explain), output_format, output, columns=columns)
        return
    _say_readings(shown, data, explain=explain)
    records = _answer(store, found.readings[0], view)
    print_records(records, output_format, output, columns=columns)
    if not records.rows:
        _say_what_was_read(store)


def _say_notes(found: Understanding) -> None:
    """What was corrected.

    Raises:
        CallError: Nothing answers the question.
    """
    for text in found.notes:
        note(f"{text}.")
    if found.refusal:
        raise CallError(found.refusal, hint="What can be asked is listed by: pcgraph query")


def _say_readings(readings: tuple[Reading, ...], data: Path, *, explain: bool) -> None:
    """How the question is understood, and what else it may mean, on stderr."""
    for place, reading in enumerate(readings):
        note(f"{'Or' if place else 'Understood as'}: {reading.sentence}{_name_data(data)}")
        for why in reading.why if explain else ():
            note(f"  {why}")


def _name_data(data: Path) -> str:
    """The dataset, where the command needs to be told of it."""
    from pcgraph.ask.records import quote_value

    return "" if data == DEFAULT_DATASET else f" --data {quote_value(str(data))}"


def _list_readings(readings: tuple[Reading, ...], data: Path, *, explain: bool) -> Records:
    """The ways to understand the question as a table."""
    columns = (*_COLUMNS, ("why", "Why")) if explain else _COLUMNS
    where = _name_data(data)
    rows = [
        (place, reading.query.title, reading.command + where, round(reading.score, 2), "; ".join(reading.why))
        for place, reading in enumerate(readings, start=1)
    ]
    return Records("How the question is understood", columns, tuple(row[: len(columns)] for row in rows))


def _answer(store: Store, reading: Reading, view: View) -> Records:
    from pcgraph.query.run import run_query

    return run_query(store, reading.query.name, reading.params, view=view)


def _say_what_was_read(store: Store) -> None:
    """What an empty answer speaks of, on stderr."""
    from pcgraph.query.run import find_documents_read

    read = ", ".join(find_documents_read(store))
    note(f"No rows. Documents read: {read}." if read else "No rows: no document was read.")
