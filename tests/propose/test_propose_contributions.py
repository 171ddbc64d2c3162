"""Candidates for outcomes: what comes first, with which score, which measures and which sentence."""

from __future__ import annotations

import pytest

from pcgraph.propose import Candidate, propose_contributions
from pcgraph.tables import read_dataset
from tests.conftest import ROOT
from tests.propose.samples import Tables, make_contribution, make_deliverable, make_outcome, make_tables, shuffle

RURAL = make_outcome("T1A", "Less rural theft")
SCHOOLS = make_outcome("T1B", "Kinder schools")
COURTS = make_outcome("T2A", "Calmer courts")


def make_plan(wording: str = "Patrols against rural theft", theme: str = "2021-25/T2") -> Tables:
    """Three outcomes and a deliverable: four texts."""
    return make_tables(
        outcomes=[RURAL, SCHOOLS, COURTS], deliverables=[make_deliverable("2021-25/T2.1", wording, theme)]
    )


def rank(tables: Tables, deliverable: str = "2021-25/T2.1", **options: bool) -> list[Candidate]:
    return [one for one in propose_contributions(tables, **options) if one.subject == deliverable]  # type: ignore[arg-type]


def test_propose_contributions_weighs_shared_words_by_their_rarity() -> None:
    first, second = rank(make_plan())
    # “rural” and “theft” stand in 2 of 4 texts (weight 1/2), “patrols” in one (weight 1): 1 of 2 is shared, x 0.9
    assert (first.object, first.score, first.relation) == ("2021-25/T1A", 0.45, "primary")
    assert first.why == "Shares “rural theft” with the title of T1A."
    assert (second.object, second.score, second.relation) == ("2021-25/T2A", 0.3, "secondary")
    assert second.why == "Nothing but the theme speaks for it."


def test_propose_contributions_adds_the_theme() -> None:
    first = rank(make_plan(theme="2021-25/T1"))[0]
    assert first.score == pytest.approx(1 - (1 - 0.45) * (1 - 0.3), abs=0.006)
    assert first.why.endswith("; same theme.")


def test_propose_contributions_sees_word_forms_and_acronyms() -> None:
    tables = make_plan("Stop ASB at bus stops")
    tables["outcomes"] = [make_outcome("T2A", "Calmer courts"), make_outcome("T1A", "Fewer anti-social behaviours")]
    tables["deliverables"] = [
        *tables["deliverables"],
        dict(tables["deliverables"][0]) | {"id": "2021-25/T2.2", "wording": "Meet anti-social behaviour"},
        dict(tables["deliverables"][0]) | {"id": "2021-25/T2.3", "wording": "Count anti-social behaviour"},
    ]
    candidate = next(one for one in rank(tables) if one.object == "2021-25/T1A")
    assert candidate.why == "Shares “ASB” with the title of T1A."


def test_propose_contributions_names_entities_in_both() -> None:
    tables = make_plan("Meet farmers")
    tables |= make_tables(
        outcomes=tables["outcomes"],
        deliverables=tables["deliverables"],
        measures=[{"id": "2021-25/T1A.1", "outcome": "2021-25/T1A", "title": "Members"}],
        entities=[
            {"id": "watch", "kind": "programme", "name": "Farm Watch", "status": "agreed"},
            {"id": "force", "kind": "organisation", "name": "Dale Police", "status": "agreed"},
        ],
        involvements=[
            {"subject": subject, "entity": entity}
            for subject in ("2021-25/T2.1", "2021-25/T1A.1")
            for entity in ("watch", "force")
        ],
    )
    candidate = next(one for one in rank(tables) if one.object == "2021-25/T1A")
    assert (candidate.score, candidate.why) == (0.2, "Farm Watch is named in both.")


def test_propose_contributions_learns_from_a_similar_deliverable() -> None:
    tables = make_plan("Walk dogs at night")
    similar = make_deliverable("2021-25/T2.2", "Walk dogs in the night", "2021-25/T2")
    tables["deliverables"] = [*tables["deliverables"], similar]
    assert [one.object for one in rank(tables)] == ["2021-25/T2A"]
    tables["contributions"] = make_tables(contributions=[make_contribution("2021-25/T2.2", "2021-25/T1B")])[
        "contributions"
    ]
    first = rank(tables)[0]
    # the same telling words: alike 1, believed 0.9
    assert (first.object, first.score) == ("2021-25/T1B", 0.9)
    assert first.why == "2021-25/T2.2, much alike, was judged to contribute to it."


