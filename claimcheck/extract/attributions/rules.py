"""The table of rules that find reported speech in a parse. Each rule yields drafts; quotations have rules of their own.

A rule sees one verb, noun or preposition at a time, with the lexicon of cues.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import (
    agent,
    clause,
    giver,
    is_finite,
    is_passive,
    is_speech,
    just_after,
    just_before,
    mention,
    speaking,
    subject,
    text_sentence,
)
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

Rule = Callable[[Tree, Token, Cues], Iterator[Draft]]

_VERBS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP")
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_WH = ("WP", "WDT", "WRB", "WP$")
_ASIDE = 8
"""Words that a report set into a sentence may have after its verb: "on Friday", "in a statement"."""
_TAIL = ("prep", "npadvmod", "advmod", "oprd", "xcomp", "acomp", "dative", "advcl")
_REASONS = frozenset({"because", "if", "since", "unless", "until", "so"})


def clause_after(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take a clausal complement after its verb: "The army said (that) [three men fled]"."""
    stance = cues.stance(verb.lemma, "clause")
    head = stance and next((c for c in tree.children(verb.i, "ccomp") if c.i > verb.i), None)
    source = _speaker(tree, verb.i)
    if not head or not stance or (source is None and verb.tag in ("VB", "VBN")):
        return
    content = [i for i in clause(tree, head.i) if i > verb.i]
    content += _rest(tree, verb.i, max(content, default=verb.i))
    yield Draft(tree, verb.i, source, tuple(content), stance, "clause_after", _addressee(tree, verb.i))


