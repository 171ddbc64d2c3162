"""What one document states otherwise than another: the wording of a deliverable, and figures of one fact.

A framework's other wording is recorded by `combine`, with a statement of its own; a report's
wording stands in its update, so that here only the difference is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pcgraph.dates import DATE, parse_date, parse_spans, to_year_days
from pcgraph.model import Row, get_table
from pcgraph.tables.repeats import to_quarter_end
from pcgraph.tables.told_periods import resolve_period

Tables = Mapping[str, Sequence[Row]]

_REPORT = "monitoring-report"
_TYPEWRITER = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
_OPEN_PERIOD = re.compile(r"^(?:since|until|up to|by|to date|before|after|each|every|per|a|last|past|next)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_DATE = re.compile(DATE, re.IGNORECASE)
_LEAD = re.compile(r"^(?:(?:in|during|over|for|of|at|throughout|as of)\s+)?(?:the\s+)?")
_GENERAL = re.compile(r"^(?:total|all|overall|other|sum|force|city|county|north|south|east|west)\b")
MIN_WORDS = 2
"""A phrase of fewer words may count many things."""
SURE_WORDS = 4
"""A phrase of so many words names one thing."""


def find_disagreements(claims: Mapping[str, Tables]) -> list[Row]:
    """What documents state differently of one thing.

    Args:
        claims: Rows by table, by document's id.

    Returns:
        Rows of `anomalies`, each at the later document's line and naming the earlier one.
    """
    ranked = sorted(claims, key=lambda document: _to_rank(_get_document(claims[document]), document))
    return [*_iter_wordings(claims, ranked), *_iter_figures(claims, ranked)]


def _get_document(tables: Tables) -> Row:
    return next(iter(tables.get("documents", ())), {})


def _to_rank(document: Row, identifier: str) -> tuple[bool, bool, str, str]:
    """Strategic frameworks first, then the others, then reports by their period."""
    kind = document.get("kind", _REPORT)
    return (kind == _REPORT, kind != "strategic-framework", document.get("period", ""), identifier)


def _iter_wordings(claims: Mapping[str, Tables], ranked: Sequence[str]) -> Iterator[Row]:
    """Reports whose wording of a deliverable is not the framework's, or not an earlier report's."""
    preferred: dict[str, Row] = {}
    for document in ranked:
        is_report = _get_document(claims[document]).get("kind") == _REPORT
        for row in claims[document].get("deliverables", ()):
            other = preferred.setdefault(row["id"], row)
            if is_report and other is not row and to_plain(row["wording"]) != to_plain(other["wording"]):
                yield _to_wording_anomaly(other, row)


def _to_wording_anomaly(preferred: Row, row: Row) -> Row:
    is_alike = to_letters(preferred["wording"]) == to_letters(row["wording"])
    message = f"The wording “{row['wording']}” is “{preferred['wording']}” in {preferred['document']}."
    return _to_anomaly(row, "wording-differs", row["id"], message, "info" if is_alike else "warning")


def _iter_figures(claims: Mapping[str, Tables], ranked: Sequence[str]) -> Iterator[Row]:
    """Figures of one thing and one closed time that are not the same in two reports on one theme."""
    groups: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for document in ranked:
        about = _get_document(claims[document])
        for row in claims[document].get("figures", ()):
            if _is_comparable(row, about.get("period", "")):
                told = resolve_period(row["period"], about.get("period", "")) or to_period_key(row["period"])
                groups[about.get("theme", ""), to_thing(row["what"], row["period"]), row["unit"], told].append(row)
    for rows in groups.values():
        yield from _compare(rows)


def to_thing(what: str, period: str) -> str:
    """What two names of one thing have in common: its words without plurals' endings, the time put aside.

    >>> to_thing("Visits to farms, Q2 2023/24", "Q2 2023/24") == to_thing("farm to visit", "")
    True
    """
    words = re.findall(r"[^\W_]+", what.removesuffix(f", {period}").lower())
    return " ".join(sorted(re.sub(r"(?<=[^\Ws])s$", "", word) for word in words))


def _is_comparable(row: Row, quarter: str) -> bool:
    """Whether a figure is of a named thing, in a time that has ended before the report's quarter does."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", row["what"]) if not _GENERAL.match(word.lower())]
    quarter_end = to_quarter_end(quarter)
    end = quarter_end if resolve_period(row["period"], quarter) else find_period_end(row["period"])
    is_cell = row["what"].endswith(f", {row['period']}")
    return bool(end and quarter_end) and end <= quarter_end and len(words) >= (1 if is_cell else MIN_WORDS)


def find_period_end(period: str) -> str:
    """The last day of a time as printed, in ISO form; "" for one that is open or counted from now.

    >>> find_period_end("2018/19"), find_period_end("in August 2020"), find_period_end("since May 2019")
    ('2019-03-31', '2020-08-31', '')
    """
    if _OPEN_PERIOD.match(period.lower()):
        return ""
    if spans := parse_spans(period):
        return to_year_days(spans[-1])[1]
    if dates := [date for found in _DATE.findall(period) if (date := parse_date(found))]:
        return dates[-1] if len(dates[-1]) > len("2020-08") else f"{dates[-1]}-31"
    years: list[str] = _YEAR.findall(period)
    return f"{years[-1]}-12-31" if years else ""


def to_period_key(period: str) -> str:
    """What two spellings of one time have in common.

    >>> to_period_key("in the 2019/2020 financial year") == to_period_key("2019-20 financial year")
    True
    """
    text = re.sub(r"\b(20\d\d)\s?[-–/]\s?(?:20)?(\d\d)\b", r"\1-\2", _LEAD.sub("", period.lower()))
    return re.sub(r"\s+", " ", text)


def _compare(rows: Sequence[Row]) -> Iterator[Row]:
    """Every report's figure against the one before; a report that gives several is left out."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[row["document"]].append(row)
    single = [found[0] for found in by_document.values() if len({row["value"] for row in found}) == 1]
    for earlier, later in pairwise(single):
        if float(earlier["value"]) != float(later["value"]):
            yield _to_figure_anomaly(earlier, later)


def _to_figure_anomaly(earlier: Row, later: Row) -> Row:
    is_sure = len(later["what"].split()) >= SURE_WORDS
    unit = "" if later["unit"] == "count" else f" {later['unit']}"
    message = (
        f"{later['what']} ({later['period']}) is {later['value']}{unit} here, but {earlier['value']}{unit} in"
        f" {earlier['document']}{'.' if is_sure else '; or the two count different things.'}"
    )
    severity = "warning" if is_sure else "info"
    return _to_anomaly(later, "statements-disagree", later["update"], message, severity)


def _to_anomaly(row: Row, code: str, subject: str, message: str, severity: str) -> Row:
    cells = {
        "document": row["document"],
        "line": row["line"],
        "code": code,
        "severity": severity,
        "subject": subject,
        "message": message,
    }
    return {name: cells.get(name, "") for name in get_table("anomalies").names}


def to_plain(text: str) -> str:
    """A wording with typewriter quotes and dashes: which of them stands there is a matter of the conversion.

    >>> to_plain("the Victims’ Code – 2015")
    "the Victims' Code - 2015"
    """
    return text.translate(_TYPEWRITER)


def to_letters(text: str) -> str:
    """A wording's letters and figures only, in lower case: case, hyphens, spaces and stops put aside.

    >>> to_letters("Anti-social behaviour.") == to_letters("antisocial Behaviour")
    True
    """
    return re.sub(r"[\W_]+", "", text.lower())
