"""Rules for phrases that name who answers for a sentence: "according to X", "per X", "in X's view"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import brackets, mention, speaking
from claimcheck.extract.attributions.set_in import end_of_relative
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

_NAMES = ("PERSON", "ORG", "GPE", "NORP")
_VIEWS = frozenset({"view", "opinion", "word", "account", "telling", "reading", "assessment", "estimation"})
_WH = ("WP", "WDT", "WRB", "WP$")
ACCORDING = ("accord", "according")


def according_to(tree: Tree, word: Token, cues: Cues) -> Iterator[Draft]:
    """Take the sentence around "according to X": "[Six were killed], according to the governor"."""
    following = tree.tokens[word.i + 1 : word.i + 2] if word.lemma in ACCORDING else ()
    link = next((t for t in following if t.lemma == "to"), None)
    named = tree.child(link.i, "pobj") if link else None
    if named is None or is_measure(tree, named, cues):
        return
    first, last = _scope(tree, word.i)
    stop = max(tree.subtree(named.i)) + 1
    if _opens(tree, first, word.i):
        behind = max(mention(tree, named.i)) + 1
        if behind + 1 < last and tree.tokens[behind].text == "," and tree.tokens[behind + 1].tag in _WH:
            stop = behind + 1  # "According to X, which translated it, ..."
        stop = next((i for i in range(stop, last) if tree.tokens[i].text == ","), stop)
    content = [i for i in range(first, last) if not word.i <= i < stop]
    yield Draft(tree, word.i, speaking(tree, named.i), tuple(content), Stance.AFFIRM, "according_to")


def is_measure(tree: Tree, named: Token, cues: Cues) -> bool:
    """Whether a thing goes by a measure and nobody speaks: "according to plan", "according to the rules"."""
    return named.lemma in cues.measures and not named.entity and tree.child(named.i, "poss") is None


def _scope(tree: Tree, i: int) -> tuple[int, int]:
    """Return the token range that "according to" is about: its brackets, its sentence, or its part of one.

    A part begins behind a "that" right before it, or with an "and" before a second "according to".
    """
    first, last = brackets(tree, i) or tree.sentence(i)
    joined = [t.i for t in tree.tokens[first:last] if t.lemma in ACCORDING and t.i and _is_joined(tree, t.i)]
    first = max([first, *(k for k in joined if k <= i)])
    last = min([last, *(k - 1 for k in joined if k > i)])
    before = [t for t in tree.tokens[first:i] if t.pos != "PUNCT"]
    if before and before[-1].lemma in ("that", "because"):
        return before[-1].i + 1, last
    if before and before[-1].tag in _WH:  # "the ridge from which, according to X, it came"
        return before[-1].i + 1, end_of_relative(tree, i, last)
    return first, last


def _is_joined(tree: Tree, i: int) -> bool:
    return tree.tokens[i - 1].pos == "CCONJ" and tree.tokens[i - 2].text in (",", ";")


def _opens(tree: Tree, first: int, i: int) -> bool:
    """Whether only conjunctions, adverbs and marks stand between the start of the sentence and token `i`."""
    return all(t.pos in ("CCONJ", "SCONJ", "ADV", "PUNCT", "SPACE") for t in tree.tokens[first:i])


def opening(tree: Tree, word: Token, _cues: Cues) -> Iterator[Draft]:
    """Take the sentence that begins with whose words it gives: "Per the agency, [...]", "In X's view, [...]"."""
    named = _view_of(tree, word) if word.lemma == "in" else _per(tree, word)
    first, last = tree.sentence(word.i)
    if named is None or not _opens(tree, first, word.i):
        return
    close = next((i for i in range(named[1], last) if tree.tokens[i].text == ","), None)
    if close is None or close > max(tree.subtree(word.i)) + 1:
        return
    yield Draft(tree, named[1], named[0], tuple(range(close + 1, last)), Stance.AFFIRM, "opening")


def _per(tree: Tree, word: Token) -> tuple[int, int] | None:
    """Return who speaks in "Per X", and the cue."""
    named = tree.child(word.i, "pobj") if word.lemma == "per" else None
    known = named and (named.entity in _NAMES or any(tree.tokens[i].entity in _NAMES for i in mention(tree, named.i)))
    return (named.i, word.i) if named and known else None


def _view_of(tree: Tree, word: Token) -> tuple[int, int] | None:
    """Return who speaks in "In the words of X", "In X's view", and the cue."""
    view = tree.child(word.i, "pobj")
    if view is None or view.lemma not in _VIEWS:
        return None
    link = tree.child(view.i, "prep")
    owner = tree.child(view.i, "poss") or (tree.child(link.i, "pobj") if link and link.lemma == "of" else None)
    return (owner.i, view.i) if owner else None
