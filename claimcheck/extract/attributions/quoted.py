"""Who speaks in a quotation: the cue beside it, before it or after it, or the speaker who goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import (
    NOMINAL,
    agent,
    clause,
    is_finite,
    is_speech,
    just_before,
    mention,
    named_by,
    speaking,
    subject,
)
from claimcheck.extract.attributions.phrases import said_as
from claimcheck.extract.cues import Cues, default_cues
from claimcheck.extract.quotes import Quotation, is_name
from claimcheck.extract.tree import Tree
from claimcheck.model import Span, Stance

_REACH = 30
"""Tokens between a quotation and its cue, at most: who speaks may be told with an age, an office and a town."""
_SIGNATURE = 12
"""Tokens of the longest signature."""
_LABEL = 8
"""Words of the longest name before a colon."""
_DASHES = frozenset({"-", "–", "—", "--"})
_STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Frame:
    """The tokens of a passage around a quotation: those inside, and the same sentence before and after it."""

    tree: Tree
    inside: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    quotation: Quotation

    def draft(self, rule: str, cue: int | None, source: int | None, content: tuple[int, ...]) -> Draft:
        """Return the report of the quotation by `cue`, with the paragraphs to which it runs on."""
        cues, tree = default_cues(), self.tree
        stance = (cue is not None and cues.stance(tree.tokens[cue].lemma, "quote")) or Stance.AFFIRM
        speaker = None if source is None else speaking(tree, source)
        return Draft(tree, cue, speaker, content, stance, rule, None, self.quotation.spans[1:])


def find_quoted(tree: Tree, quotations: list[Quotation], cues: Cues) -> list[Draft]:
    """Return the drafts of the quotations that begin in one passage, in text order; several with one cue are one."""
    found: list[Draft] = []
    frames = [_frame(tree, quotations, n) for n in range(len(quotations))]
    for frame in frames:
        if not frame.inside or _is_mere_name(frame):
            continue
        draft = (
            _before(frame, cues)
            or _labelled(frame)
            or _quoted_as(frame)
            or _signed(frame)
            or _after(frame, cues)
            or _alone(frame)
        )
        if draft is None:
            continue
        last = found[-1] if found else None
        if last and (draft.cue == last.cue is not None or (draft.cue is None and not last.further)):
            found[-1] = replace(last, content=(*last.content, *draft.content), further=(*last.further, *draft.further))
        else:
            found.append(draft)
    return found


def _is_mere_name(frame: Frame) -> bool:
    """Whether a quotation is a name in a clause of the outlet's: "has begun "Operation Granite Wall" in the bay"."""
    tree, words = frame.tree, frame.quotation.spans[0]
    shift = tree.parse.passage.start
    apart = not frame.before or tree.tokens[frame.before[-1]].pos == "PUNCT"
    return not apart and is_name(tree.parse.passage.text[words.start - shift : words.end - shift])


def _frame(tree: Tree, quotations: list[Quotation], n: int) -> Frame:
    quotation = quotations[n]
    low = quotations[n - 1].outer.end if n else 0
    high = quotations[n + 1].outer.start if n + 1 < len(quotations) else tree.tokens[-1].end
    inside = tree.within(quotation.spans[0])
    before = tree.within(Span(low, quotation.outer.start))
    after = tree.within(Span(quotation.outer.end, high))
    start = max((k + 1 for k, i in enumerate(before) if tree.tokens[i].text in _STOPS), default=0)
    stop = next((k for k, i in enumerate(after) if tree.tokens[i].text in _STOPS), len(after))
    return Frame(tree, tuple(inside), tuple(before[start:]), tuple(after[:stop]), quotation)


def _after(frame: Frame, cues: Cues) -> Draft | None:
    """Take the cue after a quotation: "...," the army said; "...," read a tweet from the embassy."""
    tree = frame.tree
    if not frame.after or _ends_sentence(frame):
        return None
    for i in frame.after[:_REACH]:
        token = tree.tokens[i]
        if token.pos not in ("VERB", "AUX"):
            continue
        stance = cues.stance(token.lemma, "quote")
        if stance and _says_more(frame, i):
            return None
        if stance and (token.tag not in ("VB", "VBG") or _is_next(frame, i)):
            source = _near_subject(frame, i)
            content = None if source is None else _covered(frame, min(source, i), cues)
            return frame.draft("quote_after", i, source, content) if content else None
        if is_finite(tree, i) and token.dep not in ("aux", "auxpass", "relcl"):
            return None
    return None


