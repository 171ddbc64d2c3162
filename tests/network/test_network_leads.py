"""Workload, concentration, posts that join themes and parted leads: every number worked out by hand."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.network.leads import Leads, find_leads, to_lead_records, weigh_leads
from pcgraph.network.leads.concentration import count_holders_of_half
from pcgraph.network.parts import Link, Parts, Proof, Thing
from pcgraph.network.scope import Scope
from pcgraph.store import Store, open_store
from tests.conftest import ROOT, Run

UNITS = {"Ash": "Woods", "Birch": "Woods", "Cedar": "Hills", "Dogwood": "", "Elm": ""}


def make_leads(leading: Mapping[str, Sequence[str]]) -> Parts:
    """Posts of `UNITS` by name, each with what it leads: a deliverable `T1.2` or its action `T1.2.a`."""
    things = {name: Thing(name, name.lower(), "Post", name, unit=UNITS[name]) for name in leading}
    links = []
    for place, (name, codes) in enumerate(leading.items(), start=1):
        for code in codes:
            kind = "Force action" if code.count(".") == 2 else "Deliverable"
            theme, number = code.split(".")[:2]
            things[code] = Thing(code, f"2020/{code}", kind, f"Words of {code}", f"2020/{theme}", "2020", code)
            deliverable = f"{theme}.{number}"
            proof = Proof("frame", str(place), "leads", status="stated", deliverable=deliverable)
            links.append(Link(code, name, (proof,)))
    return Parts("all", ("frame",), things, (), (), (), (), (), tuple(links), ())


WOODS = {
    "Ash": ["T1.1", "T1.1.a", "T2.1", "T2.1.a"],
    "Birch": ["T1.1", "T1.2", "T1.1.b"],
    "Cedar": ["T1.2.a", "T1.2.b", "T3.1"],
    "Dogwood": ["T2.1.b", "T1.2.b"],
    "Elm": ["T3.1.a"],
}
"""Thirteen leads: Ash 4, Birch 3, Cedar 3, Dogwood 2, Elm 1.

    T1.1 Ash, Birch     a Ash          b Birch
    T1.2 Birch          a Cedar        b Cedar, Dogwood
    T2.1 Ash            a Ash          b Dogwood
    T3.1 Cedar          a Elm
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("leads") / "history"))
    build_store(copy)
    return copy


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return open_store(data)


@pytest.fixture(scope="module")
def woods() -> Leads:
    return weigh_leads(make_leads(WOODS))


def test_posts_are_counted_by_what_they_lead(woods: Leads) -> None:
    assert [(post.name, len(post.deliverables), len(post.actions)) for post in woods.posts] == [
        ("Ash", 2, 2),
        ("Birch", 2, 1),
        ("Cedar", 1, 2),
        ("Dogwood", 0, 2),
        ("Elm", 0, 1),
    ]
    assert woods.leads == 13
    assert [post.share for post in woods.posts] == [4 / 13, 3 / 13, 3 / 13, 2 / 13, 1 / 13]


def test_unit_counts_an_item_of_two_of_its_posts_once(woods: Leads) -> None:
    # Woods: T1.1 (both), T1.1.a, T2.1, T2.1.a, T1.2, T1.1.b; not stated: T2.1.b, T1.2.b, T3.1.a; Hills 3; 12 in all
    assert [(unit.name, unit.posts, unit.total) for unit in woods.units] == [
        ("Woods", ("Ash", "Birch"), 6),
        ("", ("Dogwood", "Elm"), 3),
        ("Hills", ("Cedar",), 3),
    ]
    assert [unit.share for unit in woods.units] == [6 / 12, 3 / 12, 3 / 12]


def test_concentration_is_the_sum_of_squared_shares(woods: Leads) -> None:
    # (16 + 9 + 9 + 4 + 1) / 13² = 39/169 = 3/13, as if 4.3 posts led as many each; Ash and Birch lead 7 of 13
    assert woods.concentration == pytest.approx(3 / 13)
    assert woods.half == 2
    note = to_lead_records(woods).note
    assert note.startswith("13 leads over 5 posts; an item that several lead counts for each. Half of them lie with 2")
    assert "index is 0.231 (1: one post leads all; 0.200: all lead as many): as concentrated as if 4.3 posts" in note


@pytest.mark.parametrize(
    ("counts", "half"), [([], 0), ([3], 1), ([1, 1], 1), ([1, 1, 1], 2), ([5, 1, 1, 1], 1), ([2, 2, 2, 1], 2)]
)
def test_half_lies_with_the_fewest(counts: list[int], half: int) -> None:
    assert count_holders_of_half(counts) == half


def test_one_post_that_leads_all_is_said_in_words() -> None:
    note = to_lead_records(weigh_leads(make_leads({"Ash": ["T1.1", "T1.2"]}))).note
    assert note.startswith("All 2 leads lie with one post. No post leads in more than one theme.")


