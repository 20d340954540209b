"""Those who speak together: the sides of an "and", and words that recall several: "the pair", "the ministries"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.speakers.beside import BESIDE
from claimcheck.extract.speakers.by_name import NAMES
from claimcheck.extract.speakers.described import behind, described
from claimcheck.extract.speakers.named import INDIVIDUALS, Speaker
from claimcheck.extract.speakers.outlets import joint_source
from claimcheck.extract.speakers.referents import phrase_of, referents
from claimcheck.extract.speakers.scene import Mention, Scene, first_of, mention_at, named_source, part
from claimcheck.extract.speakers.words import roles
from claimcheck.model import Span
from claimcheck.ports import Token

_LONGEST = 60
"""Words of a mention that are still looked at one by one: longer ones come from broken parses."""
_LINKS = frozenset({"and", "nor"})
_WITH = ("together", "along", "jointly")
_LEADING = frozenset({"both", "neither", "either"})
_TWO = frozenset({"pair", "couple", "duo", "two", "both", "twin"})


def joint(mention: Mention, scene: Scene) -> Speaker | None:
    """Return one source made of several that speak together: "the SOHR and medics"."""
    if len(mention.words) > _LONGEST:
        return None
    return _united([scene.resolve(member, scene) for member in _members(mention, scene)])


def described_together(mention: Mention, scene: Scene) -> Speaker | None:
    """Return those whose names follow a word for several: "the twins, Ana and Eva Lind"."""
    head = mention.head
    if not head or head.tag != "NNS" or not mention.tree or not mention.definite:
        return None
    comma = next((n for n, word in enumerate(mention.words) if word.text == ","), None)
    words = behind(mention) if comma is None else mention.words[comma + 1 :]
    if not words or not any(word.lemma == "and" for word in words):
        return None
    names = _without_leading(mention_at(scene.document, mention.tree.span(word.i for word in words)))
    return _family(names, scene) or joint(names, scene)


def recalled_together(mention: Mention, scene: Scene) -> Speaker | None:
    """Return those whom "the pair", "the two leaders" or "the ministries" recalls."""
    head = mention.head
    if not head or mention.indefinite or mention.possessor or not (mention.definite or head.lemma == "both"):
        return None
    if head.tag == "NNS" and (same := _same_noun(mention, scene)):
        return scene.resolve(same, scene)
    if _TWO.isdisjoint({head.lemma, *(w.lemma for w in mention.words if w.start < head.start)}):
        return None
    joined = (r.mention for r in referents(mention, scene) if r.joint)
    found = (scene.resolve(phrase, scene) for phrase in joined)
    return next((speaker for speaker in found if speaker and len(speaker.members) == 2), None)


def _same_noun(mention: Mention, scene: Scene) -> Mention | None:
    """Return the last phrase before a mention with its noun, that says more of those who are meant."""
    for referent in referents(mention, scene):
        other = referent.mention
        if referent.back and other.head and other.head.tag == "NNS" and other.lemma == mention.lemma:
            head = other.head
            whole = phrase_of(head.i, other.tree, scene, joint=True) if other.tree else other
            says_more = len(whole.words) > len(mention.words) and not whole.span.overlaps(mention.span)
            return whole if says_more else None
    return None


def _united(speakers: list[Speaker | None]) -> Speaker | None:
    known = [speaker for speaker in speakers if speaker]
    sources = list(dict.fromkeys(speaker.source for speaker in known))
    if len(sources) < 2:
        return known[0] if known else None
    return Speaker(joint_source(sources), "; ".join(s.step for s in known), members=tuple(known))


def _family(names: Mention, scene: Scene) -> Speaker | None:
    """Return persons who share the surname that only the last is given: "Ana and Eva Lind"."""
    words = list(_sides(names.words))
    if len(words) != 2 or len(words[0]) != 1 or len(words[1]) != 2 or not all(_capital(w) for s in words for w in s):
        return None
    given, full = words[0][0].text, scene.document.words(Span(words[1][0].start, words[1][-1].end))
    persons = [named_source(f"{given} {words[1][-1].text}", INDIVIDUALS[0]), named_source(full, INDIVIDUALS[0])]
    speakers = tuple(Speaker(person, f"a person of that name: {person.name}") for person in persons)
    source = replace(joint_source(persons), name=names.text)
    return Speaker(source, f"“{names.text}” names two of one family", members=speakers)


def _capital(word: Token) -> bool:
    return word.text[0].isupper() and word.pos == "PROPN"


def _sides(words: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield what stands on either side of the first "and"."""
    n = next((n for n, word in enumerate(words) if word.lemma in _LINKS), None)
    if n:
        yield words[:n]
        yield words[n + 1 :]


