"""Where: the phrases that name places, kept whole, with the canonical name of the first place that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.grammar import objects
from claimcheck.extract.facts.ground import Ground, Reading, fact, run
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.phrases import is_flank
from claimcheck.extract.tree import Tree
from claimcheck.model import Aspect, Fact
from claimcheck.ports import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACE = frozenset({"DATE", "TIME", "PERSON", "CARDINAL"})
_WITHIN_NAME = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "case", "nmod", "punct", "advmod", "npadvmod", "quantmod"}
)
_LEADING = frozenset({"of", "between", "to", "from", "and", "with"})
_STRUCK = frozenset({"dobj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase for a place: its tokens, its noun, the token that opens it, and whether it says only "near"."""

    first: int
    last: int
    noun: int
    opening: int
    near: bool


def places(clause: Clause, of: str, ground: Ground) -> Iterator[Fact]:
    """Yield where-facts of a clause, the widest phrases only."""
    phrases: list[_Phrase] = []
    for i in clause.tokens:
        phrase = _phrase_at(clause.tree, i, ground)
        if phrase is None or (phrases and phrase.noun <= phrases[-1].last):
            continue
        if phrases and _goes_on(clause.tree, phrases[-1], phrase):
            phrase = replace(phrases.pop(), last=phrase.last)
        phrases.append(phrase)
    for phrase in phrases:
        words = range(phrase.first, phrase.last + 1)
        span = run(clause.tree, words, phrase.noun, clause.inside)
        found = fact(ground, Aspect.WHERE, span, Reading(_value(clause.tree, phrase, ground), of=of))
        if found is not None:
            yield found


def _goes_on(tree: Tree, a: _Phrase, b: _Phrase) -> bool:
    """Tell whether a place says where the one before it is, right after it: "a village | near Manbij"."""
    between = tree.tokens[a.last + 1 : b.opening]
    return all(token.text == "," for token in between) and (len(between) == 0 or b.opening < b.noun)


def _phrase_at(tree: Tree, i: int, ground: Ground) -> _Phrase | None:
    """Return the phrase for a place that a preposition, a compass point or a struck place opens."""
    token = tree.tokens[i]
    if _is_struck(tree, token) and not is_flank(tree, i) and is_place(token, ground):
        first = min(_place_words(tree, token, ground))
        return _Phrase(first, max(_place_words(tree, token, ground)), i, first, False)
    noun = _place_after(tree, token, ground)
    if noun is None:
        return None
    near = token.text.lower() in lexicon().place_near or token.lemma in lexicon().place_sides
    inner = [j for j in _place_words(tree, noun, ground) if j > i]
    return _Phrase(i if near else min(inner), _whole_name(tree, max(inner)), noun.i, i, near)


def _whole_name(tree: Tree, last: int) -> int:
    """Return the last token of the hyphened name that token `last` is in."""
    while last + 2 < len(tree.tokens) and _is_joint(tree, last + 1) and tree.tokens[last + 2].pos == "PROPN":
        last += 2
    return last


def _is_struck(tree: Tree, token: Token) -> bool:
    """Tell whether a noun is what was struck, and so where: "shelled the village", not "destroyed 200 homes"."""
    verb = tree.tokens[token.head]
    struck = token.dep in _STRUCK and verb.lemma in lexicon().blows
    suffered = token.dep == "nsubj" and verb.lemma == "suffer"
    return (struck or suffered) and tree.child(token.i, "nummod") is None


def _place_after(tree: Tree, token: Token, ground: Ground) -> Token | None:
    """Return the noun for a place that a preposition or "east of" leads to."""
    word, table = token.text.lower(), lexicon()
    side = word in table.place_sides and token.dep != "pobj"
    if not side and (token.pos not in {"ADP", "ADV", "SCONJ", "ADJ"} or word not in table.place_in | table.place_near):
        return None
    towards = next((child for child in tree.children(token.i, "prep") if child.lemma in {"to", "of"}), None)
    nouns = [*tree.children(token.i, "pobj"), *(tree.children(towards.i, "pobj") if towards else ())]
    known = (noun for noun in nouns if noun.i > token.i and (is_place(noun, ground) or (side and noun.pos == "PROPN")))
    return next((noun for noun in known if not _is_figure(tree, noun, ground)), None)


def _is_figure(tree: Tree, noun: Token, ground: Ground) -> bool:
    """Tell whether a common noun for a place names none here: "in line with", "on the part of the army".

    A noun in the singular has an article, unless it is like "sea" or "prison".
    """
    if noun.pos != "NOUN":
        return False
    if is_flank(tree, noun.i) and not any(is_place(whole, ground) for whole in objects(tree, noun.i, "of")):
        return True  # "hit on the port side", not "on the left side of the road"
    described = any(child.i < noun.i for child in tree.children(noun.i))
    if noun.tag == "NN" and not described and noun.lemma not in lexicon().place_bare:
        return True
    of = next((child for child in tree.children(noun.i, "prep") if child.lemma == "of"), None)
    if noun.tag == "NNS" and noun.lemma in {"side", "part"} and of is None:
        return True  # "talks between the two sides"
    below = tree.child(of.i, "pobj") if of is not None else None
    if noun.lemma not in lexicon().place_figures or below is None:
        return False
    return below.pos != "PROPN" and not below.entity and not is_place(below, ground)


