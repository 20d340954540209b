"""Claims made by hand for the tests of grouping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

ASPECTS = {aspect.value: aspect for aspect in Aspect}


def fact(aspect: str, text: str, value: float | str | None = None, of: str | None = None, **more: Any) -> Fact:
    return Fact(ASPECTS[aspect], text, Span(0, len(text)), text if value is None else value, of=of, **more)


def claim(text: str, source: str = "Army", facts: Iterable[Fact] = (), **more: Any) -> Claim:
    """One claim with one proposition. `article`, `at`, `voice`, `mode`, `stance`, `split` and the rest by name."""
    article, at = more.pop("article", "a1"), more.pop("at", 0)
    identity = more.pop("id", f"{article}-{at}")
    split = more.pop("split", (text,))
    outlet = more.pop("outlet", f"Outlet {article}")
    voice = more.pop("voice", Voice.ATTRIBUTED)
    parts = [
        Proposition(
            f"{identity}.{n}",
            identity,
            part,
            (Span(at + n, at + n + len(part)),),
            part,
            facts=tuple(facts),
            **more.pop("props", {}),
        )
        for n, part in enumerate(split)
    ]
    return Claim(
        id=identity,
        article=article,
        outlet=outlet,
        source=Source(source.lower(), source, "army", more.pop("side", None)),
        chain=(outlet, source),
        voice=voice,
        mode=more.pop("mode", None if voice is Voice.NARRATION else Mode.INDIRECT),
        stance=more.pop("stance", Stance.AFFIRM),
        text=text,
        spans=(Span(at, at + len(text)),),
        propositions=tuple(parts),
        **more,
    )


def embed(texts: Sequence[str]) -> Vectors:
    """Hash the words and the runs of two words of each text into a unit row of 64 numbers."""
    rows = np.zeros((len(texts), 64), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        found = text.lower().split()
        for word in (*found, *(" ".join(pair) for pair in pairwise(found))):
            row[crc32(word.encode()) % 64] += 1.0
        row[:] /= max(float(np.linalg.norm(row)), 1e-9)
    return rows.round(6)


def material(claims: Sequence[Claim], links: Sequence[Link] = (), published: str | None = "2024-03-05") -> Material:
    articles = {c.article: Article(c.article, "", c.outlet, published=published) for c in claims}
    return Material(
        tuple(articles.values()), tuple(claims), tuple(links), embed([p.standalone for p in propositions(claims)])
    )
