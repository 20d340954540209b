"""Which claims of an incident are worth comparing, and as what.

Of the claims of one origin, one that adds no fact to those before it says nothing new: a copy. What is compared with
one is no evidence more, so it is marked as a repetition, and comes last within the budget; so do two copies.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isqrt
from typing import NamedTuple

from claimcheck.group.material import Material, Telling
from claimcheck.group.words import questions
from claimcheck.model import (
    PRESS,
    Aspect,
    Claim,
    ComparisonKind,
    Incident,
    Mode,
    Notice,
    Origin,
    Pair,
    Proposition,
    Side,
    Voice,
)
from claimcheck.settings import PairingSettings

_ORDER = {kind: i for i, kind in enumerate(ComparisonKind)}
_WIDE = 20
"""How many pairs are looked at for each that the budget allows; claims with fewest facts are left out beyond that."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs to judge, and what was cut."""

    pairs: tuple[Pair, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Account:
    """What one claim says of an incident, and what it can be compared on, by all its propositions and by each."""

    claim: Claim
    side: Side
    telling: Telling
    origin: str
    keys: frozenset[Key]
    of_each: tuple[frozenset[Key], ...]
    facts: frozenset[object]

    @property
    def distance(self) -> int:
        """How far the words are from the source's own: its own statement, its words quoted, told, retold."""
        if self.claim.voice is Voice.NARRATION:
            return 2 if self.claim.source.kind in PRESS else -1
        return int(self.claim.mode is not Mode.DIRECT)

    @property
    def day(self) -> str | None:
        """The day on which it was said, or else published."""
        said = self.claim.said_at.date if self.claim.said_at else None
        return (said or self.telling.article.published or "")[:10] or None

    @property
    def issued(self) -> str | None:
        """When the source itself put it out; none where others tell what it said."""
        return self.telling.article.published if self.distance == -1 else None


class _Meeting(NamedTuple):
    """Two claims of one incident, as what they are compared, and what both can be compared on."""

    kind: ComparisonKind
    a: _Account
    b: _Account
    shared: frozenset[Key]


def pairs_worth_judging(
    material: Material, incidents: tuple[Incident, ...], origins: tuple[Origin, ...], settings: PairingSettings
) -> Pairs:
    """Return the pairs of claims to judge, at most `settings.budget` for an incident, and notices of what was cut.

    The budget is for what is new; pairs of copies have what is left of it, and no notice is given of them.
    """
    origin = {proposition: origin.id for origin in origins for proposition in origin.propositions}
    pairs: list[Pair] = []
    notices: list[Notice] = []
    for incident in incidents:
        told = _accounts(material, incident, origin)
        accounts = _without_copies(told)
        found = sorted(_meetings(_widest(accounts, settings.budget)), key=_rank)
        pairs += [_pair(met, incident) for met in found[: settings.budget]]
        if len(found) > settings.budget or len(accounts) > _most(settings.budget):
            notices.append(_cut(incident, len(accounts), settings.budget))
        elif len(accounts) < len(told) <= _most(settings.budget):
            repeated = _repeated(sorted(_meetings(told), key=_rank), found)
            repeated += sorted(_copied(told), key=_rank)
            pairs += [_pair(met, incident, repeats=True) for met in repeated[: settings.budget - len(found)]]
    return Pairs(tuple(pairs), tuple(notices))


def _accounts(material: Material, incident: Incident, origin: Mapping[str, str]) -> list[_Account]:
    """The claims of an incident with those of their propositions that are compared, in order of position."""
    by_claim: dict[str, list[Telling]] = {}
    for i in sorted(material.places[proposition] for proposition in incident.propositions):
        telling = material.tellings[i]
        if telling.compared:
            by_claim.setdefault(telling.claim.id, []).append(telling)
    return [_account(tellings, origin) for tellings in by_claim.values()]


def _account(tellings: Sequence[Telling], origin: Mapping[str, str]) -> _Account:
    propositions = tuple(telling.proposition for telling in tellings)
    first, of_each = tellings[0], tuple(frozenset(_keys(proposition)) for proposition in propositions)
    return _Account(
        first.claim,
        Side(first.claim, propositions),
        first,
        origin[first.proposition.id],
        frozenset[Key]().union(*of_each),
        of_each,
        frozenset((f.aspect, f.of, f.op, f.value or f.text.lower()) for p in propositions for f in p.facts),
    )


def _keys(proposition: Proposition) -> Iterator[Key]:
    """What a proposition can be compared on: its acts, the questions that they answer, the aspects that it gives."""
    for fact in proposition.facts:
        if fact.of:
            yield "act", fact.of
        if fact.aspect is not Aspect.STATUS:
            yield "aspect", fact.aspect
        else:
            yield from (("question", name) for name in questions().get(str(fact.value), ()))


def _without_copies(accounts: Sequence[_Account]) -> list[_Account]:
    """The claims that add a fact to those of their origin before them, quotations first and narration last."""
    told: dict[str, frozenset[object]] = {}
    kept = []
    for account in sorted(accounts, key=lambda account: account.distance):
        known = told.get(account.origin)
        if known is None or not account.facts <= known:
            kept.append(account)
        told[account.origin] = account.facts | (known or frozenset())
    return kept


def _repeated(meetings: Iterable[_Meeting], compared: Iterable[_Meeting]) -> list[_Meeting]:
    """What is not compared yet: copies."""
    ends = {(met.a.claim.id, met.b.claim.id) for met in compared}
    return [met for met in meetings if (met.a.claim.id, met.b.claim.id) not in ends]


def _most(budget: int) -> int:
    return max(2, isqrt(2 * _WIDE * budget))


def _widest(accounts: list[_Account], budget: int) -> list[_Account]:
    """The claims with most facts, where there are too many to look at every two of them."""
    if len(accounts) <= _most(budget):
        return accounts
    return sorted(accounts, key=lambda account: (-len(account.facts), account.telling.position))[: _most(budget)]


def _meetings(accounts: Sequence[_Account]) -> Iterator[_Meeting]:
    quoted = frozenset((a.claim.outlet, a.claim.source.id) for a in accounts if a.claim.voice is Voice.ATTRIBUTED)
    for a, b in combinations(sorted(accounts, key=lambda account: account.claim.id), 2):
        kind = _kind(a, b, quoted)
        shared = a.keys & b.keys
        if kind and shared:
            yield _Meeting(kind, a, b, shared)


def _copied(accounts: Sequence[_Account]) -> Iterator[_Meeting]:
    """Yield two tellings of what was said once, by two articles: whether both tell it alike is worth a look."""
    for a, b in combinations(sorted(accounts, key=lambda account: account.claim.id), 2):
        one_voice = a.origin == b.origin and a.claim.source.kind == b.claim.source.kind
        if one_voice and a.claim.article != b.claim.article and (shared := a.keys & b.keys):
            yield _Meeting(ComparisonKind.SAME_SOURCE, a, b, shared)


def _pair(met: _Meeting, incident: Incident, repeats: bool = False) -> Pair:
    return Pair(incident.id, met.kind, _side(met.a, met.shared), _side(met.b, met.shared), repeats)


def _side(account: _Account, shared: frozenset[Key]) -> Side:
    """The propositions of a claim that bear on what both claims of a pair speak of; of one alone, that one does."""
    if len(account.of_each) == 1:
        return account.side
    told = zip(account.side.propositions, account.of_each, strict=True)
    bearing = tuple(proposition for proposition, keys in told if not shared.isdisjoint(keys))
    return account.side if len(bearing) == len(account.of_each) else Side(account.claim, bearing)


def _kind(a: _Account, b: _Account, quoted: Container[tuple[str | None, str]]) -> ComparisonKind | None:
    """As what two claims are compared; none where they are one voice, or one outlet and source going on.

    `quoted` has the outlets with the sources that they quote.
    """
    same_article = a.claim.article == b.claim.article
    if a.origin == b.origin:
        return None
    if a.claim.source.id == b.claim.source.id:
        if same_article:
            return None
        return ComparisonKind.UPDATE if _at_other_times(a, b) else ComparisonKind.SAME_SOURCE
    if same_article and Voice.NARRATION in (a.claim.voice, b.claim.voice):
        return ComparisonKind.OUTLET_VS_SOURCE
    if _retells(a, b, quoted) or _retells(b, a, quoted):
        return ComparisonKind.OUTLET_VS_SOURCE
    return ComparisonKind.CROSS_SOURCE


def _retells(told: _Account, said: _Account, quoted: Container[tuple[str | None, str]]) -> bool:
    """Whether an outlet that quotes a source speaks in its own voice."""
    return told.claim.voice is Voice.NARRATION and (told.claim.outlet, said.claim.source.id) in quoted


def _at_other_times(a: _Account, b: _Account) -> bool:
    """Whether a source spoke twice: on two days, or in two texts of its own."""
    return any(x and y and x != y for x, y in ((a.day, b.day), (a.issued, b.issued)))


def _rank(met: _Meeting) -> tuple[int, int, str, str]:
    return _ORDER[met.kind], -len(met.shared), met.a.claim.id, met.b.claim.id


def _cut(incident: Incident, accounts: int, budget: int) -> Notice:
    message = f"{incident.label}: of {accounts} claims, the {budget} pairs that share most were compared, and no others"
    return Notice("pairs", message)
