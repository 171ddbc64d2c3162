"""Read the header of a query or check file: `#+` lines that hold YAML (the convention of grlc).

Reading is strict: a key that means nothing is a misspelling, and a parameter that the query
does not use would be ignored without a word.

Source: https://github.com/CLARIAH/grlc#decorator-syntax
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pcgraph.errors import QueryError
from pcgraph.query.files import (
    CHECK_COLUMNS,
    NEEDS,
    PARAMETER_TYPES,
    SCOPES,
    SEVERITIES,
    CheckFile,
    Limit,
    Parameter,
    QueryFile,
)
from pcgraph.query.sparql_text import (
    find_as_of_line,
    find_damaged_mark,
    find_limit_lines,
    find_parameter_lines,
    find_projected,
)

_QUERY_KEYS = ("title", "asks", "params", "columns")
_CHECK_KEYS = ("title", "problem", "why", "fix", "severity", "scope", "about", "limits", "needs")
_LIMIT_KEYS = ("help", "unit")
_NO_LIMITS = ("severity", "off", "as_of")
_PARAMETER_KEYS = ("type", "help", "required", "choices")
_TAKEN = ("data", "format", "output", "output_format", "columns", "help", "stated_only", "agreed_only")


def parse_query(file: Path, text: str) -> QueryFile:
    """A query file's header, checked against its query.

    Args:
        file: Where it stands: the folder is the topic, the stem the name.
        text: The whole file.

    Raises:
        QueryError: The header is wrong; the message names file and line.
    """
    header = _Header(file, text, _QUERY_KEYS)
    params = tuple(_to_parameter(header, name, value) for name, value in header.get_map("params").items())
    columns = tuple((key, header.to_text(value, f"columns.{key}")) for key, value in header.get_map("columns").items())
    _check_columns(header, [key for key, _ in columns])
    _check_parameter_lines(header, params)
    asks = header.get_texts("asks") if header.has("asks") else ()
    return QueryFile(file.stem, file.parent.name, header.get_text("title"), asks, params, columns, file)


def parse_check(file: Path, text: str) -> CheckFile:
    """A check file's header, checked against its query.

    Raises:
        QueryError: The header is wrong; the message names file and line.
    """
    header = _Header(file, text, _CHECK_KEYS)
    title, problem, why, fix, about = (header.get_text(key) for key in ("title", "problem", "why", "fix", "about"))
    severity = header.get_text("severity")
    scope = header.get_texts("scope")
    if severity not in SEVERITIES:
        raise header.fault("severity", f"severity “{severity}” is none of {', '.join(SEVERITIES)}")
    for kind in scope:
        if kind not in SCOPES:
            raise header.fault("scope", f"scope “{kind}” is none of {', '.join(SCOPES)}")
    if find_projected(text) != list(CHECK_COLUMNS):
        raise header.fault("title", f"a check must select exactly ?{' ?'.join(CHECK_COLUMNS)}")
    limits, needs = _to_limits(header), _to_needs(header)
    return CheckFile(file.stem, title, problem, why, fix, severity, scope, about, limits, needs, file)


def _to_limits(header: _Header) -> tuple[Limit, ...]:
    """The limits that the header explains, each with the number that stands in the query."""
    numbers: dict[str, float] = {}
    for name, number, line in find_limit_lines(header.text):
        if numbers.setdefault(name, number) != number:
            raise QueryError(f"{header.place(line)}: limit {name} is {numbers[name]} in a line above.")
        if name not in header.get_map("limits"):
            raise QueryError(f"{header.place(line)}: limit {name} is not in the header's limits.")
    if line := find_damaged_mark(header.text):
        raise QueryError(
            f"{header.place(line)}: a limit is a line VALUES ?name {{ 10 }} # limit, "
            "the day a line VALUES ?as_of { UNDEF } # as-of."
        )
    return tuple(_to_limit(header, name, value, numbers) for name, value in header.get_map("limits").items())


def _to_limit(header: _Header, name: str, value: object, numbers: Mapping[str, float]) -> Limit:
    if not isinstance(value, dict) or sorted(value) != sorted(_LIMIT_KEYS):
        raise header.fault("limits", f"limit {name} needs {{help: …, unit: …}}")
    if name in _NO_LIMITS:
        raise header.fault("limits", f"limit {name}: a profile has a key of this name already")
    if name not in numbers:
        raise header.fault("limits", f"limit {name} has no line: VALUES ?{name} {{ 10 }} # limit")
    words, unit = (header.to_text(value[key], f"limits.{name}.{key}") for key in _LIMIT_KEYS)
    limit = Limit(name, words, unit, numbers[name])
    if not limit.admits(limit.default):
        raise header.fault("limits", f"limit {name} is {limit.default}; it must be {limit.describe_range()}")
    return limit


def _to_needs(header: _Header) -> tuple[str, ...]:
    """What the header says the check needs, which must be what its query uses."""
    needs = header.get_texts("needs") if header.has("needs") else ()
    if unknown := [need for need in needs if need not in NEEDS]:
        raise header.fault("needs", f"needs “{unknown[0]}” is none of {', '.join(NEEDS)}")
    line = find_as_of_line(header.text)
    if "as-of" in needs and not line:
        raise header.fault("needs", "needs as-of, but there is no line: VALUES ?as_of { UNDEF } # as-of")
    if line and "as-of" not in needs:
        raise QueryError(f"{header.place(line)}: the day is used, but the header has no needs: [as-of].")
    return needs


def _to_parameter(header: _Header, name: str, value: object) -> Parameter:
    if not isinstance(value, dict):
        raise header.fault("params", f"parameter {name} needs {{type: …, help: …}}")
    if name in _TAKEN:
        raise header.fault("params", f"parameter {name}: the command has an option of this name already")
    if unknown := [key for key in value if key not in _PARAMETER_KEYS]:
        raise header.fault("params", f"parameter {name}: unknown key {unknown[0]}")
    type_name = header.to_text(value.get("type"), f"params.{name}.type")
    if type_name not in PARAMETER_TYPES:
        raise header.fault("params", f"parameter {name}: type {type_name} is none of {', '.join(PARAMETER_TYPES)}")
    is_required = value.get("required", False)
    choices = value.get("choices", [])
    if not isinstance(is_required, bool) or not isinstance(choices, list):
        raise header.fault("params", f"parameter {name}: required is true or false, choices is a list")
    help_text = header.to_text(value.get("help"), f"params.{name}.help")
    return Parameter(name, type_name, help_text, is_required, tuple(str(choice) for choice in choices))


def _check_columns(header: _Header, columns: Sequence[str]) -> None:
    projected = find_projected(header.text)
    for key in columns:
        if key not in projected:
            raise header.fault("columns", f"column {key} is not selected: there is no ?{key} after SELECT")
    for variable in projected:
        if variable not in columns:
            raise header.fault("columns", f"?{variable} is selected, but columns gives it no heading")


def _check_parameter_lines(header: _Header, params: Sequence[Parameter]) -> None:
    lines = find_parameter_lines(header.text)
    declared = [parameter.name for parameter in params]
    for name in declared:
        if name not in lines:
            raise header.fault("params", f"parameter {name} has no line: VALUES ?{name} {{ UNDEF }} # param")
    for name, number in lines.items():
        if name not in declared:
            raise QueryError(f"{header.place(number)}: parameter {name} is not in the header's params.")


class _Header:
    """The header's values, and the line in the file where each key stands."""

    def __init__(self, file: Path, text: str, keys: Sequence[str]) -> None:
        self.file = file
        self.text = text
        self._values, self._lines = self._parse()
        for key in self._values:
            if key not in keys:
                raise self.fault(key, f"unknown key {key}; there are {', '.join(keys)}")

    def _parse(self) -> tuple[Mapping[str, object], Mapping[str, int]]:
        import yaml  # costs 17 ms, and a cached catalogue needs none of it

        lines = self.text.splitlines()
        length = next((i for i, line in enumerate(lines) if not line.startswith("#+")), len(lines))
        source = "\n".join(line[2:].removeprefix(" ") for line in lines[:length])
        try:
            root = yaml.compose(source, Loader=yaml.SafeLoader)
            values = yaml.safe_load(source)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise QueryError(f"{self.place(line)}: the header is not YAML: {error.problem}.") from error
        if not isinstance(root, yaml.MappingNode) or not isinstance(values, dict):
            raise QueryError(f"{self.place(1)}: the header is missing.", hint="Begin the file with: #+ title: …")
        numbers: dict[str, int] = {}
        for key, _ in root.value:
            line = key.start_mark.line + 1
            if key.value in numbers:
                raise QueryError(f"{self.place(line)}: {key.value} stands in line {numbers[key.value]} already.")
            numbers[key.value] = line
        return values, numbers

    def place(self, line: int) -> str:
        """File and line, as an error begins."""
        return f"{self.file.parent.name}/{self.file.name} line {line}"

    def fault(self, key: str, message: str) -> QueryError:
        """An error at the line of a key."""
        return QueryError(f"{self.place(self._lines.get(key, 1))}: {message}.")

    def has(self, key: str) -> bool:
        """Whether the header has that key."""
        return key in self._values

    def get_text(self, key: str) -> str:
        """A key's text, which may not be missing or empty."""
        return self.to_text(self._values.get(key), key)

    def get_texts(self, key: str) -> tuple[str, ...]:
        """A key's list of texts, which may not be empty."""
        value = self._values.get(key)
        if not isinstance(value, list) or not value:
            raise self.fault(key, f"{key} must be a list such as [one, another]")
        return tuple(self.to_text(part, key) for part in value)

    def get_map(self, key: str) -> dict[str, object]:
        """A key's map from names; params and limits may be missing, columns not."""
        value = self._values.get(key, {})
        if not isinstance(value, dict) or (key == "columns" and not value):
            raise self.fault(key, f"{key} must be a map such as {{code: Code}}")
        return {str(name): part for name, part in value.items()}

    def to_text(self, value: object, key: str) -> str:
        """A value that must be text."""
        if not isinstance(value, str) or not value.strip():
            raise self.fault(key.partition(".")[0], f"{key} is missing or not text")
        return value.strip()
