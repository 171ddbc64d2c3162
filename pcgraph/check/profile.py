"""A profile: how grave an office takes each check, which it switches off, and where its limits lie.

A profile is TOML: a table `[checks.<name>]` with `severity`, `off` and the check's limits.

Source: https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from pcgraph.check.known import describe_unknown
from pcgraph.query.catalogue import suggest
from pcgraph.query.files import SEVERITIES, CheckFile, Limit, Severity

_TABLE = re.compile(r"\s*\[\s*checks\s*\.\s*[\"']?([\w-]+)[\"']?\s*\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_DAMAGE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


class CheckRule(NamedTuple):
    """What a profile says of one check.

    Attributes:
        severity: How grave its findings are, or None for what the check says itself.
        is_off: Whether it is switched off.
        limits: Its limits that are set, by name.
    """

    severity: Severity | None
    is_off: bool
    limits: tuple[tuple[str, float], ...]


class Profile(NamedTuple):
    """The rules of one profile file.

    Attributes:
        rules: Each check that it names with its rule, in the file's order.
    """

    rules: tuple[tuple[str, CheckRule], ...] = ()

    def get_rule(self, check: str) -> CheckRule:
        """What it says of a check; a rule that changes nothing where it says nothing."""
        return dict(self.rules).get(check, CheckRule(None, is_off=False, limits=()))

    def apply(self, check: CheckFile) -> CheckFile:
        """The check with the severity and the limits that the profile gives it."""
        rule = self.get_rule(check.name)
        numbers = dict(rule.limits)
        limits = tuple(limit._replace(default=numbers.get(limit.name, limit.default)) for limit in check.limits)
        return check._replace(severity=rule.severity or check.severity, limits=limits)


def parse_profile(text: str, filename: str, known: Mapping[str, CheckFile]) -> tuple[Profile, list[str]]:
    """A profile's rules, and every fault in it.

    Args:
        text: The whole file.
        filename: How the faults call it.
        known: Every check there is, by name.

    Returns:
        The rules of the checks without a fault; the faults, each naming file and (where it is known) line.
    """
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Profile(), [_describe_damage(text, filename, str(error))]
    reader = _ProfileReader(filename, _find_lines(text), known)
    rules = tuple(reader.iter_rules(content))
    return Profile(rules), reader.faults


class _ProfileReader:
    """Gathers rules and faults from a profile's values."""

    def __init__(self, filename: str, lines: Mapping[tuple[str, str], int], known: Mapping[str, CheckFile]) -> None:
        self.faults: list[str] = []
        self._filename = filename
        self._lines = lines
        self._known = known

    def iter_rules(self, content: Mapping[str, object]) -> Iterator[tuple[str, CheckRule]]:
        for key in content:
            if key != "checks":
                self._add("", key, f"unknown key {key}: rules stand under [checks.<name>]")
        tables = content.get("checks", {})
        if not isinstance(tables, dict) or not tables:
            self._add("", "checks", "it names no check: a rule begins with [checks.<name>]")
            return
        for name, table in tables.items():
            if name not in self._known:
                self._add(name, "", describe_unknown(name, self._known))
            elif not isinstance(table, dict):
                self._add(name, "", f"checks.{name} must be a table: [checks.{name}]")
            else:
                yield name, self._read_rule(self._known[name], table)

    def _read_rule(self, check: CheckFile, table: Mapping[str, object]) -> CheckRule:
        limits = {limit.name: limit for limit in check.limits}
        keys = ["severity", "off", *limits]
        for key in table:
            if key not in keys:
                self._add(check.name, key, f"{check.name} has no key {key}. {suggest(key, keys, ', '.join(keys))}")
        numbers = [
            (name, self._read_limit(check, limit, table[name])) for name, limit in limits.items() if name in table
        ]
        severity = self._read_severity(check, table.get("severity"))
        return CheckRule(severity, self._read_off(check, table.get("off", False)), tuple(numbers))

    def _read_severity(self, check: CheckFile, value: object) -> Severity | None:
        if value is not None and value not in SEVERITIES:
            self._add(check.name, "severity", f"severity “{value}” is none of {', '.join(SEVERITIES)}")
            return None
        return value

    def _read_off(self, check: CheckFile, value: object) -> bool:
        if not isinstance(value, bool):
            self._add(check.name, "off", f"off must be true or false, not {value!r}")
        return value is True

    def _read_limit(self, check: CheckFile, limit: Limit, value: object) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and limit.admits(cast(float, value)):
            return cast(float, value)
        self._add(
            check.name, limit.name, f"{limit.name} must be {limit.describe_range()} ({limit.unit}), not {value!r}"
        )
        return limit.default

    def _add(self, check: str, key: str, message: str) -> None:
        line = self._lines.get((check, key)) or self._lines.get((check, ""))
        place = f"{self._filename} line {line}" if line else self._filename
        self.faults.append(f"{place}: {message}" + ("" if message.endswith(("?", ".")) else "."))


def _find_lines(text: str) -> dict[tuple[str, str], int]:
    r"""The line of each check's table and of each key in it; TOML's reader does not tell.

    Keys before the first table stand under "". What is written in another way has no line.

    >>> _find_lines("[checks.rag-missing]\noff = true")
    {('rag-missing', ''): 1, ('rag-missing', 'off'): 2}
    """
    found: dict[tuple[str, str], int] = {}
    check = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _TABLE.match(line):
            check = match[1]
            found[check, ""] = number
        elif match := _KEY.match(line):
            found[check, match[1]] = number
    return found


def _describe_damage(text: str, filename: str, message: str) -> str:
    """A damaged file's one fault; what breaks off is told at the last line."""
    match = _DAMAGE.fullmatch(message)
    if match is None:
        return f"{filename}: not TOML: {message}."
    return f"{filename} line {match[2] or text.count(chr(10)) + 1}: not TOML: {match[1]}."
