"""How two graphs differ, thing by thing, in plain words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import NamedNode

from pcgraph.changes.diff.graph_inputs import Term
from pcgraph.changes.diff.quads import Fact, QuadReader, ThingQuads
from pcgraph.changes.diff.records import CHANGE_NAMES, ChangeName, Difference, list_names
from pcgraph.changes.diff.terms import (
    IDENTIFIER,
    NAME,
    TYPE,
    TermNamer,
    find_base,
    get_text,
    iter_names,
    name_class,
    name_graph,
    name_property,
)
from pcgraph.changes.words import count_words
from pcgraph.graph.sort_keys import to_sort_key
from pcgraph.terms import PCG

_COUNTED = frozenset({"Evidence", "Passage"})
"""Classes of which only the number of things that differ is told."""

_PLACED = frozenset({"Involvement", "Figure", "Anomaly"})
"""Classes whose ids hold a line: at another line the thing is the same, moved."""

_NAMED_BY_FACTS = _PLACED | {"Contribution", "Lineage"}
"""Classes whose names are made from their other facts, and change with them."""

_LINKS = frozenset({f"{PCG}evidence", f"{PCG}passage", f"{PCG}involvement", f"{PCG}figure", f"{PCG}sortKey"})
"""Properties that are told with the thing that they lead to, or not worth telling."""

_PLACES = frozenset({IDENTIFIER, NAME, f"{PCG}line", *_LINKS})
_BROAD = frozenset({"Entity", "Source document", "Concept"})

_Values = dict[str, set[Term]]


class _Thing(NamedTuple):
    """One thing that differs.

    Attributes:
        iri: Its IRI.
        kind: Its class in words.
        quads: What both graphs say of it.
    """

    iri: str
    kind: str
    quads: ThingQuads

    @property
    def change(self) -> ChangeName:
        """What became of the whole thing."""
        return "changed" if self.quads.old and self.quads.new else "added" if self.quads.new else "removed"


def iter_graph_differences(reader: QuadReader) -> Iterator[Difference]:
    """The differences by class, each by the ids of its things.

    Evidence and passages are counted, not listed. An involvement, figure or anomaly that stands at
    another line and is the same otherwise counts as moved.
    """
    things = [_Thing(get_text(term), _find_kind(quads), quads) for term, quads in reader.read_differing().items()]
    moved = _find_moved(things)
    namer = _make_namer(reader, things)
    by_kind: dict[str, list[_Thing]] = defaultdict(list)
    for thing in things:
        by_kind[thing.kind].append(thing)
    for kind in sorted(by_kind):
        told = [thing for thing in by_kind[kind] if thing.iri not in moved]
        if kind in _COUNTED:
            yield from _iter_counts(kind, told)
        else:
            found = (item for thing in told for item in _iter_thing(thing, namer))
            yield from sorted(found, key=lambda item: (to_sort_key(item.thing), item.what, item.before, item.after))
        if count := len(by_kind[kind]) - len(told):
            what = f"{count_words(count // 2, 'thing')} at another line, the same otherwise"
            yield Difference(kind, "", what, "", "", "moved", count // 2)


def _find_kind(quads: ThingQuads) -> str:
    """The narrowest of a thing's classes, in words."""
    classes = {get_text(value) for predicate, value, _ in quads.new | quads.old if get_text(predicate) == TYPE}
    names = sorted(name_class(iri) for iri in classes if iri.startswith(PCG))
    narrow = [name for name in names if name not in _BROAD]
    return (narrow or names or ["Ontology"])[0]


def _find_moved(things: Iterable[_Thing]) -> set[str]:
    """The IRIs of things removed and added that only differ in their place, pair by pair."""
    groups: dict[tuple[str, frozenset[tuple[str, str]]], tuple[list[str], list[str]]] = {}
    for thing in things:
        if thing.kind in _PLACED and thing.change != "changed":
            facts = thing.quads.new or thing.quads.old
            rest = frozenset((get_text(p), str(o)) for p, o, _ in facts if get_text(p) not in _PLACES)
            groups.setdefault((thing.kind, rest), ([], []))[thing.change == "added"].append(thing.iri)
    pairs = (pair for removed, added in groups.values() for pair in zip(sorted(removed), sorted(added), strict=False))
    return {iri for pair in pairs for iri in pair}


def _make_namer(reader: QuadReader, things: Iterable[_Thing]) -> TermNamer:
    """A namer that knows the names of the things that the differences lead to."""
    bases: set[str] = set()
    wanted: set[str] = set()
    for thing in things:
        bases.add(find_base(thing.iri))
        if thing.change == "changed":
            facts = thing.quads.old ^ thing.quads.new
            wanted |= {value.value for predicate, value, _ in facts if isinstance(value, NamedNode)}
    names = dict(iter_names(reader.iter_all(), frozenset(wanted))) if wanted else {}
    return TermNamer(bases - {""}, names)


def _iter_counts(kind: str, things: Iterable[_Thing]) -> Iterator[Difference]:
    counts = Counter(thing.change for thing in things)
    noun = {"Evidence": ("piece of evidence", "pieces of evidence")}.get(kind, ("passage", "passages"))
    for change in CHANGE_NAMES:
        if counts[change]:
            yield Difference(kind, "", f"{count_words(counts[change], *noun)} {change}", "", "", change, counts[change])


def _iter_thing(thing: _Thing, namer: TermNamer) -> Iterator[Difference]:
    name = f"{thing.kind} {namer.name_thing(thing.iri)}"
    if thing.change == "removed":
        yield Difference(thing.kind, name, "removed", _find_name(thing.quads.old), "", "removed")
    elif thing.change == "added":
        yield Difference(thing.kind, name, "added", "", _find_name(thing.quads.new), "added")
    else:
        left_out = _LINKS | {NAME} if thing.kind in _NAMED_BY_FACTS else _LINKS
        for what, before, after in _iter_properties(thing.quads, namer, left_out):
            yield Difference(thing.kind, name, what, before, after, "changed")


def _find_name(facts: Iterable[Fact]) -> str:
    return min((get_text(value) for predicate, value, _ in facts if get_text(predicate) == NAME), default="")


def _iter_properties(quads: ThingQuads, namer: TermNamer, left_out: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Each property that changed: what became of it, before and after; else the graphs, where these did."""
    old, new = _to_values(quads.old), _to_values(quads.new)
    for predicate in sorted({*old, *new} - left_out):
        gone = sorted(namer.show(value) for value in old.get(predicate, set()) - new.get(predicate, set()))
        come = sorted(namer.show(value) for value in new.get(predicate, set()) - old.get(predicate, set()))
        if gone or come:
            verb = "changed" if gone and come else "added" if come else "removed"
            yield f"{name_property(predicate)} {verb}", list_names(gone), list_names(come)
    if old == new:
        yield "stated in other graphs", _list_graphs(quads.old - quads.new), _list_graphs(quads.new - quads.old)


def _to_values(facts: Iterable[Fact]) -> Mapping[str, set[Term]]:
    values: _Values = defaultdict(set)
    for predicate, value, _ in facts:
        values[get_text(predicate)].add(value)
    return dict(values)


def _list_graphs(facts: Iterable[Fact]) -> str:
    return list_names(sorted({name_graph(graph) for _, _, graph in facts}))
