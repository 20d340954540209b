"""Names that stand beside the head of a mention, where commas are lost or a parse went astray."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from claimcheck.extract.speakers.gender import is_given_name
from claimcheck.extract.speakers.named import Named, Speaker
from claimcheck.extract.speakers.scene import Mention, Scene, named_source
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span
from claimcheck.ports import Token

_CALLING = frozenset({"call", "name", "style"})
_ITSELF = frozenset({"itself", "themselves"})
_BETWEEN = frozenset({",", "the", "("})


def named_first(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the person with whose name a mention begins: "Rami Hadi director of the agency"."""
    for named in scene.named.inside(mention.span):
        begins = named.span.start == mention.span.start and named.span.end < mention.span.end
        if begins and named.is_person and not _narrows(mention, named) and not _owns(mention, named):
            return replace(named.speaker, step=f"“{mention.text}” begins with {named.text}")
    return None


def named_next(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution that follows as an apposition: "another activist group the Local Committees"."""
    known = roles()
    if not mention.tree or not (mention.lemma in known.institutions or mention.lemma in known.people):
        return None
    i = mention.words[-1].i + 1
    while i < len(mention.tree.tokens) and mention.tree.tokens[i].text.lower() in _BETWEEN:
        i += 1
    if i == len(mention.tree.tokens):
        return None
    named = scene.named.starting(mention.tree.tokens[i].start)
    kinds = known.institutions.get(mention.lemma)
    if not named or named.is_person or (kinds and named.speaker.source.kind not in kinds):
        return None
    return replace(named.speaker, step=f"“{mention.text}” is {named.text}, which follows")


def named_behind(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution whose name follows a noun for it, though it reads like a person's: "the line Osprey"."""
    known = roles()
    kinds = known.institutions.get(mention.lemma) or (("organisation",) if mention.lemma in known.enterprises else ())
    behind = mention.words[-1].end + 1 if mention.words else 0
    named = scene.named.starting(behind)
    known_already = named is not None and scene.knowledge.registry.get(named.speaker.source.id) is not None
    if not kinds or not named or known_already or is_given_name(named.text.split()[0]):
        return None
    source = named_source(named.text, kinds[0])
    return Speaker(source, f"“{mention.text}” is {named.text}, which follows")


def named_last(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the name with which a mention ends, where its head is nobody who could speak."""
    if not mention.tree or roles().can_speak(mention.lemma):
        return None
    for named in scene.named.over(mention.span):
        if named.span.end == mention.span.end and not _in_a_phrase(mention, named):
            return replace(named.speaker, step=f"“{mention.text}” ends with {named.text}")
    return None


def named_with(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution of which the name follows the noun for it at once: "the rail operator Nordbane"."""
    head = mention.head
    if not head or not head.text.islower() or mention.lemma not in roles().institutions.keys() | roles().enterprises:
        return None
    return _called(takewhile(_is_name, (w for w in mention.words if w.start >= head.end)), mention, scene)


def self_called(mention: Mention, scene: Scene) -> Speaker | None:
    """Return an institution by the name that it gives itself: "a group calling itself the Red Falcon"."""
    tree, head = mention.tree, mention.head
    if not tree or not head or mention.lemma not in roles().institutions.keys() | roles().enterprises:
        return None
    verb = next((v for v in tree.children(head.i, "acl") if v.lemma in _CALLING and v.tag == "VBG"), None)
    behind = tree.tokens[verb.i + 1 : tree.sentence(verb.i)[1]] if verb else ()
    if not behind or behind[0].lemma not in _ITSELF:
        return None
    words = behind[2:] if behind[1:2] and behind[1].pos == "DET" else behind[1:]
    return _called(takewhile(_is_name, words), mention, scene)


def _called(words: Iterable[Token], mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution of a name beside the noun for it."""
    named = list(words)
    if not named or is_given_name(named[0].text):
        return None
    name = scene.document.words(Span(named[0].start, named[-1].end))
    kinds = roles().institutions.get(mention.lemma, ())
    kind = "organisation" if "organisation" in kinds or not kinds else kinds[0]
    return Speaker(named_source(" ".join(name.split()), kind), f"“{mention.text}” gives its name: {name}")


def _is_name(word: Token) -> bool:
    return word.pos == "PROPN" and word.text[0].isupper()


BESIDE = (named_with, self_called, named_first, named_next, named_behind, named_last)


def _owns(mention: Mention, named: Named) -> bool:
    """Return whether a name only says whose somebody is: "Lind" in "Lind's aide"."""
    owner = mention.possessor
    return owner is not None and named.span.start <= owner.start < named.span.end


def _narrows(mention: Mention, named: Named) -> bool:
    """Return whether a name only says whose institution it is: "Assad" in "Assad government"."""
    head = mention.head
    return head is not None and head.start >= named.span.end and head.lemma in roles().institutions


def _in_a_phrase(mention: Mention, named: Named) -> bool:
    """Return whether a preposition binds the name to what stands before it."""
    before = [w for w in mention.words if w.start < named.span.start]
    if len(before) > 1 and before[-1].pos == "DET" and before[-2].pos in ("NOUN", "PROPN"):
        return False
    while before and before[-1].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        if before[-1].pos in ("NOUN", "PROPN") and roles().can_speak(before[-1].lemma):
            return False
        before.pop()
    return bool(before) and before[-1].pos == "ADP"
