"""What is found in a question: codes, names, days, subjects; and what is refused."""

from __future__ import annotations

import pytest

from pcgraph.ask import Finder, understand
from pcgraph.errors import CallError
from pcgraph.store import Store


def ask(finder: Finder, words: str) -> tuple[str, dict[str, str]]:
    best = finder.understand(words).best
    assert best is not None
    return best.query.name, best.params


@pytest.mark.parametrize(
    "words",
    ["partners for T2.1", "partners for t2.1", "partners for deliverable 2.1", "partners for 2.1", "T2.1's partners"],
)
def test_code_is_found_however_it_is_written(made_up: Finder, words: str) -> None:
    assert ask(made_up, words) == ("partners-by-deliverable", {"deliverable": "T2.1"})


@pytest.mark.parametrize(
    "words",
    ["partners for T2.1 in 2024-25", "partners for T2.1 of the 2024/25 plan", "partners for 2024-25/T2.1"],
)
def test_code_with_years_means_that_plans(made_up: Finder, words: str) -> None:
    assert ask(made_up, words) == ("partners-by-deliverable", {"deliverable": "2024-25/T2.1"})


def test_number_of_a_theme_means_the_code(made_up: Finder) -> None:
    assert ask(made_up, "who leads number 1 of theme 2")[1]["deliverable"] == "T2.1"


def test_code_in_a_report_means_the_reports_plan(made_up: Finder) -> None:
    params = {"deliverable": "2023-24/T2.1", "report": "t2-2023q3"}
    assert ask(made_up, "RAG for T2.1 in Q3 2023-24") == ("updates-by-deliverable", params)


def test_code_that_is_not_held_is_still_taken_for_one(made_up: Finder) -> None:
    assert ask(made_up, "who leads T9.9") == ("leads-by-deliverable", {"deliverable": "T9.9"})


@pytest.mark.parametrize("name", ["Westmarch County Council", "westmarch county council", "WCC", "Westmarch Council"])
def test_partner_is_found_by_name_acronym_and_part(made_up: Finder, name: str) -> None:
    assert ask(made_up, f"what does {name} do for us")[1] == {"partner": "westmarch-county-council"}


def test_misspelling_is_put_right_and_said(made_up: Finder) -> None:
    found = made_up.understand("wich delivrables does Harbuor Trust suport")
    assert found.best is not None
    assert found.best.params == {"partner": "harbour-trust"}
    assert "“suport” is read as support" in found.notes


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("updates since March 2024", "2024-03-01"),
        ("updates since 14 May 2024", "2024-05-14"),
        ("updates since 2024-05-14", "2024-05-14"),
        ("updates since 2024", "2024-01-01"),
    ],
)
def test_day_is_found_behind_since(made_up: Finder, words: str, day: str) -> None:
    assert ask(made_up, words) == ("updates-since", {"since": day})


def test_status_is_taken_and_not_where_it_is_denied_or_one_of_several(made_up: Finder) -> None:
    assert ask(made_up, "which are amber in theme 2") == ("not-green", {"theme": "T2", "rag": "Amber"})
    assert ask(made_up, "what is not green in theme 2") == ("not-green", {"theme": "T2"})
    assert ask(made_up, "amber or red items in theme 2") == ("not-green", {"theme": "T2"})


def test_status_moved_to_is_taken(made_up: Finder) -> None:
    assert ask(made_up, "what moved from green to amber") == ("rag-moves", {"rag": "Amber"})


def test_least_sum_is_found(made_up: Finder) -> None:
    assert ask(made_up, "sums of money over £12.5k")[0] == "money-named"
    assert ask(made_up, "sums of money over £12,500") == ("money-named", {"least": "12500"})


def test_subject_is_searched_for_as_it_is_printed(made_up: Finder) -> None:
    assert ask(made_up, "vehicle crime?") == ("search", {"words": "vehicle crime"})
    assert ask(made_up, "shop thefts") == ("search", {"words": "shop theft"})


def test_deliverables_of_a_subject_come_after_the_search(made_up: Finder) -> None:
    found = made_up.understand("who leads on rural crime")
    assert [reading.command for reading in found.readings] == [
        'pcgraph query search --words "rural crime"',
        "pcgraph query leads-by-deliverable --deliverable 2023-24/T2.2",
        "pcgraph query leads-by-deliverable --deliverable 2024-25/T2.2",
    ]
    assert not found.is_sure


def test_word_of_no_paper_is_left_out_and_said(made_up: Finder) -> None:
    found = made_up.understand("which partners help with T2.1 and unicorns")
    assert found.best is not None
    assert found.best.query.name == "partners-by-deliverable"
    assert found.notes == ("“unicorns” stands in no paper read and is left out",)
    assert not found.is_sure


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("what's the mobile of the Ch Insp Northmoor", "Persons' names"),
        ("what is the weather", "The papers read so far do not hold that"),
        ("how does this compare nationally", "nothing of other forces"),
        ("RAG for theme 2 in Q2 2031-32", "No report of Q2"),
        ("deliverables of the 2031-32 plan", "Nothing on 2031-32 has been read. Plans were read of 2021-25"),
        ("unicorns", "“unicorns” stands in none of them"),
    ],
)
def test_question_is_refused_plainly_when_nothing_answers(made_up: Finder, words: str, why: str) -> None:
    found = made_up.understand(words)
    assert found.best is None
    assert why in found.refusal


def test_sure_reading_says_question_and_command(made_up: Finder) -> None:
    found = made_up.understand("Which partners support outcome T2A?")
    assert found.is_sure
    assert found.best is not None
    assert found.best.sentence == (
        "Which partners support which outcomes? (outcome T2A) — pcgraph query partners-by-outcome --outcome T2A"
    )
    assert "+0.12 takes T2A as outcome" in found.best.why


def test_sureness_does_not_depend_on_how_many_are_wanted(made_up_store: Store) -> None:
    words = "who leads on rural crime"
    assert understand(made_up_store, words, top=1).is_sure == understand(made_up_store, words, top=5).is_sure
    assert [len(understand(made_up_store, words, top=top).readings) for top in (1, 2)] == [1, 2]


def test_same_question_is_understood_the_same_by_another_finder(made_up: Finder, made_up_store: Store) -> None:
    words = "wat changed in theme 2 since the last report"
    assert Finder(made_up_store).understand(words) == made_up.understand(words)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "There is no question."),
        (" \x00\n?", "There is no question."),
        ("T2.1 " * 81, "The question has 404 letters, more than 400."),
        ("ﷺ " * 100, "letters, more than 400."),
        ("a " * 61, "The question has more than 60 words."),
    ],
)
def test_question_that_is_none_is_refused_in_one_line(made_up: Finder, words: str, message: str) -> None:
    with pytest.raises(CallError, match="question") as caught:
        made_up.understand(words)
    assert message in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    "words",
    [
        'T2.1" } ; DROP ALL #',
        "who leads 'T2.1' OR 1=1 --",
        "SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "who leads \udc80 T2.1",
        "٣.٣ २.१ Ｔ２.１",
        "999999999999999999999.9",
        "since 99.99.9999",
        "£ over £ k",
        "2019-2 20-1 Q9 q0",
        "🔥 rag 🔥",
        "zq " * 60,
    ],
)
def test_hostile_question_is_understood_or_refused(made_up: Finder, words: str) -> None:
    found = made_up.understand(words)
    assert (found.best is None) == bool(found.refusal)
    assert len(found.refusal) < 300
    assert all("\n" not in reading.sentence for reading in found.readings)
