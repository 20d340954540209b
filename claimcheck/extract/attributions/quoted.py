"""Who speaks in a quotation: the cue beside it, before it or after it, or the speaker who goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.attributions.beside import just_before
from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import NOMINAL, VERBS, clause, is_finite, is_speech, mention, subject
from claimcheck.extract.attributions.quoted_alone import PERSONAL, alone
from claimcheck.extract.attributions.quoted_frame import DASHES, REACH, Frame, ends_sentence, frame_of, top_of
from claimcheck.extract.attributions.quoted_named import labelled, labelled_after, quoted_as, signed
from claimcheck.extract.cues import Cues
from claimcheck.extract.quotes import Quotation, is_name
from claimcheck.extract.tree import Tree
from claimcheck.model import Span


def find_quoted(tree: Tree, quotations: Sequence[Quotation], cues: Cues, reach: Span | None = None) -> list[Draft]:
    """Return the drafts of the quotations of one passage, in text order; several with one cue are one.

    `reach` bounds the words that are looked at around them: those of the quotation that they stand in.
    """
    found: list[Draft] = []
    frames = [frame_of(tree, quotations, n, reach) for n in range(len(quotations))]
    for frame in frames:
        if not frame.inside or _is_mere_name(frame):
            continue
        last = found[-1] if found else None
        draft = _by_cue(frame, cues) or _resumed(frame, last) or alone(frame)
        if draft is None:
            continue
        if last and _goes_on(frame, last, draft):
            further = (*last.further, *draft.further)
            found[-1] = replace(
                draft if last.cue is None else last, content=(*last.content, *draft.content), further=further
            )
        else:
            found.append(draft)
    return found


def _by_cue(frame: Frame, cues: Cues) -> Draft | None:
    """Take a quotation with what attributes it: for one from paragraphs before, only what stands behind it."""
    if frame.earlier:
        return quoted_as(frame) or signed(frame) or _after(frame, cues)
    rules = (labelled, labelled_after, quoted_as, signed)
    return _before(frame, cues) or next(filter(None, (rule(frame) for rule in rules)), None) or _after(frame, cues)


def _resumed(frame: Frame, last: Draft | None) -> Draft | None:
    """Take the rest of a quotation that its cue parts, in one sentence: "The boats," said X, who saw it, "had left"."""
    if last is None or last.cue not in frame.before or last.rule != "quote_after":
        return None
    return frame.draft("quote_after", last.cue, last.source, frame.inside) if _follows_mark(frame) else None


def _follows_mark(frame: Frame) -> bool:
    return frame.tree.tokens[frame.before[-1]].text in (",", *DASHES)


def _goes_on(frame: Frame, last: Draft, draft: Draft) -> bool:
    """Whether a quotation belongs to the report of the one before it: by its cue, or as it stands alone after it."""
    if draft.cue is not None:
        known = draft.cue == last.cue
        broken_off = last.cue is None and last.rule == "quote_alone" and _is_broken_off(last)
        return known or (broken_off and _speaks_again(draft))
    to_come = any(span.start > frame.quotation.start for span in last.further)
    return not to_come and draft.source is None and (last.cue is not None or _adjoins(frame, last))


def _is_broken_off(last: Draft) -> bool:
    return last.tree.tokens[last.content[-1]].text in ("…", "...", "—", "–")


def _speaks_again(draft: Draft) -> bool:
    """Whether the speaker of a report is but a pronoun, for somebody who has spoken or acted just before."""
    return draft.source is not None and draft.tree.tokens[draft.source].lemma in PERSONAL


def _adjoins(frame: Frame, last: Draft) -> bool:
    """Whether nothing but marks stands between two quotations."""
    between = range(last.content[-1] + 1, frame.inside[0])
    return all(frame.tree.tokens[i].pos in ("PUNCT", "SPACE") for i in between)


def _is_mere_name(frame: Frame) -> bool:
    """Whether a quotation is a name in a clause of the outlet's: "has begun "Operation Granite Wall" in the bay"."""
    tree, words = frame.tree, frame.quotation.spans[0]
    shift = tree.parse.passage.start
    apart = not frame.before or tree.tokens[frame.before[-1]].pos == "PUNCT"
    return not apart and is_name(tree.parse.passage.text[words.start - shift : words.end - shift])


def _after(frame: Frame, cues: Cues) -> Draft | None:
    """Take the cue after a quotation: "...," the army said; "...," read a tweet from the embassy."""
    tree = frame.tree
    if not frame.after or ends_sentence(frame):
        return None
    for i in frame.after[:REACH]:
        token = tree.tokens[i]
        if token.pos not in ("VERB", "AUX"):
            continue
        stance = cues.stance(token.lemma, "quote")
        if stance and _says_more(frame, i):
            return None
        if stance and (token.tag not in ("VB", "VBG") or _is_next(frame, i)):
            source = _near_subject(frame, i)
            content = None if source is None else _covered(frame, min(source, i), i, cues)
            return frame.draft("quote_after", i, source, content) if content else None
        if is_finite(tree, i) and token.dep not in ("aux", "auxpass", "relcl", "acl"):
            return None
    return None


