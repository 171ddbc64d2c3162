"""Which queries and checks there are. Headers are YAML, so what they say is cached.

The cache is a JSON file beside the queries, in the folder that Python uses for such things
(`__pycache__`); each file's size and time of change must fit, else it is read again. Where
nothing can be written, nothing is cached.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, cast

from pcgraph import __version__
from pcgraph.errors import PcgraphError, QueryError
from pcgraph.places import get_queries_dir
from pcgraph.query.files import CheckFile, Limit, Parameter, QueryFile

CHECKS_FOLDER = "checks"
_CACHE_FOLDER = "__pycache__"
_NEAR = 8
"""How many points of 100 a name may lie behind the nearest one to be offered beside it."""
_Stamp = dict[str, list[int]]


class Catalogue(NamedTuple):
    """Every query and check, by name, in order of topic and name."""

    queries: dict[str, QueryFile]
    checks: dict[str, CheckFile]

    def get_query(self, name: str) -> QueryFile:
        """The query of that name.

        Raises:
            QueryError: There is none; the hint says what was perhaps meant.
        """
        if name not in self.queries:
            raise QueryError(f"There is no query “{name}”.", hint=suggest(name, list(self.queries), "pcgraph query"))
        return self.queries[name]

    def get_check(self, name: str) -> CheckFile:
        """The check of that name.

        Raises:
            QueryError: There is none; the hint says what was perhaps meant.
        """
        if name not in self.checks:
            raise QueryError(f"There is no check “{name}”.", hint=suggest(name, list(self.checks), "pcgraph check"))
        return self.checks[name]


def suggest(name: str, known: Sequence[str], listing: str) -> str:
    """What was perhaps meant by a name that is not known, or where the known ones are listed."""
    from rapidfuzz import fuzz, process  # costs 19 ms, for an error only

    found = process.extract(name, known, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    if not found:
        return f"They are listed by: {listing}"
    near = [match[0] for match in found if match[1] > found[0][1] - _NEAR]
    return f"Did you mean {' or '.join(near)}?"


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """Every query and check of a folder.

    Args:
        directory: The folder of the topics; the shipped one when not given.

    Raises:
        QueryError: The folder is missing, or a file's header is wrong (file and line are named).
    """
    root = directory or get_queries_dir()
    files = _find_files(root)
    stamp = {name: [status.st_size, status.st_mtime_ns] for name, status in files.items()}
    cached = _read_cache(root, stamp)
    if cached is not None:
        return cached
    catalogue = _parse_files(root, sorted(files))
    _write_cache(root, stamp, catalogue)
    return catalogue


def _find_files(root: Path) -> dict[str, os.stat_result]:
    """Every `<topic>/<name>.rq` with its status."""
    found: dict[str, os.stat_result] = {}
    try:
        topics = [entry.name for entry in os.scandir(root) if entry.is_dir()]
        for topic in sorted(topics):
            for entry in os.scandir(root / topic):
                if entry.name.endswith(".rq"):
                    found[f"{topic}/{entry.name}"] = entry.stat()
    except OSError as error:
        raise QueryError(f"The queries at {root} cannot be read: {error.strerror}.", hint="Install again.") from error
    return found


def _parse_files(root: Path, names: Sequence[str]) -> Catalogue:
    from pcgraph.query.header import parse_check, parse_query

    catalogue = Catalogue({}, {})
    for name in names:
        file = root / name
        text = read_query_text(file)
        if file.parent.name == CHECKS_FOLDER:
            catalogue.checks[file.stem] = parse_check(file, text)
        elif file.stem in catalogue.queries:
            other = catalogue.queries[file.stem].topic
            raise QueryError(f"{name} line 1: the topic {other} has a query of this name already.")
        else:
            catalogue.queries[file.stem] = parse_query(file, text)
    return catalogue


def read_query_text(file: Path) -> str:
    """A query file's text.

    Raises:
        QueryError: It cannot be read or is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file.parent.name}/{file.name} line 1: the file cannot be read ({error}).") from error


def _get_cache_file(root: Path) -> Path:
    return root / _CACHE_FOLDER / "headers.json"


def _read_cache(root: Path, stamp: _Stamp) -> Catalogue | None:
    """What was cached, if it was cached by this version for exactly these files."""
    try:
        cache = json.loads(_get_cache_file(root).read_bytes())
        if cache["version"] != __version__ or cache["stamp"] != stamp:
            return None
        queries = [_to_query(root, row) for row in cache["queries"]]
        checks = [_to_check(root, row) for row in cache["checks"]]
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
    return Catalogue({query.name: query for query in queries}, {check.name: check for check in checks})


def _to_query(root: Path, row: list[object]) -> QueryFile:
    name, topic, title, asks, params, columns = cast(
        "tuple[str, str, str, list[str], list[tuple[str, str, str, bool, list[str]]], list[tuple[str, str]]]", row
    )
    parameters = tuple(Parameter(*param[:4], tuple(param[4])) for param in params)
    headings = tuple((key, heading) for key, heading in columns)
    return QueryFile(name, topic, title, tuple(asks), parameters, headings, root / topic / f"{name}.rq")


def _to_check(root: Path, row: list[object]) -> CheckFile:
    name, title, problem, why, fix, severity, scope, about, limits, needs = row
    numbers = tuple(Limit._make(limit) for limit in cast("list[list[object]]", limits))
    lists = [tuple(cast("list[str]", value)) for value in (scope, needs)]
    file = root / CHECKS_FOLDER / f"{name}.rq"
    return CheckFile._make((name, title, problem, why, fix, severity, lists[0], about, numbers, lists[1], file))


def _write_cache(root: Path, stamp: _Stamp, catalogue: Catalogue) -> None:
    """Keep what was read; a place where nothing can be written is no fault."""
    from pcgraph.files import write_atomic

    cache = {
        "version": __version__,
        "stamp": stamp,
        "queries": [query[:-1] for query in catalogue.queries.values()],
        "checks": [check[:-1] for check in catalogue.checks.values()],
    }
    file = _get_cache_file(root)
    try:
        file.parent.mkdir(exist_ok=True)
        write_atomic(file, json.dumps(cache, ensure_ascii=False))
    except (OSError, PcgraphError):
        return
