"""One build of a dataset at a time. The lock goes with its process, also when that is killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pcgraph.errors import StoreError

LOCK_FILE = "lock"


@contextmanager
def hold_lock(folder: Path) -> Iterator[None]:
    """Hold a folder's build lock.

    Args:
        folder: A folder that exists.

    Raises:
        StoreError: Another process holds the lock.
        OSError: The lock file cannot be made.
    """
    with (folder / LOCK_FILE).open("a+b") as file:
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            raise StoreError(
                f"Another build is at work in {folder.parent}.", hint="Wait until it has ended, then build again."
            ) from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
