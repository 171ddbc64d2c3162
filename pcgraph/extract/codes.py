"""Responsibility codes: which words of a report are codes, and what a code stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CAPITALS = re.compile(r"^[A-Z]{2,6}$")
_INITIALS_LENGTH = 3
_STRONG_SEPARATOR = re.compile(r"\s*[/;,+&]\s*")
_FILLERS = frozenset({"of", "the", "and", "for", "in", "to"})


def split_codes(text: str) -> tuple[str, ...]:
    """The codes of a responsibility cell; words that are no codes stay together as one.

    >>> split_codes("NOPCC DH"), split_codes("PCC (JB) / Force"), split_codes("Public Health")
    (('NOPCC', 'DH'), ('PCC', 'JB', 'Force'), ('Public Health',))
    """
    pieces = [piece for piece in _STRONG_SEPARATOR.split(text.strip()) if piece]
    codes = [code for piece in pieces for code in _split_words(piece)]
    return tuple(dict.fromkeys(codes))


def _split_words(piece: str) -> list[str]:
    """The words of a piece where all of them are codes, one in brackets perhaps; else the piece."""
    words = piece.replace("(", " ").replace(")", " ").split()
    return words if len(words) > 1 and all(looks_like_code(word) for word in words) else [piece]


def looks_like_code(word: str) -> bool:
    """Whether a word has the form of a code: two to six capitals.

    >>> looks_like_code("KD"), looks_like_code("Force"), looks_like_code("I")
    (True, False, False)
    """
    return bool(_CAPITALS.match(word))


def find_leading_codes(text: str, known: frozenset[str]) -> tuple[str, str]:
    """The codes that a line begins with, as printed, and the words after them.

    Args:
        text: An item's line without its number.
        known: Codes that the document prints in cells of their own.

    >>> find_leading_codes("NOPCC DH Undertake research", frozenset())
    ('NOPCC DH', 'Undertake research')
    >>> find_leading_codes("Force", frozenset({"Force"}))
    ('Force', '')
    """
    taken = 0
    for match in re.finditer(r"[^\s/;,+&]+", text):
        between = text[taken : match.start()]
        if not (match[0] in known or looks_like_code(match[0])) or (taken and between.strip(" /;,+&")):
            break
        taken = match.end()
    return text[:taken], text[taken:].strip(" ,;:–-")


def to_code_kind(code: str, stands_for: str) -> str:
    """What kind of thing a code stands for: initials are two or three capitals that nothing spells out.

    >>> to_code_kind("KD", ""), to_code_kind("VRU", "Violence Reduction Unit"), to_code_kind("Force", "")
    ('initials', 'organisation', 'organisation')
    """
    short = looks_like_code(code) and len(code) <= _INITIALS_LENGTH
    return "initials" if short and not stands_for else "organisation"


def find_meaning(code: str, texts: Iterable[str]) -> str:
    """The name that a document spells out for a code: capitalised words whose initials it is.

    A short code counts only where the name stands right before it in brackets: two or three
    initials fit many names, a person's among them.

    >>> find_meaning("VRU", ["led by the Violence Reduction Unit (VRU) Consultant"])
    'Violence Reduction Unit'
    >>> find_meaning("NOPCC", ["Head of the Northshire Office of the Police and Crime Commissioner"])
    'Northshire Office of the Police and Crime Commissioner'
    >>> find_meaning("KD", ["Report of Karl Dahl"])
    ''
    """
    if not looks_like_code(code):
        return ""
    filler = rf"(?:(?:{'|'.join(sorted(_FILLERS))})\s+)*"
    name = rf"\s+{filler}".join(rf"{letter}[a-z’'-]+" for letter in code)
    bracketed = rf"\s*[’'”\"]?\s*\({code}\)" if len(code) <= _INITIALS_LENGTH else ""
    pattern = re.compile(rf"\b({name}){bracketed}")
    must_hold = f"({code})" if bracketed else code[0]
    match = next((match for text in texts if must_hold in text and (match := pattern.search(text))), None)
    return " ".join(match[1].split()) if match else ""
