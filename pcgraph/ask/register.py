"""What the store's things are called: the names that a question may use."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import Literal

from pcgraph.ask.records import Value
from pcgraph.ask.words import cut_words, is_short_for, to_form, to_singular
from pcgraph.store.base import Store
from pcgraph.terms import PCG

_PREFIXES = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
_NAMES = """SELECT ?id ?kind ?name WHERE {
  ?thing a pcg:Entity ; dcterms:identifier ?id ; pcg:entityKind ?kind .
  { ?thing skos:prefLabel ?name } UNION { ?thing skos:altLabel ?name } UNION { ?thing skos:notation ?name }
} ORDER BY ?id ?name"""
_OTHERS = """SELECT ?id ?class ?name WHERE {
  VALUES ?class { pcg:Post pcg:ResponsibilityCode pcg:Theme pcg:Outcome }
  ?thing a ?class ; dcterms:identifier ?id .
  { ?thing skos:prefLabel ?name } UNION { ?thing skos:altLabel ?name } UNION { ?thing skos:notation ?name }
} ORDER BY ?id ?name"""
_CODES = """SELECT DISTINCT ?code ?class ?id ?name WHERE {
  VALUES ?code { %s }
  VALUES ?class { pcg:Theme pcg:Outcome pcg:Measure pcg:Deliverable pcg:ForceAction pcg:Plan pcg:MonitoringReport
    pcg:SourceDocument }
  { ?thing skos:notation ?code } UNION { ?thing dcterms:identifier ?code }
  ?thing a ?class ; dcterms:identifier ?id ; skos:prefLabel ?name .
} ORDER BY ?code ?class ?id"""
_SAMPLES = """SELECT ?code WHERE { ?thing a pcg:%s ; skos:notation ?code } ORDER BY ?code LIMIT 60"""
_REPORTS = """SELECT DISTINCT ?id ?period ?theme ?date ?plan WHERE {
  ?report a pcg:MonitoringReport ; dcterms:identifier ?id ; pcg:period ?period .
  OPTIONAL { ?report pcg:inTheme/skos:notation ?theme }
  OPTIONAL { ?report pcg:meetingDate ?date }
  OPTIONAL { ?report pcg:inPlan/dcterms:identifier ?plan }
} ORDER BY ?period ?id"""
_PLANS = "SELECT ?id WHERE { ?plan a pcg:Plan ; dcterms:identifier ?id } ORDER BY ?id"
_SOURCES = "SELECT DISTINCT ?text WHERE { ?action pcg:actionSource ?text } ORDER BY ?text"
_KINDS = "SELECT DISTINCT ?text WHERE { ?anomaly pcg:anomalyCode ?text } ORDER BY ?text"
_WORDINGS = """SELECT ?id ?text WHERE {
  ?thing a pcg:Deliverable ; dcterms:identifier ?id ; skos:prefLabel ?text
} ORDER BY ?id"""
_TEXTS = """SELECT ?text WHERE {
  { VALUES ?class { pcg:Deliverable pcg:ForceAction pcg:Outcome pcg:Measure pcg:Theme }
    ?thing a ?class ; skos:prefLabel ?text }
  UNION { ?figure pcg:what ?text }
  UNION { ?passage a pcg:Passage ; pcg:quote ?text }
}"""

TYPES = {
    "Theme": ("Theme", "theme"),
    "Outcome": ("Outcome", "outcome"),
    "Measure": ("Measure", "measure"),
    "Deliverable": ("Deliverable", "deliverable"),
    "ForceAction": ("Action", "action"),
    "Plan": ("Plan", "plan"),
    "MonitoringReport": ("Report", "report"),
    "SourceDocument": ("Document", "document"),
    "Post": ("Post", "post"),
    "ResponsibilityCode": ("Code", "code"),
}
"""Each class's parameter type, and its word in questions."""

ENTITY_WORDS = {"partnership": "board", "organisation": "office"}
"""The words in questions of the kinds of entities that have another than their own."""

