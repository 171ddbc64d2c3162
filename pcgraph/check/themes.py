"""The theme of each thing that a finding can be of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from pcgraph.store.base import Store

_THEMES = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?id ?code
WHERE {
  {
    ?thing pcg:inTheme ?theme .
  } UNION {
    VALUES ?stands { pcg:reportsOn pcg:inReport pcg:deliverable pcg:later pcg:earlier }
    ?thing ?stands ?other .
    ?other pcg:inTheme ?theme .
  } UNION {
    ?thing a pcg:Theme .
    BIND(?thing AS ?theme)
  }
  ?thing dcterms:identifier ?id .
  ?theme dcterms:identifier ?code .
}
ORDER BY ?id ?code
"""
"""The theme that a thing states; else that of what it reports on, stands in or judges."""


def find_themes(store: Store) -> dict[str, str]:
    """The id of the theme of everything that stands under exactly one, by the thing's id."""
    found: Mapping[str, set[str]] = defaultdict(set)
    for thing, theme in store.select(_THEMES).rows:
        found[str(thing)].add(str(theme))
    return {thing: min(themes) for thing, themes in found.items() if len(themes) == 1}


def to_short_themes(themes: Collection[str]) -> list[str]:
    """The themes' short codes, each once, in order.

    >>> to_short_themes(["2021-25/T2", "2018-21/T1", "2018-21/T2", "2018-21/T10"])
    ['T1', 'T2', 'T10']
    """
    codes = {to_short_theme(theme) for theme in themes}
    return sorted(codes, key=lambda code: (len(code), code))


def to_short_theme(theme: str) -> str:
    """A theme's code without its plan."""
    return theme.rpartition("/")[2]
