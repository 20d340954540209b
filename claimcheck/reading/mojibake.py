"""Text that was garbled by a wrong encoding (“donâ€™t”), and its repair: docs/decisions/0015-the-text-as-read.md."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import NamedTuple

from claimcheck.model import Notice
from claimcheck.reading.entry import Place, noticed


class Repaired(NamedTuple):
    """The text, and a notice where it was garbled."""

    text: str
    notices: tuple[Notice, ...] = ()


def repaired(text: str, place: Place | str) -> Repaired:
    """Return `text` with what a wrong encoding did to it undone, and nothing else changed: quotation marks stay."""
    if text.isascii():
        return Repaired(text)
    mended = str(_ftfy().fix_text(text, _encoding_alone()))
    if mended == text:
        return Repaired(text)
    pairs = enumerate(zip(text.split("\n"), mended.split("\n"), strict=False), 1)
    lines = [number for number, (before, after) in pairs if before != after] or [1]
    where = f"line {lines[0]}" if len(lines) == 1 else f"{len(lines)} lines, the first line {lines[0]}"
    problem = f"garbled by a wrong encoding on {where}, and repaired: check names and quotation marks"
    return Repaired(mended, (noticed(place, problem),))


@cache
def _ftfy():  # type: ignore[no-untyped-def]  # a module, loaded when a text is not ASCII
    return import_module("ftfy")


@cache
def _encoding_alone():  # type: ignore[no-untyped-def]  # a value of that module
    kept = ("unescape_html", "remove_terminal_escapes", "fix_latin_ligatures", "fix_character_width", "uncurl_quotes")
    also = ("fix_line_breaks", "fix_surrogates", "remove_control_chars", "restore_byte_a0")
    return _ftfy().TextFixerConfig(**dict.fromkeys((*kept, *also), False), normalization=None)
