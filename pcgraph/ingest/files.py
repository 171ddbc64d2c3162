"""The dataset's files: its tables, the base of the merge, the claims; written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pcgraph.errors import DatasetError
from pcgraph.files import describe_os_error, write_all_atomic
from pcgraph.ingest.claims import CLAIMS
from pcgraph.model import TABLES, Row, get_table
from pcgraph.tables.check import check_tables, find_duplicates
from pcgraph.tables.combine import Tables
from pcgraph.tables.dataset import DESCRIPTION_FILE, INGESTED
from pcgraph.tables.read import read_tables
from pcgraph.tables.write import to_csv, to_datapackage


def read_ours(data: Path) -> dict[str, list[Row]]:
    """The dataset's tables as they lie there now.

    Raises:
        DatasetError: A table cannot be read, keys stand twice in it, or the register is at fault: it
            goes into what the documents say, and no document may be blamed for it.
    """
    if data.exists() and not data.is_dir():
        raise DatasetError(f"{data} is a file, not a folder.", hint="Name the dataset's folder with --data.")
    tables, faults = read_tables(data)
    for table in TABLES:
        faults += find_duplicates(table, tables[table.name])
    faults = faults or check_tables({**dict.fromkeys(tables, ()), "entities": tables["entities"]})
    if faults:
        raise DatasetError(
            f"The tables in {data} are damaged; nothing was read.",
            hint="Mend the rows named above, or take the table back from the last commit.",
            details=faults,
        )
    return tables


def read_base(data: Path) -> dict[str, list[Row]]:
    """The tables as the last ingest wrote them.

    Raises:
        DatasetError: A table cannot be read.
    """
    base, faults = read_tables(data / INGESTED)
    if faults:
        raise DatasetError(
            f"The tables in {data / INGESTED} are damaged; nothing was read.",
            hint="Take the folder back from the last commit.",
            details=faults,
        )
    # a table that is gone is made anew
    return {name: rows if (data / f"{name}.csv").exists() else [] for name, rows in base.items()}


def write_tables(
    data: Path,
    name: str,
    base: str,
    merged: Tables,
    theirs: Tables,
    claims: Mapping[str, Tables],
) -> None:
    """Write everything that differs from what lies there, whole or not at all."""
    contents: dict[Path, str | bytes] = {}
    contents.update(_to_files(data, merged))  # the base last: an ingest that is cut off is made good by the next
    contents.update(_to_files(data / INGESTED, theirs))
    for document, tables in claims.items():
        place = data / INGESTED / CLAIMS / document
        contents.update(_to_files(place, {table: rows for table, rows in tables.items() if rows}))
    contents[data / DESCRIPTION_FILE] = to_datapackage(name, base, _read_json(data / DESCRIPTION_FILE))
    changed = {path: text for path, text in contents.items() if not path.exists() or path.read_bytes() != _encode(text)}
    _make_folders({path.parent for path in changed}, data)
    write_all_atomic(changed)


def _encode(text: str | bytes) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text


def _to_files(folder: Path, tables: Tables) -> dict[Path, str | bytes]:
    return {folder / f"{name}.csv": to_csv(get_table(name), rows) for name, rows in tables.items()}


def _read_json(file: Path) -> dict[str, object]:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def _make_folders(folders: Iterable[Path], data: Path) -> None:
    try:
        if not data.exists():
            data.mkdir()
        for folder in sorted(folders):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise describe_os_error(error, "make") from error
