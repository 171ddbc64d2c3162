"""The roles of names in sentences, and what `of` names. The names are made up."""

from __future__ import annotations

import pytest

from pcgraph.extract.mention import Part
from tests.extract.parts_samples import read, read_roles, read_texts, to_text


def read_of(*marked: str) -> list[tuple[str, str]]:
    return [(part.role, part.of) for part in read(*marked)]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("[Calder Council|partner] leads it, which is evaluated by [Arden University|partner].", ["leads", "inspects"]),
        ("A group was set up, co-chaired by [Calder Council|partner] and the [Moor Trust|partner].", ["leads"] * 2),
        ("The meeting is chaired by a manager from the [Moor Trust|partner].", ["leads"]),
        ("[Operation Heron|programme] targets theft in [Lower Moor|place].", ["delivers", "target"]),
        ("Officers from the [Rural Team|force-unit] patrolled [Lower Moor|place] and [Elm Park|place].",
         ["delivers", "target", "target"]),
        ("The [Rural Team|force-unit] uses [Caseline|system] to log visits.", ["delivers", "uses"]),
        ("Visits are recorded on [Caseline|system] and shared with [Safe Harbour|partner].", ["uses", "supports"]),
        ("Victims are referred to [Safe Harbour|partner] by the [Rural Team|force-unit].", ["supports", "delivers"]),
        ("We consulted [Safe Harbour|partner], [Hopewell|partner] and [Arden College|partner].", ["supports"] * 3),
        ("The [Night Plan|document] was approved by the [Moor Board|partnership] in line with the [Fair Act|document].",
         ["target", "inspects", "uses"]),
        ("The [Harm Officer|post] visits schools with the [Fire Service|partner].", ["delivers", "delivers"]),
        ("It has not been possible to recruit a [Data Analyst|post].", ["target"]),
        ("The scheme was launched with support from [Trading Board|partner].", ["supports"]),
        ("An independent evaluation of the pilot by [Arden University|partner] is under way.", ["inspects"]),
        ("Training was delivered to all new staff by [Hopewell|partner].", ["delivers"]),
        ("[Calder Council|partner]'s housing team supports tenants.", ["delivers"]),
        ("[Calder Council|partner]'s youth service (CYS) is the lead agency on this.", ["leads"]),
        ("The course is provided by [Hopewell|partner] which is grant funded.", ["delivers"]),
        ("Develop the work between the force and [Hopewell|partner].", ["supports"]),
        ("We ensure that the [Rural Team|force-unit] visits farms.", ["delivers"]),
        ("On average the [Rural Team|force-unit] visits ten farms.", ["delivers"]),
        ("From May to June 2031 the [Rural Team|force-unit] visited ten farms.", ["delivers"]),
        ("Findings were shared with [Moor Trust|partner] stakeholders.", ["mentioned"]),
        ("It is on the [Moor Trust|partner] website.", ["mentioned"]),
        ("Nothing more is known of the [Moor Trust|partner].", ["supports"]),
    ],
)  # fmt: skip
def test_roles_follow_the_words_of_the_sentence(sentence: str, roles: list[str]) -> None:
    assert read_roles(sentence) == roles


def test_unread_name_is_mentioned_by_no_rule() -> None:
    assert read("Nothing more is known of the [Force|organisation].") == [Part("mentioned", "current", "", "none")]


def test_list_shares_its_role_where_unnamed_members_stand_between() -> None:
    marked = (
        "Representatives attend from [Hopewell|partner], an outreach nurse, the [Moor Trust|partner],"
        " Safe Harbour (the day centre), [Arden College|partner] & [Calder Council|partner]."
    )
    assert read_roles(marked) == ["member"] * 4


def test_acronym_in_brackets_takes_the_part_of_its_long_name() -> None:
    marked = "We work with the [Calder Youth Service|partner|cys] ([CYS|partner|cys]), [Hopewell|partner] and others."
    assert read_roles(marked) == ["supports", "supports", "supports"]


def test_words_within_a_name_say_nothing() -> None:
    marked = "The hall stood beside [Led by Light|organisation]."
    assert read_roles(marked) == ["mentioned"]


def test_name_behind_a_preposition_is_not_what_the_sentence_speaks_of() -> None:
    assert read_roles("A flat near the [Force|organisation] leads to the yard.") == ["mentioned"]


def test_owner_is_not_what_is_set_up() -> None:
    roles = read_roles(
        "Work with the [Moor Board|partnership] to develop the [Calder Council|partner] [Night Plan|document]."
    )
    assert roles == ["supports", "supports", "target"]


