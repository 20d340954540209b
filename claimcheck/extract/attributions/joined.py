"""The one place where what the rules found and what the tagger found become one list of reports.

Reports of both that share words are about one utterance. Where each has one, the tagger says which words and the rules
say how they hang together; where they divide the words differently, the surer divides them; what only one of them
found is kept, of the tagger what it is sure of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.extract.attributions.draft import Attribution
from claimcheck.extract.intervals import Intervals
from claimcheck.model import Mode, Stance

Reports = Sequence[Attribution]
Join = Callable[[Reports, Reports], Reports]
"""Makes one list of the reports of the rules (first) and those of the tagger."""

SURE_ALONE = 0.6
"""Probability from which the tagger is believed where the rules found nothing; chosen on PolNeAR dev."""

SURE_OF_WORDS = 0.8
"""Probability from which the tagger's words stand in place of those of the rules; chosen on PolNeAR dev."""

SET_IN = frozenset({"interposed", "trailing"})
"""Rules of reports that are set into their content or stand behind it."""


BOUNDED = frozenset({"noun"})
"""Rules that tell where the words end: behind them the sentence goes on about them, "her claim that she won ended"."""


def joined(ruled: Reports, tagged: Reports) -> Reports:
    """Return the reports of both, each utterance once."""
    named = Intervals(span for r in ruled for span in (*((r.source,) if r.source else ()), *r.relays))
    apart = [t for t in tagged if not _is_citing(t) or not all(named.containing(piece) for piece in t.content)]
    return [report for rules, tags in _utterances(ruled, apart) for report in _agreed(rules, tags)]


def _is_citing(tag: Attribution) -> bool:
    """Whether the tagger took whom somebody cites for what is said: "The agency, citing [the ministry], said"."""
    return tag.mode is Mode.INDIRECT and tag.stance is Stance.AFFIRM


def rules_alone(ruled: Reports, _tagged: Reports) -> Reports:
    """Return what the rules found."""
    return ruled


def tagger_alone(_ruled: Reports, tagged: Reports) -> Reports:
    """Return what the tagger found."""
    return tagged


JOINS: Mapping[str, Join] = MappingProxyType({"auto": joined, "rules": rules_alone, "tagger": tagger_alone})
"""The joins by the names that the settings have for them."""


def _agreed(ruled: list[Attribution], tagged: list[Attribution]) -> list[Attribution]:
    """Return what the rules and the tagger come to on the words that they share."""
    if not ruled:
        return [t for t in tagged if _sure(t) >= SURE_ALONE]
    if not tagged or any(r.relays for r in ruled):
        return ruled  # a chain is more than the tagger knows of
    if len(ruled) == len(tagged) == 1:
        return [_merged(ruled[0], tagged[0])]
    if _are_divided(ruled, tagged) or _leaves_out(tagged, ruled) or min(map(_sure, tagged)) < SURE_ALONE:
        return ruled
    return tagged


def _merged(rule: Attribution, tag: Attribution) -> Attribution:
    """Return the report of a rule with the source of the tagger, and with its words where that is sure of them."""
    if _runs_over(tag, rule):
        return replace(rule, found_by=f"{rule.found_by}, {tag.found_by}", sure=tag.sure)
    same = rule.source and tag.source and rule.source.overlaps(tag.source)
    other = rule.found_by in SET_IN and rule.source and rule.cue and tag.cue and not rule.cue.overlaps(tag.cue)
    report = replace(
        rule,
        source=rule.source if same or other else tag.source or rule.source,
        cue=rule.cue or tag.cue,
        continues=rule.continues and not tag.source,
        found_by=f"{rule.found_by}, {tag.found_by}",
        sure=tag.sure,
    )
    runs_on = rule.found_by in BOUNDED and tag.content[0].start == rule.content[0].start
    if _sure(tag) < SURE_OF_WORDS or rule.stance is Stance.REFUSE or runs_on:
        return report
    return replace(report, content=tag.content, mode=tag.mode, hedges=tag.hedges)


def _are_divided(ruled: list[Attribution], tagged: list[Attribution]) -> bool:
    """Whether the rules tell apart what the tagger takes for one: quotations that go on, one report beside another."""
    inside = [piece for t in tagged for piece in t.content]
    beside = any(r.continues or (r.cue and any(piece.overlaps(r.cue) for piece in inside)) for r in ruled)
    return beside or any(_runs_together(tag, ruled) for tag in tagged)


def _runs_together(tag: Attribution, ruled: list[Attribution]) -> bool:
    """Whether the pieces of one report of the tagger are the words of several reports that the rules found."""
    full = [r for r in ruled if r.source]
    held = ([n for n, r in enumerate(full) if any(piece.overlaps(c) for c in r.content)] for piece in tag.content)
    return len({found[0] for found in held if len(found) == 1}) > 1


def _leaves_out(tagged: list[Attribution], ruled: list[Attribution]) -> bool:
    """Whether a report of the rules has no word in common with what the tagger found in its place."""
    inside = [piece for t in tagged for piece in t.content]
    return not all(any(piece.overlaps(own) for piece in inside for own in r.content) for r in ruled)


def _runs_over(tag: Attribution, rule: Attribution) -> bool:
    """Whether the tagger's words run on over the source that a rule found set into them: "It sank, the owner said"."""
    return rule.found_by in SET_IN and any(piece.overlaps(rule.source) for piece in tag.content if rule.source)


def _sure(report: Attribution) -> float:
    return report.sure or 0.0


def _utterances(ruled: Reports, tagged: Reports) -> Iterator[tuple[list[Attribution], list[Attribution]]]:
    """Yield the reports that share words, directly or through others: those of the rules, those of the tagger."""
    pieces = sorted(
        (span, by_tagger, n)
        for by_tagger, reports in enumerate((ruled, tagged))
        for n, r in enumerate(reports)
        for span in r.content
    )
    groups: list[tuple[int, set[tuple[int, int]]]] = []
    for span, by_tagger, n in pieces:
        if groups and span.start < groups[-1][0]:
            end, members = groups.pop()
            groups.append((max(end, span.end), members | {(by_tagger, n)}))
        else:
            groups.append((span.end, {(by_tagger, n)}))
    for members in _connected([members for _, members in groups]):
        sides: tuple[list[Attribution], list[Attribution]] = ([], [])
        for by_tagger, n in sorted(members):
            sides[by_tagger].append((ruled, tagged)[by_tagger][n])
        yield sides


def _connected(groups: list[set[tuple[int, int]]]) -> list[set[tuple[int, int]]]:
    """Return the groups with those put together that share a report, as one of several pieces does."""
    found: list[set[tuple[int, int]]] = []
    for group in groups:
        shared = [other for other in found if other & group]
        found = [other for other in found if not other & group]
        found.append(group.union(*shared))
    return found
