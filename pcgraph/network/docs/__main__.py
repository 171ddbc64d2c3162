"""`python -m pcgraph.network.docs [FOLDER]`: write the findings into a dataset's `README.md`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pcgraph.errors import PcgraphError
from pcgraph.network.docs.write import write_findings
from pcgraph.places import DEFAULT_DATASET


def main(arguments: Sequence[str]) -> int:
    """Write the findings between their marks.

    Args:
        arguments: The dataset's folder, or nothing for the one that ships.

    Returns:
        The exit code: 0, or 2 with one line on stderr.
    """
    try:
        write_findings(Path(arguments[0]) if arguments else DEFAULT_DATASET)
    except PcgraphError as error:
        sys.stderr.write(" ".join((error.message, error.hint, *error.details)).strip() + "\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
