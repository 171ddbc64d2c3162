"""Write the tables that a review changed, unless another review, an ingest or a hand changed them meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pcgraph.errors import DatasetError, StoreError
from pcgraph.files import describe_os_error, write_all_atomic, write_atomic
from pcgraph.model import Row, get_table
from pcgraph.store.lock import hold_lock
from pcgraph.store.pointer import STORE_FOLDER
from pcgraph.tables import Dataset
from pcgraph.tables.read import read_tables
from pcgraph.tables.write import to_csv


def write_changed(dataset: Dataset, tables: Mapping[str, Sequence[Row]], changed: Collection[str]) -> None:
    """Write tables, whole or not at all, while no build and no other review is at work.

    Args:
        dataset: The tables as they were read.
        tables: The tables as they are to be.
        changed: The names of those that differ.

    Raises:
        DatasetError: The tables are no longer what was read.
        StoreError: A build or another review is at work.
        PcgraphError: A file cannot be written.
    """
    if not changed:
        return
    with _hold(dataset.path):
        lying, faults = read_tables(dataset.path)
        if faults or any(list(rows) != list(dataset.tables[name]) for name, rows in lying.items()):
            raise DatasetError(
                f"The tables in {dataset.path} were changed while the review was read; nothing of it was taken.",
                hint="Take the review again.",
            )
        write_all_atomic({dataset.path / f"{name}.csv": to_csv(get_table(name), tables[name]) for name in changed})


@contextmanager
def _hold(path: Path) -> Iterator[None]:
    """Hold the dataset's lock, the same as a build's."""
    folder = path / STORE_FOLDER
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"  # as a build writes it: the store is no part of the data
        if not ignore.exists():
            write_atomic(ignore, "*\n")
        with hold_lock(folder):
            yield
    except StoreError as error:
        raise StoreError(error.message, hint="Wait until it has ended, then take the review again.") from error
    except OSError as error:
        raise describe_os_error(error, "write", folder) from error
