"""What a number counts, in the text's own words: the phrase behind it, or the subject of its clause."""

from __future__ import annotations

import re

from pcgraph.extract.figures.words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BARRIERS,
    CHANGE_WORDS,
    NUMBER_WORDS,
    PREPOSITIONS,
    VERBS,
    is_participle,
    is_plural,
)

MAX_WORDS = 10
"""A phrase longer than this tells no more."""

_TOKEN = re.compile(r"[^\W\d_][\w'’&./@-]*(?<![.'’/-])|\d[\d,./-]*\d|\d|[^\w\s]")
_SKIPPED = re.compile(
    r"(?:\s*[-+]\s*)?(?:\s*x\s|\s+(?:of\s+(?:the|these|those|our|its|their)|of|or so|or more|different)\s)?"
)
_QUOTES = frozenset("'‘’“”\"")
_PARTICLES = frozenset({"out", "up", "off", "down", "back"})
_FUNCTION_WORDS = BARRIERS | PREPOSITIONS
_TRAILING = BARRIERS | PREPOSITIONS | ARTICLES | ADVERBS
_CLAUSE = re.compile(
    r"[;:|]|,\s(?=(?:and|but|while|whilst|with|which|of which|when|where)\b)"
    r"|(?<=\s)(?:but|while|whilst|whereas|which)(?=\s)|\s[–—-]\s"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_PRONOUNS = frozenset("it we they he she you i there this these those".split())
_OBJECT = re.compile(
    rf"\b(?:{'|'.join(sorted(CHANGE_WORDS))})\s+(?!in\b|of\b|by\b|from\b|to\b)((?:[\w'’-]+\s+){{1,8}}?)"
    r"(?:by|from|to)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"(?:\s\w+)?[)\s,;]*\b(?:and|while|with|but)\s+((?:[\w'’-]+\s+){1,5})(?:by\s+)?(?:an?\s+)?\(?")
_OF = re.compile(
    r"\b(?:of|totalling|totaling|worth)\s+(?:a\s+)?(?:up to|over|about|around|circa|approximately|some|nearly|just over"
    r"|more than|at least)?\s*$",
    re.IGNORECASE,
)


def read_phrase(words: str, start: int, stops: frozenset[int] = frozenset()) -> str:
    """The noun phrase that begins at an offset, with what follows it closely.

    Args:
        words: The text.
        start: Where the phrase may begin.
        stops: Offsets of numbers and times, at which it ends.

    >>> read_phrase("24 detectives, to form a team", 2), read_phrase("116 referrals were closed on time.", 3)
    ('detectives', 'referrals closed on time')
    """
    tokens = _to_tokens(words, start, stops)
    taken: list[str] = []
    for index, token in enumerate(tokens):
        if len(taken) >= MAX_WORDS or not _continues(taken, token, tokens[index + 1 : index + 3]):
            break
        if token.lower() not in AUXILIARIES:
            taken.append(token)
    return _finish(taken)


def _to_tokens(words: str, start: int, stops: frozenset[int]) -> list[str]:
    """The words from an offset up to the next mark, number or time."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(words, start):
        token = match[0]
        if match.start() in stops or (not token[0].isalnum() and token not in _QUOTES):
            break
        if len(tokens) > 2 * MAX_WORDS:
            break
        if token not in _QUOTES:
            tokens.append(token)
    return tokens


def _continues(taken: list[str], token: str, rest: list[str]) -> bool:
    """Whether a word still belongs to the phrase taken so far."""
    low, after = _to_low(token), _to_low(rest[0]) if rest else ""
    last = taken[-1] if taken else ""
    if not taken:
        return low not in BARRIERS | PREPOSITIONS and (low not in ARTICLES or bool(after))
    if low in _PARTICLES and is_participle(last):
        return True
    if low in AUXILIARIES:
        return is_participle(after) or (after in {"been", "being"} and is_participle(rest[-1]))
    if low in ("and", "or"):
        return bool(after) and after not in _FUNCTION_WORDS and (is_plural(rest[0]) or not is_plural(last))
    if low in BARRIERS or low in ADVERBS:
        return False
    if low in PREPOSITIONS:
        return bool(after) and after not in BARRIERS
    return _continues_noun(taken, token)


def _continues_noun(taken: list[str], token: str) -> bool:
    """Whether a noun, adjective or participle still belongs to the phrase: up to its head in the plural."""
    last = taken[-1]
    if last.lower() in PREPOSITIONS | {"and", "or"} | ARTICLES:
        return True
    if token.lower() in ARTICLES:
        return False
    if is_participle(token) or is_plural(token) or (token[0].isupper() and last[0].isupper()):
        return True
    return not any(map(is_plural, taken)) or not (is_plural(last) or is_participle(last))


def _to_low(token: str) -> str:
    """A word in lower case; an acronym such as `IT` stays, it is no pronoun."""
    return token if token.isupper() and len(token) > 1 else token.lower()


def _finish(taken: list[str]) -> str:
    """The words as a phrase: no article in front, nothing left hanging behind."""
    while taken and (taken[0].lower() in ARTICLES | ADVERBS or taken[0].isdigit()):
        taken = taken[1:]
    while taken and (taken[-1].lower() in _TRAILING or taken[-1].isdigit()):
        taken = taken[:-1]
    if len(taken) > 1 and taken[-1].lower() in CHANGE_WORDS and taken[-1].endswith(("ed", "fell", "rose", "grew")):
        taken = taken[:-1]
    return " ".join(taken)


def skip_links(words: str, offset: int) -> int:
    """Where the noun begins behind a number: behind `of the`, `x` and the like.

    >>> "two of the teams"[skip_links("two of the teams", 3):]
    'teams'
    """
    match = _SKIPPED.match(words, offset)
    return match.end() if match else offset


def read_subject(words: str, start: int, offset: int) -> str:
    """The subject of the clause that an offset stands in.

    Args:
        words: The text.
        start: Where the sentence begins.
        offset: Where the number stands.

    >>> read_subject("The number of thefts in town fell by 2%", 0, 37)
    'number of thefts in town'
    """
    clause = _BRACKETS.sub(" ", words[start:offset])
    parts = [part for part in _CLAUSE.split(clause) if part.strip()]
    for part in reversed(parts):
        tokens = [token for token in _TOKEN.findall(part) if token[0].isalnum()]
        if match := _OBJECT.search(part):
            return _finish(match[1].split())
        phrase = _finish(_before_verb(tokens)[-MAX_WORDS:])
        if phrase and phrase.lower() not in _PRONOUNS:
            return phrase
    return ""


def _before_verb(tokens: list[str]) -> list[str]:
    """The words of a clause before its verb: before the first auxiliary or word of change that something precedes."""
    for index, token in enumerate(tokens):
        if index and (
            token.lower() in AUXILIARIES | VERBS or (token.lower() in CHANGE_WORDS and _is_verb(tokens, index))
        ):
            return tokens[:index]
    return _drop_change(tokens)


def _is_verb(tokens: list[str], index: int) -> bool:
    """Whether a word such as `fall` is a verb: no article, no adjective before it, no `in` or `of` behind it."""
    after = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
    return tokens[index - 1].lower() not in ARTICLES and after not in ("in", "of")


def _drop_change(tokens: list[str]) -> list[str]:
    """A clause without a verb of its own: its words behind the last `and`."""
    lows = [token.lower() for token in tokens]
    cut = max((index for index, low in enumerate(lows) if low == "and"), default=-1)
    return tokens[cut + 1 :] if cut >= 0 and cut + 1 < len(tokens) else tokens


def read_before(words: str, start: int, offset: int) -> str:
    """The noun phrase that ends right before `of £20`, `(15%)` or the like; "" where none does.

    >>> read_before("It has found assets of circa £3", 0, 29), read_before("a rise in thefts (", 0, 18)
    ('assets', 'rise in thefts')
    """
    clause = words[start:offset]
    link = _OF.search(clause)
    is_bracketed = clause.rstrip().endswith("(")
    if not link and not is_bracketed:
        return ""
    clause = clause[: link.start()] if link else clause.rstrip()[:-1]
    tokens = [match[0] for match in _TOKEN.finditer(_BRACKETS.sub(" ", clause))]
    return _finish(_take_backwards(tokens, is_bracketed=is_bracketed))


def _take_backwards(tokens: list[str], *, is_bracketed: bool) -> list[str]:
    """The words of the noun phrase that ends a clause; before a bracket it may hold prepositions."""
    taken: list[str] = []
    for index in range(len(tokens) - 1, -1, -1):
        token, low = tokens[index], _to_low(tokens[index])
        if len(taken) >= MAX_WORDS or not token[0].isalnum() or low in BARRIERS:
            break
        if token[0].isdigit() and not is_bracketed:
            break
        if token[0].isdigit():
            taken = []  # `a rise in reports of some 40 incidents (15%)`: what stands before the 40
            continue
        if low in NUMBER_WORDS or (not is_bracketed and low in PREPOSITIONS | ARTICLES):
            break
        if is_participle(low) and index and tokens[index - 1].lower() in AUXILIARIES:
            break
        taken.insert(0, token)
    return taken


def read_paired(words: str, start: int, offset: int) -> str:
    """The subject of a second number in one sentence: `and burglary 3%` behind `robbery has fallen 2%`.

    >>> read_paired("Robbery fell 2% and theft from shops 3%", 15, 37)
    'theft from shops'
    """
    match = _PAIRED.fullmatch(words[start:offset])
    tokens = match[1].split() if match else []
    has_verb = any(token.lower() in AUXILIARIES | CHANGE_WORDS or is_participle(token) for token in tokens)
    return "" if has_verb else _finish(tokens)
