"""The article's own word that its claims are about one matter: "describing the incident", "the same attack"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

from claimcheck.extract.claims_told import Told
from claimcheck.extract.document import Document
from claimcheck.extract.speakers import Frame
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.model import Link, Mode, Span
from claimcheck.ports import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ANY = "any"
_FOLLOWED = frozenset({"after", "before", "following", "reaction", "response", "retaliation", "since"})
_BEFORE = ("det", "poss", "amod", "compound", "nummod")


@dataclass(frozen=True, slots=True)
class Recall:
    """A noun for a matter, with the claims that it stands in or beside."""

    span: Span
    matter: str
    definite: bool
    claims: tuple[str, ...]


@cache
def _matters() -> Mapping[str, str]:
    """Return the noun lemmas of `links.toml`, each with its kind of matter."""
    table = tomllib.loads(files("claimcheck.extract").joinpath("links.toml").read_text(encoding="utf-8"))
    nouns = {noun: matter for matter, words in table["matters"].items() for noun in words}
    return nouns | dict.fromkeys(table["any"]["nouns"], _ANY)


def links_between(told: Sequence[Told], document: Document) -> tuple[Link, ...]:
    """Return the links that the article itself makes between its claims, each pair once, in text order."""
    last: dict[str, tuple[str, ...]] = {}
    found: dict[tuple[str, str], Link] = {}
    for recall in _recalls(told, document):
        before = last.get(recall.matter, ()) if recall.definite else ()
        if recall.matter == _ANY and recall.definite and recall.claims:
            before = before or _claim_before(told, recall)
        for pair in ((a, b) for a in before[-1:] for b in recall.claims if a != b):
            found.setdefault(pair, Link(*pair, document.article.id, document.words(recall.span), recall.span))
        last[recall.matter] = (*before, *recall.claims)
    for link in _of_one_statement(told, document):
        found.setdefault((link.a, link.b), link)
    return tuple(sorted(found.values(), key=lambda link: (link.span, link.a, link.b)))


def _of_one_statement(told: Sequence[Told], document: Document) -> Iterator[Link]:
    """Yield links between a claim of a statement said to be on one matter and what "the statement" says later."""
    on_a_matter: dict[tuple[str, str], str] = {}
    for item in told:
        claim, lemmas = item.claim, {word.lemma for word in item.frame.words} if item.frame else set()
        text = (claim.mention or "").casefold().removeprefix("the ")
        earlier = on_a_matter.get((claim.source.id, text))
        if earlier and claim.source_span:
            yield Link(earlier, claim.id, claim.article, document.words(claim.source_span), claim.source_span)
        if not lemmas.isdisjoint(_matters()):
            on_a_matter.update({(claim.source.id, noun): claim.id for noun in sorted(lemmas & roles().texts)})


def _recalls(told: Sequence[Told], document: Document) -> Iterator[Recall]:
    """Yield the nouns for matters in the outlet's own words, in text order."""
    claims = _claims_at(told, document)
    for tree in document.trees:
        for word in tree.tokens:
            matter = _matters().get(word.lemma) if word.pos == "NOUN" else None
            if matter and not _in_passing(tree, word) and (near := claims.get(word.start, ())) is not None:
                determiner = tree.child(word.i, "det")
                definite = determiner is not None and determiner.lemma in _DEFINITE
                yield Recall(_phrase(tree, word), matter, definite or tree.child(word.i, "poss") is not None, near)


def _claims_at(told: Sequence[Told], document: Document) -> dict[int, tuple[str, ...] | None]:
    """Return, for the offsets of words, the claims that they stand in, or beside; none for words that are quoted."""
    found: dict[int, tuple[str, ...] | None] = {}
    for item in told:
        for word in _beside(item.frame) if item.frame else ():
            found[word.start] = (*(found.get(word.start) or ()), item.claim.id)
    for item in told:
        for span in item.claim.spans:
            tree = document.tree_at(span)
            for i in tree.within(span) if tree else ():
                found[tree.tokens[i].start] = None if item.claim.mode is Mode.DIRECT else (item.claim.id,)  # type: ignore[union-attr]
    return found


def _in_passing(tree: Tree, word: Token) -> bool:
    """Return whether a matter is only what another one followed: "in response to the attack"."""
    phrase = takewhile(lambda above: above.pos not in ("VERB", "AUX"), tree.ancestors(word.i))
    return any(above.lemma in _FOLLOWED for above in phrase)


def _beside(frame: Frame) -> Iterator[Token]:
    """Yield the outlet's words that hang on a cue, or on which it hangs."""
    above = {word.i for word in frame.tree.ancestors(frame.cue.i)}
    below = set(frame.tree.subtree(frame.cue.i))
    return (word for word in frame.words if word.i in below or (word.i in above and word.pos == "NOUN"))


def _claim_before(told: Sequence[Told], recall: Recall) -> tuple[str, ...]:
    """Return the last claim before a recall that another source makes."""
    sources = {item.claim.source.id for item in told if item.claim.id in recall.claims}
    earlier = [t.claim for t in told if t.claim.spans[-1].end <= recall.span.start and t.claim.source.id not in sources]
    return (earlier[-1].id,) if earlier else ()


def _phrase(tree: Tree, word: Token) -> Span:
    """Return the words of a recall, with the verb right before them: "describing the incident"."""
    first = min((child.i for child in tree.children(word.i) if child.dep in _BEFORE), default=word.i)
    verb = tree.tokens[word.head]
    return tree.span((verb.i if verb.i == first - 1 and verb.pos == "VERB" else first, word.i))
