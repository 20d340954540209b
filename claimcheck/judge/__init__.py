"""Judging: what two claims about one incident come to, on each aspect and together."""

from __future__ import annotations

from functools import partial

from claimcheck.judge.decide import Judge, decide, strength, verdict
from claimcheck.judge.detail import bears
from claimcheck.judge.detail import denies as denies_by_words
from claimcheck.judge.entailment import entailment_judge
from claimcheck.judge.facts import facts_judge
from claimcheck.judge.groups import only_counts
from claimcheck.judge.lexicon import lexicon
from claimcheck.judge.remembered import remembered
from claimcheck.judge.wording import wording_judge
from claimcheck.knowledge import Knowledge
from claimcheck.model import Claim, Fact, Proposition
from claimcheck.ports import Entailer

__all__ = [
    "Judge",
    "bears_on_it",
    "decide",
    "denies",
    "is_pronoun",
    "model_judges",
    "remembered",
    "rule_judges",
    "says_only_how_many",
    "strength",
    "verdict",
]


def bears_on_it(fact: Fact) -> bool:
    """Tell whether a fact is of what happened: not of its telling ("said on Monday"), nor of a verb like "tried"."""
    return bears(fact, lexicon())


def denies(claim: Claim, proposition: Proposition) -> bool:
    """Tell whether the source of a claim says that the act of a proposition did not happen."""
    return denies_by_words(claim, proposition, lexicon())


def is_pronoun(words: str) -> bool:
    """Tell whether words only stand for somebody named elsewhere."""
    return words.lower() in lexicon().pronouns


def says_only_how_many(fact: Fact, proposition: Proposition) -> bool:
    """Tell whether words for people say only how many they were."""
    return only_counts(fact, proposition, lexicon())


def rule_judges(knowledge: Knowledge) -> tuple[Judge, ...]:
    """Return the rules on facts and on wording, which are asked of every pair."""
    return (partial(facts_judge, knowledge), partial(wording_judge, knowledge))


def model_judges(entail: Entailer | None) -> tuple[Judge, ...]:
    """Return the entailment model where there is one."""
    return (partial(entailment_judge, entail),) if entail else ()
