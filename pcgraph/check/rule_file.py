"""Read the small text files in which a person sets rules for the checks."""

from __future__ import annotations

from pathlib import Path

from pcgraph.errors import CallError

MAX_BYTES = 1_000_000


def read_rule_text(file: Path, *, max_bytes: int = MAX_BYTES) -> str:
    """The text of a profile or waivers file; a byte order mark, as Excel and Notepad write it, is left out.

    Args:
        file: The file.
        max_bytes: How large it may be.

    Raises:
        CallError: The file is missing, no file, too large, or not UTF-8.
    """
    try:
        if file.is_fifo():  # which would wait for ever for somebody to write
            raise CallError(f"{file} cannot be read: is a pipe.", hint="Nothing was checked.")
        with file.open("rb") as opened:
            content = opened.read(max_bytes + 1)
    except OSError as error:
        reason = (error.strerror or "refused").lower()
        raise CallError(f"{file} cannot be read: {reason}.", hint="Nothing was checked.") from error
    if len(content) > max_bytes:
        raise CallError(f"{file} is larger than {max_bytes // 1000:,} KB.", hint="Is it the right file?")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CallError(
            f"{file}: byte {error.start} is not UTF-8.", hint="In Excel, save as “CSV UTF-8”; in an editor, as UTF-8."
        ) from error
