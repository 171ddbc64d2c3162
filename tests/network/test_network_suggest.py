"""Who could work together: likeness worked out by hand, every reason told, every row marked as a suggestion."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.network.parts import Link, Part, Parts, Proof
from pcgraph.network.scope import Scope
from pcgraph.network.suggest import compare_works, suggest_partners, to_suggestion_records
from pcgraph.network.suggest.tables import SUGGESTION
from pcgraph.network.suggest.wordings import Wordings
from pcgraph.store import open_store
from tests.conftest import ROOT, Run
from tests.network.made import add_outcomes, make_parts

WORDINGS = {"T1.1": "Hostel beds", "T1.2": "Hostel rooms", "T2.1": "Tram stops", "T2.2": "River banks"}
HELPING = {"Ash": ["T1.1"], "Birch": ["T1.2"], "Cedar": ["T2.1"], "Dogwood": ["T2.2"]}
"""Of four wordings two have “hostel”: it weighs log(4/2)/log(4) = 1/2, each other word log(4/1)/log(4) = 1.

T1.1 and T1.2 have it in common: cosine (1/2 · 1/2) / (√(1/4 + 1) · √(1/4 + 1)) = 0.25 / 1.25 = 0.2.
"""


def make_works(helping: Mapping[str, Sequence[str]] = HELPING, wordings: Mapping[str, str] = WORDINGS) -> Parts:
    parts = make_parts(helping)
    named = {f"2020/{code}": words for code, words in wordings.items()}
    things = {iri: replace(thing, label=named.get(iri, thing.label)) for iri, thing in parts.things.items()}
    return replace(parts, things=things)


def test_suggestion_is_as_strong_as_the_rare_words_in_common() -> None:
    (found,) = compare_works(make_works()).items
    assert (found.first.deliverable.id, found.second.deliverable.id) == ("2020/T1.1", "2020/T1.2")
    assert found.words == ("Hostel",)
    assert found.alike == pytest.approx(0.2 * 1.1)  # the same theme: a tenth more


def test_suggestion_grows_with_outcomes_programmes_and_mentions_in_common() -> None:
    judged = add_outcomes(make_works(), {"T1.1": ["T1A"], "T1.2": ["T1A", "T1B"]})
    proof = Proof("report", "9", "delivers")
    things = {**judged.things, "Link": replace(judged.things["Ash"], iri="Link", id="link", label="Lodge scheme")}
    ways = (Link("2020/T1.1", "Link", (proof,)), Link("2020/T1.2", "Link", (proof,)))
    others = (Part("Ash", "2020/T1.2", (Proof("report", "12", "mentioned"),)),)
    parts = replace(judged, things=things, ways=ways, others=others)
    (found,) = compare_works(parts).items
    assert (found.outcomes, found.programmes) == (("T1A",), ("Link",))
    assert found.alike == pytest.approx(0.2 * (1 + 3 * 0.25 + 0.1))
    (row,) = to_suggestion_records(compare_works(parts)).rows
    assert row[1] == (
        "Suggestion: Ash of 2020/T1.1 could work with Birch of 2020/T1.2. Both wordings speak of “Hostel”. Both were "
        "judged to help T1A (proposed, not yet agreed by the office). Both are delivered through Lodge scheme. Ash is "
        "named with the other, too, but not as helping (report line 12). No partner is named with both; both are of T1."
    )


def test_suggestion_says_who_meets_already() -> None:
    parts = replace(make_works(), memberships=(Link("Ash", "Birch", (Proof("report", "4", "member"),)),))
    (row,) = to_suggestion_records(compare_works(parts)).rows
    assert "Ash is a member of Birch: these two meet already." in str(row[1])


def test_partner_in_common_rules_a_pair_out() -> None:
    parts = make_works({**HELPING, "Cedar": ["T2.1", "T1.1", "T1.2"]})
    assert compare_works(parts).items == ()


def test_partner_in_common_counts_in_an_earlier_version() -> None:
    # T1.3 went on in T1.2, so that Ash helps with both T1.1 and T1.2
    parts = make_works({**HELPING, "Ash": ["T1.1", "T1.3"]}, {**WORDINGS, "T1.3": "Old words"})
    lineage = [("2020/T1.3", "2020/T1.2")]
    assert compare_works(parts, lineage=lineage).items == ()
    assert [one.second.deliverable.id for one in compare_works(parts).items] == ["2020/T1.2"]


def test_partner_in_common_outside_of_the_scope_rules_a_pair_out() -> None:
    parts = make_works({**HELPING, "Elm": ["T1.1", "T1.2"]})
    funding = tuple(
        replace(part, proofs=tuple(replace(proof, role="funds") for proof in part.proofs))
        if part.partner != "Elm"
        else part
        for part in parts.parts
    )
    assert compare_works(replace(parts, parts=funding), Scope(roles=("funds",))).items == ()


def test_versions_are_one_piece_of_work_named_by_the_newest() -> None:
    parts = make_works({**HELPING, "Elm": ["T1.3"]}, {**WORDINGS, "T1.3": "Hostel beds"})
    things = {**parts.things, "2020/T1.3": replace(parts.things["2020/T1.3"], plan="2021")}
    found = compare_works(replace(parts, things=things), lineage=[("2020/T1.1", "2020/T1.3")])
    assert found.works == 4
    (one,) = found.items
    assert {one.first.deliverable.id, one.second.deliverable.id} == {"2020/T1.2", "2020/T1.3"}
    newer = next(work for work in (one.first, one.second) if work.deliverable.id == "2020/T1.3")
    assert [helper.partner.label for helper in newer.helpers] == ["Ash", "Elm"]


def test_one_sided_tells_who_could_be_asked() -> None:
    parts = make_works({name: codes for name, codes in HELPING.items() if name != "Birch"})
    things = {**make_works().things}
    alone = replace(parts, things=things)
    assert compare_works(alone).items == ()
    (row,) = to_suggestion_records(compare_works(alone, one_sided=True)).rows
    assert str(row[1]).startswith("Suggestion: Ash of 2020/T1.1 could be asked about 2020/T1.2, with which nobody is")
    assert row[-1] == "no partner is named"


def test_theme_holds_for_one_of_a_pair() -> None:
    parts = make_works({**HELPING, "Elm": ["T3.1"]}, {**WORDINGS, "T3.1": "Tram stops"})
    assert [one.first.deliverable.code for one in compare_works(parts).items] == ["T2.1", "T1.1"]
    (one,) = compare_works(parts, Scope(theme="2020/T3")).items
    assert (one.first.deliverable.code, one.second.deliverable.code) == ("T2.1", "T3.1")
    assert (one.alike, one.is_same_theme) == (1.0, False)
    (row,) = to_suggestion_records(compare_works(parts, Scope(theme="2020/T3"))).rows
    assert str(row[1]).endswith("No partner is named with both; one is of T2, the other of T3.")


def test_alike_is_never_more_than_one() -> None:
    parts = make_works({"Ash": ["T1.1"], "Birch": ["T1.2"]}, {"T1.1": "Hostel beds", "T1.2": "Hostel beds"})
    assert compare_works(parts).items == ()  # of two wordings, words in both tell nothing
    more = make_works({**HELPING, "Elm": ["T1.3"]}, {**WORDINGS, "T1.3": "Hostel beds"})
    assert compare_works(more).items[0].alike == 1.0


def test_every_row_says_that_it_is_a_suggestion_and_where_partners_are_named() -> None:
    records = to_suggestion_records(compare_works(make_works()))
    (row,) = records.rows
    assert row[0] == SUGGESTION == "suggestion, judged by nobody"
    assert dict(zip(records.keys, row, strict=True)) | {"sentence": ""} == {
        "what": SUGGESTION,
        "sentence": "",
        "alike": 0.22,
        "deliverable": "2020/T1.1",
        "wording": "Hostel beds",
        "partners": "Ash (report line 1)",
        "other": "2020/T1.2",
        "other_wording": "Hostel rooms",
        "other_partners": "Birch (report line 2)",
    }
    assert "nobody has judged them" in records.note
    assert "In the papers read so far: report; no mention is not no work." in records.note


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Keep young people safe on-line", "Watch county lines", ()),
        ("Keep young people safe on-line", "Online safety", ("safe on-line",)),
        ("Alcohol-related noise", "Noise related harm", ("noise",)),
        ("Problem-solving plans for towns", "Solve each problem", ("Problem-solving",)),
    ],
)
def test_shared_words_are_words_that_both_have(one: str, other: str, shared: tuple[str, ...]) -> None:
    texts = {"one": one, "other": other, "third": "Tram stops", "fourth": "River banks"}
    assert Wordings(texts).find_shared("one", "other") == shared


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset with a history; the helpline for young people is made one for farms, so that it is like the review.

    Without Harbour Trust in T2.2 the helpline's partner has nothing in common with the review's, the university.
    """
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("suggest") / "history"))
    for table, old, new in (
        ("deliverables.csv", "Open a helpline for young people", "Open a helpline against rural crime on farms"),
        ("involvements.csv", "t2-2023q2/2,harbour-trust,", "t2-2023q2/2,northmoor-university,"),
    ):
        file = copy / table
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="")
    build_store(copy)
    return copy


