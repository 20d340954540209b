"""Bytes -> text. Line ends stay as they are; a byte order mark is dropped; what was garbled is repaired."""

from __future__ import annotations

import codecs
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from importlib import import_module
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.model import Notice
from claimcheck.reading.entry import STDIN, noticed
from claimcheck.reading.mojibake import repaired

_BOMS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DECLARED = re.compile(rb"""<(?:\?xml[^>]*?\bencoding|meta[^>]*?\bcharset)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 2048
"""Bytes in which a page or a feed declares its encoding: browsers look at 1,024."""

_SAMPLE = 50_000
"""Bytes that an encoding is told from, beginning with the line of the first that is not UTF-8."""

_LIKELY = "cp1252"
"""What English text that is not UTF-8 is nearly always in: taken wherever it reads as well as any other."""

_KNOWN = (
    *(_LIKELY, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_5"),
    *("iso8859_6", "iso8859_8", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "cp949"),
)
"""The encodings that are looked for: those that texts are still saved in."""

_AS_GOOD = 0.05
"""How much messier, of 1, Windows-1252 may look than another encoding and still be taken."""

_SAVE = "save the text as UTF-8 and read that"


class Decoded(NamedTuple):
    """The text of a file, whether it opened with a byte order mark, and what was odd about it."""

    text: str
    marked: bool
    notices: tuple[Notice, ...]


def decode(raw: bytes, name: str, declares: bool = False) -> Decoded:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or else another encoding with a notice.

    `declares` says that a page or a feed may name its encoding in its head, which is taken where it fits.
    Errors: `InputError` for a file that is empty or no text.
    """
    text, marked, notices = _decoded(raw, name, declares)
    if not text.strip():
        hint = "paste a text, or send one through a pipe" if name == STDIN else "give a file with text in it"
        raise InputError(f"{name} is empty", hint)
    mended = repaired(text, name)
    return Decoded(mended.text, marked, (*notices, *mended.notices))


def without_surrogates(text: str) -> str:
    """Return `text` with each lone surrogate, which no encoding can hold, as U+FFFD."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _decoded(raw: bytes, name: str, declares: bool) -> Decoded:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return Decoded(_strict(raw[len(mark) :], encoding, name), True, ())
    if b"\0" in raw:
        raise InputError(f"{name} is not a text file (it holds NUL bytes)", _SAVE)
    try:
        return Decoded(raw.decode("utf-8"), False, ())
    except UnicodeDecodeError as error:
        declared = _declared(raw) if declares else None
        if declared and (text := _tried(raw, declared)) is not None:
            return Decoded(text, False, ())
        return _guessed(raw, error, name)


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"{name} has the mark of {encoding.upper()} but is not (line {_line(raw, error)})"
        raise InputError(problem, _SAVE) from error


def _declared(raw: bytes) -> str | None:
    """Return the codec of the encoding that the head of a page or feed names, none for one that is not known."""
    found = _DECLARED.search(raw[:_HEAD])
    try:
        codec = codecs.lookup(found[1].decode("ascii", "replace")) if found else None
    except LookupError:
        return None
    if codec is None or codec.name.startswith("utf"):
        return None  # it is none of these, or it would have been read as one
    return _LIKELY if codec.name in ("iso8859-1", "ascii") else codec.name


def _tried(raw: bytes, encoding: str) -> str | None:
    try:
        return without_surrogates(raw.decode(encoding))
    except (UnicodeError, LookupError):  # LookupError: a codec such as hex, which is no encoding of text
        return None


def _guessed(raw: bytes, error: UnicodeDecodeError, name: str) -> Decoded:
    encoding = _encoding_of(_sample(raw, error.start))
    text = _tried(raw, encoding) if encoding else None
    if encoding is None or text is None:
        problem = f"{name} is neither UTF-8 nor in another encoding that could be told (line {_line(raw, error)})"
        raise InputError(problem, _SAVE)
    where = f"byte 0x{raw[error.start]:02x} on line {_line(raw, error)}"
    shown = f"Windows-{encoding[2:]}" if encoding.startswith("cp125") else encoding.upper().replace("_", "-")
    told = f"not UTF-8 ({where}); read as {shown}: check names and quotation marks"
    return Decoded(text, False, (noticed(name, told),))


def _sample(raw: bytes, start: int) -> bytes:
    """Return the bytes from the line of `start` on, cut at a space: half a character would mislead."""
    begin = raw.rfind(b"\n", max(0, start - _SAMPLE), start) + 1
    piece = raw[begin : begin + _SAMPLE]
    return piece[: piece.rfind(b" ")] if len(piece) == _SAMPLE and b" " in piece[start - begin + 1 :] else piece


def _encoding_of(sample: bytes) -> str | None:
    matches = list(import_module("charset_normalizer").from_bytes(sample, cp_isolation=list(_KNOWN)))
    if not matches:
        return _LIKELY
    likely = next((match for match in matches if _LIKELY in match.could_be_from_charset), None)
    if likely and likely.chaos <= matches[0].chaos + _AS_GOOD:
        return _LIKELY
    return str(matches[0].encoding)


def _line(raw: bytes, error: UnicodeDecodeError) -> int:
    return raw.count(b"\n", 0, error.start) + 1
