"""How much is read: what a desk has stays far below, and memory stays bounded whatever a file holds."""

from __future__ import annotations

from claimcheck.errors import InputError

FILE_BYTES = 50_000_000
"""Bytes of a file: a year's table of claims, a saved page with its pictures. A file is held in memory whole."""

TEXT_BYTES = 4_000_000
"""Bytes of a file that is one text: no text of `ARTICLE_CHARACTERS` has more in UTF-8."""

ARTICLE_CHARACTERS = 1_000_000
"""Characters of an article: five novels. All its sentences are held as trees at once, about 2 kB a word."""

MARKUP_CHARACTERS = 3_000_000
"""Characters of a page or a feed without its pictures: a page of a million takes ten seconds to clean."""

UNPACKED_BYTES = 100_000_000
"""Bytes of all that a .docx or .xlsx unpacks to: pictures hardly grow, and a zip bomb grows a thousand times."""

UNPACKED_XML_BYTES = 30_000_000
"""Bytes of its XML: as a tree it needs ten times that."""

SHEET_ROWS = 100_000
"""Rows of a sheet: more are a database. A sheet may claim a million with a few bytes."""

PDF_PAGES = 500
"""Pages of a PDF: a report of a commission. Reading one takes about 50 ms."""

PDF_DRAWING_BYTES = 20_000_000
"""Bytes of the drawing of all pages, pictures aside: a page of text has 10 kB. They need forty times that in memory."""

PDF_OPERATIONS = 2_000_000
"""Steps of all drawings, those that are used again counted again. A page has a thousand; 50,000 take a second."""


def held_to(limit: int, count: int, what: str, hint: str) -> None:
    """Hold a count to its limit; `what` names the file and what is counted, as in "a.pdf has too many pages".

    Errors: `InputError` where there are more.
    """
    if count > limit:
        raise InputError(f"{what}: {count:,}, and at most {limit:,} are read", hint)
