"""Where text goes: data to standard output or a file, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import OutputError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimcheck.model import Notice


def tell(message: str, hint: str = "") -> None:
    """Say on standard error what went wrong, in one line, and what to do about it in another."""
    _to_stderr(f"claimcheck: {message}")
    if hint:
        _to_stderr(f"  hint: {hint}")


def tell_notices(notices: Iterable[Notice], quiet: bool = False) -> None:
    """Say on standard error what did not stop the run."""
    for notice in () if quiet else notices:
        _to_stderr(f"note: {notice.message}")


def ready(output: Path | None) -> None:
    """Find out before the work whether its result can be written.

    Errors: `OutputError` where it cannot.
    """
    if output is None:
        return
    if output.is_dir():
        raise OutputError(f"{output} is a folder", "name a file to write to")
    if not output.parent.is_dir():
        raise OutputError(f"the folder {output.parent} does not exist", "make it first, or write elsewhere")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise OutputError(f"{output} cannot be written", "check the permissions, or write elsewhere")


def emit(text: str, output: Path | None = None) -> None:
    """Write data as UTF-8 to standard output, or to a file that is then whole or not there."""
    emit_parts([text], output)


def emit_parts(parts: Iterable[str], output: Path | None = None) -> None:
    """Write data as `emit` does, each part as it comes."""
    data = (part.encode("utf-8", "replace") for part in parts)
    if output is None:
        _to_stdout(data)
    else:
        _to_file(data, output)


def emit_view(
    views: Iterable[RenderableType], output: Path | None = None, plain: bool = False, whole: bool = False
) -> None:
    """Draw views as wide as the terminal, or as COLUMNS says; without colour where they are plain or go to a file.

    Where lines are to stay `whole`, none is broken or cut.
    """
    from rich.console import Console

    coloured = False if plain or output else sys.stdout.isatty() or None

    def drawn() -> Iterator[str]:
        for view in views:
            page = StringIO()
            console = Console(file=page, force_terminal=coloured, highlight=False, markup=False, emoji=False)
            console.print(view, soft_wrap=whole)
            yield page.getvalue()

    emit_parts(drawn(), output)


def _to_stdout(data: Iterable[bytes]) -> None:
    try:
        sys.stdout.flush()
        for part in data:
            sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # where what is left goes when the program ends
        if not isinstance(error, BrokenPipeError):  # else whoever reads has seen enough
            raise OutputError(f"cannot write to standard output: {error.strerror}", "write elsewhere") from error


def _to_file(data: Iterable[bytes], output: Path) -> None:
    target = Path(os.path.realpath(output))
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():  # a device or a named pipe is written to, not replaced
            _write(data, target)
            return
        _write(data, draft)
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}", "check the folder and its permissions") from error
    finally:
        draft.unlink(missing_ok=True)


def _write(data: Iterable[bytes], path: Path) -> None:
    with path.open("wb") as file:
        file.writelines(data)


def _to_stderr(line: str) -> None:
    shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)
    print(shown, file=sys.stderr)  # noqa: T201 - the command line is the printer
