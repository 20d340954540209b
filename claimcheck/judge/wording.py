"""The judge of sentences in the same words: what the few that differ come to.

An account that is copied with another number, another day, another country or a "not" is the plainest conflict there
is, and it needs no parse to be seen. Where the sentences differ in anything else, this judge has nothing to say.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from math import inf, nextafter
from typing import NamedTuple

from text_to_num import alpha2digit

from claimcheck.judge.detail import FAINT, SURE
from claimcheck.judge.lexicon import lexicon
from claimcheck.judge.numbers import Interval
from claimcheck.knowledge import Knowledge
from claimcheck.model import Aspect, AspectVerdict, Bound, Opinion, Pair, Relation, Stance

NAME = "wording"

LEAST_SHARED = 3
"""Words that two sentences must have in common, and as a share of the longer one, the half of it; chosen by hand."""

IN_THE_SAME = "in the same words"
BY_A_HAIR = 0.8
"""Confidence that "more than 40" and "40" exclude each other, in sentences else the same; chosen, not measured."""

SAME_WORDS = 0.95
"""Confidence that sentences in the same words say the same; chosen, not measured."""

_BOUNDS = {
    Bound.MORE: ("more than", "over", "above"),
    Bound.AT_LEAST: ("at least", "no fewer than"),
    Bound.FEWER: ("less than", "fewer than", "under", "below"),
    Bound.AT_MOST: ("at most", "up to", "no more than"),
}
_BOUND_OF = {words: bound for bound, phrases in _BOUNDS.items() for words in phrases}
_TOKEN = re.compile(
    rf"(?:\b(?P<bound>{'|'.join(_BOUND_OF)})\s+)?(?P<number>\d[\d,]*(?:\.\d+)?)(?!\w)|(?P<word>[^\W_]+(?:['’][^\W_]+)*)",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_NEGATIONS = frozenset({"not", "never", "no"})
_DAYS = frozenset(name.lower() for name in day_name)
_MONTHS = frozenset(name.lower() for name in month_name if name)
_SINCE = frozenset({"in", "since", "of", "until", "by", "during", "from"})
_THERE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "over"})
_YEARS = range(1900, 2101)


class Kind(StrEnum):
    """What a token of a sentence is."""

    NUMBER = "number"
    DAY = "day"
    MONTH = "month"
    WORD = "word"


class Word(NamedTuple):
    """A word of a sentence, or a number with the words of its bound."""

    kind: Kind
    key: str
    text: str
    allows: Interval | None = None


class Difference(NamedTuple):
    """Two runs of words that stand in each other's place, and what they come to.

    `follows` says whether the second sentence holds wherever the first does, as far as these words go.
    """

    a: str
    b: str
    aspect: Aspect
    relation: Relation
    confidence: float = SURE
    follows: bool = False


def wording_judge(knowledge: Knowledge, pairs: Sequence[Pair]) -> Sequence[Opinion]:
    """Return what the wording alone says of each pair."""
    return [opinion(pair, knowledge) for pair in pairs]


def opinion(pair: Pair, knowledge: Knowledge) -> Opinion:
    """Return what the wording says of one pair: nothing where the words differ in more than values."""
    if {pair.a.claim.stance, pair.b.claim.stance} != {Stance.AFFIRM}:
        return _nothing("only what is affirmed is compared by its words")
    first, second = words_of(pair.a.claim.text), words_of(pair.b.claim.text)
    found = _differences(first, second, knowledge)
    if found is None:
        return _nothing("other words")
    if {Aspect.WHAT, Aspect.HOW_MANY} <= {difference.aspect for difference in found}:
        return _nothing("each counts another country's")
    return _summed(found)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, numbers in words as digits: "at least twelve people" is at least 12, people."""
    exact = _VAGUE.sub(r"\g<0>_", text)  # no number: the library would take "thousands" for 1000
    return tuple(map(_word, _TOKEN.finditer(alpha2digit(exact, "en"))))


def _word(found: re.Match[str]) -> Word:
    if found["number"]:
        value = float(found["number"].replace(",", ""))
        return Word(
            Kind.NUMBER, "#", found[0], _allowed(_BOUND_OF.get((found["bound"] or "").lower(), Bound.EXACT), value)
        )
    key = found["word"].lower()
    kind = Kind.DAY if key in _DAYS else Kind.MONTH if key in _MONTHS else Kind.WORD
    return Word(kind, key, found["word"])


def _allowed(bound: Bound, value: float) -> Interval:
    """Return the numbers that a bound allows, "more than 40" without 40 itself."""
    match bound:
        case Bound.MORE:
            return Interval(nextafter(value, inf), inf)
        case Bound.AT_LEAST:
            return Interval(value, inf)
        case Bound.FEWER:
            return Interval(-inf, nextafter(value, -inf))
        case Bound.AT_MOST:
            return Interval(-inf, value)
        case _:
            return Interval(value, value)


