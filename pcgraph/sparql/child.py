"""The process that answers a query, seen from outside: started, listened to, stopped.

The engine cannot be interrupted from within; to kill its process stops it, and frees its memory.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from pcgraph.errors import QueryError
from pcgraph.sparql.message import Message, Request

RawRow = list[list[object] | str | None]
"""A row as JSON gives it back: terms as lists, or one line of N-Triples."""

_ROOT = str(Path(__file__).parents[2])
_CHILD = "import sys; sys.path.append(sys.argv[1]); from pcgraph.sparql.worker import main; main()"

_STACK_CODES = (-int(signal.SIGSEGV), 0xC00000FD)
"""How a process ends that nests more deeply than its stack allows: on POSIX, on Windows."""

_BUG_CODE = 1
"""With this code Python ends where it meets a fault of ours."""


def iter_messages(request: Request) -> Generator[Message | RawRow, None, None]:
    """What the child says, to its end. It is gone when this ends, however it ends.

    Raises:
        QueryError: It is not done in time, or takes too much memory.
    """
    call = [sys.executable, "-P", "-c", _CHILD, _ROOT]
    is_late = threading.Event()
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:

        def stop() -> None:
            is_late.set()
            child.kill()

        timer = threading.Timer(request["timeout_s"], stop)
        timer.start()
        try:
            is_whole = yield from _talk(child, request)
            if not is_whole:
                raise _explain_end(child.wait(), request, is_late=is_late.is_set())
        finally:
            timer.cancel()
            child.kill()


def _talk(child: subprocess.Popen[bytes], request: Request) -> Generator[Message | RawRow, None, bool]:
    """Give the child the request and pass on what it says; returns whether it said all."""
    if child.stdin is None or child.stdout is None:
        return False
    with suppress(OSError), child.stdin as pipe:  # it was stopped before it could listen
        pipe.write(json.dumps(request).encode())
    for line in child.stdout:
        if not line.endswith(b"\n"):
            break
        message = json.loads(line)
        yield message
        if isinstance(message, dict) and not message.keys().isdisjoint(("truth", "is_cut", "error")):
            return True
    return False


def _explain_end(code: int, request: Request, *, is_late: bool) -> Exception:
    """Why a child ended before its answer did."""
    if is_late:
        seconds = f"{request['timeout_s']:g}"
        return QueryError(
            f"The query was stopped after {seconds} s.",
            hint="Narrow it, or give it more time with --timeout. A LIMIT alone does not help where it must sort.",
        )
    if code in _STACK_CODES:
        return QueryError("The query is nested too deeply.", hint="Write long lists with VALUES or IN.")
    if code == _BUG_CODE:
        return RuntimeError("the process that answers queries failed")
    return QueryError(
        f"The query needs more memory than {request['memory_bytes'] / 1024**3:.1f} GB.",
        hint="Narrow it: join fewer patterns that share no variable, sort or group less.",
    )
