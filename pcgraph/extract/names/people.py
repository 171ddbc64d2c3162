"""Names of people, which are never proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pcgraph.extract.names.heads import find_head
from pcgraph.extract.names.lexicon import get_first_names, is_ordinary

_TITLE = re.compile(
    r"(?:^|[\s(/,])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Revd|Reverend|Cllr|Councillor|Ald"
    r"|PC|PCSO|DC|DS|DI|DCI|PS|CI|ACC|DCC|CC|T/\w+|Sgt|Sergeant|Insp|Inspector|Supt|Superintendent|Constable|Commander"
    r"|Judge|HHJ|Minister|MP|Chaplain|Imam|hacker|author|widow|campaigner|survivor)\.? ?$"
)
_MOST = 3


_FORMS = frozenset(
    "mr mrs ms miss mx dr prof professor baroness baron rev revd reverend cllr councillor ald pc pcso dc ds"
    " di dci ps ci acc dcc cc sgt sergeant insp inspector supt superintendent det detective ch chief dsu".split()
)
_WORD = re.compile(r"(?:[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:['’-][A-Z]?[a-zà-ÿ]+)*")


def is_title(word: str) -> bool:
    """Whether a person's name follows a word: a title or a rank.

    >>> is_title("Cllr"), is_title("Cabinet")
    (True, False)
    """
    return word.casefold().removeprefix("t/") in _FORMS


def may_be_person(words: Sequence[str]) -> bool:
    """Whether words are as likely a person's name: two or three in capitals, none of them ordinary, no head.

    >>> may_be_person(["Oswin", "Tarrant"]), may_be_person(["Turning", "Point"]), may_be_person(["Tarrant", "Trust"])
    (True, False, False)
    """
    if not 2 <= len(words) <= _MOST or find_head(words):
        return False
    return all(_WORD.fullmatch(word) and not is_ordinary(word) for word in words)


def is_person(words: Sequence[str], before: str) -> bool:
    """Whether words in capitals are a person's name: by a title or rank before them, or by a first name.

    Args:
        words: The words; none of them a name's head.
        before: What stands before them.

    >>> is_person(["Joan", "Fenwick"], "led by "), is_person(["Fenwick"], "said Cllr ")
    (True, True)
    """
    titles = next((index for index, word in enumerate(words) if not is_title(word)), len(words))
    titled = 0 < titles < len(words) and not is_ordinary(words[titles])
    if titled and (len(words) >= 3 or not find_head(words)):
        return True
    if not 1 <= len(words) <= _MOST:
        return False
    if _TITLE.search(before) and not all(is_ordinary(word) for word in words):
        return True
    return len(words) > 1 and words[0] in get_first_names() and not is_ordinary(words[-1])
