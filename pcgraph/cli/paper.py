"""`pcgraph paper`: a monitoring report's appendix for a board, as Word, HTML or Markdown."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import data_option, write_output
from pcgraph.cli.reading import offer_values
from pcgraph.errors import CallError
from pcgraph.query.files import Parameter

FORMATS = ("docx", "html", "md")

EXAMPLES = """\b
Examples:
  pcgraph paper --theme T3 --report t3-2019q4 --output theme-3.docx
  pcgraph paper --report t3-2019q4 --format html --output theme-3.html
  pcgraph paper --report t3-2019q4 --from t3-2018q1 --agreed-only
"""
_THEME = Parameter("theme", "Theme", "a theme's code such as T3", is_required=False, choices=())
_REPORT = Parameter("report", "Report", "a report such as t3-2019q4", is_required=True, choices=())


@click.command(epilog=EXAMPLES)
@click.option(
    "--theme",
    default="",
    shell_complete=offer_values(_THEME),
    metavar="CODE",
    help="The theme [default: the report's].",
)
@click.option("--report", required=True, shell_complete=offer_values(_REPORT), metavar="ID", help="The report.")
@click.option(
    "--from",
    "earlier",
    default="",
    shell_complete=offer_values(_REPORT),
    metavar="ID",
    help="The report to compare with [default: the one before].",
)
@click.option("--agreed-only", is_flag=True, help="Leave out judgements that the office has not agreed to.")
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice(FORMATS),
    help="What to write [default: md, or as FILE ends].",
)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
@data_option
def command(
    theme: str,
    report: str,
    earlier: str,
    agreed_only: bool,
    output_format: str | None,
    output: Path | None,
    data: Path,
) -> None:
    """Write the paper that a board gets on one report.

    The report's own table, its status key as printed and as counted, and for each deliverable what
    changed, partners, figures, outcomes, gaps and contradictions, each with its reference. The same
    tables give the same file; the paper names their digest.
    """
    chosen = _choose_format(output_format, output)
    from pcgraph.paper import make_paper, render_paper

    paper = make_paper(data, report=report, theme=theme, earlier=earlier, agreed_only=agreed_only)
    write_output(render_paper(paper, chosen), output)


def _choose_format(output_format: str | None, output: Path | None) -> str:
    """The format asked for, or the one that the file's ending names.

    Raises:
        CallError: No format was asked for, and the ending names none.
    """
    ending = output.suffix.lstrip(".").lower() if output else ""
    ending = {"htm": "html", "markdown": "md"}.get(ending, ending)
    if output_format is None and ending not in ("", *FORMATS):
        raise CallError(f"Files that end in .{ending} cannot be written.", hint=f"Use .{', .'.join(FORMATS)}.")
    return output_format or ending or "md"
