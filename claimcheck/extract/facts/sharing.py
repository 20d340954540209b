"""What the clauses of one sentence share: the day and place of coordinated harm, who did the harm that came of a blow.

"18 were killed and 40 wounded in Aleppo on Tuesday when a missile fired by rebels hit a market": each of the three
clauses is read alone, so each needs the facts that the sentence says once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.facts.acts import HARM
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.order import ordered
from claimcheck.model import Aspect, Fact

_CIRCUMSTANCES = (Aspect.WHERE, Aspect.WHEN)
_MAKING = (Aspect.BY_WHOM, Aspect.HOW)
_OCCASIONS = frozenset({"when", "as", "after", "while"})


@dataclass(frozen=True)
class Told:
    """A clause with the facts that it says itself."""

    clause: Clause
    facts: tuple[Fact, ...]

    @property
    def act(self) -> str | None:
        return next((str(fact.value) for fact in self.facts if fact.aspect is Aspect.STATUS), None)


def shared(told: Sequence[Told]) -> tuple[tuple[Fact, ...], ...]:
    """Return the facts of each clause, with those that it shares with the clauses that it hangs together with."""
    once = tuple(_round(told))
    return tuple(one.facts for one in _round(once))  # a second time, for what comes by way of a clause between


def _round(told: Sequence[Told]) -> Iterator[Told]:
    partners: list[list[tuple[int, bool]]] = [[] for _ in told]
    by_token = {i: n for n, one in enumerate(told) for i in one.clause.tokens}
    for n, one in enumerate(told):
        above = by_token.get(one.clause.verb.head)
        together = one.clause.verb.dep == "conj"
        occasion = one.clause.verb.dep == "advcl" and _is_occasion(one.clause)
        if above is not None and above != n and (occasion or together):
            partners[n].append((above, together))
            partners[above].append((n, True))
    for n, one in enumerate(told):
        lent = [fact for m, doing in partners[n] for fact in _lent(told[m], one, doing)]
        yield replace(one, facts=ordered([*one.facts, *lent]))


def _is_occasion(clause: Clause) -> bool:
    marks = clause.tree.children(clause.head, "mark", "advmod", "prep")
    return any(mark.text.lower() in _OCCASIONS for mark in marks)


def _lent(giver: Told, taker: Told, doing: bool) -> Iterator[Fact]:
    """Yield the facts of `giver` that `taker` lacks; who and how only from a blow to the harm that it did."""
    if taker.act is None or not {giver.act, taker.act} & HARM:
        return
    did_it = doing and taker.act in HARM and giver.clause.verb.lemma in lexicon().blows | lexicon().light
    for aspect in (*_CIRCUMSTANCES, *(_MAKING if did_it else ())):
        if not any(fact.aspect is aspect for fact in taker.facts):
            for fact in giver.facts:
                if fact.aspect is aspect and fact.of == giver.act:
                    yield replace(fact, of=taker.act)
