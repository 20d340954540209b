"""From a mention to whoever answers for the words: an ordered table of resolvers, the first that knows wins."""

from __future__ import annotations

from claimcheck.extract.speakers.by_name import NAMES
from claimcheck.extract.speakers.by_role import ROLES
from claimcheck.extract.speakers.outlets import joint_source
from claimcheck.extract.speakers.pronouns import pronoun
from claimcheck.extract.speakers.scene import (
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
    members = _members(mention)
    if len(members) < 2:
        return None
    speakers = [resolve(member, scene) for member in members]
    sources = tuple(dict.fromkeys(speaker.source for speaker in speakers))
    if len(sources) == 1:
        return speakers[0]
    return Speaker(joint_source(list(sources)), "; ".join(speaker.step for speaker in speakers))


def other_name(mention: Mention, _: Scene) -> Speaker | None:
    """Return a source for a name that nothing else knows."""
    mention = before_comma(mention)
    head = mention.head
    if not head or head.pos != "PROPN" or mention.indefinite:
        return None
    name = " ".join(w.text for w in mention.words if w.pos != "DET" and w.tag != "POS")
    kind = "individual" if head.entity == "PERSON" else "organisation"
    return Speaker(named_source(name, kind), f"a name that is in no registry: {name}")


def unnamed(mention: Mention, scene: Scene) -> Speaker:
    """Return a source of its own for a mention that names nobody."""
    name = _plain(mention.text)
    return Speaker(unnamed_source(name, scene.document.article.id, mention.span.start), f"“{name}” names nobody")


RESOLVERS: tuple[Resolver, ...] = (antecedent, pronoun, *NAMES[:2], joint, *NAMES[2:], *THROUGH, *ROLES, other_name)
"""In the order in which they are asked."""


def resolve(mention: Mention, scene: Scene) -> Speaker:
    """Return who answers for the words of a mention."""
    return first_of(RESOLVERS, mention, scene) or unnamed(mention, scene)


def _members(mention: Mention) -> list[Mention]:
    """Return the coordinated parts of a mention; one where it has none."""
    tree, head = mention.tree, mention.head
    if not tree or not head:
        return [mention]
    heads = [head.i]
    for i in heads:
        heads += [
            word.i for word in tree.children(i, "conj") if word.pos in ("NOUN", "PROPN") and word in mention.words
        ]
    ends = sorted(heads)
    return [_member(mention, i, {j for j in ends if j != i}) for i in ends] if len(ends) > 1 else [mention]


def _member(mention: Mention, i: int, others: set[int]) -> Mention:
    assert mention.tree
    tree = mention.tree
    away = {k for j in others if i in {a.i for a in tree.ancestors(j)} for k in tree.subtree(j)}
    own = {j for j in tree.subtree(i) if j not in away and tree.tokens[j].dep not in ("cc", "preconj")}
    words = [w for w in mention.words if w.i in own]
    while len(words) > 1 and words[-1].pos == "PUNCT":
        words.pop()
    return part(mention, words)


def _plain(text: str) -> str:
    """Return words for display: one line, no capital on a first "A" or "The"."""
    words = text.split()
    if words and words[0].lower() in ("a", "an", "the", "some", "one", "another", "two", "several"):
        words[0] = words[0].lower()
    return " ".join(words)
