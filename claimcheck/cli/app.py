"""The commands under one name, and how a run ends: with an exit code, never with a traceback."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli.check import check, claims
from claimcheck.cli.compare import compare
from claimcheck.cli.kept import cache
from claimcheck.cli.lists import models, sources
from claimcheck.cli.options import example
from claimcheck.cli.output import tell
from claimcheck.errors import ClaimcheckError

INTERRUPTED = 130
DEBUG = "CLAIMCHECK_DEBUG"
_RARELY = 200_000
"""New objects between two looks for dead cycles: of values that are frozen there are few, and looking takes a quarter
of a large run with Python's 700."""

app = typer.Typer(
    name="claimcheck",
    help="Lay the accounts of one incident side by side: who said what, where they agree, where they conflict.",
    epilog="claimcheck COMMAND --help says more, with an example.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    if version:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command(epilog=example("check statement.txt nna.txt --brief", "check - --outlet i24NEWS < pasted.txt"))(check)
app.command(epilog=example("claims report.txt --format csv --output claims.csv"))(claims)
app.command(epilog=example('compare "12 were killed" "Three people died"', "compare --pairs pairs.csv -f jsonl"))(
    compare
)
app.add_typer(sources, name="sources")
app.command(epilog=example("models"))(models)
app.command(epilog=example("cache --clear"))(cache)


def main() -> None:
    """Run the command line and end the program with its exit code."""
    gc.set_threshold(_RARELY, *gc.get_threshold()[1:])
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of a command; a problem is told on standard error in one line and a hint."""
    try:
        code = app(list(arguments), prog_name="claimcheck", standalone_mode=False)
    except ClaimcheckError as error:
        tell(error.message, error.hint)
        return error.exit_code
    except typer.TyperException as error:
        tell(_without_class(error.format_message()), f"{_command_of(error)} --help lists what there is")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Exception as error:  # a traceback helps no desk: it is there for those who ask for it
        return _unforeseen(error)
    if code == INTERRUPTED:
        tell("interrupted")
    return code or 0


def _command_of(error: typer.TyperException) -> str:
    """Return the command that was called wrongly: "claimcheck check"."""
    context: typer.Context | None = getattr(error, "ctx", None)
    return context.command_path if context else "claimcheck"


def _without_class(message: str) -> str:
    """Return the message on a wrong option without the name of the error that the parser of options puts in it."""
    return message.replace(": Value error, ", ": ", 1)


def _unforeseen(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    told = str(error).strip().splitlines() or ["no message"]
    tell(f"this should not happen: {type(error).__name__}: {told[0]}", f"please report it with what {DEBUG}=1 shows")
    return 1
