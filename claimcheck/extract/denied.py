"""Denials of what was just reported: "called the report a lie" denies what the report says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from claimcheck.extract.counted import sentence_before
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.model import Aspect, Claim, Fact, Link, Polarity, Proposition, Stance, Substitution, Voice
from claimcheck.ports import Token

_STATES = frozenset({Aspect.STATUS, Aspect.BY_WHOM})
"""What a denial of a whole report denies of it for certain: that it happened so."""
_BEHIND = frozenset({"which", "something"})
"""Words that point to what stands right before them in their sentence."""
_POINTING = frozenset({"the", "this", "these", "those", "that", "such", "any", "all", "it", "them", "as"})
_NAMING = ("NOUN", "PROPN", "ADJ", "PART")
_PRONOUNS = frozenset({"it", "that", "this", "them", "so", *_BEHIND})
_LONGEST = 4
_FURTHEST = 2
"""Paragraphs back from a denial to what it denies."""


def with_denied(claims: Sequence[Claim], document: Document) -> tuple[list[Claim], list[Link]]:
    """Return the claims of an article, in order, and links from what is denied to its denial."""
    found: list[Claim] = []
    links: list[Link] = []
    for claim in claims:
        denied = _denied(claim, found, document)
        if denied is None:
            found.append(claim)
            continue
        proposition, told = denied
        found.append(replace(claim, propositions=(_of_denial(claim, told),)))
        links.append(Link(proposition, claim.id, claim.article, claim.text, claim.spans[0]))
    return found, links


def _denied(claim: Claim, before: Sequence[Claim], document: Document) -> tuple[str, Proposition] | None:
    """Return what a claim denies, with the id of the claim that says it, where its own words only point to it."""
    if claim.stance is not Stance.DENY:
        return None
    if behind := _right_before(claim, before, document):
        return next(((behind.id, p) for p in behind.propositions), None)
    if not _only_points(claim, document):
        return None
    told = [c for c in _last_run(claim, before) if _is_near(c, claim, document) and _is_owner(c, claim, document)]
    stated = [(c, p) for c in told for p in c.propositions if _tells_an_act(p)]
    laid = [(c, p) for c, p in stated if any(f.aspect is Aspect.BY_WHOM and f.value != c.source.id for f in p.facts)]
    near = [(c, p) for c, p in stated if _is_in_sentence_before(p, claim, document)]
    return next(((c.id, p) for c, p in laid or near or stated or _denied_before(claim, before, document)), None)


def _denied_before(claim: Claim, before: Sequence[Claim], document: Document) -> list[tuple[Claim, Proposition]]:
    """Return what the claim right before denies too, whose words alone tell what is denied: "denied that it fired"."""
    last = before[-1] if before else None
    if last is None or last.stance is not Stance.DENY or not _is_near(last, claim, document):
        return []
    return [(last, p) for p in last.propositions if _tells_an_act(p)]


def _is_in_sentence_before(told: Proposition, claim: Claim, document: Document) -> bool:
    """Whether a statement is in the sentence right before the one of a denial, or in the same."""
    tree = document.tree_at(claim.spans[0])
    return tree is not None and told.spans[0].start >= sentence_before(tree, claim.spans[0].start, document)


def _right_before(claim: Claim, before: Sequence[Claim], document: Document) -> Claim | None:
    """Return the claim of the same sentence that a denial follows: "It leaked, which the company denies"."""
    told = before[-1] if before else None
    if told is None or told.source.id == claim.source.id or told.stance is not Stance.AFFIRM:
        return None
    tree = document.tree_at(claim.spans[0])
    words = tree.within(claim.spans[0]) if tree else ()
    if not tree or not words or not _points_behind([tree.tokens[i] for i in words]):
        return None
    first, _ = tree.sentence(words[0])
    return told if tree.tokens[first].start <= told.spans[-1].start < claim.spans[0].start else None


def _points_behind(words: Sequence[Token]) -> bool:
    """Whether words are but "which", or a noun for what was just said: "an accusation"."""
    if len(words) == 1:
        return words[0].text.casefold() in _BEHIND
    known = default_cues()
    named = words[-1].lemma in known.nouns or words[-1].lemma in known.matters
    return len(words) <= _LONGEST and words[0].lemma in ("a", "an") and named


def _is_near(told: Claim, claim: Claim, document: Document) -> bool:
    """Whether a claim is in the paragraph of a denial or in one of the two before."""
    trees = [document.tree_at(each.spans[0]) for each in (told, claim)]
    a, b = (document.place_of(tree) if tree else -_FURTHEST for tree in trees)
    return 0 <= b - a <= _FURTHEST


def _is_owner(told: Claim, claim: Claim, document: Document) -> bool:
    """Whether a claim is of those whose the denied words are said to be: of the club, for "the club's claims"."""
    tree = document.tree_at(claim.spans[0])
    words = [tree.tokens[i] for i in tree.within(claim.spans[0])] if tree else []
    narrowing = [word.text.casefold() for word in words[:-1] if word.pos in ("NOUN", "PROPN", "ADJ")]
    return all(word in told.source.name.casefold() for word in narrowing if word not in _POINTING)


def _tells_an_act(proposition: Proposition) -> bool:
    positive = proposition.polarity is Polarity.POSITIVE
    return positive and any(fact.aspect is Aspect.STATUS for fact in proposition.facts)


def _only_points(claim: Claim, document: Document) -> bool:
    """Whether the words of a claim are but a noun for what was said: "the report", "the accusations"."""
    tree = document.tree_at(claim.spans[0])
    words = [tree.tokens[i] for i in tree.within(claim.spans[0])] if tree and len(claim.spans) == 1 else []
    if not words or len(words) > _LONGEST:
        return False
    if len(words) == 1 and words[0].lemma in _PRONOUNS:
        return True
    known = default_cues()
    said = [word.lemma in known.nouns or word.lemma in known.matters for word in words if word.pos == "NOUN"]
    bare = all(word.lemma in _POINTING or word.pos in _NAMING for word in words)
    return bare and said[-1:] == [True]


def _last_run(claim: Claim, before: Sequence[Claim]) -> list[Claim]:
    """Return the last claims before one that another source makes, in one go, and that assert something."""
    attributed = [c for c in before if c.voice is Voice.ATTRIBUTED]
    others = list(reversed([c for c in attributed if c.source.id != claim.source.id]))
    if not others:
        return []
    source = others[0].source.id
    run = takewhile(lambda c: c.source.id == source, others)
    return [c for c in reversed(list(run)) if c.stance is Stance.AFFIRM and c.propositions]


def _of_denial(claim: Claim, told: Proposition) -> Proposition:
    """Return what a denial denies as its own proposition, in whose words it has but the noun for it."""
    span = claim.spans[0]
    facts = tuple(_pointed(told, claim))
    change = Substitution(claim.text, span, told.standalone)
    return replace(
        told,
        id=f"{claim.id}.1",
        claim=claim.id,
        text=claim.text,
        spans=claim.spans,
        substitutions=(change,),
        facts=facts,
    )


def _pointed(told: Proposition, claim: Claim) -> Iterator[Fact]:
    for fact in told.facts:
        if fact.aspect in _STATES:
            yield replace(fact, text=claim.text, span=claim.spans[0], antecedent=None)
