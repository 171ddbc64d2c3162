"""A dataset: its settings and its tables, read whole and checked whole."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pcgraph.errors import DatasetError
from pcgraph.model import JUDGEMENT_TABLES, Row, get_table
from pcgraph.tables.check import check_tables
from pcgraph.tables.read import read_tables
from pcgraph.terms import DEFAULT_BASE

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`%\[\]\x00-\x20]+/")

INGESTED = ".ingested"
"""The folder, in the dataset, of the tables as the last ingest wrote them and of each document's claims."""

DESCRIPTION_FILE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One office's tables.

    Attributes:
        path: The folder.
        name: Short name, part of every IRI.
        base: What every IRI of the dataset begins with, ending in `/`.
        tables: Rows by table name, every table of the model.
        extracted: The tables as last extracted, where a person has changed them since; else None.
    """

    path: Path
    name: str
    base: str
    tables: dict[str, Sequence[Row]]
    extracted: dict[str, Sequence[Row]] | None = None


def read_dataset(path: Path) -> Dataset:
    """Read a dataset and check it: columns, values, keys and references.

    Args:
        path: The dataset's folder, such as `data/nottinghamshire`.

    Raises:
        DatasetError: The folder is missing or empty, or tables are damaged; all faults at once.
    """
    if not path.is_dir():
        raise DatasetError(
            f"There is no dataset at {path}.",
            hint="Make one with: pcgraph ingest FILE... --data DIR, or name another folder with --data.",
        )
    tables, faults = read_tables(path)
    if not any(tables.values()) and not faults:
        raise DatasetError(
            f"The folder {path} holds no tables.",
            hint="Fill it with: pcgraph ingest FILE... --data DIR",
        )
    faults += check_tables(tables)
    if faults:
        count = f"{len(faults)} fault" + ("s" if len(faults) > 1 else "")
        raise DatasetError(
            f"The tables in {path} are damaged: {count}.",
            hint="Mend the rows named above, or take the table back from the last commit.",
            details=faults,
        )
    name, base = read_settings(path)
    return Dataset(path, name, base, {**tables}, _find_extracted(path, tables))


def _find_extracted(path: Path, tables: Mapping[str, Sequence[Row]]) -> dict[str, Sequence[Row]] | None:
    """The tables as last extracted, or None where nothing was changed since, or nothing is known of it."""
    extracted, faults = read_tables(path / INGESTED)
    if faults or not any(extracted.values()) or check_tables(extracted):
        return None
    judged = {table.name for table in JUDGEMENT_TABLES}  # nothing is ever extracted into them
    ours = {name: sorted(rows, key=get_table(name).to_key) for name, rows in tables.items() if name not in judged}
    return None if ours == {name: extracted[name] for name in ours} else {**extracted}


def read_settings(path: Path) -> tuple[str, str]:
    """The dataset's name and IRI base, from its `datapackage.json` or by default.

    Raises:
        DatasetError: The file is not JSON, or the base is not an http(s) IRI ending in `/`.
    """
    file = path / DESCRIPTION_FILE
    name = path.resolve().name
    if not file.exists():
        return name, f"{DEFAULT_BASE}{name}/"
    try:
        described = json.loads(file.read_text(encoding="utf-8"))
        name = str(described.get("name", name))
        base = str(described.get("base", f"{DEFAULT_BASE}{name}/"))
    except (ValueError, AttributeError, RecursionError, OSError) as error:
        raise DatasetError(
            f"{file} is not a data package: {error}", hint="Delete it; ingest writes it anew."
        ) from error
    if not _BASE.fullmatch(base):
        raise DatasetError(
            f"{file}: the base “{base}” is not an IRI that begins with http and ends in /.",
            hint=f"Set it, for example, to {DEFAULT_BASE}{name}/",
        )
    return name, base