def _differences(a: Sequence[Word], b: Sequence[Word], knowledge: Knowledge) -> list[Difference] | None:
    """Return where two sentences differ in values; None where they differ in other words, or share too few."""
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    if shared < LEAST_SHARED or 2 * shared < max(len(a), len(b)):
        return None
    found: list[Difference] = []
    for step, start, end, begin, stop in matcher.get_opcodes():
        if step == "equal":
            found += _numbers(a, b, range(start, end), begin - start)
        elif not all(word.key in lexicon().stop for word in (*a[start:end], *b[begin:stop])):
            difference = _difference(a[:start], a[start:end], b[begin:stop], knowledge)
            if difference is None:
                return None
            found.append(difference)
    return found


def _numbers(a: Sequence[Word], b: Sequence[Word], places: range, shift: int) -> Iterator[Difference]:
    """Yield the numbers in the same place that are not the same."""
    for i in places:
        first, second = a[i].allows, b[i + shift].allows
        if first and second and first != second:
            words = a[i].text, b[i + shift].text
            if first.meets(second):
                within = second.low <= first.low and first.high <= second.high
                yield Difference(*words, _aspect(a, i), Relation.COMPATIBLE, FAINT, within)
            else:
                sure = BY_A_HAIR if _rounded(first).meets(_rounded(second)) else SURE
                yield Difference(*words, _aspect(a, i), Relation.CONFLICT, sure)


def _rounded(interval: Interval) -> Interval:
    """Return an interval with its edges: "more than 40" and "40" exclude each other by a hair."""
    return Interval(*(round(end, 9) if abs(end) < inf else end for end in interval))


def _aspect(words: Sequence[Word], i: int) -> Aspect:
    beside = {word.kind for word in words[max(0, i - 1) : i + 2]}
    value = words[i].allows
    year = value is not None and value.low == value.high and value.low in _YEARS
    since = i > 0 and words[i - 1].key in _SINCE
    return Aspect.WHEN if Kind.MONTH in beside or (year and since) else Aspect.HOW_MANY


def _difference(
    before: Sequence[Word], a: Sequence[Word], b: Sequence[Word], knowledge: Knowledge
) -> Difference | None:
    """Return what two runs of other words come to, where both are values of one kind, or one is a negation."""
    words = " ".join(word.text for word in a), " ".join(word.text for word in b)
    if not (a and b):
        negated = len(a) + len(b) == 1 and (*a, *b)[0].key in _NEGATIONS
        return Difference(*words, Aspect.STATUS, Relation.CONFLICT) if negated else None
    if len(a) == len(b) == 1 and a[0].kind == b[0].kind and a[0].kind in (Kind.DAY, Kind.MONTH):
        return Difference(*words, Aspect.WHEN, Relation.CONFLICT)
    if knowledge.places.contains(*words) is False and knowledge.places.contains(*reversed(words)) is False:
        there = bool(before) and before[-1].key in _THERE
        return Difference(*words, Aspect.WHERE if there else Aspect.WHAT, Relation.CONFLICT)
    return None


def _summed(found: Sequence[Difference]) -> Opinion:
    if not found:
        return Opinion(NAME, Relation.AGREE, SAME_WORDS, "the same words", scores=(SAME_WORDS, 1 - SAME_WORDS, 0.0))
    apart = [d for d in found if d.relation == Relation.CONFLICT]
    relation = Relation.CONFLICT if apart else Relation.COMPATIBLE
    confidence = max(d.confidence for d in apart or found)
    aspects = tuple(AspectVerdict(d.aspect, d.relation, d.a, d.b, IN_THE_SAME, None, d.confidence) for d in found)
    told = "; ".join(f"“{d.a}” and “{d.b}”" if d.a and d.b else f"“{d.a or d.b}”" for d in apart or found)
    return Opinion(NAME, relation, confidence, f"{IN_THE_SAME} but for {told}", aspects, _scores(found))


def _scores(found: Sequence[Difference]) -> tuple[float, float, float]:
    """Return the shares of entailment, neutral and contradiction, from the first sentence to the second."""
    rest = round((1 - SURE) / 2, 4)
    if any(d.relation == Relation.CONFLICT for d in found):
        return (rest, rest, SURE)
    return (SURE, rest, rest) if all(d.follows for d in found) else (rest, SURE, rest)


def _nothing(reason: str) -> Opinion:
    return Opinion(NAME, Relation.UNDECIDED, 0.0, reason)
