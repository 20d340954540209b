"""The headline of an incident: words of one account for what its accounts share, and for nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimcheck.group.common import in_common, persons, place_in_common
from claimcheck.group.material import Telling
from claimcheck.group.shared import act, agreed
from claimcheck.group.words import listed, mapped
from claimcheck.model import Aspect, Fact, Polarity, Span

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge

_LONGEST = 72
_PARTIES = (Aspect.BY_WHOM, Aspect.TO_WHOM)
_OPENING = 4
"""Words that make a beginning worth showing: "the phone conversation" alone tells little."""
_VAGUE = re.compile(r"(?:they|it|he|she|we|i|you|this|that|these|those|none|some|others|who|which)\b", re.IGNORECASE)

Shared = Mapping[Aspect, frozenset[str]]


def label(group: Sequence[Telling], knowledge: Knowledge) -> str:
    """Return a short headline for the accounts of an incident; never empty.

    It is put together from the act, the parties and the place that they share: "Soldiers fired shots near the Blue
    Line", "Attack on a wedding in Hasakah", "Putin-Netanyahu call". Where they share no act, or there is one source
    alone, it is the beginning of one account, with its source's name.
    """
    known = frozenset(knowledge.acts.names)
    told = act(group, known - listed("consequences")) or act(group, known)
    if told is None:
        return _own_words(group)
    where = place_in_common(group, knowledge)
    line = _line(_sentence(group, told, where) or _named(group, told, where, knowledge) or "")
    return line[:1].upper() + line[1:] if line else _own_words(group)


def _own_words(group: Sequence[Telling]) -> str:
    """The beginning of the first claim that says something by itself, with the name of its source."""
    first = next((telling for telling in group if _says_something(telling)), group[0])
    return _line(f"{first.claim.source.name}: {first.proposition.text or first.claim.text}")


def _says_something(telling: Telling) -> bool:
    text = telling.proposition.text
    return len(text.split()) >= _OPENING and not _VAGUE.match(text)


def _sentence(group: Sequence[Telling], told: str, where: str | None) -> str | None:
    """What was done, by whom or to whom, in the words of the account that gives most of what is shared."""
    shared = {aspect: agreed(group, aspect, told) for aspect in (*_PARTIES, Aspect.WHAT)}
    best = max(group, key=lambda telling: len(_facts(telling, told, shared)))
    facts = _facts(best, told, shared)
    by, to = (facts.get(aspect) for aspect in _PARTIES)
    if not to and (not by or told in listed("needs_object")):
        return None
    did = " ".join([*_hedges(best, facts), facts[Aspect.STATUS].text])
    doer, other = (_without_number(party, best) if party else "" for party in (by, to))
    if by and by.span < facts[Aspect.STATUS].span:
        words = f"{doer} {did} {other or _object(facts)}"
    else:
        words = f"{other} {did} by {doer}" if by else f"{other} {did}"
    return f"{words.strip()} {_in(where)}"


def _object(facts: Mapping[Aspect, Fact]) -> str:
    """The thing that an act is done with or to, where its words do not hold it already."""
    what = facts.get(Aspect.WHAT)
    return what.text if what and what.text.lower() not in facts[Aspect.STATUS].text.lower() else ""


def _facts(telling: Telling, told: str, shared: Shared) -> dict[Aspect, Fact]:
    """The shared facts of the shared act in a proposition that asserts it; none in others."""
    facts = telling.proposition.facts
    did = next((fact for fact in facts if fact.aspect is Aspect.STATUS and fact.value == told), None)
    if did is None or telling.proposition.polarity is not Polarity.POSITIVE:
        return {}
    others = [f for f in facts if f.of == did.of and str(f.value) in shared.get(f.aspect, ())]
    return {Aspect.STATUS: did, **{fact.aspect: fact for fact in reversed(others) if not _VAGUE.fullmatch(fact.text)}}


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


def _named(group: Sequence[Telling], told: str, where: str | None, knowledge: Knowledge) -> str | None:
    """The name of the act, with who or what was in it: "Putin-Netanyahu call", "Attack on a wedding in Hasakah"."""
    name = mapped("act_names").get(told)
    if name is None:
        return None
    who = persons(group, knowledge) if told in mapped("between_persons") else ()
    if who:
        name = "call" if in_common(group, "means") == "call" else name
        return f"{'-'.join(who[:2])} {name}" if len(who) > 1 else f"{name} with {who[0]}"
    target = mapped("target_names").get(in_common(group, "targets") or "", "")
    on = f"{mapped('on_targets')[told]} {target}" if target and told in mapped("on_targets") else ""
    hedges = _shared_hedges(group, told)
    return " ".join(part for part in (*hedges, name, on, _in(where)) if part)


def _shared_hedges(group: Sequence[Telling], told: str) -> list[str]:
    """A word for the hedges, where every account that tells of the act weakens it."""
    asserted = [t for t in group if any(f.aspect is Aspect.STATUS and f.value == told for f in t.proposition.facts)]
    hedged = [any(span.contains(h.span) for h in t.claim.hedges for span in t.proposition.spans) for t in asserted]
    return ["reported"] if hedged and all(hedged) else []


def _in(where: str | None) -> str:
    return "" if not where else where if where.startswith("near ") else f"in {where}"


def _line(text: str) -> str:
    """Return a text on one line, cut at a word."""
    line = " ".join(text.split()).strip(" .,;:\"“”'")
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
