"""Rules for headlines and brackets, where a mark stands for "said": "Army: [...]", "[...] – inquiry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import TOPICS, VERBS, brackets, is_finite, is_speech, text_sentence
from claimcheck.extract.cues import Cues
from claimcheck.extract.layout import no_speakers
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

_LONGEST_LABEL = 6
"""Words of the longest name before a colon or behind a dash."""
_DASHES = frozenset({"-", "–", "—", "--"})
_ENDS = frozenset({".", "!", "?", "…"})
_NO_COMMENT = ("no", "comment")


def label(tree: Tree, mark: Token, cues: Cues) -> Iterator[Draft]:
    """Take what follows the name of a speaker and a colon: "Larsen: [We saw nothing]"."""
    named = _before_topic(tree.tokens[: mark.i]) if mark.text == ":" else ()
    if not 0 < len(named) <= _LONGEST_LABEL or _is_heading(named):
        return
    content = tuple(range(mark.i + 1, len(tree.tokens)))
    unknown = _is_unknown_name(tree, named, content)
    if not unknown and not all(_is_name(t, cues) for t in named):
        return
    heads = [t.i for t in named if t.head == t.i or not 0 <= t.head < len(named)]
    words = tuple(tree.tokens[i].lemma for i in content if tree.tokens[i].pos != "PUNCT")
    stance = Stance.REFUSE if words == _NO_COMMENT else Stance.AFFIRM
    yield Draft(tree, mark.i, heads[0] if heads else 0, content, stance, "label")


def _before_topic(named: Sequence[Token]) -> Sequence[Token]:
    cut = next((n for n, t in enumerate(named) if n and t.text in TOPICS), len(named))
    return named[:cut]


def _is_heading(named: Sequence[Token]) -> bool:
    return " ".join(t.text for t in named).lower() in no_speakers()


def _is_unknown_name(tree: Tree, named: Sequence[Token], content: Sequence[int]) -> bool:
    """Whether one word that looks like a name, of a thing unknown, stands before a whole clause."""
    first = named[0]
    if len(named) > 1 or first.pos != "PROPN" or not first.text[0].isupper() or first.entity in ("DATE", "TIME", "LOC"):
        return False
    return any(tree.tokens[i].pos in VERBS and is_finite(tree, i) for i in content)


def _is_name(word: Token, cues: Cues) -> bool:
    """Whether a word may be part of the name of a speaker: a name, an initial, a title, what joins them."""
    known = word.entity in ("PERSON", "ORG", "GPE", "NORP") or word.text.isupper()
    known = known or word.lemma in cues.labels or word.lemma in cues.speakers
    return known or word.text in (".", "of", "the", "in") or (word.pos == "PROPN" and len(word.text) < 4)


def dashed(tree: Tree, mark: Token, cues: Cues) -> Iterator[Draft]:
    """Take a headline that its speaker ends: "[Dam failed, was not blown up] – inquiry"."""
    behind = tree.tokens[mark.i + 1 :] if mark.text in _DASHES else ()
    if not 0 < len(behind) <= _LONGEST_LABEL or mark.i < 2:
        return
    closed = behind[-1].text in _ENDS or any(t.pos in VERBS or t.pos == "PUNCT" for t in behind)
    if closed or not _speaks(behind[-1], cues) or any(t.text in _ENDS for t in tree.tokens[: mark.i]):
        return
    yield Draft(tree, mark.i, behind[-1].i, tuple(range(mark.i)), Stance.AFFIRM, "dashed")


def bracketed(tree: Tree, mark: Token, cues: Cues) -> Iterator[Draft]:
    """Take a sentence whose speaker stands in brackets at its end: "[The march was peaceful] (police)."."""
    if mark.text != "(":
        return
    first, last = text_sentence(tree, mark.i)
    named = tree.tokens[mark.i + 1 : last - 1]
    content = tuple(range(first, mark.i))
    closed = last - mark.i > 2 and tree.tokens[last - 1].text == ")"
    if not closed or len(named) > 3 or any(t.pos in VERBS for t in named) or not _speaks(named[-1], cues):
        return
    if any(tree.tokens[i].pos in VERBS and is_finite(tree, i) for i in content):
        yield Draft(tree, mark.i, named[-1].i, content, Stance.AFFIRM, "bracketed")


def _speaks(word: Token, cues: Cues) -> bool:
    return word.lemma in cues.labels or word.lemma in cues.speakers or word.text.lower() in cues.labels


def second_verb(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a headline's speaker says after a comma: "Captain denies he was drunk, says [fog hid the pier]"."""
    if not is_speech(verb, cues) or verb.tag != "VBZ" or not verb.i or tree.tokens[verb.i - 1].text != ",":
        return
    first, last = text_sentence(tree, verb.i)
    if last < len(tree.tokens) or last == verb.i + 1:
        return
    above = next((t for t in tree.tokens[first : verb.i] if t.tag == "VBZ" and t.lemma in cues.verbs), None)
    own = above and tree.child(above.i, "nsubj")
    if own and own.i < verb.i:
        content = tuple(range(verb.i + 1, last))
        yield Draft(tree, verb.i, own.i, content, cues.verbs[verb.lemma]["quote"], "second_verb")


def as_put(tree: Tree, verb: Token, _cues: Cues) -> Iterator[Draft]:
    """Take what somebody put in his words: "[not even the pigeons], as the caretaker put it"."""
    if verb.lemma != "put":
        return
    thing, source = tree.child(verb.i, "dobj"), tree.child(verb.i, "nsubj")
    mark = tree.child(verb.i, "mark")
    if not thing or thing.lemma != "it" or not source or not mark or mark.lemma != "as":
        return
    first, last = brackets(tree, verb.i) or text_sentence(tree, verb.i)
    content = tuple(i for i in range(first, last) if not mark.i <= i <= thing.i)
    yield Draft(tree, verb.i, source.i, content, Stance.AFFIRM, "as_put")
