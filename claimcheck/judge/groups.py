"""Whom an act befell, told by how many they were: "20 militants" and "five civilians" may be two groups."""

from __future__ import annotations

from claimcheck.judge.detail import Detail
from claimcheck.judge.lexicon import Lexicon, keys
from claimcheck.model import Aspect, Fact, Proposition

_SOME = frozenset({"some", "several", "many", "number", "few", "dozen", "score", "hundred", "thousand"})
"""Words for a number that is not said."""


def counted(detail: Detail) -> bool:
    """Tell whether the words for people say how many they were, or that they were some of all."""
    return _number(detail) is not None or not _SOME.isdisjoint(keys(detail.words)[:3])


def same_number(a: Detail, b: Detail) -> bool:
    """Tell whether two accounts count as many people, who may then be the same ones."""
    first, second = _number(a), _number(b)
    return first is not None and second is not None and first.value == second.value


def only_counts(fact: Fact, proposition: Proposition, words: Lexicon) -> bool:
    """Tell whether words for people say only how many they were: "12 people", "30 others"."""
    named = " ".join(keys(fact.value if isinstance(fact.value, str) else fact.text))
    people = fact.aspect in (Aspect.BY_WHOM, Aspect.TO_WHOM) and words.same_units.get(named, named) == "person"
    return people and _number_in(fact, proposition) is not None


def _number(detail: Detail) -> Fact | None:
    return _number_in(detail.fact, detail.proposition)


def _number_in(people: Fact, proposition: Proposition) -> Fact | None:
    """Return the count that stands in the words for people."""
    told = (fact for fact in proposition.facts if fact.aspect == Aspect.HOW_MANY)
    return next((fact for fact in told if fact.span.overlaps(people.span)), None)
