"""Reliance: shares, indices and smallest choices worked out by hand, or by trying every choice."""

from __future__ import annotations

import csv
import io
import random
import shutil
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.network.parts import Parts, Thing
from pcgraph.network.reliance import Reliances, find_reliance, find_smallest_cover, to_herfindahl, weigh_reliance
from pcgraph.network.reliance.tables import to_reliance_records
from pcgraph.network.reliance.words import describe_reliance
from pcgraph.network.scope import Scope
from pcgraph.store import Store, open_store
from tests.conftest import ROOT, Run
from tests.network.made import TWO_TABLES, add_outcomes, make_parts


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("exposure") / "history"))
    build_store(copy)
    return copy


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return open_store(data)


def add_themes(parts: Parts) -> Parts:
    themes = {
        f"2020/{code}": Thing(f"2020/{code}", f"2020/{code}", "Theme", f"Theme {code}", order=code)
        for code in ("T1", "T2")
    }
    return replace(parts, things={**parts.things, **themes})


def test_herfindahl_adds_up_squares_of_shares() -> None:
    # 5/10, 3/10, 2/10: 0.25 + 0.09 + 0.04
    assert to_herfindahl([5, 3, 2]) == pytest.approx(0.38)


def test_cover_of_the_fano_plane_is_three_of_its_points() -> None:
    # Seven points, seven lines of three, every two of which meet. Two points miss two lines; the three points of a
    # line meet every line; any of the seven lines will do, so that no point is needed always.
    lines = ["abc", "ade", "afg", "bdf", "beg", "cdg", "cef"]
    cover = find_smallest_cover(lines)
    assert len(cover.members) == 3
    assert "".join(sorted(cover.members)) in lines
    assert (cover.is_exact, cover.always) == (True, ())


def test_cover_is_as_small_as_any_choice_there_is() -> None:
    source = random.Random(11)  # noqa: S311
    for _ in range(150):
        sets = [set(source.sample("abcdefgh", source.randint(1, 3))) for _ in range(source.randint(1, 10))]
        sizes = range(1, 9)
        found = next(
            fit
            for size in sizes
            if (fit := [set(c) for c in combinations("abcdefgh", size) if all(set(c) & one for one in sets)])
        )
        cover = find_smallest_cover(sets)
        assert set(cover.members) in found
        assert set(cover.always) == set.intersection(*found) & set(cover.members)
        assert cover.is_exact


def test_cover_pays_no_heed_to_what_nobody_touches() -> None:
    assert find_smallest_cover([set(), {"a"}, {"a", "b"}]).members == ("a",)
    assert find_smallest_cover([]).members == ()


def test_cover_is_said_to_be_unsure_when_the_work_is_used_up() -> None:
    source = random.Random(5)  # noqa: S311
    sets = [set(source.sample(range(60), 4)) for _ in range(80)]
    named = [{f"p{number:02}" for number in one} for one in sets]
    hasty, sure = find_smallest_cover(named, most_work=1_000), find_smallest_cover(named)
    assert (hasty.is_exact, hasty.always, sure.is_exact) == (False, (), True)
    assert all(one & set(hasty.members) for one in named)
    assert len(hasty.members) >= len(sure.members)


def test_cover_is_greedy_for_very_many_sets() -> None:
    # 401 pairs along a line: every second point does, 201 of 402
    cover = find_smallest_cover([{f"p{place:03}", f"p{place + 1:03}"} for place in range(401)])
    assert cover.is_exact is False
    assert len(cover.members) >= 201


