"""Codes, years, quarters, days, sums and statuses in a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pcgraph.ask.records import Mention, Span, Value
from pcgraph.ask.register import TYPES, Register, Report, to_shape
from pcgraph.ask.words import Word, join_words, strip_possessive
from pcgraph.dates import MONTHS, parse_date, parse_spans

_QUARTER = re.compile(r"(?:q|qtr|qrt|quarter)([1-4])$")
_QUARTER_NAMES = {"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4"}
_QUARTER_NAMES |= {"4th": "4", "last": "", "final": "4"}
_SHORT_SPAN = re.compile(r"^(\d\d)[-/](\d\d)$")
_YEAR = re.compile(r"20\d\d$")
_ISO = re.compile(r"20\d\d-\d\d-\d\d$")
_SUM = re.compile(r"£?(\d[\d,]*)(k|m)?$")
_SINCE = frozenset({"since", "after"})
_OVER = ("over", "above", "than", "exceeding", "least")
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
_RAGS = {"green": "Green", "amber": "Amber", "red": "Red", "white": "White"}
_RAGS |= {"greens": "Green", "ambers": "Amber", "reds": "Red", "greener": "Green"}
_NUMBERED = {
    "theme": "Theme",
    "themes": "Theme",
    "outcome": "Outcome",
    "deliverable": "Deliverable",
    "item": "Deliverable",
    "number": "Deliverable",
    "no": "Deliverable",
    "measure": "Measure",
    "action": "ForceAction",
}
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


def find_codes(words: Sequence[Word], register: Register) -> Iterator[Mention]:
    """Codes of themes, outcomes, measures, deliverables, actions, reports; ones that are not held too."""
    themes = [codes[0] for _, codes in _iter_themes(words, register)]
    spelt = dict(_iter_spelt(words, register, themes))
    wanted = sorted({code for codes in spelt.values() for code in codes})
    known = register.find_codes(wanted)
    for span, codes in sorted(spelt.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        text = join_words(words[slice(*span)])
        code = next((code for code in codes if known.get(code)), "")
        if code:
            yield Mention(span, text, tuple(known[code]), False, f"“{text}” is the code {code}")
        elif (class_ := register.shapes.get(to_shape(codes[0]))) and "#" in to_shape(codes[0]):
            type_, kind = TYPES[class_]
            yield Mention(span, text, (Value(type_, kind, codes[0], ""),), False, f"“{text}” has the form of a code")


def _iter_themes(words: Sequence[Word], register: Register) -> Iterator[tuple[Span, list[str]]]:
    """The themes' codes in the question."""
    for span, codes in _iter_spelt(words, register, ()):
        if register.shapes.get(to_shape(codes[0])) == "Theme":
            yield span, codes


def _iter_spelt(words: Sequence[Word], register: Register, themes: Sequence[str]) -> Iterator[tuple[Span, list[str]]]:
    """Where a code may stand, and how it may be held: `t3.4` as T3.4, `theme 3` as T3."""
    for place, word in enumerate(words):
        if any(letter.isdigit() for letter in word.text):
            code = strip_possessive(word.text)
            codes = [code, code.upper(), code.lower(), _raise_code(code), *_prefix(code, register)]
            yield (place, place + 1), [code for code in dict.fromkeys(codes) if code[0].isalnum()] or [code]
        class_ = _NUMBERED.get(word.form)
        if class_ and place + 1 < len(words):
            number = _NUMBERS.get(words[place + 1].form, strip_possessive(words[place + 1].text))
            codes = _complete(number, class_, register, themes) if number[:1].isdigit() else []
            if codes:
                yield (place, place + 2), codes


def _prefix(code: str, register: Register) -> list[str]:
    """A code without its letter: `3.15` and `3a` as T3.15 and T3A."""
    if not code[0].isdigit() or code.isdigit():
        return []
    letters = sorted({shape[0] for shape in register.shapes if shape[0].isalpha()})
    return [f"{letter}{code.upper()}" for letter in letters]


def _raise_code(text: str) -> str:
    """`2018-21/t3.3` with its last part in capitals."""
    first, slash, last = text.rpartition("/")
    return first + slash + last.upper()


def _complete(number: str, class_: str, register: Register, themes: Sequence[str]) -> list[str]:
    """A number without its letter as a code of its kind: `3.4` as T3.4, a deliverable's `4` in theme 3 too."""
    if class_ == "Deliverable" and number.isdigit():
        return [f"{theme}.{number}" for theme in themes[:1]]
    shapes = [shape for shape, of in register.shapes.items() if of == class_]
    letters = sorted({shape[0] for shape in shapes if shape[0].isalpha()})
    codes = [f"{letter}{number.upper()}" for letter in letters]
    return [code for code in codes if to_shape(code) in shapes] or ([number] if to_shape(number) in shapes else [])


def find_days(words: Sequence[Word]) -> Iterator[Mention]:
    """The first day of `since March 2020`, `after 14 May 2020`, `since 2019`."""
    for place, word in enumerate(words):
        if word.form not in _SINCE:
            continue
        for size in (3, 2, 1):
            chosen = words[place + 1 : place + 1 + size]
            day = _to_day(" ".join(part.form for part in chosen)) if len(chosen) == size else ""
            if day:
                text = join_words(chosen)
                value = Value("Date", "since", day, text)
                yield Mention((place + 1, place + 1 + size), text, (value,), False, f"“{text}” is the day {day}")
                break


def _to_day(text: str) -> str:
    if _ISO.match(text):
        return text
    if _YEAR.match(text):
        return f"{text}-01-01"
    date = parse_date(text)
    return f"{date}-01" if len(date) == len("2020-05") else date


