"""What claimcheck needs of its models, and the values that they return.

The models are injected as one bundle, `Models`. The real ones are in `backends`; the tests pass fakes
that meet the same contract tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from claimcheck.model import ModelName

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    """Embeddings, one unit row a text: shape (texts, dimensions)."""

T = TypeVar("T")


class Passage(NamedTuple):
    """A stretch of an article to be parsed by itself; `start` is its offset in the article."""

    text: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `start` and `end` are offsets in the article; `head` is an index into the parse, its own for a root.

    `lemma` is lower case; `pos` is the Universal Dependencies tag, `tag` the Penn Treebank tag, `dep` the
    ClearNLP label of spaCy's English models; `entity` is the OntoNotes type or "".
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: the tokens [first, last) and the OntoNotes type."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed passage. `sentences` are token ranges [first, last) that cover all tokens in order."""

    passage: Passage
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]


class Role(StrEnum):
    """What a stretch of text is in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


class Mark(NamedTuple):
    """A stretch [start, end) of an article that is part of an attribution, as offsets in the article.

    `cue` is where the cue begins that it belongs to: marks of one attribution share it. `sure` is the probability of
    its tags, their geometric mean.
    """

    role: Role
    start: int
    end: int
    cue: int
    sure: float


class Scores(NamedTuple):
    """Probabilities that a premise entails a hypothesis, is neutral to it or contradicts it; they add up to 1."""

    entailment: float
    neutral: float
    contradiction: float


class Parser(Protocol):
    """Parses passages, one `Parse` each, in their order."""

    def __call__(self, passages: Iterable[Passage], /) -> Iterator[Parse]: ...


class Tagger(Protocol):
    """Marks sources, cues and contents in the passages of one article, in text order.

    No two marks overlap, and those of an article depend on its passages alone. It is called from another thread than
    the parser, with one article at a time.
    """

    def __call__(self, passages: Sequence[Passage], /) -> tuple[Mark, ...]: ...


class Embedder(Protocol):
    """Embeds texts: float32, shape (texts, dimensions), unit rows. A row depends on its text alone."""

    def __call__(self, texts: Sequence[str], /) -> Vectors: ...


class Entailer(Protocol):
    """Scores (premise, hypothesis) pairs, in their order. A score depends on its pair alone."""

    def __call__(self, pairs: Sequence[tuple[str, str]], /) -> Sequence[Scores]: ...


class Matcher(Protocol):
    """Says of pairs of sentences, in their order, whether both tell of one incident: log-odds.

    They are the same whichever of two comes first, and depend on their pair alone.
    """

    def __call__(self, pairs: Sequence[tuple[str, str]], /) -> Sequence[float]: ...


class Memory(Protocol):
    """Keeps bytes under keys from one run to the next; a key whose bytes are not there, or spoilt, is left out."""

    def recall(self, keys: Sequence[str], /) -> Mapping[str, bytes]: ...
    def keep(self, values: Mapping[str, bytes], /) -> None: ...


@dataclass(frozen=True)
class Models:
    """The models of a run.

    Without a tagger claims are found by rules alone; without an entailer the judges are the rules on facts alone;
    without a matcher claims are put together by the evidence of facts and vectors alone.
    With a memory nothing is computed twice: `basis` stands for the program in its keys.
    """

    parse: Parser
    embed: Embedder
    entail: Entailer | None = None
    tag: Tagger | None = None
    names: tuple[ModelName, ...] = ()
    memory: Memory | None = None
    basis: str = ""
    match: Matcher | None = None

    def without_entailer(self) -> Models:
        """Return the bundle with no entailer, neither to ask nor to name."""
        return replace(self, entail=None, names=self._names_but("entailer"))

    def without_matcher(self) -> Models:
        """Return the bundle with no matcher, neither to ask nor to name."""
        return replace(self, match=None, names=self._names_but("matcher"))

    def _names_but(self, role: str) -> tuple[ModelName, ...]:
        return tuple(name for name in self.names if name.role != role)


class Progress(Protocol):
    """Passes items through while it shows how far a stage has come."""

    def __call__(self, stage: str, items: Iterable[T], total: int | None = None, /) -> Iterator[T]: ...


def quiet(_stage: str, items: Iterable[T], _total: int | None = None, /) -> Iterator[T]:
    """Show nothing."""
    return iter(items)