def test_posts_that_join_themes_are_told_with_the_pairs_only_they_join(woods: Leads) -> None:
    # Ash: T1 (2), T2 (2); Cedar: T1 (2), T3 (1); Dogwood: T1 (1), T2 (1): T1 and T2 have two posts, T1 and T3 one
    records = to_lead_records(woods, "bridges")
    assert [(row[0], row[3], row[4]) for row in records.rows] == [
        ("Ash", "T1 (2), T2 (2)", None),
        ("Cedar", "T1 (2), T3 (1)", "T1 and T3"),
        ("Dogwood", "T1 (1), T2 (1)", None),
    ]
    assert records.rows[1][5] == (
        "Leads 1 deliverable and 2 actions in T1 (2) and T3 (1); 23 in 100 of all leads. "
        "No other post leads in both T1 and T3."
    )
    assert records.note.startswith("3 posts of 5 lead in more than one theme; 1 of them leads in two themes in")


def test_parted_actions_have_no_lead_of_their_deliverable(woods: Leads) -> None:
    # T1.1.a, T1.1.b and T2.1.a have one of theirs; Cedar is of Hills, Birch of Woods; Elm's unit is not stated
    assert woods.compared == 7
    assert [(one.action.id, one.is_same_unit) for one in woods.parted] == [
        ("2020/T1.2.a", False),
        ("2020/T1.2.b", None),
        ("2020/T2.1.b", None),
        ("2020/T3.1.a", None),
    ]
    records = to_lead_records(woods, "parted")
    assert records.rows[1][:6] == (
        "2020/T1.2.b",
        "Cedar; Dogwood",
        "2020/T1.2",
        "Birch",
        None,
        "Cedar and Dogwood lead the action, Birch the deliverable. Whether they are of one unit is not stated.",
    )
    assert records.rows[1][-1] == "frame lines 2, 3, 4"
    assert "7 actions have a lead and a deliverable with one; 4 of them are led by nobody who leads" in records.note


def test_parted_posts_of_one_unit_are_told() -> None:
    (one,) = weigh_leads(make_leads({"Ash": ["T1.1"], "Birch": ["T1.1.a"]})).parted
    assert one.is_same_unit is True


def test_actions_without_a_lead_of_their_deliverable_are_not_compared() -> None:
    found = weigh_leads(make_leads({"Ash": ["T1.1.a"]}))
    assert (found.parted, found.compared) == ((), 0)
    assert "No action has a lead and a deliverable with one." in to_lead_records(found, "parted").note


def test_leads_are_read_from_the_graph(store: Store) -> None:
    found = find_leads(store)
    # Det Supt T1.1, 1.1.1, 1.2.2; Ch Insp 1.1.1, 1.1.3; Corporate Services T2.1, 1.2.1
    assert [(post.name, post.total) for post in found.posts] == [
        ("Detective Superintendent, Rural Crime", 3),
        ("Chief Inspector, Northmoor", 2),
        ("Corporate Services (post not given)", 2),
    ]
    assert found.concentration == pytest.approx((9 + 4 + 4) / 49)
    assert [one.action.id for one in found.parted] == ["2021-25/1.1.3"]  # 1.1.1 has the Det Supt, too
    assert found.compared == 2  # nobody leads T1.2
    assert found.parted[0].is_same_unit is False


def test_leads_are_narrowed_by_theme(store: Store) -> None:
    found = find_leads(store, Scope(theme="T2"))
    assert [(post.name, post.total) for post in found.posts] == [("Corporate Services (post not given)", 1)]
    assert found.posts[0].joins == ()


def test_command_prints_each_table(run: Run, data: Path) -> None:
    code, out, err = run("network", "leads", "--format", "csv", "--data", data)
    assert code == 0
    first = next(csv.DictReader(io.StringIO(out)))
    assert first["sentence"] == "Leads 1 deliverable and 2 actions in T1; 43 in 100 of all leads."
    assert first["codes"] == "2021-25/T1.1, 2021-25/1.1.1, 2021-25/1.2.2"
    assert first["evidence"] == "force-2021 lines 8, 9, 14"
    assert "Leads are named in force-2021. In the papers read so far: force-2021, strategy-2021-25," in err
    assert "no mention is not no work" in err
    for table, title in (
        ("units", "Workload of lead officers by unit (theme T1)"),
        ("bridges", "Lead officers who join themes (theme T1)"),
        ("parted", "Actions led by others than their deliverable (theme T1)"),
    ):
        code, out, _ = run("network", "leads", table, "--theme", "T1", "--data", data)
        assert (code, out.splitlines()[0]) == (0, title)


def test_command_offers_what_leads_can_be_narrowed_to(run: Run, data: Path) -> None:
    code, out, _ = run("network", "leads", "--help")
    assert code == 0
    assert "--role" not in out
    assert "partners" not in out.partition("Options:")[2]
    whole = run("network", "leads", "--format", "csv", "--data", data)[1]
    for option in ("--stated-only", "--agreed-only"):
        assert run("network", "leads", option, "--format", "csv", "--data", data)[1] == whole


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--role", "funds"), "No such option '--role'"),
        (("--plan", "2023-24"), "Error: --plan 2023-24 leaves the network empty: none of the 7 links between lead"),
        (("--theme", "T9"), "Error: There is no theme “T9”."),
        (("teams",), "Invalid value for '[TABLE]': 'teams' is not one of 'posts', 'units', 'bridges', 'parted'."),
        (("--stated-only", "--agreed-only"), "Error: --stated-only and --agreed-only exclude each other."),
    ],
)
def test_command_says_what_is_wrong(run: Run, data: Path, options: tuple[str, ...], message: str) -> None:
    code, out, err = run("network", "leads", *options, "--data", data)
    assert (code, out) == (2, "")
    assert message in err
