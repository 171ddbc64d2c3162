"""Comma- and tab-separated text as RFC 4180 has it, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from pcgraph.render.records import Records, Value

_FORMULA_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_UNSEEN = " \u00a0\u200b\u2060\ufeff"


def write_delimited(records: Records, delimiter: str) -> str:
    """Records with a header of the columns' keys and CR LF line ends.

    Source: RFC 4180, section 2; OWASP, "CSV Injection".
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([guard_formula(key) for key in records.keys])
    writer.writerows([_to_field(value) for value in row] for row in records.rows)
    return text.getvalue().encode("utf-8", "replace").decode("utf-8")


def _to_field(value: Value) -> str | int | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guard_formula(value) if isinstance(value, str) else value


def guard_formula(text: str) -> str:
    """Text that no spreadsheet takes for a formula: a leading apostrophe where it could be one.

    >>> guard_formula("=1+1"), guard_formula("A-1")
    ("'=1+1", 'A-1')
    """
    return f"'{text}" if is_formula_like(text) else text


def unguard_formula(text: str) -> str:
    """A text as it was before `guard_formula`.

    >>> unguard_formula("'=1+1"), unguard_formula("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text[:1] == "'" and is_formula_like(text[1:]) else text


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet might read the text as a formula, unseen characters before it or not."""
    return text[:1] in _FORMULA_STARTS or text.lstrip(_UNSEEN)[:1] in _FORMULA_STARTS if text else False
