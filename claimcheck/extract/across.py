"""One institution in several articles that do not say whose it is: "the army" of an incident that they all tell of.

Articles tell of one incident, as far as this goes, where one of the names in one of them is in the other. Where these
name but one country, or none, "the army" is the same in all of them; where they name two, nothing says whose each
means, and they stay apart. Where one of them does say whose it is ("the Norland army"), the others mean that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from claimcheck.extract.backdrop import Backdrop
from claimcheck.extract.extraction import Extraction
from claimcheck.extract.speakers.plain import plain_source
from claimcheck.knowledge import Knowledge, Pattern
from claimcheck.knowledge.words import keys_of
from claimcheck.model import Article, Claim, Source

Name = tuple[str, ...]
"""The folded words of a name."""


def one_institution(extraction: Extraction, articles: Iterable[Article], knowledge: Knowledge) -> Extraction:
    """Return an extraction in which what several articles call by the same plain noun is one source."""
    spoken = _spoken(extraction.claims, knowledge)
    by_id = {article.id: article for article in articles}
    meant: dict[Source, Source] = {}
    for pattern, speakers in spoken.items():
        backdrops = [b for b in extraction.backdrops if b.article in speakers]
        for group in _of_one_matter(backdrops, by_id):
            meant |= _meant(pattern, group, speakers, knowledge)
    return replace(extraction, claims=tuple(_with_sources(claim, meant) for claim in extraction.claims))


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
    owners: dict[Name, set[str]] = defaultdict(set)
    for backdrop in backdrops:
        for name in backdrop.names:
            owners[name].add(backdrop.article)
    group_of = {b.article: {b.article} for b in backdrops}
    for backdrop in backdrops:
        near = {backdrop.article}.union(*(owners[name] for name in _named(articles[backdrop.article].text, owners)))
        whole = set().union(*(group_of[article] for article in near))
        group_of.update(dict.fromkeys(whole, whole))
    groups = {min(group): group for group in group_of.values()}
    return [[b for b in backdrops if b.article in groups[first]] for first in sorted(groups)]


def _named(text: str, names: Collection[Name]) -> set[Name]:
    """Return those of some names that are in a text."""
    keys = keys_of(text)
    lengths = {len(name) for name in names}
    return {name for n in lengths for i in range(len(keys) - n + 1) if (name := keys[i : i + n]) in names}


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
    one = next(iter(named), alone[0])
    return dict.fromkeys(alone, one)


def _with_sources(claim: Claim, meant: Mapping[Source, Source]) -> Claim:
    """Return a claim with who is meant as its source, in its chain and in the facts that name it."""
    old, new = claim.source, meant.get(claim.source)
    if new is None or new == old:
        return claim
    propositions = tuple(
        replace(p, facts=tuple(replace(f, value=new.id) if f.value == old.id else f for f in p.facts))
        for p in claim.propositions
    )
    chain = tuple(new.name if name == old.name else name for name in claim.chain)
    return replace(claim, source=new, chain=chain, propositions=propositions)
