"""The command line in this process, with the fakes for models."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import fakes
import pytest
from commands import Command, Done

from claimcheck.cli.app import run


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Run a command in an empty folder, with what it reads from standard input."""
    monkeypatch.setattr("claimcheck.defaults.default_models", lambda _: fakes.FAKES)
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str | Path, pasted: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(pasted)))
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return invoke
