"""Reading a parse of news prose, which may have lost its commas: what is finite, passive, whose subject is whose."""

from __future__ import annotations

from collections.abc import Container, Iterator

from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp"})
_ACCUSING = frozenset({"accuse", "suspect", "blame"})
_LEARNED = frozenset({"xcomp", "ccomp", "dobj"})
_ONE = frozenset({"one", "a", "an"})
_STRESSING = frozenset({"even", "so", "much", "as"})
"""Words between "not" and "one"."""
_STANDING_FOR = frozenset({"so", "it", "this", "that", "likewise"})
_CONJUNCTS = 50
"""Coordinated words that are followed back to the first one."""
_CLIMB = 6
"""Words before a relative clause's noun in which its antecedent is looked for ("strikes on villages which killed")."""


def is_finite(tree: Tree, i: int) -> bool:
    """Tell whether a verb is inflected, by itself, by an auxiliary or as a headline's participle with a subject."""
    token = tree.tokens[i]
    auxiliaries = list(tree.children(i, "aux", "auxpass"))
    if any(aux.tag in {"MD", "VBD", "VBZ", "VBP"} for aux in auxiliaries):
        return True
    if any(aux.tag == "TO" for aux in auxiliaries):
        return False
    if token.tag in {"VBD", "VBZ", "VBP"} or is_hidden_past(tree, i):
        return True
    return token.tag == "VBN" and tree.child(i, *SUBJECTS) is not None


def cleft(tree: Tree, i: int) -> int | None:
    """Return the verb of which "it was X who" only lifts out the subject: "it was rebels | who opened fire"."""
    subject, lifted = tree.child(i, "nsubj"), tree.child(i, "attr")
    if tree.tokens[i].lemma != "be" or subject is None or subject.lemma != "it" or lifted is None:
        return None
    verb = tree.child(lifted.i, "relcl")
    opens = verb is not None and any(tree.tokens[j].lemma in {"who", "that"} for j in range(lifted.i + 1, verb.i))
    return verb.i if verb is not None and opens else None


def is_hidden_past(tree: Tree, i: int) -> bool:
    """Tell whether a verb parsed as a participle is a past tense: "strikes by the army killed 21 people, he said".

    A past participle that modifies a noun is passive, so it has no object of its own; nor is the noun the subject of a
    verb that has another: "a ferry capsized, the coast guard said".
    """
    token = tree.tokens[i]
    bare = tree.child(i, "aux", "auxpass", "agent", *SUBJECTS) is None
    if token.dep != "acl" or token.tag not in {"VBN", "VBD"} or not bare:
        return False
    return tree.child(i, "dobj") is not None or _has_rival(tree, token.head)


