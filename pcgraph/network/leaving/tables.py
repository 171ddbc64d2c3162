"""Losses as a table, each row with its sentence and its evidence."""

from __future__ import annotations

from pcgraph.network.leaving.losses import Loss, Losses, LossKind
from pcgraph.network.leaving.words import say_counts, say_title
from pcgraph.network.sentences import count_words, describe_places, describe_scope, join_words
from pcgraph.render.records import Records, Value

_COLUMNS = (
    ("kind", "What"),
    ("code", "Code"),
    ("name", "Name"),
    ("before", "Before"),
    ("after", "After"),
    ("sentence", "In words"),
    ("concerned", "Who is left or cut off"),
    ("status", "Rests on"),
    ("evidence", "Evidence"),
)
_KIND_WORDS = (
    "Before and after count partners named with a deliverable or an outcome, members named of a partnership, partners "
    "with whom one shares a deliverable, pairs of members that share anything, or partners that hang together."
)


def to_loss_records(losses: Losses) -> Records:
    """Every loss, one row each."""
    names = [one.label for one in losses.leavers]
    partners = len({part.partner for part in losses.parts.parts})
    title = say_title(names, _count(losses))
    narrowed = losses.scope.describe()
    note = f"{_describe_part(losses)} {describe_scope(losses.parts, losses.scope, partners=partners)} {_KIND_WORDS}"
    rows = tuple(_to_row(loss) for loss in losses.items)
    return Records(f"{title} ({narrowed})" if narrowed else title, _COLUMNS, rows, note)


def _count(losses: Losses) -> list[str]:
    """How many of each kind lose what."""
    leaving = {one.id for one in losses.leavers}
    bodies = losses.pick("partnership")
    given_up = [one for one in bodies if one.code in leaving]
    pairs = sum(item.before - item.after for item in losses.pick("pair"))
    return [
        *(_count_helped(losses, kind) for kind in ("deliverable", "outcome")),
        say_counts("partnership", [(len(bodies) - len(given_up), "with one member named or none")]),
        say_counts("member", [(sum(one.before for one in given_up), "without their partnership")]),
        _count_partners(losses),
        say_counts("pair", [(pairs, "of members with nothing else to share")]),
        say_counts("part", [(len(losses.pick("part")), "of the network cut off")]),
    ]


def _count_helped(losses: Losses, kind: LossKind) -> str:
    left = [item.after for item in losses.pick(kind)]
    members = sum(after > 1 for after in left)
    words = ("without a partner named", "with one only", "with members of what leaves only")
    return say_counts(kind, list(zip((left.count(0), left.count(1), members), words, strict=True)))


def _count_partners(losses: Losses) -> str:
    left = [item.after for item in losses.pick("partner")]
    words = ("with nobody to share a deliverable with", "with one only")
    return say_counts("partner", list(zip((left.count(0), left.count(1)), words, strict=True)))


def _describe_part(losses: Losses) -> str:
    """How much the leavers take part in."""
    names = join_words([one.label for one in losses.leavers])
    verb = "is" if len(losses.leavers) == 1 else "are"
    deliverables = count_words(losses.helped, "deliverable")
    partners = count_words(losses.ties, "other partner")
    outcomes = f", judged to help {count_words(losses.helped_outcomes, 'outcome')}" if losses.helped_outcomes else ""
    with_whom = f", with {partners}" if losses.ties else ", with no other partner"
    named = "named under" if losses.parts.view == "stated" else "named as helping deliver"
    return f"{names} {verb} {named} {deliverables}{with_whom}{outcomes}."


def _to_row(loss: Loss) -> tuple[Value, ...]:
    return (
        loss.kind,
        loss.code or None,
        loss.name,
        loss.before,
        loss.after,
        loss.sentence,
        "; ".join(loss.concerned) or None,
        loss.status or None,
        describe_places(loss.proofs) or None,
    )