def test_propose_contributions_learns_from_an_earlier_version() -> None:
    tables = make_plan("Walk dogs at night")
    tables["deliverables"] = [*tables["deliverables"], make_deliverable("2020-21/T2.2", "Feed cats", "2021-25/T2")]
    given = make_tables(
        contributions=[make_contribution("2020-21/T2.2", "2021-25/T1B", status="proposed", measures="2021-25/T1B.1")],
        lineage=[{"later": "2021-25/T2.1", "earlier": "2020-21/T2.2", "status": "agreed"}],
        measures=[{"id": "2021-25/T1B.1", "outcome": "2021-25/T1B", "title": "Pupils"}],
    )
    first = rank(tables | {name: given[name] for name in ("contributions", "lineage", "measures")})[0]
    assert first.object == "2021-25/T1B"
    assert first.score == pytest.approx(0.75 * 0.9**1.5, abs=0.006)
    assert first.measures == ("2021-25/T1B.1",)
    assert first.why == "2020-21/T2.2, a version of it, was judged to contribute to it."


def test_propose_contributions_carries_judgements_to_the_next_plan() -> None:
    old = make_deliverable("2021-25/T1.1", "Walk dogs at night")
    new = make_deliverable("2025-29/T1.1", "Walk dogs at night", "2025-29/T1")
    renamed = make_outcome("T1C", "Less rural theft", "2025-29")
    tables = make_tables(
        outcomes=[RURAL, SCHOOLS, renamed, make_outcome("T1A", "Quiet parks", "2025-29")],
        deliverables=[old, new],
        contributions=[make_contribution("2021-25/T1.1", "2021-25/T1A")],
    )
    candidates = rank(tables, "2025-29/T1.1")
    assert [one.object for one in candidates] == ["2025-29/T1C", "2025-29/T1A"]


def test_propose_contributions_leaves_out_what_was_judged() -> None:
    tables = make_plan()
    judged = [make_contribution("2021-25/T2.1", "2021-25/T1A", status="rejected")]
    tables["contributions"] = make_tables(contributions=judged)["contributions"]
    assert [(one.object, one.relation) for one in rank(tables)] == [("2021-25/T2A", "primary")]
    tables["contributions"] = make_tables(contributions=[dict(judged[0]) | {"status": "proposed"}])["contributions"]
    assert rank(tables) == []
    assert [(one.object, one.relation) for one in rank(tables, everything=True)] == [("2021-25/T2A", "secondary")]


def make_measured(wording: str) -> Tables:
    """An outcome with a tree of measures."""
    titles = {
        "1": "Repeat offences",
        "1.a": "Hate crime",
        "1.b": "Burglary at home",
        "2": "Litter incidents",
        "2.a": "Littered parks",
        "2.b": "Littered roads",
    }
    measures = [
        {
            "id": f"2021-25/T1A.{number}",
            "outcome": "2021-25/T1A",
            "title": title,
            "parent": f"2021-25/T1A.{number.rpartition('.')[0]}" if "." in number else "",
        }
        for number, title in titles.items()
    ]
    return make_tables(outcomes=[RURAL], measures=measures, deliverables=[make_deliverable("2021-25/T2.1", wording)])


@pytest.mark.parametrize(
    ("wording", "measures"),
    [
        ("Tell victims of hate crime where to go", ("1.a",)),
        ("Sweep parks and roads of litter", ("2",)),
        ("Sweep littered parks", ("2.a",)),
        ("Train the choir", ()),
    ],
)
def test_propose_contributions_chooses_the_measures_that_say_the_same(wording: str, measures: tuple[str, ...]) -> None:
    assert rank(make_measured(wording))[0].measures == tuple(f"2021-25/T1A.{number}" for number in measures)


def test_propose_contributions_gives_the_same_whatever_the_order_of_rows() -> None:
    tables = read_dataset(ROOT / "tests" / "history").tables
    bare: Tables = {**tables, "contributions": [], "lineage": []}
    assert propose_contributions(shuffle(bare)) == propose_contributions(bare)


def test_propose_contributions_tells_how_far_it_is() -> None:
    seen: list[tuple[int, int]] = []
    propose_contributions(make_plan(), on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 1)]


def test_propose_contributions_copes_with_a_dataset_without_outcomes() -> None:
    assert propose_contributions(make_tables(deliverables=[make_deliverable("2021-25/T1.1", "Walk")])) == []
    assert propose_contributions(make_tables()) == []