def test_reliance_ranks_themes_by_how_much_rests_on_how_few() -> None:
    # T1: Cedar 3, Ash 2, Birch 2, Dogwood 1 of 8 links: (9 + 4 + 4 + 1) / 64; all 8/18 of equals, 64/18 = 3.6.
    # T2: Dogwood, Elm, Fir and Gorse 1 of 4 links each: 4/16. Cedar touches T1.1, T1.2, T1.5; nobody T2.3 and T2.4.
    parts = add_themes(make_parts(TWO_TABLES))
    first, second = weigh_reliance(parts, "theme")
    assert (first.thing.id, first.index, second.thing.id, second.index) == ("2020/T1", 18 / 64, "2020/T2", 0.25)
    assert first.counts == (("Cedar", 3), ("Ash", 2), ("Birch", 2), ("Dogwood", 1))
    assert second.only == (("2020/T2.4", "Gorse"),)
    assert describe_reliance(parts, first) == (
        "4 partners are named with all of its 3 deliverables. Most often Cedar (3), Ash (2) and Birch (2); in all, as "
        "if 3.6 partners were named equally often. If one partner left, Cedar, each of these 3 would lose a "
        "partner."
    )
    assert describe_reliance(parts, second) == (
        "4 partners are named with all of its 2 deliverables. None is named with more than one of them. 1 deliverable "
        "has one partner only: 2020/T2.4 (Gorse). At least 2 partners would have to leave for each of these 2 to lose "
        "a partner: always Gorse, and one more such as Dogwood. 1 of them would then have no partner named."
    )


def test_reliance_of_outcomes_counts_those_without_a_partner_last() -> None:
    # O1: T1.2 (Cedar, Dogwood); O2: T2.4 (Gorse) and T9.9 (nobody); O3: T9.9 alone
    parts = make_parts({**TWO_TABLES, "Nobody": ["T9.9"]})
    parts = replace(parts, parts=tuple(part for part in parts.parts if part.partner != "Nobody"))
    parts = add_outcomes(parts, {"T1.2": ["O1"], "T2.4": ["O2"], "T9.9": ["O2", "O3"]})
    found = weigh_reliance(parts, "outcome")
    assert [(one.thing.id, one.index, len(one.deliverables), len(one.helped)) for one in found] == [
        ("2020/O2", 1.0, 2, 1),
        ("2020/O1", 0.5, 1, 1),
        ("2020/O3", 0.0, 1, 0),
    ]
    assert [describe_reliance(parts, one) for one in found] == [
        "Only Gorse is named, with 1 of the 2 deliverables that help it.",
        "2 partners are named with the one deliverable that helps it.",
        "No partner is named with the one deliverable that helps it.",
    ]
    rows = to_reliance_records(Reliances(found, Scope(), parts)).rows
    assert [row[6] for row in rows] == [1.0, 0.5, None]
    assert {row[-2] for row in rows} == {"judged: proposed, not yet agreed by the office"}


def test_reliance_names_the_only_organisation_among_boards() -> None:
    parts = make_parts({"Ash": ["T1.1"], "Board": ["T1.1", "T1.2"]})
    board = Thing("Board", "board", "Partnership", "Board")
    parts = add_themes(replace(parts, things={**parts.things, "Board": board}))
    (theme,) = weigh_reliance(parts, "theme")
    assert "2 partners are named with all of its 2 deliverables, only one of them an organisation: Ash." in (
        describe_reliance(parts, theme)
    )


def test_reliance_in_a_store_is_that_worked_out_by_hand(store: Store) -> None:
    # T1B: T1.2 (trust). T1A: 2023-24/T2.2 (trust, council), 2024-25/T2.2 (university), 2021-25/T1.1 (nobody): 3/9.
    # T2A: 2023-24/T2.1 (trust), T2.2 (trust, council), T2.3 (nobody), 2024-25/T2.1 (trust), 2021-25/T2.1 (nobody):
    # trust 3, council 1: 10/16. Theme 2: trust 2023-24/T2.1, T2.2, 2024-25/T2.1, T2.3; council 2; university 1: 21/49.
    found = find_reliance(store)
    assert [(one.unit, one.thing.id, round(one.index, 3), len(one.counts)) for one in found.items] == [
        ("outcome", "2021-25/T1B", 1.0, 1),
        ("outcome", "2021-25/T2A", 0.625, 2),
        ("outcome", "2021-25/T1A", 0.333, 3),
        ("theme", "2021-25/T1", 1.0, 1),
        ("theme", "2021-25/T2", 0.429, 3),
    ]
    theme = found.items[-1]
    assert [store.base + f"entity/{name}" for name in ("harbour-trust", "northmoor-university")] == list(
        theme.cover.members
    )
    assert theme.cover.always == theme.cover.members
    assert len(theme.deliverables) == 7


