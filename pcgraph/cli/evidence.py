"""`pcgraph evidence`: every statement about a thing, and where it stands."""

from __future__ import annotations

from pathlib import Path

import click

from pcgraph.cli.console import data_option, output_options
from pcgraph.cli.reading import offer_values, open_for_reading, print_records
from pcgraph.query.files import Parameter

EXAMPLES = """\b
Examples:
  pcgraph evidence T3.3
  pcgraph evidence 2018-21/3.3.1 --format html --output evidence.html
"""
_THING = Parameter("thing", "Thing", "a code, id or name of anything", is_required=True, choices=())


@click.command("evidence", epilog=EXAMPLES)
@click.argument("thing", metavar="ID", shell_complete=offer_values(_THING))
@output_options
@data_option
def command(thing: str, output_format: str | None, output: Path | None, data: Path) -> None:
    """Show where each fact about a thing stands: document, line and words.

    ID is a code such as T3.3, an id such as 2018-21/T3.3, or a name. A statement is stated by a
    document, judged by a person or inferred by a rule; ← marks what another thing says of this one.
    """
    from pcgraph.query.run import run_query

    print_records(run_query(open_for_reading(data), "evidence", {"thing": thing}), output_format, output)
