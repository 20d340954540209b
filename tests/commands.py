"""What a run of the command line comes to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Done:
    """The exit code, and what was written to standard output and standard error."""

    code: int
    out: str
    err: str


class Command(Protocol):
    """Runs a command, with what it reads from standard input."""

    def __call__(self, *arguments: str | Path, pasted: bytes = b"") -> Done: ...
