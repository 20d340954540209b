"""A small factory of claims, so that a test row shows only what matters to it."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.model import (
    Aspect,
    Bound,
    Claim,
    ComparisonKind,
    Fact,
    Hedge,
    HedgedBy,
    Kind,
    Mode,
    Pair,
    Polarity,
    Proposition,
    Side,
    Source,
    Span,
    Stance,
    Verdict,
    Voice,
)

Judged = Callable[[Claim, Claim], Verdict]
"""What the rules on facts say of two claims."""

ASPECTS = {aspect.value: aspect for aspect in Aspect}
_BOUNDS = sorted((bound.value for bound in Bound), key=len, reverse=True)


def fact(
    aspect: str, text: str, value: float | str | None = None, unit: str | None = None, of: str = "kill", op: str = "="
) -> Fact:
    """Return a fact; without a value, a bound and a number are the words: fact("how_many", ">= 56")."""
    bound, number = Bound(op), value
    if aspect == "how_many" and value is None:
        sign = next((sign for sign in _BOUNDS if text.startswith(sign)), "")
        bound, number = Bound(sign or "="), float(text.removeprefix(sign))
    return Fact(ASPECTS[aspect], text, Span(0, len(text)), number, bound, unit, of)


def act(name: str, of: str | None = None) -> Fact:
    return fact("status", name, name, of=of or name)


def claim(
    id_: str,
    *facts: Fact,
    stance: str = "affirm",
    polarity: str = "positive",
    kind: str = "event",
    hedged: str | None = None,
    source: tuple[str, str] | None = None,
    standalone: str = "",
) -> Claim:
    """Return a claim of one proposition; `hedged` are words that a hedge overlaps, `source` an id and a kind."""
    placed, start = [], 0
    for one in facts:
        span = Span(start, start + len(one.text))
        placed.append(Fact(one.aspect, one.text, span, one.value, one.op, one.unit, one.of))
        start = span.end + 1
    text = " ".join(one.text for one in facts)
    hedges = tuple(Hedge("reportedly", f.span, HedgedBy.SOURCE) for f in placed if f.text == hedged)
    span = Span(0, len(text))
    proposition = Proposition(
        f"{id_}.1", id_, text, (span,), standalone or text, (), Kind(kind), Polarity(polarity), tuple(placed)
    )
    name, sort = source or (f"source of {id_}", "organisation")
    return Claim(
        id=id_,
        article=f"article of {id_}",
        outlet="outlet",
        source=Source(name, name, sort),
        chain=(name,),
        voice=Voice.ATTRIBUTED,
        mode=Mode.INDIRECT,
        stance=Stance(stance),
        text=text,
        spans=(span,),
        hedges=hedges,
        propositions=(proposition,),
    )


def pair(a: Claim, b: Claim, kind: ComparisonKind = ComparisonKind.CROSS_SOURCE) -> Pair:
    return Pair("i1", kind, Side(a, a.propositions), Side(b, b.propositions))
