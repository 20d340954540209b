"""Claims made by hand for the tests of grouping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from claimcheck.group import Material
from claimcheck.model import (
    Article,
    Aspect,
    Claim,
    Fact,
    Link,
    Mode,
    Proposition,
    Source,
    Span,
    Stance,
    Voice,
    propositions,
)

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

_DIMENSIONS = 4096


def fact(aspect: str, text: str, value: float | str | None = None, of: str | None = None, **more: Any) -> Fact:
    """A fact; its span is set where `claim` finds its words."""
    return Fact(Aspect(aspect), text, Span(0, 0), text if value is None else value, of=of, **more)


def claim(
    text: str, source: str = "Army", facts: Iterable[Fact] = (), *, at: int = 0, article: str = "a1", **more: Any
) -> Claim:
    """A claim with one proposition, `at` an offset of its article, which has the id `article-at`."""
    identity, outlet = f"{article}-{at}", f"Outlet {article}"
    placed = tuple(replace(f, span=_span(text, f.text, at)) for f in facts)
    proposition = Proposition(f"{identity}.1", identity, text, (Span(at, at + len(text)),), text, facts=placed)
    return Claim(
        id=identity,
        article=article,
        outlet=outlet,
        source=Source(source.lower(), source, "army", more.pop("side", None)),
        chain=(outlet, source),
        voice=Voice.ATTRIBUTED,
        mode=Mode.INDIRECT,
        stance=more.pop("stance", Stance.AFFIRM),
        text=text,
        spans=(Span(at, at + len(text)),),
        propositions=(replace(proposition, **more.pop("proposition", {})),),
    )


def narrated(text: str, facts: Iterable[Fact] = (), *, at: int = 0, article: str = "a1") -> Claim:
    """A claim in the outlet's own voice."""
    told = claim(text, f"Outlet {article}", facts, at=at, article=article)
    return replace(told, voice=Voice.NARRATION, mode=None)


def quoted(text: str, source: str = "Army", facts: Iterable[Fact] = (), **more: Any) -> Claim:
    """A direct quotation."""
    return replace(claim(text, source, facts, **more), mode=Mode.DIRECT)


def link(a: Claim, b: Claim, text: str = "describing the incident") -> Link:
    return Link(a.id, b.id, a.article, text, Span(0, len(text)))


def material(claims: Sequence[Claim], links: Sequence[Link] = (), days: dict[str, str] | None = None) -> Material:
    """The claims with their articles, published on 5 March 2024 or on the day given for an article."""
    texts: dict[str, str] = {}
    for c in claims:
        start = c.spans[0].start
        texts[c.article] = (
            texts.get(c.article, "")[:start].ljust(start) + c.text + texts.get(c.article, "")[start + len(c.text) :]
        )
    articles = {
        c.article: Article(c.article, texts[c.article], c.outlet, published=(days or {}).get(c.article, "2024-03-05"))
        for c in claims
    }
    return Material(
        tuple(articles.values()), tuple(claims), tuple(links), embed([p.standalone for p in propositions(claims)])
    )


def embed(texts: Sequence[str]) -> Vectors:
    """Hash the words of each text, and its runs of two words, into a unit row."""
    rows = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
    for i, text in enumerate(texts):
        found = text.lower().split()
        for word in (*found, *(" ".join(pair) for pair in pairwise(found))):
            rows[i, crc32(word.encode()) % _DIMENSIONS] += 1.0
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).round(6)


def _span(text: str, words: str, at: int) -> Span:
    start = at + max(0, text.find(words))
    return Span(start, start + len(words))
