"""What a resolver looks at: a mention taken apart, who is named in the article, who has spoken so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.extract.document import Document
from claimcheck.extract.intervals import Intervals
from claimcheck.extract.speakers.named import Named, Names, Speaker
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Knowledge
from claimcheck.model import Source, Span, stable_id
from claimcheck.ports import Token

UNNAMED = "unnamed"

_HEADS = {"NOUN": 0, "PROPN": 0, "PRON": 0, "NUM": 1, "ADJ": 2, "DET": 3}

_DEFINITE = ("the", "this", "that", "these", "those", "its", "their", "his", "her", "same")
_INDEFINITE = ("a", "an", "another", "some", "one", "several", "many", "two", "three", "other", "others")


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody speaks: the words that name the speaker, their head, the words that say how."""

    span: Span
    head: str
    speaker: Speaker
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker. `head` and `tree` are missing where the words were not parsed."""

    text: str
    span: Span
    words: tuple[Token, ...] = ()
    head: Token | None = None
    tree: Tree | None = None

    @property
    def lemma(self) -> str:
        return self.head.lemma if self.head else ""

    @property
    def key(self) -> str:
        return " ".join(self.text.casefold().split())

    @property
    def definite(self) -> bool:
        return bool(self.words) and (self.words[0].text.lower() in _DEFINITE or self.possessor is not None)

    @property
    def indefinite(self) -> bool:
        return bool(self.words) and (self.words[0].text.lower() in _INDEFINITE or self.words[0].pos == "NUM")

    @property
    def is_singular(self) -> bool:
        return self.head is not None and self.head.tag == "NN"

    @property
    def modifiers(self) -> tuple[Token, ...]:
        """The words before the head that narrow it: "Homs" in "the Homs governor"."""
        if not self.head:
            return ()
        return tuple(w for w in self.words if w.start < self.head.start and w.pos in ("ADJ", "NOUN", "PROPN", "VERB"))

    @property
    def possessor(self) -> Token | None:
        """The word that owns the head: "Netanyahu" in "Netanyahu's office"."""
        return self.tree.child(self.head.i, "poss") if self.tree and self.head else None


def _cannot_tell(_mention: Mention, _scene: Scene) -> Speaker | None:
    return None


@dataclass(frozen=True)
class Scene:
    """An article at one moment. `aliases` are short names that it defines, case-folded; `turns` in text order.

    `organisations` are names in no registry that the parser takes for organisations; `told` are the words
    of all attributions; `resolve` says who the mention is that another leads to: "the line" from "its owners".
    """

    document: Document
    knowledge: Knowledge
    outlet: Speaker
    named: Names = field(default_factory=Names)
    aliases: Mapping[str, Source] = field(default_factory=dict)
    turns: Sequence[Turn] = ()
    organisations: tuple[Named, ...] = ()
    told: Intervals = field(default_factory=lambda: Intervals(()))
    resolve: Callable[[Mention, Scene], Speaker | None] = _cannot_tell


def mention_at(document: Document, span: Span) -> Mention:
    """Return the words at `span` with their syntactic head."""
    text = document.words(span)
    tree = document.tree_at(span)
    words = tuple(tree.tokens[i] for i in tree.within(span)) if tree else ()
    return Mention(text, span, words, head_of(words), tree)


def head_of(words: Sequence[Token]) -> Token | None:
    """Return the word on which the other words depend: the first, and a noun if any, whose head is not among them."""
    inside = {word.i for word in words}
    tops = [w for w in words if w.head == w.i or w.head not in inside]
    return min(tops, key=lambda w: _HEADS.get(w.pos, len(_HEADS)), default=None)


def before_comma(mention: Mention) -> Mention:
    """Return a mention without what follows its first comma, dash or bracket: "Hill" of "Hill, a doctor"."""
    for n, word in enumerate(mention.words):
        apart = n and word.start > mention.words[n - 1].end
        if n and (word.text in (",", "(") or (apart and word.text in ("-", "–", "—"))):
            return part(mention, mention.words[:n])
    return mention


def part(mention: Mention, words: Sequence[Token]) -> Mention:
    """Return some adjoining words of a mention as a mention of their own."""
    span = Span(words[0].start, words[-1].end)
    shift = mention.span.start
    text = mention.text[span.start - shift : span.end - shift]
    return replace(mention, text=text, span=span, words=tuple(words), head=head_of(words))


def named_source(name: str, kind: str) -> Source:
    """Return a source that is in no registry: the same name gives the same id in every article."""
    return Source(stable_id("s", " ".join(name.casefold().split())), name, kind)


def unnamed_source(name: str, *where: object) -> Source:
    """Return a source without a name, apart from all others: `where` says which mention of which article it is."""
    return Source(stable_id("u", name.casefold(), *where), name, UNNAMED)


Resolver = Callable[[Mention, Scene], Speaker | None]
"""Says who a mention is, or that it cannot."""


def first_of(resolvers: Iterable[Resolver], mention: Mention, scene: Scene) -> Speaker | None:
    """Return what the first resolver that knows the mention says."""
    return next(filter(None, (resolver(mention, scene) for resolver in resolvers)), None)
