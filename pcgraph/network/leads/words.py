"""What is found of the leads, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pcgraph.network.leads.find import Leads, Load, Parted, ThemePair
from pcgraph.network.parts import Thing
from pcgraph.network.sentences import count_words, describe_papers, join_words, say_share

_MOST_PAPERS = 8
_MOST_PAIRS = 3
_WHOLE_FROM = 10
_UNITS = {
    True: "Both have a post of one unit.",
    False: "They are of different units.",
    None: "Whether they are of one unit is not stated.",
}


def describe_sources(leads: Leads) -> str:
    """Which of the papers name leads at all, and the others."""
    naming = sorted({proof.document for post in leads.posts for proof in post.proofs})
    named = f"Leads are named in {join_words(naming, most=_MOST_PAPERS)}. " if naming else ""
    return f"{named}{' '.join((*leads.scope.notes, describe_papers(leads.parts)))}"


def describe_load(load: Load, what: str = "post") -> str:
    """What a post or unit leads, how much of all that is, and which themes only it joins.

    Args:
        load: Its load.
        what: Whether it is a `post` or a `unit`.
    """
    items = f"Leads {_describe_items(load)}{_describe_themes(load)}; {say_share(load.share)} of all leads."
    pairs = join_words(list_pairs(load.joins), most=_MOST_PAIRS)
    return f"{items} No other {what} leads in both {pairs}." if pairs and load.name else items


def _pick(things: Sequence[object], one: str, several: str) -> str:
    return one if len(things) == 1 else several


def _describe_items(load: Load) -> str:
    counted = ((len(load.deliverables), "deliverable"), (len(load.actions), "action"))
    return join_words([count_words(count, name) for count, name in counted if count])


def _describe_themes(load: Load) -> str:
    """Where the items lie; of one theme without their number."""
    codes = [(to_code(theme), count) for theme, count in load.themes]
    if len(codes) < 2:
        return f" in {codes[0][0]}" if codes else ""
    return f" in {join_words([f'{code} ({count})' for code, count in codes])}"


def list_pairs(pairs: Iterable[ThemePair]) -> list[str]:
    """Pairs of themes as people write them.

    >>> list_pairs([("2018-21/T1", "2018-21/T3")])
    ['T1 and T3']
    """
    return [f"{to_code(one)} and {to_code(other)}" for one, other in pairs]


def to_code(theme: str) -> str:
    """A theme's code: its id without the plan."""
    return theme.rpartition("/")[2]


def describe_parted(found: Parted) -> str:
    """Who leads an action and who its deliverable."""
    leads, theirs = (" and ".join(post.label for post in posts) for posts in (found.leads, found.their_leads))
    verb = _pick(found.leads, "leads", "lead")
    return f"{leads} {verb} the action, {theirs} the deliverable. {_UNITS[found.is_same_unit]}"


def name_posts(posts: Sequence[Thing]) -> str:
    """Posts in a row; their names hold commas.

    >>> name_posts([Thing("a", "a", "Post", "Superintendent, City"), Thing("b", "b", "Post", "Chief Inspector, CiPD")])
    'Superintendent, City; Chief Inspector, CiPD'
    """
    return "; ".join(post.label for post in posts)


def describe_concentration(leads: Leads) -> str:
    """How evenly the leads are spread over the posts, and what the number means."""
    count, posts = leads.leads, len(leads.posts)
    if posts == 1:
        return f"All {count_words(count, 'lead')} lie with one post."
    equals = 1 / leads.concentration
    shown = f"{equals:.1f}" if equals < _WHOLE_FROM else f"{equals:.0f}"
    return (
        f"{count_words(count, 'lead')} over {count_words(posts, 'post')}; an item that several lead counts for each. "
        f"Half of them lie with {count_words(leads.half, 'post')}. The Herfindahl–Hirschman index is "
        f"{leads.concentration:.3f} (1: one post leads all; {1 / posts:.3f}: all lead as many): as concentrated as if "
        f"{shown} posts led as many each."
    )


def describe_bridges(leads: Leads) -> str:
    """How many posts lead in several themes, and how many are the only ones to do so."""
    several = [post for post in leads.posts if len(post.themes) > 1]
    if not several:
        return "No post leads in more than one theme."
    only = sum(bool(post.joins) for post in several)
    alone = (
        f"; {only} of them {'leads' if only == 1 else 'lead'} in two themes in which no other post does" if only else ""
    )
    verb = _pick(several, "leads", "lead")
    return f"{count_words(len(several), 'post')} of {len(leads.posts)} {verb} in more than one theme{alone}."


def describe_partings(leads: Leads) -> str:
    """How many actions are led by others than their deliverable; that this is no fault."""
    if not leads.compared:
        return "No action has a lead and a deliverable with one."
    compared = count_words(
        leads.compared, "action has a lead and a deliverable", "actions have a lead and a deliverable"
    )
    count = len(leads.parted)
    return (
        f"{compared} with one; {count or 'none'} of them {'is' if count == 1 else 'are'} led by nobody who leads the "
        "deliverable. That is no fault: a lead is stated for the row it stands in, and an action does not inherit one."
    )