def trailing(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the sentence that a verb of speech ends, with or without commas: "[Three men fled] the army said Friday"."""
    if not is_speech(verb, cues) or verb.tag not in _FINITE:
        return
    source = just_before(tree, verb.i)
    if source is None and tree.tokens[verb.i - 1].text in (",", '"', "”", "''"):
        source = just_after(tree, verb.i)
    if source is None or tree.tokens[source].tag in _WH or not _closes(tree, verb.i, source):
        return
    first, _ = text_sentence(tree, verb.i)
    start = min([*mention(tree, source), verb.i])
    content = [i for i in range(first, start) if tree.tokens[i].pos != "SPACE"]
    linked = bool(content) and tree.tokens[content[-1]].pos in ("SCONJ", "CCONJ")
    if not linked and any(is_finite(tree, i) and tree.tokens[i].pos in _VERBS for i in content):
        yield Draft(tree, verb.i, source, tuple(content), cues.verbs[verb.lemma]["quote"], "trailing")


def following(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the rest of the sentence where the parse has lost the complement: "The army said [dozens mostly men fled]"."""
    if not is_speech(verb, cues) or verb.tag not in _FINITE or tree.child(verb.i, "ccomp", "dobj"):
        return
    source = just_before(tree, verb.i)
    if source is None or verb.dep in ("relcl", "advcl") or tree.tokens[source].tag in _WH:
        return
    _, last = text_sentence(tree, verb.i)
    content = list(range(verb.i + 1, last))
    if any(is_finite(tree, i) and tree.tokens[i].pos in _VERBS for i in content):
        yield Draft(tree, verb.i, source, tuple(content), cues.verbs[verb.lemma]["quote"], "following")


def clause_before(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the clause before a verb that ends its sentence: "[Three men fled], the army said"."""
    stance = cues.stance(verb.lemma, "clause")
    if not stance or verb.pos not in _VERBS:
        return
    source = subject(tree, verb.i) if tree.child(verb.i, "nsubj") else just_after(tree, verb.i)
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


def interposed(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the sentence around a report set into it: "[The men], the army said on Friday, [fled]"."""
    if not is_speech(verb, cues) or verb.tag not in _FINITE:
        return
    source = just_before(tree, verb.i)
    if source is None:
        source = just_after(tree, verb.i)
    if source is None or tree.tokens[source].tag in _WH:
        return
    first, last = text_sentence(tree, verb.i)
    own = [*mention(tree, source), verb.i]
    after = next((i for i in range(max(own) + 1, min(max(own) + _ASIDE, last)) if tree.tokens[i].pos == "PUNCT"), None)
    if after is None or tree.tokens[min(own) - 1].pos != "PUNCT" or min(own) == first:
        return
    content = [i for i in range(first, last) if not min(own) <= i <= after]
    yield Draft(tree, verb.i, source, tuple(content), cues.verbs[verb.lemma]["quote"], "interposed")


def infinitive(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a source means to do or will not do: "He vowed [to respond]"."""
    stance = cues.stance(verb.lemma, "infinitive")
    head = stance and tree.child(verb.i, "xcomp")
    if head and stance and head.i > verb.i and tree.child(head.i, "aux"):
        content = [i for i in tree.subtree(head.i) if i > verb.i]
        yield Draft(tree, verb.i, _speaker(tree, verb.i), tuple(content), stance, "infinitive")


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
    if head and head.i > verb.i and (verb.lemma, head.lemma) not in cues.idioms:
        content = tree.subtree(head.i)
        content += _rest(tree, verb.i, max(content))
        yield Draft(tree, verb.i, _speaker(tree, verb.i), tuple(content), stance, "object_of")


def figure(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take a figure that a source gives: "The agency put [the toll at 40]"."""
    verbs, nouns = cues.figures
    head = tree.child(verb.i, "dobj") if verb.lemma in verbs else None
    if head and head.lemma in nouns and subject(tree, verb.i) is not None:
        content = [i for i in tree.subtree(verb.i) if i >= min(tree.subtree(head.i))]
        yield Draft(tree, verb.i, _speaker(tree, verb.i), tuple(content), Stance.AFFIRM, "figure")


def phrase(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what follows a verb and its particle: "She called for [a ceasefire]"."""
    for link in tree.children(verb.i, "prep") if verb.pos in _VERBS else ():
        stance = cues.phrases.get((verb.lemma, link.lemma))
        content = [i for i in tree.subtree(link.i) if i > link.i]
        if stance and content:
            content += _rest(tree, verb.i, max(content))
            yield Draft(tree, verb.i, _speaker(tree, verb.i), tuple(content), stance, "phrase")


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


def according_to(tree: Tree, word: Token, _cues: Cues) -> Iterator[Draft]:
    """Take the sentence around "according to X": "[Six were killed], according to the governor"."""
    link = next((t for t in tree.tokens[word.i + 1 : word.i + 2] if t.lemma == "to"), None)
    named = tree.child(link.i, "pobj") if link and word.lemma in ("accord", "according") else None
    if named is None:
        return
    first, last = tree.sentence(word.i)
    stop = max(tree.subtree(named.i)) + 1
    if _opens(tree, first, word.i):
        stop = next((i for i in range(stop, last) if tree.tokens[i].text == ","), stop)
    content = [i for i in range(first, last) if not word.i <= i < stop]
    yield Draft(tree, word.i, speaking(tree, named.i), tuple(content), Stance.AFFIRM, "according_to")


def _opens(tree: Tree, first: int, i: int) -> bool:
    """Whether only conjunctions, adverbs and marks stand between the start of the sentence and token `i`."""
    return all(t.pos in ("CCONJ", "SCONJ", "ADV", "PUNCT", "SPACE") for t in tree.tokens[first:i])


def no_comment(tree: Tree, word: Token, _cues: Cues) -> Iterator[Draft]:
    """Take the words that a source will not say any: "The ministry had [no immediate comment]"."""
    if word.lemma != "comment" or word.pos != "NOUN":
        return
    verb = next((t for t in tree.ancestors(word.i) if t.pos in _VERBS), None)
    source = subject(tree, verb.i) if verb else None
    if verb is None or source is None or word.i < verb.i:
        return
    content = [i for i in tree.subtree(verb.i) if i > verb.i]
    if any(tree.tokens[i].lemma in ("no", "not", "n't", "unavailable") for i in tree.subtree(verb.i)):
        yield Draft(tree, verb.i, source, tuple(content), Stance.REFUSE, "no_comment")


def noun(tree: Tree, word: Token, cues: Cues) -> Iterator[Draft]:
    """Take the clause of a noun of saying: "the army's claim that [they fled]"."""
    stance = cues.nouns.get(word.lemma)
    if not stance or word.pos != "NOUN":
        return
    for head in tree.children(word.i, "acl", "ccomp", "relcl"):
        that = tree.child(head.i, "mark")
        if that and that.lemma == "that":
            yield Draft(tree, word.i, giver(tree, word.i), tuple(clause(tree, head.i)), stance, "noun")


def opener(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take what a statement tells: "made a statement describing the incident in which [three men fled]"."""
    medium = tree.tokens[verb.head]
    if verb.dep != "acl" or medium.lemma not in cues.media or verb.lemma not in cues.openers:
        return
    if tree.child(verb.i, "dobj") is None or tree.child(verb.i, "ccomp"):
        return
    content = [i for i in tree.subtree(verb.i) if i > verb.i]
    inner = next((tree.tokens[i] for i in content if tree.tokens[i].dep == "relcl"), None)
    if inner:
        words = tree.subtree(inner.i)
        relative = [i for i in words if tree.tokens[i].tag in ("WDT", "WP", "WRB")]
        content = [i for i in words if not relative or i > relative[0]]
    yield Draft(tree, verb.i, speaking(tree, medium.i), tuple(content), Stance.AFFIRM, "opener")


RULES: tuple[Rule, ...] = (
    according_to,
    opener,
    blame,
    clause_after,
    trailing,
    clause_before,
    interposed,
    following,
    infinitive,
    object_of,
    figure,
    phrase,
    no_comment,
    noun,
)


def find_reports(tree: Tree, cues: Cues) -> list[Draft]:
    """Return the first draft that a rule finds for each word, in text order."""
    found = []
    for token in tree.tokens:
        drafts = (draft for rule in RULES for draft in rule(tree, token, cues))
        first = next((d for d in drafts if d.content and not _is_nobody(d)), None)
        if first:
            found.append(first)
    return found


def _is_nobody(draft: Draft) -> bool:
    """Whether the source is none: "No group claimed responsibility" tells what no one said."""
    if draft.source is None:
        return False
    tree, source = draft.tree, draft.tree.tokens[draft.source]
    return source.lemma in _NOBODY or any(t.lemma == "no" for t in tree.children(source.i, "det"))


def _closes(tree: Tree, verb: int, source: int) -> bool:
    """Whether nothing but the speaker, a time, a place, a listener or a participle follows a verb in its sentence."""
    _, last = text_sentence(tree, verb)
    own = set(tree.subtree(verb))
    start = max(*tree.subtree(source), verb) + 1 if source > verb else verb + 1
    for i in range(start, last):
        token = tree.tokens[i]
        if token.tag == "VBG" and i == start:
            return True
        if i not in own or (token.pos in _VERBS and is_finite(tree, i)) or token.lemma == "that":
            return False
    return True


def _speaker(tree: Tree, verb: int) -> int | None:
    found = agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
    return speaking(tree, found) if found is not None else None


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
        reason = {t.lemma for t in tree.children(child.i, "mark")} & _REASONS
        if child.i > last and (child.dep != "advcl" or reason) and not _is_setting(tree, verb, child):
            found += tree.subtree(child.i)
    return found


def _is_setting(tree: Tree, verb: int, word: Token) -> bool:
    """Whether a phrase tells when or where a thing was mentioned: "confirmed the strike on Sunday"."""
    if tree.child(verb, "ccomp"):
        return False
    named = tree.child(word.i, "pobj") if word.dep == "prep" else word
    return (named is not None and named.entity in ("DATE", "TIME")) or word.lemma in ("during", "at")
