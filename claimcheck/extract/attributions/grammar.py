"""What the rules ask of a parse: the subject of a verb, the words of a mention, the words of a clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claimcheck.extract.cues import Cues, default_cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Span, Stance
from claimcheck.ports import Token

_SHARED = ("conj", "xcomp", "advcl", "ccomp", "dep", "pcomp", "prep")
_MEDIA = default_cues().media
_NO_MENTION = ("relcl", "appos", "advcl", "acl", "punct", "cc", "conj", "parataxis", "ccomp", "preconj")
_LONGEST_ASIDE = 40
"""Tokens on each side of a word that may stand in its brackets."""
_FAR = 8
"""Steps up from a verb to the subject that it shares."""
VERBS = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON")
TOPICS = frozenset({"on", "about", "after", "over"})
"""What a headline puts between a speaker and the matter: "Lind on the retreat: ..."."""
_TAIL = ("prep", "npadvmod", "advmod", "oprd", "xcomp", "acomp", "dative", "advcl")
_ACCORDING = ("accord", "according")
_REASONS = frozenset({"because", "if", "since", "unless", "until", "so"})
_ALLOWED = frozenset({"allow", "authorize", "authorise", "authorized", "authorised", "permit"})
_SPEAKING = frozenset({"speak", "talk", "comment", "discuss", "brief"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
MARKS = ("``", "''", "_SP")
STOPS = frozenset({".", "!", "?", "…", "...", ";"})
TIMES = ("DATE", "TIME")
RELATIVES = frozenset({"who", "which", "that", "whom"})


def subject(tree: Tree, verb: int) -> int | None:
    """Return the token that does `verb`: its own subject, the noun that it modifies, or that of the verb above it."""
    for _ in range(_FAR):
        token = tree.tokens[verb]
        own = tree.child(verb, "nsubj", "nsubjpass")
        if own is not None:
            return token.head if own.lemma in RELATIVES and token.dep == "relcl" else own.i
        if token.dep == "relcl" or (token.dep == "acl" and token.tag != "VB"):
            return token.head
        if token.dep == "conj" and (teller := _teller(tree, token)) is not None:
            return teller
        if (token.dep not in _SHARED and token.dep != "acl") or token.head == verb:
            return None
        verb = token.head
        if tree.tokens[verb].dep == "dobj":
            verb = tree.tokens[verb].head
    return None


def _teller(tree: Tree, verb: Token) -> int | None:
    """Return who goes on to tell, where the parse joins that to what is told: "Lind told us [it was full] and added".

    Who acts in what is told may tell too, "Lind said the mayor came and told them"; who undergoes it does not, nor does
    a thing: "Lind said that the mayor was hurt and said he would live".
    """
    clause_ = tree.tokens[verb.head]
    above = tree.tokens[clause_.head]
    if clause_.dep != "ccomp" or not is_speech(above, default_cues()) or not _goes_on(verb, default_cues()):
        return None
    inner = tree.child(clause_.i, "nsubj", "nsubjpass", "expl")
    acts = inner is not None and inner.dep == "nsubj" and clause_.pos == "VERB" and _may_tell(inner)
    goes_on = not acts or verb.lemma == "add" or default_cues().stance(verb.lemma, "infinitive") is Stance.REFUSE
    own = tree.child(above.i, "nsubj") if goes_on else None
    return own.i if own else None


def _goes_on(verb: Token, cues: Cues) -> bool:
    """Whether a verb can go on with what somebody says: "and said", "and accused", "and declined"."""
    told = ("blame", "infinitive") if verb.tag in ("VBD", "VBZ", "VBP") else ()
    return is_speech(verb, cues) or any(cues.stance(verb.lemma, frame) for frame in told)


def _may_tell(word: Token) -> bool:
    cues = default_cues()
    return word.pos in ("PROPN", "PRON") or word.lemma in cues.speakers or word.lemma in cues.bodies


def agent(tree: Tree, verb: int) -> int | None:
    """Return who does a passive verb: "was denied by X"."""
    by = tree.child(verb, "agent")
    found = by and tree.child(by.i, "pobj")
    return found.i if found else None


def speaking(tree: Tree, head: int) -> int:
    """Return who speaks through a medium: the embassy in "a tweet from the embassy", "the embassy's tweet"."""
    lemma = tree.tokens[head].lemma
    if lemma not in _MEDIA and lemma not in default_cues().records:
        return head
    found = giver(tree, head) if lemma in _MEDIA else _maker(tree, head)
    return head if found is None else found


def giver(tree: Tree, word: int) -> int | None:
    """Return who gives a statement: "X's claim", "a statement by X", "an X statement", "X made a statement"."""
    for found in (_owner(tree, word), _author(tree, word), _named_in(tree, word), _maker(tree, word)):
        if found is not None:
            return found
    above = list(tree.ancestors(word))
    if any(t.lemma in _ACCORDING for t in above[:2]):  # who acts by a text need not have given it
        return None
    verb = next((t.i for t in above if t.pos in VERBS), None)
    under = verb is not None and verb < word and tree.tokens[word].dep in ("dobj", "pobj")
    made = under and verb is not None and default_cues().stance(tree.tokens[verb].lemma, "quote") is None
    return subject(tree, verb) if made and verb is not None else None


def _owner(tree: Tree, word: int) -> int | None:
    owner = tree.child(word, "poss")
    return owner.i if owner and owner.entity not in TIMES else None


def _author(tree: Tree, word: int) -> int | None:
    """Return X in "a statement by X", wherever the parse hangs the preposition."""
    beside = [t for t in tree.tokens[word + 1 : word + 2] if t.lemma in ("from", "by")]
    links = [*beside, *(t for t in tree.children(word, "prep", "agent") if t.lemma in ("by", "from", "of"))]
    links += [t for t in tree.children(word, "prep") if t.lemma == "in" and _is_named(tree, t)]
    named = next((n for n in (tree.child(link.i, "pobj") for link in links) if n), None)
    return named.i if named else None


def _is_named(tree: Tree, link: Token) -> bool:
    """Whether a preposition leads to a name, and to no place or day: "a report in the daily Al-Marsa"."""
    found = tree.child(link.i, "pobj")
    return found is not None and found.pos == "PROPN" and found.entity in ("", "ORG", "PERSON", "WORK_OF_ART")


def _maker(tree: Tree, word: int) -> int | None:
    """Return who made a text: "the order that X signed", "data published by X"."""
    for verb in tree.children(word, "relcl", "acl"):
        if verb.lemma not in default_cues().makers:
            continue
        named = tree.child(verb.i, "nsubj")
        found = named.i if named else agent(tree, verb.i)
        if found is not None and tree.tokens[found].tag not in ("WDT", "WP"):
            return found
    return None


def _named_in(tree: Tree, word: int) -> int | None:
    """Return the named embassy in "a Russian embassy tweet"; a "press statement" names no one."""
    for part in tree.children(word, "compound"):
        if any(tree.tokens[i].entity in _NAMES or tree.tokens[i].pos == "PROPN" for i in tree.subtree(part.i)):
            return part.i
    return None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb undergoes its act."""
    return tree.child(verb, "auxpass", "nsubjpass") is not None


