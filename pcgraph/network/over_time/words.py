"""What changed among partners, in words for a board: what is known, and what only the documents make differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pcgraph.changes.comparison import name_item
from pcgraph.graph.reviews import find_review_state
from pcgraph.model import Row
from pcgraph.network.over_time.changes import LinkChange
from pcgraph.network.sentences import join_words

REVIEW_WORDS = {
    "by-rule": "read by rule, not reviewed",
    "by-reading": "proposed, not yet agreed by the office",
    "by-two-readings": "proposed by two readings, not yet agreed by the office",
    "by-office": "agreed",
}
"""Who has looked at a row, in the ontology's words."""

_QUARTER_ENDS = {"1": "06-30", "2": "09-30", "3": "12-31", "4": "03-31"}
_SPRING = "4"


def describe_links(links: Sequence[LinkChange], *, earlier: Row, later: Row) -> str:
    """What a partner's links say, those of one kind together.

    Args:
        links: Links of one partner.
        earlier: The earlier report's row of `documents`.
        later: The later report's row.
    """
    return " ".join(_iter_sentences(links, earlier, later))


def describe_elsewhere(named: Sequence[tuple[Row, str]], report: str) -> str:
    """Where the other report names a partner that joined or left, though not as helping.

    Args:
        named: Items with the parts told there.
        report: The other report's id.

    >>> describe_elsewhere([({"deliverable": "24/T1.1"}, "mentioned")], "t1-2024q1")
    't1-2024q1 names it with 24/T1.1 (mentioned), not as helping.'
    """
    shown = join_words([f"{_name(item)} ({parts})" for item, parts in named])
    return f"{report} names it with {shown}, not as helping."


def _iter_sentences(links: Sequence[LinkChange], earlier: Row, later: Row) -> Iterator[str]:
    for link in links:
        if link.kind == "part":
            yield f"With {_name(link.item)}: {link.before} before, {link.after} now; both reports name it there."
    for kind, ours, other in (("gained", later, earlier), ("lost", earlier, later)):
        found = [link for link in links if link.kind == kind]
        if named := [link for link in found if link.difference == "named"]:
            yield _describe_named(named, other["id"], is_gain=kind == "gained")
            if kind == "gained" and (dates := _list_early_dates(named, earlier)):
                yield f"Its words speak of {join_words(dates)}, within the time of {earlier['id']} or before."
        if covered := [link for link in found if link.difference == "covered"]:
            yield _describe_covered(covered, ours["id"], other["id"])


def _describe_named(links: Sequence[LinkChange], other: str, *, is_gain: bool) -> str:
    """Links under items that both reports have."""
    shown = join_words([_name_link(link) for link in links])
    theirs = join_words(list(dict.fromkeys(_name(item) for link in links for item in link.others)))
    same = "it" if {link.item["deliverable"] for link in links} == _to_ids(links) else f"it as {theirs}"
    same = "them" if same == "it" and len(links) > 1 else same
    work = "it may have helped before" if is_gain else "it may still help"
    verb = "Newly named with" if is_gain else "No longer named with"
    return f"{verb} {shown}: {other} reports on {same} without naming it. No mention is not no work: {work}."


def _to_ids(links: Iterable[LinkChange]) -> set[str]:
    return {item["deliverable"] for link in links for item in link.others}


def _describe_covered(links: Sequence[LinkChange], ours: str, other: str) -> str:
    """Links under items that one report has."""
    shown = join_words([_name_link(link) for link in links])
    such = "no such item" if len(links) == 1 else "no such items"
    return f"Named with {shown} in {ours}; {other} has {such}. No mention is not no work."


def _name_link(link: LinkChange) -> str:
    parts = link.after or link.before
    return f"{_name(link.item)} ({parts})" if parts else _name(link.item)


def _name(item: Row) -> str:
    return item["deliverable"] or name_item(item)


def _list_early_dates(links: Sequence[LinkChange], earlier: Row) -> list[str]:
    """The dates that the words of links speak of, where all lie within the earlier report's time or before."""
    end = to_last_day(earlier)
    dates = sorted({row["as_of"] for link in links for row in link.rows})
    return dates if end and all(date and date <= end[: len(date)] for date in dates) else []


def to_last_day(document: Row) -> str:
    """The last day of the time on which a report reports; failing that, of its meeting; "" where it states neither.

    >>> to_last_day({"period": "2019-20Q4", "meeting_date": ""}), to_last_day({"period": "2018-19Q1"})
    ('2020-03-31', '2018-06-30')
    """
    years, _, quarter = document["period"].partition("Q")
    if not years:
        return document["meeting_date"]
    last = f"{years[:2]}{years[-2:]}"
    if not quarter:
        return f"{last}-03-31"
    return f"{last if quarter == _SPRING else years[:4]}-{_QUARTER_ENDS[quarter]}"


def describe_review(links: Sequence[LinkChange], *, is_stated: bool) -> str:
    """Who has looked at the rows that links rest on, and at the lineage that pairs their items."""
    rows = [row for link in links for row in link.rows]
    states = ["stated"] if is_stated else sorted({REVIEW_WORDS[find_review_state(row)] for row in rows})
    ways = [way for link in links for way in link.ways]
    if ways:
        is_agreed = all(way.is_agreed for way in ways)
        states.append(f"lineage {'agreed' if is_agreed else 'proposed, not yet agreed by the office'}")
    return "; ".join(states)
