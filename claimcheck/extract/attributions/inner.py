"""Reports inside a quotation: whom a speaker quotes in turn, "The general told me 'we are finished'," said Lund."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.attributions.draft import Attribution, Draft
from claimcheck.extract.attributions.grammar import is_finite, is_speech
from claimcheck.extract.attributions.nesting import untangle
from claimcheck.extract.attributions.quoted import find_quoted
from claimcheck.extract.attributions.rules import find_reports
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.extract.quotes import Quotation, inner_quotations
from claimcheck.extract.tree import Tree
from claimcheck.model import Mode, Span
from claimcheck.ports import Token

Finish = Callable[[Document, Draft, list[Quotation]], Attribution]
"""Makes an attribution of a draft."""

_CLOSING = ".,!?…'’”»\""
_THINKING = frozenset({"think", "feel"})
_SUPPOSING = frozenset({"if", "unless", "whether", "when", "whenever", "until"})
_RULES = frozenset({"clause_after", "following", "quote_before", "quote_after"})


def with_inner(document: Document, reports: Sequence[Attribution], finish: Finish) -> list[Attribution]:
    """Return the reports and those inside of words that are quoted, which came through whoever is quoted.

    Who goes on speaking after such a report is whoever spoke outside of it, not whom he quoted.
    """
    found: list[Attribution] = []
    last: Attribution | None = None
    for each in sorted(reports, key=lambda a: a.content):
        report = _by_the_last(document, each, last, quoted=last is not None and found[-1] is not last)
        found.append(report)
        last = report if report.source else last
        found.extend(_inside(document, report, finish))
    return found


def _by_the_last(document: Document, report: Attribution, last: Attribution | None, *, quoted: bool) -> Attribution:
    """Return a report without a cue with who spoke last; `quoted`: that one has quoted another since."""
    if last is None:
        return report
    if _is_pronoun(document, report):
        report = replace(report, source=None, continues=True)
    if report.continues and quoted:
        return replace(report, source=last.source, relays=last.relays, continues=False)
    return report


def _is_pronoun(document: Document, report: Attribution) -> bool:
    """Whether a quotation without a cue has but a pronoun for its speaker: the last one goes on."""
    return report.cue is None and report.source is not None and document.words(report.source).lower() in ("he", "she")


def _inside(document: Document, report: Attribution, finish: Finish) -> Iterator[Attribution]:
    if report.mode is not Mode.DIRECT or report.source is None:
        return
    relays = (*(r for r in report.relays if not r.overlaps(report.source)), report.source)
    for span in report.content:
        tree = document.tree_at(span)
        if tree is None:
            continue
        quotations = inner_quotations(document.text, _with_marks(document.text, span))
        for draft in _drafts(tree, span, quotations):
            attribution = finish(document, draft, list(quotations))
            if attribution.content:
                yield replace(attribution, relays=(*relays, *attribution.relays))


def _with_marks(text: str, span: Span) -> Span:
    """Return a content with the marks at its end, which close a quotation inside of it."""
    end = span.end
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return Span(span.start, end)


def _drafts(tree: Tree, span: Span, quotations: Sequence[Quotation]) -> list[Draft]:
    cues = default_cues()
    within = tree.within(span)
    words = frozenset(within)
    quoted = [d for d in find_quoted(tree, quotations, cues, span) if d.cue is not None]
    taken = {d.cue for d in quoted}
    told = [
        replace(d, content=tuple(i for i in d.content if i in words)) for d in find_reports(tree, cues, words=within)
    ]
    drafts = [*quoted, *(d for d in told if d.cue not in taken and d.content)]
    return untangle([d for d in drafts if _is_told(tree, d, words)], cues)


def _is_told(tree: Tree, draft: Draft, words: frozenset[int]) -> bool:
    """Whether a report inside a quotation is speech of somebody named or described in it."""
    if draft.cue not in words or draft.source not in words or draft.rule not in _RULES:
        return False
    source, cue = tree.tokens[draft.source], tree.tokens[draft.cue]
    spoken = (
        cue.lemma not in _THINKING
        and is_speech(cue, default_cues())
        and (is_finite(tree, cue.i) or tree.tokens[cue.head].lemma == "use")
    )
    return (
        source.pos in ("NOUN", "PROPN")
        and source.lemma not in default_cues().things
        and spoken
        and not _is_supposed(tree, cue)
    )


def _is_supposed(tree: Tree, cue: Token) -> bool:
    """Whether a speaker only supposes a report: "would say", "if the mayor says"."""
    helpers = {t.tag for t in tree.children(cue.i, "aux")}
    marks = {t.lemma for t in tree.children(cue.i, "mark", "advmod")}
    return "MD" in helpers or not marks.isdisjoint(_SUPPOSING) or tree.child(cue.i, "neg") is not None
