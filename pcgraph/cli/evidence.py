"""`pcgraph evidence`: every statement about a thing, and where it stands."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import choose_format, data_option, note, output_options, use_color, write_output
from pcgraph.cli.reading import get_table_width, offer_values, open_for_reading
from pcgraph.query.files import Parameter
from pcgraph.render import Records, render_records

EXAMPLES = """\b
Examples:
  pcgraph evidence T3.3
  pcgraph evidence NTU
  pcgraph evidence 2018-21/3.3.1 --format html --output evidence.html
"""
_THING = Parameter("thing", "Thing", "a code, id or name of anything", is_required=True, choices=())
_NOTELESS = ("csv", "tsv", "json")


@click.command("evidence", epilog=EXAMPLES)
@click.argument("thing", metavar="ID", shell_complete=offer_values(_THING))
@output_options
@data_option
def command(thing: str, output_format: str | None, output: Path | None, data: Path) -> None:
    """Show where each fact about a thing stands: document, line and words.

    ID is a code such as T3.3, an id such as 2018-21/T3.3, an acronym or a name. A statement is
    stated by a document, judged by a person or inferred by a rule; ← marks what another thing says
    of this one. Where the documents' words are at hand, the sentence is shown with the words marked.
    """
    from pcgraph.query.evidence import show_evidence

    _print(show_evidence(open_for_reading(data), thing), output_format, output)


def _print(records: Records, output_format: str | None, output: Path | None) -> None:
    """Write the records with the marks of the format; what the format cannot carry goes to stderr."""
    from pcgraph.render.emphasis import show_marks

    chosen = choose_format(output_format, output)
    color = use_color() and output is None
    content = render_records(records, chosen, width=get_table_width(output), color=color)
    write_output(show_marks(content, chosen, color=color), output)
    if records.note and chosen in _NOTELESS:
        note(records.note)
