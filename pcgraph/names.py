"""Names of organisations, boards, programmes and the like: how two spellings are held against each other."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:the|a|an|our|their|its|this)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b")
_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "with", "by", "at", "a", "an"})


def to_name_key(name: str) -> str:
    """What two spellings of one name have in common: letters and figures in lower case, no article, `&` as and.

    >>> to_name_key("The E-CINS") == to_name_key("ecins")
    True
    >>> to_name_key("Crime & Drugs Partnership")
    'crimeanddrugspartnership'
    """
    text = unicodedata.normalize("NFKD", _ARTICLE.sub("", name.strip()).replace("&", " and ")).casefold()
    return re.sub(r"[^a-z0-9]+", "", _POSSESSIVE.sub(lambda match: match[0][1:], text))


def to_slug(name: str) -> str:
    """An id made from a name.

    >>> to_slug("Women's Aid (Notts) & Co")
    'womens-aid-notts-and-co'
    """
    text = unicodedata.normalize("NFKD", _ARTICLE.sub("", name.strip()).replace("&", " and "))
    text = text.encode("ascii", "ignore").decode().casefold().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "unnamed"


def to_initials(name: str) -> str:
    """The initials of a name's words but the small ones, in capitals.

    >>> to_initials("Slavery and Exploitation Risk Assessment Conference")
    'SERAC'
    """
    words = re.findall(r"[^\W\d_][\w'’]*", name.replace("-", " "))
    return "".join(word[0].upper() for word in words if word.lower() not in _SMALL)


def is_blank(text: str) -> bool:
    r"""Whether nothing of a text can be seen: it is empty, or holds spaces and marks without width only.

    >>> is_blank("\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE} "), is_blank("x")
    (True, False)
    """
    return all(character.isspace() or unicodedata.category(character) == "Cf" for character in text)
