"""From a mention to whoever answers for the words: an ordered table of resolvers, the first that knows wins."""

from __future__ import annotations

from claimcheck.extract.speakers.beside import BESIDE
from claimcheck.extract.speakers.by_name import NAMES, registered, surname, titled
from claimcheck.extract.speakers.by_role import ROLES
from claimcheck.extract.speakers.outlets import joint_source
from claimcheck.extract.speakers.own import answered_for, own_head, own_institution, own_institution_first, own_staff
from claimcheck.extract.speakers.pronouns import pronoun
from claimcheck.extract.speakers.scene import (
    Mention,
    Resolver,
    Scene,
    Speaker,
    first_of,
    mention_at,
    part,
)
from claimcheck.extract.speakers.through import THROUGH
from claimcheck.extract.speakers.unknown import other_name, other_office, owned, unnamed
from claimcheck.extract.speakers.words import roles
from claimcheck.ports import Token

_LONGEST = 60
"""Words of a mention that are still looked at one by one: longer ones come from broken parses."""


def antecedent(mention: Mention, scene: Scene) -> Speaker | None:
    """Return whom a relative "who" or "which" stands for."""
    head, tree = mention.head, mention.tree
    if not head or not tree or head.tag not in ("WP", "WDT") or head.text.isupper():
        return None
    verb = next((word for word in tree.ancestors(head.i) if word.dep in ("relcl", "acl")), None)
    if not verb or verb.head == verb.i:
        return None
    below = set(tree.subtree(verb.i))
    words = [tree.tokens[i] for i in tree.subtree(verb.head) if i not in below and tree.tokens[i].start < head.start]
    return resolve(mention_at(scene.document, tree.span(word.i for word in words)), scene) if words else None


def joint(mention: Mention, scene: Scene) -> Speaker | None:
    """Return one source made of several that speak together: "the SOHR and medics"."""
    if len(mention.words) > _LONGEST:
        return None
    speakers = [resolve(member, scene) for member in _members(mention, scene)]
    sources = list(dict.fromkeys(speaker.source for speaker in speakers))
    if len(sources) < 2:
        return speakers[0] if speakers else None
    return Speaker(joint_source(sources), "; ".join(s.step for s in speakers), members=tuple(speakers))


RESOLVERS: tuple[Resolver, ...] = (
    antecedent,
    pronoun,
    surname,
    registered,
    joint,
    own_staff,
    own_head,
    *NAMES,
    *THROUGH,
    *BESIDE,
    own_institution_first,
    *ROLES,
    own_institution,
    titled,
    owned,
    other_office,
    other_name,
)
"""In the order in which they are asked."""


def resolve(mention: Mention, scene: Scene) -> Speaker:
    """Return who answers for the words of a mention."""
    return answered_for(first_of(RESOLVERS, mention, scene) or unnamed(mention, scene), mention, scene)


def _members(mention: Mention, scene: Scene) -> list[Mention]:
    """Return the sides of the "and" in a mention, where each of them can speak; nothing where there is none."""
    for n, word in enumerate(mention.words):
        if word.lemma == "and" and not _joins_owners(mention, word) and 0 < n < len(mention.words) - 1:
            sides = [part(mention, mention.words[:n]), part(mention, mention.words[n + 1 :])]
            if all(_can_speak(side, scene) for side in sides) and not _one_person(sides[1]):
                return [member for side in sides for member in _members(side, scene) or _listed(side, scene)]
    return []


def _joins_owners(mention: Mention, link: Token) -> bool:
    """Return whether an "and" joins those to whom several belong: "the leaders of Norway and Chile"."""
    head = mention.head
    several = head is not None and head.tag == "NNS" and roles().can_speak(head.lemma)
    return several and head is not None and link.dep == "cc" and head.i < link.head < link.i


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