def _says_more(frame: Frame, cue: int) -> bool:
    """Whether a cue after a quotation has a clause of its own: "the "Apprentice," he said that ..."."""
    content = frame.tree.child(cue, "ccomp")
    return content is not None and content.i > cue and not _holds(frame, content.i) and content.i in frame.after


def _covered(frame: Frame, stop: int, cue: int, cues: Cues) -> tuple[int, ...]:
    """Return what a cue after a quotation reports: the quotation, and the words of its sentence on both sides.

    Words stand between the quotation and the cue only where the quotation is part of a longer sentence: "They saw
    "nothing" in the fog, he said". Nothing where another report before the quotation has it already.
    """
    tree = frame.tree
    if any(_reports(tree, i, cues) for i in frame.before):
        return frame.inside if _has_comma(frame) else ()
    if tree.tokens[frame.inside[-1]].text == ",":
        return (*_lead_in(frame), *frame.inside)
    start = min(mention(tree, stop)) if tree.tokens[stop].pos in NOMINAL else stop
    tail = [i for i in frame.after if i < start]
    while tail and tree.tokens[tail[-1]].pos == "PUNCT":
        tail.pop()
    return (*_lead_in(frame), *frame.inside, *tail, *_behind_cue(frame, cue))


def _behind_cue(frame: Frame, cue: int) -> tuple[int, ...]:
    """Return the rest of a sentence that goes on behind a cue: The "aim" of it, the mayor said, [was to rest]."""
    tree = frame.tree
    if frame.after[-1] < cue + 2 or tree.tokens[cue + 1].text != ",":
        return ()
    behind = tree.tokens[cue + 2]
    goes_on = behind.pos in VERBS and behind.tag in ("VBD", "VBZ", "VBP", "MD")
    return tuple(i for i in frame.after if i > cue + 1) if goes_on else ()


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
    for i in reversed(frame.before[-REACH:]):
        token = tree.tokens[i]
        stance = cues.stance(token.lemma, "quote") if token.pos in ("VERB", "AUX") else None
        if stance and token.dep != "acl" and _opens_quotation(frame, i):
            apposed = just_before(tree, i) if i and tree.tokens[i - 1].text == "," else None
            source = subject(tree, i) if apposed is None else apposed
            if source is not None and not _holds(frame, source):
                content = (*_broken_off(frame, source, i), *_own_clause(frame, i), *frame.inside, *_running_on(frame))
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
    if words and all(_is_told(frame, verb, t.i) for t in words):  # The general told me 'we are finished'
        return True
    if words and between[-1].lemma == "that":  # The mayor told reporters that "they fled"
        words = words[:-1]
        return not any(t.dep in ("nsubj", "nsubjpass", "mark") for t in words)
    if any(t.dep in ("nsubj", "nsubjpass", "mark") or t.lemma == "that" for t in words):
        return False
    return not words or between[-1].text in (",", ":")


def _is_told(frame: Frame, verb: int, i: int) -> bool:
    """Whether a word is whom a verb of telling tells."""
    token = frame.tree.tokens[i]
    return token.pos == "PRON" and token.dep in ("dobj", "dative") and token.head == verb


def _own_clause(frame: Frame, verb: int) -> tuple[int, ...]:
    """Return what a cue reports before a colon: He said [there was a question: "..."]."""
    head = frame.tree.child(verb, "ccomp")
    if head is None or head.i < verb or frame.tree.tokens[frame.before[-1]].text != ":":
        return ()
    words = clause(frame.tree, head.i)
    return tuple(i for i in frame.before if words[0] <= i)


def _broken_off(frame: Frame, source: int, cue: int) -> tuple[int, ...]:
    """Return the words that a cue parts from a quotation that ends them: [She fears], she said, "a second grave"."""
    tree, before = frame.tree, frame.before
    start = min(mention(tree, source))
    if source > cue or start - 1 not in before or before[-1] != cue + 1:
        return ()
    if tree.tokens[start - 1].text != "," or tree.tokens[cue + 1].text != "," or not _begins_small(frame):
        return ()
    words = tuple(i for i in before if i < start - 1)
    return words if any(tree.tokens[i].pos in VERBS and is_finite(tree, i) for i in words) else ()


def _begins_small(frame: Frame) -> bool:
    return frame.tree.tokens[frame.inside[0]].text[0].islower()


def _running_on(frame: Frame) -> tuple[int, ...]:
    """Return what follows a quotation that is the first part of a reported clause: He said "it hurts" to see them."""
    tree, before = frame.tree, frame.before
    if not frame.after or (before and tree.tokens[before[-1]].pos == "PUNCT"):
        return ()
    if tree.tokens[frame.after[0]].pos == "PUNCT" or tree.tokens[frame.inside[-1]].pos == "PUNCT":
        return ()
    return frame.after


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
    return top_of(tree, behind[0]) if behind else None


def _holds(frame: Frame, i: int) -> bool:
    outer = frame.quotation.outer
    return outer.start <= frame.tree.tokens[i].start < outer.end
