"""What two accounts of an incident or more have in common, and none contradicts: who, what was hit, by what means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.group.material import Telling
from claimcheck.group.shared import asserted, in_all
from claimcheck.group.wording import head, one
from claimcheck.group.words import families, listed, mapped, name_phrases, words
from claimcheck.model import Aspect, Fact

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_ENOUGH = 2
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+$")
_PARTIES = (Aspect.BY_WHOM, Aspect.TO_WHOM)
OBJECTS = (Aspect.TO_WHOM, Aspect.WHAT)

_NAMELESS = listed("pronouns") - {"person", "people", "group"}

Keys = frozenset[str]


def keys(fact: Fact, knowledge: Knowledge) -> Keys:
    """Return what a party or a thing may be known again by: its name in the registry, or the singular of its noun."""
    value = str(fact.value)
    if value in _NAMELESS:
        return frozenset()
    nouns = {one(noun) for noun in (head(fact.text),) if noun}
    if value.islower() and knowledge.registry.get(value) is None:
        nouns.add(one(value.rsplit(" ", 1)[-1]))
    else:
        nouns.add(value)
    return frozenset(nouns - _NAMELESS)


def shared_keys(
    group: Sequence[Telling], aspects: Sequence[Aspect], of: str, knowledge: Knowledge, least: int = _ENOUGH
) -> Keys:
    """Return what all sources who name a party or a thing of an act can be taken to name alike."""
    given: dict[str, set[str]] = {}
    for aspect in aspects:
        for source, fact in asserted(group, aspect, of):
            if found := keys(fact, knowledge):
                given.setdefault(source, set()).update(found)
    return in_all(given, least)


def target(group: Sequence[Telling]) -> str | None:
    """Return what all sources that name something of the kind say was hit: "hospital"; a word of theirs."""
    given: dict[str, set[str]] = {}
    for aspect in (*OBJECTS, Aspect.WHERE):
        for telling in group:
            for fact in telling.proposition.facts:
                noun = head(fact.text) if fact.aspect is aspect else None
                if noun and families("targets", words(noun)):
                    given.setdefault(telling.claim.source.id, set()).add(one(noun))
    return min(in_all(given), default=None)


def means(group: Sequence[Telling], tellers: Sequence[str]) -> str | None:
    """Return by what means it was done, where two of the tellers say it and none of them says otherwise."""
    given: dict[str, set[str]] = {}
    for source, fact in asserted([t for t in group if t.claim.source.id in tellers], Aspect.HOW):
        if str(fact.value).islower():
            given.setdefault(source, set()).add(str(fact.value))
    return min(in_all(given), default=None)


def calls(group: Sequence[Telling]) -> bool:
    """Whether two sources say that it was a telephone call."""
    said = {t.claim.source.id for t in group if not listed("calling").isdisjoint(words(t.proposition.text))}
    return len(said) >= _ENOUGH


def happening(group: Sequence[Telling], beside: str) -> str | None:
    """Return what two sources tell of in a verb or a noun, beside an act that it led to: "shooting" beside "kill"."""
    names = mapped("act_names")
    acts = {name: act for act, name in names.items() if act != beside and act in listed("deadly")}
    given: dict[str, set[str]] = {}
    for aspect in (Aspect.STATUS, Aspect.HOW):
        for source, fact in asserted(group, aspect):
            value = str(fact.value)
            act = value if aspect is Aspect.STATUS else acts.get(value, "")
            if act in acts.values():
                given.setdefault(act, set()).add(source)
    most = max(given, key=lambda act: len(given[act]), default=None)
    return names[most] if most and len(given[most]) >= _ENOUGH else None


def persons(group: Sequence[Telling], knowledge: Knowledge) -> tuple[str, ...]:
    """Return the last names of the persons that two sources name, in the order told.

    Persons are those whom the registry knows, and whoever is named in full where it says who did something.
    """
    named = dict.fromkeys(name for telling in group for name in _persons(telling, knowledge))
    tellers = {name: {t.claim.source.id for t in group if _names(t, name, knowledge)} for name in named}
    return tuple(name for name, found in tellers.items() if len(found) >= _ENOUGH)


def _names(telling: Telling, name: str, knowledge: Knowledge) -> bool:
    return name.lower() in words(telling.proposition.standalone) or name in _persons(telling, knowledge)


def _persons(telling: Telling, knowledge: Knowledge) -> Iterator[str]:
    """The last names of the persons that a proposition names, or that its parties are."""
    given = [fact for fact in telling.proposition.facts if fact.aspect in _PARTIES]
    parties = (knowledge.registry.get(str(fact.value)) for fact in given)
    matches = map(knowledge.registry.match, name_phrases(telling.proposition.standalone))
    for entry in (*parties, *(match.entry for match in matches if match)):
        if entry and entry.kind == "individual":
            yield entry.name.split()[-1]
    for fact in given:
        last = fact.text.split()[-1]
        institution = last.lower() in listed("role_names") | listed("ends_of_institutions")
        if _FULL_NAME.search(fact.text) and not institution and knowledge.registry.match(fact.text) is None:
            yield last
