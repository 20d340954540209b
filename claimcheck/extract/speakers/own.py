"""Speakers who belong to whoever published the text: its staff, its head, the institution itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.speakers.named import INDIVIDUALS, Named, Speaker, name_words, nearest
from claimcheck.extract.speakers.scene import Mention, Scene, before_comma, mention_at, part
from claimcheck.extract.speakers.words import roles
from claimcheck.model import PRESS, Source

_FROM = frozenset({"at", "for", "from", "of", "with"})
_STEM = 8
"""Letters that an office shares with its holder's title: "presidency", "chancellery"."""
_OURS = frozenset({"our", "my"})


def own_staff(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the medium for its own reporter: "our correspondent", "the agency's reporter" in the agency's text."""
    outlet = scene.outlet.source
    if mention.lemma not in roles().staff:
        return None
    named = scene.named.inside(mention.span)
    owner = mention.possessor
    ours = owner is not None and owner.lemma in _OURS
    by_noun = owner is not None and outlet.kind in roles().institutions.get(owner.lemma, ()) and not named
    if ours or by_noun or any(n.speaker.source.id == outlet.id for n in named) or _is_with_own(mention, scene):
        return Speaker(outlet, f"“{mention.text}” works for {outlet.name}")
    return None


def _is_with_own(mention: Mention, scene: Scene) -> bool:
    """Return whether somebody is from the medium itself: "a reporter for the Observer" in the Northern Observer."""
    behind = (mention.words[n + 1 :] for n, word in enumerate(mention.words) if word.lemma in _FROM)
    return any(own_name(part(mention, words), scene) for words in behind if words)


def own_name(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the medium for the last words of its name with "the": "the Observer" in the Northern Observer."""
    outlet = scene.outlet.source
    if outlet.kind not in PRESS or not mention.words or mention.words[0].lemma != "the":
        return None
    rest = before_comma(mention).words[1:]
    words, full = tuple(word.text.casefold() for word in rest), name_words(outlet.name)
    ends = 0 < len(words) <= len(full) and full[-len(words) :] == words
    if not ends or not all(word.text[0].isupper() for word in rest):
        return None
    return Speaker(outlet, f"“{mention.text}” is {outlet.name}, whose text it is")


def own_institution(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the publisher for a plain noun of its kind: "the embassy" in an embassy's text."""
    outlet = scene.outlet.source
    kinds = roles().institutions.get(mention.lemma, ())
    bare = len(mention.words) == 1 and outlet.kind not in PRESS
    plain = (mention.definite or bare) and not mention.modifiers and mention.possessor is None
    return replace(scene.outlet, step=f"“{mention.text}” published it") if plain and outlet.kind in kinds else None


def own_institution_first(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the same, where the publisher is no medium: a medium's "the agency" is rather one that it cites."""
    return None if scene.outlet.source.kind in PRESS else own_institution(mention, scene)


def own_head(mention: Mention, scene: Scene) -> Speaker | None:
    """Return who heads the publisher, for a plain title: "the Minister" in a text of the ministry."""
    if scene.outlet.source.kind in PRESS or not mention.definite or mention.possessor is not None:
        return None
    if not _is_title_of(scene.outlet.source, {mention.lemma}) or _countries(mention, scene):
        return None
    heading = (n for n in scene.named.persons if _heads(n.speaker.source, mention_at(scene.document, n.span), scene))
    head = next(heading, None) or next((n for n in _titled(scene) if n.subject), None)
    return replace(head.speaker, step=f"“{mention.text}” is {head.text}") if head else None


def answered_for(speaker: Speaker, mention: Mention, scene: Scene) -> Speaker:
    """Return the publisher for whoever heads it: the Prime Minister in a statement of the Prime Minister's Office."""
    outlet, source = scene.outlet.source, speaker.source
    if outlet.kind in PRESS or source.kind not in INDIVIDUALS or not _heads(source, mention, scene):
        return speaker
    return Speaker(outlet, f"{speaker.step}, who speaks through {outlet.name}", source.name)


def _heads(source: Source, mention: Mention, scene: Scene) -> bool:
    """Return whether a person heads the publisher: in the registry, or by a title in the text."""
    registry, outlet = scene.knowledge.registry, scene.outlet.source
    entry, own = registry.get(source.id), registry.get(outlet.id)
    if entry and outlet.id in entry.heads:
        return True
    if entry and own and entry.country and own.country and entry.country != own.country:
        return False
    here = (n for n in scene.named.over(mention.span) if n.speaker.source.id == source.id)
    named = next(here, None) or nearest(scene.named.by_id.get(source.id, ()), mention.span)
    titles = named.titles if named else ()
    words = {*(word.lemma for word in mention.modifiers), mention.lemma, *titles}
    countries = {*_countries(mention, scene), *(scene.knowledge.places.country(title.title()) for title in titles)}
    foreign = own is not None and countries - {None, own.country}
    return _is_title_of(outlet, words) and not foreign and (own is not None or not _are_several(source, scene))


def _are_several(source: Source, scene: Scene) -> bool:
    """Return whether others than a person have the title of who heads a publisher of which no country is known."""
    return any(named.speaker.source.id != source.id for named in _titled(scene))


def _titled(scene: Scene) -> Iterator[Named]:
    """Yield the persons with the title of who heads a publisher in no registry, so that no country sets one apart."""
    outlet = scene.outlet.source
    persons = () if scene.knowledge.registry.get(outlet.id) else scene.named.persons
    return (named for named in persons if _is_title_of(outlet, {*named.titles}))


def _is_title_of(outlet: Source, words: set[str]) -> bool:
    if outlet.kind == "office":
        name = outlet.name.casefold()
        return any(word in roles().leaders and word[:_STEM] in name for word in words)
    return not words.isdisjoint(roles().heads_of.get(outlet.kind, ()))


def _countries(mention: Mention, scene: Scene) -> set[str]:
    """Return the countries that the words before the head of a mention name."""
    found = (scene.knowledge.places.country(word.text) for word in mention.modifiers)
    return {country for country in found if country}
