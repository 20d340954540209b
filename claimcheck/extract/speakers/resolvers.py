"""From a mention to whoever answers for the words: an ordered table of resolvers, the first that knows wins."""

from __future__ import annotations

from claimcheck.extract.speakers.beside import BESIDE
from claimcheck.extract.speakers.by_name import NAMES, registered, surname, titled
from claimcheck.extract.speakers.by_role import ROLES
from claimcheck.extract.speakers.described import described
from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.own import (
    answered_for,
    own_head,
    own_institution,
    own_institution_first,
    own_name,
    own_staff,
)
from claimcheck.extract.speakers.possessed import belonging
from claimcheck.extract.speakers.pronouns import pronoun
from claimcheck.extract.speakers.recalled import by_description, by_epithet, by_kind
from claimcheck.extract.speakers.scene import Mention, Resolver, Scene, first_of, mention_at
from claimcheck.extract.speakers.so_called import so_called
from claimcheck.extract.speakers.texts import issued, text_earlier
from claimcheck.extract.speakers.through import THROUGH, office, spoke_before, spokesman
from claimcheck.extract.speakers.together import described_together, joint, recalled_together
from claimcheck.extract.speakers.units import spoken_for_army
from claimcheck.extract.speakers.unknown import another, other_name, other_office, owned, unnamed


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


RESOLVERS: tuple[Resolver, ...] = (
    antecedent,
    pronoun,
    own_name,
    office,
    spokesman,
    described,
    surname,
    registered,
    described_together,
    joint,
    recalled_together,
    own_staff,
    own_head,
    *NAMES,
    *THROUGH,
    issued,
    *BESIDE,
    own_institution_first,
    belonging,
    text_earlier,
    *ROLES,
    by_description,
    by_epithet,
    so_called,
    by_kind,
    own_institution,
    titled,
    another,
    owned,
    other_office,
    other_name,
)
"""In the order in which they are asked."""


def resolve(mention: Mention, scene: Scene) -> Speaker:
    """Return who answers for the words of a mention."""
    speaker = first_of(RESOLVERS, mention, scene) or unnamed(mention, scene)
    voiced = spoken_for_army(spoke_before(speaker, scene), mention, scene)
    return answered_for(voiced, mention, scene)
