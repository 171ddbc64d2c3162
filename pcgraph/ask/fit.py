"""Which of a query's parameters a question fills, and with what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from pcgraph.ask.cues import Cues
from pcgraph.ask.question import Question
from pcgraph.ask.records import Mention, Value
from pcgraph.ask.register import Register
from pcgraph.query.files import Parameter, QueryFile

_TAKES = {
    "Partner": ("partner", "board"),
    "Entity": (),
    "Thing": (),
    "Document": ("document", "report"),
}
"""The kinds of things that a parameter type takes beside those of its own name; none for any kind."""

_UNITS = {"GBP": ("money",), "%": ("percent",)}
_PLAIN = {"period": "Period", "source": "Source", "code": "Anomaly"}
"""What the parameters that are plain texts take of what a question names, by their names."""

_SUMS = ("Date", "Integer", "Rag", "Period", "Source", "Anomaly")
"""What is no thing."""


class Fit(NamedTuple):
    """How a question fills a query.

    Attributes:
        params: The values by parameter.
        used: What of the question's mentions went in, and as which value.
        unused: What did not, though the question names it.
        missing: The required parameters without a value.
        takes_subject: Whether what the question is about went in.
    """

    params: dict[str, str]
    used: tuple[tuple[Mention, Value], ...]
    unused: tuple[Mention, ...]
    missing: tuple[str, ...]
    takes_subject: bool


def fill(query: QueryFile, question: Question, register: Register, cues: Cues) -> Fit:
    """The query's parameters filled from the question."""
    params: dict[str, str] = {}
    used: dict[Mention, Value] = {}
    for parameter in query.params:
        if chosen := _choose_mention(parameter, question, used, cues):
            used[chosen[0]] = chosen[1]
            params[parameter.name] = chosen[1].value
        elif plain := _choose_plain(query, parameter, question, cues):
            params[parameter.name] = plain
    _narrow_to_plan(params, question, used, register)
    _take_earlier_report(query, params, question, register)
    missing = tuple(item.name for item in query.params if item.is_required and item.name not in params)
    implied = _list_implied(used.values(), register)
    left = [mention for mention in question.mentions if mention not in used and not mention.is_soft]
    unused = tuple(mention for mention in left if implied.isdisjoint(value.value for value in mention.values))
    takes_subject = bool(question.subject) and any(
        question.subject in (value, value.casefold()) for value in params.values()
    )
    return Fit(params, tuple(used.items()), unused, missing, takes_subject)


def _list_implied(used: Iterable[Value], register: Register) -> set[str]:
    """The themes and years that the reports used are of: they need not be asked for again."""
    ids = {value.value for value in used if value.type in {"Report", "Document"}}
    return {part for report in register.reports if report.id in ids for part in (report.theme, report.period[:7])}


def _choose_mention(
    parameter: Parameter, question: Question, used: Collection[Mention], cues: Cues
) -> tuple[Mention, Value] | None:
    """The first mention not used yet that the parameter takes; hard ones before soft ones."""
    for mention in sorted(question.mentions, key=lambda item: item.is_soft):
        if mention in used:
            continue
        for value in mention.values:
            if _takes(parameter, value, question, cues, is_soft=mention.is_soft):
                return mention, value
    return None


def _takes(parameter: Parameter, value: Value, question: Question, cues: Cues, *, is_soft: bool) -> bool:
    if parameter.type == "Text":
        return value.type == _PLAIN.get(parameter.name)
    kind = cues.kinds.get(parameter.name)
    if kind and (value.kind != kind or kind in question.concepts):
        return False
    if parameter.type == "Thing":
        return value.type not in _SUMS and not is_soft
    if parameter.type in _TAKES and value.type in {"Entity", "Report", "Document"}:
        kinds = _TAKES[parameter.type]
        return (
            value.type != "Entity" if parameter.type == "Document" else value.type == "Entity" and _is_of(value, kinds)
        )
    return parameter.type == value.type


def _is_of(value: Value, kinds: Sequence[str]) -> bool:
    return not kinds or value.kind in kinds


def _choose_plain(query: QueryFile, parameter: Parameter, question: Question, cues: Cues) -> str:
    """The text that a parameter of a plain type takes from the question; empty where there is none."""
    if parameter.type != "Text":
        return ""
    if parameter.choices:
        return _choose_choice(query, parameter, question, cues)
    if parameter.is_required:
        return question.subject or next((item.words for item in question.mentions if _is_name(item)), "")
    if parameter.name == "unit":
        return next((unit for unit, cue in _UNITS.items() if question.holds(*cue)), "")
    return ""


def _is_name(mention: Mention) -> bool:
    return not mention.is_soft and any(value.type == "Entity" for value in mention.values)


def _choose_choice(query: QueryFile, parameter: Parameter, question: Question, cues: Cues) -> str:
    """The one choice that the question names, where the table lets it."""
    rule = cues.choices.get(f"{query.name}.{parameter.name}")
    asked = question.concepts[:1] if rule == "first" else question.concepts
    if rule is None or (rule not in {"any", "first"} and rule not in question.concepts):
        return ""
    found = [choice for choice in parameter.choices if set(cues.to_concepts(choice)) & set(asked)]
    return found[0] if len(found) == 1 else ""


def _narrow_to_plan(params: dict[str, str], question: Question, used: dict[Mention, Value], register: Register) -> None:
    """A short code with the years of the plan it is meant in, or with a report on that plan: the id of that plan's."""
    code = params.get("deliverable", "")
    plans = {report.id: report.plan for report in register.reports}
    named = [(mention, value, value.value) for mention in question.mentions for value in mention.values]
    named += [(mention, value, plans.get(value.value, "")) for mention, value in used.items()]
    for mention, value, plan in named:
        id_ = f"{plan}/{code}"
        if code and "/" not in code and id_ in register.deliverables:
            params["deliverable"] = id_
            params.pop("plan", None)
            used[mention] = value
            return


def _take_earlier_report(query: QueryFile, params: dict[str, str], question: Question, register: Register) -> None:
    """Where a query needs an earlier report and the question says none: the last but one of a theme."""
    needed = [item.name for item in query.params if item.type == "Report" and item.is_required]
    if not needed or needed[0] in params or not question.holds("last", "latest", "quarter", "report", "change"):
        return
    themes = [value.value for mention in question.mentions for value in mention.values if value.type == "Theme"]
    reports = [report for report in register.reports if not themes or report.theme in themes]
    repeated = [report for report in reports if [other.theme for other in reports].count(report.theme) > 1]
    newest = repeated[-1].theme if repeated else ""
    earlier = [report.id for report in repeated if report.theme == newest][:-1] or [report.id for report in reports]
    if earlier:
        params[needed[0]] = earlier[-1]
