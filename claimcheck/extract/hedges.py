"""Hedges: words that weaken a claim, and whose they are.

Inside quotation marks they are the source's. Outside, "reportedly" and its like are the outlet's, as is every hedge on
the cue itself ("reportedly said"); "apparently" inside reported words is the source's.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from claimcheck.extract.quotes import Quotation
from claimcheck.extract.tree import Tree
from claimcheck.model import Hedge, HedgedBy, Span, Voice


@dataclass(frozen=True, slots=True)
class Hedging:
    """The words that hedge: single lemmas, and phrases as tuples of lower-case words, by the first of them."""

    speaker: frozenset[str]
    outlet: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], HedgedBy]]]


@cache
def default_hedging() -> Hedging:
    """Return the hedges that come with the package, from `hedges.toml`."""
    table = tomllib.loads(files("claimcheck.extract").joinpath("hedges.toml").read_text(encoding="utf-8"))
    phrases: dict[str, list[tuple[tuple[str, ...], HedgedBy]]] = defaultdict(list)
    for by, part in ((HedgedBy.SOURCE, "speaker"), (HedgedBy.OUTLET, "outlet")):
        for words in map(str.split, table[part]["phrases"]):
            phrases[words[0]].append((tuple(words), by))
    speaker, outlet = (frozenset(table[part]["lemmas"].split()) for part in ("speaker", "outlet"))
    return Hedging(speaker, outlet, dict(phrases))


def find_hedges(
    tree: Tree, content: Iterable[int], cue: int | None, voice: Voice, quotations: Iterable[Quotation]
) -> tuple[Hedge, ...]:
    """Return the hedges on the tokens `content` and on the cue that reports them, in text order."""
    marked = tuple(span for q in quotations for span in q.spans)
    found = {}
    for first, last, by in _hedging_words(tree, sorted(content)):
        outside = HedgedBy.OUTLET if voice is Voice.NARRATION else by
        hedge = _hedge(tree, first, last, outside)
        found[first] = replace(hedge, by=HedgedBy.SOURCE) if any(s.contains(hedge.span) for s in marked) else hedge
    for i in _on_cue(tree, cue):
        found.setdefault(i, _hedge(tree, i, i, HedgedBy.OUTLET))
    return tuple(found[i] for i in sorted(found))


def _hedging_words(tree: Tree, content: list[int]) -> Iterator[tuple[int, int, HedgedBy]]:
    """Yield token ranges (first, last) that hedge, and whose such words are outside quotation marks."""
    words = [tree.tokens[i].text.lower() for i in content]
    done = -1
    for at, i in enumerate(content):
        if i <= done:
            continue
        opened = default_hedging().phrases.get(words[at], ())
        phrase = next((p for p in opened if tuple(words[at : at + len(p[0])]) == p[0]), None)
        if phrase:
            done = content[at + len(phrase[0]) - 1]
            yield i, done, phrase[1]
            continue
        by = _hedge_word(tree, i)
        if by:
            yield i, i, by


def _hedge_word(tree: Tree, i: int) -> HedgedBy | None:
    """Return whose a single word is, where it hedges."""
    forms = {tree.tokens[i].lemma, tree.tokens[i].text.lower()}
    if forms & default_hedging().outlet and _is_hedge(tree, i):
        return HedgedBy.OUTLET
    return HedgedBy.SOURCE if forms & default_hedging().speaker and _is_hedge(tree, i) else None


def _is_hedge(tree: Tree, i: int) -> bool:
    """Whether a word is used to hedge: not "may" the month, "reported" the act, "appeared before the court"."""
    token = tree.tokens[i]
    if token.pos == "PROPN" or token.entity in ("DATE", "PERSON"):
        return False
    if token.lemma in ("appear", "seem"):
        return tree.child(i, "xcomp", "ccomp", "oprd", "acomp") is not None
    return token.pos != "VERB" or token.dep == "amod"


def _on_cue(tree: Tree, cue: int | None) -> Iterator[int]:
    """Yield the hedges that modify the cue: "reportedly said"."""
    if cue is None:
        return
    hedging = default_hedging()
    for token in tree.children(cue, "advmod", "aux"):
        if token.lemma in hedging.outlet | hedging.speaker:
            yield token.i


def _hedge(tree: Tree, first: int, last: int, by: HedgedBy) -> Hedge:
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    text = tree.parse.passage.text[span.start - tree.parse.passage.start : span.end - tree.parse.passage.start]
    return Hedge(text, span, by)
