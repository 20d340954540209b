"""What the accounts of each incident come to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.claims import Aspect, Claim, Hedge, Kind, Mode
from claimcheck.model.corpus import Article, Notice
from claimcheck.model.text import Span
from claimcheck.model.verdicts import Comparison


class Status(StrEnum):
    """What the accounts of an incident come to on one aspect."""

    BOTH_SAY = "both_say"
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    CANNOT_TELL = "cannot_tell"
    ONE_SOURCE = "one_source"


class LinkedBy(StrEnum):
    """Who says that the claims of an incident are about one matter."""

    ARTICLE = "article"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Origin:
    """Propositions that go back to one utterance or one text: one voice. `reason` says why, in words."""

    id: str
    propositions: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says on one aspect: verbatim words of one proposition, with their marks.

    `hedges` are those on the words and on those that they go back to, at `antecedent`.
    """

    source: str
    claim: str
    proposition: str
    text: str
    span: Span
    mode: Mode | None
    hedges: tuple[Hedge, ...] = ()
    antecedent: Span | None = None


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
class Grounds:
    """What spoke for putting the claims of an incident together, and what against, in words."""

    together: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


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
    grounds: Grounds = Grounds()


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
