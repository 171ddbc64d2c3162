"""Put the findings into a dataset's `README.md`, between two marks; what stands around them stays as it is."""

from __future__ import annotations

from pathlib import Path

from pcgraph.errors import DatasetError
from pcgraph.files import describe_os_error, write_atomic
from pcgraph.network.docs.page import to_findings_page
from pcgraph.tables import read_dataset

README = "README.md"
BEGIN = "<!-- findings -->"
END = "<!-- /findings -->"


def write_findings(path: Path) -> Path:
    """Write the findings of a dataset into its README.

    Args:
        path: The dataset's folder, such as `data/nottinghamshire`.

    Returns:
        The file that was written.

    Raises:
        DatasetError: The dataset is missing or damaged, or its README has no place for the findings.
        PcgraphError: The file cannot be written.
    """
    page = to_findings_page(read_dataset(path))
    file = path / README
    write_atomic(file, replace_findings(read_readme(file), page))
    return file


def read_readme(file: Path) -> str:
    """A README's text.

    Raises:
        DatasetError: There is none, or it is not UTF-8.
    """
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        hint = f"Make one, with a line {BEGIN} and a line {END} in it."
        raise DatasetError(f"There is no {file}.", hint=hint) from error
    except UnicodeDecodeError as error:
        raise DatasetError(f"{file} is not UTF-8.", hint="Save it as UTF-8.") from error
    except OSError as error:
        raise describe_os_error(error, "read", file) from error


def replace_findings(text: str, page: str) -> str:
    r"""A README with the findings between its marks.

    Args:
        text: The README.
        page: The findings, as Markdown.

    Raises:
        DatasetError: A mark is missing, stands twice, or the last comes first.

    >>> replace_findings("Before\n<!-- findings -->\nold\n<!-- /findings -->\nafter\n", "new\n")
    'Before\n<!-- findings -->\nnew\n<!-- /findings -->\nafter\n'
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in before + after:
        raise DatasetError(
            f"The README has no place for the findings: it needs {BEGIN} once and {END} once after it.",
            hint="Put each on a line of its own, where the findings are to stand.",
        )
    return f"{before}{BEGIN}\n{page}{END}{after}"
