"""Speakers whom a plain noun recalls by what the article says of them: "the treasurer", "the widow", "the line"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.speakers.described import is_agent
from claimcheck.extract.speakers.gender import is_given_name, of_name, of_noun
from claimcheck.extract.speakers.named import INDIVIDUALS, Named, Speaker, nearest
from claimcheck.extract.speakers.scene import Mention, Scene
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Source

_AGE = "year-old"


def by_description(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the person whom the article describes with the noun of a mention: "the treasurer", "the diver"."""
    head = mention.head
    if not head or not _is_plain(mention) or mention.lemma in roles().institutions or mention.lemma in roles().texts:
        return None
    if not (roles().is_person(head.lemma) or of_noun([head.lemma]) or is_agent(head) or head.tag == "JJR"):
        return None
    narrowing = {word.lemma for word in mention.modifiers}
    bearers = [n for n in scene.named.persons if mention.lemma in n.titles and narrowing <= {*n.titles}]
    if len({n.speaker.source.id for n in bearers}) > 1 and not narrowing:
        bearers = [n for n in bearers if n.span.end <= mention.span.start]
    named = nearest(bearers, mention.span)
    return replace(named.speaker, step=f"the article calls {named.text} a {mention.lemma}") if named else None


def by_epithet(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the one person of whom the article has spoken so far: "the widow", "the minister", "the 58-year-old".

    Only for nouns with which a report goes on about somebody, and where nothing says that the person is something else.
    """
    aged = mention.text.casefold().endswith(_AGE)
    plain = _is_plain(mention) and not mention.modifiers and mention.head == mention.words[-1]
    if not mention.definite or not (aged or (plain and mention.lemma in roles().epithets)):
        return None
    before = [n for n in scene.named.persons if n.span.end <= mention.span.start]
    if len({n.speaker.source.id for n in before}) != 1 or not any(n.subject for n in before):
        return None
    person = before[0]
    offices = [title for named in before for title in named.titles if roles().is_person(title)]
    woman_or_man = of_noun([mention.lemma])
    if (offices and not aged) or (woman_or_man and of_name(person.text) not in (None, woman_or_man)):
        return None
    return replace(person.speaker, step=f"“{mention.text}” is {person.text}, the only person spoken of so far")


def by_kind(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the one institution in no registry that "the company" or "the line" can mean: "Osprey Baltic"."""
    if not mention.definite or mention.possessor or mention.lemma not in roles().enterprises:
        return None
    found = list(dict.fromkeys(_unregistered(mention, scene)))
    last = _spoke_here(mention, scene)
    if last is not None and (last in found or _may_be_enterprise(last, scene)):
        return Speaker(last, f"“{mention.text}” is {last.name}, who just spoke")
    if len(found) != 1:
        return None
    return Speaker(found[0], f"“{mention.text}” is {found[0].name}, the only one spoken of so far")


def _spoke_here(mention: Mention, scene: Scene) -> Source | None:
    """Return who spoke last before a mention in its passage."""
    here = mention.tree.reach if mention.tree else None
    before = (t for t in reversed(scene.turns) if here and here.overlaps(t.span) and t.span.end <= mention.span.start)
    last = next(before, None)
    return last.speaker.source if last and not last.speaker.person and not last.speaker.members else None


def _may_be_enterprise(source: Source, scene: Scene) -> bool:
    """Return whether a source in no registry bears a name of which nothing says that it is a person's."""
    unknown = source.kind == "organisation" and not scene.knowledge.registry.get(source.id)
    return unknown and not _is_person(source, scene)


def _is_plain(mention: Mention) -> bool:
    """Return whether a mention is one person's, with an article and no owner: "the treasurer"."""
    head = mention.head
    return mention.definite and mention.possessor is None and head is not None and head.tag in ("NN", "JJ", "JJR")


def _unregistered(mention: Mention, scene: Scene) -> Iterator[Source]:
    """Yield the sources before a mention that are in no registry and may be institutions."""
    registry = scene.knowledge.registry
    spoken = (t.speaker for t in scene.turns if t.span.end <= mention.span.start and not t.speaker.person)
    named = (n.speaker for n in scene.named.persons if n.span.end <= mention.span.start and _is_bare(n))
    others = (o.speaker for o in scene.organisations if o.span.end <= mention.span.start)
    for speaker in (*spoken, *named, *others):
        source = speaker.source
        kind = source.kind in ("organisation", "company", "armed_group") or source.kind in INDIVIDUALS
        if kind and not speaker.members and not registry.get(source.id) and not _is_somebody(source, scene):
            yield source


def _is_bare(named: Named) -> bool:
    return named.subject and not any(roles().is_person(title) for title in named.titles)


def _is_somebody(source: Source, scene: Scene) -> bool:
    """Return whether a source is known to be a person, or has but one name, which may be a surname."""
    return _is_person(source, scene) or _is_bare_surname(source, scene)


def _is_person(source: Source, scene: Scene) -> bool:
    """Return whether a source is known to be a person: by a title, a given name or a pronoun that recalled it."""
    titled = any(not _is_bare(n) and n.titles for n in scene.named.by_source.get(source, ()))
    called = any(t.speaker.source == source and t.head in ("he", "she", "him", "her") for t in scene.turns)
    return titled or called or any(map(is_given_name, source.name.split()))


def _is_bare_surname(source: Source, scene: Scene) -> bool:
    """Return whether a name of one word may be a person's: the parser takes it nowhere for an organisation's."""
    if len(source.name.split()) > 1:
        return False
    words = (word for tree in scene.document.trees for word in tree.tokens if word.text == source.name)
    return not any(word.entity == "ORG" for word in words)
