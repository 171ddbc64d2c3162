"""What the network commands share: the options that narrow a network, and its scope."""

from __future__ import annotations

from collections.abc import Callable
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
_OPTIONS = (
    click.option("--theme", default="", shell_complete=offer_values(_THEME), metavar="CODE", help="Only this theme."),
    click.option("--plan", default="", shell_complete=offer_values(_PLAN), metavar="YEARS", help="Only this plan."),
    click.option(
        "--report", default="", shell_complete=offer_values(_REPORT), metavar="ID", help="Only what this document says."
    ),
    click.option(
        "--role", "roles", multiple=True, metavar="ROLE", help="Only this part, such as funds; may be given again."
    ),
    click.option(
        "--stated-only", "is_stated_only", is_flag=True, help="Only that partners are named, not their parts."
    ),
    click.option("--agreed-only", "is_agreed_only", is_flag=True, help="Only what the office agreed to."),
)


def scope_options(command: _F) -> _F:
    """`--theme`, `--plan`, `--report`, `--role`, `--stated-only` and `--agreed-only`, for `make_scope`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def make_scope(
    *, theme: str, plan: str, report: str, roles: tuple[str, ...], is_stated_only: bool, is_agreed_only: bool
) -> Scope:
    """The scope that the options ask for.

    Raises:
        CallError: `--stated-only` and `--agreed-only` are both given.
    """
    from pcgraph.network.scope import Scope

    return Scope(theme, plan, report, roles, to_view(is_stated_only, is_agreed_only))
