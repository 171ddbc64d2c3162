"""Findings of a network in words that can be put before a board: never a bare score."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pcgraph.network.betweenness import Betweenness
from pcgraph.network.findings import Findings, Group, PartnerMeasures
from pcgraph.network.only_links import OnlyTie
from pcgraph.network.parts import Parts, Proof
from pcgraph.network.scope import Scope

SMALL_NETWORK = 30
"""Partners below which ranks are told to mean little: one further document can turn them round."""

_MOST_PAPERS = 8
_MOST_NAMES = 3
_SMALL = "A small network: ranks that lie close together mean little."
_STATED = "Only what documents state is counted: that a partner is named, not what part it plays."


def count_words(count: int, one: str, several: str = "") -> str:
    """A number with its noun.

    >>> count_words(1, "partner"), count_words(1200, "partner"), count_words(2, "body", "bodies")
    ('1 partner', '1,200 partners', '2 bodies')
    """
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def join_words(words: Sequence[str], most: int = 0) -> str:
    """Words in a row with "and" before the last; those above a number are counted, unless it is one only.

    >>> join_words(["a", "b", "c"], most=2), join_words(["a", "b", "c", "d"], most=2)
    ('a, b and c', 'a, b and 2 more')
    """
    shown = list(words)
    if most and len(words) > most + 1:
        shown = [*words[:most], f"{len(words) - most:,} more"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def say_share(share: float) -> str:
    """A share as so many in a hundred.

    >>> say_share(0.164), say_share(0.004), say_share(0.0), say_share(0.999)
    ('16 in 100', 'fewer than 1 in 100', 'none', '99 in 100')
    """
    if share <= 0:
        return "none"
    if share < 0.01:
        return "fewer than 1 in 100"
    return f"{100 if share >= 1 else min(99, round(share * 100))} in 100"


def describe_scope(parts: Parts, scope: Scope, *, partners: int) -> str:
    """What every answer says: which papers it speaks of, how sure they are, how far ranks may be trusted.

    Args:
        parts: What the answer was made from.
        scope: What it was narrowed to, in ids.
        partners: How many partners it speaks of.
    """
    sentences = [*scope.notes, describe_papers(parts), describe_review(parts)]
    if len({parts.things[part.deliverable].plan for part in parts.parts}) > 1:
        sentences.append("A deliverable that goes on in a later plan counts once in each plan.")
    if partners < SMALL_NETWORK:
        sentences.append(_SMALL)
    return " ".join(sentences)


def describe_papers(parts: Parts) -> str:
    """Which papers an answer speaks of."""
    papers = join_words(parts.documents, most=_MOST_PAPERS)
    return f"In the papers read so far: {papers}; no mention is not no work."


def describe_review(parts: Parts) -> str:
    """How much of it the office agreed to: one sentence."""
    if parts.view == "stated":
        return _STATED
    agreed = sum(bool(part.proofs) and all(proof.is_agreed for proof in part.proofs) for part in parts.parts)
    total = len(parts.parts)
    if agreed == total:
        return "The office agreed to every link."
    links = count_words(total, "link between a partner and a deliverable", "links between partners and deliverables")
    return f"Of {links}, the office agreed to {agreed or 'none'}; the rest is proposed, not yet agreed by the office."


def describe_partner(findings: Findings, one: PartnerMeasures) -> str:
    """What is found of one partner."""
    return " ".join(_iter_partner(findings, one))


def describe_help(findings: Findings, one: PartnerMeasures) -> str:
    """With how many deliverables a partner is named, and with how many others it shares them: one sentence."""
    things = findings.parts.things
    verb = "Named under" if findings.scope.view == "stated" else "Named as helping deliver"
    codes = [things[iri].id for iri in one.deliverables]
    if one.role == "alone":
        return f"{verb} {join_words(codes, most=_MOST_NAMES)}, where no other partner is named."
    themes = join_words([theme.rpartition("/")[2] for theme in one.themes])
    shared = "it" if len(codes) == 1 else "all of them" if one.strength == len(codes) else f"{one.strength} of them"
    others = count_words(one.reach, "other partner")
    where = f" in {themes}" if themes else ""
    return f"{verb} {count_words(len(codes), 'deliverable')}{where}; shares {shared} with {others}."


def _iter_partner(findings: Findings, one: PartnerMeasures) -> Iterator[str]:
    yield describe_help(findings, one)
    if one.role == "alone":
        return
    if one.cut_off:
        yield _describe_only_link(findings, one)
    if one.betweenness >= 0.005:
        share = say_share(one.betweenness) if findings.betweenness.is_exact else f"about {say_share(one.betweenness)}"
        yield f"It lies on {share} of the shortest ways between two others."
    yield from _iter_role(one)


def _describe_only_link(findings: Findings, one: PartnerMeasures) -> str:
    lost = [findings.parts.things[iri].label for piece in reversed(one.cut_off) for iri in piece]
    names = join_words(lost, most=_MOST_NAMES)
    return f"The only link to the rest for {count_words(len(lost), 'partner')}: {names}."


def _iter_role(one: PartnerMeasures) -> Iterator[str]:
    """Why it is a hub, and why a bridge where it is not for being an only link."""
    if one.role.startswith("hub") and one.position:
        above = f"{one.position.deviation:.1f} standard deviations above the mean"
        yield f"A hub: it has far more ties within group {one.group} than most of its members ({above})."
    if one.role.endswith("bridge") and one.position and not one.cut_off:
        yield f"A bridge: its ties are spread over the groups {join_words([str(n) for n in one.position.groups])}."


def describe_group(findings: Findings, group: Group) -> str:
    """What the members of a group share, and how sure the group is."""
    things, size = findings.parts.things, len(group.members)
    shared = [f"{things[iri].id} ({count} of {size} help)" for iri, count in group.deliverables[:_MOST_NAMES]]
    links = sum(count for _, count in group.themes)
    themes = [f"{count} in {theme.rpartition('/')[2]}" for theme, count in group.themes]
    where = f" Of their {links} links with deliverables, {join_words(themes)}." if len(themes) > 1 else ""
    return f"Members share {join_words(shared)}.{where} {_describe_sureness(findings, group)}"


def _describe_sureness(findings: Findings, group: Group) -> str:
    runs = findings.communities.runs
    if group.sureness >= 1:
        return f"Sure: in each of {runs} runs, every member was with most of the others."
    sureness = findings.communities.sureness
    least = min(group.members, key=lambda iri: (sureness[iri], findings.parts.things[iri].label))
    mean, lowest = round(group.sureness * runs, 1), round(sureness[least] * runs)
    name = findings.parts.things[least].label
    return f"A member was with most of the others in {mean:g} of {runs} runs on average; least sure: {name} ({lowest})."


def describe_only_tie(findings: Findings, tie: OnlyTie) -> str:
    """What rests on one pair of partners."""
    things = findings.parts.things
    through = join_words([things[iri].id for iri in tie.through])
    one, other = things[tie.partner].label, things[tie.other].label
    if findings.partners[tie.partner].reach == findings.partners[tie.other].reach == 1:
        return f"{other} and {one} are named with each other only, by {through}."
    lost = [things[iri].label for iri in tie.cut_off]
    if len(lost) == 1:
        return f"{other} is linked with the rest only by {through}, which it shares with {one} and nobody else."
    names = join_words(lost, most=_MOST_NAMES)
    return f"{names} are linked with the rest only by {through}, which {other} and {one} share with nobody else."


def describe_betweenness(measured: Betweenness, size: int) -> str:
    """How betweenness was measured, and how far it may be off."""
    if measured.is_exact:
        return "Shortest ways are counted from every partner: exact."
    return (
        f"Shortest ways are counted from a sample of {measured.sources:,} of {size:,} partners: give or take "
        f"{measured.error * 100:.1f} in 100 at most, 19 times in 20."
    )


def describe_places(proofs: Iterable[Proof]) -> str:
    """Documents with the lines at which a link stands.

    >>> describe_places([Proof("a", "12", "funds"), Proof("b", "3", "leads"), Proof("a", "9-11", "funds")])
    'a lines 9-11, 12; b line 3'
    """
    lines: dict[str, list[str]] = {}
    for document, line in list_places(proofs):
        lines.setdefault(document, []).extend(filter(None, [line]))
    return "; ".join(_describe_lines(document, lines[document]) for document in lines)


def list_places(proofs: Iterable[Proof]) -> list[tuple[str, str]]:
    """Each place at which a link stands once, as document and line, in the order of documents and lines."""
    return sorted({(proof.document, proof.line) for proof in proofs}, key=_to_order)


def _to_order(place: tuple[str, str]) -> tuple[str, list[int], str]:
    """Sorts the places of a document by their numbers: 9-11 before 12, 52 before 52c3."""
    document, line = place
    return document, [int(digits) for digits in re.findall(r"[0-9]+", line)], line


def _describe_lines(document: str, lines: Sequence[str]) -> str:
    return f"{document} {'lines' if len(lines) > 1 else 'line'} {', '.join(lines)}" if lines else document
