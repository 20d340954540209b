"""A report's values by their ids, and the names that tell its sources apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.desk.places import Places
from claimcheck.desk.visible import visible
from claimcheck.desk.words import Words, hedges_on, notes_of, polarity_to_tell, unplaced_words, words_of
from claimcheck.model import (
    Article,
    AspectVerdict,
    Cell,
    Claim,
    Comparison,
    Fact,
    Finding,
    Incident,
    Origin,
    Polarity,
    Proposition,
    Report,
    Source,
    Span,
    Voice,
    pieces,
    propositions,
)


class Index:
    """Looks up what the parts of a report point at."""

    def __init__(
        self,
        claims: Sequence[Claim],
        articles: Iterable[Article],
        origins: Iterable[Origin] = (),
        comparisons: Iterable[Comparison] = (),
    ) -> None:
        self.places = Places(articles)
        self.claims = {claim.id: claim for claim in claims}
        self._of_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            self._of_article[claim.article].append(claim)
        self._order = {claim: number for number, claim in enumerate(self.claims)}
        self.propositions = {p.id: p for p in propositions(claims)}
        self.names = names_of_sources(claim.source for claim in claims)
        self.origins = {p: origin for origin in origins for p in origin.propositions}
        self.comparisons = {comparison.id: comparison for comparison in comparisons}
        self._comparisons_in: dict[str, list[Comparison]] = defaultdict(list)
        for comparison in (comparison for comparison in self.comparisons.values() if not comparison.repeats):
            self._comparisons_in[comparison.incident].append(comparison)

    @classmethod
    def of(cls, report: Report) -> Index:
        """Return the index of a whole report."""
        return cls(report.claims, report.articles, report.origins, report.comparisons)

    def comparisons_in(self, incident: Incident) -> Sequence[Comparison]:
        """Return the comparisons of an incident, without those that only repeat what a copy says."""
        return self._comparisons_in[incident.id]

    def evidence(self, finding: Finding) -> list[Comparison]:
        """Return the comparisons that a finding rests on."""
        return [self.comparisons[found] for found in finding.comparisons if found in self.comparisons]

    def claims_in(self, incident: Incident) -> list[Claim]:
        """Return the claims with a proposition in an incident, each once, in the order of the report."""
        inside = {proposition.claim for proposition in self.propositions_in(incident)}
        return [self.claims[claim] for claim in sorted(inside, key=self._order.__getitem__)]

    def propositions_in(self, incident: Incident) -> list[Proposition]:
        """Return the propositions of an incident, in its order."""
        return [self.propositions[p] for p in incident.propositions if p in self.propositions]

    def claims_by_origin(self, incident: Incident) -> list[tuple[Origin, list[Claim]]]:
        """Return the origins of an incident, each with the claims that go back to it, in the order of the report."""
        inside = {p for p in incident.propositions if p in self.origins}
        origins: dict[str, Origin] = {}
        tellers: dict[str, dict[str, Claim]] = {}
        for claim in self.claims_in(incident):
            for proposition in claim.propositions:
                if proposition.id in inside:
                    origin = self.origins[proposition.id]
                    origins[origin.id] = origin
                    tellers.setdefault(origin.id, {})[claim.id] = claim
        return [(origin, list(tellers[origin.id].values())) for origin in origins.values()]

    def text_of(self, proposition: str) -> str:
        """Return the id of the text that a proposition goes back to: its origin, or itself."""
        origin = self.origins.get(proposition)
        return origin.id if origin else proposition

    def ref(self, claim: Claim, spans: Sequence[Span] = ()) -> str:
        """Return where a claim, or the part of it at `spans`, stands."""
        spans = spans or claim.spans
        return self.places.ref(claim.article, spans[0].start if spans else 0)

    def negates(self, cell: Cell) -> bool:
        """Return whether a cell's words stand in a statement that something was not so."""
        proposition = self.propositions.get(cell.proposition)
        return proposition is not None and proposition.polarity is Polarity.NEGATIVE

    def cell(self, cell: Cell) -> Words:
        """Return the words of a cell of a finding, with all their marks."""
        claim = self.claims[cell.claim]
        words = self._words(claim, cell.text, [cell.span])
        polarity = polarity_to_tell(cell.text, Polarity.NEGATIVE if self.negates(cell) else Polarity.POSITIVE)
        notes = notes_of(claim, hedges_on(claim, [cell.span]), polarity, [cell.span])
        return replace(words, notes=notes, antecedent=self._antecedent(claim, cell.antecedent))

    def claim(self, claim: Claim) -> Words:
        """Return all the words of a claim, with all their marks."""
        words = self._words(claim, claim.text, claim.spans)
        return replace(words, notes=notes_of(claim, claim.hedges, Polarity.POSITIVE, claim.spans))

    def statement(self, proposition: Proposition) -> Words:
        """Return all the words of one statement of a claim; what negates it is among them."""
        claim = self.claims[proposition.claim]
        spans = proposition.spans
        words = self._words(claim, proposition.text, spans)
        return replace(words, notes=notes_of(claim, hedges_on(claim, spans), Polarity.POSITIVE, spans))

    def aspect(self, comparison: Comparison, verdict: AspectVerdict, side: str) -> Words:
        """Return the words that a verdict on one aspect rests on, on `side` "a" or "b"."""
        claim = self.claims[comparison.a if side == "a" else comparison.b]
        text = verdict.a if side == "a" else verdict.b
        found = self._fact(comparison, verdict, side)
        if found is not None:
            proposition, fact = found
            words = self._words(claim, text, [fact.span])
            polarity = polarity_to_tell(text, proposition.polarity)
            notes = notes_of(claim, hedges_on(claim, [fact.span]), polarity, [fact.span])
            return replace(words, notes=notes, antecedent=self._antecedent(claim, fact.antecedent))
        return unplaced_words(claim, text, self.ref(claim)) if text else self.claim(claim)

    def aspect_spans(self, comparison: Comparison, verdict: AspectVerdict, side: str) -> tuple[Span, ...]:
        """Return where those words stand; nothing where they are no fact of the claim."""
        found = self._fact(comparison, verdict, side)
        return (found[1].span,) if found else ()

    def _antecedent(self, claim: Claim, span: Span | None) -> Words | None:
        """Return the words at `span`, told by the source of a claim or by the outlet, as their own claim marks them."""
        if span is None:
            return None
        around = (
            c
            for c in self._of_article[claim.article]
            if (c.source.id == claim.source.id or c.voice is Voice.NARRATION)
            and any(piece.contains(span) for piece in c.spans)
        )
        teller = min(around, key=lambda c: c.source.id != claim.source.id, default=None)
        if teller is None:
            return None
        words = self._words(teller, pieces(self.places.text(claim.article), [span]), [span])
        return replace(words, notes=notes_of(teller, hedges_on(teller, [span]), Polarity.POSITIVE, [span]))

    def _fact(self, comparison: Comparison, verdict: AspectVerdict, side: str) -> tuple[Proposition, Fact] | None:
        claim = comparison.a if side == "a" else comparison.b
        text = verdict.a if side == "a" else verdict.b
        compared = (self.propositions[p] for p in comparison.propositions if p in self.propositions)
        found = (
            (proposition, fact)
            for proposition in compared
            for fact in proposition.facts
            if proposition.claim == claim and fact.text == text and fact.aspect is verdict.aspect
        )
        return next(found, None)

    def _words(self, claim: Claim, text: str, spans: Sequence[Span]) -> Words:
        article = self.places.text(claim.article)
        ref = self.ref(claim, spans)
        if spans and pieces(article, spans) == text:
            return words_of(claim, article, spans, ref)
        return unplaced_words(claim, text, ref)


def names_of_sources(sources: Iterable[Source]) -> dict[str, str]:
    """Return the name to show for each source id; two sources of one name are numbered."""
    names = {source.id: visible(source.name).strip() or "unnamed source" for source in sources}
    shared = {name for name, count in Counter(names.values()).items() if count > 1}
    seen: Counter[str] = Counter()
    numbered = {}
    for source, name in names.items():
        seen[name] += 1
        numbered[source] = f"{name} #{seen[name]}" if name in shared else name
    return numbered
