"""What part of the plan a network speaks of: filters by theme, plan, report, role and who has looked at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pcgraph.errors import QueryError
from pcgraph.graph.involvements import HELPING_ROLES
from pcgraph.network.narrow import keep_deliverables, keep_outcomes, keep_report, keep_roles, list_programme_ties
from pcgraph.network.parts import Helped, Link, Part, Parts, Thing
from pcgraph.network.read import read_parts
from pcgraph.query.parameters import resolve_thing
from pcgraph.store.base import Store, View

Links = Literal["parts", "programmes", "memberships", "leads", "contributions"]
"""What a network is made of, of which something must be left."""

_LINK_NAMES: dict[Links, str] = {
    "parts": "links between partners and deliverables",
    "programmes": "links between partners and programmes",
    "memberships": "memberships",
    "leads": "links between lead officers and what they lead",
    "contributions": "links between partners' deliverables and outcomes",
}
_VIEWS = {"all": "", "agreed": "only what the office agreed to", "stated": "only what documents state"}
_WITHOUT = {
    "agreed": "--agreed-only leaves the network empty: the office has agreed to none of the {count} {links}.",
    "stated": "--stated-only leaves the network empty: documents state none of the {count} {links}; they are judged.",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the plan is asked about, in a user's words or, once resolved, in ids.

    Attributes:
        theme: A theme's code or id; all themes when empty.
        plan: A plan's years; all plans when empty.
        report: The id of a report or another document, on whose words alone a link may rest; all when empty.
        roles: Any of the roles that are help (`delivers`, `funds`, `funded`, `leads`, `member`, `supports`); all
            of them when empty.
        view: What to read: all; what the office agreed to; what documents state.
        notes: What a user must know of how a code was read; one sentence each.
    """

    theme: str = ""
    plan: str = ""
    report: str = ""
    roles: tuple[str, ...] = ()
    view: View = "all"
    notes: tuple[str, ...] = ()

    def describe(self) -> str:
        """The filters in words; "" where there is none.

        >>> Scope(theme="2018-21/T3", plan="2019-20", roles=("funds",)).describe()
        'theme T3, plan 2019-20, role funds'
        """
        roles = " or ".join(self.roles)
        theme = self.theme.rpartition("/")[2]
        named = {"theme": theme, "plan": self.plan, "report": self.report, "role": roles}
        words = [f"{name} {value}" for name, value in named.items() if value]
        return ", ".join(filter(None, (*words, _VIEWS[self.view])))


def resolve_scope(store: Store, scope: Scope) -> Scope:
    """A scope with the ids that its words mean; one that is resolved stays as it is.

    Raises:
        QueryError: There is no such theme, plan, document or role (with "did you mean").
    """
    notes = list(scope.notes)
    found = {}
    for type_name, value in (("Theme", scope.theme), ("Plan", scope.plan), ("Document", scope.report)):
        thing, note = resolve_thing(store, type_name, value) if value else (None, "")
        found[type_name] = thing.identifier if thing else ""
        notes += [note] if note else []
    roles = tuple(dict.fromkeys(_resolve_role(role) for role in scope.roles))
    if roles and scope.view == "stated":
        raise QueryError(
            "--role and --stated-only exclude each other: what part a partner plays is read or judged, never stated.",
            hint="Give one of them.",
        )
    return Scope(found["Theme"], found["Plan"], found["Document"], roles, scope.view, tuple(notes))


def _resolve_role(value: str) -> str:
    role = value.strip().casefold()
    if role not in HELPING_ROLES:
        known = ", ".join(sorted(HELPING_ROLES))
        raise QueryError(f"“{value}” is no role by which a partner helps.", hint=f"There are {known}.")
    return role


def read_scope(store: Store, scope: Scope, *, links: Links = "parts") -> tuple[Parts, Scope]:
    """What a network of a scope is made from, and the scope in ids.

    Args:
        store: The graph to read.
        scope: What to narrow it to.
        links: What the network is made of. The theme of a network of outcomes is the outcome's, of any other
            the deliverable's.

    Raises:
        QueryError: A filter means nothing, or nothing is left; the message names the filter that emptied it.
    """
    resolved = resolve_scope(store, scope)
    parts = read_parts(store, view=resolved.view)
    if not list_links(parts, links):
        raise _explain_nothing(store, resolved, links)
    return narrow_parts(parts, resolved, links=links), resolved


def _explain_nothing(store: Store, scope: Scope, links: Links) -> QueryError:
    """Why nothing was read: the view hides it, or no document says it."""
    everything = read_parts(store)
    count = len(list_links(everything, links)) if scope.view != "all" else 0
    if not count and links == "contributions" and everything.parts:
        return QueryError(
            "No deliverable that a partner is named as helping deliver was judged to help an outcome.",
            hint="Have such links proposed with: pcgraph propose contributions",
        )
    if not count:
        return QueryError(
            f"The papers read so far name no {_LINK_NAMES[links]}.",
            hint="Read more documents with: pcgraph ingest FILE",
        )
    flag = "--agreed-only" if scope.view == "agreed" else "--stated-only"
    words = _WITHOUT[scope.view].format(count=count, links=_LINK_NAMES[links])
    return QueryError(words, hint=f"Leave {flag} out.")


