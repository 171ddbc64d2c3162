"""The page of findings: fresh, true to the tables, short, and inert whatever the tables hold.

`tests/history`, by hand; who helps with what there:

- Harbour Trust: 2021-25/T1.2, 2023-24/T2.1, 2023-24/T2.2 (agreed), 2024-25/T2.1, 2024-25/T2.3
- Westmarch County Council: 2023-24/T2.2, 2024-25/T2.3
- Northmoor University: 2024-25/T2.2
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pcgraph.errors import DatasetError
from pcgraph.network.docs import to_findings_page, write_findings
from pcgraph.network.docs.connected import write_connected, write_only_links
from pcgraph.network.docs.groups import write_groups
from pcgraph.network.docs.material import Material
from pcgraph.network.docs.page import describe_day
from pcgraph.network.docs.resting import write_alone, write_reliance
from pcgraph.network.docs.trust import iter_doubts
from pcgraph.network.docs.write import BEGIN, END, README, read_readme, replace_findings
from pcgraph.network.measures import measure_partners
from pcgraph.tables import read_dataset
from tests.conftest import REAL_DATA, ROOT
from tests.network.made import TWO_TABLES, add_outcomes, make_parts

HISTORY = ROOT / "tests" / "history"
PLACE = re.compile(r"([\w-]+) lines? ([\dc, -]*\d)")
HOSTILE = '"<script>alert(1)</script> | ""T"" **b** <!-- /findings --> `x` [a](b) --help\n# End"'

Copy = Callable[..., Path]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Copies the made-up dataset without some tables, with a README around the findings."""

    def make(*, without: tuple[str, ...] = (), readme: str = f"# Ours\n\n{BEGIN}\n{END}\n\nAfter.\n") -> Path:
        made = Path(shutil.copytree(HISTORY, tmp_path / "made"))
        for name in without:
            (made / f"{name}.csv").unlink()
        (made / README).write_text(readme, encoding="utf-8")
        return made

    return make


@pytest.fixture(scope="module")
def real() -> str:
    """The findings as they stand in the shipped dataset."""
    text = read_readme(REAL_DATA / README)
    return text.partition(BEGIN)[2].partition(END)[0]


@pytest.fixture(scope="module")
def history() -> str:
    return to_findings_page(read_dataset(HISTORY))


def take_section(page: str, heading: str) -> list[str]:
    """The lines of a section that are not empty."""
    rest = page.partition(f"### {heading}\n")[2].partition("\n### ")[0]
    return [line for line in rest.splitlines() if line]


def make_material(helping: dict[str, list[str]], helped: dict[str, list[str]] | None = None) -> Material:
    return Material({}, measure_partners(add_outcomes(make_parts(helping), helped or {})))


def read_rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((REAL_DATA / f"{table}.csv").read_text(encoding="utf-8").splitlines()))


def test_page_of_the_shipped_dataset_is_what_the_tables_give() -> None:
    text = read_readme(REAL_DATA / README)
    fresh = replace_findings(text, to_findings_page(read_dataset(REAL_DATA)))
    assert text == fresh, "run `python -m pcgraph.network.docs`"


def test_page_of_the_shipped_dataset_is_short(real: str) -> None:
    assert len(real.splitlines()) <= 90
    assert len(real) <= 10_500


def test_page_says_how_new_the_tables_are(real: str) -> None:
    judged = max(row["date"] for table in ("contributions", "lineage") for row in read_rows(table))
    meeting = max(row["meeting_date"] for row in read_rows("documents"))
    assert (judged, meeting) == ("2026-11-22", "2020-11-04")
    assert "As the tables stood: judgements of 22 November 2026, meetings to 4 November 2020." in real


def test_day_is_left_out_when_no_row_has_one() -> None:
    assert describe_day({"lineage": [{"date": ""}], "documents": [{"meeting_date": ""}]}) == ""


def test_places_of_the_ten_most_connected_stand_in_the_tables(real: str) -> None:
    ids = {row["name"]: row["id"] for row in read_rows("entities")}
    stands = {(row["entity"], row["document"], row["line"]) for row in read_rows("involvements")}
    found = re.findall(r"^\d+\. \*\*(.+?)\*\* shares .*\. \*(.+)\*$", real, re.MULTILINE)
    assert len(found) == 10
    for name, places in found:
        told = [(document, line) for document, lines in PLACE.findall(places) for line in lines.split(", ")]
        assert told, name
        for document, line in told:
            assert (ids[name], document, line) in stands, (name, document, line)


