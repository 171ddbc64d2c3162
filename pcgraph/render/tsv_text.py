"""The format `tsv`."""

from __future__ import annotations

from pcgraph.render.delimited import write_delimited
from pcgraph.render.records import Records


def render(records: Records) -> str:
    """Records as tab-separated text."""
    return write_delimited(records, "\t")
