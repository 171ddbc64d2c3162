"""Checks on the register of names, on posts and on codes."""

from __future__ import annotations

import pytest

from pcgraph.check.profile import CheckRule, Profile
from tests.check.history_edits import (
    add,
    change,
    check_history,
    drop,
    find_in_history,
    lead,
    name,
    put,
)


def limit(**limits: float) -> Profile:
    """A profile that sets limits of `post-overloaded`."""
    return Profile((("post-overloaded", CheckRule(None, is_off=False, limits=tuple(limits.items()))),))


def test_entity_without_use_says_what_it_was_entered_as() -> None:
    entry = add("entities", id="gull-club", kind="partner", name="Gull Club")
    assert check_history("entity-without-use", entry) == [
        ("gull-club", "Entered as partner; no line of a document that was read names it."),
        ("opcc", "Entered as own organisation; no line of a document that was read names it."),
    ]


def test_entity_is_used_when_it_is_only_what_another_is_part_of() -> None:
    edit = name("2023-24/T2.3", "harbour-trust", role="member", of="opcc")
    assert find_in_history("entity-without-use", edit) == []


@pytest.mark.parametrize("cells", [{"code": "OPCC"}, {"code": "K", "stands_for": "OPCC"}])
def test_entity_is_used_when_a_responsible_code_names_it(cells: dict[str, str]) -> None:
    code = add("codes", kind="organisation", **cells)
    assert find_in_history("entity-without-use", code) == ["opcc"]
    named = put("updates", "t2-2024q1/2", responsible=cells["code"])
    assert find_in_history("entity-without-use", code, named) == []


def test_entity_is_without_use_when_every_line_that_names_it_was_rejected() -> None:
    edit = change("involvements", "entity", "northmoor-university", status="rejected")
    assert find_in_history("entity-without-use", edit) == ["northmoor-university", "opcc"]


def test_alias_clash_is_one_finding_when_two_entries_share_several_names() -> None:
    edit = put("entities", "northmoor-university", acronym="wcc", aliases="COUNTY HALL;Northmoor")
    assert check_history("alias-clash", edit) == [
        (
            "northmoor-university",
            "Shares “county hall”, “wcc” with westmarch-county-council (capitals do not count).",
        )
    ]


def test_alias_clash_does_not_hold_an_entry_against_its_other_names() -> None:
    edit = put("entities", "harbour-trust", acronym="HT", aliases="ht;harbour trust;Harbor Trust")
    assert find_in_history("alias-clash", edit) == []


def test_alias_clash_is_none_when_the_other_entry_was_rejected() -> None:
    edits = [
        add("entities", id="wcc", kind="place", name="WCC", status="rejected"),
        add("entities", id="trust", kind="place", name="Harbour Trust"),
    ]
    assert find_in_history("alias-clash", *edits) == ["harbour-trust"]


def test_lead_is_unknown_when_a_code_for_a_post_stands_for_none_that_is_known() -> None:
    code = add("codes", code="SVP", kind="post", stands_for="Violence Lead")
    named = [put("updates", update, responsible="SVP") for update in ("t2-2023q2/1", "t2-2023q3/1", "t2-2024q1/1")]
    assert check_history("lead-unknown-in-posts", code, *named) == [
        ("SVP", "A code for a post that is not among the posts, named 3 times."),
        ("corporate-services", "A department without a post, named as lead 2 times."),
    ]
    known = add("posts", id="violence-lead", title="Lead, Violence", aliases="Head of it;violence LEAD")
    assert find_in_history("lead-unknown-in-posts", code, *named, known) == ["corporate-services"]


@pytest.mark.parametrize("kind", ["initials", "organisation", ""])
def test_lead_is_not_unknown_when_the_code_is_none_for_a_post(kind: str) -> None:
    code, named = add("codes", code="XY", kind=kind), put("updates", "t2-2024q1/2", responsible="XY")
    assert find_in_history("lead-unknown-in-posts", code, named) == ["corporate-services"]


def test_post_overloaded_tells_the_share_and_the_limit() -> None:
    edits = [drop("leads", subject="2021-25/1.1.1"), lead("2021-25/1.1.1", "det-supt-rural-crime")]
    edits.append(lead("2021-25/1.1.2", "det-supt-rural-crime"))
    assert check_history("post-overloaded", *edits, profile=limit(share=59.5)) == [
        ("det-supt-rural-crime", "Leads 3 of the 5 force actions of 2021-25, 60%; the limit is 59.5%.")
    ]


def test_post_is_not_overloaded_when_its_share_is_the_limit() -> None:
    assert check_history("post-overloaded", profile=limit(share=40)) == []
    assert len(check_history("post-overloaded", profile=limit(share=39))) == 2


def test_post_is_not_overloaded_when_it_leads_few_actions() -> None:
    assert check_history("post-overloaded", profile=limit(fewest=3)) == []


def test_department_is_not_an_overloaded_post() -> None:
    edits = [lead("2021-25/1.1.1"), lead("2021-25/1.1.2"), lead("2021-25/1.1.3")]
    assert "corporate-services" not in find_in_history("post-overloaded", *edits)
