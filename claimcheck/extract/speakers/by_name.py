"""Speakers that a mention names: in full, by surname, by an alias of the article, by part of the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from claimcheck.extract.speakers.names import speaker_of
from claimcheck.extract.speakers.scene import INDIVIDUALS, Mention, Named, Scene, Speaker, before_comma, nearest
from claimcheck.extract.speakers.words import roles
from claimcheck.knowledge import How, Match
from claimcheck.model import Source

_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "on", "'s", "’s", "s", "so-called"})


def surname(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the person whose full name, elsewhere in the article, ends with the mention: "Barazi"."""
    words = _proper(mention)
    if not words or len(words) > 3 or any(word.lemma in ("and", "nor") for word in mention.words):
        return None
    bearers = [
        n for n in scene.named if any(len(m) > len(words) and m[-len(words) :] == words for m in _person_names(n))
    ]
    registered = [n for n in bearers if scene.knowledge.registry.get(n.speaker.source.id)]
    if bearer := nearest(registered or bearers, mention):
        who = bearer.speaker.person or bearer.speaker.source.name
        return replace(bearer.speaker, step=f"the article gives the full name: {who}")
    return None


def first_name(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the one person whose name begins with the mention, a family name or a given one: "Kim", "Hillary"."""
    words = _proper(mention)
    if len(words) != 1 or len(mention.words) != 1:
        return None
    bearers = [n for n in scene.named if any(len(m) > 1 and m[:1] == words for m in _person_names(n))]
    if len({n.speaker.source.id for n in bearers}) != 1:
        return None
    return replace(bearers[0].speaker, step=f"the article gives the full name: {bearers[0].text}")


def registered(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the source that the registry has under the whole mention."""
    match = scene.knowledge.registry.match(mention.text)
    if not match or not _is_meant(match, mention):
        return None
    return _fuller(speaker_of(match.entry, scene.knowledge, f"the registry knows “{mention.text}”"), scene)


def registered_before_comma(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the source that the registry has under the words before a comma: "SANA, the state agency"."""
    return registered(before_comma(mention), scene)


def titled(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the holder of an office whom the article does not name: "the Russian president"."""
    match = scene.knowledge.registry.match(before_comma(mention).text)
    if not match or match.entry.kind not in INDIVIDUALS:
        return None
    return speaker_of(match.entry, scene.knowledge, f"the article does not name the {match.entry.name}")


def named_here(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the name that the head of the mention is part of: "SANA" in "Syrias state news agency SANA"."""
    head = mention.head
    if not head:
        return None
    for named in scene.named:
        if named.span.start <= head.start < named.span.end and not named.office:
            return _fuller(named.speaker, scene)
    return None


def named_by_role(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the name beside a role that fits it: "the SANA news agency", "the group IS"."""
    kinds = roles().institutions.get(mention.lemma, ()) if mention.lemma not in roles().branches else ()
    for named in _within(mention, scene):
        if named.speaker.source.kind in kinds:
            return replace(
                _fuller(named.speaker, scene), step=f"{named.speaker.source.name} is named as a {mention.lemma}"
            )
    return None


def head_alone(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the source that the last word of a mention is by itself: "Rebel-backer Washington"."""
    mention = before_comma(mention)
    head = mention.head
    if not head or head.pos != "PROPN" or head != mention.words[-1] or len(mention.words) == 1:
        return None
    match = scene.knowledge.registry.match(head.text)
    return speaker_of(match.entry, scene.knowledge, f"the registry knows “{head.text}”") if match else None


def alias(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the source for which the article defines the mention as a short name."""
    key = " ".join(w for w in before_comma(mention).key.split() if w not in _SMALL)
    if source := scene.aliases.get(key.removesuffix("'s").removesuffix("’s")):
        return Speaker(source, f"the article defines “{key}” as {source.name}")
    return None


def shortened(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution of whose name the mention is a part: "the Observatory"."""
    words = set(_proper(mention))
    if not words or (mention.head and mention.head.entity == "NORP"):
        return None
    bearers = [
        n
        for n in scene.named
        if n.speaker.source.kind not in INDIVIDUALS and words < set(_name_words(n.speaker.source.name))
    ]
    if bearer := nearest(bearers, mention):
        return replace(bearer.speaker, step=f"part of the name of {bearer.speaker.source.name}")
    return None


NAMES = (
    surname,
    registered,
    registered_before_comma,
    named_here,
    named_by_role,
    alias,
    shortened,
    head_alone,
    first_name,
)


def _within(mention: Mention, scene: Scene) -> Iterator[Named]:
    return (named for named in scene.named if mention.span.contains(named.span))


def _is_meant(match: Match, mention: Mention) -> bool:
    """Return whether a match is who the mention is, not only a country or an office in it."""
    if match.how is How.PATTERN and match.entry.kind in INDIVIDUALS:
        return False
    kinds = roles().institutions.get(mention.lemma)
    return not kinds or match.entry.kind in kinds or mention.lemma in match.words.casefold()


def _person_names(named: Named) -> tuple[tuple[str, ...], ...]:
    """Return the words of the names of the person who is named; nothing for an institution or an office."""
    speaker = named.speaker
    if not named.is_person:
        return ()
    return (_name_words(speaker.person or speaker.source.name), _name_words(named.text))


def _proper(mention: Mention) -> tuple[str, ...]:
    """Return the folded words of the name that ends with the head of a mention, without titles; else nothing."""
    head = mention.head
    words = [w for w in mention.words if head and w.start <= head.start]
    found: list[str] = []
    for word in reversed(words):
        title = word != head and roles().is_title(word.lemma)
        if title or not (word.text[0].isupper() or word.text in ("-", "al")):
            break
        found = [*_name_words(word.text), *found] if word.text != "-" else found
    return tuple(found)


@lru_cache(maxsize=4096)
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(w for w in name.casefold().replace("-", " ").split() if w not in _SMALL)


def _fuller(speaker: Speaker, scene: Scene) -> Speaker:
    """Return the longer name that the article has for the same institution: "Russian embassy" (in Israel)."""
    source = speaker.source
    if source.kind in INDIVIDUALS:
        return speaker
    words = set(_name_words(source.name))
    for named in scene.named:
        other: Source = named.speaker.source
        if other.kind == source.kind and words < set(_name_words(other.name)):
            return Speaker(other, f"{speaker.step}; the article's fuller name is {other.name}", speaker.person)
    return speaker
