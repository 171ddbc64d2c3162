"""What losses mean, in words for a board."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.network.parts import NAMED, Helped, Proof
from pcgraph.network.sentences import count_words, join_words

_MOST_NAMES = 6


def say_left(gone: Sequence[str], left: Sequence[str], *, to_what: str) -> str:
    """Who is named with a thing beside those that leave.

    Args:
        gone: The names of those that leave.
        left: The names of those left, one at most.
        to_what: What they are named as, such as "with it".

    >>> say_left(["Harbour Trust"], [], to_what="with it")
    'Nobody but Harbour Trust is named with it.'
    >>> say_left(["Harbour Trust", "VRU"], ["Shelter"], to_what="with it")
    'Apart from Harbour Trust and VRU, only Shelter is named with it.'
    """
    lost = join_words(gone)
    if not left:
        return f"Nobody but {lost} is named {to_what}."
    return f"Apart from {lost}, only {left[0]} is named {to_what}."


def say_dependent(names: Sequence[str], bodies: Sequence[str]) -> str:
    """Who is left, but named only as a member of what leaves.

    >>> say_dependent(["A", "B"], ["The Board"])
    'A and B would be left, named there only as members of The Board.'
    """
    noun = "a member" if len(names) == 1 else "members"
    return f"{join_words(names, most=_MOST_NAMES)} would be left, named there only as {noun} of {join_words(bodies)}."


def say_with_roles(name: str, proofs: Sequence[Proof]) -> str:
    """A partner with the parts that it plays, and whether all of it is yet to come.

    >>> say_with_roles("Shelter", [Proof("a", "1", "leads"), Proof("a", "2", "funds"), Proof("a", "4", "leads")])
    'Shelter (funds, leads)'
    >>> say_with_roles("Shelter", [Proof("a", "1", "leads", "planned")])
    'Shelter (leads, planned)'
    """
    roles = sorted({proof.role for proof in proofs} - {NAMED})
    if {proof.timing for proof in proofs} == {"planned"}:
        roles.append("planned")
    return f"{name} ({', '.join(roles)})" if roles else name


def say_judged(links: Sequence[Helped]) -> str:
    """Who stands behind the links from deliverables to an outcome.

    >>> say_judged([Helped("d", "o", "primary", (), "", "", True), Helped("e", "o", "primary", (), "", "", False)])
    'judged: 1 agreed, 1 proposed, not yet agreed by the office'
    """
    agreed = sum(link.is_agreed for link in links)
    if agreed == len(links):
        return "judged: agreed by the office"
    known = f"{agreed:,} agreed, {len(links) - agreed:,} " if agreed else ""
    return f"judged: {known}proposed, not yet agreed by the office"


def say_status(proofs: Sequence[Proof]) -> str:
    """Who has looked at the words that a link rests on, each answer once.

    >>> say_status([Proof("a", "1", "funds", status="read by a rule"), Proof("a", "2", "leads", status="stated")])
    'read by a rule; stated'
    """
    return "; ".join(sorted({proof.status for proof in proofs if proof.status}))


def say_part(names: Sequence[str], codes: Sequence[str], *, others: int) -> str:
    """What is cut off from the rest.

    >>> say_part(["A", "B"], ["T1.1"], others=3)
    '2 partners would be cut off from the other 3: A and B. They are named with T1.1.'
    """
    shown = join_words(names, most=_MOST_NAMES)
    where = f" They are named with {join_words(codes, most=_MOST_NAMES)}." if codes else ""
    return f"{count_words(len(names), 'partner')} would be cut off from the other {others:,}: {shown}.{where}"


def say_title(names: Sequence[str], counts: Sequence[str]) -> str:
    """A table's first line: who leaves, and what is lost.

    >>> say_title(["Harbour Trust"], ["1 deliverable without a partner named, 2 with one only", ""])
    'Without Harbour Trust: 1 deliverable without a partner named, 2 with one only'
    >>> say_title(["Harbour Trust"], [""])
    'Without Harbour Trust: nothing would lose its only or second-last link'
    """
    told = "; ".join(filter(None, counts))
    return f"Without {join_words(names)}: {told or 'nothing would lose its only or second-last link'}"


def say_counts(noun: str, counts: Sequence[tuple[int, str]]) -> str:
    """How many things of a kind lose what; the noun stands with the first only.

    >>> say_counts("deliverable", [(0, "without a partner"), (2, "with one only"), (1, "with members only")])
    '2 deliverables with one only, 1 with members only'
    """
    told = [(count, words) for count, words in counts if count]
    if not told:
        return ""
    (first, words), *others = told
    return ", ".join([f"{count_words(first, noun)} {words}", *(f"{count:,} {words}" for count, words in others)])
