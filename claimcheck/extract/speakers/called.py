"""By which pronoun an article calls a person in the sentences that are about the person."""

from __future__ import annotations

from claimcheck.extract.speakers.gender import Gender, of_pronoun
from claimcheck.extract.speakers.named import Named
from claimcheck.extract.speakers.scene import Scene


def called_in_text(name: str, scene: Scene) -> Gender | None:
    """Return what the pronouns right behind the places that name a person say; nothing where they say both."""
    named = (n for n in scene.named.persons_by_name.get(name, ()) if n.subject)
    found = {gender for gender in (_next_pronoun(n, scene) for n in named) if gender}
    return found.pop() if len(found) == 1 else None


def _next_pronoun(named: Named, scene: Scene) -> Gender | None:
    """Return what the first pronoun for a person says that follows a name in its sentence, with no other name before.

    What a person says may be about somebody else: "Lind said she had left".
    """
    tree = scene.document.tree_at(named.span)
    words = tree.within(named.span) if tree else []
    if not tree or not words:
        return None
    for word in tree.tokens[words[-1] + 1 : tree.sentence(words[-1])[1]]:
        other = scene.named.at(word.start)
        told = word.dep in ("nsubj", "nsubjpass") and tree.tokens[word.head].dep == "ccomp"
        if (other and other.is_person) or told:
            return None
        if gender := of_pronoun(word.text.casefold()):
            return gender
    return None