def find_years(words: Sequence[Word], register: Register) -> Iterator[Mention]:
    """Spans of years: a plan, or words of a figure's period; one that no paper covers too."""
    for place, word in enumerate(words):
        text = _SHORT_SPAN.sub(r"20\1-\2", word.text)
        if not (spans := parse_spans(text)) or len(text) > len("2019-2020"):
            continue
        span = spans[0]
        values = [Value("Plan", "plan", span, span)] if span in register.plans else []
        values.append(Value("Period", "year", span.replace("-", "/"), span))
        yield Mention((place, place + 1), word.text, tuple(values), False, f"“{word.text}” is the years {span}")


def find_reports(words: Sequence[Word], register: Register, themes: Sequence[str]) -> Iterator[Mention]:
    """Reports by their quarter, with the year and theme that the question names: `Q4 2019-20`."""
    years = [span for word in words for span in parse_spans(_SHORT_SPAN.sub(r"20\1-\2", word.text))]
    for (start, end), quarter in _iter_quarters(words):
        year = words[end].form if end < len(words) and _YEAR.match(words[end].form) else ""
        span = (start, end + bool(year))
        fit = [report for report in register.reports if report.period.endswith(f"Q{quarter}")]
        fit = [report for report in fit if not year or _is_of_year(report.period, year)]
        fit = [report for report in fit if not years or report.period[:7] in years]
        fit = [report for report in fit if not themes or report.theme in themes]
        yield _to_report(words, span, fit)
    for span, month in _iter_months(words):
        fit = [report for report in register.reports if report.date[:7] == month or _is_in(month, report.period)]
        fit = [report for report in fit if not themes or report.theme in themes]
        if fit:
            yield _to_report(words, span, fit)


def _to_report(words: Sequence[Word], span: Span, fit: Sequence[Report]) -> Mention:
    """The newest of the reports that fit; without any, a mention that nothing takes."""
    text = join_words(words[slice(*span)])
    values = tuple(Value("Report", "report", report.id, report.period) for report in reversed(fit))
    return Mention(span, text, values, False, f"“{text}” is {values[0].value if values else 'no report that was read'}")


def _iter_quarters(words: Sequence[Word]) -> Iterator[tuple[Span, str]]:
    for place, word in enumerate(words):
        following = words[place + 1].form if place + 1 < len(words) else ""
        if match := _QUARTER.match(word.form):
            yield (place, place + 1), match[1]
        elif word.form in {"quarter", "qtr", "qrt", "q"} and following in {"1", "2", "3", "4"}:
            yield (place, place + 2), following
        elif _QUARTER_NAMES.get(word.form) and following in {"quarter", "qtr"}:
            yield (place, place + 2), _QUARTER_NAMES[word.form]


def _iter_months(words: Sequence[Word]) -> Iterator[tuple[Span, str]]:
    """Months with their year, unless they say since when."""
    for place in range(len(words) - 1):
        month = parse_date(f"{words[place].form} {words[place + 1].form}")
        if month and (place == 0 or words[place - 1].form not in _SINCE):
            yield (place, place + 2), month


def _is_of_year(period: str, year: str) -> bool:
    """Whether a quarter of a financial year is meant by `Q4 2020`: that begins then, or lies then.

    >>> _is_of_year("2019-20Q4", "2020"), _is_of_year("2018-19Q1", "2018"), _is_of_year("2018-19Q1", "2019")
    (True, True, False)
    """
    return period.startswith(year) or (period.endswith("Q4") and period.startswith(str(int(year) - 1)))


def _is_in(month: str, period: str) -> bool:
    """Whether a month lies in a quarter of a financial year.

    >>> _is_in("2018-06", "2018-19Q1"), _is_in("2020-03", "2019-20Q4"), _is_in("2018-07", "2018-19Q1")
    (True, True, False)
    """
    first, quarter = int(period[:4]), int(period[-1])
    start = (quarter * 3) % 12 + 1
    year = first + (quarter == 4)
    return month[:4] == str(year) and start <= int(month[5:7]) < start + 3


def find_statuses(words: Sequence[Word]) -> Iterator[Mention]:
    """Green, amber, red or white; not where it is denied, and none where there are several."""
    found = list(_iter_statuses(words))
    if len({mention.values[0].value for mention in found}) == 1:
        yield from found


def _iter_statuses(words: Sequence[Word]) -> Iterator[Mention]:
    for place, word in enumerate(words):
        before = words[place - 1].form if place else ""
        if word.form in _RAGS and before not in {"from", "not", "isn't", "aren't", "isnt", "arent", "than", "non"}:
            name = _RAGS[word.form]
            value = Value("Rag", name.lower(), name, name)
            yield Mention((place, place + 1), word.text, (value,), True, f"“{word.text}” is a status")


def find_sums(words: Sequence[Word]) -> Iterator[Mention]:
    """The least sum of `over £10,000`."""
    for place, word in enumerate(words):
        match = _SUM.match(word.form)
        before = words[place - 1].form if place else ""
        if match and (word.text.startswith("£") or match[2] or before in _OVER):
            amount = str(int(match[1].replace(",", "")) * _SCALES[match[2] or ""])
            value = Value("Integer", "money", amount, word.text)
            yield Mention((place, place + 1), word.text, (value,), False, f"“{word.text}” is the number {amount}")


def is_month(form: str) -> bool:
    """Whether a word is a month's name.

    >>> is_month("march"), is_month("marches")
    (True, False)
    """
    return form in MONTHS
