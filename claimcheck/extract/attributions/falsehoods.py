"""Reports that are called false: "called the report a lie" denies the report, "dismissed it as baseless" denies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.attributions.draft import Attribution
from claimcheck.extract.attributions.spans import mode_of, trimmed
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.extract.quotes import Quotation
from claimcheck.extract.stance import head_of_cue, is_negated
from claimcheck.extract.tree import Tree
from claimcheck.model import Span, Stance
from claimcheck.ports import Token

_DENOUNCING = frozenset({"dismiss", "reject", "denounce", "deride", "slam", "condemn", "decry"})
_AROUND = frozenset({"as", "and", "or", "news", "a", "an", "the", "be"})
_POINTING = frozenset({"it", "that", "this", "them", "these", "those"})
_LONGEST = 4
"""Words that only point to what was said: "the ministry's claims"."""
_LIGHT = ("ADJ", "ADV", "PUNCT")


def as_denial(document: Document, report: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    """Return a report that calls what was said false as its denial; its content is what it denies."""
    tree = document.tree_at(report.cue) if report.cue else None
    if not tree or not report.cue or len(report.content) != 1:
        return report
    cue = head_of_cue(tree, tree.within(report.cue))
    if cue is None or is_negated(tree, cue) or tree.tokens[cue].lemma not in default_cues().calling | _DENOUNCING:
        return report
    words = tree.within(report.content[0])
    denied = _denied(tree, words) or _pointer(tree, words)
    span = trimmed(document.text, tree.span(denied)) if denied else None
    told_whole = report.stance is Stance.DENY and len(denied) > _LONGEST  # it tells what is denied
    if span is None or told_whole or span.start < report.cue.end:
        return report
    content = (Span(*span),)
    return replace(report, content=content, stance=Stance.DENY, mode=mode_of(content, quotations, document.text))


def _denied(tree: Tree, words: Sequence[int]) -> list[int]:
    """Return the words before those that say "false": "the claims" of "the claims as entirely baseless"."""
    false = default_cues().falsehoods
    last = len(words)
    while last and _says_how(tree.tokens[words[last - 1]]):
        last -= 1
    said = {tree.tokens[i].text.casefold() for i in words[last:]} | {tree.tokens[i].lemma for i in words[last:]}
    if said.isdisjoint(false) or not last:
        return []
    return list(words[:last])


def _pointer(tree: Tree, words: Sequence[int]) -> list[int]:
    """Return the pronoun before words that are no more than "false": "called that [a lie]"."""
    false = default_cues().falsehoods
    alone = all(_says_how(tree.tokens[i]) for i in words) and any(tree.tokens[i].lemma in false for i in words)
    before = words[0] - 1 if words and words[0] else None
    return [before] if alone and before is not None and tree.tokens[before].lemma in _POINTING else []


def _says_how(word: Token) -> bool:
    false = word.lemma in default_cues().falsehoods or word.text.casefold() in default_cues().falsehoods
    return false or word.lemma in _AROUND or word.pos in _LIGHT