def test_every_document_that_is_cited_is_in_the_tables(real: str) -> None:
    known = {row["id"] for row in read_rows("documents")}
    sections = real.partition("###")[2]  # the lines before them explain what a place is
    cited = {document for document, _ in PLACE.findall(sections)}
    assert cited == known


def test_ids_that_the_page_tells_are_in_the_tables(real: str) -> None:
    known = {row["id"] for table in ("deliverables", "outcomes", "themes") for row in read_rows(table)}
    assert set(re.findall(r"\d{4}-\d{2}/T\w+(?:\.\d+)?", real)) <= known


def test_reliance_counts_every_outcome_once(real: str) -> None:
    section = take_section(real, "Reliance on partners, by outcome")
    told = re.findall(r"\d{4}-\d{2}/T\d[A-Z]", "\n".join(section))
    assert sorted(told) == sorted(row["id"] for row in read_rows("outcomes"))


def test_connected_partners_come_with_one_sentence_and_their_places(history: str) -> None:
    # the trust and the council share two deliverables; the university shares none, so it is not connected
    assert take_section(history, "The two most connected partners")[1:] == [
        "1. **Harbour Trust** shares 2 of its 5 deliverables in T1 and T2 with 1 other. "
        "*force-2021 line 13; t2-2023q2 line 21 and 3 more*",
        "2. **Westmarch County Council** shares its 2 deliverables in T2 with 1 other. "
        "*t2-2023q2 line 21; t2-2023q3 line 18 and 1 more*",
    ]


def test_what_rests_on_one_partner_is_told(history: str) -> None:
    # nine deliverables, six of them named with a partner; two of the six (T2.2, T2.3) with two
    assert take_section(history, "With one partner only") == [
        "Of 9 deliverables, 6 have a partner named; 4 have one only.",
        "- **2021-25/T1B Young people are heard** rests on Harbour Trust alone, named with the one deliverable "
        "judged to help it. *force-2021 line 13*",
        "- **2021-25:** T1.2 Harbour Trust (force-2021 line 13).",
        "- **2023-24:** T2.1 Harbour Trust (t2-2023q3 line 13).",
        "- **2024-25:** T2.1 Harbour Trust (t2-2024q1 line 13); T2.2 Northmoor University (t2-2024q1 line 16).",
    ]


def test_reliance_gives_partners_index_and_who_is_named_most(history: str) -> None:
    # T2A: the trust with 2023-24/T2.1, T2.2 and 2024-25/T2.1, the council with T2.2: (3/4)^2 + (1/4)^2 = 0.625
    # T1A: the trust and the council with 2023-24/T2.2, the university with 2024-25/T2.2: 3 x (1/3)^2
    assert take_section(history, "Reliance on partners, by outcome")[3:] == [
        "| 2021-25/T1B Young people are heard | 1 | 1 of 1 | 1.00 | Harbour Trust (1) | force-2021 line 13 |",
        "| 2021-25/T2A Fewer people suffer from crime in towns | 2 | 3 of 5 | 0.62 | Harbour Trust (3) | "
        "t2-2023q2 line 21 and 2 more |",
        "| 2021-25/T1A People at risk are safer | 3 | 2 of 3 | 0.33 | Harbour Trust (1, as are 2 others) | "
        "t2-2023q2 line 21 |",
    ]
    assert "is judged: 2 agreed, 7 proposed, not yet agreed by the office." in history


def test_only_links_say_whom_they_join_and_by_what() -> None:
    # Ash and Birch hang on Cedar by T1.2 and Elm and Fir on Dogwood by the same, see TWO_TABLES
    assert write_only_links(make_material(TWO_TABLES))[2:] == [
        "- **Cedar** joins 2: Ash and Birch by 2020/T1.1 and 2020/T1.5. *report line 3*",
        "- **Dogwood** joins 2: Elm and Fir by 2020/T2.3. *report line 4*",
    ]


def test_only_links_of_one_partner_are_told_together() -> None:
    # a row Ash - Birch - Cedar: Birch alone joins the two others, of which one counts as the rest
    row = {"Ash": ["T1.1"], "Birch": ["T1.1", "T1.2"], "Cedar": ["T1.2"]}
    assert write_only_links(make_material(row))[2:] == [
        "- One each: Birch joins Cedar by 2020/T1.2 (report line 2).",
    ]


