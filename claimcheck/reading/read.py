"""Paths -> a corpus: find the files, open each, make entries of what it holds, settle their ids."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from claimcheck.errors import InputError
from claimcheck.model import Corpus, Notice
from claimcheck.reading.dates import iso_date
from claimcheck.reading.entry import STAGE, STDIN, Found, Place, noticed, shown, together
from claimcheck.reading.files import files_of, opened
from claimcheck.reading.header import HEADER_KEYS, header
from claimcheck.reading.ids import corpus_of
from claimcheck.reading.rows import rows
from claimcheck.reading.tables import Defaults, Kind, article, table

PASTE = "-"
_PASTED_JSON = re.compile(r"\s*(\[\s*)?\{\s*\"")


def read(
    paths: Sequence[Path | str],
    outlet: str | None = None,
    published: str | None = None,
    kind: Kind = "auto",
    stdin: IO[bytes] | None = None,
) -> Corpus:
    """Return what the files, the folders and, for `-`, the pasted text of `paths` hold.

    `outlet` and `published` hold where a file gives none. One bad file among several becomes a notice.
    Errors: `InputError` where nothing can be read, or `published` is not an ISO date.
    """
    defaults = Defaults(outlet or None, _published(published))
    files, notices, problems = _files(paths)
    parts = [Found((), tuple(notices))]
    for file in files:
        try:
            parts.append(_file(file, kind, defaults, stdin))
        except InputError as error:
            problems.append(error)
    found = together(parts)
    if not found.entries:
        raise _all_bad(problems, notices)
    return corpus_of(found.entries, [*found.notices, *(Notice(STAGE, error.message) for error in problems)])


def _published(given: str | None) -> str | None:
    if given and not iso_date(given):
        raise InputError(f"published {given!r} is not a date", "give it like 2018-12-08 or 2018-12-08T14:00")
    return iso_date(given) if given else None


def _files(paths: Iterable[Path | str]) -> tuple[list[Path | None], list[Notice], list[InputError]]:
    """Return the files of `paths`, each once, sorted; None stands for pasted text and comes last."""
    once: dict[str, Path] = {}
    notices: list[Notice] = []
    problems: list[InputError] = []
    given = {str(path) for path in paths}
    for path in sorted(given - {PASTE}):
        try:
            files, left_out = files_of(Path(path))
        except InputError as error:
            problems.append(error)
            continue
        notices += left_out
        for file in files:
            once.setdefault(os.path.realpath(file), file)
    return [*sorted(once.values()), *([None] if PASTE in given else [])], notices, problems


def _file(file: Path | None, kind: Kind, defaults: Defaults, stdin: IO[bytes] | None) -> Found:
    name = shown(file) if file else STDIN
    decoded = opened(file, stdin)
    found = rows(decoded, name, file.suffix.lower() if file else _pasted_as(decoded.text, kind))
    if found is None and kind == "claims":
        raise InputError(f"{name} is not a table of claims", "--as claims reads .csv .json .jsonl")
    parts = table(found, kind, defaults, name) if found is not None else _prose(decoded.text, name, defaults)
    return together([Found((), decoded.notices), parts])


def _prose(text: str, name: str, defaults: Defaults) -> Found:
    values, body = header(text)
    if not text[body:].strip():
        raise InputError(f"{name} holds a header and no text", "write the text below the header")
    found = article(values, text, Place(name), defaults, body)
    return together([Found((), tuple(_unknown(values, name))), found])


def _pasted_as(text: str, kind: Kind) -> str:
    start = _PASTED_JSON.match(text)
    if start:
        return ".json" if start[1] else ".jsonl"
    return ".csv" if kind == "claims" else ".txt"


def _unknown(values: Iterable[str], name: str) -> Iterator[Notice]:
    unknown = [key for key in values if key not in HEADER_KEYS]
    if unknown:
        yield noticed(name, f"the header's {', '.join(unknown)} means nothing here; known are {', '.join(HEADER_KEYS)}")


def _all_bad(problems: Sequence[InputError], notices: Sequence[Notice]) -> InputError:
    if not problems:
        found = "; ".join(notice.message for notice in notices) or "nothing to read"
        return InputError(found, "give a file, a folder, or - for pasted text")
    more = f" (and {len(problems) - 1} more that cannot be read)" if len(problems) > 1 else ""
    return InputError(problems[0].message + more, problems[0].hint)
