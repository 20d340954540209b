"""A saved web page: its text without navigation and advertisements, and what its own metadata say.

A live blog is told by its metadata (LiveBlogPosting of schema.org) or by its entries, each headed by a time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping

import trafilatura
from lxml import html

from claimcheck.errors import InputError
from claimcheck.reading.decode import decode
from claimcheck.reading.entry import Place, Text, Texts
from claimcheck.reading.formats.markup import plain, tree_of, without_pictures, words_of
from claimcheck.reading.formats.metadata import described, live_updates
from claimcheck.reading.limits import MARKUP_CHARACTERS, held_to
from claimcheck.reading.timed import is_live

for library in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(library).addHandler(logging.NullHandler())  # what they find odd is not for a terminal


def texts(raw: bytes, file: str) -> Texts:
    """Return the article of a page, or the entries of a live blog.

    Errors: `InputError` for a page without an article or of more markup than is read.
    """
    decoded = decode(raw, file, declares=True)
    markup = without_pictures(decoded.text)
    held_to(MARKUP_CHARACTERS, len(markup), f"{file} has too many characters", "save the article alone, as text")
    tree = tree_of(markup)
    values = described(tree)
    live = tuple(_updates(tree, values, file)) or tuple(_live(tree, values, file))
    return Texts(live or (_article(tree, values, file),), decoded.notices)


def _article(tree: html.HtmlElement, values: Mapping[str, str], file: str) -> Text:
    document = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    text = document.text if document and not isinstance(document, dict) else None
    if document is None or isinstance(document, dict) or not text or not text.strip():
        raise InputError(f"{file} is a page without the text of an article", "save the text of the page and read that")
    named = {"title": document.title, "outlet": document.sitename, "url": document.url}
    return Text(Place(file), text, {key: value for key, value in named.items() if value} | {**values})


def _updates(tree: html.HtmlElement, values: Mapping[str, str], file: str) -> Iterator[Text]:
    for number, update in enumerate(live_updates(tree), 1):
        text = plain(update.pop("text", ""))
        if text:
            yield Text(Place(file, number, "entry"), text, {**values, "published": "", **update})


def _live(tree: html.HtmlElement, values: Mapping[str, str], file: str) -> Iterator[Text]:
    """Yield the page as one text where its entries are headed by times: what follows makes articles of them."""
    mains = tree.xpath("//main | //article[not(ancestor::main)][not(ancestor::article)]") or tree.xpath("//body")
    text = "\n".join(words_of(main) for main in mains)
    if is_live(text):
        yield Text(Place(file), text, values)
