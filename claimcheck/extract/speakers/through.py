"""Institutions that speak through something: an office, a spokesman, a statement, a tweet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.speakers.by_name import NAMES
from claimcheck.extract.speakers.by_role import ROLES
from claimcheck.extract.speakers.names import source_of
from claimcheck.extract.speakers.pronouns import pronoun
from claimcheck.extract.speakers.scene import INDIVIDUALS, Mention, Scene, Speaker, first_of, mention_at, named_source
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree

_LINKS = frozenset({"of", "for", "from", "by", "at", "in", "on"})


def office(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the office that its holder heads: "Netanyahu's office", "the president's office"."""
    owner = mention.possessor
    if mention.lemma != "office" or not owner or not mention.tree:
        return None
    holder = first_of((*NAMES, *ROLES, pronoun), _below(mention.tree, owner.i, scene), scene)
    if not holder or holder.source.kind not in INDIVIDUALS:
        return None
    registry = scene.knowledge.registry
    entry = registry.get(holder.source.id)
    known = registry.office(entry) if entry else None
    source = source_of(known) if known else named_source(f"{holder.source.name}'s office", "office")
    return Speaker(source, f"the office of {holder.source.name}")


def mouthpiece(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution whose spokesman, statement or account the mention is."""
    if mention.lemma not in roles().mouthpieces:
        return None
    inside = [n for n in scene.named if mention.span.contains(n.span)]
    people = [n for n in inside if n.speaker.source.kind in INDIVIDUALS]
    person = people[0].speaker.source.name if people and mention.lemma.startswith("spokes") else None
    for named in (n for n in inside if n not in people):
        return replace(named.speaker, step=f"“{mention.text}” speaks for {named.speaker.source.name}", person=person)
    for owner in _owners(mention, scene):
        if speaker := first_of((*NAMES, *ROLES, pronoun), owner, scene):
            return replace(speaker, step=f"“{mention.text}” speaks for {speaker.source.name}")
    return None


THROUGH = (office, mouthpiece)


def _owners(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """Yield the mentions inside a mention that may own it: "the army's", "army", "of the army"."""
    tree, head = mention.tree, mention.head
    if not tree or not head:
        return
    for child in tree.children(head.i, "poss", "compound", "nmod", "amod"):
        yield _below(tree, child.i, scene)
    following = tree.tokens[mention.words[-1].i + 1 : mention.words[-1].i + 2]
    for preposition in (*tree.children(head.i, "prep", "agent"), *following):
        if preposition.lemma in _LINKS:
            for owner in tree.children(preposition.i, "pobj"):
                yield _below(tree, owner.i, scene)


def _below(tree: Tree, i: int, scene: Scene) -> Mention:
    """Return the words that hang on token `i`, without a possessive ending."""
    below = [j for j in tree.subtree(i) if tree.tokens[j].tag != "POS"]
    return mention_at(scene.document, tree.span(below or [i]))
