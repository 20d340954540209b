"""Speakers that a mention names: in full, by surname, by an alias of the article, by part of the name."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.speakers.named import INDIVIDUALS, SMALL, Named, Speaker, name_words, nearest
from claimcheck.extract.speakers.names import speaker_of
from claimcheck.extract.speakers.scene import Mention, Scene, before_comma
from claimcheck.extract.speakers.words import roles
from claimcheck.knowledge import How, Match


def surname(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the person whose full name, elsewhere in the article, ends with the mention: "Barazi"."""
    words = _proper(mention)
    if not words or any(word.lemma in ("and", "nor") for word in mention.words):
        return None
    bearers = scene.named.persons_by_surname.get(words, ())
    registered = [n for n in bearers if scene.knowledge.registry.get(n.speaker.source.id)]
    if bearer := nearest(registered or bearers, mention.span):
        return replace(bearer.speaker, step=f"the article gives the full name: {bearer.speaker.name}")
    return None


def first_name(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the one person whose name begins with the mention, a family name or a given one: "Kim", "Hillary"."""
    words = _proper(mention)
    if len(words) != 1 or len(mention.words) != 1:
        return None
    bearers = scene.named.persons_by_first_word.get(words[0], ())
    if len({n.speaker.source.id for n in bearers}) != 1:
        return None
    return replace(bearers[0].speaker, step=f"the article gives the full name: {bearers[0].text}")


def short_name(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the one institution in no registry whose name in the article begins with the mention: "Halden"."""
    words = _proper(mention)
    if not words or len(words) != len(mention.words) or scene.knowledge.places.country(mention.text):
        return None
    bearers = [n for n in scene.organisations if _opens_with(name_words(n.text), words)]
    if len({n.speaker.source.id for n in bearers}) != 1:
        return None
    return replace(bearers[0].speaker, step=f"the article gives the full name: {bearers[0].text}")


def _opens_with(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(name) > len(words) and name[: len(words)] == words and not roles().can_speak(name[len(words)])


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
    named = scene.named.at(head.start)
    return _fuller(named.speaker, scene) if named and not named.office else None


def named_by_role(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the name beside a role that fits it: "the SANA news agency", "the group IS"; not of whoever owns it."""
    kinds = roles().institutions.get(mention.lemma, ()) if mention.lemma not in roles().branches else ()
    owner = mention.possessor
    for named in scene.named.inside(mention.span):
        owns = owner is not None and named.span.start <= owner.start < named.span.end <= owner.end
        if named.speaker.source.kind in kinds and not owns:
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
    key = " ".join(w for w in before_comma(mention).key.split() if w not in SMALL)
    if source := scene.aliases.get(key.removesuffix("'s").removesuffix("’s")):
        return Speaker(source, f"the article defines “{key}” as {source.name}")
    return None


def shortened(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution of whose name the mention is a part: "the Observatory"."""
    words = set(_proper(mention))
    if not words or (mention.head and mention.head.entity == "NORP"):
        return None
    sources = (s for s in scene.named.by_source if s.kind not in INDIVIDUALS and words < set(name_words(s.name)))
    if bearer := nearest(scene.named.of(sources), mention.span):
        return replace(bearer.speaker, step=f"part of the name of {bearer.speaker.source.name}")
    return None


def beginning(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the organisation in no registry with whose name a mention begins: "Halden" of "Halden Chemicals"."""
    words = _proper(mention)
    if not words or mention.possessor or (mention.head and mention.head.entity in ("GPE", "NORP", "PERSON")):
        return None
    longer = {n.speaker.source: n for n in scene.organisations if _begins(n, words)}
    if len(longer) != 1:
        return None
    bearer = next(iter(longer.values()))
    return replace(bearer.speaker, step=f"the article gives the full name: {bearer.text}")


def _begins(named: Named, words: tuple[str, ...]) -> bool:
    full = name_words(named.speaker.source.name)
    kind = any(roles().can_speak(word) for word in words)
    return not kind and len(words) < len(full) and full[: len(words)] == words


NAMES = (
    surname,
    registered,
    registered_before_comma,
    named_here,
    named_by_role,
    alias,
    shortened,
    beginning,
    head_alone,
    first_name,
    short_name,
)


def _is_meant(match: Match, mention: Mention) -> bool:
    """Return whether a match is who the mention is, not only a country or an office in it."""
    if match.how is How.PATTERN and match.entry.kind in INDIVIDUALS:
        return False
    kinds = roles().institutions.get(mention.lemma)
    return not kinds or match.entry.kind in kinds or mention.lemma in match.words.casefold()


def _proper(mention: Mention) -> tuple[str, ...]:
    """Return the folded words of the name that ends with the head of a mention, without titles; else nothing."""
    head = mention.head
    words = [w for w in mention.words if head and w.start <= head.start]
    found: list[str] = []
    for word in reversed(words):
        title = word != head and roles().is_title(word.lemma)
        if title or not (word.text[0].isupper() or word.text in ("-", "al")):
            break
        found = [*name_words(word.text), *found] if word.text != "-" else found
    return tuple(found)


def _fuller(speaker: Speaker, scene: Scene) -> Speaker:
    """Return the longer name that the article has for the same institution: "Russian embassy" (in Israel)."""
    source = speaker.source
    if source.kind in INDIVIDUALS:
        return speaker
    words = set(name_words(source.name))
    for other in scene.named.by_source:
        if other.kind == source.kind and words < set(name_words(other.name)):
            return Speaker(other, f"{speaker.step}; the article's fuller name is {other.name}", speaker.person)
    return speaker
