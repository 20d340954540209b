"""Paths -> a corpus: find the files, open each, make entries of what it holds, settle their ids."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.knowledge import Registry, default_knowledge
from claimcheck.model import Corpus, Notice
from claimcheck.reading.dates import iso_date
from claimcheck.reading.decode import decode
from claimcheck.reading.entry import STAGE, STDIN, Found, shown, together
from claimcheck.reading.files import files_of, opened
from claimcheck.reading.formats import SHEETS, TEXTS, sheet, texts
from claimcheck.reading.ids import corpus_of
from claimcheck.reading.language import with_languages
from claimcheck.reading.masthead import headed
from claimcheck.reading.rows import WRITTEN, rows
from claimcheck.reading.tables import Defaults, Kind, article, table
from claimcheck.reading.timed import apart

PASTE = "-"
_COPIED = frozenset({"prose", "word", "pdf"})
"""Formats that are copied together by hand, heading and all; the others say of themselves who made them and when."""
_BEGINS = {
    ".json": re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{\s*\""),
    ".jsonl": re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\""),
    ".html": re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.IGNORECASE),
    ".pdf": re.compile(rb"%PDF-"),
}
"""How pasted bytes begin that are more than text."""


def read(
    paths: Sequence[Path | str],
    outlet: str | None = None,
    published: str | None = None,
    kind: Kind = "auto",
    registry: Registry | None = None,
) -> Corpus:
    """Return what the files, the folders and, for `-`, the text on standard input hold.

    `outlet` and `published` hold where a file gives none; `registry` knows the outlets that a heading may name, by
    default those of the package. One bad file among several becomes a notice.
    Errors: `InputError` where nothing can be read, or `published` is not an ISO date.
    """
    defaults = Defaults(outlet or None, _published(published))
    files, notices, problems = _files(paths)
    known = registry or default_knowledge().registry
    parts = [Found((), tuple(notices))]
    for file in files:
        try:
            parts.append(_file(file, kind, defaults, known))
        except InputError as error:
            problems.append(error)
    found = together(parts)
    if not found.entries:
        raise _all_bad(problems, notices)
    entries, foreign = with_languages(found.entries)
    bad = (Notice(STAGE, error.message) for error in problems)
    return corpus_of(entries, [*found.notices, *foreign, *bad])


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
    if "" in given:
        problems.append(InputError("a path is empty", "name a file or a folder, or give - for pasted text"))
    for path in sorted(given - {PASTE, ""}):
        try:
            files, left_out = files_of(Path(path))
        except InputError as error:
            problems.append(error)
            continue
        notices += left_out
        for file in files:
            once.setdefault(os.path.realpath(file), file)
    return [*sorted(once.values()), *([None] if PASTE in given else [])], notices, problems


def _file(file: Path | None, kind: Kind, defaults: Defaults, registry: Registry) -> Found:
    name = shown(file) if file else STDIN
    raw = opened(file)
    ending = file.suffix.lower() if file else _pasted_as(raw, kind)
    if ending not in TEXTS:
        return _table(raw, ending, name, kind, defaults)
    if kind == "claims":
        raise InputError(f"{name} is not a table of claims", f"--as claims reads {' '.join((*WRITTEN, *SHEETS))}")
    opened_texts = texts(raw, ending, name)
    copied = TEXTS[ending] in _COPIED
    parts = [apart(headed(text, registry) if copied else text) for text in opened_texts.texts]
    found = [article(t.values, t.text, t.place, defaults, t.body) for part in parts for t in part.texts]
    return together([Found((), opened_texts.notices), *(Found((), part.notices) for part in parts), *found])


def _table(raw: bytes, ending: str, name: str, kind: Kind, defaults: Defaults) -> Found:
    if ending in SHEETS:
        found, notices = sheet(raw, ending, name)
        return together([Found((), notices), table(found, kind, defaults, name)])
    decoded = decode(raw, name)
    return together([Found((), decoded.notices), table(rows(decoded, name, ending) or (), kind, defaults, name)])


def _pasted_as(raw: bytes, kind: Kind) -> str:
    for ending, begins in _BEGINS.items():
        if begins.match(raw):
            return ending
    return ".csv" if kind == "claims" else ".txt"


def _all_bad(problems: Sequence[InputError], notices: Sequence[Notice]) -> InputError:
    if not problems:
        found = "; ".join(notice.message for notice in notices) or "nothing to read"
        return InputError(found, "give a file, a folder, or - for pasted text")
    more = f" (and {len(problems) - 1} more that cannot be read)" if len(problems) > 1 else ""
    return InputError(problems[0].message + more, problems[0].hint)
