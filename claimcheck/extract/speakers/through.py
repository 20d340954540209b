"""Institutions that speak through something: an office, a spokesman, a statement, a tweet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extract.speakers.beside import named_first
from claimcheck.extract.speakers.by_name import NAMES
from claimcheck.extract.speakers.by_role import ROLES, of_the_country
from claimcheck.extract.speakers.described import described
from claimcheck.extract.speakers.gender import is_given_name
from claimcheck.extract.speakers.named import INDIVIDUALS, Speaker
from claimcheck.extract.speakers.names import source_of
from claimcheck.extract.speakers.pronouns import pronoun
from claimcheck.extract.speakers.recalled import by_kind
from claimcheck.extract.speakers.scene import (
    UNNAMED,
    Mention,
    Scene,
    before_comma,
    first_of,
    mention_at,
    named_source,
)
from claimcheck.extract.speakers.so_called import so_called
from claimcheck.extract.speakers.units import army_before, is_unit
from claimcheck.extract.speakers.unknown import other_name, unnamed
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.model import PRESS
from claimcheck.ports import Token

_LINKS = frozenset({"of", "for", "from", "by", "at", "in", "on"})
_FORMER = frozenset({"former", "ex", "ex-", "onetime", "ousted", "then"})
_NAMING = ("NOUN", "PROPN")


def office(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the office that its holder heads: "Netanyahu's office", "the office of President Lind"."""
    owner = mention.possessor or _office_of(mention)
    if mention.lemma != "office" or not owner or not mention.tree:
        return None
    holder = first_of((*NAMES, *ROLES, pronoun), _below(mention.tree, owner.i, scene), scene)
    if not holder or holder.source.kind not in INDIVIDUALS:
        return None
    registry = scene.knowledge.registry
    entry = registry.get(holder.source.id)
    known = registry.office(entry) if entry else None
    if not known and (before := _same_office(holder, scene)):
        return before
    words = mention.text.removeprefix("the ").removeprefix("The ")
    name = f"{holder.source.name}'s office" if mention.possessor else words
    source = source_of(known) if known else named_source(name, "office")
    return Speaker(source, f"the office of {holder.source.name}")


def _office_of(mention: Mention) -> Token | None:
    """Return the word for the holder in "the office of President Lind"."""
    tree, head = mention.tree, mention.head
    links = [child for child in tree.children(head.i, "prep") if child.lemma == "of"] if tree and head else []
    return tree.child(links[0].i, "pobj") if tree and links else None


def _same_office(holder: Speaker, scene: Scene) -> Speaker | None:
    """Return the office of somebody as it was called before."""
    offices = (t.speaker for t in scene.turns if t.speaker.source.kind == "office" and not t.speaker.person)
    return next((o for o in offices if holder.source.name in o.source.name), None)


