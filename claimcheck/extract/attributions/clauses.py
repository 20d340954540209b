"""Rules for reported clauses: after the cue, before it, around it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.attributions.beside import just_after, just_before, past_apposition
from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.grammar import (
    NOMINAL,
    VERBS,
    clause,
    gives_figure,
    is_finite,
    is_speech,
    is_terms,
    mention,
    rest_of,
    speaker,
    text_sentence,
)
from claimcheck.extract.attributions.idle import is_asked
from claimcheck.extract.attributions.phrases import is_claim
from claimcheck.extract.attributions.set_in import (
    OUTLETS_OWN,
    end_of_relative,
    goes_on_behind,
    past_lead_in,
    to_apposed_claim,
)
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Stance
from claimcheck.ports import Token

_FINITE = ("VBD", "VBZ", "VBP")
_WH = ("WP", "WDT", "WRB", "WP$")
_CLOSING_MARKS = frozenset({",", '"', "”", "''", "»", "-", "–", "—"})
_TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn"})
_ASIDE = 8
"""Words that a report set into a sentence may have after its verb: "on Friday", "in a statement"."""


def clause_after(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take a clausal complement after its verb: "The army said (that) [three men fled]"."""
    stance = cues.stance(verb.lemma, "clause")
    head = stance and next((c for c in tree.children(verb.i, "ccomp") if c.i > verb.i), None)
    if not head or not stance or _is_asked(tree, verb) or _has_claim(tree, verb, cues):
        return
    source = speaker(tree, verb.i)
    if source is None and verb.tag in ("VB", "VBN"):
        return
    if _is_no_speech(tree, verb, cues) or _is_aside(tree, verb, source) or is_turned_round(tree, verb, head):
        return
    if _is_set_in(tree, verb, head, source):
        return
    later = {j for i in _beside_content(tree, head, cues) for j in tree.subtree(i)}
    content = [i for i in clause(tree, head.i) if i > verb.i and i not in later]
    content += rest_of(tree, verb.i, max(content, default=verb.i))
    content = to_apposed_claim(tree, _within_relative(tree, verb, _to_semicolon(tree, content, cues)), cues)
    yield Draft(tree, verb.i, source, tuple(content), stance, "clause_after", _addressee(tree, verb))


def _within_relative(tree: Tree, verb: Token, content: list[int]) -> list[int]:
    """Return a content up to the end of its relative clause: "The call, which X said [was short], ended"."""
    if verb.dep != "relcl" or not content or content[0] < verb.i:
        return content
    begins = next((t for t in tree.tokens[max(verb.head, 0) + 1 : verb.i] if t.tag in _WH), None)
    if begins is None or tree.tokens[begins.i - 1].text != ",":
        return content
    last = end_of_relative(tree, content[0], content[-1] + 1)
    return [i for i in content if i < last]


def _to_semicolon(tree: Tree, content: list[int], cues: Cues) -> list[int]:
    """Return a content up to a semicolon behind which somebody else reports: "they fled; the mayor confirmed it"."""
    for n, i in enumerate(content):
        if tree.tokens[i].text == ";" and any(_reports(tree, j, cues) for j in content[n + 1 :]):
            return content[:n]
    return content


def _reports(tree: Tree, i: int, cues: Cues) -> bool:
    verb = tree.tokens[i]
    return verb.pos == "VERB" and verb.lemma in cues.verbs and is_finite(tree, i) and tree.child(i, "nsubj") is not None


def is_turned_round(tree: Tree, verb: Token, head: Token) -> bool:
    """Whether what the parse takes for a clause begins with the speaker: "The wall, said the cook, Nora Lind, fell"."""
    named = just_after(tree, verb.i)
    return named is not None and named != head.i and tree.tokens[named].head == head.i and _is_set_off(tree, named)


def _is_set_off(tree: Tree, named: int) -> bool:
    end = max(mention(tree, named)) + 1
    return end < len(tree.tokens) and tree.tokens[end].text == ","


def _is_aside(tree: Tree, verb: Token, source: int | None) -> bool:
    """Whether a speaker and a verb stand between commas in what is said: "It is untrue, the army said, that ..."."""
    if source is None or source > verb.i or verb.i + 2 >= len(tree.tokens) or source not in tree.subtree(verb.i):
        return False
    start = min(mention(tree, source))
    first, _ = text_sentence(tree, verb.i)
    apart = start > first + 1 and tree.tokens[start - 1].text == "," == tree.tokens[verb.i + 1].text
    return apart and max(mention(tree, source)) == verb.i - 1 and tree.tokens[verb.i + 2].lemma == "that"


