"""PDF: read by a child process, so that no file can hang or fill the machine.

A PDF is a program: its pages can call each other without end, and a few bytes can unpack to
gigabytes. The child reports each page; where it is silent for too long, or asks for more memory
than a document needs, it is stopped.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TypedDict

from pcgraph.documents.document import Document
from pcgraph.documents.opening import read_bytes, to_document
from pcgraph.documents.signature import check_signature
from pcgraph.errors import DocumentError

SILENCE_S = 7.0
"""So long may the child take to open a document, or for one page."""

PAGE_S = 1.0
"""So long may pages take on average beyond that; a printed page takes a tenth of it."""

_ROOT = str(Path(__file__).parents[2])
_CHILD = "import sys; sys.path.append(sys.argv[1]); from pcgraph.documents.pdf_worker import main; main()"
_END_WITHIN = 4096
"""The mark of a PDF's end may stand before so many bytes of something else."""

_AGAIN = "Print it to a new PDF and read that, or save the original as .docx."


class Message(TypedDict, total=False):
    """One thing that the child says.

    Attributes:
        page: The page that it has read.
        pages: How many there are.
        lines: At the end: place and text of each line.
        notes: With the lines: what a person should know.
        error: In place of the lines: why the file cannot be read, without its name.
        hint: With the error: what to do.
    """

    page: int
    pages: int
    lines: list[tuple[str, str]]
    notes: list[str]
    error: str
    hint: str


def read_pdf(path: Path, *, on_page: Callable[[int, int], None] = lambda *_: None) -> Document:
    """Read a PDF.

    Args:
        path: The file.
        on_page: Called with page and pages as they are read.

    Raises:
        DocumentError: The file is missing, empty, too large, cut off, damaged, protected, no PDF,
            a scan without text, or it takes longer or more memory than any document.
    """
    content = read_bytes(path)
    check_signature(path, content)
    if b"%%EOF" not in content[-_END_WITHIN:]:
        raise DocumentError(f"{path} is cut off: a PDF's end is missing.", hint="Fetch it again, or save it again.")
    at = ""
    for message in _iter_messages(content):
        if message is None:
            raise DocumentError(f"{path} takes longer than a document does{at}.", hint=_AGAIN)
        if "error" in message:
            raise DocumentError(f"{path} {message['error']}", hint=message["hint"])
        if "lines" in message:
            lines = [(place, text) for place, text in message["lines"]]
            return to_document(path, content, lines, tuple(message["notes"]))
        at = f", behind page {message['page']}"
        on_page(message["page"], message["pages"])
    raise DocumentError(f"{path} is damaged, or needs more memory than a document does{at}.", hint=_AGAIN)


def _iter_messages(content: bytes) -> Iterator[Message | None]:
    """What the child says, line by line; None where it is silent for too long."""
    call = [sys.executable, "-P", "-c", _CHILD, _ROOT]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=_talk, args=(child, content, lines), daemon=True).start()
        begun, pages = monotonic(), 0
        try:
            while line := lines.get(timeout=min(SILENCE_S, SILENCE_S + PAGE_S * pages - (monotonic() - begun))):
                yield json.loads(line)
                pages += 1
        except (queue.Empty, ValueError):  # a negative time to wait: the time is used up
            yield None
        finally:
            child.kill()


def _talk(child: subprocess.Popen[bytes], content: bytes, lines: queue.Queue[bytes]) -> None:
    """Give the child the file and pass on what it says; an empty line at its end."""
    if child.stdin and child.stdout:
        with suppress(OSError, ValueError):  # the child has ended, or was stopped
            with child.stdin as pipe:
                pipe.write(content)
            for line in child.stdout:
                lines.put(line)
    lines.put(b"")
