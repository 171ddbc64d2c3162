"""What the network commands share: the options that narrow a network, and its scope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from pcgraph.cli.reading import offer_values, to_view
from pcgraph.query.files import Parameter

if TYPE_CHECKING:  # help needs no networkx
    from pcgraph.network.scope import Scope

_F = TypeVar("_F", bound=Callable[..., object])
_THEME = Parameter("theme", "Theme", "a theme's code such as T3", is_required=False, choices=())
_PLAN = Parameter("plan", "Plan", "a plan's years such as 2018-21", is_required=False, choices=())
_REPORT = Parameter("report", "Document", "a report's id such as t3-2019q4", is_required=False, choices=())
_PLACE_OPTIONS = (
    click.option("--theme", default="", shell_complete=offer_values(_THEME), metavar="CODE", help="Only this theme."),
    click.option("--plan", default="", shell_complete=offer_values(_PLAN), metavar="YEARS", help="Only this plan."),
    click.option(
        "--report", default="", shell_complete=offer_values(_REPORT), metavar="ID", help="Only what this document says."
    ),
)
_PARTNER_OPTIONS = (
    *_PLACE_OPTIONS,
    click.option(
        "--role", "roles", multiple=True, metavar="ROLE", help="Only this part, such as funds; may be given again."
    ),
    click.option(
        "--stated-only", "is_stated_only", is_flag=True, help="Only that partners are named, not their parts."
    ),
    click.option("--agreed-only", "is_agreed_only", is_flag=True, help="Only what the office agreed to."),
)
_LEAD_OPTIONS = (
    *_PLACE_OPTIONS,
    click.option("--stated-only", "is_stated_only", is_flag=True, help="Only what documents state, as all leads are."),
    click.option(
        "--agreed-only", "is_agreed_only", is_flag=True, help="Nothing judged that the office did not agree to."
    ),
)


def scope_options(command: _F) -> _F:
    """`--theme`, `--plan`, `--report`, `--role`, `--stated-only` and `--agreed-only`, for `make_scope`."""
    return _add_options(command, _PARTNER_OPTIONS)


def lead_options(command: _F) -> _F:
    """The same without `--role`, which says nothing of leads."""
    return _add_options(command, _LEAD_OPTIONS)


def _add_options(command: _F, options: Sequence[Callable[[_F], _F]]) -> _F:
    for option in reversed(options):
        command = option(command)
    return command


def make_scope(
    *, theme: str, plan: str, report: str, is_stated_only: bool, is_agreed_only: bool, roles: tuple[str, ...] = ()
) -> Scope:
    """The scope that the options ask for.

    Raises:
        CallError: `--stated-only` and `--agreed-only` are both given.
    """
    from pcgraph.network.scope import Scope

    return Scope(theme, plan, report, roles, to_view(is_stated_only, is_agreed_only))