def narrow_parts(parts: Parts, scope: Scope, *, links: Links = "parts") -> Parts:
    """The parts that lie within a scope.

    Args:
        parts: Parts read in the scope's view.
        scope: A resolved scope.
        links: What must be left; see `read_scope`.

    Raises:
        QueryError: Nothing is left; the message names the filter that emptied it.
    """
    if scope.roles and links in ("leads", "memberships"):
        raise QueryError(f"--role says nothing of {_LINK_NAMES[links]}.", hint="Leave --role out.")
    applied: list[str] = []
    for flag, narrowed in _iter_steps(parts, scope, links):
        before = list_links(parts, links)
        if before and not list_links(narrowed, links):
            within = f" ({', '.join(applied)})" if applied else ""
            raise QueryError(
                f"{flag} leaves the network empty: none of the {len(before)} {_LINK_NAMES[links]}{within} is there.",
                hint=f"Leave {flag.partition(' ')[0]} out, or ask for another.",
            )
        applied.append(flag)
        parts = narrowed
    return parts


def _iter_steps(parts: Parts, scope: Scope, links: Links) -> Iterator[tuple[str, Parts]]:
    """Each filter given, as its option, with what it leaves of what the ones before it left."""
    if scope.theme and links == "contributions":
        parts = keep_outcomes(parts, lambda thing: thing.theme == scope.theme)
    elif scope.theme:
        parts = keep_deliverables(parts, lambda thing: thing.theme == scope.theme)
    if scope.theme:
        yield f"--theme {scope.theme}", parts
    if scope.plan:
        parts = keep_deliverables(parts, lambda thing: thing.plan == scope.plan)
        yield f"--plan {scope.plan}", parts
    if scope.report:
        parts = keep_report(parts, scope.report)
        yield f"--report {scope.report}", parts
    if scope.roles:
        parts = keep_roles(parts, scope.roles)
        yield f"--role {' '.join(scope.roles)}", parts


def list_links(parts: Parts, links: Links) -> Sequence[Part | Link | Helped]:
    """The links that a network is made of; those of outcomes and programmes only where a partner helps."""
    found: dict[Links, Callable[[Parts], Sequence[Part | Link | Helped]]] = {
        "parts": lambda parts: parts.parts,
        "programmes": _list_programmes,
        "memberships": lambda parts: parts.memberships,
        "leads": lambda parts: parts.leads,
        "contributions": _list_contributions,
    }
    return found[links](parts)


def _list_contributions(parts: Parts) -> Sequence[Helped]:
    helped = {part.deliverable for part in parts.parts}
    return [one for one in parts.contributions if one.deliverable in helped]


def _list_programmes(parts: Parts) -> Sequence[Link]:
    helped = {part.deliverable for part in parts.parts}
    return [*(way for way in parts.ways if way.source in helped), *list_programme_ties(parts)]


def get_partner(store: Store, parts: Parts, name: str) -> Thing:
    """The partner or partnership that a name means, which must help with something there.

    Args:
        store: Where names are looked up.
        parts: The network's parts.
        name: Its name, acronym, id or another spelling.

    Raises:
        QueryError: It is unknown (with "did you mean"), or named as helping with nothing there.
    """
    return _resolve_partner(store, parts, name)[0]


def resolve_partners(store: Store, parts: Parts, scope: Scope, names: Sequence[str]) -> tuple[tuple[Thing, ...], Scope]:
    """The partners and partnerships that names mean, and the scope with how names were read that are not exact.

    Args:
        store: Where names are looked up.
        parts: The network's parts.
        scope: The scope that the answer will tell of.
        names: Names, acronyms, ids or other spellings.

    Raises:
        QueryError: See `get_partner`.
    """
    found = [_resolve_partner(store, parts, name) for name in names]
    notes = dict.fromkeys((*scope.notes, *(note for _, note in found if note)))
    return tuple(dict.fromkeys(partner for partner, _ in found)), replace(scope, notes=tuple(notes))


def _resolve_partner(store: Store, parts: Parts, name: str) -> tuple[Thing, str]:
    """A partner, and what to tell the user of how its name was read."""
    found, note = resolve_thing(store, "Partner", name)
    if not any(part.partner == found.iri for part in parts.parts):
        raise QueryError(
            f"{note} {found.label} is not named there as helping deliver anything. No mention is not no work.".strip(),
            hint=f'See where it is named: pcgraph query mentions-of --entity "{found.identifier}"',
        )
    return parts.things[found.iri], note
