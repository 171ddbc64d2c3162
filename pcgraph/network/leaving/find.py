"""Find what would be lost if some partners left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from pcgraph.errors import CallError, QueryError
from pcgraph.network.leaving.bodies import iter_bodies, iter_pairs
from pcgraph.network.leaving.case import Case
from pcgraph.network.leaving.helped import count_outcomes, iter_deliverables, iter_outcomes
from pcgraph.network.leaving.losses import Loss, Losses
from pcgraph.network.leaving.ties import count_ties, iter_partners, iter_parts
from pcgraph.network.parts import Parts
from pcgraph.network.read import read_parts
from pcgraph.network.scope import Scope, list_links, narrow_parts, read_scope, resolve_partners
from pcgraph.store.base import Store

_EVERYTHING = Scope()


def find_losses(store: Store, names: Sequence[str], scope: Scope = _EVERYTHING) -> Losses:
    """What would lose its only or second-last link if some partners left, all of them at once.

    Args:
        store: The graph to read.
        names: Names, acronyms, ids or other spellings of partners and partnerships.
        scope: What to narrow it to. A theme is the deliverable's; of outcomes, the outcome's.

    Raises:
        CallError: No partner is named.
        QueryError: A partner is unknown (with "did you mean") or named as helping with nothing there, or a filter
            means nothing or leaves nothing.

    Example:
        `find_losses(open_store(path), ["VRU", "Nottingham City Council"], Scope(theme="T3"))`
    """
    if not names:
        raise CallError("Nobody is named to leave.", hint='Name a partner: pcgraph network without "NAME"')
    parts, resolved = read_scope(store, scope)
    leavers, resolved = resolve_partners(store, parts, resolved, names)
    return weigh_losses(parts, [one.iri for one in leavers], resolved, whole=read_parts(store, view=resolved.view))


def weigh_losses(
    parts: Parts, leavers: Sequence[str], scope: Scope = _EVERYTHING, *, whole: Parts | None = None
) -> Losses:
    """What would be lost if partners left, from parts that were read.

    Args:
        parts: The parts, narrowed to the scope.
        leavers: The IRIs of partners of them.
        scope: What they were narrowed to.
        whole: The parts before they were narrowed: a body's members are counted wherever they are named, and an
            outcome of a theme may be helped by another theme's deliverables; `parts` where nothing was narrowed.
    """
    everything = whole or parts
    case = Case(parts, everything, leavers)
    by_outcome = _narrow_by_outcome(everything, scope)
    found = chain(
        iter_deliverables(case),
        iter_outcomes(case, by_outcome),
        iter_bodies(case),
        iter_partners(case),
        iter_pairs(case),
        iter_parts(case),
    )
    return Losses(
        leavers=tuple(case.things[one] for one in case.leavers),
        scope=scope,
        parts=parts,
        items=tuple(_iter_sorted(found)),
        helped=len(case.touched),
        helped_outcomes=count_outcomes(case, by_outcome),
        ties=count_ties(case),
    )


def _narrow_by_outcome(parts: Parts, scope: Scope) -> Parts:
    """The parts narrowed to the scope's outcomes."""
    try:
        return narrow_parts(parts, scope, links="contributions") if list_links(parts, "contributions") else parts
    except QueryError:  # deliverables are left there, as was seen before, but none that helps an outcome
        return Parts(parts.view, parts.documents, parts.things, (), (), (), (), (), (), ())


def _iter_sorted(found: Iterator[Loss]) -> Iterator[Loss]:
    """Kinds in the order in which they come; of each, those with fewest left first."""
    kinds: dict[str, list[Loss]] = {}
    for loss in found:
        kinds.setdefault(loss.kind, []).append(loss)
    for losses in kinds.values():
        yield from sorted(losses, key=lambda loss: loss.after if loss.kind != "part" else -loss.after)
