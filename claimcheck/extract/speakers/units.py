"""Spokesmen of a unit of an army, which just spoke: "Colonel Lind, spokesman for the 22nd military region"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.speakers.named import INDIVIDUALS, Speaker
from claimcheck.extract.speakers.scene import Mention, Scene
from claimcheck.extract.speakers.titles import after_name
from claimcheck.extract.speakers.words import roles
from claimcheck.ports import Token

_LONGEST = 9
"""Words of an apposition."""


def spoken_for_army(speaker: Speaker, mention: Mention, scene: Scene) -> Speaker:
    """Return the army for a person who is called a spokesman of one of its units right after its own words."""
    tree, army = mention.tree, army_before(mention, scene)
    if not tree or not army or speaker.person or speaker.source.kind not in INDIVIDUALS:
        return speaker
    beside = after_name(tree, mention.words[-1].i + 1, _LONGEST)
    if roles().spokesmen.isdisjoint(word.lemma for word in beside) or not is_unit(beside):
        return speaker
    return Speaker(army.source, f"{speaker.step}, who speaks for {army.source.name}", speaker.source.name)


def army_before(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the army that spoke last, in the passage of a mention, with no more than a quotation between."""
    last, tree = (scene.turns[-1] if scene.turns else None), mention.tree
    if not last or not tree or not mention.words or last.speaker.source.kind != "army":
        return None
    words = tree.within(last.span) if tree.holds(last.span) else []
    near = bool(words) and mention.words[0].sentence - tree.tokens[words[0]].sentence <= 2
    return last.speaker if near and last.speaker.person is None else None


def is_unit(words: Sequence[Token]) -> bool:
    """Return whether words are about a unit that has no name but a number: "the 22nd Brigade", "a military region".

    One with a name, "the Falcon Brigade", may be of other fighters.
    """
    units = roles().units
    for n, word in enumerate(words):
        before = words[n - 1] if n else None
        numbered = before is not None and (before.text[0].isdigit() or before.entity == "ORDINAL")
        if word.lemma.casefold() in units and (word.text.islower() or numbered):
            return True
        if word.text == "military" and n + 1 < len(words) and words[n + 1].text.islower():
            return True
    return False