def test_suggestions_are_read_from_the_graph(data: Path) -> None:
    found = suggest_partners(open_store(data))
    # nine deliverables; 2021-25/T2.1, 2023-24/T2.1 and 2024-25/T2.1 are one, the two of rural crime too
    assert found.works == 6
    (one,) = found.items
    assert (one.first.deliverable.id, one.second.deliverable.id) == ("2021-25/T1.2", "2024-25/T2.2")
    assert one.words == ("rural crime",)
    assert [helper.partner.label for helper in one.first.helpers] == ["Harbour Trust"]
    assert [helper.partner.label for helper in one.second.helpers] == [
        "Northmoor University",
        "Westmarch County Council",
    ]


def test_command_prints_suggestions(run: Run, data: Path) -> None:
    code, out, err = run("network", "suggest", "--format", "json", "--data", data)
    assert code == 0
    (row,) = json.loads(out)
    assert row["what"] == SUGGESTION
    assert row["sentence"].startswith(
        "Suggestion: Harbour Trust of 2021-25/T1.2 could work with Northmoor University and Westmarch County Council "
        "of 2024-25/T2.2. Both wordings speak of “rural crime”."
    )
    assert row["partners"] == "Harbour Trust (force-2021 line 13)"
    assert "Versions of one deliverable in several plans count as one." in err


def test_command_says_that_there_is_nothing_to_suggest(run: Run, data: Path) -> None:
    code, out, err = run("network", "suggest", "--plan", "2023-24", "--format", "csv", "--data", data)
    assert (code, out.count("\n")) == (0, 1)
    assert "Nothing to suggest: none of the 3 deliverables are alike without a partner in common." in err


def test_command_says_what_a_view_leaves_out(run: Run, data: Path) -> None:
    code, _, err = run("network", "suggest", "--stated-only", "--format", "csv", "--data", data)
    assert code == 0
    assert "Which deliverables are versions of one is judged; here they stand apart." in err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--theme", "T9"), "Error: There is no theme “T9”."),
        (("--role", "leads"), "Error: --role leads leaves the network empty"),
        (("--top", "0"), "Invalid value for '--top'"),
    ],
)
def test_command_says_what_is_wrong(run: Run, data: Path, options: tuple[str, ...], message: str) -> None:
    code, out, err = run("network", "suggest", *options, "--data", data)
    assert (code, out) == (2, "")
    assert message in err
