"""At whose wish an act was: "at the initiative of the Turkish side", "at Russia's request", "X requested the call".

Whoever wished it began it, and may be another than those who did it: accounts of a call differ on this.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.doers import Party, doers
from claimcheck.extract.facts.grammar import objects
from claimcheck.extract.facts.ground import Ground, Reading, fact
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import core_span, is_party, party_value
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact

BEGUN = "start"
"""The act of whoever wished it."""

_AT = frozenset({"at", "on", "upon", "by"})
_WISHING = frozenset({"ask", "request", "seek", "propose", "suggest"})


def wishes(clause: Clause, ground: Ground) -> Iterator[Fact]:
    """Yield who began the talks of a clause: by whom, of the act of beginning."""
    tree = clause.tree
    for i in clause.tokens:
        parties = _asked_by(tree, i, ground) if is_wish(tree, i) else _asking(clause, i, ground)
        for party in parties:
            found = fact(ground, Aspect.BY_WHOM, party.span, Reading(party.value, of=BEGUN))
            if found is not None:
                yield found


def is_wish(tree: Tree, i: int) -> bool:
    """Tell whether a noun says that somebody wished it: "at Russia's request"."""
    token = tree.tokens[i]
    return token.lemma in lexicon().wishes and token.dep == "pobj" and tree.tokens[token.head].lemma in _AT


def _asked_by(tree: Tree, i: int, ground: Ground) -> Iterator[Party]:
    named = (*tree.children(i, "poss"), *objects(tree, i, "of", "from"))
    for owner in named:
        if is_party(tree, owner.i, ground):
            yield Party(core_span(tree, owner.i), party_value(tree, owner.i, ground))
    if not named:
        yield from doers(tree, i, ground)


def _asking(clause: Clause, i: int, ground: Ground) -> Iterator[Party]:
    """Yield who asked for talks: "Moscow requested the call", "asked for a meeting"."""
    tree = clause.tree
    if tree.tokens[i].pos != "VERB" or tree.tokens[i].lemma not in _WISHING:
        return
    wished = (*tree.children(i, "dobj"), *objects(tree, i, "for"))
    subject = clause.subject(i)
    if subject is not None and any(w.lemma in lexicon().talks for w in wished) and is_party(tree, subject, ground):
        yield Party(core_span(tree, subject), party_value(tree, subject, ground))
