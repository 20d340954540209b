"""From a mention to whoever answers for the words: an ordered table of resolvers, the first that knows wins."""

from __future__ import annotations

from claimcheck.extract.speakers.beside import BESIDE
from claimcheck.extract.speakers.by_name import NAMES, registered, surname, titled
from claimcheck.extract.speakers.by_role import ROLES
from claimcheck.extract.speakers.outlets import joint_source
from claimcheck.extract.speakers.pronouns import pronoun
from claimcheck.extract.speakers.scene import (
    MEDIA,
    Mention,
    Resolver,
    Scene,
    Speaker,
    before_comma,
    first_of,
    mention_at,
    named_source,
    part,
    unnamed_source,
)
from claimcheck.extract.speakers.through import THROUGH
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span
from claimcheck.ports import Token


def antecedent(mention: Mention, scene: Scene) -> Speaker | None:
    """Return whom a relative "who" or "which" stands for."""
    head, tree = mention.head, mention.tree
    if not head or not tree or head.tag not in ("WP", "WDT"):
        return None
    verb = next((word for word in tree.ancestors(head.i) if word.dep in ("relcl", "acl")), None)
    if not verb or verb.head == verb.i:
        return None
    below = set(tree.subtree(verb.i))
    words = [tree.tokens[i] for i in tree.subtree(verb.head) if i not in below and tree.tokens[i].start < head.start]
    return resolve(mention_at(scene.document, tree.span(i.i for i in words)), scene) if words else None


def joint(mention: Mention, scene: Scene) -> Speaker | None:
    """Return one source made of several that speak together: "the SOHR and medics"."""
    speakers = [resolve(member, scene) for member in _members(mention, scene)]
    sources = list(dict.fromkeys(speaker.source for speaker in speakers))
    if len(sources) < 2:
        return speakers[0] if speakers else None
    return Speaker(joint_source(sources), "; ".join(s.step for s in speakers), members=tuple(speakers))


def other_office(mention: Mention, scene: Scene) -> Speaker | None:
    """Return a source for an office whose holder the article does not name: "the Homs governor"."""
    places = [w for w in mention.modifiers if w.pos == "PROPN"]
    if mention.lemma not in roles().persons or mention.indefinite or not places or not mention.head:
        return None
    name = " ".join(scene.document.words(Span(places[0].start, mention.head.end)).split())
    return Speaker(named_source(name, "individual"), f"the article does not name the {name}")


def other_name(mention: Mention, scene: Scene) -> Speaker | None:
    """Return a source for a name that nothing else knows: "Hadashot" of "Israel's Hadashot television news"."""
    mention = before_comma(mention)
    head = mention.head
    if not head or mention.indefinite or (head.tag == "NNPS" and head.entity == "NORP"):
        return None
    kinds = roles().institutions.get(mention.lemma, ())
    words = _capitals(mention, head)
    if not words or (head not in words and not kinds):
        return None
    end = words[-1].end if head in words or kinds[0] in MEDIA else head.end
    name = " ".join(scene.document.words(Span(words[0].start, end)).split())
    kind = "individual" if head.entity == "PERSON" else next(iter(kinds), "organisation")
    return Speaker(named_source(name, kind), f"a name that is in no registry: {name}")


def unnamed(mention: Mention, scene: Scene) -> Speaker:
    """Return a source of its own for a mention that names nobody."""
    name = _plain(mention.text)
    return Speaker(unnamed_source(name, scene.document.article.id, mention.span.start), f"“{name}” names nobody")


RESOLVERS: tuple[Resolver, ...] = (
    antecedent,
    pronoun,
    surname,
    registered,
    joint,
    *NAMES,
    *THROUGH,
    *BESIDE,
    *ROLES,
    titled,
    other_office,
    other_name,
)
"""In the order in which they are asked."""


def resolve(mention: Mention, scene: Scene) -> Speaker:
    """Return who answers for the words of a mention."""
    return first_of(RESOLVERS, mention, scene) or unnamed(mention, scene)


def _members(mention: Mention, scene: Scene) -> list[Mention]:
    """Return the sides of the "and" in a mention, where each of them can speak; nothing where there is none."""
    for n, word in enumerate(mention.words):
        if word.lemma == "and" and 0 < n < len(mention.words) - 1:
            sides = [part(mention, mention.words[:n]), part(mention, mention.words[n + 1 :])]
            if all(_can_speak(side, scene) for side in sides) and not _one_person(sides[1]):
                return [member for side in sides for member in _members(side, scene) or _listed(side, scene)]
    return []


def _listed(mention: Mention, scene: Scene) -> list[Mention]:
    """Return the names of a list, "A, B, C"; the mention itself where it is none."""
    commas = [n for n, word in enumerate(mention.words) if word.text == ","]
    ends = zip([-1, *commas], [*commas, len(mention.words)], strict=True)
    sides = [part(mention, mention.words[a + 1 : b]) for a, b in ends if b > a + 1]
    return sides if all(first_of(NAMES, side, scene) for side in sides) else [mention]


def _one_person(second: Mention) -> bool:
    """Return whether the side after "and" says more of the person before it: "the doctor and activist"."""
    return second.is_singular and not (second.definite or second.indefinite)


def _can_speak(mention: Mention, scene: Scene) -> bool:
    return roles().can_speak(mention.lemma) or first_of((*NAMES, *BESIDE), mention, scene) is not None


def _capitals(mention: Mention, head: Token) -> list[Token]:
    """Return the last unbroken run of words with capitals up to the head of a mention, without who owns it."""
    owner = mention.possessor
    words = [w for w in mention.words if w.start <= head.start and not (owner and w.start <= owner.end)]
    while words and not _capital(words[-1]):
        words.pop()
    first = len(words)
    while first and (_capital(words[first - 1]) or words[first - 1].text == "-"):
        first -= 1
    while first < len(words) - 1 and roles().is_title(words[first].lemma):
        first += 1
    found = words[first:]
    named = any(w.pos == "PROPN" and not roles().can_speak(w.lemma) for w in found)
    return found if named and not any(w.text == "-" and w.start == found[-1].end for w in mention.words) else []


def _capital(word: Token) -> bool:
    return word.text[0].isupper() and word.pos not in ("DET", "ADJ", "ADV")


def _plain(text: str) -> str:
    """Return words for display: one line, no capital on a first "A" or "The"."""
    words = text.split()
    if words and words[0].lower() in ("a", "an", "the", "some", "one", "another", "two", "several"):
        words[0] = words[0].lower()
    return " ".join(words)
