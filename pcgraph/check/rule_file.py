"""Read the small text files in which a person sets rules for the checks."""

from __future__ import annotations

from pathlib import Path

from pcgraph.errors import CallError

MAX_BYTES = 1_000_000


def read_rule_text(file: Path) -> str:
    """The text of a profile or waivers file; a byte order mark, as Excel and Notepad write it, is left out.

    Raises:
        CallError: The file is missing, no file, larger than a megabyte, or not UTF-8.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "refused").lower()
        raise CallError(f"{file} cannot be read: {reason}.", hint="Nothing was checked.") from error
    if len(content) > MAX_BYTES:
        raise CallError(f"{file} is larger than a megabyte.", hint="Is it the right file?")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CallError(
            f"{file}: byte {error.start} is not UTF-8.", hint="In Excel, save as “CSV UTF-8”; in an editor, as UTF-8."
        ) from error
