"""What a paper says, worked out by hand from the made-up force's tables."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from pcgraph.errors import CallError, DatasetError
from pcgraph.paper import Paper, PaperItem, make_paper
from tests.conftest import REAL_DATA
from tests.paper.conftest import HISTORY, Edit

OWN = "Westmarch Police and Crime Panel, 12 September 2024, item 6"
BY_TWO = "proposed by two readings, not yet agreed by the office"


def tell(item: PaperItem, aspect: str) -> list[tuple[str, str]]:
    return [(note.text, note.reference) for note in item.notes if note.aspect == aspect]


def test_paper_names_meeting_plan_period_and_digest(paper: Paper) -> None:
    assert (paper.report, paper.theme, paper.theme_title) == ("t2-2024q1", "2021-25/T2", "Making market towns safer")
    assert (paper.meeting_body, paper.meeting_date) == ("Westmarch Police and Crime Panel", "2024-09-12")
    assert (paper.agenda_item, paper.period) == ("6", "2024-25Q1")
    assert (paper.plan_title, paper.earlier) == ("Delivery Plan 2024-25", "t2-2023q3")
    assert paper.dataset == "westmarch"
    assert len(paper.digest) == 16


def test_paper_gives_back_the_table_row_for_row(paper: Paper) -> None:
    assert [(item.number, item.responsible, item.wording, item.letter) for item in paper.items] == [
        ("1", "DM", "Reduce vehicle crime and shop theft in market towns with café and shop owners as partners", "G"),
        ("2", "Force/DM", "Improve the partnership response to rural crime", "R"),
        ("3", "DM", "Set up a farm watch in every parish", "G"),
    ]
    assert paper.items[0].reference == f"{OWN}, no. 1; t2-2024q1, lines 12 to 14"


def test_key_shows_printed_and_counted_side_by_side(paper: Paper) -> None:
    assert [(row.letter, row.printed, row.counted, row.agrees) for row in paper.key] == [
        ("G", "3/3 (100%)", "2/3 (66.7%)", False),
        ("A", "0/3 (0%)", "0/3 (0%)", True),
        ("R", "0/3 (0%)", "1/3 (33.3%)", False),
        ("W", "", "0/3 (0%)", None),
    ]
    assert paper.key[0].reference == f"{OWN}; t2-2024q1, line 8, cell 2"


def test_item_tells_what_changed_since_the_report_before(paper: Paper) -> None:
    first, second, third = paper.items
    assert tell(first, "changed") == [
        (
            "Delivery, self-rated: Amber to Green, better; 2024-25/T2.1 widens 2023-24/T2.1 (agreed).",
            f"{OWN}, no. 1; t2-2024q1, line 12",
        ),
        ("Wording: “and shop theft” put in", f"{OWN}, no. 1; t2-2024q1, line 12"),
    ]
    assert tell(second, "changed")[-1] == (
        "No longer named here: Westmarch County Council (line 18, now named under no. 3)",
        "Westmarch Police and Crime Panel, 8 February 2024, item 4, no. 2; t2-2023q3, line 18",
    )
    assert [text.split(":")[0] for text, _ in tell(third, "changed")] == ["New"]


def test_item_tells_partners_with_part_timing_and_review(paper: Paper) -> None:
    first, second, third = paper.items
    reviewed = f"({BY_TWO[0].upper()}{BY_TWO[1:]}.)"
    assert tell(first, "partner") == [
        (f"Supports, current: Harbour Trust (line 13). {reviewed}", f"{OWN}, no. 1; t2-2024q1, line 13")
    ]
    assert tell(second, "partner")[0][0].startswith("Delivers, current: Northmoor University (line 16, newly named).")
    assert [text.split(":")[0] for text, _ in tell(third, "partner")] == ["Delivers, planned", "Funds, current"]
    assert "newly named" not in str(tell(third, "partner"))  # the whole item is new


def test_item_tells_figures_with_what_they_were(paper: Paper) -> None:
    assert tell(paper.items[0], "figure") == [("Offences: 29 (before 44)", f"{OWN}, no. 1; t2-2024q1, line 14")]
    assert tell(paper.items[2], "figure") == [("Farms: 3", f"{OWN}, no. 3; t2-2024q1, line 19")]


def test_item_tells_outcomes_with_measures_reason_and_review(paper: Paper) -> None:
    assert tell(paper.items[0], "outcome") == [
        (
            "T2A Fewer people suffer from crime in towns. (primary, confidence high; agreed)\n"
            "Would show in: T2A.1 Thefts of and from vehicles.\n"
            "Why: It names the thefts that are counted.",
            "judged by Head of Strategy, 8 October 2024; "
            "Westmarch Police and Crime Panel, 10 June 2021, item 7, T2A; strategy-2021-25, line 22",
        )
    ]
    text, _ = tell(paper.items[1], "outcome")[0]
    assert text.startswith(f"T1A People at risk are safer. (primary, confidence medium; {BY_TWO})")
    assert "T1A.1.a People killed or seriously harmed: Of these, on farms." in text


def test_item_tells_gaps_by_severity(paper: Paper) -> None:
    assert any("outcome" in text and text.startswith("Note: ") for text, _ in tell(paper.items[2], "gap"))
    amber = [text for text, _ in tell(paper.items[1], "gap") if "Amber or Red" in text]
    assert len(amber) == 1
    assert amber[0].startswith("Warning: ")


def test_paper_tells_what_the_earlier_report_has_beside(paper: Paper) -> None:
    assert [(note.text, note.reference) for note in paper.gone] == [
        (
            "Publish the town safety map (last status, self-rated: Green)",
            "Westmarch Police and Crime Panel, 8 February 2024, item 4, no. 3; t2-2023q3, line 21",
        )
    ]


def test_anomalies_are_told_once_with_their_place(history: Path) -> None:
    with (history / "anomalies.csv").open("a", encoding="utf-8") as file:
        file.write("t2-2024q1,19,statements-disagree,info,t2-2024q1/3,Two counts of farms.,proposed,reading-a,\n")
        file.write("t2-2024q1,14,percentage-wrong,warning,t2-2024q1/1,29 of 44 is not 50%.,,,\n")
        file.write("t2-2024q1,16,statements-disagree,warning,t2-2024q1/2,Ruled out.,rejected,Head of Strategy,\n")
        file.write('t2-2024q1,8c2,tally-mismatch,warning,t2-2024q1,"The key claims 3 of 3 G; 2 are printed.",,,\n')
    paper = make_paper(history, report="t2-2024q1")
    told = [note for note in paper.items[0].notes if "29 of 44" in note.text]
    assert [(note.aspect, note.text, note.reference) for note in told] == [
        ("contradiction", "Warning: 29 of 44 is not 50%.", f"{OWN}, no. 1; t2-2024q1, line 14")
    ]
    assert tell(paper.items[1], "contradiction") == []
    assert tell(paper.items[2], "contradiction")[0][0] == (
        "Note: Two counts of farms. (Proposed, not yet agreed by the office.)"
    )
    agreed = make_paper(history, report="t2-2024q1", agreed_only=True)
    assert [len(tell(item, "contradiction")) for item in agreed.items] == [1, 0, 0]
    whole = [note for note in paper.notes if "key claims" in note.text]
    assert [(note.aspect, note.reference) for note in whole] == [("contradiction", f"{OWN}; t2-2024q1, line 8, cell 2")]


def test_agreed_only_leaves_out_what_is_proposed(history: Path) -> None:
    paper = make_paper(history, report="t2-2024q1", agreed_only=True)
    first, second, third = paper.items
    assert "agreed)" in tell(first, "changed")[0][0]
    assert len(tell(first, "outcome")) == 1
    assert tell(second, "outcome") == tell(first, "partner") == tell(third, "partner") == []
    assert BY_TWO not in str([note for item in paper.items for note in item.notes])
    assert any("office has not agreed to are left out" in remark for remark in paper.remarks)


def test_paper_says_nothing_of_changes_when_no_lineage_ties_the_plans(history: Path) -> None:
    (history / "lineage.csv").unlink()
    paper = make_paper(history, report="t2-2024q1")
    assert paper.earlier == ""
    assert paper.gone == ()
    assert all(tell(item, "changed") == [] for item in paper.items)
    assert paper.remarks[0] == (
        "t2-2023q3 reports on another plan, 2023-24, and no lineage ties its items to those of this report, "
        "so nothing is said of what changed."
    )


def test_first_report_says_that_none_was_read_before(history: Path) -> None:
    paper = make_paper(history, report="t2-2023q2")
    assert paper.earlier == ""
    assert paper.remarks[0].startswith("No earlier report on this theme has been read")


def test_tracker_without_a_theme_of_its_own_is_read_by_its_items(history: Path, set_cell: Edit) -> None:
    set_cell("documents", "t2-2024q1", "kind", "tracker")
    set_cell("documents", "t2-2024q1", "theme", "")
    paper = make_paper(history, report="t2-2024q1", theme="T2")
    assert (paper.theme, len(paper.items)) == ("2021-25/T2", 3)
    set_cell("updates", "t2-2024q1/3", "deliverable", "2021-25/T1.2")
    assert len(make_paper(history, report="t2-2024q1", theme="T1").items) == 1
    with pytest.raises(CallError) as caught:
        make_paper(history, report="t2-2024q1")
    assert (caught.value.message, caught.value.hint) == (
        "t2-2024q1 reports on T1 and T2.",
        "Add --theme T1, or another.",
    )


def test_report_to_compare_with_can_be_chosen(history: Path) -> None:
    assert make_paper(history, report="t2-2023q3", earlier="T2-2023Q2").earlier == "t2-2023q2"


def test_lost_number_and_letter_are_not_made_up(history: Path, set_cell: Edit) -> None:
    set_cell("updates", "t2-2024q1/2", "number", "")
    set_cell("updates", "t2-2024q1/2", "rag", "")
    item = (paper := make_paper(history, report="t2-2024q1")).items[1]
    assert (item.number, item.place, item.letter, item.status) == ("", "2", "", "No letter printed")
    assert item.reference == f"{OWN}; t2-2024q1, lines 15 to 17"
    assert [(row.word, row.counted) for row in paper.key if not row.letter] == [("No letter printed", "1/3 (33.3%)")]


def test_paper_says_which_of_its_papers_are_not_public(paper: Paper) -> None:
    assert "Not every paper that this one is made from is public: force-2021 is marked internal." in paper.remarks


def test_digest_follows_the_rows_not_their_order_nor_the_folder(history: Path, tmp_path: Path, set_cell: Edit) -> None:
    other = Path(shutil.copytree(history, tmp_path / "elsewhere" / "other"))
    file = other / "figures.csv"
    head, *rows = file.read_text(encoding="utf-8").splitlines()
    file.write_bytes("\r\n".join([head, *reversed(rows), ""]).encode())
    first = make_paper(history, report="t2-2024q1")
    assert make_paper(other, report="t2-2024q1") == first
    set_cell("figures", "t2-2024q1/3", "value", "4")
    assert make_paper(history, report="t2-2024q1").digest != first.digest


@pytest.mark.parametrize(
    ("call", "message", "hint"),
    [
        ({"report": "t2-2024q2"}, "There is no report “t2-2024q2”.", "Did you mean t2-2024q1 or "),
        ({"report": "x"}, "There is no report “x”.", "Reports read: t2-2023q2, t2-2023q3, t2-2024q1."),
        ({"report": "force-2021"}, "force-2021 is no monitoring report but a force framework.", "Reports read: "),
        ({"report": "t2-2024q1", "theme": "T22"}, "There is no theme “T22”.", "Did you mean T2"),
        (
            {"report": "t2-2024q1", "theme": "t1"},
            "t2-2024q1 reports on T2, not on t1.",
            "Use --theme T2.",
        ),
        ({"report": "t2-2024q1", "earlier": "t2-2023q9"}, "There is no report “t2-2023q9”.", "Did you mean "),
        ({"report": "t2-2023q2", "earlier": "t2-2024q1"}, "is later than", "Name an earlier report"),
    ],
)
def test_paper_explains_a_wrong_call(call: dict[str, str], message: str, hint: str) -> None:
    with pytest.raises(CallError) as caught:
        make_paper(HISTORY, **call)  # type: ignore[arg-type]
    assert message in caught.value.message
    assert caught.value.hint.startswith(hint)


def test_paper_refuses_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no dataset"):
        make_paper(tmp_path / "none", report="t2-2024q1")


@pytest.mark.parametrize("report", ["t1-2020q1", "t3-2018q1", "t3-2019q4"])
def test_real_paper_gives_back_the_reports_table_and_key(report: str) -> None:
    paper = make_paper(REAL_DATA, report=report)
    with (REAL_DATA / "updates.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["report"] == report]
    rows.sort(key=lambda row: int(row["id"].rpartition("/")[2]))
    assert [(item.number, item.responsible, item.wording, item.letter) for item in paper.items] == [
        (row["number"], row["responsible_raw"], row["wording"], row["rag"]) for row in rows
    ]
    printed = {"t1-2020q1": "16/16 (100%)", "t3-2018q1": "16/16 (100%)", "t3-2019q4": "14/15 (93.3%)"}
    counted = {"t1-2020q1": "16/16 (100%)", "t3-2018q1": "11/16 (68.8%)", "t3-2019q4": "14/15 (93.3%)"}
    assert (paper.key[0].printed, paper.key[0].counted) == (printed[report], counted[report])


def test_paper_takes_the_office_profile_and_its_accepted_exceptions(tmp_path: Path) -> None:
    data = Path(shutil.copytree(HISTORY, tmp_path / "history"))
    before = make_paper(data, report="t2-2023q3")
    (data / "profile.toml").write_text("[checks.green-without-date-or-figure]\noff = true\n", encoding="utf-8")
    (data / "waivers.csv").write_text(
        "check,entity,reason,by,until\nupdate-without-date,t2-2023q3/3,The map has no date,PB,2024-12-31\n",
        encoding="utf-8",
    )
    after = make_paper(data, report="t2-2023q3")
    texts = [str(note) for item in after.items for note in item.notes]
    assert any("neither a date nor a figure" in str(note) for item in before.items for note in item.notes)
    assert any("Accepted: The map has no date (PB, until 2024-12-31)" in text for text in texts)
    assert not any("neither a date nor a figure" in text for text in texts)
    assert before.digest != after.digest
