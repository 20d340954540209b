"""The values between a file and the corpus: where something stood, a row of a table, an article as found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.model import Article, Notice, Statement

STDIN = "standard input"
STAGE = "read"
QUOTED = 60
"""Characters of a file that a message quotes at most."""


class Place(NamedTuple):
    """Where something was read, for messages and for ids: a file, and a line or a row of it."""

    file: str
    number: int = 0
    unit: str = "line"

    @property
    def name(self) -> str:
        """The name of the file, without its folders."""
        return Path(self.file).name

    def __str__(self) -> str:
        return f"{self.file}, {self.unit} {self.number}" if self.number else self.file


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV, JSON or JSONL file: the columns that hold a string, those that hold another thing.

    `bad` says why there are none.
    """

    place: Place
    values: Mapping[str, str]
    unread: tuple[str, ...] = ()
    bad: InputError | None = None


class Text(NamedTuple):
    """One text of a file, with what the file says of it by the names of a header; `body` is where its words begin."""

    place: Place
    text: str
    values: Mapping[str, str]
    body: int = 0


class Texts(NamedTuple):
    """The texts of a file, and what was odd about it."""

    texts: tuple[Text, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as found. Its id, and those of its statements, are "" where the input gives none.

    `rows` are the places of `statements`.
    """

    place: Place
    article: Article
    statements: tuple[Statement, ...] = ()
    rows: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What one file, or all of them, came to."""

    entries: tuple[Entry, ...] = ()
    notices: tuple[Notice, ...] = ()


def together(parts: Iterable[Found]) -> Found:
    """Return the entries and the notices of all `parts`, in their order."""
    parts = tuple(parts)
    entries = tuple(entry for part in parts for entry in part.entries)
    return Found(entries, tuple(notice for part in parts for notice in part.notices))


def shown(path: Path) -> str:
    """Return a path as text that can be encoded, whatever bytes the file's name is made of."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def brief(value: str) -> str:
    """Return a value from a file as it is quoted in a message: whatever it is, a message is a line that can be read."""
    return repr(value if len(value) <= QUOTED else f"{value[:QUOTED]}...")


def listed(names: Sequence[str]) -> str:
    """Return the names of columns as a message lists them: the first dozen, none too long."""
    short = [" ".join(name[:QUOTED].split()) for name in names[:12]]
    return ", ".join([*short, *(["..."] if len(names) > 12 else [])]) or "none"


def noticed(place: Place | str, problem: str) -> Notice:
    """Return a notice of something wrong at a place."""
    return Notice(STAGE, f"{place}: {problem}")
