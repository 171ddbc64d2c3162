"""What if partners leave, each loss worked out by hand."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.errors import CallError
from pcgraph.network.leaving import Losses, find_losses, weigh_losses
from pcgraph.network.leaving.tables import to_loss_records
from pcgraph.network.parts import Link, Part, Parts, Proof, Thing
from pcgraph.network.scope import Scope
from pcgraph.store import Store, open_store
from tests.conftest import ROOT, Run
from tests.network.made import TWO_TABLES, add_outcomes, make_parts


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("without") / "history"))
    build_store(copy)
    return copy


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return open_store(data)


def show(losses: Losses) -> list[tuple[str, str, int, int, tuple[str, ...]]]:
    return [(item.kind, item.code, item.before, item.after, item.concerned) for item in losses.items]


def test_losses_tell_who_is_left_and_what_is_cut_off() -> None:
    # T1.2: Cedar and Dogwood, so Cedar is left; T2.3 keeps Elm and Fir. Elm had Dogwood and Fir, now Fir; so Fir.
    # Without Dogwood nothing links Elm and Fir to Ash, Birch and Cedar.
    losses = weigh_losses(make_parts(TWO_TABLES), ["Dogwood"])
    assert show(losses) == [
        ("deliverable", "2020/T1.2", 2, 1, ("Cedar",)),
        ("partner", "elm", 2, 1, ("Fir",)),
        ("partner", "fir", 2, 1, ("Elm",)),
        ("part", "", 5, 2, ("Elm", "Fir")),
    ]
    assert [item.sentence for item in losses.items] == [
        "Apart from Dogwood (delivers), only Cedar (delivers) is named with it.",
        "Apart from Dogwood, it shares a deliverable with one partner only: Fir.",
        "Apart from Dogwood, it shares a deliverable with one partner only: Elm.",
        "2 partners would be cut off from the other 3: Elm and Fir. They are named with 2020/T2.3.",
    ]
    assert (losses.helped, losses.helped_outcomes, losses.ties) == (2, 0, 3)
    # Dogwood's line is 4, Cedar's 3: both are named in the first row; what is cut off rests on Dogwood alone
    assert [[proof.line for proof in item.proofs] for item in losses.items] == [
        ["4", "3"],
        ["4", "5"],
        ["4", "6"],
        ["4"],
    ]


def test_losses_of_two_partners_are_those_of_both_at_once() -> None:
    # T1.2 had these two alone; Ash and Birch keep each other, Elm and Fir too. Of two parts as large the first stays.
    losses = weigh_losses(make_parts(TWO_TABLES), ["Cedar", "Dogwood"])
    assert show(losses) == [
        ("deliverable", "2020/T1.2", 2, 0, ()),
        ("partner", "ash", 2, 1, ("Birch",)),
        ("partner", "birch", 2, 1, ("Ash",)),
        ("partner", "elm", 2, 1, ("Fir",)),
        ("partner", "fir", 2, 1, ("Elm",)),
        ("part", "", 4, 2, ("Elm", "Fir")),
    ]
    assert losses.items[0].sentence == "Nobody but Cedar (delivers) and Dogwood (delivers) is named with it."
    assert to_loss_records(losses).title == (
        "Without Cedar and Dogwood: 1 deliverable without a partner named; 4 partners with one only; "
        "1 part of the network cut off"
    )


def test_losses_are_few_for_a_partner_that_others_stand_beside() -> None:
    losses = weigh_losses(make_parts({"Ash": ["T1.1"], "Birch": ["T1.1"], "Cedar": ["T1.1"], "Elm": ["T1.1"]}), ["Elm"])
    assert losses.items == ()
    assert to_loss_records(losses).title == "Without Elm: nothing would lose its only or second-last link"


def test_losses_tell_of_outcomes_with_who_judged_them() -> None:
    # O1: T1.2, so Cedar and Dogwood; O2: T2.3 and T2.4, so Dogwood, Elm, Fir, Gorse
    parts = add_outcomes(make_parts(TWO_TABLES), {"T1.2": ["O1"], "T2.3": ["O2"], "T2.4": ["O2"]})
    losses = weigh_losses(parts, ["Dogwood"])
    (outcome,) = losses.pick("outcome")
    assert (outcome.code, outcome.before, outcome.after, outcome.concerned) == ("2020/O1", 2, 1, ("Cedar",))
    assert outcome.sentence == (
        "Apart from Dogwood, only Cedar is named with deliverables that help it. Help with 2020/T1.2 would go; that "
        "this helps it is judged: proposed, not yet agreed by the office."
    )
    assert outcome.status == "judged: proposed, not yet agreed by the office"
    assert losses.helped_outcomes == 2


def make_board() -> Parts:
    """A board with three members, named under T1.1 as such only; Ash and Birch share T2.1 besides."""
    parts = make_parts({"Ash": ["T1.1", "T2.1"], "Birch": ["T1.1", "T2.1"], "Board": ["T1.1"], "Cedar": ["T1.1"]})
    member = {
        name: Proof("report", "9", "member", "current", deliverable="2020/T1.1") for name in ("Ash", "Birch", "Cedar")
    }
    things = {**parts.things, "Board": Thing("Board", "board", "Partnership", "Board")}
    return replace(
        parts,
        things=things,
        parts=tuple(
            Part(part.partner, part.deliverable, (member[part.partner],))
            if part.deliverable == "2020/T1.1" and part.partner in member
            else part
            for part in parts.parts
        ),
        memberships=tuple(Link(name, "Board", (proof,)) for name, proof in member.items()),
    )


def test_losses_of_a_board_are_its_members_table_and_pairs() -> None:
    losses = weigh_losses(make_board(), ["Board"])
    assert show(losses) == [
        ("deliverable", "2020/T1.1", 4, 3, ("Ash", "Birch", "Cedar")),
        ("partnership", "board", 3, 0, ("Ash", "Birch", "Cedar")),
        ("pair", "board", 3, 1, ("Ash – Cedar", "Birch – Cedar")),
    ]
    assert [item.sentence for item in losses.items] == [
        "Ash, Birch and Cedar would be left, named there only as members of Board.",
        "It has 3 members named, who would lose it.",
        "Of 3 pairs of its 3 members that are partners, 2 share nothing else named. "
        "Ash – Birch (2020/T2.1) shares one other thing only.",
    ]
    assert to_loss_records(losses).title == (
        "Without Board: 1 deliverable with members of what leaves only; 3 members without their partnership; "
        "2 pairs of members with nothing else to share"
    )


def test_losses_of_members_are_a_board_with_one_left() -> None:
    losses = weigh_losses(make_board(), ["Ash", "Birch"])
    assert show(losses) == [
        ("deliverable", "2020/T2.1", 2, 0, ()),
        ("partnership", "board", 3, 1, ("Cedar",)),
        ("partner", "board", 3, 1, ("Cedar",)),
        ("partner", "cedar", 3, 1, ("Board",)),
    ]
    assert losses.items[1].sentence == "Apart from Ash and Birch, only Cedar is named as its member."


def test_losses_of_a_board_that_is_all_its_members_share() -> None:
    board = make_board()
    losses = weigh_losses(
        replace(board, parts=tuple(p for p in board.parts if p.deliverable == "2020/T1.1")), ["Board"]
    )
    (pairs,) = losses.pick("pair")
    assert (pairs.before, pairs.after, pairs.concerned) == (3, 0, ("Ash", "Birch", "Cedar"))
    assert pairs.sentence == "Its 3 members that are partners share nothing else named: 3 pairs."


def test_losses_in_a_store_are_those_worked_out_by_hand(store: Store) -> None:
    # The trust: 2021-25/T1.2, 2023-24/T2.1 and 2024-25/T2.1 alone; 2023-24/T2.2 and 2024-25/T2.3 with the council.
    # T1B: T1.2 alone. T2A: 2023-24/T2.1, T2.2 and 2024-25/T2.1, so the council is left. T1A keeps two.
    losses = find_losses(store, ["Harbor Trust", "harbour-trust"])
    assert [one.label for one in losses.leavers] == ["Harbour Trust"]
    assert show(losses) == [
        ("deliverable", "2021-25/T1.2", 1, 0, ()),
        ("deliverable", "2023-24/T2.1", 1, 0, ()),
        ("deliverable", "2024-25/T2.1", 1, 0, ()),
        ("deliverable", "2023-24/T2.2", 2, 1, ("Westmarch County Council",)),
        ("deliverable", "2024-25/T2.3", 2, 1, ("Westmarch County Council",)),
        ("outcome", "2021-25/T1B", 1, 0, ()),
        ("outcome", "2021-25/T2A", 2, 1, ("Westmarch County Council",)),
        ("partner", "westmarch-county-council", 1, 0, ()),
    ]
    assert losses.pick("outcome")[1].status == "judged: 1 agreed, 2 proposed, not yet agreed by the office"


def test_losses_within_a_theme_count_an_outcomes_partners_in_every_theme(store: Store) -> None:
    # T1A is helped by deliverables of theme 2 only: 2023-24/T2.2 (trust, council) and 2024-25/T2.2 (university)
    losses = find_losses(store, ["Harbour Trust"], Scope(theme="T1"))
    assert show(losses) == [("deliverable", "2021-25/T1.2", 1, 0, ()), ("outcome", "2021-25/T1B", 1, 0, ())]
    agreed = find_losses(store, ["Harbour Trust"], Scope(view="agreed"))
    assert show(agreed) == [("deliverable", "2023-24/T2.2", 1, 0, ())]


def test_losses_need_a_name(store: Store) -> None:
    with pytest.raises(CallError, match="Nobody is named to leave"):
        find_losses(store, [])


def test_without_prints_sentences_evidence_and_scope(run: Run, data: Path) -> None:
    code, out, err = run("network", "without", "WCC", "--plan", "2023-24", "--format", "csv", "--data", data)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert (
        rows[0]["sentence"]
        == "Apart from Westmarch County Council (funds), only Harbour Trust (delivers, planned) is named with it."
    )
    # the council stands in both reports of 2023-24, the trust in the first, the office agreed to it alone
    assert rows[0]["evidence"] == "t2-2023q2 line 21; t2-2023q3 line 18"
    assert rows[0]["status"] == "agreed; proposed by two readings, not yet agreed by the office"
    # of that plan, 2023-24/T2.2 helps T1A and T2A, 2023-24/T2.1 (the trust) T2A
    assert "Without Westmarch County Council: 1 deliverable with one only; 2 outcomes with one only" in err
    assert "(plan 2023-24)" in err
    assert "is named as helping deliver 1 deliverable, with 1 other partner, judged to help 2 outcomes." in err
    assert "In the papers read so far: force-2021," in err
    assert "no mention is not no work" in err


@pytest.mark.parametrize("name", ["table", "tsv", "json", "md", "html"])
def test_without_writes_every_format(run: Run, data: Path, name: str) -> None:
    code, out, _ = run("network", "without", "Harbour Trust", "--format", name, "--data", data)
    assert code == 0
    assert "2024-25/T2.3" in out
    if name == "json":
        assert json.loads(out)[0]["after"] == 0


def test_without_writes_a_workbook(run: Run, data: Path, tmp_path: Path) -> None:
    code, out, err = run("network", "without", "Harbour Trust", "--output", tmp_path / "loss.xlsx", "--data", data)
    assert (code, out) == (0, "")
    assert "Without Harbour Trust: 3 deliverables without a partner named, 2 with one only" in err
    assert (tmp_path / "loss.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["Harbor Trst"], "There is no partner “Harbor Trst”. Did you mean harbour-trust (Harbour Trust)"),
        (["Northmoor University", "--plan", "2023-24"], "Northmoor University is not named there as helping deliver"),
        (["WCC", "--theme", "T9"], "There is no theme “T9”."),
        (["WCC", "--role", "inspects"], "“inspects” is no role by which a partner helps."),
        (["WCC", "--theme", "T1", "--plan", "2024-25"], "--plan 2024-25 leaves the network empty"),
        (["WCC", "--stated-only", "--agreed-only"], "--stated-only and --agreed-only exclude each other."),
        ([], "Missing argument 'PARTNER...'"),
    ],
)
def test_without_says_in_one_line_what_is_wrong(run: Run, data: Path, args: list[str], message: str) -> None:
    code, out, err = run("network", "without", *args, "--data", data)
    assert (code, out) == (2, "")
    assert message in err


def test_without_says_how_a_name_was_read_where_it_was_not_exact(run: Run, data: Path) -> None:
    code, out, err = run("network", "without", "Trust", "--format", "csv", "--data", data)
    assert (code, out) == (0, run("network", "without", "Harbour Trust", "--format", "csv", "--data", data)[1])
    assert "“Trust” is read as harbour-trust (Harbour Trust)." in err
    assert "is read as" not in run("network", "without", "Harbour Trust", "--format", "csv", "--data", data)[2]


def test_without_is_stated_only_by_name(run: Run, data: Path) -> None:
    # 2021-25/1.2.1, 2023-24/T2.1, T2.2, 2024-25/T2.1 and T2.3 name the trust, T2.2 and T2.3 the council too
    code, out, err = run("network", "without", "Harbour Trust", "--stated-only", "--format", "csv", "--data", data)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {row["kind"] for row in rows} == {"deliverable", "partner"}
    assert rows[0]["sentence"] == "Nobody but Harbour Trust is named with it."
    assert "Harbour Trust is named under 5 deliverables" in err
