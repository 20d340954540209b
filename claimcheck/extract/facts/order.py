"""The order of the facts of a statement."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Aspect, Fact

_ORDER = {aspect: n for n, aspect in enumerate(Aspect)}


def ordered(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts by aspect, then in text order, each once."""
    return tuple(sorted(set(facts), key=lambda f: (_ORDER[f.aspect], f.span, f.of or "", str(f.value), f.op)))