def test_abbreviation_does_not_end_a_sentence() -> None:
    assert read_roles("The panel was chaired by Supt. Lane of the [Rural Team|force-unit].") == ["leads"]


def test_bullets_in_one_line_are_items_of_their_own() -> None:
    assert (
        read_roles("Grants were awarded to: • [Hopewell|partner] to teach • [Safe Harbour|partner]") == ["funded"] * 2
    )


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("The [Moor Board|partnership] is chaired by [Calder Council|partner].",
         [("delivers", ""), ("leads", "moor-board")]),
        ("[Calder Council|partner] chairs the [Moor Board|partnership].", [("leads", "moor-board"), ("delivers", "")]),
        ("The [Chief Constable|post] sits on the [Moor Board|partnership].",
         [("member", "moor-board"), ("supports", "")]),
        ("The [Moor Board|partnership] brings together [Hopewell|partner] and [Safe Harbour|partner].",
         [("delivers", ""), ("member", "moor-board"), ("member", "moor-board")]),
        ("The course is run by [Arden College|partner] on behalf of [Calder Council|partner].",
         [("delivers", "calder-council"), ("supports", "")]),
        ("The [PCC|organisation|opcc] has awarded £900 to [Hopewell|partner].", [("funds", ""), ("funded", "opcc")]),
        ("[Hopewell|partner], funded by the [Home Bureau|partner], runs it.",
         [("funded", "home-bureau"), ("funds", "")]),
        ("[Hopewell|partner] (£5,000) was awarded a grant by the [PCC|organisation|opcc].",
         [("funded", "opcc"), ("funds", "")]),
        ("£120 was given to [Elm Boxing Club|partner] from the [Bright Streets Fund|programme].",
         [("funded", "bright-streets-fund"), ("funds", "")]),
    ],
)  # fmt: skip
def test_of_names_the_body_the_payer_or_who_it_is_done_for(sentence: str, bound: list[tuple[str, str]]) -> None:
    assert read_of(sentence) == bound


def test_member_belongs_to_the_body_named_in_an_earlier_sentence() -> None:
    marked = "The [Moor Board|partnership] met twice. The meeting is attended by [Hopewell|partner]."
    assert read_of(marked) == [("delivers", ""), ("member", "moor-board")]


def test_items_below_a_line_take_what_it_says() -> None:
    parts = read(
        "This was a priority of the [PCC|organisation|opcc]. Grants were awarded to the following:",
        "[Hopewell|partner] to attend [Moor Panels|partnership] and teach.",
        "[Safe Harbour|partner] to work with young adults",
        "The [Moor Board|partnership] met in May.",
    )
    assert [(part.role, part.of) for part in parts] == [
        ("mentioned", ""), ("funded", "opcc"), ("supports", ""), ("funded", "opcc"), ("delivers", ""),
    ]  # fmt: skip


def test_names_of_equal_texts_are_kept_apart() -> None:
    first, second = to_text("[Hopewell|partner] chairs it."), to_text("[Hopewell|partner] chairs it.")
    assert [part.role for part in read_texts([first, second])] == ["leads", "leads"]


def test_name_may_hold_a_copy_of_its_text() -> None:
    (text, _), (_, names) = to_text("[Hopewell|partner] chairs it."), to_text("[Hopewell|partner] chairs it.")
    assert [part.role for part in read_texts([(text, names)])] == ["leads"]


def test_items_end_with_the_subject_and_with_the_date() -> None:
    head = to_text("Grants were awarded to:", "t1-2031q1/1")
    other = to_text("[Hopewell|partner]", "t1-2031q1/2")
    later = to_text("[Safe Harbour|partner]", "t1-2031q1/1", as_of="2031-05-01")
    assert [part.rule for part in read_texts([head, other])] == ["does-something"]
    assert [part.rule for part in read_texts([head, later])] == ["does-something"]


def test_places_below_a_line_are_what_its_work_is_for() -> None:
    parts = read("Planned profiles:", "[Lower Moor|place]", "[Elm Park|place] local profile", "[Lane End|place]")
    assert [(part.role, part.timing) for part in parts] == [("target", "planned")] * 3


def test_official_wordings_are_read_as_work_in_hand() -> None:
    parts = read(
        "Work with [Safe Harbour|partner] and [Hopewell|partner] to develop the [Moor Board|partnership].",
        "Implement the [Bright Start|programme] programme and establish a [Night Team|force-unit].",
        is_narrative=False,
    )
    assert [(part.role, part.timing) for part in parts] == [
        (role, "current") for role in ("supports", "supports", "target", "delivers", "target")
    ]  # fmt: skip
