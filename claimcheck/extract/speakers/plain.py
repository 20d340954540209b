"""Institutions of which a country has one, called by the noun alone: "the army", "police", "the Interior Ministry".

Which country's it is, the article does not say. All its mentions in one article are one source; whether those of
several articles are one is seen from all of them together (`across`).
"""

from __future__ import annotations

from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.names import source_of
from claimcheck.extract.speakers.scene import Mention, Scene, before_comma
from claimcheck.knowledge import Pattern
from claimcheck.model import Source, stable_id


def institution_alone(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution that a mention names without its country."""
    first = before_comma(mention)
    pattern = None if first.indefinite else scene.knowledge.registry.of_any_country(first.text)
    if not pattern:
        return None
    country = _acting(mention, scene) if pattern.kind == "ministry" else None
    own = scene.knowledge.registry.of_country(pattern, country) if country else None
    if own:
        return Speaker(source_of(own), f"“{first.text}” is that of {country}, of which it tells")
    source = plain_source(pattern, scene.document.article.id)
    return Speaker(source, f"the article does not say whose “{first.text}” is")


def _acting(mention: Mention, scene: Scene) -> str | None:
    """Return the one country that acts in a sentence: Poland, of "Poland shut a crossing, the Interior Ministry said".

    Of blows the ministry of whoever was hit may tell.
    """
    tree = mention.tree
    if not tree or not mention.words:
        return None
    words = tree.tokens[slice(*tree.sentence(mention.words[0].i))]
    acting = [w for w in words if w.dep == "nsubj" and scene.knowledge.places.country(w.text) == w.text]
    hostile = lexicon().blows | lexicon().happenings
    peaceful = all(tree.tokens[w.head].lemma not in hostile for w in acting)
    return acting[0].text if len(acting) == 1 and peaceful else None


def plain_source(pattern: Pattern, article: str) -> Source:
    """Return the institution of a pattern whose country an article does not name."""
    return Source(stable_id("u", pattern.id, article), pattern.called, pattern.kind)
