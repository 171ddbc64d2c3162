"""What the head of every kind of document says: title, version, marking, plan, themes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pcgraph.dates import count_years, to_year_days
from pcgraph.documents import Line
from pcgraph.extract.claims import Claims
from pcgraph.extract.clean import clean_wording
from pcgraph.extract.fragments import to_locator

_VERSION = re.compile(r"^(?:draft\s+)?(?:version\s+|v\.?\s?)(\d+(?:\.\d+)*)$", re.IGNORECASE)
_INLINE_VERSION = re.compile(r"\b(?:draft\s+)?(v\.?\s?\d+(?:\.\d+)*|version\s+\d+(?:\.\d+)*)\s*$", re.IGNORECASE)
_NAMED_VERSION = re.compile(r"\bVersion \d+(?:\.\d+)*")
_APPENDIX = re.compile(r"^(?:appendix|annex)\s+\w+\s*[:–-]\s*", re.IGNORECASE)
_INTERNAL = re.compile(
    r"\bfor internal\b|\binternal use\b|\bofficial[- ]sensitive\b|\bnot for publication\b", re.IGNORECASE
)
_PUBLIC = re.compile(r"^for publication\W*$|^public(?: document| version)?\W*$", re.IGNORECASE)
_THEME_LISTED = re.compile(r"^(?:[-•*o]\s+)?T(\d{1,2})\s*[.:]\s+(\S.*)$")


def find_version(lines: Iterable[Line]) -> str:
    """The version that a head prints: a line such as `V1` or `Final`, or a title's end.

    >>> find_version([Line(1, "PLAN – Draft V18")]), find_version([Line(1, "Final")])
    ('V18', 'Final')
    """
    for line in lines:
        text = clean_wording(line.text)
        if text.lower() in {"final", "draft", "final draft"}:
            return text
        if _VERSION.match(text) or _INLINE_VERSION.search(text):
            match = _INLINE_VERSION.search(text)
            return match[1] if match else text
        if named := _NAMED_VERSION.search(text):
            return named[0]
    return ""


def find_marking(lines: Iterable[Line]) -> str:
    """`internal` or `draft` where the head says so, else nothing."""
    texts = [clean_wording(line.text) for line in lines]
    if any(_INTERNAL.search(text) for text in texts):
        return "internal"
    if any(_PUBLIC.match(text) for text in texts):
        return "public"
    return "draft" if any(re.search(r"\bdraft\b", text, re.IGNORECASE) for text in texts) else ""


def trim_title(text: str) -> str:
    """A title without its appendix letter and its version.

    >>> trim_title("APPENDIX A: FRAMEWORK (2018-21) – Draft V18")
    'FRAMEWORK (2018-21)'
    """
    text = _APPENDIX.sub("", clean_wording(text))
    return re.sub(r"\s*[–—-]?\s*$", "", _INLINE_VERSION.sub("", text))


def add_plan(claims: Claims, plan: str, *, parent: str = "") -> None:
    """Add a plan's row: its title from its years, its days as financial years."""
    start, end = to_year_days(plan)
    yearly = bool(parent) or count_years(plan) == 1
    title = f"Delivery Plan {plan}" if yearly else f"Police and Crime Plan {plan}"
    claims.add("plans", id=plan, title=title, start=start, end=end, parent=parent)


def add_listed_themes(claims: Claims, lines: Iterable[Line], plan: str) -> dict[str, str]:
    """Add the themes that a head lists as `T1. Title`, each on a line of its own.

    Returns:
        The themes' ids by number.
    """
    themes: dict[str, str] = {}
    for line in lines:
        match = _THEME_LISTED.match(clean_wording(line.text)) if "\t" not in line.text.strip() else None
        if match and match[1] not in themes:
            themes[match[1]] = f"{plan}/T{match[1]}"
            claims.add("themes", id=themes[match[1]], title=match[2], line=to_locator(line.number))
    return themes