def _is_set_in(tree: Tree, verb: Token, head: Token, source: int | None) -> bool:
    """Whether a report stands in what it reports, and has but the rest behind: "They fled, he said, all of them"."""
    if source is None or source > verb.i or tree.tokens[source].head != verb.i:
        return False
    start = min(mention(tree, source))
    before = any(c.i < start and tree.child(c.i, "nsubj", "nsubjpass", "expl") for c in tree.children(verb.i, "ccomp"))
    rest = min(tree.subtree(head.i))
    parted = any(tree.tokens[i].text == "," for i in range(verb.i + 1, rest))
    return before and parted and tree.tokens[start - 1].text in _CLOSING_MARKS


def _is_no_speech(tree: Tree, verb: Token, cues: Cues) -> bool:
    """Whether a verb tells what for or how a thing is meant: "to learn how they fled", "is read as saying that"."""
    if verb.dep == "pcomp" and verb.i and tree.tokens[verb.i - 1].text in ("as", "without"):
        return True
    purpose = verb.tag == "VB" and verb.dep in ("advcl", "relcl", "acl") and tree.child(verb.i, "aux") is not None
    return purpose and cues.stance(verb.lemma, "quote") is None


def _beside_content(tree: Tree, head: Token, cues: Cues) -> list[int]:
    """Return what hangs on a reported clause and is about the report: "but later revised the toll", on what terms."""
    terms = [t.i for t in tree.children(head.i) if is_terms(tree, t)]
    joined = (t for t in tree.children(head.i, "conj") if tree.child(t.i, "nsubj", "nsubjpass") is None)
    return terms + [t.i for t in joined if gives_figure(tree, t, cues)]


def _is_asked(tree: Tree, verb: Token) -> bool:
    """Whether a participle tells what happened to the speaker: "Asked whether they fled, she said ..."."""
    return verb.tag == "VBN" and verb.dep == "advcl" and tree.child(verb.i, "aux", "auxpass") is None


