"""Names of people, which are never proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pcgraph.extract.names.lexicon import get_first_names, is_ordinary

_TITLE = re.compile(
    r"(?:^|[\s(/,])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Revd|Reverend|Cllr|Councillor|Ald"
    r"|PC|PCSO|DC|DS|DI|DCI|PS|CI|ACC|DCC|CC|T/\w+|Sgt|Sergeant|Insp|Inspector|Supt|Superintendent|Constable|Commander"
    r"|Judge|HHJ|Minister|MP|Chaplain|Imam|hacker|author|widow|campaigner|survivor)\.? ?$"
)
_MOST = 3


def is_person(words: Sequence[str], before: str) -> bool:
    """Whether words in capitals are a person's name: by a title or rank before them, or by a first name.

    Args:
        words: The words; none of them a name's head.
        before: What stands before them.

    >>> is_person(["Joan", "Fenwick"], "led by "), is_person(["Fenwick"], "said Cllr ")
    (True, True)
    """
    if not 1 <= len(words) <= _MOST:
        return False
    if _TITLE.search(before) and not all(is_ordinary(word) for word in words):
        return True
    return len(words) > 1 and words[0] in get_first_names() and not is_ordinary(words[-1])
