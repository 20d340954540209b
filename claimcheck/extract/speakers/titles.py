"""What stands with a name and says who that is: before it, in an apposition on either side, after "is"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

TITLES_AFTER = 5
_TITLES_BEFORE = 6
_PHRASE_BEFORE = 14
_ENDS = ("VERB", "AUX", "SCONJ", "CCONJ", "PRON")
_CLOSING = frozenset({",", ".", ";", ")", '"', "”", "’", "»", "—", "–"})


def titles(tree: Tree, words: Sequence[Token]) -> tuple[str, ...]:
    """Return the lemmas that stand with a name."""
    after = after_name(tree, words[-1].i + 1, TITLES_AFTER)
    apposed = (*_noun_of(tree, words), *_apposed_to(tree, words))
    beside = (*before_name(tree, words[0].i), *apposed, *after, *_is_called(tree, words))
    return tuple(dict.fromkeys(word.lemma for word in beside if word.pos in ("NOUN", "PROPN", "ADJ")))


def before_name(tree: Tree, i: int) -> list[Token]:
    """Return the unbroken run of nouns and adjectives before token `i`: "Homs Governor"."""
    first, _ = tree.sentence(i)
    j = i
    while j > max(first, i - _TITLES_BEFORE) and tree.tokens[j - 1].pos in ("NOUN", "PROPN", "ADJ", "PART"):
        j -= 1
    return list(tree.tokens[j:i])


def after_name(tree: Tree, i: int, longest: int) -> list[Token]:
    """Return the words of an apposition that begins at token `i`: ", the governor of Homs," or "head of the agency"."""
    if i >= len(tree.tokens):
        return []
    _, last = tree.sentence(i)
    found: list[Token] = []
    for word in tree.tokens[i : min(last, i + longest)]:
        if (
            word.pos in ("VERB", "AUX", "PRON", "SCONJ")
            or word.text in (".", ";", ":", ")")
            or (word.text == "," and found)
        ):
            break
        if word.text != ",":
            found.append(word)
    return found if found and found[0].pos in ("DET", "NOUN", "ADJ", "PROPN") else []


def _apposed_to(tree: Tree, words: Sequence[Token]) -> list[Token]:
    """Return the head, with its adjectives, of the description that a name follows: "the mayor of Arqa, Nora Lind,"."""
    first, end = tree.sentence(words[0].i)
    i, after = words[0].i - len(before_name(tree, words[0].i)), words[-1].i + 1
    closed = after >= end or tree.tokens[after].text in _CLOSING or tree.tokens[after].tag == "WP"
    if i <= first or tree.tokens[i - 1].text != "," or not closed:
        return []
    begin = i - 1
    while begin > max(first, i - _PHRASE_BEFORE) and not _ends_phrase(tree.tokens[begin - 1]):
        begin -= 1
    return _head_run(tree.tokens[begin : i - 1])


def _noun_of(tree: Tree, words: Sequence[Token]) -> list[Token]:
    """Return the noun that a name says more of by the parse: "with [the President] of Vela, Milos Ruml"."""
    name = words[-1]
    noun = tree.tokens[name.head]
    return [noun, *tree.children(noun.i, "compound", "amod")] if name.dep == "appos" and noun.i < words[0].i else []


def _ends_phrase(word: Token) -> bool:
    return (word.pos in _ENDS and word.tag != "PRP$") or (word.pos == "PUNCT" and word.text != "-")


def _head_run(words: Sequence[Token]) -> list[Token]:
    """Return the words up to the head of the first noun phrase in some words, without whose it is."""
    found: list[Token] = []
    for word in words:
        if word.tag == "POS":
            found = []
        elif word.pos in ("NOUN", "PROPN", "ADJ"):
            found.append(word)
        elif found and word.pos != "PUNCT":
            break
    return found


def _is_called(tree: Tree, words: Sequence[Token]) -> list[Token]:
    """Return what a name is said to be: "Nora Lind is the ferry's third officer"."""
    last = words[-1]
    verb = tree.tokens[last.head]
    if last.dep != "nsubj" or verb.lemma not in ("be", "become"):
        return []
    attribute = tree.child(verb.i, "attr")
    if not attribute:
        return []
    return [attribute, *tree.children(attribute.i, "amod", "compound")]
