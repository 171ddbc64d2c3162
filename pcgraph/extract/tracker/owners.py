"""The cells of a tracker that say who leads: posts and codes, never a person's name.

Whatever looks like a person's name is taken out before anything else is read: a post that is
left out can be added by hand, a name that went into the tables cannot be called back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pcgraph.extract.clean import clean_wording
from pcgraph.extract.codes import looks_like_code, split_codes
from pcgraph.extract.names.lexicon import get_first_names, get_heads, is_ordinary
from pcgraph.extract.ranks import is_post_title, split_rank
from pcgraph.extract.tracker.layout import to_words

_HONORIFIC = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|lord|lady|rev)\b\.?\s*", re.I
)
_PIECES = re.compile(r"(\s*[;,/&()\[\]:|]\s*|\s+[–—-]\s+|\s+(?:and|with)\s+)", re.IGNORECASE)
_STRONG = re.compile(r"(\s*[;/|]\s*)")
_CONTACT = re.compile(r"\S*@\S*|(?<!\w)\+?\d[\d\s()-]{5,}\d")
_NAME = re.compile(r"[^\W\d_][^\W\d_]*(?:[’'-][^\W\d_]+)*\.?")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_EDGES = " ,;:/&|–—-"
_POST_WORDS = frozenset(
    "adviser advisor analyst assistant chair commissioner corporate deputy executive chief secretary".split()
)


class Owner(NamedTuple):
    """What a cell says of who leads.

    Attributes:
        posts: The posts and departments as printed, persons' names taken out.
        codes: Responsibility codes.
        names_person: Whether a person's name was taken out.
    """

    posts: str
    codes: tuple[str, ...]
    names_person: bool

    @property
    def printed(self) -> str:
        """Codes and posts in one line, as the table holds them."""
        return "; ".join(filter(None, (" / ".join(self.codes), self.posts)))


class Owners:
    """Reads the cells of one document.

    Args:
        codes: Organisations that count as codes, in the form of `to_words`.
        texts: The document's wordings and titles; a name that stands in them is a place's or a unit's.
    """

    def __init__(self, codes: frozenset[str], texts: Iterable[str]) -> None:
        self._codes = codes
        self._known = frozenset(word.casefold().rstrip(".") for text in texts for word in _NAME.findall(text))

    def read(self, cell: str) -> Owner:
        """Take a cell apart."""
        text = clean_wording(_CONTACT.sub(" ", cell))
        rest = self._without_persons(text)
        codes: list[str] = []
        kept: list[str] = []
        for piece in _STRONG.split(rest):
            found = self._find_codes(piece)
            codes += found
            kept += [] if found else [piece]
        posts = "".join(kept).strip(_EDGES)
        is_same = to_words(rest) == to_words(cell)
        return Owner(posts, tuple(dict.fromkeys(codes)), not is_same)

    def _find_codes(self, piece: str) -> list[str]:
        """The codes that a piece consists of; none where it names a post."""
        plain = piece.strip(f"{_EDGES}()[]")
        parts = split_codes(plain) if plain else ()
        return [*parts] if all(self._is_code(part) for part in parts) else []

    def _is_code(self, part: str) -> bool:
        known = to_words(part) in self._codes
        return known or (looks_like_code(part) and not split_rank(part)[0])

    def _without_persons(self, text: str) -> str:
        pieces = _PIECES.split(text)
        kept: list[str] = []
        follows_rank = False
        for index, piece in enumerate(pieces):
            if index % 2:
                kept.append(piece)
                continue
            cleaned = self._without_person(piece, is_unit=follows_rank)
            kept.append(cleaned)
            follows_rank = bool(piece) and split_rank(piece) != ("", piece) and not split_rank(piece)[1]
        return _tidy("".join(kept))

    def _without_person(self, piece: str, *, is_unit: bool) -> str:
        """A piece without the person that it names; "" where it names nothing else."""
        if _HONORIFIC.match(piece):
            return self._cut_name(_HONORIFIC.sub("", piece)) if is_post_title(piece) else ""
        rank, rest = split_rank(piece)
        if rank:
            return "" if rest and self._is_person(rest) else piece
        if is_unit and len(piece.split()) == 1:
            return piece
        return "" if self._is_person(piece) else self._cut_name(piece)

    def _cut_name(self, piece: str) -> str:
        """A post's title without a first and last name before or behind it."""
        words = piece.split()
        for index in range(len(words) - 1):
            if words[index] in get_first_names() and self._is_unknown(words[index + 1]):
                return " ".join(words[:index] + words[index + 2 :])
        return piece

    def _is_person(self, text: str) -> bool:
        """Whether words look like a person's name and nothing else."""
        words = [word.rstrip(".") for word in text.split()]
        if not 1 <= len(words) <= 4 or not all(_NAME.fullmatch(word) and word[0].isupper() for word in words):
            return False
        if is_post_title(text) or any(_is_body(word) for word in words[1:]):
            return False
        if len(words) == 1:
            return words[0].capitalize() in get_first_names() or self._is_unknown(words[0])
        firsts = [word.capitalize() in get_first_names() or len(word) == 1 for word in words]
        return any(firsts[:2]) or all(self._is_unknown(word) for word in words)

    def _is_unknown(self, word: str) -> bool:
        """Whether a word is neither ordinary, nor a code, nor a name that the document's own wordings print."""
        plain = word.rstrip(".").removesuffix("’s").removesuffix("'s")
        fold = plain.casefold()
        known = is_ordinary(plain) or fold in get_heads() or fold in _POST_WORDS or fold in self._known
        return plain[:1].isupper() and not plain.isupper() and not known and fold not in self._codes


def _is_body(word: str) -> bool:
    """Whether a word is the head of an organisation's name, not of a place's: `Trust`, not `Hill`."""
    head = get_heads().get(word.casefold())
    return head is not None and head.kind not in ("place", "none")


def _tidy(text: str) -> str:
    """A cell without the brackets and separators that lost what they parted."""
    text = _EMPTY.sub("", text)
    text = re.sub(r"([;,/&|]\s*)(?=[;,/&|])", "", text)
    return " ".join(text.split()).strip(_EDGES)
