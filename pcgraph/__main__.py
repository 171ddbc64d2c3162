"""The `pcgraph` program, also as `python -m pcgraph`: starts and leaves quickly."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

_THRESHOLD = 50_000


def main() -> None:
    """Run the command line and leave the process with its exit code.

    A command is short: the collector would only slow its imports, and taking the interpreter and
    the store apart at the end costs more than a query does.
    """
    gc.set_threshold(_THRESHOLD)
    from pcgraph.cli import run

    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # the caller closed it
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open to the end)
    code = run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError, ValueError):  # closed, or its reader has gone
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
