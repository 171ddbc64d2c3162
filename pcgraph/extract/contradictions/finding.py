"""What a contradiction is, and how numbers are held against each other and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

_HALF = Decimal("0.5")
_SLACK = Decimal("1e-9")


class Finding(NamedTuple):
    """Something in a document that contradicts itself.

    Attributes:
        code: The kind of anomaly.
        line: Where it stands.
        subject: The update, or the document.
        message: Both values and the sum, one sentence.
        severity: "" for the kind's own.
    """

    code: str
    line: str
    subject: str
    message: str
    severity: str = ""


def to_step(printed: Decimal) -> Decimal:
    """The worth of the last digit that is printed.

    >>> to_step(Decimal("2.9")), to_step(Decimal("15"))
    (Decimal('0.1'), Decimal('1'))
    """
    exponent = printed.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def is_rounded(printed: Decimal, exact: Decimal) -> bool:
    """Whether a printed number is the exact one, rounded as printed; the next digit may go either way.

    >>> is_rounded(Decimal("2.8"), Decimal("2.85")), is_rounded(Decimal("2.9"), Decimal("2.80"))
    (True, False)
    """
    return abs(printed - exact) <= _HALF * to_step(printed) + _SLACK


def is_cut(printed: Decimal, exact: Decimal) -> bool:
    """Whether a printed number is the exact one with its further digits left out.

    >>> is_cut(Decimal("2.8"), Decimal("2.87")), is_cut(Decimal("2.8"), Decimal("2.91"))
    (True, False)
    """
    return abs(printed) <= abs(exact) < abs(printed) + to_step(printed) and printed * exact >= 0


def say(value: Decimal) -> str:
    """A number for people: a true minus, thousands parted, no hanging zeros of its own.

    >>> say(Decimal("-1213")), say(Decimal("2.50"))
    ('−1,213', '2.50')
    """
    return f"{value:,f}".replace("-", "−")


def say_rounded(exact: Decimal, printed: Decimal | None = None) -> str:
    """An exact number with as many decimals as a printed one has, or with one.

    >>> say_rounded(Decimal("2.8045"), Decimal("2.9")), say_rounded(Decimal("18.018"))
    ('2.8', '18.0')
    """
    step = to_step(printed) if printed is not None else Decimal("0.1")
    return say(exact.quantize(step, ROUND_HALF_UP))


def say_sum(parts: Iterable[Decimal]) -> str:
    """An addition for people.

    >>> say_sum([Decimal(400), Decimal(120)])
    '400 + 120 = 520'
    """
    numbers = list(parts)
    return f"{' + '.join(map(say, numbers))} = {say(sum(numbers, Decimal(0)))}"


def merge_findings(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of one kind, place and subject as one, with all their messages and the gravest severity."""
    grouped: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding[:3], []).append(finding)
    for (code, line, subject), group in grouped.items():
        severity = "info" if all(finding.severity == "info" for finding in group) else ""
        yield Finding(code, line, subject, " ".join(dict.fromkeys(f.message for f in group)), severity)
