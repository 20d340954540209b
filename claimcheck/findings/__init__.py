"""What the accounts of an incident come to on each aspect: the rows of the report's matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.findings.agreeing import stand_apart
from claimcheck.findings.elsewhere import of_one_happening
from claimcheck.findings.finding import finding_of
from claimcheck.findings.rows import Detail, Evidence, Row, rows
from claimcheck.judge import bears_on_it, denies, is_pronoun, says_only_how_many
from claimcheck.model import (
    COMPARED_STANCES,
    Aspect,
    AspectVerdict,
    Claim,
    Comparison,
    Fact,
    Finding,
    Hedge,
    Incident,
    Origin,
    Proposition,
    Status,
    Voice,
)

__all__ = ["findings", "with_findings"]


def with_findings(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    origins: Sequence[Origin],
    comparisons: Sequence[Comparison],
) -> tuple[Incident, ...]:
    """Return the incidents with their findings, which no comparison of a mere copy changes."""
    origin_of = {proposition: origin.id for origin in origins for proposition in origin.propositions}
    claim_of = {proposition.id: n for n, claim in enumerate(claims) for proposition in claim.propositions}
    of_article: dict[str, list[Claim]] = {}
    for claim in claims:
        of_article.setdefault(claim.article, []).append(claim)
    compared: dict[str, list[Comparison]] = {}
    for comparison in (comparison for comparison in comparisons if not comparison.repeats):
        compared.setdefault(comparison.incident, []).append(comparison)

    def details(incident: Incident) -> tuple[Detail, ...]:
        own = [claims[n] for n in sorted({claim_of[p] for p in incident.propositions if p in claim_of})]
        return _details(incident, own, of_article, origin_of)

    return tuple(
        replace(incident, findings=findings(details(incident), compared.get(incident.id, ()))) for incident in incidents
    )


def findings(details: Sequence[Detail], comparisons: Iterable[Comparison]) -> tuple[Finding, ...]:
    """Return one finding a row: rows in the order of the aspects, those with most sources first."""
    by_words: dict[tuple[str, str], list[int]] = {}
    for n, detail in enumerate(details):
        by_words.setdefault((detail.claim.id, detail.fact.text), []).append(n)
    evidence = [
        Evidence(comparison, verdict, _compared(comparison, verdict, details, by_words))
        for comparison in comparisons
        for verdict in comparison.verdict.aspects
    ]
    found = _once([finding_of(row) for row in _merged(rows(details, of_one_happening(evidence, details)))])
    order = list(Aspect)
    return tuple(sorted(found, key=lambda f: (order.index(f.aspect), *_place(f))))


def _once(found: Sequence[Finding]) -> list[Finding]:
    """Return findings without those that say no more than another does, in the same words of the same sources."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda finding: -len(finding.cells)):
        words = _words(finding)
        n = next((n for n, other in enumerate(kept) if _kind(other) == _kind(finding) and words <= _words(other)), None)
        if n is None:
            kept.append(finding)
        else:
            comparisons = tuple(sorted({*kept[n].comparisons, *finding.comparisons}))
            kept[n] = replace(kept[n], comparisons=comparisons)
    order = {finding.cells: n for n, finding in reversed(list(enumerate(found)))}
    return sorted(kept, key=lambda finding: order[finding.cells])


def _kind(finding: Finding) -> tuple[Aspect, Status, bool]:
    return finding.aspect, finding.status, finding.aspect in (Aspect.STATUS, Aspect.HOW_MANY)


def _words(finding: Finding) -> frozenset[tuple[str, str]]:
    return frozenset((cell.source, cell.text.casefold()) for cell in finding.cells)


def _place(finding: Finding) -> tuple[bool, int]:
    """Sorts what accounts agree on before what others say of it, and rows of most sources first."""
    return finding.status in (Status.COMPATIBLE, Status.CANNOT_TELL), -len({cell.source for cell in finding.cells})


def _merged(found: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, those who agree apart, and what one source alone says on an aspect in one; counts stay apart."""
    alone: dict[tuple[Aspect, str], list[Row]] = {}
    for told in (apart for row in found for apart in stand_apart(row)):
        for part in _compared_or_alone(told):
            first, *others = dict.fromkeys(detail.claim.source.id for detail in part.details)
            if others or part.evidence or part.aspect == Aspect.HOW_MANY:
                yield part
            else:
                alone.setdefault((part.aspect, first), []).append(part)
    for (aspect, _), together in alone.items():
        details = tuple(d for row in together for d in row.details if _says_who(d.fact, d.proposition))
        if details:
            yield Row(aspect, details, ())


def _says_who(fact: Fact, proposition: Proposition) -> bool:
    """Tell whether words are more than a pronoun, and for people more than how many they were: "12 people"."""
    return not is_pronoun(fact.text) and not says_only_how_many(fact, proposition)


def _compared_or_alone(row: Row) -> Iterator[Row]:
    """Yield a row; where nothing in it was compared, what each origin says is a row of its own."""
    if row.evidence or len({detail.origin for detail in row.details}) == 1:
        yield row
        return
    by_source: dict[str, list[Detail]] = {}
    for detail in row.details:
        by_source.setdefault(detail.claim.source.id, []).append(detail)
    yield from (Row(row.aspect, tuple(details), ()) for details in by_source.values())


def _details(
    incident: Incident,
    claims: Sequence[Claim],
    of_article: Mapping[str, Sequence[Claim]],
    origin_of: Mapping[str, str],
) -> tuple[Detail, ...]:
    """Return the details of an incident, those of a source's own text before what others tell of it."""
    inside = set(incident.propositions)
    told = (
        (claim, proposition, denies(claim, proposition))
        for claim in sorted(claims, key=lambda claim: len(claim.chain))
        if claim.stance in COMPARED_STANCES
        for proposition in claim.propositions
        if proposition.id in inside
    )
    return tuple(
        Detail(claim, said, fact, origin_of.get(said.id, said.id), denied, _before(claim, fact, of_article))
        for claim, said, denied in told
        for fact in dict.fromkeys(said.facts)
        if bears_on_it(fact)
    )


def _before(claim: Claim, fact: Fact, of_article: Mapping[str, Sequence[Claim]]) -> tuple[Hedge, ...]:
    """Return the hedges on the phrase that a fact's words go back to."""
    span = fact.antecedent
    if span is None:
        return ()
    tellers = (c for c in of_article[claim.article] if c.source.id == claim.source.id or c.voice is Voice.NARRATION)
    return tuple(dict.fromkeys(hedge for c in tellers for hedge in c.hedges if hedge.span.overlaps(span)))


def _compared(
    comparison: Comparison,
    verdict: AspectVerdict,
    details: Sequence[Detail],
    by_words: Mapping[tuple[str, str], Sequence[int]],
) -> tuple[Detail, ...]:
    """Return the details whose words an aspect verdict rests on; of its own aspect, if there are any."""
    words = {comparison.a: verdict.a, comparison.b: verdict.b}
    found = [details[n] for n in sorted(n for said in words.items() for n in by_words.get(said, ()))]
    own = [detail for detail in found if detail.fact.aspect == verdict.aspect]
    missing = {*words} - {detail.claim.id for detail in own}
    return (*own, *(detail for detail in found if detail.claim.id in missing))
