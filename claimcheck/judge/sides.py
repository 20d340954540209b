"""Whose people a number counts: what two sides of a fight lost are two counts."""

from __future__ import annotations

from claimcheck.judge.detail import COMMANDERS, Detail, World
from claimcheck.model import Aspect, Source

_ITS_OWN = ("its ", "our ", "of its ", "of our ")
_TARGETS = (Aspect.TO_WHOM, Aspect.WHAT)
_LOST = "lost"


def side(detail: Detail, world: World) -> str | None:
    """Return the country whose people a number counts, by their adjective, whose loss it is, or who was attacked."""
    named = nation(detail.words, world) or _loser(detail, world)
    if named is not None:
        return named
    if detail.words.lower().startswith(_ITS_OWN):
        return speaker(detail, world)
    targets = (f for f in detail.proposition.facts if f.aspect in _TARGETS and not f.span.overlaps(detail.fact.span))
    for target in targets:
        if target.text.lower().startswith(_ITS_OWN):
            return speaker(detail, world)
        if owner := nation(target.text, world):
            return owner
    return None


def speaker(detail: Detail, world: World) -> str | None:
    """Return the country for which the source of a detail speaks; none for those who only report."""
    return _speaks_for(detail.source, world) if detail.source is not None else None


def _speaks_for(source: Source, world: World) -> str | None:
    entry = world.knowledge.registry.get(source.id)
    if entry is not None:
        return entry.country if entry.kind in COMMANDERS or entry.heads else None
    return nation(source.name, world) if source.kind in ("unnamed", *COMMANDERS) else None


def nation(words: str, world: World) -> str | None:
    """Return the country whose adjective stands in words: "four Armenian servicemen", not "in Armenia"."""
    places = world.knowledge.places
    for word in words.split():
        country = places.canonical(word)
        if country is not None and country != word and places.country(country) == country and word[:1].isupper():
            return country
    return None


def _loser(detail: Detail, world: World) -> str | None:
    """Return whose loss it was: "Baku had lost one serviceman"."""
    act = next((fact.text for fact in detail.proposition.facts if fact.aspect == Aspect.STATUS), "")
    before, found, _ = detail.proposition.text.partition(f" {_LOST} ")
    if act.split()[:1] != [_LOST] or not found:
        return None
    match = world.knowledge.registry.match(before.removesuffix(" had").removesuffix(" has"))
    return match.entry.country if match else None
