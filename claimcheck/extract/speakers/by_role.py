"""Speakers that a mention recalls by what they are: "the agency", "the Homs governor", "the statement"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claimcheck.extract.speakers.named import INDIVIDUALS, Named, Speaker, nearest
from claimcheck.extract.speakers.names import speaker_of
from claimcheck.extract.speakers.own_field import may_be_called
from claimcheck.extract.speakers.plain import institution_alone
from claimcheck.extract.speakers.scene import UNNAMED, Mention, Scene
from claimcheck.extract.speakers.words import roles
from claimcheck.model import PRESS, WATCHING, Source
from claimcheck.ports import Token


def institution(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the last institution that the noun can stand for: who spoke before who was only named."""
    kinds = _kinds(mention)
    if not kinds or mention.indefinite or not (mention.is_singular or mention.definite) or _is_a_things(mention):
        return None
    called = scene.named.by_word.get(mention.lemma, ())
    fitting = {source for source in {n.speaker.source for n in called} if _fits(source, mention, scene)}
    if named := nearest([n for n in called if n.speaker.source in fitting], mention.span):
        return _recalled(named.speaker, mention, "so called")
    for turn in reversed(scene.turns):
        if turn.speaker.source.kind in kinds and _fits(turn.speaker.source, mention, scene):
            return _recalled(turn.speaker, mention, "that spoke")
    alike = (s for s in scene.named.by_source if s.kind in kinds and _fits(s, mention, scene))
    if named := nearest(scene.named.of(alike), mention.span):
        return _recalled(named.speaker, mention, "that is named")
    return None


def _is_a_things(mention: Mention) -> bool:
    """Return whether an institution of any name is that of a thing, and so none spoken of: "the plant's union"."""
    owner = mention.possessor
    return owner is not None and owner.tag in ("NN", "NNS") and mention.lemma in roles().enterprises


