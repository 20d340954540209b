"""The status line is for terminals alone, and is gone when the work is done."""

from __future__ import annotations

from io import StringIO

import pytest

from claimcheck.cli.status import WORDS, pace, status_line


class Terminal(StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "silent", "shown"), [(Terminal(), False, True), (Terminal(), True, False), (StringIO(), False, False)]
)
def test_a_status_is_shown_on_terminals_alone(
    monkeypatch: pytest.MonkeyPatch, stream: StringIO, silent: bool, shown: bool
) -> None:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with status_line(silent) as progress:
        assert list(progress("extract", iter("abc"), 3)) == ["a", "b", "c"]
    assert bool(stream.getvalue()) is shown
    assert not shown or stream.getvalue().endswith("\x1b[2K"), "the line is wiped"


@pytest.mark.parametrize("stage", WORDS)
def test_what_goes_on_is_told_while_items_are_taken_and_after(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    told: list[str] = []
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setattr("rich.status.Status.update", lambda _, status: told.append(status))
    with status_line(silent=False) as progress:
        assert list(progress(stage, iter("ab"), 2)) == ["a", "b"]
    during, after = WORDS[stage]
    assert told == [f"{during} 1 of 2", f"{during} 2 of 2", after]


@pytest.mark.parametrize(
    ("done", "total", "seconds", "shown"),
    [
        (0, 10, 60, ""),
        (5, 10, 1, ""),
        (100, 400, 10, ", 10 a second, about 30 s left"),
        (100, 100_000, 10, ", 10 a second, about 166 min left"),
        (2, 8, 60, ", 2 a minute, about 3 min left"),
        (30, None, 10, ", 3 a second"),
    ],
)
def test_a_pace_is_told_in_words(done: int, total: int | None, seconds: float, shown: str) -> None:
    assert pace(done, total, seconds) == shown
