"""Bytes -> text. Line ends stay as they are; a byte order mark is dropped."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.model import Notice
from claimcheck.reading.entry import noticed

_BOMS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """The text of a file, whether it opened with a byte order mark, and what was odd about it."""

    text: str
    marked: bool
    notices: tuple[Notice, ...]


def decode(raw: bytes, name: str) -> Decoded:
    """Return the text of a file that is UTF-8, or UTF-16 with its mark, or else Windows-1252 with a notice.

    Errors: `InputError` for a file that is empty or no text.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return Decoded(_filled(_strict(raw[len(mark) :], encoding, name), name), True, ())
    if b"\0" in raw:
        raise InputError(f"{name} is not a text file (it holds NUL bytes)", "save the text as UTF-8 and read that")
    try:
        return Decoded(_filled(raw.decode("utf-8"), name), False, ())
    except UnicodeDecodeError as error:
        text = _filled(_strict(raw, "cp1252", name), name)
        return Decoded(text, False, (noticed(name, _not_utf8(raw, error)),))


def without_surrogates(text: str) -> str:
    """Return `text` with each lone surrogate, which no encoding can hold, as U+FFFD."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"{name} is neither UTF-8 nor Windows-1252 (line {_line(raw, error)})"
        if encoding != "cp1252":
            problem = f"{name} has the mark of {encoding.upper()} but is not (line {_line(raw, error)})"
        raise InputError(problem, "save the text as UTF-8 and read that") from error


def _filled(text: str, name: str) -> str:
    if not text.strip():
        raise InputError(f"{name} is empty", "give a file with text in it")
    return text


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> str:
    where = f"byte 0x{raw[error.start]:02x} on line {_line(raw, error)}"
    return f"not UTF-8 ({where}); read as Windows-1252: check names and quotation marks"


def _line(raw: bytes, error: UnicodeDecodeError) -> int:
    return raw.count(b"\n", 0, error.start) + 1
