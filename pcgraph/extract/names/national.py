"""Names known in all of Britain, found by their keys."""

from __future__ import annotations

from functools import cache

from pcgraph.extract.names.forms import FormIndex, to_form
from pcgraph.extract.names.lexicon import KnownName, get_national
from pcgraph.names import to_name_key

_LINKS = frozenset({"of", "for", "the", "and", "&", "into"})


@cache
def _by_key() -> dict[str, KnownName]:
    names: dict[str, KnownName] = {}
    for known in get_national():
        for form in (known.name, *known.aliases):
            names.setdefault(to_name_key(form), known)
    return names


@cache
def get_irregular() -> FormIndex:
    """The names that capitals do not hold together: with small words, commas or printed in lower case."""
    forms = []
    for known in get_national():
        for printed in (known.name, *known.aliases):
            words = printed.replace(",", "").split()
            if "," in printed or any(word.islower() and word not in _LINKS for word in words):
                forms.append(to_form(printed, known.name, known.kind))
    return FormIndex(forms)


def find_national(name: str) -> KnownName | None:
    """The national body or scheme of that name, in singular or plural.

    >>> find_national("CSPs").kind, find_national("Home Office").kind
    ('partnership', 'partner')
    """
    key = to_name_key(name)
    return _by_key().get(key) or (_by_key().get(key[:-1]) if key.endswith("s") else None)
