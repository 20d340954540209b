"""Persons whom a description introduces: "the mayor of Arqa, Nora Lind", "her sister Eva", "a man named Yunis"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from claimcheck.extract.speakers.by_name import surname
from claimcheck.extract.speakers.gender import is_given_name, of_noun
from claimcheck.extract.speakers.named import INDIVIDUALS, Speaker
from claimcheck.extract.speakers.names import NO_PERSONS, title_less
from claimcheck.extract.speakers.scene import Mention, Scene, mention_at, named_source, part
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span
from claimcheck.ports import Token

_NAMING = frozenset({"name", "call", "know", "identify", "nickname"})
_FILLERS = frozenset({"only", "as"})
_SMALL = frozenset({"de", "la", "del", "da", "du", "van", "von", "der", "den", "al", "el", "bin", "ibn", "-"})
_DASHES = frozenset({"-", "–", "—", "--"})
_CLOSING = frozenset({",", ".", ";", ")", '"', "”", "’", "'", "»", "!", "?", "…", *_DASHES})
_LINKS = frozenset({"and", "or", "nor"})
_LONGEST_NAME = 6
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "man", "woman", "maker", "grapher")
"""How nouns for those who do something end."""


def described(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the person whose name stands beside a description, or after "named" in it."""
    segments = _segments(mention.words)
    if not mention.tree or not segments or not _is_description(segments[0], mention):
        return None
    words = _called(mention) or _apposed(mention, segments, scene) or _close(segments[0], scene)
    if not words or _is_institution(words, scene):
        return None
    head = part(mention, segments[0]).head
    firm = head is not None and _is_firm(words, head)
    return _firm(words, head, scene) if firm and head else _speaker(words, mention, scene)


def _is_institution(words: Sequence[Token], scene: Scene) -> bool:
    """Return whether a name is known to be no person's: "the security service, the SBU"."""
    match = scene.knowledge.registry.match(scene.document.words(Span(words[0].start, words[-1].end)))
    return match is not None and match.entry.kind not in INDIVIDUALS and not match.entry.speaks_for


def _is_firm(words: Sequence[Token], head: Token) -> bool:
    """Return whether a name is a company's or a club's: nobody's given name, of an owner no person's."""
    known = roles()
    person = head.lemma in known.holders and all(word.entity == "PERSON" for word in words)
    named = head.lemma in known.holders | known.firms | known.enterprises
    return named and not person and not is_given_name(words[0].text)


def _firm(words: Sequence[Token], head: Token, scene: Scene) -> Speaker:
    name = " ".join(scene.document.words(Span(words[0].start, words[-1].end)).split())
    known = roles()
    firm = head.lemma in known.holders | known.firms
    kinds = ("company",) if firm else known.institutions.get(head.lemma, ())
    return Speaker(named_source(name, next(iter(kinds), "organisation")), f"the name of the {head.lemma}: {name}")


def _is_description(words: Sequence[Token], mention: Mention) -> bool:
    """Return whether the first words of a mention are about one person, and no name."""
    head = part(mention, words).head
    if not head or any(word.lemma in _LINKS for word in mention.words):
        return False
    if head.pos == "PROPN" and not roles().is_person(head.lemma):
        begins = words[0].pos in ("DET", "PRON") or words[0].text.islower()
        return begins or any(roles().is_title(word.lemma) for word in words)
    return head.tag in ("NN", "NNP", "JJ", "JJR") and head.lemma not in roles().institutions


def _segments(words: Sequence[Token]) -> list[list[Token]]:
    """Return the words between the commas and dashes."""
    found: list[list[Token]] = [[]]
    for n, word in enumerate(words):
        apart = n > 0 and word.start > words[n - 1].end
        if word.text == "," or (word.text in _DASHES and apart):
            found.append([])
        else:
            found[-1].append(word)
    return [segment for segment in found if segment]


def _called(mention: Mention) -> list[Token]:
    """Return the name after "named", "called" or "known as", in the mention or right behind it."""
    naming = [n for n, word in enumerate(mention.words) if n and _names_somebody(word, mention.words[n - 1])]
    as_name = [n for n, word in enumerate(mention.words) if word.lemma == "as" and _says_name(mention.words[:n])]
    after = max((*naming, *as_name), default=-1) + 1
    words = mention.words[after:] if after else _called_behind(mention)
    return list(takewhile(_may_be_name, dropwhile(lambda w: w.lemma in _FILLERS, words)))


def _called_behind(mention: Mention) -> Sequence[Token]:
    """Return what follows "named" where that is said of the head of a mention, or of an apposition to it."""
    tree, head = mention.tree, mention.head
    if not tree or not head:
        return ()
    nouns = (head, *tree.children(head.i, "appos"))
    clauses = (verb for noun in nouns for verb in tree.children(noun.i, "acl"))
    verbs = (verb for verb in clauses if _names_somebody(verb, tree.tokens[verb.i - 1]))
    verb = next(verbs, None)
    return tree.tokens[verb.i + 1 : verb.i + 3 + _LONGEST_NAME] if verb else ()


def _names_somebody(word: Token, before: Token) -> bool:
    """Return whether a word is "named" or the like; not the "called" of "so-called"."""
    return word.lemma in _NAMING and word.tag == "VBN" and before.text != "-"


