"""The child process that reads one PDF: bytes on stdin, a message a line on stdout."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import suppress

from pcgraph.documents.pdf_lines import to_lines
from pcgraph.documents.pdf_pages import read_pages
from pcgraph.errors import DocumentError

MAX_MEMORY_BYTES = 400 * 1024 * 1024


def main() -> None:
    """Read the PDF on stdin; say each page, then the lines or the error."""
    content = sys.stdin.buffer.read()
    limit_memory(MAX_MEMORY_BYTES + 2 * len(content))
    logging.disable(logging.CRITICAL)
    try:
        pages, notes = read_pages(content, on_page=lambda page, pages: say({"page": page, "pages": pages}))
        say({"lines": to_lines(pages), "notes": notes})
    except DocumentError as error:
        say({"error": error.message, "hint": error.hint})
    except MemoryError:
        sys.exit(1)


def say(message: dict[str, object]) -> None:
    """Write a message for the parent."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def limit_memory(size_bytes: int) -> None:
    """Let the process have no more memory than that, where the system can hold it to it (not on Windows)."""
    with suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size_bytes, size_bytes))
