"""The status line: how far a run has come, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from claimcheck.ports import Progress

T = TypeVar("T")

WORDS = {"extract": "reading article"}
"""What a stage is called while it lasts."""


@contextmanager
def status_line(silent: bool) -> Iterator[Progress]:
    """Give the progress of a run: shown on standard error where that is a terminal, else nowhere."""
    from claimcheck.ports import quiet

    if silent or not sys.stderr.isatty():
        yield quiet
        return
    from rich.console import Console

    with Console(stderr=True).status("loading the models") as status:

        def show(stage: str, items: Iterable[T], total: int | None = None, /) -> Iterator[T]:
            for number, item in enumerate(items, 1):
                status.update(f"{WORDS.get(stage, stage)} {number}{f' of {total}' if total else ''}")
                yield item
            status.update("laying the accounts side by side")

        yield show