def _says_name(words: Sequence[Token]) -> bool:
    """Return whether "as" comes after words on a name: "giving his name only as", "known as"."""
    return any(word.lemma in _NAMING for word in words[-3:])


def _apposed(mention: Mention, segments: Sequence[Sequence[Token]], scene: Scene) -> list[Token]:
    """Return the name after a comma, within the mention or right behind it."""
    head = part(mention, segments[0]).head
    if head and head.pos == "PROPN" and not roles().is_person(head.lemma):
        return []
    for segment in segments[1:] or [behind(mention)]:
        if name := _bare_name(segment, scene):
            return name if _is_personal(name, segments[0], mention) else []
    return []


def behind(mention: Mention) -> list[Token]:
    """Return the words between the comma behind a mention and the next; nothing where no comma closes them."""
    tree, last = mention.tree, mention.words[-1]
    if not tree:
        return []
    _, end = tree.sentence(last.i)
    following = tree.tokens[last.i + 1 : min(end, last.i + 3 + _LONGEST_NAME)]
    if not following or following[0].text != ",":
        return []
    words = list(takewhile(lambda w: w.text not in _CLOSING or w.text == "-", following[1:]))
    after = following[1 + len(words) :]
    return words if after and after[0].text in _CLOSING else []


def _bare_name(words: Sequence[Token], scene: Scene) -> list[Token]:
    """Return the name that ends a phrase in which nothing else stands but a description: "the economist Nora Lind"."""
    name = _last_name(words, scene)
    before = words[: len(words) - len(name)]
    plain = all(word.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PUNCT") for word in before)
    indefinite = bool(before) and before[0].lemma in ("a", "an")
    return name if plain and not indefinite else []


def _last_name(words: Sequence[Token], scene: Scene) -> list[Token]:
    """Return the run of names at the end of some words, without the titles before it."""
    known = scene.named.at(words[-1].start) if words else None
    if known and known.is_person and known.span.end == words[-1].end:
        return [word for word in words if word.start >= known.span.start]
    name = list(takewhile(lambda w: _may_be_name(w) or w.text in _SMALL, reversed(words)))[::-1]
    while name and not name[0].text[0].isupper():
        name = name[1:]
    return title_less(name) if len(name) <= _LONGEST_NAME else []


def _close(words: Sequence[Token], scene: Scene) -> list[Token]:
    """Return the name with which a description ends without a comma: "the economist Nora Lind"."""
    name = _last_name(words, scene)
    before = words[: len(words) - len(name)]
    if not name or not before or not _directly(before[-1]):
        return []
    if any(word.pos == "ADP" for word in before) or not all(word.entity not in NO_PERSONS for word in name):
        return []
    span = Span(name[0].start, name[-1].end)
    known = any(named.is_person for named in scene.named.over(span))
    return name if known or all(word.entity == "PERSON" for word in name) else []


def _directly(word: Token) -> bool:
    """Return whether a word before a name says who that is: "officer", "sister", "Minister"."""
    return roles().is_person(word.lemma) or of_noun([word.lemma]) is not None or is_agent(word)


def is_agent(word: Token) -> bool:
    """Return whether a noun looks like one for somebody who does something: "diver", "sculptor"."""
    return word.tag == "NN" and word.lemma.endswith(_AGENTS)


def _is_personal(name: Sequence[Token], words: Sequence[Token], mention: Mention) -> bool:
    """Return whether a name in an apposition is a person's, and no place's: "a port in Arqa, Norway"."""
    head = part(mention, words).head
    if not head or (len(name) == 1 and name[0].entity in NO_PERSONS):
        return False
    acronym = len(name) == 1 and name[0].text.isupper() and len(name[0].text) > 1
    if acronym or _names_institution(name, head, mention):
        return False
    placed = any(word.pos == "ADP" for word in words)
    sure = all(word.entity == "PERSON" for word in name) or any(word.entity == "PERSON" for word in name if not placed)
    return sure or roles().is_person(head.lemma) or of_noun([head.lemma]) is not None


def _names_institution(name: Sequence[Token], head: Token, mention: Mention) -> bool:
    """Return whether a name is that of an institution in a description: "a source in the security service, the PST"."""
    tree, last = mention.tree, name[-1]
    noun = tree.tokens[last.head] if tree and last.dep == "appos" else head
    named = noun != head and noun.pos == "NOUN" and noun.lemma in roles().institutions
    return named and not is_given_name(name[0].text) and not all(word.entity == "PERSON" for word in name)


def _may_be_name(word: Token) -> bool:
    return word.text[0].isupper() and (word.pos == "PROPN" or word.entity in ("PERSON", "ORG")) and word.tag != "POS"


def _speaker(words: Sequence[Token], mention: Mention, scene: Scene) -> Speaker:
    """Return the person of a name: as it is known in the article, else by these words."""
    span = Span(words[0].start, words[-1].end)
    name = " ".join(scene.document.words(span).split())
    step = f"“{mention.text}” names {name}"
    for named in scene.named.over(span):
        if named.is_person and len(named.text) >= len(name):
            return Speaker(named.speaker.source, step, named.speaker.person)
    if len(words) == 1 and (full := surname(mention_at(scene.document, span), scene)):
        return full
    return Speaker(named_source(name, INDIVIDUALS[0]), step)
