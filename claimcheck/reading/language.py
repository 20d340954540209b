"""Which language a text is in: English by its commonest words, others by a model of letters, none where it is short."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

from claimcheck.model import Notice
from claimcheck.reading.entry import Entry, noticed

SAMPLE = 3_000
"""Characters that a language is told from, at the start of the text."""

SHORT = 20
"""Letters of a text that is too short to tell: a few names look like anything."""

ENGLISH_WORDS = 0.12
"""The share of the words below in English: 0.25 to 0.4 in news, under 0.1 in others."""

SURE = 0.7
"""The probability at which a text is in another language: of 7,714 English texts of news, sentences and headlines among
them, none comes to it, and 2 to 0.5; two sentences of another language come to 0.77 and more."""

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    _WORD.findall(
        "a about after and are as at been but by for from had has have he his in is it its not of on or said she that "
        "the their there they this to was we were which who will with"
    )
)


def with_languages(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Notice, ...]]:
    """Return the entries with the language of each article, and a notice for each that is not in English."""
    told = tuple(_with_language(entry) for entry in entries)
    return told, tuple(_foreign(entry) for entry in told if not entry.article.in_english)


def language_of(text: str) -> str | None:
    """Return the language of a text as a code of ISO 639, "en" for English; none where it cannot be told."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if sum(map(len, words)) < SHORT:
        return None
    if sum(word in _COMMON for word in words) >= ENGLISH_WORDS * len(words):
        return "en"
    code, probability = _identifier().classify(text[:SAMPLE])
    return str(code) if probability >= SURE else None


def _with_language(entry: Entry) -> Entry:
    article = entry.article
    return replace(
        entry, article=replace(article, language=article.language or language_of(article.text[article.body :]))
    )


def _foreign(entry: Entry) -> Notice:
    name = _named(entry.article.language or "")
    return noticed(entry.place, f"is in {name}; only English is read: no claims are looked for in it")


def _named(code: str) -> str:
    return str(import_module("babel").Locale("en").languages.get(code, code))


@cache
def _identifier() -> Any:  # py3langid has no types
    """Load the model when the first text is not plainly English: it takes a second and 100 MB."""
    return import_module("py3langid.langid").LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)
