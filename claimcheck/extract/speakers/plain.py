"""Institutions of which a country has one, called by the noun alone: "the army", "police", "the Interior Ministry".

Which country's it is, the article does not say. All its mentions in one article are one source; whether those of
several articles are one is seen from all of them together (`across`).
"""

from __future__ import annotations

from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.scene import Mention, Scene, before_comma
from claimcheck.knowledge import Pattern
from claimcheck.model import Source, stable_id


def institution_alone(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution that a mention names without its country."""
    first = before_comma(mention)
    pattern = None if first.indefinite else scene.knowledge.registry.of_any_country(first.text)
    if not pattern:
        return None
    source = plain_source(pattern, scene.document.article.id)
    return Speaker(source, f"the article does not say whose “{first.text}” is")


def plain_source(pattern: Pattern, article: str) -> Source:
    """Return the institution of a pattern whose country an article does not name."""
    return Source(stable_id("u", pattern.id, article), pattern.called, pattern.kind)
