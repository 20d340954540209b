"""Files as they should not be: those of `make odd-files`, smaller, with limits that are as much lower."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.odd_files import ODD, Odd
from claimcheck.errors import InputError
from claimcheck.reading import read

SMALLER = {"pictures.pdf": 3, "folder": 300, "pages.pdf": 600, "nested.eml": 300, "far-row.xlsx": 100_001}


def smaller(odd: Odd) -> int:
    """Return a size that still does what the file is for: a bomb has to be larger than what is read."""
    if odd.name in SMALLER:
        return SMALLER[odd.name]
    return 110_000_000 if "bomb." in odd.name else odd.size


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.name)
def test_it_is_read_or_refused_in_a_line(tmp_path: Path, odd: Odd) -> None:
    path = tmp_path / odd.name
    odd.write(path, smaller(odd))
    told = lines(path)
    assert any(odd.said in line for line in told) or not odd.said
    assert all(len(line) < 1_000 for line in told)


def lines(path: Path) -> list[str]:
    """Return what is said of a file: why it is refused, or the notices."""
    try:
        corpus = read([path])
    except InputError as error:
        return [error.message]
    return [notice.message for notice in corpus.notices]
