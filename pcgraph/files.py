"""Writing files so that a reader sees the old content or the new, never half of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pcgraph.errors import CallError, PcgraphError


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write one file whole or not at all, as UTF-8 where it is text.

    A link is followed; what is no regular file (a pipe, a device) is written to as it is.

    Raises:
        PcgraphError: The folder is missing or read-only, or the disk is full.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        try:
            path.write_bytes(_encode(content))
        except OSError as error:
            raise describe_os_error(error, "write", path) from error
    else:
        write_all_atomic({path: content})


def write_all_atomic(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files: all are written beside their places first, then moved there in order.

    A full disk or a read-only folder is met before the first file is replaced; where a file cannot
    be replaced (another program holds it), those replaced before it are put back.

    Raises:
        PcgraphError: A file cannot be written; every file is as it was.
    """
    staged: list[tuple[Path, Path]] = []
    replaced: list[tuple[Path, bytes | None]] = []
    path = Path()
    try:
        for path, content in contents.items():
            staged.append((_write_beside(path, _encode(content)), path))
        for temporary, path in staged:
            old = path.read_bytes() if path.exists() else None
            temporary.replace(path)
            replaced.append((path, old))
    except OSError as error:
        _put_back(replaced)
        raise describe_os_error(error, "write", path) from error
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _put_back(replaced: list[tuple[Path, bytes | None]]) -> None:
    for path, old in replaced:
        with suppress(OSError):
            if old is None:
                path.unlink()
            else:
                _write_beside(path, old).replace(path)


def _encode(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _write_beside(path: Path, content: bytes) -> Path:
    """Write content to a new file in the folder of `path`, flushed to the disk, with the old file's mode."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_UMASK
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def describe_os_error(error: OSError, verb: str, path: Path | None = None) -> PcgraphError:
    """An operating system's refusal as one line: what could not be done, where, and why.

    Args:
        error: The refusal.
        verb: What was tried, such as `write`.
        path: Where; the place that the error names unless given.
    """
    place = path or error.filename2 or error.filename or "a file"
    reason = (error.strerror or type(error).__name__).lower()
    return CallError(
        f"Cannot {verb} {place}: {reason}.",
        hint="Nothing was changed. Check the folder, its rights and the space on the disk.",
    )


def _get_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UMASK = _get_umask()
