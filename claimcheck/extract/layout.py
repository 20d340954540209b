"""What stands before the words of a line: a mark of quotation, of a list, of a question or an answer; how it is signed.

Texts that are laid out tell by it who speaks: "> " begins a line of a block quotation, "- " and "08:20 – " an item of
a list, "Q:" and "A:" an interview, and a line of its own "— Nora Lind" signs what stands above it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files

from claimcheck.model import Article, Span


class Lead(StrEnum):
    """What the marks at the start of a line make of it."""

    NONE = ""
    BLOCK = "block"
    ITEM = "item"
    QUESTION = "question"
    ANSWER = "answer"


_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"\w")
_QUOTES = "\"“”„«»'‘’"
_BLOCK = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"(?:[•·‣▪●*][ \t]*|[-–—][ \t]+|\(?\d{1,2}[.)][ \t]+)(?=[^\s*])")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?[ \t]*[-–—:][ \t]+", re.IGNORECASE)
_QUESTION = re.compile(r"(?:Q|Question)(?:\d{1,2})?(?::|\.(?=[ \t]))[ \t]*")
_ANSWER = re.compile(r"(?:A|Answer)(?:\d{1,2})?(?::|\.(?=[ \t][A-Z]))[ \t]*")
_DASHED = re.compile(r"[-–—]{1,2}[ \t]*(?=[A-Za-z])")
_LABEL = re.compile(r"([^\s:.!?\"“«‘>][^\n:.!?\"“«‘]{0,58}?)[ \t]?:[ \t]+(?=\S)")
_LONGEST_SIGNATURE = 120
"""Characters of the longest signature: a name with an office and an occasion."""


def lines_of(article: Article) -> Iterator[Span]:
    """Yield the lines of the body that hold a word, without the white space around them."""
    text = article.text
    for match in _LINE.finditer(text, article.body):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.end() - len(words) + len(words.rstrip())
        if _WORD.search(text, start, end):
            yield Span(start, end)


def lead(text: str, line: Span) -> tuple[Lead, int]:
    """Return what a line is by the marks at its start, and where its words begin."""
    start = line.start
    kind = Lead.NONE
    if match := _BLOCK.match(text, *line):
        kind, start = Lead.BLOCK, match.end()
    for pattern, found in (
        (_BULLET, Lead.ITEM),
        (_CLOCK, Lead.ITEM),
        (_QUESTION, Lead.QUESTION),
        (_ANSWER, Lead.ANSWER),
    ):
        if kind in (Lead.NONE, Lead.ITEM) and (match := pattern.match(text, start, line.end)):
            kind, start = found, match.end()
    return (kind, start) if start < line.end else (Lead.NONE, line.start)


def is_signed_by(text: str, above: Span | None, line: Span) -> bool:
    """Whether a line signs a quotation on the line above it: "— Nora Lind, captain of the ferry"."""
    words = text[line.start : line.end].lstrip("> \t")
    if above is None or not _DASHED.match(words) or len(words) > _LONGEST_SIGNATURE or ":" in words:
        return False
    quoted = text[above.start] == ">" or text[above.end - 1] in _QUOTES
    return quoted and words[-1] not in "!?…"


def past_dash(text: str, start: int, end: int) -> int:
    """Return where the words begin behind a dash at `start`."""
    match = _DASHED.match(text, start, end)
    return match.end() if match else start


def label_of(text: str, line: Span) -> Span | None:
    """Return the words before a colon at the start of a line, "Lund: ..."; none where they announce no speaker."""
    match = _LABEL.match(text, *line)
    if match is None or match.group(1).lower() in no_speakers():
        return None
    return Span(*match.span(1))


def past_heading(text: str, line: Span) -> int:
    """Return where the words begin behind a heading that announces no speaker: "Breaking: army says ..."."""
    match = _LABEL.match(text, *line)
    return match.end() if match and match.group(1).lower() in no_speakers() else line.start


@cache
def no_speakers() -> frozenset[str]:
    """Return what stands before a colon and is no speaker: "Breaking", "Watch"."""
    table = tomllib.loads(files("claimcheck.extract").joinpath("prose.toml").read_text(encoding="utf-8"))
    return frozenset(table["no_speakers"])
