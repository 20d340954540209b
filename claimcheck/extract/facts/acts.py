"""What the verbs and nouns of a clause say happened: the canonical act of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.facts.clauses import Clause
from claimcheck.extract.facts.falsity import weighed
from claimcheck.extract.facts.fires import burns, came_about
from claimcheck.extract.facts.grammar import is_passive, objects
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.facts.struck import AFFECT, struck_by, suffered
from claimcheck.extract.facts.tolls import loses, of_victims, toll
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Acts, words_for_proof
from claimcheck.model import Span
from claimcheck.ports import Token

HARM = frozenset({"kill", "injure", "harm"})
_MISSING = "go missing"
_OPEN_MARKS = frozenset({"if", "whether"})
_ASIDE = frozenset({"after", "before", "since", "without", "despite", "like"})
"""What these lead to is another matter than what the clause says, or did not happen."""
_DISCLAIMING = frozenset({"deny", "reject", "disclaim"})
_OCCURRING = frozenset({"occur", "happen"})
_TAKING_PART = frozenset({"have", "hold"})
_HELD = frozenset({"he", "she", "him", "her"})
_KINDLING = frozenset({"start", "begin"})
"""Who does this to a fire shoots at nobody."""
_BACK = 60
"""Tokens before a fragment in which the act of its bare numbers is looked for."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a clause: its verb (or noun), the canonical name, and whether its subject is the one affected.

    `tells`: a verb that only says how high the toll is, whose subject did nothing.
    `answers` tells that the words say who answers for the act ("blamed X for the strike", "claimed the attack").
    """

    i: int
    name: str
    passive: bool
    words: Span
    answers: bool = False
    tells: bool = False


def acts_of(clause: Clause, acts: Acts) -> tuple[Act, ...]:
    """Return the acts of a clause: that of its head first, then those of its participles and infinitives."""
    tree = clause.tree
    main = _main(tree, clause.head, clause.inside)
    others = [i for i in clause.tokens if i not in {main, clause.head} and _is_act(tree, i)]
    return tuple(_act(clause, i, acts) for i in (main, *others))


def _main(tree: Tree, i: int, inside: frozenset[int]) -> int:
    """Return the verb that says what happened: "approach" is not what "tried to approach" says, "seemed to be" is."""
    for _ in inside:
        below = _below(tree, i)
        if below is None or below.i not in inside or below.pos not in {"VERB", "AUX"}:
            break
        i = below.i
    return i


def _below(tree: Tree, i: int) -> Token | None:
    """Return the verb that verb `i` only leads to: "believed to have struck", "accused of striking"."""
    token = tree.tokens[i]
    if token.lemma in lexicon().accusing:
        above = [i, *(noun.i for noun in tree.children(i, "dobj"))]
        verbs = (verb for j in above for p in tree.children(j, "prep") for verb in tree.children(p.i, "pcomp"))
        return next((verb for verb in verbs if verb.tag == "VBG"), tree.child(i, "xcomp"))
    if (shown := _shown(tree, i)) is not None:
        return shown
    if token.lemma in lexicon().negative_verbs:
        return tree.child(i, "xcomp")
    if tree.tokens[token.head].lemma in lexicon().accusing and token.dep == "dobj":
        return next((verb for p in tree.children(i, "prep") for verb in tree.children(p.i, "pcomp")), None)
    if token.lemma == "be":
        likely = next(
            (child for child in tree.children(i, "acomp") if child.lemma in {"likely", "sure", "certain"}), None
        )
        return tree.child(likely.i, "xcomp") if likely is not None else None
    return tree.child(i, "xcomp") if token.lemma in lexicon().raising else None


def _shown(tree: Tree, i: int) -> Token | None:
    """Return the verb of what is said to be true or false, or to have evidence for it."""
    said = weighed(tree, i)
    return said.verb if said is not None else _evident(tree, i)


def _evident(tree: Tree, i: int) -> Token | None:
    """Return the verb of what there is evidence for, or none: "found no evidence that it had been hit"."""
    verbs = (verb for noun in _evidence(tree, i) for verb in tree.children(noun.i, "acl", "ccomp", "relcl"))
    return next((verb for verb in verbs if any(m.lemma == "that" for m in tree.children(verb.i, "mark"))), None)


def _evidence(tree: Tree, i: int) -> Iterator[Token]:
    return (noun for noun in tree.children(i, "dobj", "attr", "nsubj") if noun.lemma in words_for_proof())


def _is_act(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.pos != "VERB" or token.dep in {"aux", "auxpass", "amod", "compound", "case", "prep"}:
        return False
    aside = token.dep == "pcomp" and tree.tokens[token.head].lemma in _ASIDE
    describing = token.dep == "acl" and token.tag == "VBG" and token.lemma not in lexicon().blows
    return not aside and not describing and not any(mark.lemma in _OPEN_MARKS for mark in tree.children(i, "mark"))


def _act(clause: Clause, i: int, acts: Acts) -> Act:
    tree = clause.tree
    answered = _answered_for(tree, i)
    if answered is not None:
        noun = tree.tokens[answered].lemma
        name = burns(tree, answered) or acts.act(noun) or noun
        return Act(i, name, is_passive(tree, i), tree.span([i]), answers=True)
    words, name = _name(clause, i, acts)
    suffers = tree.tokens[i].lemma in lexicon().patients and name in HARM | {tree.tokens[i].lemma}
    suffers = suffers or (tree.tokens[i].lemma in lexicon().befalling and tree.child(i, "dobj") is None)
    suffers = suffers and not loses(tree, i)
    suffers = suffers or _condition(tree, i) is not None
    suffers = suffers or name == _MISSING
    suffers = suffers or (name in HARM and tree.tokens[i].lemma == "be")  # "40 people were dead"
    suffers = suffers or (tree.tokens[i].lemma == "be" and any(c.tag == "VBN" for c in tree.children(i, "acomp")))
    return Act(i, name, is_passive(tree, i) or suffers, tree.span(words), tells=toll(clause, i) is not None)


def disclaims(tree: Tree, i: int) -> bool:
    """Tell whether a verb says that somebody had no part in an act that is named: "denied any role in the attack"."""
    return tree.tokens[i].lemma in _DISCLAIMING and _answered_for(tree, i) is not None


def _answered_for(tree: Tree, i: int) -> int | None:
    """Return the noun for the act that somebody is blamed for, or claims, or denies a part in."""
    token = tree.tokens[i]
    if token.lemma == "be":
        return _behind(tree, i)
    below = [tree.tokens[j] for j in tree.subtree(i) if j > i or token.lemma == "claim"]
    acts = [t for t in below if t.lemma in lexicon().happenings]
    if token.lemma in lexicon().accusing:
        return acts[0].i if acts and not any(t.dep == "pcomp" for t in below) else None
    if token.lemma not in lexicon().answering or not acts:
        return None
    part = any(t.lemma in lexicon().parts for t in below)
    direct = token.lemma == "claim" and any(t.head == i and t.dep in {"dobj", "nsubjpass"} for t in acts)
    return acts[0].i if part or direct else None


def _behind(tree: Tree, i: int) -> int | None:
    """Return the noun for the act that somebody is behind, or responsible for."""
    said = (word for word in tree.children(i, "prep", "acomp", "advmod") if word.lemma in lexicon().behind)
    nouns = (noun for word in said for noun in (*tree.children(word.i, "pobj"), *objects(tree, word.i, "for")))
    return next((noun.i for noun in nouns if noun.lemma in lexicon().happenings), None)


def _name(clause: Clause, i: int, acts: Acts) -> tuple[list[int], str]:
    """Return the words of an act and its canonical name; a light verb gives way to its object, "is" to what is said."""
    tree = clause.tree
    token = tree.tokens[i]
    place = _taking_place(clause, i)
    whole = _expression(clause, i, acts) or _befell(clause, i) if place is None else None
    if whole is not None:
        return whole
    told = _told(clause, i) if place is None else place
    told = struck_by(clause, i, acts) if told is None else told
    if told is None and suffered(tree, i):
        return [i], AFFECT
    if told is not None:
        name = _MISSING if tree.tokens[told].text == "missing" else _noun_act(tree, token, told, acts)
        return ([i, told] if told > i else [i]), name
    particle = tree.child(i, "prt")
    if particle is not None:
        return sorted([i, particle.i]), f"{token.lemma} {particle.lemma}"
    return [i], acts.act(token.lemma) or (_elliptic(tree, i) if token.pos == "NUM" else None) or token.lemma


def _expression(clause: Clause, i: int, acts: Acts) -> tuple[list[int], str] | None:
    """Return the words and the act of a verb that makes one expression with others, or that only gives a toll."""
    tree = clause.tree
    if (new := came_about(clause, i, acts)) is not None:
        return new
    for extra in _partners(tree, i):
        known = acts.act(" ".join([tree.tokens[i].lemma, *(tree.tokens[j].lemma for j in extra)]))
        if known is not None:
            return sorted([i, *extra] if tree.tokens[extra[0]].head == i else extra), known
    fate = toll(clause, i) or of_victims(tree, i) or ("kill" if loses(tree, i) else None)
    return ([i], fate) if fate else None


def _noun_act(tree: Tree, verb: Token, noun: int, acts: Acts) -> str:
    """Return the act that a noun names below a light verb; who had a conversation is not who called."""
    lemma = tree.tokens[noun].lemma
    act = (burns(tree, noun) if verb.lemma == "be" else None) or acts.act(lemma) or lemma
    return "discuss" if verb.lemma in _TAKING_PART and act in {"call", *lexicon().together} else act


def _among(tree: Tree, i: int) -> Token | None:
    """Return "dead" in "was among the dead"."""
    below = (noun for p in tree.children(i, "prep") if p.lemma == "among" for noun in tree.children(p.i, "pobj"))
    return next((noun for noun in below if noun.lemma in lexicon().casualties), None)


def _befell(clause: Clause, i: int) -> tuple[list[int], str] | None:
    """Return the words and the act of what somebody is held in, or by, or of who is missing."""
    tree = clause.tree
    if _holds_somebody(clause, i):
        return [i], "detain"
    if tree.tokens[i].text == "missing" and tree.child(i, "dobj") is None:
        return [i], _MISSING
    condition = _condition(tree, i)
    if condition is None:
        return None
    return [i, *range(i + 1, condition + 1)], lexicon().conditions[tree.tokens[condition].lemma]


def _holds_somebody(clause: Clause, i: int) -> bool:
    """Tell whether a verb says that somebody is held: "denied holding Lind", "was being held at a police station"."""
    tree = clause.tree
    reduced = tree.tokens[i].dep in ("acl", "relcl")  # "the village held by rebels", whatever a name is taken for
    if tree.tokens[i].lemma != "hold" or reduced or tree.child(i, "prt", "oprd") is not None:
        return False
    held = clause.subject(i) if is_passive(tree, i) else next((c.i for c in tree.children(i, "dobj")), None)
    if held is None:
        return False
    token = tree.tokens[held]
    return token.entity == "PERSON" or token.lemma in lexicon().captives or token.text.lower() in _HELD


def _condition(tree: Tree, i: int) -> int | None:
    """Return "custody" in "remained in custody": what somebody is in says what was done to him."""
    if tree.tokens[i].lemma not in {"be", "remain", "stay", "keep", "hold", "continue"}:
        return None
    inside = (noun for noun in objects(tree, i, "in") if noun.lemma in lexicon().conditions)
    return next((noun.i for noun in inside if noun.i > i), None)


def _taking_place(clause: Clause, i: int) -> int | None:
    """Return what took place: "the talks" in "the talks took place", "the blast occurred"."""
    tree, subject = clause.tree, clause.subject(i)
    takes = tree.tokens[i].lemma == "take" and any(child.lemma == "place" for child in tree.children(i, "dobj"))
    if subject is None or not (takes or tree.tokens[i].lemma in _OCCURRING):
        return None
    return subject if tree.tokens[subject].lemma in lexicon().happenings else None


def _elliptic(tree: Tree, first: int) -> str | None:
    """Return the harm that a fragment of bare numbers goes on about ("15 in one district and six in another")."""
    for i in range(first - 1, max(first - _BACK, -1), -1):
        token = tree.tokens[i]
        if token.pos == "VERB" and token.lemma in lexicon().verbs_of_harm:
            return lexicon().verbs_of_harm[token.lemma]
    return None


def _partners(tree: Tree, i: int) -> Iterator[list[int]]:
    """Yield the words that make one expression with a verb: its object, its particle, the adjective of its object."""
    for child in tree.children(i, "dobj", "prt", "oprd", "acomp", "ccomp"):
        if child.pos != "VERB":
            yield [child.i]
    yield from _aboard(tree, i)


def _aboard(tree: Tree, i: int) -> Iterator[list[int]]:
    """Yield "on board" and "aboard", of a verb or of those who were: "there were 200 people on board"."""
    for j in (i, *(child.i for child in tree.children(i, "attr", "dobj"))):
        for child in tree.children(j, "prep", "advmod"):
            if child.lemma == "aboard":
                yield [child.i]
            yield from ([child.i, noun.i] for noun in tree.children(child.i, "pobj", "pcomp") if noun.lemma == "board")


def _told(clause: Clause, i: int) -> int | None:
    """Return the word that says what verb `i` only says that it is: "carried out an attack", "were operational"."""
    tree = clause.tree
    token = tree.tokens[i]
    if token.lemma in lexicon().light:
        subject = clause.subject(i) if is_passive(tree, i) else None
        done = [*([subject] if subject is not None else []), *(child.i for child in tree.children(i, "dobj"))]
        acts = (j for j in done if tree.tokens[j].lemma in lexicon().happenings)
        return next((j for j in acts if not (token.lemma in _KINDLING and tree.tokens[j].lemma == "fire")), None)
    shown = (noun for evidence in _evidence(tree, i) for noun in objects(tree, evidence.i, "of"))
    if (happening := next((n.i for n in shown if n.lemma in lexicon().happenings), None)) is not None:
        return happening
    complement = tree.child(i, "acomp", "attr", "oprd", "ccomp") or _among(tree, i)
    if complement is None or complement.pos not in {"ADJ", "NOUN", "VERB"}:
        return None
    said = token.lemma in {"be", "leave", "remain"} or complement.lemma in lexicon().casualties
    return complement.i if said else None