def trailing(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the sentence that a report ends, with commas or without: "[Three men fled] the army said Friday"."""
    source = _beside(tree, verb, cues)
    if source is None or _means_to(tree, verb.i) or not _closes(tree, verb.i, source):
        return
    if goes_on_behind(tree, verb.i, source, cues):
        return
    source = _first_of_two(tree, source)
    first, _ = text_sentence(tree, verb.i)
    first = past_lead_in(tree, first, source)
    content = list(range(first, min([*mention(tree, source), verb.i])))
    linked = bool(content) and tree.tokens[content[-1]]
    if (
        linked
        and linked.pos not in ("SCONJ", "CCONJ")
        and linked.lemma not in ("that", "saying")
        and _asserts(tree, content)
    ):
        yield Draft(tree, verb.i, source, tuple(content), cues.verbs[verb.lemma]["quote"], "trailing")


def interposed(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the sentence around a report set into it: "[The men], the army said on Friday, [fled]"."""
    source = _beside(tree, verb, cues)
    if source is None:
        return
    thing = tree.child(verb.i, "dobj")
    parted = verb.i + 1 < len(tree.tokens) and tree.tokens[verb.i + 1].text in _CLOSING_MARKS
    if thing and not parted and _is_object(tree, verb.i, thing) and thing.i not in (source, verb.i - 1):
        return
    first, last = text_sentence(tree, verb.i)
    own = [*mention(tree, source), verb.i]
    end = max(own) + 1
    end = past_apposition(tree, end, last)
    mark = next((i for i in range(end, min(end + _ASIDE, last)) if tree.tokens[i].pos == "PUNCT"), None)
    if mark is None or min(own) == first or tree.tokens[min(own) - 1].pos != "PUNCT":
        return
    if tree.tokens[mark].text == ":":
        return
    first = past_lead_in(tree, first, source)
    if mark + 1 < last and tree.tokens[mark + 1].lemma in OUTLETS_OWN:
        last = mark
    if tree.tokens[min(own) - 2].tag in ("WP", "WDT"):  # "a man who, witnesses say, left": the rest of the clause alone
        first, last = min(own), end_of_relative(tree, mark + 1, last)
    content = to_apposed_claim(tree, [i for i in range(first, last) if not min(own) <= i < mark], cues)
    if mark in content:
        content.remove(mark)
    yield Draft(tree, verb.i, source, tuple(content), cues.verbs[verb.lemma]["quote"], "interposed")


def following(tree: Tree, verb: Token, cues: Cues) -> Iterator[Draft]:
    """Take the rest of a sentence where the parse has lost the clause: "The army said [dozens mostly men fled]"."""
    source = just_before(tree, verb.i) if is_speech(verb, cues) and verb.tag in _FINITE else None
    if source is None or verb.dep in ("relcl", "advcl") or _has_content(tree, verb.i) or _has_claim(tree, verb, cues):
        return
    if tree.tokens[verb.i + 1 : verb.i + 2] and tree.tokens[verb.i + 1].pos == "CCONJ":
        return  # "the troops responded and destroyed two posts": they act, and say nothing
    content = _past_that(tree, range(verb.i + 1, text_sentence(tree, verb.i)[1]))
    finite = _asserts(tree, content) or (verb.tag == "VBZ" and any(tree.tokens[i].pos == "VERB" for i in content))
    if tree.tokens[source].tag not in _WH and finite:
        yield Draft(tree, verb.i, source, tuple(content), cues.verbs[verb.lemma]["quote"], "following")


def _is_object(tree: Tree, verb: int, word: Token) -> bool:
    """Whether a word is what a verb is about, and not whom it tells."""
    return word.dep == "dobj" and word.head == verb and tree.tokens[verb].lemma not in _TELLING


def _has_content(tree: Tree, verb: int) -> bool:
    """Whether the parse gives a verb a complement; "[12] killed" in a headline is none yet."""
    thing = tree.child(verb, "dobj")
    return tree.child(verb, "ccomp", "xcomp") is not None or (thing is not None and tree.child(thing.i, "acl") is None)


def _has_claim(tree: Tree, verb: Token, cues: Cues) -> bool:
    """Whether a verb is about a claim that a noun names, and whose clause is not its own: "denied the claim that"."""
    thing = tree.child(verb.i, "dobj")
    return (
        thing is not None
        and thing.i > verb.i
        and is_claim(thing, cues)
        and cues.stance(verb.lemma, "object") is not None
    )


def _past_that(tree: Tree, words: range) -> list[int]:
    """Return the words after a "that" before the first finite verb; all of them where there is none."""
    for i in words:
        if tree.tokens[i].lemma == "that":
            return list(range(i + 1, words.stop))
        if tree.tokens[i].pos in VERBS and is_finite(tree, i):
            break
    return list(words)


def _means_to(tree: Tree, verb: int) -> bool:
    """Whether a verb has an infinitive: "both sides agreed to meet"; "said adding that ..." has none."""
    inner = tree.child(verb, "xcomp")
    return inner is not None and inner.tag != "VBG"


def _first_of_two(tree: Tree, source: int) -> int:
    """Return the first of two speakers, where the parse has parted them: "[the agency] and local media reported"."""
    start = min(mention(tree, source))
    if start < 2 or tree.tokens[start - 1].lemma != "and" or tree.tokens[start - 2].pos not in NOMINAL:
        return source
    first = just_before(tree, start - 1)
    return source if first is None else first


def _beside(tree: Tree, verb: Token, cues: Cues) -> int | None:
    """Return the speaker right before a verb of speech, or after it where a mark stands before or nothing behind."""
    if not is_speech(verb, cues) or verb.tag not in _FINITE or cues.stance(verb.lemma, "quote") is not Stance.AFFIRM:
        return None
    before, after = just_before(tree, verb.i), just_after(tree, verb.i)
    if verb.lemma in _TELLING or after is None:
        source = before
    else:
        at_end = max(tree.subtree(after)) + 1 == text_sentence(tree, verb.i)[1]
        follows_mark = verb.i > 0 and tree.tokens[verb.i - 1].text in _CLOSING_MARKS
        source = after if at_end or (before is None and follows_mark) else before
    return None if source is None or tree.tokens[source].tag in _WH else source


def _asserts(tree: Tree, content: list[int]) -> bool:
    """Whether some words hold a finite verb, and not only in what a speaker was asked: "Asked if they fled, ..."."""
    asked = any(is_asked(tree, i) for i in content[:2])
    return not asked and any(tree.tokens[i].pos in VERBS and is_finite(tree, i) for i in content)


def _closes(tree: Tree, verb: int, source: int) -> bool:
    """Whether nothing but the speaker, a time, a place, a listener or a participle follows a verb in its sentence."""
    _, last = text_sentence(tree, verb)
    own = set(tree.subtree(verb))
    start = max(*tree.subtree(source), verb) + 1 if source > verb else verb + 1
    for i in range(start, last):
        token = tree.tokens[i]
        if token.tag == "VBG" and i == start:
            return True
        if (
            i not in own
            or _is_object(tree, verb, token)
            or (token.pos in VERBS and is_finite(tree, i))
            or token.lemma == "that"
        ):
            return False
    return True


def _addressee(tree: Tree, verb: Token) -> int | None:
    """Return whom a verb of telling tells."""
    told = tree.child(verb.i, "dobj", "dative") if verb.lemma in _TELLING else None
    return told.i if told else None
