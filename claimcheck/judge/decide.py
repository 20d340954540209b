"""Where the opinions of the judges become one verdict.

Each judge spreads its confidence over the three relations: what it gives to its own, and the rest in equal
parts to the other two. The verdict is the relation with the greatest product of these shares, each raised to
the weight of its judge (a logarithmic opinion pool: Genest and Zidek 1986, Statistical Science 1(1)), which is fitted
and, for facts, depends on what they say: two that exclude each other tell more than two that are alike. One judge
alone keeps its confidence at weight 1; judges of one mind gain, and disagreement costs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import exp, log

from claimcheck.model import AspectVerdict, Comparison, Opinion, Pair, Relation, Strength, Verdict, stable_id
from claimcheck.settings import JudgingSettings

Judge = Callable[[Sequence[Pair]], Sequence[Opinion]]
"""Gives one opinion a pair, in their order; an opinion depends on its pair alone."""

DECIDED = (Relation.CONFLICT, Relation.AGREE, Relation.COMPATIBLE)
_LEAST = 0.01


def decide(
    pairs: Sequence[Pair], judges: Sequence[Judge], settings: JudgingSettings, in_doubt: Sequence[Judge] = ()
) -> tuple[Comparison, ...]:
    """Return one comparison a pair, sorted by id. Swapping the sides of a pair changes nothing.

    The judges `in_doubt` are asked only of the pairs on which the others come to no clear verdict: they cost more.
    """
    turned = [in_order(pair) for pair in pairs]
    opinions = _asked(judges, turned)
    verdicts = [verdict(given, settings) for given in opinions]
    doubted = [i for i, found in enumerate(verdicts) if in_doubt and found.strength != Strength.CLEAR]
    more = _asked(in_doubt, [turned[i] for i in doubted])
    for i, further in zip(doubted, more, strict=True):
        verdicts[i] = verdict([*opinions[i], *further], settings)
    found = [_comparison(pair, judged) for pair, judged in zip(turned, verdicts, strict=True)]
    return tuple(sorted(found, key=lambda comparison: comparison.id))


def _asked(judges: Sequence[Judge], pairs: Sequence[Pair]) -> list[tuple[Opinion, ...]]:
    """Return the opinions on each pair, in the order of the judges."""
    if not judges:
        return [()] * len(pairs)
    return list(zip(*(judge(pairs) for judge in judges), strict=True))


def in_order(pair: Pair) -> Pair:
    """Return a pair with its sides in the order of their claim ids."""
    if pair.a.claim.id <= pair.b.claim.id:
        return pair
    return replace(pair, a=pair.b, b=pair.a)


def verdict(opinions: Sequence[Opinion], settings: JudgingSettings) -> Verdict:
    """Return what opinions on one pair come to together; each stays visible in the verdict."""
    aspects = _aspects(opinions)
    deciding = [opinion for opinion in opinions if opinion.relation != Relation.UNDECIDED]
    if not deciding:
        reason = next((opinion.reason for opinion in opinions if opinion.reason), "no judge had anything to go by")
        return Verdict(Relation.UNDECIDED, 0.0, reason, tuple(opinions), aspects)
    pool = pooled(deciding, settings)
    relation = max(DECIDED, key=lambda r: round(pool[r], 6))
    confidence = round(pool[relation], 4)
    reason = _reason(relation, deciding)
    if confidence < settings.undecided:
        relation, reason = Relation.UNDECIDED, "the judges do not agree: " + reason
    return Verdict(relation, confidence, reason, tuple(opinions), aspects, strength(confidence, settings))


def _aspects(opinions: Sequence[Opinion]) -> tuple[AspectVerdict, ...]:
    """Return what was said of each aspect by the first judge that had something to say of it."""
    found: list[AspectVerdict] = []
    for opinion in opinions:
        ruled = {verdict.aspect for verdict in found}
        found += (verdict for verdict in opinion.aspects if verdict.aspect not in ruled)
    return tuple(found)


def pooled(opinions: Sequence[Opinion], settings: JudgingSettings) -> Mapping[Relation, float]:
    """Return the share of each relation; the shares add up to 1."""
    logs = dict.fromkeys(DECIDED, 0.0)
    for opinion in opinions:
        weight = settings.weight_of(opinion.judge, opinion.relation)
        own = min(max(opinion.confidence, _LEAST), 1 - _LEAST)
        for relation in DECIDED:
            logs[relation] += weight * log(own if relation == opinion.relation else (1 - own) / 2)
    total = sum(exp(value) for value in logs.values())
    return {relation: exp(value) / total for relation, value in logs.items()}


def strength(confidence: float, settings: JudgingSettings) -> Strength:
    """Return the word for a confidence."""
    if confidence >= settings.clear:
        return Strength.CLEAR
    return Strength.LIKELY if confidence >= settings.likely else Strength.WEAK


def _reason(relation: Relation, opinions: Sequence[Opinion]) -> str:
    """Return why, in the words of the first judge of that mind, and who sees it otherwise."""
    reason = next((opinion.reason for opinion in opinions if opinion.relation == relation), "on balance")
    others = [f"{o.judge} sees it as {o.relation}" for o in opinions if o.relation != relation]
    return "; ".join((reason, *others))


def _comparison(pair: Pair, judged: Verdict) -> Comparison:
    a, b = pair.a.claim.id, pair.b.claim.id
    propositions = tuple(p.id for side in (pair.a, pair.b) for p in side.propositions)
    id_ = stable_id("v", pair.incident, a, b)
    return Comparison(id_, pair.incident, pair.kind, a, b, propositions, judged, pair.repeats)
