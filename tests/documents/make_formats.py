"""Made-up documents in other formats: the structure of a text document, written as text, Word and PDF.

`python -m tests.documents.make_formats FILE.txt...` writes the three beside each other into the
current folder, to look at. Each writer prints what
such a document looks like in that format: item rows and merged narrative rows of one ruled table,
nested tables, in PDF also running heads, page numbers, repeated headers and rows cut by a page's end.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.documents.blocks import parse_blocks, write_text
from tests.documents.print_pdf import write_pdf
from tests.documents.write_word import write_word


def main() -> None:
    """Write the files named into the current folder."""
    for name in sys.argv[1:]:
        source = Path(name)
        blocks = parse_blocks(source.read_text(encoding="utf-8"))
        write_text(blocks, Path(f"{source.stem}.txt"))
        write_word(blocks, Path(f"{source.stem}.docx"))
        write_pdf(blocks, Path(f"{source.stem}.pdf"))


if __name__ == "__main__":
    main()
