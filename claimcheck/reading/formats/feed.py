"""An RSS or Atom feed: every entry an article, its HTML turned into text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import feedparser

from claimcheck.errors import InputError
from claimcheck.reading.dates import iso_date
from claimcheck.reading.decode import decode
from claimcheck.reading.entry import Place, Text, Texts
from claimcheck.reading.formats.markup import plain, without_pictures
from claimcheck.reading.limits import MARKUP_CHARACTERS, held_to

_ROOT = re.compile(r"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_OWN_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_IN_UTF8 = {"content-type": "application/xml; charset=utf-8"}


def texts(raw: bytes, file: str) -> Texts:
    """Return the entries of a feed that have words; the feed is their outlet unless one names its own.

    Errors: `InputError` for what is no feed, has no entry or defines entities of its own: they can grow without end.
    """
    decoded = decode(raw, file, declares=True)
    markup = without_pictures(decoded.text)
    held_to(MARKUP_CHARACTERS, len(markup), f"{file} has too many characters", "read a part of the feed")
    root = _ROOT.search(markup)
    if _OWN_ENTITY.search(markup, 0, root.start() if root else len(markup)):
        problem = f"{file} defines entities of its own, which no feed needs, and was not opened"
        raise InputError(problem, "get the feed again from where it was published")
    feed = feedparser.parse(BytesIO(markup.encode()), response_headers=_IN_UTF8)
    if not feed.version and not feed.entries:
        raise InputError(f"{file} is not an RSS or Atom feed", "save its text and read that")
    found = tuple(_entries(feed, file))
    if not found:
        raise InputError(f"{file} is a feed without an entry", "get the feed again, or save the articles")
    return Texts(found, decoded.notices)


def _entries(feed: Any, file: str) -> Iterator[Text]:
    for number, entry in enumerate(feed.entries, 1):
        title = " ".join(plain(entry.get("title", "")).split())
        text = _longest([content.get("value") for content in entry.get("content", [])]) or entry.get("summary", "")
        words = plain(text) or title
        if words:
            values = {
                "outlet": entry.get("source", {}).get("title") or feed.feed.get("title"),
                "title": title,
                "published": _dated(entry.get("published")),
                "updated": _dated(entry.get("updated")) if entry.get("updated") != entry.get("published") else "",
                "url": entry.get("link"),
            }
            yield Text(Place(file, number, "entry"), words, {key: value for key, value in values.items() if value})


def _longest(texts: list[str | None]) -> str:
    return max((text for text in texts if text), key=len, default="")


def _dated(text: str | None) -> str:
    """Return a date in our form where it is one, else as it stands, for a notice."""
    return iso_date(text) or text if text else ""
