"""Markup -> plain text, for what holds it inside: entries of feeds, mails, pages of short entries."""

from __future__ import annotations

import re

import html_text
from lxml import html

_PICTURE = re.compile(r"""\bdata:[\w/+.;=-]{0,80},[^"'\s)>]{200,}""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_MARKUP = re.compile(r"<(?:[a-zA-Z!/])|&#?\w{1,10};")


def without_pictures(markup: str) -> str:
    """Return markup without the pictures that a saved page holds as text."""
    return _PICTURE.sub("", markup)


def tree_of(markup: str) -> html.HtmlElement:
    """Return the tree of a page. A declaration of its encoding is left out: it is decoded already."""
    return html.document_fromstring(_DECLARATION.sub("", markup, count=1), parser=html.HTMLParser(encoding="utf-8"))


def plain(markup: str) -> str:
    """Return the words of a piece of HTML, a line a paragraph; what is no HTML comes back as it is."""
    if not _MARKUP.search(markup):
        return markup.strip()
    return lines_of(html_text.extract_text(without_pictures(markup)))


def words_of(tree: html.HtmlElement) -> str:
    """Return the words of a tree, a line a paragraph."""
    cleaned = html_text.cleaner.clean_html(tree)
    return lines_of(html_text.etree_to_text(cleaned))


def lines_of(text: str) -> str:
    """Return text without blank lines and without spaces at the ends of its lines."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