def test_only_links_beyond_a_number_are_counted() -> None:
    # ten tables of four round a hub that sits at each with one head; each head joins two others to the hub
    tables = {f"Head {n:02}": [f"T1.{n}", f"T2.{n}"] for n in range(10)}
    seats = {f"Seat {n:02}{side}": [f"T2.{n}"] for n in range(10) for side in "ab"}
    lines = write_only_links(make_material({"Hub": [f"T1.{n}" for n in range(10)], **tables, **seats}))
    assert lines[2].startswith("- **Hub** joins ")
    assert lines[-1] == "- 3 more partners: `pcgraph network partners`."
    assert len(lines) == 2 + 8 + 1


def test_groups_are_named_by_what_members_share() -> None:
    assert write_groups(make_material(TWO_TABLES))[2:] == [
        "- **2020/T1.1 Words of T1.1** Cedar, Ash and Birch share 2020/T1.1 (3) and 2020/T1.5 (3); together 20 of 20. "
        "*report lines 1, 2 and 1 more*",
        "- 1 more group is the partners of one deliverable: 2020/T2.3 (3; report lines 4, 5 and 1 more).",
        "- 1 partner is in no group: nobody else is named with their deliverables.",
    ]


def test_doubts_are_told_in_numbers() -> None:
    # seven ties: three at T1.1 and T1.5 together, one at T1.2, three at T2.3; Elm, Fir and Gorse have one deliverable
    assert list(iter_doubts(make_material(TWO_TABLES))) == [
        "The network is small: 3 of 7 partners are named with one deliverable only, so that one more paper can turn "
        "ranks round.",
        "2020/T2.3 alone makes 3 of the 7 connections: a list of names weighs much.",
        "Exactly these groups came out in 20 of 20 runs.",
    ]


def test_ranks_are_doubted_when_those_left_out_share_as_much() -> None:
    # twelve partners at one table: ten of them are shown, all alike
    doubts = list(iter_doubts(make_material({f"Partner {n:02}": ["T1.1"] for n in range(12)})))
    assert doubts[1] == ("Places 1 to 10 and 2 partners not shown share 1 deliverable each: their order means little.")


@pytest.mark.parametrize(
    ("reported", "told"),
    [([], "2020/T1 and 2020/T2"), (["2020/T1"], "2020/T2"), (["2020/T1", "2020/T2"], ""), ([""], "")],
)
def test_themes_without_a_report_are_told_unless_one_is_on_all(reported: list[str], told: str) -> None:
    tables = {
        "themes": [{"id": "2020/T1"}, {"id": "2020/T2"}],
        "documents": [{"kind": "strategic-framework", "theme": ""}]
        + [{"kind": "monitoring-report", "theme": theme} for theme in reported],
    }
    doubts = list(iter_doubts(replace(make_material(TWO_TABLES), tables=tables)))
    expected = f"No monitoring report on {told} was read: who helps there is known from the plans' own words only."
    assert doubts[3:] == ([expected] if told else [])


def test_network_without_a_shared_deliverable_says_so() -> None:
    material = make_material({"Ash": ["T1.1"], "Birch": ["T1.2"]})
    assert write_connected(material)[1] == "No deliverable has two partners named."
    assert write_only_links(material)[1] == "No partner is the only link of others to the rest."
    assert write_groups(material)[1] == "No two partners share a deliverable, so that there are no groups."
    assert list(iter_doubts(material))[1:] == []


def test_outcome_without_a_partner_is_told_apart_from_one_not_judged() -> None:
    every = add_outcomes(
        make_parts({"Ash": ["T1.1"], "Birch": ["T1.1"], "Cedar": ["T1.2", "T1.3"]}),
        {"T1.1": ["A"], "T1.2": ["B"], "T1.3": ["C"]},
    )
    parts = replace(
        every,
        parts=tuple(part for part in every.parts if part.partner != "Cedar"),
        contributions=tuple(one for one in every.contributions if one.outcome != "C"),
    )
    material = Material({}, measure_partners(parts))
    assert write_reliance(material)[-1] == (
        "No partner is named with the deliverables of 2020/B. No deliverable is judged to help 2020/C."
    )
    assert write_alone(material) == [
        "### With one partner only\n",
        "No outcome rests on one partner alone. Of 3 deliverables, 1 has a partner named; 0 have one only.",
    ]


