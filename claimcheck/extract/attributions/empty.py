"""Reports in which nothing is said: what was talked about, a bare thing, how the speaker wished to be named."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import VERBS, is_finite
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

_NOUN_RULES = ("object_of", "phrase", "opener")
_NAMING = frozenset({"name", "identify", "quote", "cite", "attribute"})
_ACT = ("tion", "sion", "ment", "ance", "ence", "ity", "ness", "ure", "al", "th", "ship")
"""Endings of nouns of acts and states, which with what they are of come to a statement: "the importance of calm"."""


def is_empty(draft: Draft, cues: Cues) -> bool:
    """Whether the content of a report asserts nothing, or is no clause and nobody's."""
    if draft.rule not in ("infinitive", *_NOUN_RULES):
        return False
    if draft.source is None or is_anonymity(draft.tree, draft.content):
        return True
    return draft.rule in _NOUN_RULES and _is_bare(draft, cues)


def cites_speaker(tree: Tree, content: Sequence[int], cues: Cues) -> bool:
    """Whether what is cited is somebody who speaks."""
    heads = (tree.tokens[i] for i in content if tree.tokens[i].head not in content)
    head = next((t for t in heads if t.pos in ("NOUN", "PROPN")), None)
    return head is not None and is_speaker(head, cues)


def is_speaker(word: Token, cues: Cues) -> bool:
    """Whether a noun is for somebody who speaks: a person, an organisation, a body that is cited like them."""
    named = word.entity in ("PERSON", "ORG")
    return named or any(word.lemma in nouns for nouns in (cues.speakers, cues.bodies, cues.labels))


def is_anonymity(tree: Tree, content: Sequence[int]) -> bool:
    """Whether a source only says how not to be named: "asked not to be named", "requested anonymity"."""
    words = [tree.tokens[i] for i in content]
    return any(
        word.lemma == "anonymity" or (word.lemma in _NAMING and tree.child(word.i, "auxpass") is not None)
        for word in words
    )


def _is_bare(draft: Draft, cues: Cues) -> bool:
    """Whether a content is a noun phrase that only names a thing or a topic: "the frontier", "his call with her"."""
    tree = draft.tree
    if draft.cue is None or draft.stance not in (Stance.AFFIRM, Stance.DENY):
        return False
    verb = tree.tokens[draft.cue]
    if any(tree.tokens[i].pos in VERBS and is_finite(tree, i) for i in draft.content):
        return False
    if draft.rule == "phrase" or verb.lemma in cues.topics:
        return verb.lemma in cues.topics
    return verb.lemma in cues.naming and not _asserts(tree, draft.content)


def _asserts(tree: Tree, content: tuple[int, ...]) -> bool:
    """Whether a noun phrase holds a verb, a number, what a thing is called, or an act with what it is of."""
    words = [tree.tokens[i] for i in content]
    if any(word.pos in VERBS or word.tag == "CD" or word.lemma == "as" for word in words):
        return True
    return any(
        word.lemma.endswith(_ACT)
        and any(t.lemma in ("of", "by", "for") for t in tree.children(word.i, "prep", "agent"))
        for word in words
    )
