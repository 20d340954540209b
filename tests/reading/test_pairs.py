"""Files of pairs of sentences: a bad row says so and the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.reading import pairs, read_pairs


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("p.csv", "a,b\nx,y\n,y\nx,y,z\nu,v\n", [None, "line 3: no a", "line 4: 3 cells but 2 columns", None]),
        ("p.csv", 'id,B,A\n1,"y, yes",x\n2,"y"z,x\n3,y,x\n', [None, "line 3: not CSV", None]),
        ("p.jsonl", '{"a": "x", "b": "y"}\n{"a": "x"\n\n{"a": "x"}\n', [None, "line 2: not JSON", "line 4: no b"]),
        ("p.json", '[{"a": "x", "b": "y"}, 3]', [None, "row 2: not a JSON object"]),
    ],
)
def test_bad_rows_say_so(tmp_path: Path, name: str, content: str, rows: list[str | None]) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    found = list(read_pairs(tmp_path / name))
    assert [row.number for row in found] == list(range(1, len(rows) + 1))
    for row, expected in zip(found, rows, strict=True):
        assert expected in row.error if expected and row.error else row.error == expected


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("p.txt", "x", "not a file of pairs"),
        ("p.csv", "left,right\nx,y\n", "no columns a and b; it has left, right"),
        ("p.csv", "", "is empty"),
    ],
)
def test_a_bad_file_is_an_error(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_pairs(tmp_path / name)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read_pairs(tmp_path / "p.csv")


@pytest.mark.parametrize("name", ["p.csv", "p.jsonl"])
def test_a_large_file_is_read_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    row = '{"a": "Three \u2028 fled.", "b": "Two fled."}\r\n' if name == "p.jsonl" else 'Three fled.,"Two\nfled."\r\n'
    (tmp_path / name).write_text(("" if name == "p.jsonl" else "a,b\n") + row * 5, encoding="utf-8", newline="")
    whole = list(read_pairs(tmp_path / name))
    monkeypatch.setattr(pairs, "_SMALL", 1)
    assert list(read_pairs(tmp_path / name)) == whole
    assert len(whole) == 5


def test_a_large_file_that_is_not_utf_8_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "p.csv").write_bytes(b"a,b\nx,\xe9\n")
    monkeypatch.setattr(pairs, "_SMALL", 1)
    with pytest.raises(InputError, match=r"p\.csv is not UTF-8"):
        read_pairs(tmp_path / "p.csv")
