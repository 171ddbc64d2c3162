"""Writing files so that a reader sees the old content or the new, never half of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pcgraph.errors import CallError, PcgraphError


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write one file whole or not at all, as UTF-8 where it is text.

    Raises:
        PcgraphError: The folder is missing or read-only, or the disk is full.
    """
    write_all_atomic({path: content})


def write_all_atomic(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files: all are written beside their places first, then moved there.

    A full disk or a read-only folder is met before the first file is replaced.

    Raises:
        PcgraphError: A file cannot be written; nothing was replaced.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            staged.append((_write_beside(path, content), path))
        for temporary, path in staged:
            temporary.replace(path)
    except OSError as error:
        raise describe_os_error(error, "write") from error
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, content: str | bytes) -> Path:
    """Write content to a new file in the folder of `path`, flushed to the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_UMASK)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def describe_os_error(error: OSError, verb: str) -> PcgraphError:
    """An operating system's refusal as one line: what could not be done, where, and why."""
    place = error.filename2 or error.filename or "the disk"
    reason = (error.strerror or type(error).__name__).lower()
    return CallError(
        f"Cannot {verb} {place}: {reason}.",
        hint="Nothing was changed. Check the folder's rights and the space on the disk.",
    )


def _get_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UMASK = _get_umask()
