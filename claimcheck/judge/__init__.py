"""Judging: what two claims about one incident come to, on each aspect and together."""

from __future__ import annotations

from functools import partial

from claimcheck.judge.decide import Judge, decide, strength, verdict
from claimcheck.judge.detail import bears
from claimcheck.judge.entailment import entailment_judge
from claimcheck.judge.facts import facts_judge
from claimcheck.judge.lexicon import lexicon
from claimcheck.knowledge import Knowledge
from claimcheck.model import Fact
from claimcheck.ports import Entailer

__all__ = ["Judge", "bears_on_it", "decide", "is_pronoun", "judges", "strength", "verdict"]


def bears_on_it(fact: Fact) -> bool:
    """Tell whether a fact is of what happened: not of its telling ("said on Monday"), nor of a verb like "tried"."""
    return bears(fact, lexicon())


def is_pronoun(words: str) -> bool:
    """Tell whether words only stand for somebody named elsewhere."""
    return words.lower() in lexicon().pronouns


def judges(knowledge: Knowledge, entail: Entailer | None) -> tuple[Judge, ...]:
    """Return the judges of a run: the rules on facts, and the entailment model where there is one."""
    rules: Judge = partial(facts_judge, knowledge)
    return (rules, partial(entailment_judge, entail)) if entail else (rules,)
