"""`pcgraph network`: who works with whom, and what rests on whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from pcgraph.cli.console import data_option, output_options
from pcgraph.cli.network_compare import compare
from pcgraph.cli.network_export import export
from pcgraph.cli.network_exposure import exposure
from pcgraph.cli.network_leads import leads
from pcgraph.cli.network_options import make_scope, scope_options
from pcgraph.cli.network_suggest import suggest
from pcgraph.cli.network_without import without
from pcgraph.cli.progress import Counting
from pcgraph.cli.reading import offer_values, open_for_reading, print_records
from pcgraph.query.files import Parameter
from pcgraph.render import Records

if TYPE_CHECKING:  # help needs no networkx
    from pcgraph.network.findings import Findings
    from pcgraph.store.base import Store

EXAMPLES = """\b
Examples:
  pcgraph network partners --theme T3
  pcgraph network partners --partner "Violence Reduction Unit"
  pcgraph network groups --output groups.xlsx
  pcgraph network ties
  pcgraph network measures --plan 2019-20
"""
_PARTNER = Parameter("partner", "Partner", "a partner's name or acronym", is_required=False, choices=())


class Options(TypedDict):
    """What `scope_options`, `output_options` and `data_option` give a command."""

    theme: str
    plan: str
    report: str
    roles: tuple[str, ...]
    is_stated_only: bool
    is_agreed_only: bool
    output_format: str | None
    output: Path | None
    data: Path


@click.group(epilog=EXAMPLES)
def command() -> None:
    """See who works with whom, and what rests on whom.

    Two partners work together where the papers name both as helping deliver one deliverable. Every
    answer speaks of the papers read so far: no mention is not no work.
    """


def _network_options(subcommand: Callable[..., object]) -> Callable[..., object]:
    return scope_options(output_options(data_option(subcommand)))


@command.command(epilog="\b\nExample:\n  pcgraph network partners --theme T3 --role delivers --role funds\n")
@click.option(
    "--partner",
    "names",
    multiple=True,
    shell_complete=offer_values(_PARTNER),
    metavar="NAME",
    help="Only this partner, measured in the whole network; may be given again.",
)
@_network_options
def partners(names: tuple[str, ...], **options: Unpack[Options]) -> None:
    """Each partner: with whom, on what, and what hangs on it."""
    from pcgraph.network.scope import resolve_partners
    from pcgraph.network.tables import to_partner_records

    store, found = _find(options)
    chosen, scope = resolve_partners(store, found.parts, found.scope, names)
    _print(to_partner_records(replace(found, scope=scope), [one.iri for one in chosen]), options)


@command.command(epilog="\b\nExample:\n  pcgraph network groups --plan 2019-20 --output groups.xlsx\n")
@_network_options
def groups(**options: Unpack[Options]) -> None:
    """Partners that work more with each other than with the rest."""
    from pcgraph.network.tables import to_group_records

    _print(to_group_records(_find(options)[1]), options)


@command.command(epilog="\b\nExample:\n  pcgraph network ties\n")
@_network_options
def ties(**options: Unpack[Options]) -> None:
    """Pairs of partners whose tie alone holds others to the rest."""
    from pcgraph.network.tables import to_only_tie_records

    _print(to_only_tie_records(_find(options)[1]), options)


@command.command(epilog="\b\nExample:\n  pcgraph network measures --theme T3\n")
@_network_options
def measures(**options: Unpack[Options]) -> None:
    """The network as a whole: its size, density, parts and groups."""
    from pcgraph.network.summary import to_measure_records

    _print(to_measure_records(_find(options)[1]), options)


def _find(options: Options) -> tuple[Store, Findings]:
    """The store, and all that is found of the network that the options ask for."""
    from pcgraph.network.measures import find_partner_measures

    store = open_for_reading(options["data"])
    scope = make_scope(
        theme=options["theme"],
        plan=options["plan"],
        report=options["report"],
        roles=options["roles"],
        is_stated_only=options["is_stated_only"],
        is_agreed_only=options["is_agreed_only"],
    )
    with Counting("Measuring the network", "steps") as counting:
        return store, find_partner_measures(store, scope, on_progress=counting.show)


def _print(records: Records, options: Options) -> None:
    print_records(records, options["output_format"], options["output"])


command.add_command(without)
command.add_command(exposure)
command.add_command(compare)
command.add_command(leads)
command.add_command(suggest)
command.add_command(export)
