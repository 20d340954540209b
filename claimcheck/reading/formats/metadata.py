"""What a page says of itself: the meta elements of its head and its JSON-LD. Nothing is guessed from its text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import html

from claimcheck.reading.dates import iso_date

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "pubdate", "publishdate"),
    *("publish-date", "publish_date", "date"),
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_OUTLET = ("og:site_name",)
_TITLE = ("og:title", "dc.title", "twitter:title")
_DEPTH = 8
"""How deep things stand in JSON-LD: an article in a list in a graph."""


def described(tree: html.HtmlElement) -> dict[str, str]:
    """Return outlet, title, published, updated and url as far as a page says."""
    metas = _metas(tree)
    article = next((thing for thing in _things(tree) if _is_article(thing)), {})
    publisher = article.get("publisher")
    found = {
        "outlet": _first([*_named(metas, _OUTLET), publisher.get("name") if isinstance(publisher, dict) else None]),
        "title": _first([*_named(metas, _TITLE), article.get("headline")]),
        "published": _date(
            [*_named(metas, _PUBLISHED[:2]), article.get("datePublished"), *_named(metas, _PUBLISHED[2:])]
        ),
        "url": _address([*tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url")]),
        "updated": _date([*_named(metas, _UPDATED[:1]), article.get("dateModified"), *_named(metas, _UPDATED[1:])]),
    }
    return {key: value for key, value in found.items() if value}


def live_updates(tree: html.HtmlElement) -> Iterator[dict[str, str]]:
    """Yield the entries of a live blog that a page's JSON-LD holds: text, with title and published where given."""
    for thing in _things(tree):
        updates = thing.get("liveBlogUpdate") if _is_article(thing) else None
        for update in updates if isinstance(updates, list) else ():
            if isinstance(update, dict) and isinstance(update.get("articleBody"), str):
                title, published = _first([update.get("headline")]), _date([update.get("datePublished")])
                yield {"text": update["articleBody"]} | _given(title=title, published=published)


def _given(**values: str | None) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """Return the meta elements by name, and the elements with a property of schema.org, the first of each."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if element.tag == "time" and "pubdate" in element.attrib:
            name = "pubdate"
        if value := (element.get("content") or element.get("datetime") or "").strip():
            metas.setdefault(name.lower(), value)
    return metas


def _named(metas: dict[str, str], names: Iterable[str]) -> list[str | None]:
    return [metas.get(name) for name in names]


def _first(values: Iterable[object]) -> str | None:
    return next((" ".join(value.split()) for value in values if isinstance(value, str) and value.strip()), None)


def _address(values: Iterable[object]) -> str | None:
    return next((str(value) for value in values if str(value).startswith(("https://", "http://"))), None)


def _date(values: Iterable[object]) -> str | None:
    return next((date for value in values if isinstance(value, str) and (date := iso_date(value))), None)


def _things(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _objects(json.loads(script.text or "", strict=False), _DEPTH)
            except (ValueError, RecursionError):
                continue  # pages often hold JSON that is none: what the rest of the page says is enough


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects of a list, a graph or an object that tells what it is about, the outer first."""
    if isinstance(value, dict):
        yield value
    inner = value if isinstance(value, list) else value.get("@graph") if isinstance(value, dict) else None
    for item in inner if isinstance(inner, list) and depth else ():
        yield from _objects(item, depth - 1)


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(str(kind).endswith(("Article", "Posting")) for kind in (kinds if isinstance(kinds, list) else [kinds]))
