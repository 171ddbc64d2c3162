"""The command line: one file a command. A command parses, calls one function, prints."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

from pcgraph import __version__
from pcgraph.cli.console import report_bug, report_error
from pcgraph.errors import PcgraphError

COMMANDS = {
    "ingest": "Read documents into the tables.",
    "review": "Judge what was recognised in the documents.",
    "propose": "Propose outcomes and earlier versions to judge.",
    "build": "Make the graph from the tables.",
    "query": "List the questions, or ask one.",
    "ask": "Ask in your own words.",
    "sparql": "Answer a query of your own, in SPARQL.",
    "check": "Check coverage and consistency.",
    "evidence": "Show where each fact about a thing stands.",
    "changes": "Tell what changed from one report to a later one.",
    "diff": "Tell two datasets or graphs apart in plain words.",
    "network": "See who works with whom, and what rests on whom.",
    "paper": "Write the paper that a board gets on one report.",
    "draw": "Draw a diagram: a page, or a picture for a paper.",
    "export": "Write the graph for other programs.",
}
"""Every command with its line in the help; its code lies in `pcgraph/cli/<name>.py` as `command`."""

EXAMPLES = """\b
Examples:
  pcgraph ingest framework.txt report.txt
  pcgraph build
  pcgraph query not-green
  pcgraph check --fail-on error
"""


class LazyGroup(click.Group):
    """Imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the order of an office's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"pcgraph.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from the table above, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pcgraph")
def cli() -> None:
    """Police and crime plans as a graph to question, check and draw."""


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Exit codes: 0 fine, 1 findings at or above `--fail-on`, 2 wrong call or input, 3 our own bug.
    """
    try:
        result = cli.main(args, prog_name="pcgraph", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code if error.exit_code != 1 else 2
    except PcgraphError as error:
        report_error(error)
        return error.exit_code
    except (BrokenPipeError, SystemExit):  # click exits where a pipe is broken
        return 0  # who reads the output has read enough
    except OSError as error:
        from pcgraph.files import describe_os_error  # only when something is wrong

        report_error(describe_os_error(error, "use"))
        return 2
    except Exception as error:  # the one place where our own bugs end
        report_bug(error)
        return 3
