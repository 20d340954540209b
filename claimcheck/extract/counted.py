"""What a bare figure counts, from what was said just before: "put it at 300" after "200 people marched"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.document import Document
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.numbers import Quantity, quantities
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Claim, Fact, Proposition, Span, Substitution

_TOLLS = frozenset({"toll", "death", "casualty", "dead"})
_DEAD = "kill"
_ANYBODY = "person"
_REPLACED = frozenset({Aspect.HOW_MANY, Aspect.STATUS})
_POINTING = frozenset({"it", "that", "this"})
_LINKS = frozenset({"at", "to", "of", "from"})
_LONGEST = 7
"""Words of a figure that says nothing of what it counts: "the overall number at more than 300"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the noun that it is put to, "" where there is none."""

    tree: Tree
    noun: str
    quantity: Quantity

    @property
    def number(self) -> Span:
        return self.tree.span(range(self.quantity.first, self.quantity.last))


def with_counted(claims: Sequence[Claim], document: Document) -> list[Claim]:
    """Return the claims of an article, in order; where one gives but a figure, with what the figure counts."""
    found: list[Claim] = []
    for claim in claims:
        told = [_full(p, claim, found, document) for p in claim.propositions]
        found.append(replace(claim, propositions=tuple(told)))
    return found


def _full(proposition: Proposition, claim: Claim, before: Sequence[Claim], document: Document) -> Proposition:
    """Return a proposition as a sentence about those who are counted, where it is plain who they are."""
    figure = _figure(proposition, document)
    if figure is None:
        return _of_their_kind(proposition, claim, before, document)
    own = next((fact for fact in proposition.facts if fact.aspect is Aspect.HOW_MANY), None)
    told = list(_counted(before, figure.tree, claim, document))
    fitting = [(other, fact) for other, fact in told if _fits(fact, figure.noun, own)]
    sentence = _recounted(*fitting[0], figure, document) if len(fitting) == 1 else None
    if sentence is None:
        return _as_sentence(proposition, figure)
    (other, counted), facts = fitting[0], [f for f in proposition.facts if f.aspect not in _REPLACED]
    change = Substitution(proposition.text, proposition.spans[0], sentence.rstrip("."))
    facts += _facts(other, counted, figure, document)
    return replace(proposition, standalone=sentence, substitutions=(change,), facts=tuple(facts))


def _of_their_kind(proposition: Proposition, claim: Claim, before: Sequence[Claim], document: Document) -> Proposition:
    """Return a proposition whose number stands alone with the kind of those counted before it.

    "One firefighter died, the mayor said. The union said two had died": two of them.
    """
    alone = next((fact for fact in proposition.facts if _stands_alone(fact, document)), None)
    tree = document.tree_at(proposition.spans[0])
    if alone is None or tree is None:
        return proposition
    counted = (f for _, f in _counted(before, tree, claim, document) if f.of == alone.of)
    kinds = {fact.unit for fact in counted} - {None, _ANYBODY}
    if len(kinds) != 1:
        return proposition
    (kind,) = kinds
    facts = (_of_kind(fact, kind) if fact.span == alone.span else fact for fact in proposition.facts)
    return replace(proposition, facts=tuple(facts))


def _stands_alone(fact: Fact, document: Document) -> bool:
    """Whether a count has no noun for those it counts: "two had died"."""
    tree = document.tree_at(fact.span)
    words = tree.within(fact.span) if tree and fact.aspect is Aspect.HOW_MANY and fact.unit == _ANYBODY else ()
    return bool(words) and all(tree.tokens[i].pos == "NUM" for i in words if tree)


def _of_kind(fact: Fact, kind: str | None) -> Fact:
    if fact.aspect is Aspect.HOW_MANY:
        return replace(fact, unit=kind)
    return replace(fact, value=kind) if fact.value == _ANYBODY else fact


def _recounted(other: Proposition, counted: Fact, figure: Figure, document: Document) -> str | None:
    """Return the sentence of another proposition with a figure in place of its own number."""
    earlier = _number_in(counted, document)
    at = other.standalone.casefold().find(earlier.casefold()) if earlier else -1
    if earlier is None or at < 0:
        return None
    sentence = other.standalone[:at] + document.words(figure.number) + other.standalone[at + len(earlier) :]
    return sentence[0].upper() + sentence[1:]


def _facts(other: Proposition, counted: Fact, figure: Figure, document: Document) -> Iterator[Fact]:
    """Yield what a figure says: that what it counts was so, and how many there were."""
    words, quantity = document.words(figure.number), figure.quantity
    for fact in other.facts:
        if fact.aspect is Aspect.STATUS:
            yield replace(fact, text=words, span=figure.number, antecedent=None)
    yield Fact(Aspect.HOW_MANY, words, figure.number, quantity.value, quantity.op, counted.unit, counted.of)


def _as_sentence(proposition: Proposition, figure: Figure) -> Proposition:
    """Return "the death toll at 22" as a sentence: "The death toll was 22"."""
    link = figure.tree.tokens[figure.quantity.first - 1]
    at = proposition.standalone.find(" at ")
    if link.lemma != "at" or at < 0 or not (figure.noun in _TOLLS or figure.noun in lexicon().attendances):
        return proposition
    sentence = f"{proposition.standalone[:at]} was {proposition.standalone[at + 4 :]}"
    change = Substitution(link.text, Span(link.start, link.end), "was")
    return replace(proposition, standalone=sentence, substitutions=(*proposition.substitutions, change))


def _figure(proposition: Proposition, document: Document) -> Figure | None:
    """Return the figure in words that are no more than one: "the toll at 300", "it at 300", "300"."""
    span = proposition.spans[0]
    tree = document.tree_at(span)
    words = tree.within(span) if tree and len(proposition.spans) == 1 else []
    if not tree or not 0 < len(words) <= _LONGEST:
        return None
    nouns = [i for i in words if tree.tokens[i].pos in ("NOUN", "PROPN", "PRON")]
    found = quantities(tree, words)
    if len(found) != 1 or found[0].counted not in (None, found[0].number) or found[0].last <= words[-1]:
        return None
    noun = tree.tokens[nouns[-1]].lemma if nouns else ""
    bare = not nouns and found[0].first == words[0]
    linked = bool(nouns) and nouns[-1] < found[0].first and tree.tokens[found[0].first - 1].lemma in _LINKS
    return Figure(tree, noun, found[0]) if bare or (linked and _is_for_number(noun)) else None


def _is_for_number(noun: str) -> bool:
    known = lexicon()
    return noun in _POINTING or noun in _TOLLS or noun in known.figures or noun in known.attendances


def _counted(
    before: Sequence[Claim], tree: Tree, claim: Claim, document: Document
) -> Iterator[tuple[Proposition, Fact]]:
    """Yield what is counted in the sentence of a claim, and in the one just before it, of those before the claim."""
    at = claim.spans[0].start
    start = sentence_before(tree, at, document)
    for other in before:
        for proposition in other.propositions:
            facts = [
                f for f in proposition.facts if f.aspect is Aspect.HOW_MANY and f.of and start <= f.span.start < at
            ]
            yield from ((proposition, fact) for fact in facts)


def sentence_before(tree: Tree, at: int, document: Document) -> int:
    """Return where the sentence before the one at `at` begins."""
    inside = tree.within(Span(at, at + 1)) or tree.within(tree.reach)[:1]
    first, _ = tree.sentence(inside[0])
    if first > 0:
        return tree.tokens[tree.sentence(first - 1)[0]].start
    place = document.place_of(tree)
    if place == 0:
        return tree.tokens[0].start
    last = document.trees[place - 1]
    return last.tokens[last.sentence(len(last.tokens) - 1)[0]].start


def _fits(fact: Fact, noun: str, own: Fact | None) -> bool:
    """Whether a figure can be of what another counts: a death toll is of the dead, a turnout of those who came."""
    if own is not None and own.of in (_DEAD,) and fact.of != _DEAD:
        return False
    if noun in _TOLLS:
        return fact.of == _DEAD
    return noun not in lexicon().attendances or fact.of == "attend" or fact.unit == "person"


def _number_in(fact: Fact, document: Document) -> str | None:
    """Return the words of a count that are its number: "at least 14" of "at least 14 people"."""
    tree = document.tree_at(fact.span)
    inside = tree.within(fact.span) if tree else []
    found = quantities(tree, inside) if tree else ()
    return document.words(tree.span(range(found[0].first, found[0].last))) if tree and len(found) == 1 else None
