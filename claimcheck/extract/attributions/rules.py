"""The table of rules that find reported speech in a parse. Each rule yields drafts; quotations have rules of their own.

A rule sees one verb, noun or preposition at a time, with the lexicon of cues.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import agent, clause, is_passive, mention, subject
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

Rule = Callable[[Tree, Token, Cues], Iterator[Draft]]

_VERBS = ("VERB", "AUX")
_TAIL = ("prep", "npadvmod", "advmod", "oprd", "xcomp", "acomp", "dative")


def clause_after(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take a clausal complement after its verb: "The army said (that) [three men fled]"."""
    stance = cues.stance(verb.lemma, "clause")
    head = stance and next((c for c in tree.children(verb.i, "ccomp") if c.i > verb.i), None)
    if head and stance:
        content = clause(tree, head.i)
        content = [i for i in content if i > verb.i]
        content += _rest(tree, verb.i, max(content))
        yield Draft(
            tree, verb.i, _speaker(tree, verb.i), tuple(content), stance, "clause_after", _addressee(tree, verb.i)
        )


def clause_before(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the clause before a verb that ends its sentence: "[Three men fled], the army said"."""
    stance = cues.stance(verb.lemma, "clause")
    if not stance or verb.pos not in _VERBS:
        return
    source = subject(tree, verb.i)
    inner = next((c for c in tree.children(verb.i, "ccomp", "parataxis") if c.i < verb.i), None)
    if inner is None or source is None:
        return
    first, last = tree.sentence(verb.i)
    start = min(first if tree.tokens[verb.i].dep == "ROOT" else min(tree.subtree(verb.i)), min(tree.subtree(inner.i)))
    stop = min(min(mention(tree, source)), verb.i) if source > inner.i else verb.i
    after = [i for i in tree.subtree(inner.i) if i > verb.i]
    content = [*range(start, stop), *after]
    if content:
        yield Draft(tree, verb.i, source, tuple(content), stance, "clause_before", _addressee(tree, verb.i))


def parenthetical(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the sentence around a report set into it: "[The men], the army said, [fled]"."""
    stance = cues.stance(verb.lemma, "clause")
    if not stance or verb.dep not in ("parataxis", "advcl", "ccomp", "conj", "dep") or verb.tag in ("VBG", "VB"):
        return
    if tree.child(verb.i, "ccomp", "xcomp", "dobj", "mark") or verb.dep in ("ccomp", "conj", "advcl"):
        return
    source = subject(tree, verb.i)
    if source is None:
        return
    own = set(tree.subtree(verb.i))
    content = [i for i in tree.subtree(verb.head) if i not in own]
    yield Draft(tree, verb.i, source, tuple(content), stance, "parenthetical")


def infinitive(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a source means to do or will not do: "He vowed [to respond]"."""
    stance = cues.stance(verb.lemma, "infinitive")
    head = stance and tree.child(verb.i, "xcomp")
    if head and stance and head.i > verb.i and tree.child(head.i, "aux"):
        content = [i for i in tree.subtree(head.i) if i > verb.i]
        yield Draft(tree, verb.i, subject(tree, verb.i), tuple(content), stance, "infinitive")


def object_of(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take a noun phrase as the content: "She confirmed [the strike]", "[the claim] was denied by Y"."""
    stance = cues.stance(verb.lemma, "object")
    if not stance or tree.child(verb.i, "ccomp"):
        return
    if is_passive(tree, verb.i):
        head, source = tree.child(verb.i, "nsubjpass"), agent(tree, verb.i)
        if head and source is not None:
            yield Draft(tree, verb.i, source, tuple(tree.subtree(head.i)), stance, "object_of")
        return
    head = tree.child(verb.i, "dobj")
    if head and head.i > verb.i and head.pos != "PRON":
        content = tree.subtree(head.i)
        content += _rest(tree, verb.i, max(content))
        yield Draft(tree, verb.i, subject(tree, verb.i), tuple(content), stance, "object_of")


def phrase(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what follows a verb and its particle: "She called for [a ceasefire]"."""
    for link in tree.children(verb.i, "prep", "prt", "agent"):
        stance = cues.phrases.get((verb.lemma, link.lemma))
        content = [i for i in tree.subtree(link.i) if i > link.i]
        if stance and content and link.dep == "prep":
            content += _rest(tree, verb.i, max(content))
            yield Draft(tree, verb.i, subject(tree, verb.i), tuple(content), stance, "phrase")


def blame(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take whom a source holds answerable and for what: "X accused [Y of shelling Z]"."""
    stance = cues.stance(verb.lemma, "blame")
    head = stance and tree.child(verb.i, "dobj", "nsubjpass")
    if not head or not stance:
        return
    source = agent(tree, verb.i) if head.dep == "nsubjpass" else subject(tree, verb.i)
    by = tree.child(verb.i, "agent")
    content = tree.subtree(head.i)
    for child in tree.children(verb.i, "prep", "prt"):
        content += tree.subtree(child.i) if not by or child.i != by.i else []
    yield Draft(tree, verb.i, source, tuple(sorted(content)), stance, "blame")


def according_to(tree: Tree, word: Token, cues: Cues) -> Iterator[Draft]:
    """Take the sentence around "according to X": "[Six were killed], according to the governor"."""
    if word.lemma not in ("accord", "according"):
        return
    link = next((t for t in tree.tokens[word.i + 1 : word.i + 2] if t.lemma == "to"), None)
    named = link and tree.child(link.i, "pobj")
    if link is None or named is None:
        return
    own = set(range(word.i, max(mention(tree, named.i)) + 1))
    first, last = tree.sentence(word.i)
    content = [i for i in range(first, last) if i not in own]
    yield Draft(tree, word.i, named.i, tuple(content), Stance.AFFIRM, "according_to")


def noun(tree: Tree, word: Token, cues: Cues) -> Iterator[Draft]:
    """Take the clause of a noun of saying: "the army's claim that [they fled]"."""
    stance = cues.nouns.get(word.lemma)
    if not stance or word.pos != "NOUN":
        return
    for head in tree.children(word.i, "acl", "ccomp", "relcl"):
        that = tree.child(head.i, "mark")
        if that and that.lemma == "that":
            yield Draft(tree, word.i, _giver(tree, word.i), tuple(clause(tree, head.i)), stance, "noun")


def opener(tree: Tree, word: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a statement describes: "made a statement describing the incident in which [three men fled]"."""
    if word.lemma not in cues.media:
        return
    for verb in tree.children(word.i, "acl"):
        head = tree.child(verb.i, "dobj")
        if verb.tag != "VBG" or verb.lemma not in cues.openers or head is None:
            continue
        inner = next((c for c in tree.children(head.i, "relcl")), None) or _deeper_relative(tree, head.i)
        content = tree.subtree(head.i)
        if inner:
            relative = [i for i in tree.subtree(inner.i) if tree.tokens[i].tag in ("WDT", "WP", "WRB")]
            start = relative[0] + 1 if relative else min(tree.subtree(inner.i))
            content = [i for i in tree.subtree(inner.i) if i >= start]
        yield Draft(tree, verb.i, _giver(tree, word.i), tuple(content), Stance.AFFIRM, "opener")


RULES: tuple[Rule, ...] = (
    according_to,
    blame,
    clause_after,
    clause_before,
    parenthetical,
    infinitive,
    object_of,
    phrase,
    noun,
    opener,
)


def find_reports(tree: Tree, cues: Cues) -> list[Draft]:
    """Return the first draft that a rule finds for each word, in text order."""
    found = []
    for token in tree.tokens:
        drafts = (draft for rule in RULES for draft in rule(tree, token, cues))
        first = next((d for d in drafts if d.content), None)
        if first:
            found.append(first)
    return found


def _speaker(tree: Tree, verb: int) -> int | None:
    return agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)


def _addressee(tree: Tree, verb: int) -> int | None:
    """Return whom a verb of telling tells."""
    told = tree.child(verb, "dobj", "dative")
    return (
        told.i if told and tree.tokens[verb].lemma in ("tell", "inform", "assure", "remind", "notify", "warn") else None
    )


def _rest(tree: Tree, verb: int, last: int) -> list[int]:
    """Return what stands after the content and hangs on the verb, though it belongs to the content."""
    found: list[int] = []
    for child in tree.children(verb, *_TAIL):
        if child.i > last:
            found += tree.subtree(child.i)
    return found


def _giver(tree: Tree, word: int) -> int | None:
    """Return who gives a statement: "X's claim", "a statement by X", "X made a statement"."""
    owner = tree.child(word, "poss")
    if owner:
        return owner.i
    for link in tree.children(word, "prep", "agent"):
        named = tree.child(link.i, "pobj")
        if link.lemma in ("by", "from", "of") and named:
            return named.i
    above = tree.tokens[word]
    if above.dep in ("dobj", "pobj") and above.head != word:
        verb = next((t.i for t in (tree.tokens[above.head], *tree.ancestors(above.head)) if t.pos in _VERBS), None)
        return subject(tree, verb) if verb is not None else None
    return None


def _deeper_relative(tree: Tree, head: int) -> Token | None:
    inside = (tree.tokens[i] for i in tree.subtree(head))
    return next((t for t in inside if t.dep == "relcl"), None)