def _labelled(frame: Frame) -> Draft | None:
    """Take a quotation after a name and a colon: Nora Lind: "..."; From the report: "..."."""
    tree, before = frame.tree, frame.before
    if len(before) < 2 or tree.tokens[before[-1]].text != ":":
        return None
    start = max((k + 1 for k, i in enumerate(before) if tree.tokens[i].text in (*_DASHES, ")", "]")), default=0)
    words = [tree.tokens[i] for i in before[start:-1]]
    if not 0 < len(words) <= _LABEL or any(w.pos in ("VERB", "AUX") for w in words):
        return None
    named = [w for w in words if w.entity in ("PERSON", "ORG")]
    cited = [w for w in words if w.pos == "NOUN" and any(a.lemma == "from" for a in words)]
    source = next(iter(named or cited), None)
    return frame.draft("quote_before", before[-1], _top(tree, source.i), frame.inside) if source else None


def _quoted_as(frame: Frame) -> Draft | None:
    """Take what somebody is quoted as saying by another: "...," the mayor was quoted as saying by the radio."""
    tree = frame.tree
    for i in frame.after[:_REACH]:
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


def _signed(frame: Frame) -> Draft | None:
    """Take a quotation that is signed: "We saw nothing." - Nora Lind, mayor of Arqa."""
    tree, after = frame.tree, frame.after
    if frame.before or not 1 < len(after) <= _SIGNATURE or tree.tokens[after[0]].text not in _DASHES:
        return None
    words = [tree.tokens[i] for i in after[1:]]
    named = next((w for w in words if w.pos in NOMINAL), None)
    if named is None or not words[0].text[0].isupper() or any(w.pos in ("VERB", "AUX") for w in words):
        return None
    return frame.draft("quote_after", after[0], _top(tree, named.i), frame.inside)


def _says_more(frame: Frame, cue: int) -> bool:
    """Whether a cue after a quotation has a clause of its own: "the "Apprentice," he said that ..."."""
    content = frame.tree.child(cue, "ccomp")
    return content is not None and content.i > cue and not _holds(frame, content.i) and content.i in frame.after


def _covered(frame: Frame, stop: int, cues: Cues) -> tuple[int, ...]:
    """Return what a cue after a quotation reports: the quotation, and the words of its sentence on both sides.

    Words stand between the quotation and the cue only where the quotation is part of a longer sentence: "They saw
    "nothing" in the fog, he said". Nothing where another report before the quotation has it already.
    """
    tree = frame.tree
    if any(_reports(tree, i, cues) for i in frame.before):
        return frame.inside if _has_comma(frame) else ()
    start = min(mention(tree, stop)) if tree.tokens[stop].pos in NOMINAL else stop
    tail = [i for i in frame.after if i < start]
    while tail and tree.tokens[tail[-1]].pos == "PUNCT":
        tail.pop()
    return (*_lead_in(frame), *frame.inside, *tail)


def _reports(tree: Tree, i: int, cues: Cues) -> bool:
    """Whether a word before a quotation is a cue of its own, other than in a relative clause."""
    verb = tree.tokens[i]
    return is_speech(verb, cues) and verb.dep not in ("relcl", "acl") and tree.child(i, "ccomp", "dobj") is not None


def _has_comma(frame: Frame) -> bool:
    """Whether a mark at the end of a quotation parts it from what follows."""
    edge = (frame.tree.tokens[frame.inside[-1]], frame.tree.tokens[frame.after[0]])
    return any(t.text in (",", "?", "!", "-", "–", "—", "--") for t in edge)


