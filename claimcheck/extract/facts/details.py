"""All the facts of a claim's clauses: what each says itself, and what the clauses of one sentence share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.facts.acts import Act, acts_of
from claimcheck.extract.facts.casualties import counts
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.dates import dates
from claimcheck.extract.facts.grammar import is_pro_verb
from claimcheck.extract.facts.ground import Ground, Reading, fact
from claimcheck.extract.facts.manner import manner
from claimcheck.extract.facts.order import ordered
from claimcheck.extract.facts.parties import parties, surprised
from claimcheck.extract.facts.places import places
from claimcheck.extract.facts.reasons import causes, reasons
from claimcheck.extract.facts.sharing import Told, shared
from claimcheck.model import Aspect, Fact


def facts_of(clauses: Sequence[Clause], ground: Ground) -> tuple[tuple[Fact, ...], ...]:
    """Return the facts of each clause of a claim, with those that the clauses of one sentence share."""
    return shared([Told(clause, _own(clause, ground)) for clause in clauses])


def _own(clause: Clause, ground: Ground) -> tuple[Fact, ...]:
    """Return the facts of a clause by aspect, then in text order, each once.

    What is inside a cause ("because of an attack that killed five") is no fact of the clause but its reason.
    """
    cause = [i for words in causes(clause) for i in words]
    rest = tuple(i for i in clause.tokens if i not in set(cause))
    kept = replace(clause, tokens=rest) if clause.head in rest else clause
    acts = acts_of(kept, ground.knowledge.acts)
    found = [*_all(kept, acts, ground), *reasons(clause, acts[0].name, ground)]
    by = [f for f in found if f.aspect is Aspect.BY_WHOM and f.of == acts[0].name]
    if by and not any(f.aspect is Aspect.TO_WHOM and f.of == acts[0].name for f in found):
        found.extend(surprised(clause, cause, by, acts[0].name, ground))
    return ordered(found)


def _all(clause: Clause, acts: tuple[Act, ...], ground: Ground) -> Iterator[Fact]:
    main = acts[0]
    words = main.words if ground.clipped(main.words) else clause.tree.span(clause.tokens[:1])
    telling = clause.tree.tokens[main.i].lemma if main.tells else None  # "put the toll": not that they were killed
    status = fact(ground, Aspect.STATUS, words, Reading(main.name, of=telling or main.name))
    stands_for = is_pro_verb(clause.tree, main.i)  # "did so": nothing that can be denied
    if status is not None and not stands_for:
        yield status
    yield from parties(clause, acts[1:] if stands_for else acts, ground)
    yield from manner(clause, main.name, ground)
    yield from counts(clause, acts, ground)
    yield from places(clause, main.name, ground)
    yield from dates(clause, main.name, telling, ground)
