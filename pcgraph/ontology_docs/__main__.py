"""`python -m pcgraph.ontology_docs [FOLDER]`: write the page of the ontology in its folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pcgraph.errors import PcgraphError
from pcgraph.ontology_docs.readme import write_ontology_readme
from pcgraph.places import get_ontology_dir


def main(arguments: Sequence[str]) -> int:
    """Write `README.md` in the ontology's folder.

    Args:
        arguments: The folder, or nothing for the project's own.

    Returns:
        The exit code: 0, or 2 with one line on stderr.
    """
    try:
        write_ontology_readme(Path(arguments[0]) if arguments else get_ontology_dir())
    except PcgraphError as error:
        sys.stderr.write(" ".join((error.message, error.hint, *error.details)).strip() + "\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
