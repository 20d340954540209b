"""One institution in several articles that do not say whose it is: "the army" of an incident that they all tell of.

Articles tell of one incident, as far as this goes, where one of the names in one of them is in the other. Where these
name but one country, or none, "the army" is the same in all of them; where they name two, nothing says whose each
means, and they stay apart. Where one of them does say whose it is ("the Norland army"), the others mean that one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from claimcheck.extract.backdrop import Backdrop
from claimcheck.extract.extraction import Extraction
from claimcheck.extract.speakers.plain import plain_source
from claimcheck.knowledge import Knowledge, Pattern
from claimcheck.knowledge.words import words_of
from claimcheck.model import Article, Claim, Source

Name = tuple[str, ...]
"""The folded words of a name."""

Told = tuple[str, Source]
"""The id of an article, and who speaks in it."""


class Meant(NamedTuple):
    """Who is meant by a name; `voice` is who gives the words, where an institution answers for them."""

    source: Source
    voice: str | None = None


_VAGUE = ("individual", "organisation")


def one_institution(extraction: Extraction, articles: Iterable[Article], knowledge: Knowledge) -> Extraction:
    """Return an extraction in which what several articles call by the same plain noun is one source."""
    spoken = _spoken(extraction.claims, knowledge)
    by_id = {article.id: article for article in articles}
    meant: dict[Source, Source] = {}
    for pattern, speakers in spoken.items():
        backdrops = [b for b in extraction.backdrops if b.article in speakers]
        for group in _of_one_matter(backdrops, by_id):
            meant |= _meant(pattern, group, speakers, knowledge)
    called = _by_full_name(extraction.claims, extraction.backdrops, by_id, knowledge)
    named = [_with_voice(claim, called.get((claim.article, claim.source))) for claim in extraction.claims]
    claims = [_with_source(claim, meant.get(claim.source)) for claim in named]
    kinds = _of_one_kind(claims)
    return replace(extraction, claims=tuple(_with_source(claim, kinds.get(claim.source)) for claim in claims))


def _by_full_name(
    claims: Sequence[Claim], backdrops: Sequence[Backdrop], articles: Mapping[str, Article], knowledge: Knowledge
) -> dict[Told, Meant]:
    """Return who is meant where an article calls somebody by a surname alone, if others of its matter name one so.

    Where that person speaks for an institution there, the institution is meant here too.
    """
    sources = {(c.article, c.source) for c in claims if not knowledge.registry.get(c.source.id)}
    persons: dict[str, set[tuple[str, Meant]]] = defaultdict(set)
    for article, meant in {*_in_full(sources), *_voices(claims)}:
        persons[(meant.voice or meant.source.name).split()[-1]].add((article, meant))
    names = {b.article: b.names for b in backdrops}
    found: dict[Told, Meant] = {}
    for article, source in sources:
        near = {
            person
            for other, person in persons.get(source.name, ())
            if source.kind in _VAGUE and _of_a_matter(article, other, source.name, names, articles)
        }
        if len({person.source.id for person in near}) == 1:
            found[article, source] = min(near, key=lambda m: (m.source.name, m.source.kind, m.voice or ""))
    return found


def _in_full(sources: Iterable[Told]) -> Iterator[tuple[str, Meant]]:
    """Yield the persons who are a source by their full names."""
    for article, source in sources:
        if source.kind == "individual" and len(source.name.split()) > 1:
            yield article, Meant(source)


def _voices(claims: Iterable[Claim]) -> Iterator[tuple[str, Meant]]:
    """Yield the institutions whose words somebody with a full name gives, with that name."""
    for claim in claims:
        voice = claim.chain[-1]
        if len(claim.chain) > 2 and voice != claim.source.name and len(voice.split()) > 1:
            yield claim.article, Meant(claim.source, voice)


def _of_a_matter(
    a: str, b: str, surname: str, names: Mapping[str, Sequence[Name]], articles: Mapping[str, Article]
) -> bool:
    """Return whether two articles share a name beside a surname."""
    other = [name for name in (*names.get(a, ()), *names.get(b, ())) if surname.casefold() not in name]
    lengths = {len(name) for name in other}
    first, second = (_named(articles[article].text, other, lengths) for article in (a, b))
    return not first.isdisjoint(second)


def _of_one_kind(claims: Iterable[Claim]) -> dict[Source, Source]:
    """Return the source to take for each of one id that articles take for different kinds: a company, whoever says so.

    Any name may be an organisation's: of that and a person it is what more of the claims say.
    """
    by_id: dict[str, Counter[Source]] = defaultdict(Counter)
    for claim in claims:
        by_id[claim.source.id][claim.source] += 1
    several = (alike for alike in by_id.values() if len(alike) > 1)
    return {source: min(alike, key=lambda s: _vagueness(s, alike[s])) for alike in several for source in alike}


def _vagueness(source: Source, claims: int) -> tuple[bool, int, str, str]:
    return source.kind in _VAGUE, -claims, source.kind, source.name


def _spoken(claims: Iterable[Claim], knowledge: Knowledge) -> Mapping[Pattern, Mapping[str, set[Source]]]:
    """Return the institutions that speak by what they are, an army, a ministry, with the articles in which they do."""
    found: dict[Pattern, dict[str, set[Source]]] = defaultdict(lambda: defaultdict(set))
    patterns = [pattern for pattern in knowledge.registry.patterns if pattern.alone]
    for article, source in sorted({(c.article, c.source) for c in claims}, key=lambda told: (told[0], told[1].id)):
        for pattern in patterns:
            if source.kind == pattern.kind and _is_of(pattern, source, article, knowledge):
                found[pattern][article].add(source)
    return found


def _is_of(pattern: Pattern, source: Source, article: str, knowledge: Knowledge) -> bool:
    if source == plain_source(pattern, article):
        return True
    entry = knowledge.registry.get(source.id)
    own = knowledge.registry.of_country(pattern, entry.country) if entry and entry.country else None
    return own is not None and own.id == source.id


def _of_one_matter(backdrops: Sequence[Backdrop], articles: Mapping[str, Article]) -> list[list[Backdrop]]:
    """Return the articles in groups, in each of which every one shares a name with another."""
    place = {b.article: n for n, b in enumerate(backdrops)}
    names = {name for backdrop in backdrops for name in backdrop.names}
    lengths = {len(name) for name in names}
    told = {b.article: _named(articles[b.article].text, names, lengths) for b in backdrops}
    anywhere = set[Name]().union(*told.values())
    for backdrop in backdrops:
        told[backdrop.article] |= anywhere.intersection(backdrop.names)
    return [[backdrops[n] for n in sorted(place[article] for article in group)] for group in _joined(told)]


def _joined(told: Mapping[str, Collection[Name]]) -> Iterator[set[str]]:
    """Yield the articles that names join, directly or by way of others, in the order of the first of each group."""
    tellers: dict[Name, list[str]] = defaultdict(list)
    for article, names in told.items():
        for name in names:
            tellers[name].append(article)
    left = set(told)
    for first in sorted(told):
        group, reached = set[str](), {first} & left
        while reached:
            left -= reached
            group |= reached
            # a name leads to its articles once: the work is that of the names, however many articles share one
            near = (tellers.pop(name, ()) for article in reached for name in told[article])
            reached = {other for found in near for other in found} & left
        if group:
            yield group


def _named(text: str, names: Collection[Name], lengths: Collection[int]) -> set[Name]:
    """Return those of some names, which have so many words, that are in a text."""
    keys = _keys(text)
    return {name for n in lengths for i in range(len(keys) - n + 1) if (name := keys[i : i + n]) in names}


@lru_cache(maxsize=256)
def _keys(text: str) -> Name:
    """Return the folded words of an article, which several institutions may ask for."""
    return tuple(word.key for word in words_of(text))


def _meant(
    pattern: Pattern, group: Sequence[Backdrop], speakers: Mapping[str, set[Source]], knowledge: Knowledge
) -> dict[Source, Source]:
    """Return who is meant by the institutions of a group that no country is named for; nothing where it may be two."""
    plain = {b.article: plain_source(pattern, b.article) for b in group}
    alone = [plain[article] for article in sorted(plain) if plain[article] in speakers[article]]
    named = {source for b in group for source in speakers[b.article]} - set(plain.values())
    countries = {country for b in group for country in b.countries}
    countries |= {entry.country for s in named if (entry := knowledge.registry.get(s.id)) and entry.country}
    if len(countries) > 1 or not alone:
        return {}
    one = min(named, key=lambda source: (source.id, source.name), default=alone[0])
    return dict.fromkeys(alone, one)


def _with_voice(claim: Claim, meant: Meant | None) -> Claim:
    """Return a claim with who is meant by a surname as its source; the chain ends with whose words it gives."""
    if meant is None:
        return claim
    found = _with_source(claim, meant.source)
    return replace(found, chain=(*found.chain, meant.voice)) if meant.voice and found is not claim else found


def _with_source(claim: Claim, new: Source | None) -> Claim:
    """Return a claim with who is meant as its source, in its chain and in the facts that name it."""
    old = claim.source
    if new is None or new == old:
        return claim
    propositions = tuple(
        replace(p, facts=tuple(replace(f, value=new.id) if f.value == old.id else f for f in p.facts))
        for p in claim.propositions
    )
    chain = tuple(new.name if name == old.name else name for name in claim.chain)
    return replace(claim, source=new, chain=chain, propositions=propositions)
