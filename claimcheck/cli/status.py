"""The status line: how far a run has come, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from claimcheck.ports import Progress

T = TypeVar("T")

_TELLING = 3.0
"""Seconds after which a pace tells something."""
WORDS = {
    "extract": ("reading article", "laying the accounts side by side"),
    "compare": ("comparing pair", "comparing"),
}
"""What a stage is called while it lasts, and what goes on when all its items are taken."""


def pace(done: int, total: int | None, seconds: float) -> str:
    """Return how quickly a stage goes and how long it will still take, once that can be told."""
    if done == 0 or seconds < _TELLING:
        return ""
    rate = done / seconds
    shown = f", {rate:,.0f} a second" if rate >= 1 else f", {60 * rate:,.0f} a minute"
    if not total or total <= done:
        return shown
    left = round((total - done) / rate)
    return f"{shown}, about {f'{left // 60:,} min' if left >= 100 else f'{left} s'} left"


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
            during, after = WORDS.get(stage, (stage, stage))
            begun = monotonic()
            for number, item in enumerate(items, 1):
                done = f"{during} {number:,}{f' of {total:,}' if total else ''}"
                status.update(done + pace(number - 1, total, monotonic() - begun))
                yield item
            status.update(after)

        yield show
