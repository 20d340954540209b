"""The store: what is kept comes back, what is spoilt or out of reach is missing and told, nothing stops a run."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.cache import Store, default_path

VALUES = {f"k{n}": bytes([n % 256]) * n for n in range(1200)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "kept.sqlite"


def test_what_is_kept_comes_back(path: Path) -> None:
    with closing(Store(path)) as store:
        assert store.recall(["k1"]) == {}
        store.keep(VALUES)
        store.keep({"k1": b"new"})
    with closing(Store(path)) as store:
        assert store.recall([*VALUES, "other"]) == {**VALUES, "k1": b"new"}
        assert store.size().entries == len(VALUES)
        full = store.size().bytes
        store.clear()
        assert store.size().entries == 0
        assert store.size().bytes < full / 10
        assert not store.notices


def test_what_nobody_asked_for_in_a_month_is_dropped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_700_000_000.0
    for later, there in ((0, {"a", "b"}), (20, {"a"}), (40, {"a"})):
        monkeypatch.setattr("time.time", lambda later=later: now + later * 86_400)
        with closing(Store(path)) as store:
            if not later:
                store.keep({"a": b"1", "b": b"2"})
            assert set(store.recall(["a"])) == {"a"}
            if later != 20:
                assert set(store.recall(["a", "b"])) == there


@pytest.mark.parametrize(
    "content", [b"not a database at all, whatever it is called" * 200, b"SQLite format 3\0" + b"x" * 9000]
)
def test_a_spoilt_file_begins_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with closing(Store(path)) as store:
        store.keep({"a": b"1"})
        assert store.recall(["a"]) == {"a": b"1"}
        assert ["was spoilt" in notice.message for notice in store.notices] == [True]


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=400))
def test_a_file_overwritten_anywhere_never_stops_a_run(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("store") / "kept.sqlite"
    with closing(Store(path)) as store:
        store.keep(VALUES)
    with path.open("r+b") as file:
        file.seek(at)
        file.write(junk)
    with closing(Store(path)) as store:
        found = store.recall(list(VALUES))
        assert all(VALUES[key] == value for key, value in found.items())
        store.keep({"a": b"1"})
        assert store.recall(["a"]) in ({"a": b"1"}, {})


def test_a_value_that_changed_on_disk_is_missing(path: Path) -> None:
    with closing(Store(path)) as store:
        store.keep({"a": b"1", "b": b"2"})
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE kept SET value = x'33' WHERE key = 'a'")
    with closing(Store(path)) as store:
        assert store.recall(["a", "b"]) == {"b": b"2"}


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with closing(Store(tmp_path / "file" / "kept.sqlite")) as store:
        store.keep({"a": b"1"})
        assert store.recall(["a"]) == {}
        assert store.size() == (0, 0)
        assert ["is not used" in notice.message for notice in store.notices] == [True]


def written(path: Path, name: str) -> bool:
    with closing(Store(path)) as store:
        for n in range(50):
            store.keep({f"{name}{n}": name.encode()})
        return not store.notices


def opened(path: Path) -> bool:
    with closing(Store(path)) as store:
        return not store.notices


def test_processes_share_it(path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        assert all(pool.map(written, [path, path], ["a", "b"]))
    with closing(Store(path)) as store:
        assert store.size().entries == 100


def test_processes_open_a_new_file_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        for n in range(20):
            new = tmp_path / str(n) / "kept.sqlite"
            assert all(pool.map(opened, [new] * 4))


def test_it_is_in_the_folder_for_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path().is_relative_to(tmp_path)
