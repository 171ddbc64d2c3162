"""The format `json`: a list of objects, one a row."""

from __future__ import annotations

import json
from math import isfinite

from pcgraph.render.records import Records, Value


def render(records: Records) -> str:
    """Records as JSON, keyed by the columns' keys.

    A number that JSON cannot hold (infinite, not a number) becomes null.
    """
    rows = [dict(zip(records.keys, map(_to_json_value, row), strict=True)) for row in records.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2).translate(_ESCAPED) + "\n"


def _to_json_value(value: Value) -> Value:
    return None if isinstance(value, float) and not isfinite(value) else value


_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000))}
"""Inside a string all of these may be escaped, and outside strings they do not occur: a C1 control
character steers some terminals, half a surrogate pair cannot be written as UTF-8."""
