"""A store of bytes under keys, in one SQLite file that several processes can use at once.

It never stops a run: what cannot be read is missing, what cannot be written is not kept, and a notice says so.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar
from zlib import crc32

from platformdirs import user_cache_path

from claimcheck.model import Notice

T = TypeVar("T")

STAGE = "cache"
_WAIT = 30
"""Seconds to wait for another process that writes."""
_AGAIN = 0.01
"""Seconds between two tries to open the file in the way that lets several share it."""
_UNUSED = 30
"""Days after which what nobody asked for is dropped."""
_AT_ONCE = 500
"""Keys of one question: SQLite's own limit was 999 for long."""
SPOILT = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What is raised where a file holds other bytes than were written, a key that is no text any more among them."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB, check_ INTEGER, day INTEGER) WITHOUT ROWID"


class Size(NamedTuple):
    """How much is kept."""

    entries: int
    bytes: int


def default_path() -> Path:
    """Return where the cache is: in the folder for caches of this system, `XDG_CACHE_HOME` on Linux."""
    return user_cache_path("claimcheck") / "kept.sqlite"


class Store:
    """Keeps bytes under keys. `notices` say what did not work."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notices: list[Notice] = []
        self._today = int(time.time() // 86_400)
        self._base: sqlite3.Connection | None = None
        self._open()

    def recall(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the values of those keys that are there and whole."""
        found: dict[str, bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = partial(_recalled, keys=keys[start : start + _AT_ONCE], today=self._today)
            found |= self._guarded(some, dict[str, bytes]())
        return found

    def keep(self, values: Mapping[str, bytes]) -> None:
        """Keep values under their keys, in place of what was there."""
        rows = [(key, value, crc32(value), self._today) for key, value in values.items()]
        self._guarded(partial(_kept, rows=rows), None)

    def size(self) -> Size:
        """Return how many entries there are, and the bytes on disk."""
        entries = self._guarded(_counted, 0)
        return Size(entries, sum(path.stat().st_size for path in self._files() if path.exists()))

    def clear(self) -> None:
        """Drop everything."""
        self._guarded(_cleared, None)

    def close(self) -> None:
        """Close the file; what was kept stays."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def _guarded(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Return what a piece of work comes to; where the file is spoilt or out of reach, `otherwise`."""
        if self._base is None:
            return otherwise
        try:
            return work(self._base)
        except sqlite3.OperationalError as error:
            self._give_up(error)
        except SPOILT:
            self._start_anew()
        return otherwise

    def _open(self) -> None:
        try:
            self._base = _opened(self.path, self._today)
        except (OSError, sqlite3.OperationalError) as error:
            self._give_up(error)
        except SPOILT:
            self._start_anew()

    def _start_anew(self) -> None:
        self.close()
        self.notices.append(Notice(STAGE, f"the cache {self.path} was spoilt: it begins anew"))
        try:
            for path in self._files():
                path.unlink(missing_ok=True)
            self._base = _opened(self.path, self._today)
        except (OSError, *SPOILT) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self.close()
        self.notices.append(Notice(STAGE, f"the cache {self.path} is not used: {error}"))

    def _files(self) -> list[Path]:
        return [self.path.with_name(self.path.name + end) for end in ("", "-wal", "-shm")]


def _opened(path: Path, today: int) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(path, timeout=_WAIT, isolation_level="IMMEDIATE")  # who writes waits at the start
    try:
        _share(base)
        base.execute("PRAGMA synchronous = NORMAL")
        with base:
            base.execute(_TABLE)
            base.execute("DELETE FROM kept WHERE day < ?", (today - _UNUSED,))
    except (sqlite3.Error, UnicodeDecodeError):
        base.close()
        raise
    return base


def _share(base: sqlite3.Connection) -> None:
    """Let others read while one writes; SQLite does not wait by itself where another process does the same now."""
    until = time.monotonic() + _WAIT
    while True:
        try:
            base.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_AGAIN)
        else:
            return


def _recalled(base: sqlite3.Connection, keys: Sequence[str], today: int) -> dict[str, bytes]:
    marks = ",".join("?" * len(keys))
    with closing(base.execute(f"SELECT key, value, check_, day FROM kept WHERE key IN ({marks})", keys)) as rows:
        found = rows.fetchall()
    if any(day != today for *_, day in found):
        with base:
            base.execute(f"UPDATE kept SET day = ? WHERE key IN ({marks})", (today, *keys))
    return {key: value for key, value, check, _ in found if isinstance(value, bytes) and crc32(value) == check}


def _kept(base: sqlite3.Connection, rows: Sequence[tuple[str, bytes, int, int]]) -> None:
    with base:
        base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)


def _counted(base: sqlite3.Connection) -> int:
    return int(base.execute("SELECT count(*) FROM kept").fetchone()[0])


def _cleared(base: sqlite3.Connection) -> None:
    with base:
        base.execute("DELETE FROM kept")
    base.execute("VACUUM")
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # or the file of what is yet to be written keeps its size