def _before(frame: Frame, cues: Cues) -> Draft | None:
    """Take the cue before a quotation: The army said: "..."."""
    tree = frame.tree
    for i in reversed(frame.before[-_REACH:]):
        token = tree.tokens[i]
        stance = cues.stance(token.lemma, "quote") if token.pos in ("VERB", "AUX") else None
        if stance and token.dep != "acl" and _opens_quotation(frame, i):
            source = subject(tree, i)
            if source is not None and not _holds(frame, source):
                content = (*_own_clause(frame, i), *frame.inside, *_running_on(frame))
                return frame.draft("quote_before", i, source, content)
        if stance or (is_finite(tree, i) and token.pos == "VERB"):
            return None
    return None


def _opens_quotation(frame: Frame, verb: int) -> bool:
    """Whether a quotation is all that its cue reports: a mark or nothing stands between them, and no clause begins."""
    between = [frame.tree.tokens[j] for j in frame.before if j > verb]
    words = [t for t in between if t.pos not in ("PUNCT", "SPACE")]
    if words and between[-1].text == ":":
        return True
    if words and between[-1].lemma == "that":  # The mayor told reporters that "they fled"
        words = words[:-1]
        return not any(t.dep in ("nsubj", "nsubjpass", "mark") for t in words)
    if any(t.dep in ("nsubj", "nsubjpass", "mark") or t.lemma == "that" for t in words):
        return False
    return not words or between[-1].text in (",", ":")


def _own_clause(frame: Frame, verb: int) -> tuple[int, ...]:
    """Return what a cue reports before a colon: He said [there was a question: "..."]."""
    head = frame.tree.child(verb, "ccomp")
    if head is None or head.i < verb or frame.tree.tokens[frame.before[-1]].text != ":":
        return ()
    words = clause(frame.tree, head.i)
    return tuple(i for i in frame.before if words[0] <= i)


def _running_on(frame: Frame) -> tuple[int, ...]:
    """Return what follows a quotation that is the first part of a reported clause: He said "it hurts" to see them."""
    tree, before = frame.tree, frame.before
    if not frame.after or (before and tree.tokens[before[-1]].pos == "PUNCT"):
        return ()
    if tree.tokens[frame.after[0]].pos == "PUNCT" or tree.tokens[frame.inside[-1]].pos == "PUNCT":
        return ()
    return frame.after


def _alone(frame: Frame) -> Draft | None:
    """Take a quotation that is a sentence by itself: the last speaker goes on."""
    if frame.before or (frame.after and not _ends_sentence(frame)) or len(frame.inside) < 4:
        return None
    return frame.draft("quote_alone", None, None, frame.inside)


def _ends_sentence(frame: Frame) -> bool:
    """Whether a quotation closes its sentence: "They fled." and a capital after it."""
    return frame.tree.tokens[frame.inside[-1]].text in (".", "...", "…")


def _lead_in(frame: Frame) -> tuple[int, ...]:
    """Return the words before a quotation that its cue after it covers too: [He also "stressed ..."], read a tweet."""
    if frame.before and frame.tree.tokens[frame.before[-1]].text == ":":
        return ()
    return frame.before


def _is_next(frame: Frame, i: int) -> bool:
    """Whether token `i` is the first word after the quotation."""
    return all(frame.tree.tokens[j].pos == "PUNCT" for j in frame.after if j < i)


def _near_subject(frame: Frame, verb: int) -> int | None:
    """Return the speaker beside a cue: the noun phrase before it, its subject, or the noun phrase after it."""
    tree = frame.tree
    for found in (just_before(tree, verb), subject(tree, verb)):
        if found is not None and found in frame.after:
            return found
    behind = [i for i in frame.after if i > verb and tree.tokens[i].pos in NOMINAL]
    return _top(tree, behind[0]) if behind else None


def _top(tree: Tree, i: int) -> int:
    """Return the head noun of the compound that token `i` begins."""
    while tree.tokens[i].dep in ("compound", "amod", "det", "poss", "nmod") and tree.tokens[i].head > i:
        i = tree.tokens[i].head
    return i


def _holds(frame: Frame, i: int) -> bool:
    outer = frame.quotation.outer
    return outer.start <= frame.tree.tokens[i].start < outer.end