def spokesman(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution whose spokesman a mention is, with the name that it gives; not a former one's."""
    first = before_comma(mention)
    voice = next((w for w in first.words if w.lemma in roles().spokesmen), None)
    if not voice or _is_former(first, voice):
        return None
    person = described(mention, scene) or named_first(mention, scene)
    name = (person.person or person.source.name) if person else None
    nameless = not person and not any(n.is_person for n in scene.named.inside(mention.span))
    speaker = person if person and person.person else _institution(voice, first, scene, guess=nameless)
    if not speaker or (person and speaker.source.kind in INDIVIDUALS):
        return None
    return Speaker(speaker.source, f"“{mention.text}” speaks for {speaker.source.name}", name or speaker.person)


def mouthpiece(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution whose statement or account the mention is."""
    if mention.lemma not in roles().mouthpieces or mention.lemma in roles().spokesmen:
        return None
    for named in (n for n in scene.named.inside(mention.span) if not n.is_person):
        return replace(named.speaker, step=f"“{mention.text}” speaks for {named.speaker.source.name}")
    others = (other_name,) if mention.lemma == "representative" else ()
    for owner in owners(mention, scene):
        if speaker := first_of((*NAMES, *ROLES, pronoun, *others), owner, scene):
            return replace(speaker, step=f"“{mention.text}” speaks for {speaker.source.name}")
    return None


def delegates(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the organisation for those who speak for it as a whole: "organisers from the union"."""
    if mention.lemma not in roles().delegates:
        return None
    for owner in owners(mention, scene):
        speaker = first_of((*NAMES, *ROLES, other_name), owner, scene)
        if speaker and speaker.source.kind not in (*INDIVIDUALS, UNNAMED):
            return replace(speaker, step=f"“{mention.text}” speak for {speaker.source.name}")
    return None


THROUGH = (mouthpiece, delegates)


def spoke_before(speaker: Speaker, scene: Scene) -> Speaker:
    """Return the institution for a person who spoke for it before: "Moe" after "the mill's spokesman, Karl Moe"."""
    if speaker.source.kind not in INDIVIDUALS or speaker.person:
        return speaker
    name = speaker.source.name
    voiced = (t.speaker for t in scene.turns if t.speaker.person == name and t.speaker.source != scene.outlet.source)
    institution = next(voiced, None)
    return replace(speaker, source=institution.source, person=name) if institution else speaker


def _institution(voice: Token, mention: Mention, scene: Scene, *, guess: bool) -> Speaker | None:
    """Return whom a spokesman speaks for: who is known in the article, else whoever the words name.

    `guess`: whether "the government" may be that of the country of which most is said. The name of a spokesman who is
    somebody else's would not fit such a guess.
    """
    known = [r for r in (*NAMES, *ROLES, so_called, _by_kind, pronoun) if guess or r is not of_the_country]
    mine = [n for n in scene.named.inside(mention.span) if not n.is_person]
    if mine:
        return mine[0].speaker
    found = list(owners(replace(mention, head=voice), scene))
    for owner in found:
        if speaker := first_of(known, owner, scene):
            return speaker
    if not found:
        return _spoke_last(scene)
    first = next((before_comma(owner) for owner in found if owner.head and owner.head.pos in _NAMING), None)
    if first and _is_field(first):
        return None
    if first and is_unit(first.words) and (army := army_before(mention, scene)):
        return army
    return (_named_owner(first, scene) or unnamed(first, scene)) if first else None


def _by_kind(owner: Mention, scene: Scene) -> Speaker | None:
    """Return the one institution in no registry that "the company" can mean; persons have no spokesmen here."""
    found = by_kind(owner, scene)
    return found if found and found.source.kind not in INDIVIDUALS else None


def _is_field(owner: Mention) -> bool:
    """Return whether a noun says for what somebody speaks, and not for whom: "a defence spokesman"."""
    head, known = owner.head, roles()
    if head is None or head.dep != "compound" or not head.text.islower():
        return False
    return not known.can_speak(head.lemma) and head.lemma not in known.enterprises | known.bodies | known.branches


def _named_owner(owner: Mention, scene: Scene) -> Speaker | None:
    """Return an organisation in no registry for which somebody speaks: "a spokeswoman for Blue Lines"."""
    speaker = other_name(owner, scene)
    if speaker is None or speaker.source.kind not in INDIVIDUALS or is_given_name(speaker.source.name.split()[0]):
        return speaker
    return replace(speaker, source=replace(speaker.source, kind="organisation"))


def _spoke_last(scene: Scene) -> Speaker | None:
    """Return the institution that spoke just before: whose "spokesman Karl Moe" is needs no saying then."""
    last = scene.turns[-1].speaker if scene.turns else None
    if last is None or last.members or last.source == scene.outlet.source:
        return None
    return None if last.source.kind in (*INDIVIDUALS, UNNAMED, *PRESS) else Speaker(last.source, last.step)


def _is_former(mention: Mention, voice: Token) -> bool:
    return any(w.lemma in _FORMER for w in mention.words if w.start < voice.start)


def owners(mention: Mention, scene: Scene) -> Iterator[Mention]:
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
