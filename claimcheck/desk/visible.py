"""Text of articles made safe to show: one line, with nothing in it that a terminal would obey."""

from __future__ import annotations

import re
from unicodedata import category

_WHITE = re.compile(r"[ \t\n\r\f\v\u00a0\u2028\u2029]+")
_JOINERS = {0x200C, 0x200D}
"""Needed to write Persian, the languages of India, and emoji; they turn no text around."""

_LINK = re.compile(r"https?://[!-~]+", re.IGNORECASE)


class _Shown(dict[int, str]):
    """What stands on the screen for a code point, found when first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(code)
        return shown


def _shown(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if category(chr(code)) in {"Cc", "Cf", "Cs"} and code not in _JOINERS:
        return f"<U+{code:04X}>"
    return chr(code)


_TABLE = _Shown()


def visible(text: str) -> str:
    """Return `text` on one line, with control, escape, bidirectional and other invisible characters written out.

    White space becomes one space. Shown text does not change when it is made visible again.
    """
    return _WHITE.sub(" ", text).translate(_TABLE)


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: "1 claim", "2 claims"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def safe_link(url: str | None) -> str | None:
    """Return `url` if it may become a link: http or https, and nothing but printable ASCII."""
    return url if url and _LINK.fullmatch(url) else None
