"""Police ranks and the short forms in which papers print them.

Source: the ranks of British police forces outside London and of their detectives, as in the
College of Policing's list of ranks; the short forms are those in common use.
"""

from __future__ import annotations

import re

_RANKS = {
    "Chief Constable": r"cc|chief constable",
    "Deputy Chief Constable": r"dcc|d/?cc|deputy chief constable",
    "Assistant Chief Constable": r"acc|asst chief constable|assistant chief constable",
    "Assistant Chief Officer": r"aco|assistant chief officer",
    "Detective Chief Superintendent": r"dcs|(?:det|detective) (?:ch|chief) (?:supt|superintendent)|det ch supt",
    "Chief Superintendent": r"(?:ch|chief) (?:supt|superintendent)|csupt",
    "Detective Superintendent": r"dsu|d/?supt|(?:det|detective) (?:supt|superintendent)",
    "Superintendent": r"supt|superintendent",
    "Detective Chief Inspector": r"dci|(?:det|detective) (?:ch|chief) (?:insp|inspector)",
    "Chief Inspector": r"(?:ch|chief) (?:insp|inspector)|c/?insp",
    "Detective Inspector": r"di|d/?insp|(?:det|detective) (?:insp|inspector)",
    "Inspector": r"insp|inspector",
    "Detective Sergeant": r"ds|(?:det|detective) (?:sgt|sergeant)",
    "Sergeant": r"sgt|sergeant",
    "Detective Constable": r"dc|(?:det|detective) (?:con|constable)",
    "Police Constable": r"pc|police constable",
}
_PATTERN = re.compile(
    "(?:" + "|".join(f"(?P<r{i}>{forms})" for i, forms in enumerate(_RANKS.values())) + r")\b[.,]?\s*", re.IGNORECASE
)
_TITLE = re.compile(
    r"^(?:head|director|chief|manager|lead|co-?ordinator)\b|\b(?:lead|manager|co-?ordinator|director|officer)$", re.I
)


def split_rank(text: str) -> tuple[str, str]:
    """A post's rank written out, and the rest (its unit).

    >>> split_rank("Det Ch Insp Cyber Crime and Fraud")
    ('Detective Chief Inspector', 'Cyber Crime and Fraud')
    >>> split_rank("ACC, Change"), split_rank("Head of IS")
    (('Assistant Chief Constable', 'Change'), ('', 'Head of IS'))
    """
    match = _PATTERN.match(text.replace(".", ""))
    if not match or not match.lastgroup:
        return "", text.strip(" ,")
    rank = list(_RANKS)[int(match.lastgroup[1:])]
    return rank, text.replace(".", "")[match.end() :].strip(" ,–-")


def is_post_title(text: str) -> bool:
    """Whether words without a rank still name a post, such as `Head of Estates`.

    >>> is_post_title("Head of Estates"), is_post_title("Hate Crime Lead"), is_post_title("Corporate Communication")
    (True, True, False)
    """
    return bool(_TITLE.search(text))
