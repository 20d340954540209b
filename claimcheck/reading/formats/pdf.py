"""A PDF with text: its lines joined to paragraphs again, without what stands at the top or foot of every page."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count
from statistics import quantiles

from pypdf import PageObject, PdfReader

from claimcheck.errors import InputError
from claimcheck.reading.decode import without_surrogates
from claimcheck.reading.entry import Place, Text, Texts
from claimcheck.reading.formats.properties import title_shown
from claimcheck.reading.limits import ARTICLE_CHARACTERS, PDF_DRAWING_BYTES, PDF_OPERATIONS, PDF_PAGES, held_to
from claimcheck.reading.mojibake import repaired

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it finds odd is not for a terminal

_HINT = "save the pages that matter, or the text of the document"

_FULL = 0.8
"""The part of the usual width of a line that the last line of a paragraph does not reach, most often."""

_HEADING = 0.6
"""The part that a heading, a dateline or an item of a list does not reach."""

_PAGES_ALIKE = 3
"""Pages that a line has to stand on, at the top or the foot, to be no part of the text."""

_ENDS_SENTENCE = re.compile(r"[.!?…:]['\"”’»)\]]*$")
_STARTS = re.compile(r"[\"“‘«'(\[]*[A-Z0-9•–—-]")
_NUMBER = re.compile(r"\d+")


def texts(raw: bytes, file: str) -> Texts:
    """Return the text of a PDF. Its dates are those of the file, not of publication, and are not taken.

    Errors: `InputError` for a PDF that is locked, without text or of more than is read.
    """
    reader = PdfReader(BytesIO(raw), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{file} is locked with a password", "save it without one, or save its text")
    held_to(PDF_PAGES, len(reader.pages), f"{file} has too many pages", _HINT)
    pages = list(_lines(reader, file))
    text = "\n".join(_paragraphs([line for page in _bare(pages) for line in page]))
    if not text:
        raise InputError(
            f"{file} is a PDF without text: its pages are pictures", "have the text recognised, or type it"
        )
    mended = repaired(text, file)
    title = reader.metadata.title if reader.metadata else None
    return Texts((Text(Place(file), mended.text, title_shown(title, mended.text)),), mended.notices)


def _lines(reader: PdfReader, file: str) -> Iterator[list[str]]:
    read = drawn = 0
    steps = count(1)

    def step(*_: object) -> None:
        held_to(PDF_OPERATIONS, next(steps), f"{file} takes too many steps to draw", _HINT)

    for page in reader.pages:
        drawn += _drawing(page)
        held_to(PDF_DRAWING_BYTES, drawn, f"{file} has drawings of too many bytes", _HINT)
        text = without_surrogates(page.extract_text(visitor_operand_before=step)).replace("\0", "")
        read += len(text)
        held_to(ARTICLE_CHARACTERS, read, f"{file} has too many characters", _HINT)
        yield [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _drawing(page: PageObject) -> int:
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0  # an object without keys is false


def _bare(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Yield the pages without the lines at their top and foot that other pages have too, but for their numbers."""
    ends = Counter(_NUMBER.sub("#", line) for page in pages for line in {*page[:1], *page[-1:]})
    common = {line for line, count in ends.items() if count >= _PAGES_ALIKE}
    for page in pages:
        last = len(page) - 1
        yield [line for n, line in enumerate(page) if n not in (0, last) or _NUMBER.sub("#", line) not in common]


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, those of a paragraph as one; a hyphen that ends a line stays: it may be part of a word."""
    width = quantiles(map(len, lines), n=10)[-1] if len(lines) > 1 else 0
    block = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        block += line
        if not after or _ends(line, after, width):
            yield block
            block = ""
        elif not (line[-1] == "-" and len(line) > 1 and line[-2].isalpha()):
            block += " "


def _ends(line: str, after: str, width: float) -> bool:
    """Whether a paragraph ends with a line: a short one that ends a sentence, or a shorter one before a capital."""
    if _ENDS_SENTENCE.search(line) and len(line) < width * _FULL:
        return True
    return len(line) < width * _HEADING and _STARTS.match(after) is not None