def _has_rival(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is said to be the subject of a verb that has a subject of its own right before it."""
    token = tree.tokens[noun]
    subjects = [child.i for child in tree.children(token.head, "nsubj", "nsubjpass")]
    return token.dep in SUBJECTS and len(subjects) > 1 and noun != max(subjects)


def whole_noun(tree: Tree, i: int, inside: Container[int]) -> int:
    """Return the head of the widest noun phrase around token `i` that is `inside`: the noun next below the verb."""
    for above in tree.ancestors(i):
        if above.i not in inside or above.pos == "AUX" or (above.pos == "VERB" and above.dep not in {"acl", "amod"}):
            break
        i = above.i
    return i


def subject_of(tree: Tree, i: int, inside: Container[int]) -> int | None:
    """Return the token that is the subject of verb `i`: its own, or the one that it shares or modifies.

    `inside` are the tokens of the claim.
    """
    for _ in range(len(tree.tokens)):
        own = _own_subject(tree, i, inside)
        found = _reported(tree, i, own, inside)
        if found is None:
            found = antecedent(tree, own) if own is not None else _modified_by(tree, i, inside)
        token = tree.tokens[i]
        ends = token.dep not in _SHARING or token.head == i or (token.dep != "conj" and _is_inflected(tree, i))
        if found is not None or ends or _is_perceived(tree, i):
            return found
        i = token.head
    return None


def _is_perceived(tree: Tree, i: int) -> bool:
    """Tell whether the verb above only says who learned of an act: "heard shooting"; who did it, it does not say."""
    token = tree.tokens[i]
    return token.dep in _LEARNED and tree.tokens[token.head].lemma in lexicon().perceiving


def _reported(tree: Tree, i: int, own: int | None, inside: Container[int]) -> int | None:
    """Return the subject that is outside a report: "the call | that the embassy said | was begun by the other side"."""
    above = tree.tokens[tree.tokens[i].head]
    reported = tree.tokens[i].dep == "ccomp" and above.dep in {"relcl", "acl"}
    return above.head if reported and (own is None or own not in inside) else None


def _modified_by(tree: Tree, i: int, inside: Container[int]) -> int | None:
    """Return the noun that a verb without a subject of its own modifies, or whom the verb above accuses of its act."""
    token = tree.tokens[i]
    if is_hidden_past(tree, i):
        return whole_noun(tree, token.head, inside)
    if token.dep in {"relcl", "acl"}:
        return _modified(tree, i)
    accused = _accused(tree, i) if token.dep == "pcomp" else None
    return accused.i if accused is not None else None


def _own_subject(tree: Tree, i: int, inside: Container[int]) -> int | None:
    """Return the last subject of a verb, those of the claim first: a headline run into it may look like one."""
    own = [child.i for child in tree.children(i, *SUBJECTS)]
    claimed = [j for j in own if j in inside]
    before = [j for j in claimed or own if j < i]
    if len(before) > 1 and any(token.text == "," for token in tree.tokens[before[0] + 1 : before[-1]]):
        return before[0]  # "three suspects, apparently smugglers, fled"
    return max(before, default=min(claimed or own, default=None))


def _is_inflected(tree: Tree, i: int) -> bool:
    """Tell whether a verb must have a subject of its own, which the parse has lost where there is none."""
    finite = tree.tokens[i].tag in {"VBD", "VBZ", "VBP"}
    return finite or any(aux.tag in {"VBD", "VBZ", "VBP"} for aux in tree.children(i, "aux", "auxpass"))


def _accused(tree: Tree, i: int) -> Token | None:
    """Return whom a verb accuses of the act `i`: "accused the army of killing"."""
    above = list(tree.ancestors(i))[:4]
    verb = next((token for token in above if token.lemma in _ACCUSING), None)
    return tree.child(verb.i, "dobj", "nsubjpass") if verb is not None else None


def _modified(tree: Tree, i: int) -> int:
    """Return the noun that a clause modifies; for an act of harm the noun for an act above it, where there is one."""
    noun = tree.tokens[i].head
    if tree.tokens[i].lemma not in lexicon().blows or _can_harm(tree.tokens[noun]):
        return noun
    near = range(noun - 1, max(noun - _CLIMB, 0) - 1, -1)
    return next(
        (j for j in near if tree.tokens[j].pos == "NOUN" and tree.tokens[j].lemma in lexicon().happenings), noun
    )


def _can_harm(token: Token) -> bool:
    table = lexicon()
    return token.lemma in table.happenings or token.lemma in table.weapons or token.lemma in table.people


def antecedent(tree: Tree, i: int) -> int:
    """Return the noun that a relative pronoun stands for, else the token itself."""
    token = tree.tokens[i]
    if token.tag not in {"WDT", "WP", "WP$"} and not (token.lemma == "that" and token.pos in {"PRON", "SCONJ"}):
        return i
    return next((_modified(tree, above.i) for above in tree.ancestors(i) if above.dep == "relcl"), i)


def is_passive(tree: Tree, i: int) -> bool:
    """Tell whether a verb is passive; a coordinated or bare participle may leave out its auxiliary."""
    if tree.child(i, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if tree.tokens[i].tag not in {"VBN", "VBD"} or tree.child(i, "dobj", "aux") is not None:
        return False
    first = first_conjunct(tree, i)
    if first != i and tree.tokens[first].pos == "VERB":
        return is_passive(tree, first)
    return tree.tokens[i].tag == "VBN"


def first_conjunct(tree: Tree, i: int) -> int:
    """Return the first of the coordinated words of which token `i` is one."""
    for _ in range(_CONJUNCTS):
        if tree.tokens[i].dep != "conj":
            break
        i = tree.tokens[i].head
    return i


def is_not_one(tree: Tree, i: int) -> bool:
    """Tell whether a noun or a number is none at all: "not one soldier", "not a single shot"; "not one but two" is not.

    The parser hangs "not" on "one", on the noun or on the verb.
    """
    noun = tree.tokens[i]
    ones = [noun, *tree.children(i, "nummod", "det", "amod", "quantmod")]
    one = next((token for token in ones if token.text.lower() in _ONE and token.i <= i), None)
    if one is None:
        return False
    before = [token.text.lower() for token in tree.tokens[max(one.i - 3, 0) : one.i]]
    while before and before[-1] in _STRESSING:
        before.pop()
    after = tree.tokens[one.i + 1].text.lower() if one.i + 1 < len(tree.tokens) else ""
    return before[-1:] == ["not"] and after not in {"but", "or", "-", ","}


def is_pro_verb(tree: Tree, i: int) -> bool:
    """Tell whether a verb only stands for one said before: "did so", "failed to do this"."""
    if tree.tokens[i].lemma != "do":
        return False
    said = list(tree.children(i, "dobj", "advmod"))
    return any(word.text.lower() in _STANDING_FOR for word in said) or not any(
        child.dep in {"dobj", "ccomp", "xcomp", "nsubjpass"} for child in tree.children(i)
    )


def objects(tree: Tree, i: int, *prepositions: str) -> Iterator[Token]:
    """Yield the nouns that prepositions below token `i` lead to."""
    for preposition in tree.children(i, "prep", "agent", "dative"):
        if preposition.text.lower() in prepositions:
            yield from tree.children(preposition.i, "pobj")
