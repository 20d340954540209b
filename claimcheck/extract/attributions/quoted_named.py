"""A quotation whose speaker a mark names: before a colon, behind one, behind a dash; or whom another quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import NOMINAL, VERBS, agent, is_finite, mention, named_by, subject
from claimcheck.extract.attributions.phrases import said_as
from claimcheck.extract.attributions.quoted_frame import DASHES, REACH, Frame, top_of
from claimcheck.extract.cues import default_cues
from claimcheck.extract.layout import no_speakers
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_SIGNATURE = 12
"""Tokens of the longest signature."""
_LABEL = 8
"""Words of the longest name before a colon."""


def labelled(frame: Frame) -> Draft | None:
    """Take a quotation after a name and a colon: Nora Lind: "..."; From the report: "..."."""
    tree, before = frame.tree, frame.before
    if len(before) < 2 or tree.tokens[before[-1]].text != ":":
        return None
    start = max((k + 1 for k, i in enumerate(before) if tree.tokens[i].text in (*DASHES, ")", "]", ";")), default=0)
    words = [tree.tokens[i] for i in before[start:-1]]
    if not 0 < len(words) <= _LABEL or any(w.pos in ("VERB", "AUX") for w in words):
        return None
    cues = default_cues()
    if " ".join(w.text for w in words).lower() in no_speakers():
        return None
    named = [w for w in words if w.entity in ("PERSON", "ORG") or w.lemma in cues.labels or w.lemma in cues.speakers]
    cited = [w for w in words if w.pos == "NOUN" and any(a.lemma == "from" for a in words)]
    source = next(iter(named or cited), None)
    return frame.draft("quote_before", before[-1], top_of(tree, source.i), frame.inside) if source else None


def labelled_after(frame: Frame) -> Draft | None:
    """Take a quotation before a colon and a name, as headlines have it: 'We saw nothing': captain of ferry."""
    tree, after = frame.tree, frame.after
    if frame.before or frame.apart or not 1 < len(after) <= _LABEL + 1 or tree.tokens[after[0]].text != ":":
        return None
    words = [tree.tokens[i] for i in after[1:]]
    named = next((w for w in words if w.pos in NOMINAL), None)
    if named is None or words[-1].i + 1 < len(tree.tokens) or any(w.pos in ("VERB", "AUX") for w in words):
        return None
    return frame.draft("quote_after", after[0], top_of(tree, named.i), frame.inside)


def quoted_as(frame: Frame) -> Draft | None:
    """Take what somebody is quoted as saying by another: "...," the mayor was quoted as saying by the radio."""
    tree = frame.tree
    for i in frame.after[:REACH]:
        if tree.tokens[i].lemma not in ("quote", "cite") or (saying := said_as(tree, i)) is None:
            continue
        told = tree.child(i, "dobj", "nsubjpass")
        passive = told is not None and told.dep == "nsubjpass"
        tellers = (agent(tree, i), agent(tree, saying.i), named_by(tree, saying.i)) if passive else (subject(tree, i),)
        teller = next((t for t in tellers if t is not None), None)
        if told is None or told.i not in frame.after:
            return None
        relays = () if teller is None else (tree.span(mention(tree, teller)),)
        return replace(frame.draft("quote_after", saying.i, told.i, frame.inside), relays=relays)
    return None


def signed(frame: Frame) -> Draft | None:
    """Take a quotation that is signed: "We saw nothing." - Nora Lind, mayor of Arqa."""
    tree, after = frame.tree, frame.after
    if frame.before or not 1 < len(after) <= _SIGNATURE or tree.tokens[after[0]].text not in DASHES:
        return None
    words = list(takewhile(lambda w: w.text != ",", (tree.tokens[i] for i in after[1:])))
    named = next((w for w in words if w.pos in NOMINAL), None)
    verbal = any(tree.tokens[i].pos in VERBS and is_finite(tree, i) and i not in _apart(after, words) for i in after)
    if named is None or verbal or not (words[0].text[0].isupper() or _is_somebody(tree, words, after)):
        return None
    return frame.draft("quote_after", after[0], top_of(tree, named.i), frame.inside)


def _apart(after: Sequence[int], words: Sequence[Token]) -> range:
    """Return the tokens behind the first comma of a signature."""
    return range(words[-1].i + 1, after[-1] + 1)


def _is_somebody(tree: Tree, words: Sequence[Token], after: Sequence[int]) -> bool:
    """Whether a signature in small letters is of a text or somebody, or gives a name: "his deputy, Nora Lind"."""
    cues = default_cues()
    known = any(w.lemma in cues.media or w.lemma in cues.speakers or w.lemma in cues.labels for w in words)
    return known or any(tree.tokens[i].entity == "PERSON" for i in after)
