"""The domain values: what was said, by whom, about what, and how the accounts compare.

Every value is frozen. Spans are half-open ranges of Unicode code points in the text of an article as
it was read. Identifiers are strings, stable for the same input.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

ELISION = " [...] "
"""Joins the pieces of a discontinuous text, so that it is never shown as if it ran on."""


class Span(NamedTuple):
    """Half-open range of code points in the text of an article."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Voice(StrEnum):
    """Who speaks in the text: a source, or the outlet in its own words."""

    ATTRIBUTED = "attributed"
    NARRATION = "narration"


class Mode(StrEnum):
    """How the words are given: quoted, paraphrased by the outlet, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the source does with the content. Refusals and attitudes are kept, not compared."""

    AFFIRM = "affirm"
    DENY = "deny"
    REFUSE = "refuse"
    ATTITUDE = "attitude"


COMPARED_STANCES = frozenset({Stance.AFFIRM, Stance.DENY})


class HedgedBy(StrEnum):
    """Whose words weaken the claim."""

    SOURCE = "source"
    OUTLET = "outlet"


class Polarity(StrEnum):
    """Whether a proposition asserts its act or says that it did not happen."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Kind(StrEnum):
    """What a proposition, and so an incident, is about."""

    EVENT = "event"
    STATE = "state"
    PLAN = "plan"
    POSITION = "position"


class Aspect(StrEnum):
    """The points on which accounts are compared, in the order of a report."""

    STATUS = "status"
    BY_WHOM = "by_whom"
    TO_WHOM = "to_whom"
    WHAT = "what"
    HOW = "how"
    HOW_MANY = "how_many"
    WHERE = "where"
    WHEN = "when"
    WHY = "why"


class Bound(StrEnum):
    """How a value bounds the truth: exactly, at least, at most, more, fewer, about."""

    EXACT = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    FEWER = "<"
    ABOUT = "~"


class Relation(StrEnum):
    """What two claims come to, or one aspect of them."""

    AGREE = "agree"
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    UNDECIDED = "undecided"


class ComparisonKind(StrEnum):
    """Between whom a comparison is: only `CROSS_SOURCE` can make accounts agree."""

    CROSS_SOURCE = "cross_source"
    SAME_SOURCE = "same_source"
    UPDATE = "update"
    OUTLET_VS_SOURCE = "outlet_vs_source"


class Status(StrEnum):
    """What the accounts of an incident come to on one aspect."""

    BOTH_SAY = "both_say"
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    CANNOT_TELL = "cannot_tell"
    ONE_SOURCE = "one_source"


class Strength(StrEnum):
    """A confidence in a word, since a decimal is never shown."""

    CLEAR = "clear"
    LIKELY = "likely"
    WEAK = "weak"


class LinkedBy(StrEnum):
    """Who says that the claims of an incident are about one matter."""

    ARTICLE = "article"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Article:
    """One document as read. `published` and `updated` are ISO 8601 dates or times, as given.

    `body` is where its own words begin in `text`: after the header that a file may open with.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    path: str | None = None
    body: int = 0

    @property
    def sha256(self) -> str:
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of a table of claims: attributed by whoever made the table, its words at `span` of an article."""

    id: str
    article: str
    span: Span
    source: str
    stance: Stance = Stance.AFFIRM


@dataclass(frozen=True, slots=True)
class Notice:
    """A problem that did not stop the run. `article` is an article id, where there is one."""

    stage: str
    message: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was read. The articles of `statements` are among `articles`."""

    articles: tuple[Article, ...] = ()
    statements: tuple[Statement, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who answers for a claim. `id` is that of the registry, or made from the name or the mention."""

    id: str
    name: str
    kind: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken a claim, and whose they are."""

    text: str
    span: Span
    by: HedgedBy


@dataclass(frozen=True, slots=True)
class Fact:
    """One comparable detail of a proposition.

    `value` is a number, an ISO date or interval ("2018-12-08", "2018-12-07/2018-12-08") or a
    canonical name, null where the words could not be normalised; `of` names the act, or what is
    counted ("kill", "injure"); `unit` what the number counts ("civilian", "USD").
    """

    aspect: Aspect
    text: str
    span: Span
    value: float | str | None = None
    op: Bound = Bound.EXACT
    unit: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words of the article at `span` that stand as `replacement` in a standalone sentence."""

    text: str
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """One checkable statement of a claim. `standalone` is embedded and judged, never shown as a quotation."""

    id: str
    claim: str
    text: str
    spans: tuple[Span, ...]
    standalone: str
    substitutions: tuple[Substitution, ...] = ()
    kind: Kind = Kind.EVENT
    polarity: Polarity = Polarity.POSITIVE
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidAt:
    """When a claim was made: the words, the ISO date where known, and what the date rests on."""

    text: str
    date: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """The attributed span or spans of an article. `mode` is null for narration."""

    id: str
    article: str
    outlet: str | None
    source: Source
    chain: tuple[str, ...]
    voice: Voice
    mode: Mode | None
    stance: Stance
    text: str
    spans: tuple[Span, ...]
    hedges: tuple[Hedge, ...] = ()
    mention: str | None = None
    source_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    prefix: str = ""
    suffix: str = ""
    said_at: SaidAt | None = None
    propositions: tuple[Proposition, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """The article's own word that two of its claims are about one matter ("describing the incident")."""

    a: str
    b: str
    article: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Propositions that go back to one utterance or one text: one voice. `reason` says why, in words."""

    id: str
    propositions: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One claim in a pair, with those of its propositions that are about the incident."""

    claim: Claim
    propositions: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one incident, worth judging."""

    incident: str
    kind: ComparisonKind
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class AspectVerdict:
    """What two claims come to on one aspect; `a` and `b` are the words that it rests on, `confidence` is in [0, 1]."""

    aspect: Aspect
    relation: Relation
    a: str
    b: str
    reason: str
    of: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one judge says of one pair."""

    judge: str
    relation: Relation
    confidence: float
    reason: str = ""
    aspects: tuple[AspectVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judges come to together; `confidence` in [0, 1], `strength` the word for it."""

    relation: Relation
    confidence: float
    reason: str
    opinions: tuple[Opinion, ...] = ()
    aspects: tuple[AspectVerdict, ...] = ()
    strength: Strength = Strength.WEAK


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims of one incident with a verdict. `a` and `b` are claim ids in sorted order."""

    id: str
    incident: str
    kind: ComparisonKind
    a: str
    b: str
    propositions: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says on one aspect: verbatim words of one proposition, with their marks."""

    source: str
    claim: str
    proposition: str
    text: str
    span: Span
    mode: Mode | None
    hedges: tuple[Hedge, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the accounts of an incident come to on one aspect; `comparisons` are the ids of the evidence."""

    aspect: Aspect
    status: Status
    confidence: float
    reason: str
    cells: tuple[Cell, ...]
    comparisons: tuple[str, ...] = ()
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """The propositions about one matter. `label` is made of what all its accounts share."""

    id: str
    kind: Kind
    label: str
    propositions: tuple[str, ...]
    linked_by: LinkedBy | None = None
    link_text: str | None = None
    where: str | None = None
    when: str | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelName:
    """A model in use: its role, name, where it was loaded from, SHA-256 of its weights, licence."""

    role: str
    name: str
    origin: str
    sha256: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a report: the version, the models and the settings."""

    version: str
    models: tuple[ModelName, ...]
    settings_sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """Where accounts of the same incident agree and where they conflict."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    incidents: tuple[Incident, ...]
    comparisons: tuple[Comparison, ...]
    notices: tuple[Notice, ...]
    provenance: Provenance


def stable_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and 12 hexadecimal digits that depend on `parts` alone."""
    return prefix + sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def pieces(text: str, spans: Iterable[Span]) -> str:
    """Return the words at `spans` of `text`, joined so that a gap is seen."""
    return ELISION.join(text[start:end] for start, end in spans)


def propositions(claims: Iterable[Claim]) -> tuple[Proposition, ...]:
    """Return the propositions of all claims, in their order."""
    return tuple(proposition for claim in claims for proposition in claim.propositions)
