"""From the marks of the tagger to attributions: what belongs to one cue, held to the quotation marks and the parse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.extract.attributions.draft import Attribution
from claimcheck.extract.attributions.empty import cites_speaker
from claimcheck.extract.attributions.glosses import gloss_on
from claimcheck.extract.attributions.grammar import (
    NOMINAL,
    mention,
    mention_span,
    speaking,
    subject,
    text_sentence,
)
from claimcheck.extract.attributions.no_report import goes_by_measure, is_no_report, is_subject
from claimcheck.extract.attributions.spans import mode_of, trimmed, whole_words
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.extract.hedges import find_hedges
from claimcheck.extract.intervals import Intervals
from claimcheck.extract.mending import ENDING
from claimcheck.extract.quotes import Quotation
from claimcheck.extract.stance import head_of_cue, is_clause, is_known, stance_in_context, stance_of_cue
from claimcheck.extract.tree import Tree
from claimcheck.model import Mode, Span, Voice
from claimcheck.ports import Mark, Role, Token

FOUND_BY = "tagger"
_CITING = re.compile(r"\b(?:citing|quoting)\s+$", re.IGNORECASE)
_CITED_REACH = 12
"""Characters before whom a report cites in which it says so."""
_RELATIVES = frozenset({"which", "who", "whom", "What", "what"})
"""Pronouns of a clause that another clause stands around: "the call, which, they said, was short"."""
SURE_OF_PHRASES = 0.7
"""Probability from which a cue that the lexicon does not know may report a mere phrase: on the development part of
PolNeAR half of those below it are no reports."""


def from_marks(document: Document, marks: Iterable[Mark], quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    """Return the attributions that the marks of an article make, in text order; marks of one cue belong together."""
    groups: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        whole = whole_words(document.text, Span(mark.start, mark.end))
        groups[mark.cue].append(mark._replace(start=whole.start, end=whole.end))
    around = Intervals(Span(q.start, q.end) for q in quotations)
    made = (
        _attribution(document, group, [quotations[n] for n in around.overlapping(_reach(group))])
        for _, group in sorted(groups.items())
    )
    return tuple(sorted((a for a in made if a), key=lambda a: a.content))


def _reach(marks: list[Mark]) -> Span:
    return Span(min(mark.start for mark in marks), max(mark.end for mark in marks))


def _attribution(document: Document, marks: list[Mark], quotations: Sequence[Quotation]) -> Attribution | None:
    told = [m for m in marks if m.role is Role.CONTENT]
    content = _in_reach(document, _content(document, told, quotations), marks, quotations)
    cues = [Span(m.start, m.end) for m in marks if m.role is Role.CUE]
    tree = document.tree_at(cues[0]) if cues else None
    if not content or tree is None:
        return None
    cue = cues[0]
    mode = mode_of(content, quotations, document.text)
    if not _says_something(document, content, mode):
        return None
    words = [i for span in cues for i in tree.within(span)]
    head = head_of_cue(tree, words)
    speaker = None if head is None else subject(tree, head)
    named = [Span(m.start, m.end) for m in marks if m.role is Role.SOURCE]
    source = _source(named, document, cue, speaker) or _subject(tree, head, content)
    said = [i for span in content for i in tree.within(span)]
    if (
        is_subject(tree, head, said, source)
        or goes_by_measure(tree, words, source)
        or (head is not None and is_no_report(tree, head, source, said, mode))
    ):
        return None
    if source is None and not is_known(tree, words):
        return None
    sure = min(m.sure for m in marks if m.role is not Role.SOURCE)
    if sure < SURE_OF_PHRASES and not (is_known(tree, words) or is_clause(tree, said)):
        return None
    report = Attribution(
        content,
        source,
        cue,
        mode,
        Voice.ATTRIBUTED,
        stance_in_context(tree, head, stance_of_cue(tree, words, said, quoted=mode is not Mode.INDIRECT)),
        find_hedges(tree, said, head, Voice.ATTRIBUTED, quotations),
        found_by=FOUND_BY,
        sure=sure,
    )
    return _with_cited(document, tree, report)


def _with_cited(document: Document, tree: Tree, report: Attribution) -> Attribution:
    """Make whom a report cites its source: "The toll rose, the agency reported, citing [the police]"."""
    *said, last = report.content
    before = document.text[max(0, last.start - _CITED_REACH) : last.start]
    if not said or not _CITING.search(before) or not cites_speaker(tree, tree.within(last), default_cues()):
        return report
    return replace(report, content=tuple(said), source=last, relays=(report.source,) if report.source else ())


def _content(document: Document, marks: list[Mark], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Return the pieces of a content, whole quotations where most of one is marked, without marks at their edges."""
    drawn = [_ended(_whole(Span(m.start, m.end), quotations), document) for m in marks]
    pieces = [_unglossed(piece, document, quotations) for piece in drawn]
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and not any(c.isalnum() for c in document.text[joined[-1].end : piece.start]):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    found = [(piece, trimmed(document.text, piece)) for piece in joined]
    opening = {s.start for q in quotations for s in q.spans}  # what a quotation begins with is the speaker's own
    whole = (s if s and s.start in opening else trimmed(document.text, piece, that=True) for piece, s in found)
    kept = (s and _gerund(document, s) for s in whole)
    spans = tuple(span for span in kept if span)
    return tuple(s for s in spans if document.words(s) not in _RELATIVES) or spans


def _gerund(document: Document, piece: Span) -> Span:
    """Return a piece without the "to" of "admitted to [shelling the town]"."""
    tree = document.tree_at(piece)
    words = tree.within(piece)[:2] if tree else []
    if tree and len(words) == 2 and tree.tokens[words[0]].text == "to" and tree.tokens[words[1]].tag == "VBG":
        return Span(tree.tokens[words[1]].start, piece.end)
    return piece


def _in_reach(
    document: Document, content: tuple[Span, ...], marks: Sequence[Mark], quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    """Return a content without what is not quoted behind the sentence of its cue or before its paragraph.

    There the outlet goes on by itself, or tells what another said.
    """
    cue = next((Span(m.start, m.end) for m in marks if m.role is Role.CUE), None)
    tree = document.tree_at(cue) if cue else None
    inside = tree.within(cue) if tree and cue else []
    if not tree or not inside:
        return content
    _, last = text_sentence(tree, inside[-1])
    end = tree.tokens[last - 1].end
    quoted = [span for q in quotations for span in q.spans]
    first = tree.parse.passage.start
    kept = tuple(s for s in content if first <= s.start < end or any(s.overlaps(span) for span in quoted))
    return kept if any(s.start < end for s in kept) else content


def _ended(piece: Span, document: Document) -> Span:
    """Return a piece that runs on over the end of a sentence behind "a.m." up to that end."""
    tree = document.tree_at(piece)
    for i in tree.within(piece) if tree else ():
        last = tree is not None and i + 1 == tree.sentence(i)[1]
        if tree and last and tree.tokens[i].text.lower() in ENDING:
            return Span(piece.start, min(piece.end, tree.tokens[i].end))
    return piece


def _whole(piece: Span, quotations: Sequence[Quotation]) -> Span:
    """Return a piece drawn to the edges of each quotation that it covers the greater part of."""
    for inner in (span for q in quotations for span in q.spans if span.overlaps(piece)):
        shared = min(inner.end, piece.end) - max(inner.start, piece.start)
        if 2 * shared > inner.end - inner.start:
            piece = Span(min(piece.start, inner.start), max(piece.end, inner.end))
    return piece


def _unglossed(piece: Span, document: Document, quotations: Sequence[Quotation]) -> Span:
    """Return a piece without the outlet's gloss on a quotation in it."""
    tree = document.tree_at(piece)
    for quotation in (q for q in quotations if tree and piece.start <= q.start and q.outer.end < piece.end):
        if tree and (gloss := gloss_on(tree, quotation, tree.within(piece))):
            return Span(piece.start, tree.tokens[min(gloss)].start)
    return piece


def _says_something(document: Document, content: Sequence[Span], mode: Mode) -> bool:
    """Whether a content is more than one word, which is a slip ("the") or points elsewhere ("that"), unless quoted."""
    return mode is Mode.DIRECT or sum(len(document.words(span).split()) for span in content) > 1


def _subject(tree: Tree, cue: int | None, content: Sequence[Span]) -> Span | None:
    """Return the subject of a cue, for marks that name no source; what is told is no teller."""
    found = None if cue is None else subject(tree, cue)
    named = None if found is None else tree.span(mention(tree, found))
    return None if named is None or any(named.overlaps(piece) for piece in content) else named


def _with_apposed_to(tree: Tree, nearest: Span, spans: Sequence[Span]) -> Span:
    """Return a stretch with the one that it only says more of: "[a source in the service], [the PST], told us"."""
    apposed = (tree.tokens[i] for i in tree.within(nearest) if tree.tokens[i].dep == "appos")
    above = next((tree.tokens[word.head].start for word in apposed), None)
    whole = next((s for s in spans if above is not None and s.start <= above < s.end <= nearest.start), None)
    return Span(whole.start, nearest.end) if whole else nearest


def _names(word: Token) -> bool:
    return word.pos in NOMINAL and word.tag not in ("WP", "WDT")


def _antecedent(tree: Tree, words: Sequence[int]) -> int | None:
    """Return whom a clause says more of, where a stretch is all of it: "an official, [who asked not to be named]"."""
    first = words[0]
    verb = tree.tokens[tree.tokens[first].head]
    told = tree.tokens[first].tag in ("WP", "WDT") and verb.dep == "relcl" and verb.head < first < verb.i
    return verb.head if told and verb.i in words else None


def _source(spans: list[Span], document: Document, cue: Span, speaker: int | None) -> Span | None:
    """Return who speaks: of several stretches the one nearest to the cue; one that names nobody, before its subject."""
    nearest = min(spans, key=lambda s: max(s.start - cue.end, cue.start - s.end), default=None)
    tree = document.tree_at(cue)
    if tree and nearest and len(spans) > 1 and not any(_names(tree.tokens[i]) for i in tree.within(nearest)):
        nearest = next((s for s in spans if speaker in tree.within(s)), nearest)
    nearest = _with_apposed_to(tree, nearest, spans) if tree and nearest else nearest
    tree = document.tree_at(nearest) if nearest else None
    words = tree.within(nearest) if tree and nearest else []
    if tree and words and (whose := _antecedent(tree, words)) is not None:
        return mention_span(tree, whose)
    head = next((i for i in words if tree and tree.tokens[i].pos in NOMINAL and tree.tokens[i].head not in words), None)
    if tree and head is None and speaker is not None and _is_clause(tree, words):
        return mention_span(tree, speaker)
    if tree is None or head is None:
        return nearest and trimmed(document.text, nearest)
    if (giver := speaking(tree, head)) != head and giver not in words:
        return mention_span(tree, giver)
    return trimmed(document.text, tree.span(i for i in mention(tree, head) if i in words))


def _is_clause(tree: Tree, words: Sequence[int]) -> bool:
    """Whether a stretch hangs together by a verb and is nobody: "Mr. Moe to win the nomination"."""
    return any(tree.tokens[i].tag in ("VB", "VBP") and tree.tokens[i].head not in words for i in words)
