"""Reading a PDF of a hundred pages, against the time that pdfplumber alone takes to give its words; other formats."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from math import ceil
from pathlib import Path
from statistics import median

import pdfplumber

from pcgraph.documents import read_document
from tests.bench.ingest import measure
from tests.conftest import DOCUMENTS
from tests.documents.blocks import Block, parse_blocks, write_text
from tests.documents.print_pdf import write_pdf
from tests.documents.write_word import write_word

PAGES = 100
ROUNDS = 5
HIGHEST_MEMORY = """
import resource, sys
from pathlib import Path
from pcgraph.documents import read_document
read_document(Path(sys.argv[1]))
kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
print(*(resource.getrusage(kind).ru_maxrss // 1024 for kind in kinds))
"""


def main() -> None:
    """Print the times and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        blocks = make_long_report()
        for write, ending in ((write_pdf, "pdf"), (write_word, "docx"), (write_text, "txt")):
            write(blocks, folder / f"long.{ending}")
        times: dict[str, list[float]] = {"words": [], "pdf": [], "docx": [], "txt": []}
        for _ in range(ROUNDS):
            times["words"].append(measure(partial(take_words, folder / "long.pdf")))
            for ending in ("pdf", "docx", "txt"):
                times[ending].append(measure(partial(read_document, folder / f"long.{ending}")))
        print_times({name: median(seconds) for name, seconds in times.items()}, folder / "long.pdf")


def print_times(times: dict[str, float], file: Path) -> None:
    """The table of times, and the memory that the PDF takes."""
    print(f"\nA report of {count_pages(file)} pages\n")
    print(f"  pdfplumber alone, words only  {times['words']:6.2f} s")
    for ending in ("pdf", "docx", "txt"):
        print(
            f"  read as {ending:<22}{times[ending]:6.2f} s   {times[ending] / times['words']:5.2f} x pdfplumber's words"
        )
    done = subprocess.run([sys.executable, "-c", HIGHEST_MEMORY, str(file)], capture_output=True, text=True, check=True)
    own, child = done.stdout.split()
    print(f"  highest memory of the PDF: {own} MB, its child process {child} MB")


def make_long_report() -> list[Block]:
    """Made-up reports one behind the other until they fill the pages."""
    reports = [parse_blocks(file.read_text(encoding="utf-8")) for file in sorted(DOCUMENTS.glob("*-t*.txt"))]
    blocks = [block for report in reports for block in report]
    return blocks * ceil(PAGES / count_made(blocks))


def count_made(blocks: list[Block]) -> int:
    """How many pages some blocks fill."""
    with tempfile.TemporaryDirectory() as name:
        write_pdf(blocks, Path(name) / "a.pdf")
        return count_pages(Path(name) / "a.pdf")


def count_pages(file: Path) -> int:
    """How many pages a PDF has."""
    with pdfplumber.open(file) as document:
        return len(document.pages)


def take_words(file: Path) -> int:
    """What pdfplumber alone does: every page's words."""
    with pdfplumber.open(file) as document:
        count = 0
        for page in document.pages:
            count += len(page.extract_words())
            page.close()
        return count


if __name__ == "__main__":
    main()
