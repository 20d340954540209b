"""The status line is for terminals alone, and is gone when the work is done."""

from __future__ import annotations

from io import StringIO

import pytest

from claimcheck.cli.status import status_line


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