def test_outcome_on_one_organisation_is_told_where_boards_stand_beside_it() -> None:
    # A: Ash and the board; B: Ash alone, told already; C: the board alone, no organisation; D: Ash and Birch
    every = add_outcomes(
        make_parts({"Ash": ["T1.1", "T1.2", "T1.4"], "Birch": ["T1.4"], "Board": ["T1.1", "T1.3"]}),
        {"T1.1": ["A"], "T1.2": ["B"], "T1.3": ["C"], "T1.4": ["D"]},
    )
    board = replace(every.things["Board"], kind="Partnership")
    material = Material({}, measure_partners(replace(every, things={**every.things, "Board": board})))
    assert write_alone(material)[1] == (
        "Counting organisations alone (boards and panels are made of them), 2020/A rests on Ash (report line 1). "
        "Of 4 deliverables, 4 have a partner named; 2 have one only, 1 of them a partnership with members of its own."
    )


def test_contributions_missing_are_told_and_the_rest_stands(copy: Copy) -> None:
    page = to_findings_page(read_dataset(copy(without=("contributions",))))
    assert take_section(page, "Reliance on partners, by outcome") == [
        "No deliverable is judged to help an outcome yet, so that nothing can be said of outcomes: "
        "`pcgraph propose contributions`."
    ]
    assert "- **2021-25:** T1.2 Harbour Trust (force-2021 line 13)." in page
    assert "No outcome rests" not in page


def test_dataset_without_named_partners_is_told_in_one_line(copy: Copy) -> None:
    page = to_findings_page(read_dataset(copy(without=("involvements",))))
    assert page.endswith(
        "\n\nThe papers read so far name no partner as helping deliver a deliverable; no mention is not no work.\n"
    )
    assert "###" not in page


def test_dataset_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no tables"):
        write_findings(tmp_path)


def test_hostile_name_stays_text(copy: Copy) -> None:
    made = copy()
    entities = made / "entities.csv"
    entities.write_text(entities.read_text(encoding="utf-8").replace("Harbour Trust", HOSTILE), encoding="utf-8")
    text = write_findings(made).read_text(encoding="utf-8")
    assert '&lt;script&gt;alert(1)&lt;/script&gt; \\| "T" \\*\\*b\\*\\* &lt;!-- /findings --&gt; \\`x\\`' in text
    assert "<script>" not in text
    assert (text.count(BEGIN), text.count(END)) == (1, 1)
    assert not re.search(r"^# End", text, re.MULTILINE)
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")}
    assert widths == {7}
    assert text.endswith(f"{END}\n\nAfter.\n")


def test_findings_are_written_twice_alike_and_leave_the_rest(copy: Copy) -> None:
    made = copy()
    file = write_findings(made)
    first = file.read_bytes()
    assert first.startswith(f"# Ours\n\n{BEGIN}\n## Who works with whom".encode())
    assert first.endswith(f"\n{END}\n\nAfter.\n".encode())
    write_findings(made)
    assert file.read_bytes() == first


def run_module(folder: Path, *, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    """`python -m pcgraph.network.docs FOLDER` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "pcgraph.network.docs", str(folder)],
        env=os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_module_writes_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    made = Path(shutil.copytree(REAL_DATA, tmp_path / "nottinghamshire", ignore=shutil.ignore_patterns(".*")))
    for seed in ("1", "4242"):
        (made / README).write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
        done = run_module(made, hash_seed=seed)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        page = to_findings_page(read_dataset(REAL_DATA))
        assert (made / README).read_text(encoding="utf-8") == f"{BEGIN}\n{page}{END}\n"


def test_module_says_one_line_and_exits_2_when_there_is_no_dataset(tmp_path: Path) -> None:
    done = run_module(tmp_path / "none")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"There is no dataset at {tmp_path / 'none'}.")


@pytest.mark.parametrize(
    "readme",
    ["# Ours\n", f"{BEGIN}\n", f"{END}\n{BEGIN}\n", f"{BEGIN}\n{END}\n{BEGIN}\n{END}\n", f"{END}\n{BEGIN}\n{END}\n"],
)
def test_readme_without_one_place_for_the_findings_is_refused(copy: Copy, readme: str) -> None:
    made = copy(readme=readme)
    with pytest.raises(DatasetError, match="no place for the findings"):
        write_findings(made)
    assert (made / README).read_text(encoding="utf-8") == readme


def test_readme_that_is_missing_or_not_utf8_is_refused(copy: Copy) -> None:
    made = copy()
    (made / README).write_bytes(b"caf\xe9")
    with pytest.raises(DatasetError, match="is not UTF-8"):
        write_findings(made)
    (made / README).unlink()
    with pytest.raises(DatasetError, match="There is no "):
        write_findings(made)