def test_reliance_by_deliverable_and_within_a_plan(store: Store) -> None:
    found = find_reliance(store, Scope(plan="2024-25"), unit="deliverable")
    assert [(one.thing.id, one.index) for one in found.items] == [
        ("2024-25/T2.1", 1.0),
        ("2024-25/T2.2", 1.0),
        ("2024-25/T2.3", 0.5),
    ]
    assert [describe_reliance(found.parts, one) for one in found.items][1:] == [
        "Only Northmoor University is named with it.",
        "2 partners are named with it: Harbour Trust and Westmarch County Council.",
    ]


def test_exposure_prints_sentences_with_evidence(run: Run, data: Path) -> None:
    code, out, err = run("network", "exposure", "--by", "outcome", "--theme", "T2", "--format", "csv", "--data", data)
    (row,) = csv.DictReader(io.StringIO(out))
    assert code == 0
    assert (row["code"], row["partners"], row["deliverables"], row["helped"]) == ("2021-25/T2A", "2", "5", "3")
    assert (row["reliance"], row["only"], row["fewest"], row["always"]) == ("0.625", "2", "1", "Harbour Trust")
    assert row["sentence"] == (
        "2 partners are named with 3 of the 5 deliverables that help it. Most often Harbour Trust (3); in all, as if "
        "1.6 partners were named equally often. 2 deliverables have one partner only: 2023-24/T2.1 (Harbour Trust) and "
        "2024-25/T2.1 (Harbour Trust). If one partner left, Harbour Trust, each of these 3 would lose a partner. "
        "2 of them would then have no partner named."
    )
    assert row["status"] == "judged: 1 agreed, 4 proposed, not yet agreed by the office"
    assert row["evidence"] == "t2-2023q2 line 21; t2-2023q3 line 13; t2-2024q1 line 13"
    assert "Reliance is the Herfindahl index" in err
    assert "no mention is not no work" in err


def test_exposure_leaves_outcomes_out_where_they_are_not_stated(run: Run, data: Path) -> None:
    code, out, err = run("network", "exposure", "--stated-only", "--format", "csv", "--data", data)
    assert code == 0
    assert {row["unit"] for row in csv.DictReader(io.StringIO(out))} == {"theme"}
    assert "Outcomes are left out. --stated-only leaves the network empty" in err
    code, out, err = run("network", "exposure", "--stated-only", "--by", "outcome", "--data", data)
    assert (code, out) == (2, "")
    assert "they are judged. Leave --stated-only out." in err


def test_outcomes_ask_for_contributions_where_none_was_proposed(run: Run, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path / "history"))
    (copy / "contributions.csv").unlink()
    build_store(copy)
    for command in (["exposure", "--by", "outcome"], ["export", tmp_path / "a.xlsx"]):
        code, out, err = run("network", *command, "--data", copy)
        assert (code, out) == (2, "")
        assert err == (
            "Error: No deliverable that a partner is named as helping deliver was judged to help an outcome. "
            "Have such links proposed with: pcgraph propose contributions\n"
        )


@pytest.mark.parametrize("name", ["table", "tsv", "json", "md", "html", "xlsx"])
def test_exposure_writes_every_format(run: Run, data: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"reliance.{name}"
    code, _, _ = run("network", "exposure", "--format", name, "--output", file, "--data", data)
    assert code == 0
    assert file.stat().st_size > 500


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--by", "post"], "'post' is not one of 'outcome', 'theme', 'deliverable'."),
        (["--theme", "T9"], "There is no theme “T9”."),
        (["--theme", "T1", "--plan", "2023-24"], "--plan 2023-24 leaves the network empty"),
        (["--by", "outcome", "--theme", "T2", "--role", "leads"], "--role leads leaves the network empty"),
    ],
)
def test_exposure_says_in_one_line_what_is_wrong(run: Run, data: Path, args: list[str], message: str) -> None:
    code, out, err = run("network", "exposure", *args, "--data", data)
    assert (code, out) == (2, "")
    assert message in err
