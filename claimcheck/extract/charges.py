"""What somebody is accused of, as a sentence about it: "X of shelling Y" is "X shelled Y"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from claimcheck.extract.attributions.deeds import is_gerund
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.tree import Tree
from claimcheck.model import Claim, Span, Substitution
from claimcheck.ports import Token

_LINKS = frozenset({"of", "for"})
_PLURAL = ("NNS", "NNPS")
_HAVING = {"having": "have", "being": "be"}
"""Auxiliaries, whose lemma the parser may not know."""
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Charge:
    """The clause of the deed, and what makes a sentence of the words: "of shelling" becomes "shelled".

    `own`: the deed is the speaker's, who is no part of the words: "admitted shelling the town".
    """

    clause: Clause
    changes: tuple[Substitution, ...]
    own: bool = False


def charge_in(clause: Clause, claim: Claim, document: Document) -> Charge | None:
    """Return what a claim charges somebody with, where a clause is the party and the deed: "X of shelling Y"."""
    tree = clause.tree
    if _cue(tree, claim, document, "deed") and is_gerund(tree, clause.verb):
        return Charge(clause, tuple(_in_past(clause, clause.verb, plural=_is_plural(clause))), own=True)
    cue = _cue(tree, claim, document, "blame")
    if cue is None:
        return None
    for link in (tree.tokens[i] for i in clause.tokens if tree.tokens[i].lemma in _LINKS):
        deed = tree.child(link.i, "pcomp")
        if deed is not None and _is_deed(tree, deed) and deed.i in clause.inside and _opens(clause, link):
            party = next((tree.tokens[i] for i in clause.tokens if i < link.i and tree.tokens[i].pos != "DET"), link)
            head = tree.tokens[clause.head] if clause.head < link.i else party
            return Charge(replace(clause, head=deed.i), tuple(_changes(clause, head, link, deed)))
    return None


def _cue(tree: Tree, claim: Claim, document: Document, frame: str) -> Token | None:
    """Return the cue of a claim, where it is a verb that takes such a content."""
    words = tree.within(claim.cue_span) if claim.cue_span and document.tree_at(claim.cue_span) is tree else ()
    return next((tree.tokens[i] for i in words if default_cues().stance(tree.tokens[i].lemma, frame)), None)


def _is_deed(tree: Tree, verb: Token) -> bool:
    return verb.tag == "VBG" or any(aux.tag == "VBG" for aux in tree.children(verb.i, "aux", "auxpass"))


def _opens(clause: Clause, link: Token) -> bool:
    """Whether nothing but the party stands before the words for its deed."""
    return not any(clause.tree.tokens[i].pos in ("VERB", "AUX") for i in clause.tokens if i < link.i)


def _changes(clause: Clause, party: Token, link: Token, deed: Token) -> Iterator[Substitution]:
    yield Substitution(link.text, Span(link.start, link.end), "")
    yield from _in_past(clause, deed, plural=party.tag in _PLURAL)


def _is_plural(clause: Clause) -> bool:
    """Whether who did a deed of which the words tell are several, as far as the sentence says who."""
    subject = clause.subject(clause.head)
    return subject is not None and clause.tree.tokens[subject].tag in _PLURAL


def _in_past(clause: Clause, deed: Token, *, plural: bool) -> Iterator[Substitution]:
    """Yield what tells a deed in the past tense: "not having shelled" becomes "had not shelled"."""
    tree = clause.tree
    denied = tree.child(deed.i, "neg")
    if denied is not None and denied.i in clause.inside:
        helper = next((aux for aux in tree.children(deed.i, "aux") if aux.tag == "VBG"), None)
        yield Substitution(denied.text, Span(denied.start, denied.end), "had not" if helper else "did not")
        bare = helper or deed
        yield Substitution(bare.text, Span(bare.start, bare.end), "" if helper else deed.lemma)
        return
    for verb in _told(tree, deed):
        if verb.i in clause.inside:
            lemma = _HAVING.get(verb.text.casefold(), verb.lemma)
            yield Substitution(verb.text, Span(verb.start, verb.end), past(lemma, plural=plural))


def _told(tree: Tree, deed: Token) -> Iterator[Token]:
    """Yield the verbs that bear the tense of a deed and of what is joined to it: "having" of "having shelled"."""
    yield next((aux for aux in tree.children(deed.i, "aux", "auxpass") if aux.tag == "VBG"), deed)
    for other in tree.children(deed.i, "conj"):
        if other.tag == "VBG":
            yield from _told(tree, other)


def past(lemma: str, *, plural: bool = False) -> str:
    """Return the past tense of a verb."""
    irregular, doubling = _forms()
    if lemma in irregular:
        return "were" if lemma == "be" and plural else irregular[lemma]
    if lemma in doubling:
        return f"{lemma}{lemma[-1]}ed"
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS else f"{lemma}ed"


@cache
def _forms() -> tuple[Mapping[str, str], frozenset[str]]:
    tables = tomllib.loads(files("claimcheck.extract").joinpath("charges.toml").read_text(encoding="utf-8"))
    return tables["past"], frozenset(tables["doubling"]["verbs"])
