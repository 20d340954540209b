"""A measure of quality: a name, a value, and what it was measured on."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, higher is better unless `lower_is_better`."""

    name: str
    value: float
    lower_is_better: bool = False

    def holds(self, floor: float) -> bool:
        return self.value <= floor if self.lower_is_better else self.value >= floor


def corpus_hash(paths: Sequence[Path]) -> str:
    """Return 16 hexadecimal digits over the bytes of the files, in the order given."""
    digest = sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def scored(script: Path, *arguments: Path | str) -> str:
    """Return what a scorer of the data prints."""
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def figure(pattern: str, text: str) -> float:
    """Return the number that the first group of `pattern` finds in a scorer's output."""
    found = re.search(pattern, text, re.DOTALL)
    if found is None:
        raise ValueError(f"the scorer's output has no {pattern!r}:\n{text}")
    return float(found[1])
