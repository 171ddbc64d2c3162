"""`pcgraph query`: the canned questions, each a subcommand with its own typed options."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import click

from pcgraph.cli.console import columns_option, data_option, note, output_options
from pcgraph.cli.reading import offer_values, open_for_reading, print_records, to_view
from pcgraph.query.catalogue import Catalogue, load_catalogue
from pcgraph.query.files import Parameter, QueryFile
from pcgraph.render import Records

EXAMPLES = """\b
Examples:
  pcgraph query
  pcgraph query not-green --theme T3
  pcgraph query deliverables-by-lead --format csv --output leads.csv
  pcgraph query updates-by-deliverable --theme T3 --columns code,period,status
"""
_SAMPLES = {
    "Theme": "T3",
    "Outcome": "T3A",
    "Measure": "T2A.1",
    "Deliverable": "T3.3",
    "Action": "3.3.1",
    "Rag": "Amber",
    "Plan": "2018-21",
    "Thing": "T3.3",
    "Date": "2020-05-14",
    "Integer": "12",
}
_LIST_COLUMNS = (("topic", "Topic"), ("query", "Query"), ("question", "Question"))


class Out(NamedTuple):
    """Where an answer goes, and as what.

    Attributes:
        format: The format asked for, or None.
        file: The file to write, or None for stdout.
        columns: The columns asked for, or None for all.
    """

    format: str | None
    file: Path | None
    columns: str | None


class QueryGroup(click.Group):
    """The queries of the catalogue as subcommands."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every query and check."""
        return load_catalogue()

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every query, by topic."""
        return list(self.catalogue.queries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The query of that name as a command, or None."""
        query = self.catalogue.queries.get(cmd_name)
        return _to_command(query) if query else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The query to run; one that is not known is said with what was perhaps meant."""
        if not args[0].startswith("-"):
            self.catalogue.get_query(args[0])
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the queries under their topics."""
        for topic in dict.fromkeys(query.topic for query in self.catalogue.queries.values()):
            rows = [(query.name, query.title) for query in self.catalogue.queries.values() if query.topic == topic]
            with formatter.section(topic.capitalize()):
                formatter.write_dl(rows)


@click.group(
    "query",
    cls=QueryGroup,
    invoke_without_command=True,
    epilog=EXAMPLES,
    subcommand_metavar="[NAME] [--PARAM VALUE]...",
)
@columns_option
@output_options
@data_option
@click.pass_context
def command(
    ctx: click.Context, data: Path, output_format: str | None, output: Path | None, columns: str | None
) -> None:
    """List the questions, or ask one.

    Without a name, the questions are listed by topic. "pcgraph query NAME --help" says what each takes.
    """
    given = {"data": data, "output_format": output_format, "output": output, "columns": columns}
    if ctx.invoked_subcommand is not None:
        ctx.default_map = {ctx.invoked_subcommand: given}
    else:
        print_records(_list_queries(load_catalogue()), output_format, output, columns=columns)


def _list_queries(catalogue: Catalogue) -> Records:
    rows = tuple((query.topic, query.name, query.title) for query in catalogue.queries.values())
    return Records("The questions", _LIST_COLUMNS, rows, "Ask one with: pcgraph query NAME [--PARAM VALUE]")


def _to_command(query: QueryFile) -> click.Command:
    """A query as a command with its own options."""

    def ask(
        data: Path,
        output_format: str | None,
        output: Path | None,
        columns: str | None,
        is_stated_only: bool,
        is_agreed_only: bool,
        **values: str | None,
    ) -> None:
        params = {name: value for name, value in values.items() if value is not None}
        _ask(query, params, data, Out(output_format, output, columns), (is_stated_only, is_agreed_only))

    options = [_to_option(parameter) for parameter in query.params]
    made = click.Command(query.name, callback=ask, params=[*options], help=query.title, epilog=_write_example(query))
    made = click.option("--stated-only", "is_stated_only", is_flag=True, help="Only what a document states.")(made)
    made = click.option(
        "--agreed-only", "is_agreed_only", is_flag=True, help="Without judgements that are only proposed."
    )(made)
    columns_option(made)
    output_options(made)
    data_option(made)
    return made


def _to_option(parameter: Parameter) -> click.Option:
    names = [f"--{parameter.name.replace('_', '-')}", parameter.name]
    return click.Option(
        names,
        type=click.Choice(parameter.choices) if parameter.choices else str,
        help=parameter.help,
        required=parameter.is_required,
        metavar=None if parameter.choices else parameter.type.upper(),
        shell_complete=None if parameter.choices else offer_values(parameter),
    )


def _write_example(query: QueryFile) -> str:
    """One call that uses the query's first parameter, where a sample value can be known."""
    call = f"pcgraph query {query.name}"
    for parameter in query.params:
        sample = parameter.choices[0] if parameter.choices else _SAMPLES.get(parameter.type)
        if sample:
            call += f" --{parameter.name.replace('_', '-')} {sample}"
            break
    return f"\b\nExample:\n  {call}\n"


def _ask(query: QueryFile, params: dict[str, str], data: Path, out: Out, flags: tuple[bool, bool]) -> None:
    """Run the query and print it; an empty answer says what was read."""
    from pcgraph.query.run import find_documents_read, run_query

    view = to_view(*flags)
    store = open_for_reading(data)
    records = run_query(store, query.name, params, view=view)
    print_records(records, out.format, out.file, columns=out.columns)
    if not records.rows:
        read = ", ".join(find_documents_read(store))
        note(f"No rows. Documents read: {read}." if read else "No rows: no document was read.")
