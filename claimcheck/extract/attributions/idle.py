"""Words that look like a report and report nothing: "needless to say", "the clock says", "will say whether"."""

from __future__ import annotations

from claimcheck.extract.cues import Cues, default_cues
from claimcheck.extract.tree import Tree

NOBODY = frozenset({"nobody", "none", "nothing", "neither", "anyone", "anybody"})
"""Subjects of which nobody says anything: "nothing suggests that they fled"."""
_WH = ("WP", "WDT", "WRB", "WP$")
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
_EMPTY = frozenset({"so", "nothing"})
_IDLE_REACH = 4
"""Tokens on each side of a verb that may be part of an idiom with it."""


def is_idiom(tree: Tree, cue: int, cues: Cues) -> bool:
    """Whether a verb of saying stands in an idiom that tells of no speech: "it goes without saying that"."""
    first = max(cue - _IDLE_REACH, 0)
    words = [t.text.lower() for t in tree.tokens[first : cue + _IDLE_REACH + 1]]
    at = cue - first
    for idiom in cues.idle:
        for begin in range(max(at - len(idiom) + 1, 0), at + 1):
            if tuple(words[begin : begin + len(idiom)]) == idiom:
                return True
    return False


def is_thing(tree: Tree, source: int, cues: Cues) -> bool:
    """Whether what "says" something is a thing with words on it, and nobody's: "the clock", "the law"."""
    word = tree.tokens[source]
    return word.lemma in cues.things and not word.entity and tree.child(source, "poss") is None


def is_yet_to_come(tree: Tree, cue: int, content: int) -> bool:
    """Whether a question, which begins at `content`, is yet to be answered: "will say on Monday whether they fled"."""
    helpers = {t.lemma for t in tree.children(cue, "aux")}
    first = tree.tokens[content]
    asked = first.lemma in ("whether", "if") or first.tag in _WH
    return tree.tokens[cue].lemma in ("say", "tell") and asked and not helpers.isdisjoint(("will", "shall"))


def is_asked(tree: Tree, cue: int) -> bool:
    """Whether a participle tells what a speaker was asked: "Asked whether they fled, she said", "was asked about"."""
    verb = tree.tokens[cue]
    undergone = verb.tag == "VBN" and (verb.dep == "advcl" or tree.child(cue, "agent") is None)
    passive = tree.child(cue, "auxpass", "nsubjpass") is not None
    return verb.lemma in default_cues().asking and undergone and (passive or tree.child(cue, "aux", "nsubj") is None)


def names_itself(tree: Tree, cue: int) -> bool:
    """Whether a verb only tells how somebody is called: "a group calling itself the Front"."""
    below = [*tree.children(cue), *(t for child in tree.children(cue) for t in tree.children(child.i))]
    return tree.tokens[cue].lemma == "call" and any(t.text.lower() in _SELVES for t in below)


def says_nothing(tree: Tree, cue: int, content: int) -> bool:
    """Whether what follows "say" stands for no words: "said so", "said nothing about the wounded"."""
    verb = tree.tokens[cue]
    return verb.lemma in ("say", "tell") and content > cue and tree.tokens[content].lemma in _EMPTY
