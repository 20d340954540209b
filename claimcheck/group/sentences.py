"""A headline as a sentence: who did what to whom, in words of the account that gives most of what is shared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.group.common import OBJECTS, Keys, keys, shared_keys
from claimcheck.group.material import Telling
from claimcheck.group.shared import affirms, number
from claimcheck.group.told import Act
from claimcheck.group.wording import as_written, is_participle, is_past, many, only_prepositions, plain, uncounted
from claimcheck.group.words import listed
from claimcheck.model import Aspect, Fact, Span

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_VAGUE = re.compile(
    r"(?:they|it|he|she|we|i|you|this|that|these|those|none|some|others|who|which|him|her|them|us|me|one)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What all accounts of an act share of who did it and to whom or what, and the number where that is one too."""

    act: Act
    doers: Keys
    objects: Keys
    number: float | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The facts of one telling that are shared."""

    telling: Telling
    did: Fact
    doer: Fact | None
    other: Fact | None


def shared_of(group: Sequence[Telling], act: Act, knowledge: Knowledge) -> Shared:
    """Return what the accounts of an act share."""
    tellers = act.affirmed
    return Shared(
        act,
        shared_keys(group, (Aspect.BY_WHOM,), act.name, knowledge),
        shared_keys(group, OBJECTS, act.name, knowledge),
        number(group, act.name, tellers) if len(tellers) > 1 else None,
    )


def sentence(group: Sequence[Telling], shared: Shared, knowledge: Knowledge) -> str | None:
    """Return the longest sentence that holds only what is shared; none where it would lack a doer and an object."""
    told = (said for telling in group for said in _said(telling, shared, knowledge))
    return max(told, key=lambda words: len(words.split()), default=None)


def _said(telling: Telling, shared: Shared, knowledge: Knowledge) -> Iterator[str]:
    """Yield the sentence that one telling makes, if it makes one."""
    parts = _parts(telling, shared, knowledge)
    if parts is None or not is_past(parts.did.text):
        return
    doer = _doer(parts)
    other = _object(parts, shared, knowledge, alone=not doer)
    needs = shared.act.name in listed("needs_object")
    did = " ".join([*_hedges(parts), parts.did.text])
    if doer and (other or not needs):
        yield " ".join(part for part in (doer, did, other) if part)
    elif other:
        yield f"{other} {did}"


def _parts(telling: Telling, shared: Shared, knowledge: Knowledge) -> Parts | None:
    facts = telling.proposition.facts
    did = next((f for f in facts if f.aspect is Aspect.STATUS and f.value == shared.act.name), None)
    if did is None or not affirms(telling):
        return None

    def first(aspects: Sequence[Aspect], wanted: Keys) -> Fact | None:
        of = (f for f in facts if f.aspect in aspects and f.of == shared.act.name and not _VAGUE.fullmatch(f.text))
        return next((fact for fact in of if not wanted.isdisjoint(keys(fact, knowledge))), None)

    return Parts(telling, did, first((Aspect.BY_WHOM,), shared.doers), first(OBJECTS, shared.objects))


def _doer(parts: Parts) -> str:
    """Return who did it, where that stands before the verb: after it, "with" and "by" are hard to tell apart."""
    if parts.doer is None or parts.doer.span.start > parts.did.span.start or _counts(parts.doer, parts):
        return ""
    return plain(parts.doer.text)


def _object(parts: Parts, shared: Shared, knowledge: Knowledge, alone: bool) -> str:
    """Return to whom or to what it was done; `alone`: the words can stand before the verb, without who did it."""
    other = parts.other
    if other is None or other.text.lower() in parts.did.text.lower():
        return ""
    before = other.span.end <= parts.did.span.start
    between = "" if before else _between(parts.telling, parts.did, other)
    if not only_prepositions(between.split()) or (alone and between.strip()) or (before and not alone):
        return ""
    if alone and not before and not is_participle(parts.did.text):
        return ""
    return f"{between.strip()} {_noun(other, parts, shared, knowledge)}".strip()


def _noun(fact: Fact, parts: Parts, shared: Shared, knowledge: Knowledge) -> str:
    """Return the words for a party that all its tellers can stand by; a number only where it is everyone's."""
    found = keys(fact, knowledge) & shared.objects
    if str(fact.value) in found and not _counts(fact, parts) and not str(fact.value).isalpha():
        return plain(fact.text)
    exact = _exact(fact, parts, shared)
    if exact:
        return exact
    written = sorted(filter(None, (as_written(key, fact) for key in found)))
    if written and uncounted(fact.text):
        return written[0]
    return many(min(found)) if _counts(fact, parts) or not uncounted(fact.text) else min(found)


def _exact(fact: Fact, parts: Parts, shared: Shared) -> str:
    counted = [f for f in parts.telling.proposition.facts if f.aspect is Aspect.HOW_MANY and f.span.overlaps(fact.span)]
    if shared.number is None or not any(f.value == shared.number for f in counted):
        return ""
    return plain(fact.text) if uncounted(fact.text) else ""


def _counts(fact: Fact, parts: Parts) -> bool:
    facts = parts.telling.proposition.facts
    return any(f.aspect is Aspect.HOW_MANY and f.span.overlaps(fact.span) for f in facts)


def _between(telling: Telling, did: Fact, other: Fact) -> str:
    return telling.article.text[did.span.end : max(other.span.start, did.span.end)]


def _hedges(parts: Parts) -> list[str]:
    """Return the hedges that stand among the shared facts, and in none of them."""
    spans = [fact.span for fact in (parts.did, parts.doer, parts.other) if fact]
    reach = Span(min(span.start for span in spans), max(span.end for span in spans))
    among = (hedge for hedge in parts.telling.claim.hedges if reach.contains(hedge.span))
    return [hedge.text for hedge in among if not any(span.overlaps(hedge.span) for span in spans)]
