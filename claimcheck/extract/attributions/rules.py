"""The table of rules that find reported speech in a parse. Quotations have rules of their own, in `quoted`.

A rule sees one word at a time, with its parse and the lexicon of cues, and yields drafts. The first rule that finds a
content for a word wins, so those that ask for more come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.extract.attributions.clauses import clause_after, following, interposed, trailing
from claimcheck.extract.attributions.deeds import deed, denied_before
from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.empty import is_empty
from claimcheck.extract.attributions.grammar import is_put_down
from claimcheck.extract.attributions.heads import as_put, bracketed, dashed, label, second_verb
from claimcheck.extract.attributions.idle import NOBODY, is_idiom, is_thing, is_yet_to_come, names_itself, says_nothing
from claimcheck.extract.attributions.openings import according_to, opening
from claimcheck.extract.attributions.phrases import (
    blame,
    figure,
    infinitive,
    no_comment,
    noun,
    object_of,
    opener,
    phrase,
    quoting,
    refusal,
)
from claimcheck.extract.cues import Cues
from claimcheck.extract.stance import is_neithers, may_refuse
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

Rule = Callable[[Tree, Token, Cues], Iterator[Draft]]

RULES: tuple[Rule, ...] = (
    label,
    dashed,
    bracketed,
    according_to,
    opening,
    as_put,
    opener,
    quoting,
    blame,
    second_verb,
    deed,
    denied_before,
    clause_after,
    trailing,
    interposed,
    following,
    refusal,
    infinitive,
    object_of,
    figure,
    phrase,
    no_comment,
    noun,
)


def find_reports(tree: Tree, cues: Cues, own: bool = False, words: Iterable[int] | None = None) -> list[Draft]:
    """Return the first draft that a rule finds for each word, in text order; `own`: "we" are the text's authors.

    `words` are those that the rules are tried on, by default all.
    """
    found = []
    for token in tree.tokens if words is None else (tree.tokens[i] for i in words):
        drafts = (draft for rule in RULES for draft in rule(tree, token, cues))
        first = next(
            (
                d
                for d in drafts
                if d.content
                and not _is_nobody(d, cues)
                and not _is_idle(d, cues)
                and not is_empty(d, cues)
                and (own or not _is_self(d))
            ),
            None,
        )
        if first:
            found.append(first)
    return found


def _is_nobody(draft: Draft, cues: Cues) -> bool:
    """Whether no source is named: "No group claimed it", "That said, ...", "The law says so"."""
    if draft.source is None:
        return False
    if draft.cue is not None and is_put_down(draft.tree, draft.cue, draft.source, cues.documents):
        return True
    tree, source = draft.tree, draft.tree.tokens[draft.source]
    if is_thing(tree, source.i, cues):
        return True
    cue = draft.cue
    refused = cue is not None and is_neithers(tree, cue) and may_refuse(tree, cue)
    neither = not refused and any(t.lemma in ("no", "neither") for t in tree.children(source.i, "det", "preconj", "cc"))
    return source.lemma in NOBODY or source.text in ("That", "that") or neither


def _is_idle(draft: Draft, cues: Cues) -> bool:
    """Whether a cue only looks like one: it is part of an idiom, or tells of what is yet to be said."""
    tree, cue = draft.tree, draft.cue
    if cue is None:
        return False
    first = draft.content[0]
    return (
        names_itself(tree, cue)
        or is_idiom(tree, cue, cues)
        or is_yet_to_come(tree, cue, first)
        or says_nothing(tree, cue, first)
    )


def _is_self(draft: Draft) -> bool:
    """Whether the source is whoever speaks: "I think" in news, where the marks around it are lost."""
    return draft.source is not None and draft.tree.tokens[draft.source].text in ("I", "We", "we")
