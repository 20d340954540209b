"""The sentence of a statement that can be read alone, with what was put in for what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.grammar import is_passive
from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.phrases import core
from claimcheck.extract.references import possessive
from claimcheck.extract.tree import Tree
from claimcheck.model import Span, Substitution

_QUOTES = frozenset('"“”„«»‘’')
_AGREEING = {"am": "is", "have": "has", "do": "does", "'m": "is", "'ve": "has"}


@dataclass(frozen=True, slots=True)
class Standalone:
    """A sentence, and the substitutions that made it out of the article's words."""

    sentence: str
    substitutions: tuple[Substitution, ...]


def standalone(
    clause: Clause, spans: Sequence[Span], ground: Ground, told: Sequence[Substitution] = (), *, whole: bool = False
) -> Standalone:
    """Return a statement as a sentence of its own; `spans` are its words in the article.

    `told` are the changes that make a sentence of words that are none; `whole`: these have their subject.
    """
    changes = sorted({s.span: s for s in (*_changes(clause, ground), *told)}.values(), key=lambda s: s.span)
    within = [s for s in changes if any(span.contains(s.span) for span in spans)]
    body = " ".join(_rewritten(ground.text, span, within) for span in spans)
    subject = _shared_subject(clause, ground) if not whole else None
    if subject is not None:
        body = f"{subject.replacement} {body}"
    return Standalone(_sentence(body), tuple(s for s in (subject, *within) if s is not None))


def _sentence(words: str) -> str:
    """Return words as a sentence: single spaces, no quotation marks, a capital, a full stop."""
    plain = "".join(" " if c in _QUOTES and c != "’" else c for c in words)
    text = " ".join(plain.split()).replace(" ,", ",").strip(" ,;:-")
    if not text:
        return text
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


def _rewritten(text: str, span: Span, changes: Sequence[Substitution]) -> str:
    parts, at = [], span.start
    for change in changes:
        if span.contains(change.span) and change.span.start >= at:
            parts.extend([text[at : change.span.start], change.replacement])
            at = change.span.end
    return "".join([*parts, text[at : span.end]])


def _shared_subject(clause: Clause, ground: Ground) -> Substitution | None:
    """Return the subject that a coordinated or relative clause has from elsewhere."""
    tree, verb = clause.tree, clause.verb
    own = tree.children(verb.i, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
    if verb.pos not in {"VERB", "AUX"} or any(child.i in clause.tokens for child in own):
        return None
    subject = clause.subject(verb.i)
    return None if subject is None or subject in clause.inside else _phrase(tree, subject, ground)


def _phrase(tree: Tree, i: int, ground: Ground) -> Substitution:
    """Return a noun phrase to be put in, with what it stands for."""
    words = core(tree, i)
    of = [j for child in tree.children(i, "prep") if child.lemma == "of" for j in tree.subtree(child.i)]
    span = tree.span([*words, *of] if of and max(of) - i < 8 else words)
    known = ground.refer(tree, i)
    text = ground.text[span.start : span.end]
    if known is None or not known.words or tree.tokens[i].pos == "NOUN":
        return Substitution(text, span, text)
    return Substitution(text, span, f"The {known.words}" if tree.tokens[i].pos == "NUM" else known.words)


def _changes(clause: Clause, ground: Ground) -> Iterator[Substitution]:
    tree = clause.tree
    for i in clause.tokens:
        token = tree.tokens[i]
        span = Span(token.start, token.end)
        if token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.tag in {"WDT", "WP"}:
            yield from _relative(clause, i, ground)
            continue
        known = ground.refer(tree, i) if token.pos in {"PRON", "NUM"} else None
        if known is not None and known.words:
            yield Substitution(token.text, span, possessive(token, known.words))
            yield from _agreement(clause, i)
    yield from _auxiliary(clause)


def _relative(clause: Clause, i: int, ground: Ground) -> Iterator[Substitution]:
    """Put its noun in the place of the relative pronoun that opens the clause."""
    tree = clause.tree
    subject = clause.subject(clause.head)
    own = tree.child(clause.head, "nsubj", "nsubjpass")
    if own is not None and own.i == i and subject is not None and subject not in clause.inside:
        token = tree.tokens[i]
        yield Substitution(token.text, Span(token.start, token.end), _phrase(tree, subject, ground).replacement)


def _agreement(clause: Clause, i: int) -> Iterator[Substitution]:
    """Give the verb of "I" the form that fits a name."""
    tree, token = clause.tree, clause.tree.tokens[i]
    if token.text != "I" or token.dep not in {"nsubj", "nsubjpass"}:
        return
    verb = tree.tokens[token.head]
    first = next((aux for aux in tree.children(verb.i, "aux", "auxpass")), verb)
    if first.tag != "VBP" or first.i < i:
        return
    form = _AGREEING.get(first.text.lower()) or (f"{first.text}s" if first.i == verb.i else first.text)
    yield Substitution(first.text, Span(first.start, first.end), form)


def _auxiliary(clause: Clause) -> Iterator[Substitution]:
    """Give "55 wounded" the auxiliary that it shares: "55 were wounded"."""
    tree, verb = clause.tree, clause.verb
    bare = (
        verb.pos == "VERB"
        and verb.tag in {"VBN", "VBD"}
        and not any(True for _ in tree.children(verb.i, "aux", "auxpass"))
    )
    if bare and verb.dep == "conj" and tree.child(verb.i, "nsubj", "nsubjpass") and is_passive(tree, verb.i):
        yield Substitution(verb.text, Span(verb.start, verb.end), f"were {verb.text}")
