"""Judging: what two claims about one incident come to, on each aspect and together."""

from __future__ import annotations

from functools import partial

from claimcheck.judge.decide import Judge, decide, strength, verdict
from claimcheck.judge.entailment import entailment_judge
from claimcheck.judge.facts import facts_judge
from claimcheck.knowledge import Knowledge
from claimcheck.ports import Entailer

__all__ = ["Judge", "decide", "judges", "strength", "verdict"]


def judges(knowledge: Knowledge, entail: Entailer | None) -> tuple[Judge, ...]:
    """Return the judges of a run: the rules on facts, and the entailment model where there is one."""
    rules: Judge = partial(facts_judge, knowledge)
    return (rules, partial(entailment_judge, entail)) if entail else (rules,)
