"""Things of the graph with their codes and names, for parameters and for completion."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

_WORDED = ("Outcome", "Measure", "Deliverable", "ForceAction")
"""The classes whose label is a sentence of the plan, not a name."""

_SAID = ("ProgressUpdate", "Anomaly", "Contribution", "Lineage")
"""The classes whose label says something of another thing."""

_LEAST_LETTERS = 3
"""How long a part of a name must be to stand for the whole."""

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
    def has_name(self) -> bool:
        """Whether its label is a name: neither a wording of the plan nor words about another thing."""
        return self.kind.removeprefix(PCG) not in (*_WORDED, *_SAID)

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


def find_partial(things: Sequence[Thing], wanted: str) -> list[Thing]:
    """The things of which one name holds all the words wanted, as whole words.

    Where some hold them side by side, only these; things that hold them apart come second.
    """
    words = to_words(wanted)
    if len("".join(words)) < _LEAST_LETTERS:
        return []
    phrase = f" {' '.join(words)} "
    named = [(thing, [to_words(name) for name in thing.names]) for thing in things]
    beside = [thing for thing, names in named if any(phrase in f" {' '.join(name)} " for name in names)]
    return beside or [thing for thing, names in named if any(set(words) <= set(name) for name in names)]


def to_words(name: str) -> list[str]:
    """The words of a name in lower case, without what stands between them; `&` is and.

    >>> to_words("Crime & Drugs Partnership (St. Ann's)")
    ['crime', 'and', 'drugs', 'partnership', 'st', "ann's"]
    """
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", simplify_name(name).replace("&", " and "))


def to_bare_code(code: str) -> str:
    """A short code in lower case without its first letters.

    >>> to_bare_code("T3.3"), to_bare_code("T3A"), to_bare_code("VRU")
    ('3.3', '3a', '')
    """
    return re.sub(r"^[^\W\d_]+", "", code).casefold()


def simplify_name(name: str) -> str:
    """A name without what spelling differs in: case, spaces, the shape of quotes and dashes.

    >>> simplify_name("  O’Brien   House ")
    "o'brien house"
    """
    plain = name.translate(_PLAIN)
    return re.sub(r"\s+", " ", plain).strip().casefold()


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
