"""What a source does with the content of a report, where more than the cue decides it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.cues import base, default_cues
from claimcheck.extract.facts.grammar import is_hidden_past
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance

_MARKS = frozenset(":-–—")
_COMPLEMENTS = ("oprd", "attr", "ccomp")
_NAMES = ("NOUN", "PROPN", "ADJ", "VERB")
_DENIALS = frozenset({"no", "never", "neither", "nor", "not", "n't", "hardly"})


def stance_in_context(tree: Tree, cue: int | None, stance: Stance) -> Stance:
    """Return the stance of a report: a cue that is negated tells of a refusal ("did not confirm that ...").

    A denial that is negated is a refusal too: who will not deny says nothing.
    """
    if cue is None:
        return stance
    stance = _with_particle(tree, cue) or stance
    if stance is Stance.ATTITUDE and is_naming(tree, cue):
        return Stance.AFFIRM
    if stance not in (Stance.AFFIRM, Stance.DENY):
        return stance
    refused = is_negated(tree, cue) or _is_refused(tree, cue) or is_neithers(tree, cue)
    return Stance.REFUSE if refused else stance


def _with_particle(tree: Tree, verb: int) -> Stance | None:
    """Return what a verb tells together with its particle: "ruled out" denies."""
    pairs = ((tree.tokens[verb].lemma, particle.lemma) for particle in tree.children(verb, "prt"))
    return next(filter(None, map(default_cues().phrases.get, pairs)), None)


def is_naming(tree: Tree, verb: int) -> bool:
    """Whether a verb says what a thing is: "called it a pause", "what they dubbed a rotation"."""
    known = tree.tokens[verb].lemma in default_cues().calling
    return known and any(t.i > verb and t.pos in _NAMES for t in tree.children(verb, *_COMPLEMENTS))


def is_neithers(tree: Tree, verb: int) -> bool:
    """Whether none of two does what a verb tells: "Neither the mayor nor the port would say"."""
    sources = tree.children(verb, "nsubj")
    return any(t.lemma == "neither" for s in sources for t in tree.children(s.i, "det", "preconj", "cc"))


def may_refuse(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody would or could do, so that its denial is a refusal: "would not say"."""
    return any(t.tag == "MD" for t in tree.children(verb, "aux"))


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether a verb is denied by a word of its own: "did not say", "would neither confirm nor deny"."""
    first = tree.tokens[verb]
    if any(t.lemma in _DENIALS for t in tree.children(verb, "neg", "preconj", "advmod", "cc") if t.i < verb):
        return True
    return first.dep == "conj" and first.head != verb and is_negated(tree, first.head) and _shares(tree, verb)


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a coordinated verb has no subject or auxiliary of its own, so that the negation reaches it."""
    return tree.child(verb, "nsubj", "aux") is None and tree.tokens[verb].tag in ("VB", "VBN")


def _is_refused(tree: Tree, verb: int) -> bool:
    """Whether a verb is what a source refuses to do: "declined to confirm that ..."."""
    above = next(tree.ancestors(verb), None)
    return above is not None and tree.tokens[verb].dep == "xcomp" and above.lemma in ("decline", "refuse")


def head_of_cue(tree: Tree, words: Sequence[int]) -> int | None:
    """Return the word of a cue that attributes: the first that the lexicon knows, else the first verb, else a word."""
    cues = default_cues()
    known = [i for i in words if tree.tokens[i].lemma in cues.verbs or tree.tokens[i].lemma in cues.nouns]
    verbs = [i for i in words if tree.tokens[i].pos == "VERB"]
    return next(iter([*known, *verbs, *words]), None)


def is_known(tree: Tree, words: Iterable[int]) -> bool:
    """Whether the lexicon of cues has a word of a cue."""
    cues = default_cues()
    return any(tree.tokens[i].lemma in cues.verbs or tree.tokens[i].lemma in cues.nouns for i in words)


def is_clause(tree: Tree, content: Iterable[int]) -> bool:
    """Whether a content has a verb that bears tense, though the parse takes it for a participle: "a ferry capsized"."""
    return any(tree.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") or _is_past(tree, i) for i in content)


def _is_past(tree: Tree, i: int) -> bool:
    """Whether a participle with a subject and no auxiliary is a past tense."""
    if tree.tokens[i].tag != "VBN":
        return False
    alone = tree.child(i, "nsubj") is not None and tree.child(i, "aux", "auxpass") is None
    return alone or is_hidden_past(tree, i)


def stance_of_cue(tree: Tree, words: Sequence[int], content: Sequence[int], *, quoted: bool) -> Stance:
    """Return what the words of a cue say that a source does with a content.

    A refusal or a denial anywhere in the cue decides ("refused to say"). Else its first word that the lexicon knows
    does, by the frame that the content fits; a cue of which the lexicon knows no word tells an attitude, since what
    is compared must be known to be asserted.
    """
    cues = default_cues()
    lemmas = [base(tree.tokens[i].text, tree.tokens[i].lemma, cues) for i in words]
    if "accord" in lemmas:
        return Stance.AFFIRM
    frames: tuple[str, ...] = ("object", "infinitive")
    if quoted or is_clause(tree, content):
        frames = ("quote", "clause", "object") if quoted else ("clause", "object")
    found: list[Stance] = []
    for lemma, after in zip(lemmas, [*lemmas[1:], ""], strict=False):
        stances = cues.verbs.get(lemma, {})
        fitting = next((stances[frame] for frame in frames if frame in stances), next(iter(stances.values()), None))
        found += [s for s in (cues.phrases.get((lemma, after)), fitting, cues.nouns.get(lemma)) if s][:1]
    decisive = next((s for s in found if s in (Stance.REFUSE, Stance.DENY)), None)
    unknown = Stance.AFFIRM if quoted and all(tree.tokens[i].text in _MARKS for i in words) else Stance.ATTITUDE
    return decisive or next(iter(found), unknown)
