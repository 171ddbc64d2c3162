"""Every statement about a thing with its proof, and the sentence that names it where the words are at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import Literal

from pcgraph.query.run import run_query
from pcgraph.query.sentences import Span, cut_sentences, find_number, find_words
from pcgraph.render.emphasis import mark_words, unmark
from pcgraph.render.records import Records, Value
from pcgraph.store.base import Store

_TEXTS = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?document ?line ?text ?isPassage
WHERE {
  VALUES ?document { %s }
  ?source a pcg:SourceDocument ;
    dcterms:identifier ?document .
  {
    ?passage a pcg:Passage ;
      pcg:document ?source ;
      pcg:line ?line ;
      pcg:quote ?text .
    BIND(true AS ?isPassage)
  }
  UNION
  {
    VALUES ?predicate { skos:prefLabel skos:altLabel }
    ?proof rdf:predicate ?predicate ;
      pcg:document ?source ;
      pcg:line ?line ;
      pcg:quote ?text .
    BIND(false AS ?isPassage)
  }
}
ORDER BY ?document ?line ?text
"""
_NAMING = ("mentions", "← mentions", "figure")
_PART = "part: "
_GAP = " … "


class _Text(NamedTuple):
    """A passage of a report, or an official wording."""

    line: str
    words: str
    is_passage: bool


def show_evidence(store: Store, thing: str) -> Records:
    """Every statement about a thing: who makes it, its words, and where they stand.

    Args:
        store: The graph to ask.
        thing: A code, an id, an acronym or a name.

    Returns:
        The query `evidence` with a column `sentence` beside the words: the sentence that names an
        entity or gives a figure, its words marked «so». It is empty where the document's words are
        not in the graph; the note says so.

    Raises:
        QueryError: Nothing, or more than one thing, is meant.
    """
    records = run_query(store, "evidence", {"thing": thing})
    rows = [dict(zip(records.keys, map(_clean, row), strict=True)) for row in records.rows]
    naming = [row for row in rows if _is_naming(row)]
    texts = _fetch_texts(store, sorted({str(row["document"]) for row in naming if row["document"]}))
    shown = {id(row): _find_sentence(row, texts.get(str(row["document"]), ())) for row in naming}
    place = records.keys.index("quote") + 1
    columns = (*records.columns[:place], ("sentence", "In the sentence"), *records.columns[place:])
    filled = tuple((*list(row.values())[:place], shown.get(id(row)), *list(row.values())[place:]) for row in rows)
    absent = {str(row["document"]) for row in naming if shown[id(row)] is None} - _find_at_hand(texts)
    note = " ".join(filter(None, (records.note, _describe_absent(absent))))
    return Records(unmark(records.title), columns, filled, unmark(note))


def _clean(value: Value) -> Value:
    return unmark(value) if isinstance(value, str) else value


def _is_naming(row: dict[str, Value]) -> bool:
    """Whether a row says that a text names an entity, plays a part, or gives a figure."""
    name = str(row["property"])
    return name in _NAMING or name.startswith(_PART)


def _fetch_texts(store: Store, documents: Sequence[str]) -> dict[str, list[_Text]]:
    """The passages and wordings of some documents, as far as the graph has them."""
    found: dict[str, list[_Text]] = {}
    if documents:
        names = " ".join(str(Literal(document)) for document in documents)
        for document, line, words, is_passage in store.select(_TEXTS % names).rows:
            found.setdefault(str(document), []).append(_Text(str(line), unmark(str(words)), bool(is_passage)))
    return found


def _find_at_hand(texts: dict[str, list[_Text]]) -> set[str]:
    """The documents of which the graph has the narrative's words."""
    return {document for document, held in texts.items() if any(text.is_passage for text in held)}


def _describe_absent(documents: Iterable[str]) -> str:
    names = ", ".join(sorted(documents))
    return f"The words of {names} are not at hand: build with --sources to see the sentences." if names else ""


def _find_sentence(row: dict[str, Value], texts: Sequence[_Text]) -> str | None:
    """The sentences of the row's place that hold its words, marked; None where no text has them."""
    for text in texts:
        if is_same_place(str(row["line"]), text.line):
            marked = [_mark(sentence, spans) for sentence, spans in cut_sentences(text.words, _find_spans(row, text))]
            if marked:
                return _GAP.join(marked)
    return None


def _find_spans(row: dict[str, Value], text: _Text) -> list[Span]:
    if row["property"] != "figure":
        return find_words(text.words, str(row["quote"] or ""))
    number = re.match(r"-?£?([\d,]+(?:\.\d+)?)", str(row["label"]))
    return find_number(text.words, float(number[1].replace(",", ""))) if number else []


def _mark(sentence: str, spans: Sequence[Span]) -> str:
    for start, end in reversed(spans):
        sentence = mark_words(sentence, start, end)
    return sentence


def is_same_place(line: str, other: str) -> bool:
    """Whether two places share a line, or have an end in common where they are not given in lines.

    >>> is_same_place("21", "20-22"), is_same_place("p3l5", "p3l5-p3l9"), is_same_place("4", "14")
    (True, True, False)
    """
    ends, others = list(_iter_ends(line)), list(_iter_ends(other))
    if all(end.isdigit() for end in (*ends, *others)):
        return int(ends[0]) <= int(others[-1]) and int(others[0]) <= int(ends[-1])
    return bool(set(ends) & set(others))


def _iter_ends(line: str) -> Iterator[str]:
    first, _, last = line.partition("-")
    yield first
    yield last or first