MOST_WORDS = 10
"""A name of more words is not looked for whole."""

_JOINED = 4
"""Words of fewer letters are not looked for as one word: `anti-social` and `antisocial` are the same."""

_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "with", "by", "at", "a", "an", "from"})


class Name(NamedTuple):
    """One name of one thing.

    Attributes:
        value: The thing.
        text: The name as it is held.
        forms: Its words in lower case, abbreviations spelt out, without small words.
    """

    value: Value
    text: str
    forms: tuple[str, ...]


class Report(NamedTuple):
    """One monitoring report: id, period such as 2019-20Q4, theme's code, day of its meeting, its plan's id."""

    id: str
    period: str
    theme: str
    date: str
    plan: str


class Register:
    """The names of a store's things, fetched when first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def _select(self, query: str) -> list[tuple[str, ...]]:
        rows = self._store.select(_PREFIXES + query).rows
        return [tuple("" if value is None else str(value) for value in row) for row in rows]

    @cached_property
    def _rows(self) -> list[tuple[Value, str]]:
        """Every thing that has a name, once a name."""
        found = self._select(_NAMES)
        rows = [(_to_entity(id_, kind), name) for id_, kind, name in found]
        for id_, class_, name in self._select(_OTHERS):
            type_, kind = TYPES[class_.removeprefix(PCG)]
            rows.append((Value(type_, kind, id_.rpartition("/")[2], name), name))
        rows += [(Value("Source", "source", text, text), text) for (text,) in self._select(_SOURCES)]
        rows += [(Value("Anomaly", "contradict", text, text), text) for (text,) in self._select(_KINDS)]
        labels = {(value.type, value.value): name for value, name in reversed(rows) if " " in name}
        return [(value._replace(label=labels.get((value.type, value.value), name)), name) for value, name in rows]

    @cached_property
    def shorts(self) -> dict[str, tuple[str, ...]]:
        """What abbreviations stand for, learned from things that have a long name and a short one."""
        by_thing: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
        for value, name in self._rows:
            by_thing[value.type, value.value].append([word.form for word in cut_words(name)])
        found: dict[str, tuple[str, ...]] = {}
        for names in by_thing.values():
            for short in names:
                for long in names:
                    found.update(_learn_short(short, long))
        return found

    def spell_out(self, forms: Iterable[str]) -> tuple[str, ...]:
        """Words with their abbreviations spelt out, without small words."""
        return tuple(
            part
            for form in forms
            if form not in _SMALL
            for part in self.shorts.get(form, (form,))
            if part not in _SMALL
        )

    @cached_property
    def names(self) -> list[Name]:
        """Every name, cut into words."""
        return [
            Name(value, name, self.spell_out(word.form for word in cut_words(name)))
            for value, name in self._rows
            if name
        ]

    @cached_property
    def by_key(self) -> dict[str, list[Name]]:
        """The names by their letters alone."""
        found: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            for key in to_keys(name.forms):
                found[key].append(name)
        return found

    @cached_property
    def by_word(self) -> dict[str, list[Name]]:
        """The names of entities, posts and themes by each of their words."""
        found: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            if name.value.type in {"Entity", "Post", "Theme"} and len(name.forms) > 1:
                for form in dict.fromkeys(map(to_singular, name.forms)):
                    found[form].append(name)
        return found

    def find_codes(self, codes: Sequence[str]) -> dict[str, list[Value]]:
        """The things whose short code or id is one of these, by code; with several plans' one, the code itself."""
        found: dict[str, list[Value]] = defaultdict(list)
        if not codes:
            return found
        listed = " ".join(str(Literal(code)) for code in codes)
        for code, class_, _, name in self._select(_CODES % listed):
            type_, kind = TYPES[class_.removeprefix(PCG)]
            value = Value(type_, kind, code, name)
            if value.type not in {known.type for known in found[code]}:
                found[code].append(value)
        return found

    @cached_property
    def shapes(self) -> dict[str, str]:
        """The classes of things by the shape of their codes, such as T#.# for Deliverable."""
        found: dict[str, str] = {}
        for class_ in ("Theme", "Outcome", "Measure", "Deliverable", "ForceAction"):
            for (code,) in self._select(_SAMPLES % class_):
                found.setdefault(to_shape(code), class_)
        return found

    @cached_property
    def reports(self) -> list[Report]:
        """The reports, the earliest period first."""
        return [Report(*row) for row in self._select(_REPORTS)]

    @cached_property
    def plans(self) -> list[str]:
        """The plans' ids."""
        return [row[0] for row in self._select(_PLANS)]

    @cached_property
    def texts(self) -> list[str]:
        """Wordings, what is counted, and the reports' words where they are at hand."""
        return [row[0] for row in self._select(_TEXTS)]

    @cached_property
    def running_text(self) -> str:
        """All of them, and the names, in lower case."""
        return "\n".join([*self.texts, *(name.text for name in self.names)]).casefold()

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words that the papers print in lower case: no name by themselves."""
        return frozenset(
            to_singular(word.form) for text in self.texts for word in cut_words(text) if word.text[0].islower()
        )

    @cached_property
    def wordings(self) -> list[tuple[str, str]]:
        """The deliverables' ids with their wordings in lower case."""
        return [(id_, text.casefold()) for id_, text in self._select(_WORDINGS)]

    @cached_property
    def deliverables(self) -> frozenset[str]:
        """The deliverables' ids."""
        return frozenset(id_ for id_, _ in self.wordings)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the papers and of names, in lower case, plurals in the singular too."""
        forms = {word.form for word in cut_words(self.running_text)}
        return frozenset(forms | set(map(to_singular, forms)))

    def count_printed(self, forms: Sequence[str]) -> Counter[str]:
        """How often the papers and the names hold these words, by spelling: with a space, a hyphen, or as one word."""
        if not all(form in self.running_text for form in forms):
            return Counter()
        joint = "[ -]?" if min(map(len, forms)) >= _JOINED else "[ -]"
        return Counter(re.findall(rf"(?<!\w){joint.join(map(re.escape, forms))}", self.running_text))


def _to_entity(id_: str, kind: str) -> Value:
    word = kind.removeprefix(f"{PCG}entity-kind-")
    return Value("Entity", ENTITY_WORDS.get(word, word), id_, id_)


def _learn_short(short: Sequence[str], long: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What words of one name say of another's: `det supt intel` word for word, `dci county` by its initials."""
    if short == long:
        return
    pairs = list(zip(short, long, strict=False))
    if len(short) == len(long) and all(a == b or is_short_for(a, b) for a, b in pairs):
        yield from ((a, (b,)) for a, b in pairs if a != b and to_singular(b) != a)
    elif short and 2 <= len(short[0]) < len(long) and len(long) - len(short[0]) == len(short) - 1 > 0:
        count = len(short[0])
        if short[0] == "".join(word[0] for word in long[:count]) and list(short[1:]) == list(long[count:]):
            yield short[0], tuple(long[:count])


def to_keys(forms: Sequence[str]) -> set[str]:
    """The letters of a name, as it is and with its last word in the singular.

    >>> sorted(to_keys(("e", "cins"))), sorted(to_keys(("fraud", "officers")))
    (['ecin', 'ecins'], ['fraudofficer', 'fraudofficers'])
    """
    if not forms:
        return set()
    start = "".join(forms[:-1])
    return {start + forms[-1], start + to_singular(forms[-1])}


def to_shape(code: str) -> str:
    """What codes of one kind have in common.

    >>> to_shape("T3.11"), to_shape("3.3.1"), to_shape("t2a.1.a")
    ('T#.#', '#.#.#', 'T#A.#.A')
    """
    shape = ""
    for letter in to_form(code).upper():
        mark = "#" if letter.isdigit() else "A" if letter.isalpha() and shape else letter
        shape += "" if mark == "#" and shape.endswith("#") else mark
    return shape