def _without_leading(mention: Mention) -> Mention:
    """Return a mention without "both" or "neither" before it."""
    words = mention.words
    while len(words) > 1 and (words[0].lemma in _LEADING or words[0].text == ","):
        words = words[1:]
    return part(mention, words) if len(words) < len(mention.words) else mention


def _members(mention: Mention, scene: Scene) -> list[Mention]:
    """Return the sides of the "and" in a mention, where each of them can speak; nothing where there is none."""
    mention = _without_leading(mention)
    for n, word in enumerate(mention.words):
        length = _link(mention, n)
        if length and n > 0 and n + length < len(mention.words) and not _joins_owners(mention, word):
            sides = [part(mention, _trimmed(mention.words[:n])), part(mention, mention.words[n + length :])]
            if all(_can_speak(side, scene) for side in sides) and not _one_person(sides[1]):
                return [member for side in sides for member in _members(side, scene) or _listed(side, scene)]
            if _names_joined(sides, word):
                return sides
    return []


def _link(mention: Mention, n: int) -> int:
    """Return how many words join two sides at word `n`: "and", "together with"; none where nothing does."""
    words = mention.words
    if words[n].lemma in _LINKS:
        return 1
    if words[n].lemma in _WITH and n + 1 < len(words) and words[n + 1].lemma == "with":
        return 2
    return 3 if [w.lemma for w in words[n : n + 3]] == ["as", "well", "as"] else 0


def _trimmed(words: tuple[Token, ...]) -> tuple[Token, ...]:
    return words[:-1] if len(words) > 1 and words[-1].text == "," else words


def _names_joined(sides: list[Mention], link: Token) -> bool:
    """Return whether an "and" joins two bare names of which nothing is known: "Holm and Kano"."""
    heads = [side.head for side in sides]
    joined = heads[0] is not None and link.dep == "cc" and link.head == heads[0].i
    return joined and all(_capital(word) for side in sides for word in side.words)


def _joins_owners(mention: Mention, link: Token) -> bool:
    """Return whether an "and" joins those to whom several belong: "the leaders of Norway and Chile"."""
    head = mention.head
    several = head is not None and head.tag == "NNS" and roles().can_speak(head.lemma)
    return several and head is not None and link.dep == "cc" and head.i < link.head < link.i


def _listed(mention: Mention, scene: Scene) -> list[Mention]:
    """Return the names of a list, "A, B, C"; the mention itself where it is none."""
    commas = [n for n, word in enumerate(mention.words) if word.text == ","]
    if not commas or described(mention, scene):
        return [mention]
    ends = zip([-1, *commas], [*commas, len(mention.words)], strict=True)
    sides = [part(mention, mention.words[a + 1 : b]) for a, b in ends if b > a + 1]
    return sides if all(first_of(NAMES, side, scene) for side in sides) else [mention]


def _one_person(second: Mention) -> bool:
    """Return whether the side after "and" says more of the person before it: "the doctor and activist"."""
    return second.is_singular and not (second.definite or second.indefinite)


def _can_speak(mention: Mention, scene: Scene) -> bool:
    return roles().can_speak(mention.lemma) or first_of((described, *NAMES, *BESIDE), mention, scene) is not None