def gives_figure(tree: Tree, verb: Token, cues: Cues) -> bool:
    """Whether a verb and its object report a figure: "put the toll at 40", "counted 24 dead"."""
    verbs, nouns = cues.figures
    if verb.lemma in cues.counts:
        counted = tree.child(verb.i, "dobj")
        return counted is not None and any(t.tag == "CD" for t in tree.children(counted.i))
    thing = tree.child(verb.i, "dobj")
    if verb.lemma not in verbs or thing is None:
        return False
    return thing.lemma in nouns or _is_put_at(tree, verb.i) or _is_put_at(tree, thing.i)


def _is_put_at(tree: Tree, i: int) -> bool:
    """Whether a number is what a thing is put at: "put the tremor at 4.1"."""
    links = (t for t in tree.children(i, "prep") if t.lemma == "at")
    return any(tree.tokens[j].tag == "CD" for link in links for j in tree.subtree(link.i))


def named_by(tree: Tree, verb: int) -> int | None:
    """Return X where "by X" hangs on a verb as a mere preposition: "quoted as saying by X"."""
    by = next((t for t in tree.children(verb, "prep") if t.lemma == "by"), None)
    found = by and tree.child(by.i, "pobj")
    return found.i if found else None


def mention(tree: Tree, head: int) -> list[int]:
    """Return the tokens of the noun phrase of `head` without clauses, appositions and what stands after a comma."""
    found = [head]
    for child in tree.children(head):
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON"):
            found.extend(range(head + 1, max(mention(tree, child.i)) + 1))
        elif _is_name_of(tree, head, child):
            found.extend(mention(tree, child.i))
        elif child.dep not in _NO_MENTION and not _after_comma(tree, head, child.i) and not _is_topic(tree, child):
            found.extend(without_clauses(tree, child.i))
    first, last = min(found), max(found)
    relative = first < head and tree.tokens[first].tag == "WDT"  # "the arms which rights groups say": not "which"
    return list(range(first + relative, last + 1))


