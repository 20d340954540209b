"""Quotations: what stands between quotation marks, over several paragraphs where they run on.

An unbalanced mark loses only itself: it opens or closes nothing, and the marks after it pair as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.model import Span
from claimcheck.ports import Passage

_MARK = re.compile(r"''|``|[\"“”„«»]|(?<!\w)‘|’(?!\w)|(?<![\w'])'(?=[\w\[(.…])|(?<=[^\s'])'(?![\w'])")
_CLOSERS = {"'": "'", "“": '”"', "„": "”“", "«": "»", "‘": "’", '"': '"”', "''": "''", "``": "''", "”": '”"', "»": "«"}
_EITHER = frozenset({'"', "''", "”", "»"})
"""Marks that open as well as close; a typist's ” and » open where they stand before a word."""


_JOINING = ("of", "the", "and", "for", "in", "on", "a")
_NAME = 6
"""Words of the longest name in quotation marks."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words inside a pair of marks: one span a paragraph. `outer` takes the marks in."""

    spans: tuple[Span, ...]
    outer: Span

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    span: Span
    opens: bool
    closes: bool


def find_quotations(passages: Iterable[Passage]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of the passages of one article, in text order."""
    found: list[Quotation] = []
    running: tuple[Span, ...] = ()
    for passage in passages:
        pairs, left = _pair(list(_marks(passage)))
        tail = (Span(left.span.end, passage.start + len(passage.text)),) if left else ()
        if running and pairs and pairs[0].outer.start == passage.start:
            spans = (*running, *pairs[0].spans)
            pairs[0] = Quotation(spans, Span(spans[0].start - 1, pairs[0].outer.end))
            running = tail
        elif running and left and left.span.start == passage.start:
            running = (*running, *tail)
        else:
            running = tail
        found.extend(pairs)
    return tuple(found)


def inner_quotations(text: str, span: Span) -> tuple[Quotation, ...]:
    """Return the quotations inside the words of another, in marks of any kind."""
    return find_quotations([Passage(text[span.start : span.end], span.start)])


def is_name(words: str) -> bool:
    """Whether quoted words are a name or a title: "Operation Granite Wall", all capitals but for what joins them."""
    found = words.split()
    return 1 < len(found) <= _NAME and all(w[0].isupper() or w in _JOINING for w in found) and words[-1] not in ".,!?"


def _marks(passage: Passage) -> Iterator[_Mark]:
    """Yield the quotation marks of a passage with what their surroundings let them do."""
    text = passage.text
    for match in _MARK.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        mark = match.group()
        at_word = bool(after) and not after.isspace() and after not in ".,;:!?)]"
        from_word = bool(before) and not before.isspace() and before not in "([—–"
        if mark == "'" and before == "s" and after.isspace():
            continue  # the sailors' union: no mark of quotation, or at least none that can be told
        opens = (
            mark in "“„«‘``"
            or (mark == "'" and not from_word)
            or (mark in _EITHER and at_word and not (from_word and before not in "-/'‘"))
        )
        closes = (mark in _EITHER and (from_word or not at_word)) or mark in ("’", "“", "«")
        closes = closes or (mark == "'" and from_word)
        yield _Mark(mark, Span(passage.start + match.start(), passage.start + match.end()), opens, closes)


def _pair(marks: list[_Mark]) -> tuple[list[Quotation], _Mark | None]:
    """Pair the marks of one passage; return also the mark that was left open."""
    found: list[Quotation] = []
    opened: _Mark | None = None
    for i, mark in enumerate(marks):
        if opened is None:
            if mark.opens and _is_closed(marks, i):
                opened = mark
        elif mark.closes and mark.text in _CLOSERS[opened.text] and mark.span.start > opened.span.end:
            inner = Span(opened.span.end, mark.span.start)
            found.append(Quotation((inner,), Span(opened.span.start, mark.span.end)))
            opened = None
        elif mark.opens and mark.text == opened.text and mark.text != "‘":
            opened = mark  # the mark before it was never closed
    left = next((m for m in reversed(marks) if m.opens and (not found or m.span.start >= found[-1].outer.end)), None)
    return found, left


def _is_closed(marks: list[_Mark], i: int) -> bool:
    """Whether a mark after `i` can close it before another of its kind opens; single marks need that most."""
    for later in marks[i + 1 :]:
        if later.closes and later.text in _CLOSERS[marks[i].text]:
            return True
        if later.opens and later.text == marks[i].text:
            return False
    return False