def is_place(noun: Token, ground: Ground) -> bool:
    """Tell whether a noun names a place: by its entity, as a common noun for places, or in the gazetteer."""
    if noun.pos == "PROPN" and ground.knowledge.places.canonical(noun.text) is not None:
        return True
    return noun.entity not in _NO_PLACE and (noun.entity in _PLACES or noun.lemma in lexicon().place_nouns)


def _place_words(tree: Tree, noun: Token, ground: Ground) -> set[int]:
    """Return a noun for a place with what describes it, and with the places that say where it is."""
    words = {noun.i}
    for child in tree.children(noun.i):
        if child.dep in _WITHIN_NAME and child.i < noun.i:
            words.update(tree.subtree(child.i))
        elif child.dep in {"prep", "advmod", "appos", "conj", "amod"} and child.i > noun.i:
            words |= _further(tree, child, ground)
    return words


def _further(tree: Tree, child: Token, ground: Ground) -> set[int]:
    """Return the words of "of Aleppo", "near the city", "east of Mays al-Jabal", where they name a place."""
    if child.dep in {"appos", "conj"}:
        return {child.i - 1, *_place_words(tree, child, ground)} if is_place(child, ground) else set()
    table, words = lexicon(), {child.i}
    for below in tree.children(child.i, "pobj", "prep"):
        if below.dep == "prep":
            words |= _further(tree, below, ground)
        elif is_place(below, ground) or (child.lemma == "of" and below.pos == "PROPN"):
            words |= _place_words(tree, below, ground)
    leads = child.lemma in _LEADING | table.place_in | table.place_near | table.place_sides
    if child.i - 1 >= 0 and tree.tokens[child.i - 1].text == ",":
        words.add(child.i - 1)
    return words if leads and len(words) > 1 else set()


def _value(tree: Tree, phrase: _Phrase, ground: Ground) -> str | None:
    """Return the canonical name of the first place named; "near X" where the words say only that it is close to it."""
    words = range(phrase.first, phrase.last + 1)
    named = next((i for i in words if tree.tokens[i].entity in _PLACES or tree.tokens[i].pos == "PROPN"), None)
    if named is None:
        return _country(tree, phrase, ground)
    if tree.tokens[phrase.opening].lemma == "between":
        return None
    name = _name(tree, named, words, ground)
    aside = any(_leads_aside(tree.tokens[i]) for i in words if phrase.noun <= i < named)
    return f"near {name}" if aside or (phrase.near and not _leads_in(tree, phrase, named)) else name


def _leads_in(tree: Tree, phrase: _Phrase, named: int) -> bool:
    """Tell whether what it is near lies in the place that is named: "near the market in al-Bab" is in al-Bab."""
    between = (tree.tokens[i] for i in range(phrase.noun + 1, named))
    return any(token.dep == "prep" and token.text.lower() in lexicon().place_in for token in between)


def _country(tree: Tree, phrase: _Phrase, ground: Ground) -> str | None:
    """Return the country of "in Iranian waters"."""
    words = (tree.tokens[i] for i in range(phrase.first, phrase.last + 1))
    names = (ground.knowledge.places.canonical(word.text) for word in words if word.entity == "NORP")
    return next((name for name in names if name is not None), None)


def _leads_aside(token: Token) -> bool:
    return token.text.lower() in {"near", "outside"} or token.lemma in lexicon().place_sides


def _name(tree: Tree, first: int, words: Sequence[int], ground: Ground) -> str:
    """Return the canonical form of the proper name that begins at a token; "Gulf of Aden" where that is known."""
    last = _end_of_name(tree, first, words)
    if last + 2 in words and tree.tokens[last + 1].text == "of":
        whole = _written(tree, first, _end_of_name(tree, last + 2, words), ground)
        if (known := ground.knowledge.places.canonical(whole)) is not None:
            return known
    name = _written(tree, first, last, ground)
    return ground.knowledge.places.canonical(name) or name


def _end_of_name(tree: Tree, first: int, words: Sequence[int]) -> int:
    last = first
    while last + 1 in words and (tree.tokens[last + 1].pos == "PROPN" or _is_joint(tree, last + 1)):
        last += 1
    return last


def _written(tree: Tree, first: int, last: int, ground: Ground) -> str:
    span = tree.span([first, last])
    return ground.text[span.start : span.end]


def _is_joint(tree: Tree, i: int) -> bool:
    """Tell whether a token ties two parts of a name: the hyphen of "al-Bab", the "of" of "Sea of Japan" does not."""
    before, token = tree.tokens[i - 1], tree.tokens[i]
    return (
        token.text == "-"
        and before.end == token.start
        and i + 1 < len(tree.tokens)
        and tree.tokens[i + 1].start == token.end
    )