def _is_name_of(tree: Tree, head: int, child: Token) -> bool:
    """Whether a noun is followed at once by the name of what it stands for: "the rail operator Nordbane"."""
    noun = tree.tokens[head]
    named = child.dep == "appos" and child.pos == "PROPN" and noun.tag == "NN" and noun.text.islower()
    return named and tree.tokens[head + 1].pos == "PROPN" and min(mention(tree, child.i)) == head + 1


def _is_topic(tree: Tree, link: Token) -> bool:
    """Whether a phrase tells of what a speaker speaks before a colon: "Holm on retreat: ..."."""
    if link.dep != "prep" or link.lemma not in TOPICS:
        return False
    end = max(tree.subtree(link.i)) + 1
    return end < len(tree.tokens) and tree.tokens[end].text == ":"


def mention_span(tree: Tree, head: int) -> Span:
    """Return the article span of a mention, without the 's of an owner."""
    words = mention(tree, head)
    return tree.span(words[:-1] if len(words) > 1 and tree.tokens[words[-1]].tag == "POS" else words)


def without_clauses(tree: Tree, head: int) -> list[int]:
    """Return `head` and what is below it, but for relative clauses, appositions and the like; "those polled" is one."""
    found = [head]
    for child in tree.children(head):
        told_apart = child.dep == "acl" and child.i == head + 1 and tree.tokens[head].lemma in ("those", "that")
        clausal = child.dep in ("relcl", "advcl", "acl", "parataxis", "ccomp", "punct")
        if told_apart or not clausal or child.tag in ("HYPH", "POS"):
            found.extend(without_clauses(tree, child.i))
    return found


def _after_comma(tree: Tree, head: int, i: int) -> bool:
    return i > head and any(tree.tokens[j].text == "," for j in range(head, i))


def is_speech(verb: Token, cues: Cues) -> bool:
    """Whether a verb gives words that were said, such as could stand in quotation marks."""
    return verb.pos in ("VERB", "AUX") and {"quote", "clause"} <= cues.verbs.get(verb.lemma, {}).keys()


def text_sentence(tree: Tree, i: int) -> tuple[int, int]:
    """Return the token range around `i` between full stops, where the parse may have split it, or its brackets."""
    inside = brackets(tree, i)
    if inside:
        return inside
    first = last = i
    while first > 0 and tree.tokens[first - 1].text not in STOPS:
        first -= 1
    while last < len(tree.tokens) and tree.tokens[last].text not in STOPS:
        last += 1
    return first, last


def brackets(tree: Tree, i: int) -> tuple[int, int] | None:
    """Return the token range between the round brackets around token `i`; none where it stands in none."""
    depth = 0
    for first in range(i - 1, max(i - _LONGEST_ASIDE, -1), -1):
        text = tree.tokens[first].text
        depth += (text == ")") - (text == "(")
        if depth < 0:
            stop = min(i + _LONGEST_ASIDE, len(tree.tokens))
            last = next((k for k in range(i, stop) if tree.tokens[k].text == ")"), None)
            return (first + 1, last) if last is not None else None
    return None


