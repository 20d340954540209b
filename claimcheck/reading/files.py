"""Paths -> the files to read, in one order whatever the order of the paths."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from claimcheck.errors import InputError
from claimcheck.model import Notice
from claimcheck.reading.entry import STDIN, noticed, shown
from claimcheck.reading.formats import SHEETS, TEXTS
from claimcheck.reading.limits import FILE_BYTES, TEXT_BYTES
from claimcheck.reading.rows import WRITTEN

ENDINGS = (*TEXTS, *WRITTEN, *SHEETS)
_HINT = f"claimcheck reads {' '.join(ENDINGS)}, folders of them, and - for pasted text"


def files_of(path: Path) -> tuple[list[Path], list[Notice]]:
    """Return the file that `path` is, or those below it that can be read, with a notice of what was left out.

    Errors: `InputError` for a path that is missing, is no file or folder or has an unknown ending, and for a folder
    with nothing to read.
    """
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise InputError(f"{shown(path)} does not exist", "check the path")
    if not path.is_file():
        raise InputError(f"{shown(path)} is neither a file nor a folder", _HINT)
    if path.suffix.lower() not in ENDINGS:
        raise InputError(f"{shown(path)} has an ending that is not read: {path.suffix or 'none'}", _HINT)
    return [path], []


def opened(file: Path | None) -> bytes:
    """Return what a file holds, or standard input in place of none.

    Errors: `InputError` where it cannot be read, or is larger than what is read.
    """
    name = shown(file) if file else STDIN
    limit = TEXT_BYTES if file and TEXTS.get(file.suffix.lower()) == "prose" else FILE_BYTES
    try:
        raw, size = _held(file, limit) if file else _pasted(sys.stdin.buffer, limit)
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}", "check the file and its permissions") from error
    if size > limit:
        told = f"{name} is larger than what is read: {size:,} bytes, at most {limit:,}"
        raise InputError(told, "split it, or save the part that matters")
    return raw


def _held(file: Path, limit: int) -> tuple[bytes, int]:
    """Return what a file holds and its size; nothing where that is beyond the limit."""
    size = file.stat().st_size
    if size > limit:
        return b"", size
    with file.open("rb") as opened:
        return _pasted(opened, limit)  # it may have grown since


def _pasted(stream: IO[bytes], limit: int) -> tuple[bytes, int]:
    raw = stream.read(limit + 1)
    return raw, len(raw)


def _folder(folder: Path) -> tuple[list[Path], list[Notice]]:
    closed: list[Path] = []
    kinds: dict[str, list[Path]] = {kind: [] for kind in ("", *_LEFT_OUT)}
    for path in _below(folder, closed):
        kinds[_kind(path, folder)].append(path)
    if not kinds[""]:
        raise InputError(f"{shown(folder)} holds no file that can be read", _HINT)
    kinds["that cannot be opened"] += closed
    return kinds[""], [notice for kind in _LEFT_OUT for notice in _left_out(folder, kinds[kind], kind)]


_LEFT_OUT = (
    *("hidden", "with another ending", "about the folder itself", "part of a saved page", "that cannot be opened"),
    "not a file",
)


def _kind(path: Path, folder: Path) -> str:
    """Return why a path below a folder is left out; "" where it is read."""
    if any(part.startswith(".") for part in path.relative_to(folder).parts):
        return "hidden"
    if not path.is_file():
        return "not a file"
    if any(_is_beside_page(folder / above) for above in path.relative_to(folder).parents):
        return "part of a saved page"
    if path.suffix.lower() not in ENDINGS:
        return "with another ending"
    return "about the folder itself" if path.stem.lower() == "readme" else ""


def _is_beside_page(folder: Path) -> bool:
    """Whether a folder holds the pictures of a page that a browser saved beside it."""
    page, is_called_so = folder.name.removesuffix("_files"), folder.name.endswith("_files")
    return is_called_so and any((folder.parent / (page + ending)).is_file() for ending in (".html", ".htm"))


def _below(folder: Path, closed: list[Path]) -> Iterator[Path]:
    """Yield the files below `folder`, sorted, and hidden folders unopened; links are followed, each folder once.

    Folders that cannot be opened are added to `closed`.
    """
    seen = set()

    def shut(error: OSError) -> None:
        closed.append(Path(error.filename))

    for here, folders, names in os.walk(folder, onerror=shut, followlinks=True):
        seen.add(os.path.realpath(here))
        hidden = [name for name in folders if name.startswith(".")]
        folders[:] = sorted(n for n in folders if n not in hidden and os.path.realpath(Path(here, n)) not in seen)
        yield from (Path(here, name) for name in sorted([*names, *hidden]))


def _left_out(folder: Path, paths: Iterable[Path], what: str) -> Iterator[Notice]:
    names = [shown(path.relative_to(folder)) for path in paths]
    if names:
        shortened = [*names[:5], *(["..."] if len(names) > 5 else [])]
        yield noticed(shown(folder), f"left out {len(names)} {what}: {', '.join(shortened)}")
