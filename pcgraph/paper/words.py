"""What the ontology calls statuses, roles and timings: one source for names that papers print."""

from __future__ import annotations

from typing import NamedTuple

from pcgraph.store.base import Store

_CONCEPTS = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?scheme ?notation ?label ?definition
WHERE {
  VALUES (?list ?scheme) {
    (pcg:RagStatus "status")
    (pcg:InvolvementRole "role")
    (pcg:InvolvementTiming "timing")
    (pcg:ReviewState "review")
    (pcg:EntityKind "kind")
  }
  ?concept skos:inScheme ?list ;
    skos:notation ?notation ;
    skos:prefLabel ?label ;
    skos:definition ?definition .
}
ORDER BY ?scheme ?notation
"""


class Word(NamedTuple):
    """A concept for people.

    Attributes:
        label: Its name.
        meaning: What it says.
    """

    label: str
    meaning: str


class Words(NamedTuple):
    """The concepts that a paper speaks of, by notation.

    Attributes:
        statuses: RAG letters.
        roles: What part an entity has, in small letters.
        timings: When, in small letters.
        reviews: Who has looked at a judgement.
        kinds: Kinds of entity.
    """

    statuses: dict[str, Word]
    roles: dict[str, str]
    timings: dict[str, str]
    reviews: dict[str, str]
    kinds: dict[str, str]


def read_words(store: Store) -> Words:
    """The names of the graph's concepts, from the ontology in it."""
    found: dict[str, dict[str, Word]] = {}
    for scheme, notation, label, definition in store.select(_CONCEPTS).rows:
        found.setdefault(str(scheme), {})[str(notation)] = Word(str(label), str(definition))
    small = {
        name: {notation: word.label[:1].lower() + word.label[1:] for notation, word in words.items()}
        for name, words in found.items()
    }
    return Words(found["status"], small["role"], small["timing"], small["review"], small["kind"])
