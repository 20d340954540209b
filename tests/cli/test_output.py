"""What is written, and where: a file is whole or not there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.cli.output import emit, emit_parts, ready
from claimcheck.errors import InputError, OutputError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    emit("first\r\n“ü”", output)
    emit("second", output)
    assert output.read_bytes() == b"second"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    emit("text", tmp_path / "out.json")
    assert (tmp_path / "out.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    output.touch(mode=0o600)
    emit("text", output)
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    emit("text", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"text"


def test_a_device_is_not_replaced() -> None:
    emit("text", Path(os.devnull))
    assert not Path(os.devnull).is_file()


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "out.json"
    output.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OutputError, match="No space left on device"):
        emit("after", output)
    monkeypatch.undo()
    assert output.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_found_at_once(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        ready(tmp_path / "out.json")


def test_an_error_on_the_way_leaves_no_draft(tmp_path: Path) -> None:
    def parts() -> Iterator[str]:
        yield "first"
        raise InputError("the file ends in the middle", "")

    with pytest.raises(InputError):
        emit_parts(parts(), tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []
