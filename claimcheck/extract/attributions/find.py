"""From a parsed article to its attributions, in text order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from claimcheck.extract.attributions.draft import Attribution, Draft
from claimcheck.extract.attributions.grammar import mention, runs
from claimcheck.extract.attributions.nesting import untangle
from claimcheck.extract.attributions.quoted import find_quoted
from claimcheck.extract.attributions.rules import find_reports
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.extract.hedges import find_hedges
from claimcheck.extract.narration import find_narration
from claimcheck.extract.narration_own import find_own
from claimcheck.extract.quotes import Quotation, find_quotations, is_name
from claimcheck.extract.stance import stance_in_context
from claimcheck.extract.tree import Tree
from claimcheck.model import Mode, Span, Stance, Voice

Tell = Callable[[Tree, Collection[int], Collection[int]], list[tuple[int, ...]]]
"""Finds what a text tells in its own voice: outside of the first tokens, and not in the second alone."""

_LINKS = ("CCONJ", "PUNCT", "SPACE")
_GLOSS = 8
"""Tokens after a quotation in which a gloss on it may begin."""
_EDGES = " \t\r\n\xa0\"“”„«»'‘’`.,;:!?…-–—"


def find_attributions(document: Document, *, own: bool = False) -> tuple[Attribution, ...]:
    """Return who said what in an article, and what the outlet tells in its own voice, in text order.

    `own`: the text is an institution's own, a press statement or a tweet, so that each sentence that asserts is told
    by it and "we" is the institution; else only happenings are.
    """
    quotations = find_quotations(tree.parse.passage for tree in document.trees)
    found: list[Attribution] = []
    for tree in document.trees:
        inside = _within(quotations, tree)
        drafts = _drafts(tree, inside, own)
        found.extend(_finished(document, draft, inside) for draft in drafts)
        taken = {i for d in drafts for i in (*d.content, d.cue) if i is not None}
        found.extend(_told(document, tree, taken, inside, find_own if own else find_narration))
    return tuple(sorted((a for a in found if a.content), key=lambda a: (a.content, a.cue or a.content[0])))


def _within(quotations: tuple[Quotation, ...], tree: Tree) -> list[Quotation]:
    start, end = tree.parse.passage.start, tree.parse.passage.start + len(tree.parse.passage.text)
    return [q for q in quotations if start <= q.start < end]


def _drafts(tree: Tree, quotations: list[Quotation], own: bool) -> list[Draft]:
    cues = default_cues()
    quoted = find_quoted(tree, quotations, cues)
    taken = {d.cue for d in quoted} | {i for q in quotations for s in q.spans for i in tree.within(s)}
    reports = [_whole_quotations(d, quotations) for d in find_reports(tree, cues, own) if d.cue not in taken]
    return untangle([*quoted, *reports], cues)


def _whole_quotations(draft: Draft, quotations: list[Quotation]) -> Draft:
    """Take in all of a quotation of which the content holds a part, as the parse may end amid it."""
    content = set(draft.content)
    reach = draft.tree.span(draft.content)
    for quotation in (q for q in quotations if reach.overlaps(q.spans[0])):
        inside = draft.tree.within(quotation.spans[0])
        if content.intersection(inside):
            content.update(inside)
            content.difference_update(_gloss(draft.tree, quotation, content))
    return replace(draft, content=tuple(sorted(content)))


def _gloss(tree: Tree, quotation: Quotation, content: set[int]) -> set[int]:
    """Return the outlet's words about the words just quoted: "..., in reference to X"."""
    after = sorted(i for i in content if tree.tokens[i].start >= quotation.outer.end)
    words = " ".join(tree.tokens[i].lemma for i in after[:_GLOSS] if tree.tokens[i].pos != "PUNCT")
    return set(after) if words.startswith(default_cues().glosses) else set()


def _finished(document: Document, draft: Draft, quotations: list[Quotation]) -> Attribution:
    tree = draft.tree
    spans = (*runs(tree, _without_links(tree, draft.content)), *draft.further)
    content = tuple(s for s in (_trimmed(document.text, r) for r in spans) if s)
    return Attribution(
        content,
        _mention(tree, draft.source),
        Span(tree.tokens[draft.cue].start, tree.tokens[draft.cue].end) if draft.cue is not None else None,
        _mode(content, quotations, document.text),
        Voice.ATTRIBUTED,
        stance_in_context(tree, draft.cue, draft.stance),
        find_hedges(tree, draft.content, draft.cue, Voice.ATTRIBUTED, quotations),
        draft.relays,
        _mention(tree, draft.addressee),
        draft.cue is None,
    )


def _without_links(tree: Tree, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return a content without conjunctions and marks at its edges, nor a determiner that a quotation repeats."""
    first, last = 0, len(content)
    while first < last and tree.tokens[content[first]].pos in _LINKS:
        first += 1
    opening = [tree.tokens[i] for i in content[first : first + 3]]
    if len(opening) == 3 and opening[0].tag == opening[2].tag == "DT" and opening[1].pos == "PUNCT":
        first += 2
    while first < last and tree.tokens[content[last - 1]].pos in (*_LINKS, "SCONJ"):
        last -= 1
    return content[first:last]


def _told(
    document: Document, tree: Tree, taken: set[int], quotations: list[Quotation], tell: Tell
) -> Iterator[Attribution]:
    """Yield what the outlet tells itself, outside of reports and quotations."""
    quoted = {i for q in quotations for s in q.spans for i in tree.within(s)}
    for words in tell(tree, taken, quoted):
        content = tuple(s for s in (_trimmed(document.text, r) for r in runs(tree, words)) if s)
        hedges = find_hedges(tree, words, None, Voice.NARRATION, quotations)
        yield Attribution(content, None, None, None, Voice.NARRATION, Stance.AFFIRM, hedges)


def _mention(tree: Tree, head: int | None) -> Span | None:
    """Return the span of a mention, without the 's of an owner."""
    if head is None:
        return None
    words = mention(tree, head)
    return tree.span(words[:-1] if len(words) > 1 and tree.tokens[words[-1]].tag == "POS" else words)


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None


def _mode(content: tuple[Span, ...], quotations: list[Quotation], text: str) -> Mode:
    """Return how the words are given; a name in quotation marks ("Operation Granite") does not make them quoted."""
    quoted = [any(s.start <= p.start and p.end <= s.end for q in quotations for s in q.spans) for p in content]
    spans = [s for q in quotations for s in q.spans if not is_name(text[s.start : s.end])]
    touched = any(p.overlaps(s) for p in content for s in spans)
    if all(quoted):
        return Mode.DIRECT
    return Mode.MIXED if touched else Mode.INDIRECT
