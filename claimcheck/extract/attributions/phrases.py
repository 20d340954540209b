"""Rules for contents that are no reported clause: infinitives, noun phrases, what a statement tells, according to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import (
    VERBS,
    agent,
    clause,
    giver,
    gives_figure,
    is_passive,
    is_speech,
    is_time,
    mention,
    named_by,
    rest_of,
    speaker,
    speaking,
    subject,
)
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

_COMMENTING = frozenset({"comment", "elaborate", "speak", "talk", "expand"})
_QUOTED_REACH = 30
"""Words from "quoted" to "as saying", at most: who is quoted may be told with an age, an office and a town."""


def infinitive(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a source means to do or will not do: "He vowed [to respond]"."""
    stance = cues.stance(verb.lemma, "infinitive")
    head = stance and tree.child(verb.i, "xcomp")
    if head and stance and head.i > verb.i and tree.child(head.i, "aux"):
        content = [i for i in tree.subtree(head.i) if i > verb.i]
        yield Draft(tree, verb.i, speaker(tree, verb.i), tuple(content), stance, "infinitive")


def refusal(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a source will not say: "declined to say [whether they fled]", "refused to confirm [the time]"."""
    stance = cues.stance(verb.lemma, "infinitive")
    head = tree.child(verb.i, "xcomp") if stance is Stance.REFUSE else None
    if head is None or head.i < verb.i or not (cues.stance(head.lemma, "quote") or head.lemma in cues.topics):
        return
    told = tree.child(head.i, "ccomp", "dobj") or _topic(tree, head)
    if told is None or told.i < head.i:
        return
    after = [i for i in tree.subtree(head.i) if i >= min(tree.subtree(told.i))]
    content = clause(tree, told.i) if told.dep == "ccomp" else after
    yield Draft(tree, verb.i, speaker(tree, verb.i), tuple(content), Stance.REFUSE, "refusal")


def _topic(tree: Tree, verb: Token) -> Token | None:
    """Return the preposition of what a source will not comment on."""
    links = (t for t in tree.children(verb.i, "prep") if t.lemma in ("on", "about", "upon"))
    return next(links, None) if verb.lemma in _COMMENTING else None


def _is_parted(tree: Tree, first: int, last: int) -> bool:
    """Whether a semicolon stands between two words, so that one is no part of the other, whatever the parse says."""
    return any(tree.tokens[i].text == ";" for i in range(first, last))


def object_of(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take a noun phrase as the content: "She confirmed [the strike]", "[the claim] was denied by Y"."""
    stance = cues.stance(verb.lemma, "object")
    if not stance or (verb.dep == "acl" and tree.tokens[verb.head].lemma in cues.media):
        return
    if claimed := _claimed(tree, verb, cues):
        yield Draft(tree, verb.i, speaker(tree, verb.i), claimed, stance, "object_of")
        return
    if stance is Stance.DENY and (denied := _denied_claim(tree, verb, cues)):
        yield Draft(tree, verb.i, speaker(tree, verb.i), denied, stance, "object_of")
        return
    clausal = any(not _is_parted(tree, t.i, verb.i) for t in tree.children(verb.i, "ccomp"))
    if clausal or any(t.tag == "TO" for t in tree.children(verb.i, "aux")):
        return
    if is_passive(tree, verb.i):
        head, source = tree.child(verb.i, "nsubjpass"), agent(tree, verb.i)
        if head and source is not None:
            yield Draft(tree, verb.i, source, tuple(tree.subtree(head.i)), stance, "object_of")
        return
    head = tree.child(verb.i, "dobj")
    if head and head.i > verb.i and (verb.lemma, head.lemma) not in cues.idioms:
        content = tree.subtree(head.i)
        content += rest_of(tree, verb.i, max(content))
        yield Draft(tree, verb.i, speaker(tree, verb.i), tuple(content), stance, "object_of")


def _denied_claim(tree: Tree, verb: Token, cues: Cues) -> tuple[int, ...]:
    """Return the claim that a relative clause denies: "[a charge] that the harbour authority denies"."""
    thing = tree.child(verb.i, "dobj")
    claim = tree.tokens[verb.head]
    relative = verb.dep == "relcl" and thing is not None and thing.tag in ("IN", "WDT", "WP") and thing.i < verb.i
    return tuple(mention(tree, claim.i)) if relative and is_claim(claim, cues) else ()


def _claimed(tree: Tree, verb: Token, cues: Cues) -> tuple[int, ...]:
    """Return a claim and its clause, where the parse hangs that on the verb: "dismissed [the idea that they fled]"."""
    thing, head = tree.child(verb.i, "dobj"), tree.child(verb.i, "ccomp")
    if not thing or not head or not thing.i < head.i or not is_claim(thing, cues):
        return ()
    return tuple(i for i in tree.subtree(verb.i) if i >= min(tree.subtree(thing.i)))


def is_claim(word: Token, cues: Cues) -> bool:
    """Whether a noun names what was said, so that a clause after it tells that."""
    return word.lemma in cues.nouns or word.lemma in cues.matters


def figure(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take a figure that a source gives: "The agency put [the toll at 40]", "said 20 died but later put ..."."""
    head = tree.child(verb.i, "dobj")
    bare = head is not None and verb.lemma == "say" and head.i > verb.i and head.tag == "CD"
    if head is None or not (bare or gives_figure(tree, verb, cues)):
        return
    source = _reviser(tree, verb, cues)
    content = [i for i in tree.subtree(verb.i) if i >= min(tree.subtree(head.i))]
    if source is not None and any(tree.tokens[i].tag == "CD" for i in content):
        yield Draft(tree, verb.i, source, tuple(content), Stance.AFFIRM, "figure")


def _reviser(tree: Tree, verb: Token, cues: Cues) -> int | None:
    """Return who gives a figure: where the parse joins the verb to a reported clause, who reports that."""
    reported = tree.tokens[verb.head]
    joined = verb.dep == "conj" and reported.dep == "ccomp" and tree.child(verb.i, "nsubj") is None
    above = tree.tokens[reported.head]
    return speaker(tree, above.i if joined and is_speech(above, cues) else verb.i)


def phrase(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what follows a verb and its particle: "She called for [a ceasefire]"."""
    undergone = verb.tag == "VBN" and verb.dep in ("advcl", "acl") and tree.child(verb.i, "aux") is None
    if not undergone:
        yield from _with_particle(tree, verb, cues)
    for link in tree.children(verb.i, "prep") if verb.pos in VERBS and not undergone else ():
        stance = cues.phrases.get((verb.lemma, link.lemma))
        content = [i for i in tree.subtree(link.i) if i > link.i]
        if stance and content and link.i > verb.i and not is_time(tree, link):
            content += rest_of(tree, verb.i, max(content))
            yield Draft(tree, verb.i, speaker(tree, verb.i), tuple(content), stance, "phrase")


def _with_particle(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the object of a verb that tells with its particle: "He ruled out [hostile fire]"."""
    for particle in tree.children(verb.i, "prt"):
        stance = cues.phrases.get((verb.lemma, particle.lemma))
        told = tree.child(verb.i, "dobj")
        if stance and told and told.i > verb.i:
            yield Draft(tree, verb.i, speaker(tree, verb.i), tuple(tree.subtree(told.i)), stance, "phrase")


def blame(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take whom a source holds answerable and for what: "X accused [Y of shelling Z]"."""
    stance = cues.stance(verb.lemma, "blame")
    head = stance and tree.child(verb.i, "dobj", "nsubjpass")
    if not head or not stance:
        return
    source = agent(tree, verb.i) if head.dep == "nsubjpass" else subject(tree, verb.i)
    by = tree.child(verb.i, "agent")
    content = tree.subtree(head.i)
    for child in tree.children(verb.i, "prep", "prt"):
        content += tree.subtree(child.i) if not by or child.i != by.i else []
    yield Draft(tree, verb.i, source, tuple(sorted(content)), stance, "blame")


def quoting(tree: Tree, verb: Token, _cues: Cues) -> Iterator[Draft]:
    """Take what a source is quoted as saying by another: "The radio quoted the mayor as saying [they fled]"."""
    told = tree.child(verb.i, "dobj", "nsubjpass") if verb.lemma in ("quote", "cite") else None
    saying = said_as(tree, verb.i) if told else None
    head = tree.child(saying.i, "ccomp") if saying else None
    if not told or not saying or not head:
        return
    tellers = (agent(tree, verb.i), named_by(tree, saying.i)) if told.dep == "nsubjpass" else (subject(tree, verb.i),)
    teller = next((t for t in tellers if t is not None), None)
    relays = () if teller is None else (tree.span(mention(tree, teller)),)
    yield Draft(tree, saying.i, told.i, tuple(clause(tree, head.i)), Stance.AFFIRM, "quoting", relays=relays)


def said_as(tree: Tree, verb: int) -> Token | None:
    """Return the "saying" of "quoted him as saying", a few words after its verb."""
    near = tree.tokens[verb + 1 : min(verb + _QUOTED_REACH, tree.sentence(verb)[1])]
    return next((b for a, b in pairwise(near) if (a.text, b.text) == ("as", "saying")), None)


def no_comment(tree: Tree, word: Token, _cues: Cues) -> Iterator[Draft]:
    """Take the words that a source will not say any: "The ministry had [no immediate comment]"."""
    if word.lemma != "comment" or word.pos != "NOUN":
        return
    verb = next((t for t in tree.ancestors(word.i) if t.pos in VERBS), None)
    source = subject(tree, verb.i) if verb else None
    if verb is None or source is None or word.i < verb.i:
        return
    content = [i for i in tree.subtree(verb.i) if i > verb.i]
    if any(tree.tokens[i].lemma in ("no", "not", "n't", "unavailable") for i in tree.subtree(verb.i)):
        yield Draft(tree, verb.i, source, tuple(content), Stance.REFUSE, "no_comment")


def noun(tree: Tree, word: Token, cues: Cues) -> Iterator[Draft]:
    """Take the clause of a noun of saying: "the army's claim that [they fled]"."""
    stance = cues.nouns.get(word.lemma)
    if not stance or word.pos != "NOUN":
        return
    above = tree.tokens[word.head]
    beside = [t for t in tree.children(above.i, "ccomp") if word.dep == "dobj" and t.i > word.i]
    for head in (*tree.children(word.i, "acl", "ccomp", "relcl"), *beside):
        source = giver(tree, word.i)
        content = _told_by_noun(tree, head)
        if content and source is not None:
            yield Draft(tree, word.i, source, content, stance, "noun")


def _told_by_noun(tree: Tree, head: Token) -> tuple[int, ...]:
    """Return the clause of a noun behind "that", whatever the parse takes that for; no relative clause."""
    words = tree.subtree(head.i)
    that = next((tree.tokens[i] for i in words if tree.tokens[i].lemma == "that"), None)
    if that is None or that.i > head.i or that.i > words[0] + 1:
        return ()
    if that.dep == "mark":
        return tuple(clause(tree, head.i))
    own = any(t.i != that.i for t in tree.children(head.i, "nsubj", "nsubjpass", "expl"))
    relative = that.dep in ("dobj", "pobj") or (that.dep != "det" and that.head != head.i)
    return tuple(i for i in words if i > that.i) if own and not relative else ()


def opener(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a statement tells: "made a statement describing the incident in which [three men fled]"."""
    medium = tree.tokens[verb.head]
    if verb.dep != "acl" or medium.lemma not in cues.media or verb.lemma not in cues.openers:
        return
    above = next((t for t in tree.ancestors(medium.i) if t.pos in VERBS), None)
    if tree.child(verb.i, "dobj") is None or tree.child(verb.i, "ccomp") or (above and is_speech(above, cues)):
        return
    content = [i for i in tree.subtree(verb.i) if i > verb.i]
    inner = next((tree.tokens[i] for i in content if tree.tokens[i].dep == "relcl"), None)
    if inner:
        words = tree.subtree(inner.i)
        relative = [i for i in words if tree.tokens[i].tag in ("WDT", "WP", "WRB")]
        content = [i for i in words if not relative or i > relative[0]]
    stance = cues.stance(verb.lemma, "object") or Stance.AFFIRM
    yield Draft(tree, verb.i, speaking(tree, medium.i), tuple(content), stance, "opener")
