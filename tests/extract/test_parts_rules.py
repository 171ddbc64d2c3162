"""The list of rules: every one has a sentence that it reads, and stands on the page."""

from __future__ import annotations

import pytest

from pcgraph.extract.mention import Part
from pcgraph.extract.parts import RULES, WHEN, pick_clearest
from pcgraph.extract.parts.docs import README, to_rules_page
from pcgraph.extract.parts.rule import Rule, to_forms, to_participles
from pcgraph.extract.parts.timing import When
from pcgraph.model import ENTITY_KINDS, ROLES, TIMINGS
from tests.extract.parts_samples import read

SAID = [when for when in WHEN if when.timing != "current"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_reads_its_example(rule: Rule) -> None:
    assert [
        (part.rule, part.role, part.timing) for part in read(rule.example, is_narrative=rule.scope != "wording")
    ] == [(rule.name, rule.role, "current")]


@pytest.mark.parametrize("when", SAID, ids=lambda when: when.name)
def test_timing_rule_reads_its_example(when: When) -> None:
    (part,) = read(when.example)
    assert (part.timing, part.rule.partition("+")[2]) == (when.timing, when.name)


def test_habit_is_current_though_it_says_will() -> None:
    (habit,) = [when for when in WHEN if when.timing == "current"]
    assert [part.timing for part in read(habit.example)] == ["current"]


def test_rules_have_names_roles_and_kinds_of_the_model() -> None:
    assert len({rule.name for rule in RULES} | {when.name for when in WHEN}) == len(RULES) + len(WHEN)
    assert {rule.role for rule in RULES} == set(ROLES)
    assert {kind for rule in RULES for kind in rule.kinds} <= set(ENTITY_KINDS)
    assert {when.timing for when in WHEN} == set(TIMINGS)
    assert all(rule.rank == 3 for rule in RULES if not rule.words)


def test_rules_page_is_fresh() -> None:
    assert README.read_text(encoding="utf-8") == to_rules_page(), "write it with: python -m pcgraph.extract.parts.docs"


def test_forms_follow_the_spelling_of_the_verb() -> None:
    assert (
        to_forms("fund provide carry reach")
        == "fund(?:s|ed|ing)?|provid(?:es?|ed|ing)|carr(?:y|ies|ied|ying)|reach(?:es|ed|ing)?"
    )
    assert to_participles("fund provide carry") == "funded|provided|carried"


def test_clearest_part_rests_on_words_before_kind() -> None:
    named, told = Part("delivers", "current", "", "programme-named"), Part("target", "planned", "", "sets-up+will")
    unread = Part("mentioned", "current", "", "none")
    assert pick_clearest([unread, named, told]) is told
    assert pick_clearest([unread, named]) is named
