"""The tables of a dataset: which there are, their columns, keys and what each cell may hold.

The tables are the source of truth (the design's section 5). Reading, checking, merging, the
`datapackage.json` and the documentation all take them from here.
"""

from __future__ import annotations

from pcgraph.model.columns import (
    DOCUMENT_KINDS,
    RAG_LETTERS,
    SEPARATOR,
    SEVERITIES,
    Column,
    ColumnKind,
    Row,
    Table,
)
from pcgraph.model.judgement_tables import CONFIDENCES, CONTRIBUTION_RANKS, JUDGEMENT_TABLES, LINEAGE_RELATIONS
from pcgraph.model.named_tables import ENTITY_KINDS, NAMED_TABLES, ROLES, STATUSES, TIMINGS
from pcgraph.model.plan_order import PlanOrder, find_plan_order
from pcgraph.model.plan_tables import PLAN_TABLES
from pcgraph.model.report_tables import REPORT_TABLES

TABLES: tuple[Table, ...] = (*PLAN_TABLES, *REPORT_TABLES, *NAMED_TABLES, *JUDGEMENT_TABLES)

_BY_NAME = {table.name: table for table in TABLES}


def get_table(name: str) -> Table:
    """The table of that name.

    Raises:
        KeyError: There is none.
    """
    return _BY_NAME[name]


__all__ = [
    "CONFIDENCES",
    "CONTRIBUTION_RANKS",
    "DOCUMENT_KINDS",
    "ENTITY_KINDS",
    "JUDGEMENT_TABLES",
    "LINEAGE_RELATIONS",
    "RAG_LETTERS",
    "ROLES",
    "SEPARATOR",
    "SEVERITIES",
    "STATUSES",
    "TABLES",
    "TIMINGS",
    "Column",
    "ColumnKind",
    "PlanOrder",
    "Row",
    "Table",
    "find_plan_order",
    "get_table",
]