def office_holder(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the person whom the article gives the title of the mention."""
    titles = roles().persons.get(mention.lemma, ())
    if not titles or mention.indefinite or not mention.head or mention.head.tag not in ("NN", "NNP"):
        return None
    holders = [n for n in scene.named.persons if _holds(n, titles, mention, scene)]
    if named := nearest(holders, mention.span):
        return replace(named.speaker, step=f"“{mention.text}” is {named.speaker.name}")
    return None


def text_before(mention: Mention, scene: Scene) -> Speaker | None:
    """Return who gave the text that "the statement" or "the tweet" recalls."""
    if mention.lemma not in roles().texts or not (mention.definite or mention.is_singular) or not scene.turns:
        return None
    givers = [turn for turn in scene.turns if mention.lemma in turn.frame.split()]
    givers = givers or [turn for turn in scene.turns if not roles().texts.isdisjoint(turn.frame.split())]
    givers = givers or list(scene.turns)
    return replace(givers[-1].speaker, step=f"“{mention.text}” is that of {givers[-1].speaker.source.name}")


def ahead(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the one named source that an opening "a monitor said" stands for."""
    if not any(key in roles().ahead for key in _nouns(mention)):
        return None
    kinds = _kinds(mention)
    named = [n for n in scene.named if n.speaker.source.kind in kinds and _fits(n.speaker.source, mention, scene)]
    if len({n.speaker.source.id for n in named}) != 1:
        return None
    return replace(named[0].speaker, step=f"“{mention.text}” is the only {mention.lemma} that the article names")


def same_again(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the unnamed source that "the source" recalls."""
    if not mention.definite or not mention.head:
        return None
    narrowing = {word.lemma for word in mention.modifiers} - {"same"}
    for turn in reversed(scene.turns):
        name = turn.speaker.source.name.casefold()
        if turn.speaker.source.kind == UNNAMED and turn.head == mention.lemma and all(w in name for w in narrowing):
            return replace(turn.speaker, step=f"“{mention.text}” recalls “{turn.speaker.source.name}”")
    return None


def of_the_country(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution of the country that the mention, or else most of the article, is about: "state TV"."""
    narrowed = mention.lemma not in roles().fields  # "the Defence Ministry" has no name of its own
    own_name = narrowed and any(not roles().can_speak(name) for name in _names(mention, scene))
    if not _kinds(mention) or mention.indefinite or not mention.head or own_name:
        return None
    country = _country(mention, scene) or _seat(mention, scene) or _home(mention, scene) or _most_named(mention, scene)
    words = [w.text for w in (*mention.modifiers, mention.head) if w.pos in ("NOUN", "PROPN", "ADJ")]
    words = [word for word in words if not scene.knowledge.registry.match(word)]
    match = scene.knowledge.registry.match(f"{country} {' '.join(words)}") if country and words else None
    if not match or match.entry.kind not in _kinds(mention):
        return None
    return speaker_of(match.entry, scene.knowledge, f"“{mention.text}” is taken for that of {country}")


def _home(mention: Mention, scene: Scene) -> str | None:
    """Return the country of the state's agency whose text it is, unless its passage has but institutions of others."""
    own = scene.knowledge.registry.get(scene.outlet.source.id)
    if not own or not own.country or not own.side or own.kind not in PRESS:
        return None
    passage = scene.named.over(mention.tree.reach) if mention.tree else []
    entries = (scene.knowledge.registry.get(n.speaker.source.id) for n in passage)
    countries = {e.country for e in entries if e and e.country and e.kind not in (*WATCHING, *INDIVIDUALS)}
    return own.country if not countries or own.country in countries else None


def _most_named(mention: Mention, scene: Scene) -> str | None:
    """Return the country to which most of the named sources belong; none where two have as many.

    Those of the same passage count before others, and those of the kind asked for. Where a medium or a monitor sits,
    Reuters in London, says nothing of whose army "the army" is.
    """
    kinds = _kinds(mention)
    asked = not PRESS.isdisjoint(kinds)
    passage = scene.named.over(mention.tree.reach) if mention.tree else []
    here: Mapping[Source, int] = Counter(n.speaker.source for n in passage)
    for times in (here, {source: len(places) for source, places in scene.named.by_source.items()}):
        entries = ((scene.knowledge.registry.get(source.id), count) for source, count in times.items())
        known = [(e.kind, e.country, count) for e, count in entries if e and e.country]
        belonging = [each for each in known if asked or each[0] not in WATCHING]
        alike = (each[1:] for each in belonging if each[0] in kinds)
        if country := _foremost(alike) or _foremost(each[1:] for each in belonging):
            return country
    return None


def _foremost(countries: Iterable[tuple[str, int]]) -> str | None:
    named: Counter[str] = Counter()
    for country, count in countries:
        named[country] += count
    ranked = named.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


ROLES = (ahead, institution, office_holder, text_before, same_again, of_the_country, institution_alone)


def _nouns(mention: Mention) -> Iterator[str]:
    """Yield the noun of a mention with the word before it, then alone: "news agency", "agency"."""
    before = [word.lemma for word in mention.modifiers]
    for n in range(min(2, len(before)), -1, -1):
        yield " ".join((*before[len(before) - n :], mention.lemma))


def _kinds(mention: Mention) -> tuple[str, ...]:
    known = roles().institutions
    capital = mention.head is not None and mention.head.text[0].isupper()
    written = roles().capitals.get(mention.lemma, ()) if capital else ()
    return next((known[noun] for noun in _nouns(mention) if noun in known), written)


def _fits(source: Source, mention: Mention, scene: Scene) -> bool:
    """Return whether nothing in the mention says another country or another name than the source's."""
    entry = scene.knowledge.registry.get(source.id)
    country = _country(mention, scene) or _seat(mention, scene)
    if entry and entry.country and country and entry.country != country:
        return False
    named = all(name in source.name.casefold() for name in _names(mention, scene))
    return named and may_be_called(source, mention, scene) and _of_that_field(source, mention, scene)


def _of_that_field(source: Source, mention: Mention, scene: Scene) -> bool:
    """Return whether a source has the field of a mention: "the defence ministry" is no energy ministry."""
    if mention.lemma not in roles().fields:
        return True
    registry = scene.knowledge.registry
    entry = registry.get(source.id)
    words = [w.text.casefold() for w in mention.modifiers if w.pos in ("NOUN", "ADJ") and w.text.islower()]
    words = [word for word in words if not scene.knowledge.places.country(word)]
    country = entry.country if entry else None
    match = registry.match(" ".join((country, *words, mention.lemma))) if country else None
    if match and match.entry.kind == source.kind:
        return match.entry.id == source.id
    fields = [w.text.casefold() for w in mention.modifiers if w.pos == "NOUN" and w.text.casefold() in words]
    return all(field in source.name.casefold() for field in fields)


def _seat(mention: Mention, scene: Scene) -> str | None:
    """Return the country in whose city an institution of a state sits: "the defence ministry in Moscow"."""
    if mention.lemma not in roles().fields or not mention.head:
        return None
    behind = [w for w in mention.words if w.start > mention.head.start]
    return next(filter(None, (_country_of(w, scene) for w in behind if w.text[0].isupper())), None)


def _names(mention: Mention, scene: Scene) -> tuple[str, ...]:
    """Return the folded names that narrow a mention, but for countries: "trump" of "the Trump campaign"."""
    owner = (mention.possessor,) if mention.possessor else ()
    words = [w for w in (*mention.modifiers, *owner) if w.pos == "PROPN" and not _hyphenated(mention, w)]
    return tuple(w.text.casefold() for w in words if not _country_of(w, scene))


def _country(mention: Mention, scene: Scene) -> str | None:
    """Return the country that a mention names: "Russian", "Syria's", "Assad's"; not that of "UK-based"."""
    owner = (mention.possessor,) if mention.possessor else ()
    words = [w for w in (*mention.modifiers, *owner) if w.text[0].isupper() and not _hyphenated(mention, w)]
    return next(filter(None, (_country_of(word, scene) for word in words)), None)


def _country_of(word: Token, scene: Scene) -> str | None:
    """Return the country that a name is, lies in, or belongs to."""
    match = scene.knowledge.registry.match(word.text)
    return scene.knowledge.places.country(word.text) or (match.entry.country if match else None)


def _hyphenated(mention: Mention, word: Token) -> bool:
    following = next((w for w in mention.words if w.start >= word.end), None)
    return following is not None and following.text == "-"


def _holds(named: Named, titles: tuple[str, ...], mention: Mention, scene: Scene) -> bool:
    """Return whether a named person has one of the titles, in the place or country that the mention says."""
    country = _country(mention, scene)
    entry = scene.knowledge.registry.get(named.speaker.source.id)
    if country and entry and entry.country and entry.country != country:
        return False
    if country and entry and entry.country == country and mention.lemma in roles().leaders:
        return True
    elsewhere = [t for t in named.titles if not roles().is_title(t)]
    if elsewhere and not all(name in named.titles for name in _names(mention, scene)):
        return False
    deputy = "vice" in named.titles and all(word.lemma != "vice" for word in mention.modifiers)
    return not deputy and any(title in named.titles for title in titles)


def _recalled(speaker: Speaker, mention: Mention, how: str) -> Speaker:
    return replace(speaker, step=f"“{mention.text}” is the last {mention.lemma} {how}: {speaker.source.name}")