def clause(tree: Tree, head: int) -> list[int]:
    """Return the tokens of a clause, from behind its leading "that"."""
    words = tree.subtree(head)
    that = max((t.i for t in tree.children(head, "mark") if t.lemma == "that"), default=-1)
    first = tree.tokens[words[0]]
    # The parse may take it for an object or a determiner, though the object follows, no plural has "that", and right
    # after a verb of saying it hardly ever points at a thing.
    plural = tree.tokens[first.head].tag in ("NNS", "NNPS")
    after_cue = first.i - 1 == tree.tokens[head].head
    mistaken = first.dep == "dobj" or (first.dep == "det" and (plural or after_cue))
    return [i for i in words if i > (first.i if first.lemma == "that" and mistaken else that)]


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary bears tense."""
    return any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") for t in (tree.tokens[verb], *tree.children(verb, "aux", "auxpass"))
    )


def runs(tree: Tree, indices: Iterable[int]) -> list[Span]:
    """Return the spans of the runs of tokens with nothing but quotation marks and white space between them."""
    spans: list[list[int]] = []
    for i in sorted(indices):
        if not spans or any(tree.tokens[j].tag not in MARKS for j in range(spans[-1][1] + 1, i)):
            spans.append([i, i])
        spans[-1][1] = max(_end_of_word(tree, i), spans[-1][1])
    return [Span(tree.tokens[first].start, tree.tokens[end].end) for first, end in spans]


def _end_of_word(tree: Tree, i: int) -> int:
    """Return the last token of the hyphenated word of token `i`, which a parse may take apart: "re-election"."""
    while i + 2 < len(tree.tokens) and tree.tokens[i + 1].text == "-":
        a, hyphen, b = tree.tokens[i : i + 3]
        if a.end != hyphen.start or hyphen.end != b.start:
            break
        i += 2
    return i


def speaker(tree: Tree, verb: int) -> int | None:
    """Return who speaks with a verb: its subject, or its agent in the passive; behind a statement, who gives it."""
    found = agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
    return speaking(tree, found) if found is not None else None


def is_put_down(tree: Tree, cue: int, source: int, documents: Collection[str]) -> bool:
    """Whether a participle tells what a document holds: "the resolution was passed, calling for calm"."""
    return tree.tokens[cue].tag == "VBG" and tree.tokens[source].lemma in documents


def rest_of(tree: Tree, verb: int, last: int) -> list[int]:
    """Return what stands after the content and hangs on the verb, though it belongs to the content."""
    found: list[int] = []
    for child in tree.children(verb, *_TAIL):
        reason = {t.lemma for t in tree.children(child.i, "mark")} & _REASONS
        if is_terms(tree, child) or child.lemma in _ACCORDING:
            continue
        if child.i > last and (child.dep != "advcl" or reason) and not _is_setting(tree, verb, child):
            found += tree.subtree(child.i)
    return found


def is_terms(tree: Tree, word: Token) -> bool:
    """Whether a phrase tells on what terms the source spoke: "on condition of anonymity", "as not allowed to speak"."""
    if word.dep not in ("prep", "advcl"):
        return False
    words = {tree.tokens[i].lemma for i in tree.subtree(word.i)}
    allowed = word.dep == "advcl" and words & _ALLOWED and words & _SPEAKING
    return bool(allowed) or (word.lemma == "on" and "anonymity" in words)


def _is_setting(tree: Tree, verb: int, word: Token) -> bool:
    """Whether a phrase tells when or where a thing was mentioned: "confirmed the strike on Sunday"."""
    if tree.child(verb, "ccomp"):
        return False
    return is_time(tree, word) or word.lemma in ("during", "at")


def is_time(tree: Tree, word: Token) -> bool:
    """Whether a phrase says when: "on Friday" in "called on Friday for calm"."""
    named = tree.child(word.i, "pobj") if word.dep == "prep" else word
    return named is not None and named.entity in TIMES
