"""A Word document: its paragraphs, those in tables and text boxes too, a line each. Tracked changes count as made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from claimcheck.errors import InputError
from claimcheck.reading.entry import Place, Text, Texts
from claimcheck.reading.formats.packed import packed
from claimcheck.reading.formats.properties import title_shown
from claimcheck.reading.mojibake import repaired

_PARAGRAPH, _FALLBACK = qn("w:p"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
_WORDS = qn("w:t")


def texts(raw: bytes, file: str) -> Texts:
    """Return the text of a document. Its dates are those of the file, not of publication, and are not taken.

    Errors: `InputError` for a document without text.
    """
    document = Document(packed(raw, file, "a Word document"))
    lines = (line.strip() for paragraph in _paragraphs(document.element.body) for line in paragraph.splitlines())
    text = "\n".join(line for line in lines if line)
    if not text:
        raise InputError(f"{file} is a document without text", "a picture of a text has to be typed or recognised")
    mended = repaired(text, file)
    values = title_shown(document.core_properties.title, mended.text)
    return Texts((Text(Place(file), mended.text, values),), mended.notices)


def _paragraphs(body: Any) -> Iterator[str]:
    """Yield the words of each paragraph in the order of the document, those of a text box before what holds it."""
    for paragraph in body.iter(_PARAGRAPH):
        if not any(ancestor.tag == _FALLBACK for ancestor in paragraph.iterancestors()):
            yield "".join(_words(paragraph))


def _words(paragraph: Any) -> Iterator[str]:
    for child in paragraph:
        if child.tag == _WORDS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag != _PARAGRAPH:
            yield from _words(child)
