"""Which lines of an article are prose, and the passages in which to parse them.

Lines that are no prose (navigation, captions, bylines, a headline repeated) are left out here, so that they never
become claims. A passage is a paragraph; its offset keeps every span in the text as it was read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from statistics import median

from claimcheck.extract.layout import Lead, is_signed_by, label_of, lead, lines_of, past_heading
from claimcheck.model import Article, Span
from claimcheck.ports import Passage

CLUTTER = 200
"""Characters of the longest line that can be navigation, a byline or the like: paragraphs are longer."""

WRAPPED = (40, 110)
"""Characters of the longest line of a text that was broken at a width, at least and at most."""

LONGEST = 6_000
"""Characters in a passage: a longer paragraph is parsed in parts, since a parse needs memory in proportion."""

_SIGNED = re.compile(r"^[\"“«‘'].*[\"”»’'][ \t]*(?:[-–—]{1,2}[ \t]*|: )\w[^.!?]*$")
_WORD = re.compile(r"\w+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,]['\"”’»)\]]*$|['\"”’»]$")
_DATELINE = re.compile(r"[A-Z][\w .,'’/-]{1,60}?(?:\([A-Z][\w /.-]{1,30}\) ?)?(?:—|–| --| -) ?(?=[\"“'A-Z])")
_AGENCY = re.compile(r"\([A-Z][\w /.-]{1,30}\) ?(?:—|–|--|-) ?(?=[\"“'A-Z])")


@cache
def _interviews() -> frozenset[str]:
    table = tomllib.loads(files("claimcheck.extract").joinpath("prose.toml").read_text(encoding="utf-8"))
    return frozenset(table["interviews"])


@cache
def _clutter() -> re.Pattern[str]:
    table = tomllib.loads(files("claimcheck.extract").joinpath("prose.toml").read_text(encoding="utf-8"))
    starts, wholes = "|".join(table["starts"]), "|".join(table["wholes"])
    return re.compile(rf"\W*(?:\d{{0,3}}\s?(?:{starts})|(?:{wholes})\W*$)", re.IGNORECASE)


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the paragraphs of prose in the body of an article, in text order, each with its offset."""
    lines = [line for line in _unwrapped(article.text, list(lines_of(article))) if not _is_clutter(article.text, line)]
    kept = _without_headlines(article, lines)
    return tuple(part for line in kept for part in _parts(article.text, _past_marks(article.text, line)))


def _is_clutter(text: str, line: Span) -> bool:
    return line.end - line.start <= CLUTTER and _clutter().match(text, *line) is not None


def _unwrapped(text: str, lines: list[Span]) -> Iterator[Span]:
    """Yield lines, those of a paragraph that was broken at a width as one."""
    block: list[Span] = []
    for line in lines:
        if block and text.count("\n", block[-1].end, line.start) > 1:
            yield from _joined(text, block)
            block = []
        block.append(line)
    yield from _joined(text, block)


def _joined(text: str, block: list[Span]) -> list[Span]:
    """Return the lines of a block as one, where they are of one width and most of them end amid a sentence."""
    widths = [line.end - line.start for line in block[:-1]]
    if len(block) < 3 or any(lead(text, line)[0] for line in block):
        return block
    if not WRAPPED[0] <= max(widths) <= WRAPPED[1] or median(widths) < max(widths) * 0.7:
        return block
    open_ended = [line for line in block[:-1] if not _ends_sentence(text, line)]
    return [Span(block[0].start, block[-1].end)] if len(open_ended) * 2 > len(widths) else block


def _ends_sentence(text: str, line: Span) -> bool:
    return _ENDS_SENTENCE.search(text[max(line.start, line.end - 8) : line.end]) is not None


def _without_headlines(article: Article, lines: list[Span]) -> list[Span]:
    """Leave out headlines and captions, which end like no sentence, and lines said before, where others are prose."""
    text = article.text
    if not any(_ends_sentence(text, line) for line in lines):
        return lines
    seen: set[str] = set()
    kept = []
    for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        words = " ".join(_WORD.findall(text[line.start : line.end].lower()))
        laid_out = lead(text, line)[0] is not Lead.NONE
        if laid_out or (words not in seen and (_ends_sentence(text, line) or _tells(text, above, line, below))):
            kept.append(line)
            seen.add(words)
    return kept


def _tells(text: str, above: Span | None, line: Span, below: Span | None) -> bool:
    """Whether a line that ends like no sentence tells who spoke: a signature, a quotation signed, a head."""
    words = text[line.start : line.end]
    if is_signed_by(text, above, line) or _SIGNED.search(words):
        return True
    introduces = below is not None and label_of(text, below) is not None
    return introduces and not _interviews().isdisjoint(words.lower().split())


def _past_marks(text: str, line: Span) -> Span:
    """Step over the marks of a list, a block quotation or an interview, or the dateline, before the words of a line."""
    kind, start = lead(text, line)
    if kind:
        return Span(start, line.end)
    past = _past_dateline(text, line)
    return Span(past_heading(text, past), line.end)


def _past_dateline(text: str, line: Span) -> Span:
    """Step over "BEIRUT (AFP) - " at the start of a paragraph."""
    match = _DATELINE.match(text, *line) or _AGENCY.match(text, *line)
    if match is None or (not match.group()[:2].isupper() and "(" not in match.group()):
        return line
    return Span(match.end(), line.end)


def _parts(text: str, line: Span) -> Iterator[Passage]:
    start = line.start
    while line.end - start > LONGEST:
        places = (text.rfind(mark, start, start + LONGEST) for mark in (". ", " "))
        cut = next((place for place in places if place > start), start)
        cut = cut + 1 if cut > start else start + LONGEST
        yield Passage(text[start:cut], start)
        start = cut
    yield Passage(text[start : line.end], start)
