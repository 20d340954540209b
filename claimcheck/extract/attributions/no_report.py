"""Marks of the tagger on words that report nothing: an idiom, what a clock says, what a speaker was asked."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attributions.empty import cites_speaker, is_anonymity
from claimcheck.extract.attributions.grammar import VERBS, is_passive, is_put_down, mention
from claimcheck.extract.attributions.idle import (
    NOBODY,
    is_asked,
    is_idiom,
    is_thing,
    is_yet_to_come,
    names_itself,
    says_nothing,
)
from claimcheck.extract.attributions.openings import ACCORDING, is_measure
from claimcheck.extract.cues import default_cues
from claimcheck.extract.stance import is_neithers, may_refuse
from claimcheck.extract.tree import Tree
from claimcheck.model import Mode, Span

_TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn", "alert"})


def is_no_report(tree: Tree, cue: int, source: Span | None, told: Sequence[int], mode: Mode) -> bool:
    """Whether marks are on words that report nothing: an idiom, what a clock says, what a speaker was asked."""
    cues = default_cues()
    citing = tree.tokens[cue].text.lower() in ("citing", "quoting") and cites_speaker(tree, told, cues)
    if (
        citing
        or names_itself(tree, cue)
        or is_idiom(tree, cue, cues)
        or is_asked(tree, cue)
        or _is_put_down(tree, cue, source)
    ):
        return True
    if source is None and is_passive(tree, cue) and tree.tokens[cue].lemma in cues.calling:
        return True
    if is_neithers(tree, cue) and not may_refuse(tree, cue):
        return True
    if source is not None and (
        _is_told(tree, cue, source)
        or any(is_thing(tree, i, cues) or tree.tokens[i].lemma in NOBODY for i in _heads(tree, source))
    ):
        return True
    if mode is not Mode.INDIRECT or not told:
        return False
    first = tree.tokens[told[0]]
    nameless = first.pos in ("PART", "NOUN") and is_anonymity(tree, told)
    idle = is_yet_to_come(tree, cue, first.i) or says_nothing(tree, cue, first.i)
    return nameless or idle or _lacks_clause(tree, cue, told)


def is_subject(tree: Tree, cue: int | None, told: Sequence[int], source: Span | None) -> bool:
    """Whether what is marked as told is but who acts with the cue: "[The rebels] have not claimed it".

    What surprises somebody is what he thinks of.
    """
    felt = None if cue is None else tree.child(cue, "dobj")
    if cue is None or (felt and source and felt.i in tree.within(source)):
        return False
    speaker = tree.child(cue, "nsubj")
    acts = speaker is not None and speaker.i in told and speaker.tag not in ("WDT", "WP")
    return acts and speaker is not None and set(told) <= set(mention(tree, speaker.i))


def _is_told(tree: Tree, cue: int, source: Span | None) -> bool:
    """Whether what is marked as the speaker is who was told: "We had not been warned of it"."""
    told = tree.child(cue, "nsubjpass") if tree.tokens[cue].lemma in _TELLING else None
    return told is not None and source is not None and told.i in tree.within(source)


def _heads(tree: Tree, span: Span) -> list[int]:
    words = tree.within(span)
    return [i for i in words if tree.tokens[i].head not in words]


def _lacks_clause(tree: Tree, cue: int, told: Sequence[int]) -> bool:
    """Whether a verb that reports clauses has but a thing: "showed the visitors an empty room", "known as the Fox"."""
    handed = tree.tokens[cue].lemma == "know" or tree.child(cue, "dative") is not None
    frames = default_cues().verbs.get(tree.tokens[cue].lemma, {}).keys()
    return handed and frames == {"clause"} and not any(tree.tokens[i].pos in VERBS for i in told)


def goes_by_measure(tree: Tree, cue: Sequence[int], source: Span | None) -> bool:
    """Whether a thing goes by a measure: "seated according to age"."""
    named = tree.within(source) if source else ()
    return any(tree.tokens[i].lemma in ACCORDING for i in cue) and any(
        is_measure(tree, tree.tokens[i], default_cues()) for i in named
    )


def _is_put_down(tree: Tree, cue: int, source: Span | None) -> bool:
    """Whether a source is a document of which a participle tells what it holds."""
    named = tree.within(source) if source else ()
    return any(is_put_down(tree, cue, i, default_cues().documents) for i in named)
