"""The headline of an incident: words of one account for what its accounts share, and for nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from claimcheck.group.material import Telling
from claimcheck.group.shared import act, agreed, sources
from claimcheck.group.words import name_phrases
from claimcheck.model import Aspect, Fact, Polarity, Span, Voice

_LONGEST = 72
_PARTS = (Aspect.BY_WHOM, Aspect.TO_WHOM, Aspect.WHERE)
_NAMES = 3

Shared = Mapping[Aspect, frozenset[str]]


def label(group: Sequence[Telling], known_acts: Container[str]) -> str:
    """Return a short headline for the accounts of an incident; never empty.

    It is put together from the act, the parties and the place that they share: "Civilians killed in Manbij". Where
    they share no more than the act, the names that they have in common follow: "Call: Putin, Israel". The words of
    one source alone have its name before them.
    """
    if len(sources(group)) < 2:
        return _headline(_own_words(group[0]))
    shared = {aspect: agreed(group, aspect) for aspect in _PARTS}
    told = act(group, known_acts)
    best = max(group, key=lambda telling: len(_facts(telling, told, shared)))
    facts = _facts(best, told, shared)
    if len(facts) > 1:
        return _headline(_sentence(best, facts))
    names = ", ".join(_names(group))
    did = _usual_words(group, told) if told else "About"
    return _headline(
        f"{did}: {names}" if told and names else f"{did} {names}" if told or names else _own_words(group[0])
    )


def _usual_words(group: Sequence[Telling], told: str) -> str:
    """The words that the accounts use most for an act; the first ones among equals."""
    facts = (fact for telling in group for fact in telling.proposition.facts)
    counts = Counter(fact.text for fact in facts if fact.aspect is Aspect.STATUS and fact.value == told)
    return counts.most_common(1)[0][0]


def _own_words(telling: Telling) -> str:
    alone, name = telling.proposition.standalone, telling.claim.source.name
    if telling.claim.voice is Voice.NARRATION:
        return alone or telling.claim.text
    return f"{name}: {telling.proposition.text if alone.startswith(name) else alone or telling.claim.text}"


def _facts(telling: Telling, told: str | None, shared: Shared) -> dict[Aspect, Fact]:
    """The shared facts of the shared act in a proposition that asserts it; none in others."""
    facts = telling.proposition.facts
    did = next((fact for fact in facts if fact.aspect is Aspect.STATUS and fact.value == told), None)
    if did is None or telling.proposition.polarity is not Polarity.POSITIVE:
        return {}
    others = [f for f in facts if f.of == did.of and str(f.value) in shared.get(f.aspect, ())]
    return {Aspect.STATUS: did, **{fact.aspect: fact for fact in reversed(others)}}


def _sentence(telling: Telling, facts: Mapping[Aspect, Fact]) -> str:
    """The doer, the act, the other party and the place, as a headline has them."""
    told, by, to = facts[Aspect.STATUS], facts.get(Aspect.BY_WHOM), facts.get(Aspect.TO_WHOM)
    doer, other = by.text if by else "", _without_number(to, telling) if to else ""
    did = " ".join([*_hedges(telling, facts), told.text])
    if by and by.span < told.span:
        words = f"{doer} {did} {other}"
    else:
        words = f"{other} {did} by {doer}" if by else f"{other} {did}"
    where = str(facts[Aspect.WHERE].value) if Aspect.WHERE in facts else ""
    return f"{words} {where if where.startswith('near ') or not where else f'in {where}'}"


def _hedges(telling: Telling, facts: Mapping[Aspect, Fact]) -> list[str]:
    """The hedges that stand among the facts, and in none of them."""
    spans = [fact.span for fact in facts.values()]
    reach = Span(min(span.start for span in spans), max(span.end for span in spans))
    among = (hedge for hedge in telling.claim.hedges if reach.contains(hedge.span))
    return [hedge.text for hedge in among if not any(span.overlaps(hedge.span) for span in spans)]


def _without_number(fact: Fact, telling: Telling) -> str:
    """The words of a fact; of "at least 15 civilians" only the last, since a toll is one account's."""
    facts = telling.proposition.facts
    counted = any(other.aspect is Aspect.HOW_MANY and other.span.overlaps(fact.span) for other in facts)
    return fact.text.rsplit(" ", 1)[-1] if counted else fact.text


def _names(group: Sequence[Telling]) -> list[str]:
    """The names that most accounts have in common, two at least, by their last words; among equals the first told."""
    found: dict[str, Counter[str]] = {}
    accounts: dict[str, set[str]] = {}
    for telling in group:
        for name in name_phrases(telling.proposition.standalone):
            found.setdefault(name.split()[-1], Counter())[name] += 1
            accounts.setdefault(name.split()[-1], set()).add(telling.claim.source.id)
    common = sorted((last for last in found if len(accounts[last]) > 1), key=lambda last: -len(accounts[last]))
    return [min(found[last], key=lambda name: (-found[last][name], len(name), name)) for last in common[:_NAMES]]


def _headline(words: str) -> str:
    """Return the words on one line, cut at a word and begun with a capital letter."""
    line = " ".join(words.split()).strip(" .,;:\"“”'")
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return (line[:1].upper() + line[1:]) or "Without words"
