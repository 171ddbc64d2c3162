"""Things of the graph with their codes and names, for parameters and for completion."""

from __future__ import annotations

import re
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from pcgraph.store.base import Answer, Store
from pcgraph.terms import PCG

CLASSES = {
    "Theme": ("Theme",),
    "Outcome": ("Outcome",),
    "Measure": ("Measure",),
    "Deliverable": ("Deliverable",),
    "Action": ("ForceAction",),
    "Post": ("Post",),
    "Report": ("MonitoringReport",),
    "Document": ("SourceDocument",),
    "Plan": ("Plan",),
    "Code": ("ResponsibilityCode",),
    "Partner": ("Partner", "Partnership"),
    "Entity": ("Entity",),
}
"""The classes behind each parameter type that is a kind of thing; `Thing` is any of them and more."""

NAMED_TYPES = ("Partner", "Entity")
"""The types of what documents name, each under many names."""

_PARTS = ("Passage", "Involvement", "Figure")
"""Parts of an update: no things to ask for."""

_PREFIXES = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""

_SELECT = (
    _PREFIXES
    + """
SELECT ?thing ?identifier ?class ?notation ?label ?alias ?plan ?start ?parent
WHERE {
  %s
  ?thing dcterms:identifier ?identifier ;
    a ?class .
  OPTIONAL { ?thing skos:notation ?notation }
  OPTIONAL { ?thing skos:prefLabel ?label }
  OPTIONAL { ?thing skos:altLabel ?alias }
  OPTIONAL {
    ?thing pcg:inPlan ?plan .
    OPTIONAL { ?plan pcg:startDate ?start }
    OPTIONAL { ?plan pcg:partOfPlan ?parent }
  }
}
ORDER BY ?identifier ?thing ?class ?notation ?label ?alias
"""
)
_EXACT = """{ ?thing dcterms:identifier %s } UNION { ?thing skos:notation %s }"""


class Thing(NamedTuple):
    """One thing that a user can name.

    Attributes:
        iri: Its IRI.
        identifier: Its id in the tables.
        kind: The IRI of its class, the first of several by name.
        notation: Its short code or acronym; empty where it has none.
        label: Its name.
        aliases: Its other spellings and wordings.
        plan: The IRI of its plan; empty where it belongs to none.
        plan_start: That plan's first day; empty where not stated.
        is_yearly: Whether that plan is a yearly one under another.
    """

    iri: str
    identifier: str
    kind: str
    notation: str
    label: str
    aliases: tuple[str, ...]
    plan: str
    plan_start: str
    is_yearly: bool

    @property
    def is_named(self) -> bool:
        """Whether it is an entity: something that documents name, each in its own way."""
        return self.kind == f"{PCG}Entity"

    @property
    def codes(self) -> tuple[str, ...]:
        """Id and short code, the shortest last."""
        return (self.identifier, self.notation) if self.notation else (self.identifier,)

    @property
    def names(self) -> tuple[str, ...]:
        """Name and other spellings."""
        return (self.label, *self.aliases)


def fetch_things(store: Store, type_name: str) -> list[Thing]:
    """Every thing of a parameter type, by id."""
    return _to_things(store.select(_SELECT % _restrict(type_name)))


def find_exact(store: Store, type_name: str, wanted: str) -> list[Thing]:
    """The things whose id, short code or IRI is exactly this text; a lookup, not a scan.

    Where ids of two kinds are alike, the kind before the id tells them apart: `code/VRU`.
    """
    try:
        literal = str(Literal(wanted))
        found = _to_things(store.select(_SELECT % f"{_EXACT % (literal, literal)} {_restrict(type_name)}"))
        if found or "/" not in wanted:
            return found
        node = NamedNode(wanted if wanted.startswith(store.base) else store.base + wanted)
    except ValueError:  # half of a surrogate pair, or no IRI
        return []
    return _to_things(store.select(_SELECT % f"VALUES ?thing {{ {node} }} {_restrict(type_name)}"))


def _restrict(type_name: str) -> str:
    if type_name == "Thing":
        return " ".join(f"FILTER NOT EXISTS {{ ?thing a pcg:{name} }}" for name in _PARTS)
    classes = " ".join(f"pcg:{name}" for name in CLASSES[type_name])
    return f"VALUES ?kind {{ {classes} }} ?thing a ?kind ."


def _to_things(answer: Answer) -> list[Thing]:
    """One thing an IRI; the rows repeat it for each class, label and other spelling."""
    things: dict[str, Thing] = {}
    for row in answer.rows:
        iri, identifier, kind, notation, label, alias, plan, start, parent = (
            "" if value is None else str(value) for value in row
        )
        known = things.get(iri)
        aliases = dict.fromkeys([*(known.aliases if known else ()), *([alias] if alias else [])])
        if known:
            things[iri] = known._replace(aliases=tuple(aliases))
        else:
            values = (iri, identifier, kind, notation, label, tuple(aliases), plan, start, bool(parent))
            things[iri] = Thing._make(values)
    return list(things.values())


def simplify_name(name: str) -> str:
    """A name without what spelling differs in: case, spaces, the shape of quotes and dashes.

    >>> simplify_name("  O’Brien   House ")
    "o'brien house"
    """
    plain = name.translate(_PLAIN)
    return re.sub(r"\s+", " ", plain).strip().casefold()


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
