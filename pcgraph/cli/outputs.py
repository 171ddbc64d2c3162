"""What an output file may not replace: a dataset's own files, and verdicts that were not taken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pcgraph.errors import CallError, PcgraphError

if TYPE_CHECKING:
    from pcgraph.tables import Dataset

_PACKAGE = "datapackage.json"
_PROFILE = "profile.toml"
_WAIVERS = "waivers.csv"
_READINGS = "readings-"
"""How the names begin of the tables of readings, which are no tables of the model."""

_INGESTED = ".ingested"
_HEADER_BYTES = 4096
_PROTECTED = b"\xd0\xcf\x11\xe0"
"""How a workbook with a password begins."""


def guard_output(output: Path) -> None:
    """Keep a result from replacing what cannot be made again.

    Args:
        output: Where the running command is to write; a link is followed.

    Raises:
        CallError: It is a table, the profile, the waivers or the description of a dataset, or a
            review with verdicts that the tables do not hold yet.
    """
    for place in dict.fromkeys((output, Path(os.path.realpath(output)))):
        if _is_own_name(place.name) and is_dataset(place.parent):
            raise CallError(
                f"{output} belongs to the dataset in {place.parent}; nothing was written.", hint="Name another file."
            )
    _guard_verdicts(output)


def is_dataset(folder: Path) -> bool:
    """Whether a folder holds a dataset: its description, what an ingest left, or a table with the model's columns."""
    if (folder / _PACKAGE).exists() or (folder / _INGESTED).exists():
        return True
    from pcgraph.model import TABLES

    for table in TABLES:
        found = set(read_header(folder / f"{table.name}.csv"))
        if found and {column.name for column in table.columns if not column.optional} <= found <= set(table.names):
            return True
    return False


def read_header(file: Path) -> list[str]:
    """The headings of a CSV file; none where it is missing or is no such file."""
    try:
        with file.open("rb") as opened:
            first = opened.read(_HEADER_BYTES).decode("utf-8-sig", "replace").splitlines()[:1]
    except OSError:
        return []
    return [name.strip().strip('"') for line in first for name in line.replace(";", ",").replace("\t", ",").split(",")]


def _is_own_name(name: str) -> bool:
    """Whether a dataset has a file of this name, in capitals or not: some disks make no difference."""
    name = name.casefold()
    if not name.endswith(".csv"):
        return name in (_PACKAGE, _PROFILE)
    from pcgraph.model import TABLES  # not at the start: a query has no use for it

    return name == _WAIVERS or name.startswith(_READINGS) or name in {f"{table.name}.csv" for table in TABLES}


def _guard_verdicts(output: Path) -> None:
    """Refuse to replace a review, or a sheet of one, that holds what the tables do not hold yet."""
    ending = output.suffix.lower()
    if ending == ".csv" and "Verdict" in read_header(output):
        refuse_untaken(_find_dataset(), output.parent)
    elif ending in (".xlsx", ".xlsm") and _may_be_review(output):
        refuse_untaken(_find_dataset(), output)


def _may_be_review(book: Path) -> bool:
    """Whether a file is a workbook with a review's sheet by its name, or one that does not tell (by a password)."""
    if not book.is_file():
        return False
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(book) as package:
            listed = package.read("xl/workbook.xml").decode("utf-8", "replace")
    except (BadZipFile, KeyError, OSError):
        return book.read_bytes()[: len(_PROTECTED)] == _PROTECTED
    from pcgraph.review.sheets import SHEETS

    return any(f'"{name}"' in listed for name in ("Read me", *(sheet.name for sheet in SHEETS)))


def _find_dataset() -> Dataset | None:
    """The dataset that the running command works on; None where it has none that can be read."""
    from pcgraph.tables import read_dataset

    context = click.get_current_context(silent=True)
    data = context.params.get("data") if context else None
    try:
        return read_dataset(data) if data else None
    except PcgraphError:
        return None


def refuse_untaken(dataset: Dataset | None, output: Path) -> None:
    """Keep a review from being replaced while verdicts in it were not taken.

    Args:
        dataset: The tables; where none is known, every review counts as not taken.
        output: The workbook or the folder.

    Raises:
        CallError: The file holds what a person wrote and the tables do not hold yet.
    """
    from pcgraph.review import has_untaken

    if has_untaken(dataset, output):
        where = f" --data {dataset.path}" if dataset else ""
        raise CallError(
            f"{output} holds verdicts that were not taken yet.",
            hint=f"Take them first: pcgraph review {output}{where}; or name another file.",
        )
