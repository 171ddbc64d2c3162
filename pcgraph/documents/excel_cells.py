"""What an Excel cell shows, as text: numbers by their format, dates in ISO form."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import ROUND_HALF_UP, Decimal

_SECTION = re.compile(r'(?:[^;"\\]|"[^"]*"|\\.)*')
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[#0?,]*\.[0#?]{1,9}|[#0?][#0?,]*")
_PRIVATE = 0xE000
_BRACKETS = dict.fromkeys(map(ord, "()"), "")
_GENERAL_DIGITS = 15
"""A binary number's digits that are sure (IEEE 754): 0.1 + 0.2 is shown as 0.3."""


def to_cell_text(value: object, number_format: str = "General") -> str:
    """The text that a cell shows.

    Args:
        value: The cell's value, as the library gives it.
        number_format: The cell's format code.

    >>> to_cell_text(3.1), to_cell_text(3.1, "0.00"), to_cell_text(0.745, "0.0%"), to_cell_text(12500, '"£"#,##0')
    ('3.1', '3.10', '74.5%', '£12,500')
    >>> to_cell_text(dt.datetime(2020, 3, 28)), to_cell_text(True), to_cell_text(None)
    ('2020-03-28', 'TRUE', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.datetime):
        return str(value.date()) if value.time() == dt.time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, (int, float)):
        return _to_number(value, number_format)
    return str(value)


def _to_number(value: float, number_format: str) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    section = _SECTION.match(number_format or "General")
    literals: list[str] = []
    code = _LITERAL.sub(lambda match: _set_aside(match, literals), section[0] if section else "General")
    digits = _DIGITS.search(code)
    before, after = (code[: digits.start()], code[digits.end() :]) if digits else ("", "")
    if not digits or re.search(r"[A-Za-z/?]", before + after) or abs(value) >= 10**_GENERAL_DIGITS:
        return _to_general(value)
    shown = _to_digits(value * 100 if "%" in after else value, digits)
    sign, shown = ("-", shown[1:]) if shown.startswith("-") else ("", shown)
    return sign + _put_back(before, literals) + shown + _put_back(after, literals)


def _set_aside(match: re.Match[str], literals: list[str]) -> str:
    """A placeholder for a format's literal text, so that its letters are not taken for the format's own signs."""
    literals.append(match[1] or match[2] or match[3] or "")
    return chr(_PRIVATE + len(literals) - 1)


def _put_back(code: str, literals: list[str]) -> str:
    places = {_PRIVATE + index: literal for index, literal in enumerate(literals)}
    return code.translate(places | _BRACKETS)


def _to_digits(value: float, digits: re.Match[str]) -> str:
    """A number with the decimals and the leading zeros that a format asks for."""
    whole, _, decimals = digits[0].partition(".")
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = f"{abs(rounded):{',' if ',' in whole else ''}f}"
    for _ in range(len(decimals) - len(decimals.rstrip("#?"))):
        text = text.removesuffix("0")
    before, point, after = text.partition(".")
    padded = before.rjust(whole.count("0"), "0") if "," not in whole else before
    return ("-" if rounded < 0 else "") + padded + (f"{point}{after}" if after else "")


def _to_general(value: float) -> str:
    """A number without a format: all digits that are sure, never with an exponent where it can be avoided."""
    if isinstance(value, int):
        return str(value)
    if abs(value) >= 10**_GENERAL_DIGITS or (value and abs(value) < 10**-9):
        return f"{value:.{_GENERAL_DIGITS}g}"
    whole = len(str(int(abs(value))))
    return f"{value:.{max(0, _GENERAL_DIGITS - whole)}f}".rstrip("0").rstrip(".") if "." in repr(value) else str(value)
