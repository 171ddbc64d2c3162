"""What a query file and a check file are, once their headers are read.

Named tuples, because `dataclasses` costs start-up time on the way to an answer.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

PARAMETER_TYPES = (
    "Theme",
    "Outcome",
    "Measure",
    "Deliverable",
    "Action",
    "Post",
    "Report",
    "Document",
    "Plan",
    "Code",
    "Partner",
    "Entity",
    "Rag",
    "Thing",
    "Date",
    "Integer",
    "Text",
)
"""What a parameter's value may be; `pcgraph.query.parameters` says how each is read."""

SCOPES = ("strategic-framework", "force-framework", "monitoring-report", "tracker")
"""The kinds of document that a check may ask to have been read."""

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The severities of a finding, the gravest first."""

NEEDS = ("as-of",)
"""What a check may need beside the graph: the day that it is asked for."""

CHECK_COLUMNS = ("entity", "label", "detail", "document", "line")
"""What every check returns, one row a finding."""


class Parameter(NamedTuple):
    """One parameter of a query.

    Attributes:
        name: The variable's name without `?`.
        type: One of `PARAMETER_TYPES`.
        help: What to give, a few words.
        is_required: Whether the query means nothing without it.
        choices: The only values allowed, or none for any.
    """

    name: str
    type: str
    help: str
    is_required: bool
    choices: tuple[str, ...]


class QueryFile(NamedTuple):
    """One canned query.

    Attributes:
        name: The file's name without `.rq`.
        topic: The folder's name.
        title: The question that it answers.
        asks: Other ways to ask it.
        params: In the header's order.
        columns: Each variable with its heading, in the order of the answer.
        file: Where it stands.
    """

    name: str
    topic: str
    title: str
    asks: tuple[str, ...]
    params: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    file: Path


class Limit(NamedTuple):
    """A number of a check that a profile may set.

    Attributes:
        name: The variable's name without `?`.
        help: What it bounds, a few words.
        unit: What it counts: `percent`, or a noun in the plural such as `days`.
        default: Its value unless a profile sets another: that of the query's text.
    """

    name: str
    help: str
    unit: str
    default: float

    def describe_range(self) -> str:
        """The numbers it may be, in words."""
        low, high = self._get_range()
        kind = "number" if self.unit == "percent" else "whole number"
        return f"a {kind} from {low} to {high:,}"

    def admits(self, value: float) -> bool:
        """Whether it may be that number."""
        low, high = self._get_range()
        return low <= value <= high and (self.unit == "percent" or value == int(value))

    def _get_range(self) -> tuple[int, int]:
        return (0, 100) if self.unit == "percent" else (0, 1_000_000)


class CheckFile(NamedTuple):
    """One check.

    Attributes:
        name: The file's name without `.rq`: the fault it finds.
        title: What its findings are, in the plural.
        problem: What is wrong about one finding, one sentence.
        why: Why it matters, one sentence.
        fix: What to do about it, one sentence.
        severity: How grave it is.
        scope: It speaks only of what a document of one of these kinds covers.
        about: The class of things that it looks at, without `pcg:`.
        limits: Its numbers that a profile may set.
        needs: What must be given for it to run, of `NEEDS`.
        file: Where it stands.
    """

    name: str
    title: str
    problem: str
    why: str
    fix: str
    severity: Severity
    scope: tuple[str, ...]
    about: str
    limits: tuple[Limit, ...]
    needs: tuple[str, ...]
    file: Path
