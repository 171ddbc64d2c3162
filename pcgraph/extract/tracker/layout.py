"""Layouts of trackers: which headings mean what, declared in small TOML files.

The package's own layouts lie in `layouts/`; a dataset's stand in a folder of its own, and count
before these where both know a document's headings equally well.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pcgraph.errors import DocumentError
from pcgraph.extract.clean import clean_text
from pcgraph.model import RAG_LETTERS

FIELDS = (
    "ref",
    "action_ref",
    "theme",
    "deliverable",
    "action",
    "sponsor",
    "lead",
    "timescale",
    "rag",
    "status",
    "update",
    "partners",
    "source",
    "updated",
    "ignore",
)
"""What a column may hold; `ignore` is a column that is known and not read."""

WORDING = "wording"
"""Stands in `required` for a deliverable's or an action's column."""

_OWN = Path(__file__).parent / "layouts"
_DEFAULT = "default"
_LISTS = {"columns": FIELDS, "status": RAG_LETTERS, "groups": ("words",), "owners": ("codes",)}
_MAX_BYTES = 256 * 1024
_MARKS = re.compile(r"[^a-z0-9%#]+")

Words = Mapping[str, tuple[str, ...]]
"""Words by what they mean, each in the form of `to_words`."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """How one kind of tracker is laid out.

    Attributes:
        name: For messages.
        required: The columns that a row of headings must have, to be one.
        columns: The headings of each field.
        status: What a status cell may begin with, by RAG letter.
        groups: What a row that names a theme begins with.
        codes: Organisations that may stand as owners, as codes do.
    """

    name: str
    required: tuple[str, ...]
    columns: Words
    status: Words
    groups: tuple[str, ...]
    codes: frozenset[str]


def to_words(text: str) -> str:
    """A heading or status freed from case, stops and marks, to compare by.

    >>> to_words("Ref. No."), to_words("**Progress** (R/A/G) & comments")
    ('ref no', 'progress r a g and comments')
    """
    plain = clean_text(text).casefold().replace("&", " and ").replace("’", "'").replace("'", "")
    return _MARKS.sub(" ", plain).strip()


@cache
def get_default() -> Layout:
    """The layout that knows the headings of most trackers."""
    return read_layout(_OWN / f"{_DEFAULT}.toml")


def read_layouts(folder: Path | None = None) -> tuple[Layout, ...]:
    """The layouts of a folder (`*.toml`), by their files' names, then those of the package.

    Args:
        folder: The dataset's layouts; None, or no folder, for none.

    Raises:
        DocumentError: A file is no layout.
    """
    files = sorted(folder.glob("*.toml")) if folder and folder.is_dir() else []
    own = [file for file in sorted(_OWN.glob("*.toml")) if file.stem != _DEFAULT]
    return (*map(read_layout, files), get_default(), *map(read_layout, own))


def read_layout(file: Path) -> Layout:
    """Read one layout.

    Raises:
        DocumentError: The file is missing, no TOML, or names what no layout has.
    """
    described = _read_toml(file)
    _check(file, described)
    extends = described.get("extends", "")
    base = get_default() if extends else None
    columns, status = (_read_words(described.get(name)) for name in ("columns", "status"))
    groups, codes = (_read_words(described.get(name)) for name in ("groups", "owners"))
    required = tuple(str(name) for name in _as_list(described.get("required", ())))
    return Layout(
        name=str(described.get("name", file.stem)),
        required=required or (base.required if base else (WORDING,)),
        columns=_add(columns, base.columns if base else {}),
        status=_add(status, base.status if base else {}),
        groups=(*groups.get("words", ()), *(base.groups if base else ())),
        codes=frozenset(codes.get("codes", ())) | (base.codes if base else frozenset()),
    )


def _read_toml(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as stream:
            content = stream.read(_MAX_BYTES + 1)
        if len(content) > _MAX_BYTES:
            raise DocumentError(f"{file} is too large for a layout.", hint="Is it one?")
        return tomllib.loads(content.decode("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DocumentError(f"Cannot read the layout {file}: {reason}.", hint="Check the file's name.") from None
    except (ValueError, RecursionError) as error:  # what TOML or UTF-8 does not allow
        reason = " ".join(str(error).split())[:200]
        raise DocumentError(f"{file} is not TOML: {reason}", hint="Put every word in quotes.") from None


def _check(file: Path, described: Mapping[str, object]) -> None:
    """Refuse what no layout has.

    Raises:
        DocumentError: A key is unknown, or a value is not what its key needs.
    """
    _check_names(file, "", described, (*_LISTS, "name", "about", "required", "extends"))
    if described.get("extends", _DEFAULT) != _DEFAULT:
        raise DocumentError(f"{file}: extends names no layout but “{_DEFAULT}”.", hint=f'Write extends = "{_DEFAULT}".')
    _check_names(
        file, "required: ", dict.fromkeys(map(str, _as_list(described.get("required", ())))), (*FIELDS, WORDING)
    )
    for name, keys in _LISTS.items():
        table = described.get(name, {})
        if not isinstance(table, dict):
            raise DocumentError(
                f"{file}: {name} is no table.", hint=f"Write it as [{name}] with lists of words under it."
            )
        _check_names(file, f"[{name}] ", table, keys)
        for key, words in table.items():
            if not isinstance(words, list) or not all(isinstance(word, str) and to_words(word) for word in words):
                raise DocumentError(
                    f"{file}: [{name}] {key} is no list of words.", hint=f'Write {key} = ["one", "two"].'
                )


def _check_names(file: Path, where: str, found: Mapping[str, object], known: tuple[str, ...]) -> None:
    for name in found:
        if name not in known:
            close = get_close_matches(name, known, 1)
            hint = f"Did you mean {close[0]}?" if close else f"It may be one of: {', '.join(known)}."
            raise DocumentError(f"{file}: {where}“{name}” is nothing that a layout has.", hint=hint)


def _as_list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _read_words(table: object) -> Words:
    if not isinstance(table, dict):
        return {}
    return {str(key): tuple(to_words(str(word)) for word in words) for key, words in table.items()}


def _add(own: Words, base: Words) -> Words:
    """A layout's words before those that it takes over; a word that it gives another meaning loses the old one."""
    taken = {word for words in own.values() for word in words}
    keys = dict.fromkeys([*base, *own])
    return {key: (*own.get(key, ()), *(w for w in base.get(key, ()) if w not in taken)) for key in keys}
