"""`pcgraph network`: every subcommand, its files, its notes and its errors."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from pcgraph.build import build_store
from tests.conftest import ROOT, Run


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("command") / "history"))
    build_store(copy)
    return copy


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_partners_lists_each_with_its_sentence(run: Run, data: Path) -> None:
    code, out, err = run("network", "partners", "--format", "csv", "--data", data)
    assert code == 0
    rows = read_csv(out)
    # the trust and the council share 2023-24/T2.2 and 2024-25/T2.3; the university is named alone in 2024-25/T2.2
    assert [(row["partner"], row["deliverables"], row["strength"], row["reach"]) for row in rows] == [
        ("Harbour Trust", "5", "2", "1"),
        ("Westmarch County Council", "2", "2", "1"),
        ("Northmoor University", "1", "0", "0"),
    ]
    assert rows[0]["sentence"] == (
        "Named as helping deliver 5 deliverables in T1 and T2; shares 2 of them with 1 other partner."
    )
    assert rows[1]["sentence"] == (
        "Named as helping deliver 2 deliverables in T2; shares all of them with 1 other partner."
    )
    assert rows[2]["sentence"] == "Named as helping deliver 2024-25/T2.2, where no other partner is named."
    assert [row["role"] for row in rows] == ["peripheral", "peripheral", "alone"]
    assert rows[1]["codes"] == "2023-24/T2.2, 2024-25/T2.3"
    assert rows[1]["evidence"] == "t2-2023q2 line 21; t2-2023q3 line 18; t2-2024q1 line 19"
    assert "In the papers read so far: force-2021, strategy-2021-25, t2-2023q2, t2-2023q3 and t2-2024q1;" in err
    assert "no mention is not no work" in err
    assert "A small network: ranks that lie close together mean little." in err
    assert "Of 8 links between partners and deliverables, the office agreed to 1; the rest is proposed" in err
    assert "counts once in each plan" in err


def test_partners_shows_one_as_measured_in_the_whole(run: Run, data: Path) -> None:
    code, out, _ = run("network", "partners", "--partner", "WCC", "--format", "json", "--data", data)
    assert code == 0
    (row,) = json.loads(out)
    assert (row["partner"], row["reach"], row["group"]) == ("Westmarch County Council", 1, 1)


def test_groups_say_what_members_share(run: Run, data: Path) -> None:
    code, out, err = run("network", "groups", "--format", "csv", "--data", data)
    assert code == 0
    (row,) = read_csv(out)
    assert (row["partners"], row["themes"], row["sure"]) == ("2", "T2, T1", "1.0")
    assert row["name"] == "2023-24/T2.2 Improve the partnership response to rural crime"
    assert row["members"] == "Harbour Trust; Westmarch County Council"
    # the trust has four links in T2 and one in T1, the council two in T2
    assert row["sentence"] == (
        "Members share 2023-24/T2.2 (2 of 2 help) and 2024-25/T2.3 (2 of 2 help). "
        "Of their 7 links with deliverables, 6 in T2 and 1 in T1. "
        "Sure: in each of 20 runs, every member was with most of the others."
    )
    assert "1 partner without a tie to another is in no group." in err


def test_ties_say_what_rests_on_them(run: Run, data: Path) -> None:
    code, out, _ = run("network", "ties", "--format", "csv", "--data", data)
    assert code == 0
    (row,) = read_csv(out)
    assert (row["cut_off"], row["codes"]) == ("1", "2023-24/T2.2, 2024-25/T2.3")
    assert row["sentence"] == (
        "Harbour Trust and Westmarch County Council are named with each other only, by 2023-24/T2.2 and 2024-25/T2.3."
    )


def test_measures_tell_the_whole_network(run: Run, data: Path) -> None:
    code, out, _ = run("network", "measures", "--format", "csv", "--data", data)
    assert code == 0
    values = {row["measure"]: row["value"] for row in read_csv(out)}
    assert values == {
        "partners": "3",
        "deliverables": "6",
        "links": "8",
        "ties": "1",
        "density": "0.333",  # one of three pairs
        "parts": "2",
        "alone": "1",
        "only links": "0",
        "only ties": "1",
        "groups": "1",
        "modularity": "0.0",  # one group holds all there is
        "partners counted from": "3",
    }


def test_measures_are_told_in_the_singular_where_there_is_one(run: Run, data: Path) -> None:
    _, out, _ = run("network", "measures", "--format", "csv", "--data", data)
    told = {row["measure"]: row["sentence"] for row in read_csv(out)}
    assert told["ties"] == "1 pair of partners shares at least one deliverable."
    assert told["groups"] == "Partners form 1 group whose members work more with each other than with the rest."
    assert told["parts"] == "2 parts without a tie to each other; the largest holds 2 of 3 partners."


def test_measures_say_so_where_nothing_falls_apart_or_stands_together(run: Run, data: Path) -> None:
    # in T1 the trust stands alone
    _, out, _ = run("network", "measures", "--theme", "T1", "--format", "csv", "--data", data)
    told = {row["measure"]: row["sentence"] for row in read_csv(out)}
    assert told["parts"] == "All partners hang together."
    assert told["groups"] == "Partners form no groups."


def test_partners_say_how_a_name_was_read_where_it_was_not_exact(run: Run, data: Path) -> None:
    code, out, err = run("network", "partners", "--partner", "County Council", "--format", "csv", "--data", data)
    assert (code, [row["partner"] for row in read_csv(out)]) == (0, ["Westmarch County Council"])
    assert "“County Council” is read as westmarch-county-council (Westmarch County Council)." in err
    assert "is read as" not in run("network", "partners", "--partner", "WCC", "--format", "csv", "--data", data)[2]


def test_title_and_note_tell_what_was_narrowed(run: Run, data: Path) -> None:
    code, out, _ = run("network", "partners", "--theme", "T2", "--role", "funds", "--data", data)
    assert code == 0
    assert out.startswith("Partners and whom they work with (theme T2, role funds)\n")
    assert "In the papers read so far: " in out


def test_stated_only_speaks_of_names_not_of_help(run: Run, data: Path) -> None:
    code, out, err = run("network", "partners", "--stated-only", "--format", "csv", "--data", data)
    assert code == 0
    assert read_csv(out)[0]["sentence"].startswith("Named under 5 deliverables in T1 and T2;")
    assert "Only what documents state is counted: that a partner is named, not what part it plays." in err


@pytest.mark.parametrize("ending", ["xlsx", "html", "md"])
def test_groups_write_files(run: Run, data: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"groups.{ending}"
    code, out, err = run("network", "groups", "--output", file, "--data", data)
    assert (code, out) == (0, "")
    assert f"Wrote {file}" in err
    assert file.stat().st_size > 100


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["partners", "--partner", "Harbour Thrust"], "There is no partner “Harbour Thrust”. Did you mean "),
        (
            ["partners", "--partner", "Northmoor University", "--plan", "2023-24"],
            "Northmoor University is not named there as helping deliver anything.",
        ),
        (["groups", "--theme", "T9"], "There is no theme “T9”."),
        (["ties", "--role", "leads"], "--role leads leaves the network empty: "),
        (["measures", "--report", "strategy-2021-25"], "--report strategy-2021-25 leaves the network empty: "),
        (["measures", "--stated-only", "--agreed-only"], "--stated-only and --agreed-only exclude each other."),
        (["measures", "--stated-only", "--role", "funds"], "--role and --stated-only exclude each other"),
    ],
)
def test_network_refuses_in_one_line(run: Run, data: Path, args: list[str], message: str) -> None:
    code, out, err = run("network", *args, "--data", data)
    assert (code, out) == (2, "")
    (line,) = err.splitlines()
    assert line.startswith(f"Error: {message}")


def test_agreed_only_names_itself_where_nothing_is_agreed(run: Run, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path / "history"))
    involvements = copy / "involvements.csv"
    text = involvements.read_text(encoding="utf-8")
    involvements.write_text(text.replace("agreed,Head of Strategy", "proposed,reading-a"), encoding="utf-8")
    build_store(copy)
    code, _, err = run("network", "measures", "--agreed-only", "--data", copy)
    assert code == 2
    assert "--agreed-only leaves the network empty: the office has agreed to none of the 8 links" in err
