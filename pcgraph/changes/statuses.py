"""Changes of the items themselves: RAG status, wording, number, plan, who is responsible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.changes.comparison import Comparison, RowsByText, group_rows, make_change, name_item
from pcgraph.changes.pairs import Pair
from pcgraph.changes.records import Change
from pcgraph.changes.words import RAG_NAMES, count_words, describe_rewording, to_words
from pcgraph.model import SEPARATOR, Row

_SCALE = ("Green", "Amber", "Red")
"""From the best to the worst; White (not started) has no place on it."""

_SPLITTING = ("splits", "merges")
"""Relations across which wordings are not held against each other."""


def iter_statuses(both: Comparison) -> Iterator[Change]:
    """RAG statuses that moved: delivery, as the responsible bodies rate it themselves."""
    for pair in both.pairs.pairs:
        before, after = RAG_NAMES[pair.earlier["rag"]], RAG_NAMES[pair.later["rag"]]
        if before != after:
            detail = f"Delivery, self-rated: {describe_move(before, after)}{_describe_origin(pair)}."
            yield make_change("rag", pair.later, before=before, after=after, detail=detail)


def describe_move(before: str, after: str) -> str:
    """A move from one RAG status to another, in words.

    >>> describe_move("Green", "Red"), describe_move("Amber", "Green"), describe_move("", "White")
    ('Green to Red, worse', 'Amber to Green, better', 'no letter before, White now')
    """
    if not before or not after:
        return f"no letter before, {after} now" if after else f"{before} before, no letter now"
    if before in _SCALE and after in _SCALE:
        is_worse = _SCALE.index(after) > _SCALE.index(before)
        return f"{before} to {after}, {'worse' if is_worse else 'better'}"
    return f"{before} to {after}"


def _describe_origin(pair: Pair) -> str:
    """Where the item stood before, if not under its number."""
    if pair.way:
        return f"; {pair.way.describe()}"
    return f"; {name_item(pair.earlier)} before" if pair.is_renumbered else ""


def iter_rewordings(both: Comparison) -> Iterator[Change]:
    """Deliverables worded otherwise; what differs in case, quotes, hyphens or stops alone is not told."""
    for pair in both.pairs.pairs:
        relations = {step["relation"] for step in pair.way.steps} if pair.way else set()
        before, after = pair.earlier["wording"], pair.later["wording"]
        if to_words(before) != to_words(after) and relations.isdisjoint(_SPLITTING):
            detail = describe_rewording(before, after)
            yield make_change("wording", pair.later, before=before, after=after, detail=detail)


def iter_continued(both: Comparison) -> Iterator[Change]:
    """Items that stood under another number or in another plan."""
    for pair in both.pairs.pairs:
        before, after = pair.earlier["deliverable"], pair.later["deliverable"]
        if pair.way:
            detail = f"{pair.way.describe()}."
        elif pair.is_renumbered:
            detail = f"The same words: {name_item(pair.earlier)} before, {name_item(pair.later)} now."
        else:
            continue
        yield make_change("continued", pair.later, before=before, after=after, detail=detail)


def iter_new(both: Comparison) -> Iterator[Change]:
    """Items that the earlier report does not have."""
    known = both.earlier.deliverables
    for item in both.pairs.new:
        detail = f"Not in {both.earlier.id}; both reports were read."
        if item["deliverable"] in known:
            detail += f" There, {name_item(item)} stands for another deliverable."
        for way in both.ancestry.list_origins(item["deliverable"]):
            detail += f" {way.describe()}, on which {both.earlier.id} does not report."
        yield make_change("new", item, after=RAG_NAMES[item["rag"]], detail=detail)


def iter_dropped(both: Comparison) -> Iterator[Change]:
    """Items that the later report does not have, which is not to say that nobody works on them."""
    for item in both.pairs.gone:
        detail = f"Not in {both.later.id}; both reports were read. No mention is not no work."
        if successors := both.ancestry.list_successors(item["deliverable"]):
            detail += f" It goes on as {', '.join(successors)}, which {both.later.id} does not report on."
        elif item["deliverable"] in both.later.deliverables:
            detail += f" There, {name_item(item)} stands for another deliverable."
        yield make_change("dropped", item, before=RAG_NAMES[item["rag"]], detail=detail)


def iter_responsible(both: Comparison) -> Iterator[Change]:
    """Other responsibility codes, in whatever order they are printed."""
    for pair in both.pairs.pairs:
        old, new = _list_codes(pair.earlier), _list_codes(pair.later)
        if set(old) != set(new):
            gained, lost = [code for code in new if code not in old], [code for code in old if code not in new]
            parts = [f"{', '.join(gained)} named now"] if gained else []
            parts += [f"{', '.join(lost)} no longer named"] if lost else []
            text = f"Responsible: {'; '.join(parts)}."
            yield make_change("responsible", pair.later, before=", ".join(old), after=", ".join(new), detail=text)


def _list_codes(item: Row) -> list[str]:
    return [code for code in (item["responsible"] or item["responsible_raw"]).split(SEPARATOR) if code]


def iter_leads(both: Comparison) -> Iterator[Change]:
    """Other lead officers' posts, where a document names posts for both deliverables."""
    leads = group_rows(both.tables["leads"], "subject")
    posts = {row["id"]: row["title"] or row["unit"] or row["id"] for row in both.tables["posts"]}
    for pair in both.pairs.pairs:
        if pair.way:
            old, new = (_list_posts(leads, item["deliverable"]) for item in (pair.earlier, pair.later))
            if old and new and old != new:
                before, after = ("; ".join(posts[post] for post in names) for names in (old, new))
                yield make_change("lead", pair.later, before=before, after=after, detail="Led by another post.")


def _list_posts(leads: RowsByText, deliverable: str) -> list[str]:
    return sorted({row["post"] for row in leads.get(deliverable, ())})


def iter_unchanged_narratives(both: Comparison) -> Iterator[Change]:
    """Updates of which every paragraph is, letter by letter, that of the report before."""
    for pair in both.pairs.pairs:
        digests = both.passages.list_digests(pair.later["id"])
        if digests and digests == both.passages.list_digests(pair.earlier["id"]):
            line = _to_span(both.tables["passages"], pair.later["id"])
            detail = f"{count_words(len(digests), 'paragraph')} with the same words as in {pair.earlier['report']}."
            yield make_change("narrative-unchanged", pair.later, detail=detail, line=line)


def _to_span(passages: Sequence[Row], update: str) -> str:
    """The place of an update's first paragraph."""
    rows = [row for row in passages if row["update"] == update]
    return min(rows, key=lambda row: int(row["position"]))["line"]
