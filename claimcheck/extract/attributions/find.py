"""From a parsed article to its attributions, in text order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.attributions.asides import without_asides
from claimcheck.extract.attributions.draft import Attribution, Draft
from claimcheck.extract.attributions.falsehoods import as_denial
from claimcheck.extract.attributions.forms import with_forms
from claimcheck.extract.attributions.glosses import gloss_on
from claimcheck.extract.attributions.grammar import mention, runs
from claimcheck.extract.attributions.inner import with_inner
from claimcheck.extract.attributions.joined import Join, joined
from claimcheck.extract.attributions.nesting import untangle
from claimcheck.extract.attributions.quoted import find_quoted
from claimcheck.extract.attributions.rules import find_reports
from claimcheck.extract.attributions.spans import mode_of, trimmed
from claimcheck.extract.attributions.tagged import from_marks
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.extract.hedges import find_hedges
from claimcheck.extract.narration import find_narration
from claimcheck.extract.narration_own import find_own
from claimcheck.extract.quotes import Quotation, find_quotations
from claimcheck.extract.stance import stance_in_context
from claimcheck.extract.tree import Tree
from claimcheck.model import Span, Stance, Voice
from claimcheck.ports import Mark

Tell = Callable[[Tree, Collection[int], Collection[int]], list[tuple[int, ...]]]
"""Finds what a text tells in its own voice: outside of the first tokens, and not in the second alone."""

_LINKS = ("CCONJ", "PUNCT", "SPACE")


def find_attributions(
    document: Document, marks: Sequence[Mark] | None = None, join: Join = joined, *, own: bool = False
) -> tuple[Attribution, ...]:
    """Return who said what in an article, and what the outlet tells in its own voice, in text order.

    `marks` are those of the tagger, none where there is none; `join` makes one list of what it and the rules found.
    `own`: the text is an institution's own, a press statement or a tweet, so that each sentence that asserts is told
    by it and "we" is the institution; else only happenings are.
    """
    quotations = find_quotations(tree.parse.passage for tree in document.trees)
    near = _by_passage(document, quotations)
    ruled = [a for tree, quoted in zip(document.trees, near, strict=True) for a in _ruled(document, tree, quoted, own)]
    found = ruled if marks is None else join(ruled, from_marks(document, marks, quotations))
    found = [as_denial(document, report, quotations) for report in found]
    reports = with_inner(document, with_forms(document, found), _finished)
    rest = zip(document.trees, _taken(document, reports), near, strict=True)
    tell = find_own if own else find_narration
    told = [a for tree, taken, quoted in rest for a in _told(document, tree, taken, quoted, tell)]
    return tuple(sorted((*reports, *told), key=lambda a: (a.content, a.cue or a.content[0])))


def _ruled(document: Document, tree: Tree, quotations: list[Quotation], own: bool) -> Iterator[Attribution]:
    finished = (_finished(document, draft, quotations) for draft in _drafts(tree, quotations, own))
    return (a for a in finished if a.content)


def _taken(document: Document, reports: Iterable[Attribution]) -> list[set[int]]:
    """Return, for each passage, the tokens that are content or cue of a report."""
    found: list[set[int]] = [set() for _ in document.trees]
    for span in (span for a in reports for span in (*a.content, *((a.cue,) if a.cue else ()))):
        if tree := document.tree_at(span):
            found[document.place_of(tree)].update(tree.within(span))
    return found


def _by_passage(document: Document, quotations: Iterable[Quotation]) -> list[list[Quotation]]:
    """Return, for each passage, the quotations that begin or end in it, in text order."""
    found: list[list[Quotation]] = [[] for _ in document.trees]
    for quotation in quotations:
        trees = (document.tree_at(span) for span in (quotation.spans[0], quotation.spans[-1]))
        for place in dict.fromkeys(document.place_of(tree) for tree in trees if tree):
            found[place].append(quotation)
    return found


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
    for span, quotation in ((s, q) for q in quotations for s in q.spans if reach.overlaps(s)):
        inside = draft.tree.within(span)
        if content.intersection(inside):
            content.update(inside)
            content.difference_update(gloss_on(draft.tree, quotation, content))
    return replace(draft, content=tuple(sorted(content)))


def _finished(document: Document, draft: Draft, quotations: list[Quotation]) -> Attribution:
    tree = draft.tree
    own = draft.content if _is_quoted(tree, draft.content, quotations) else without_asides(tree, draft.content)
    spans = sorted((*runs(tree, _without_links(tree, own)), *draft.further))
    content = tuple(s for s in (trimmed(document.text, r) for r in spans) if s)
    return Attribution(
        content,
        _mention(tree, draft.source),
        Span(tree.tokens[draft.cue].start, tree.tokens[draft.cue].end) if draft.cue is not None else None,
        mode_of(content, quotations, document.text),
        Voice.ATTRIBUTED,
        stance_in_context(tree, draft.cue, draft.stance),
        find_hedges(tree, draft.content, draft.cue, Voice.ATTRIBUTED, quotations),
        draft.relays,
        _mention(tree, draft.addressee),
        draft.cue is None and draft.source is None,
        draft.rule,
        passes_on=draft.passes_on,
    )


def _is_quoted(tree: Tree, content: tuple[int, ...], quotations: list[Quotation]) -> bool:
    """Whether words begin inside a quotation."""
    at = tree.tokens[content[0]].start if content else 0
    return any(span.start <= at < span.end for q in quotations for span in q.spans)


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
        content = tuple(s for s in (trimmed(document.text, r) for r in runs(tree, words)) if s)
        hedges = find_hedges(tree, words, None, Voice.NARRATION, quotations)
        yield Attribution(content, None, None, None, Voice.NARRATION, Stance.AFFIRM, hedges)


def _mention(tree: Tree, head: int | None) -> Span | None:
    """Return the span of a mention, without the 's of an owner."""
    if head is None:
        return None
    words = mention(tree, head)
    return tree.span(words[:-1] if len(words) > 1 and tree.tokens[words[-1]].tag == "POS" else words)
