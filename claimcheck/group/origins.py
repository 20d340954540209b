"""Which claims go back to one utterance or one text, and so are one voice.

An origin is made of whole claims: what a source said in one breath has one origin, whatever number of
propositions it holds. Claims come together for the same words, for a quotation inside a longer one, where an
outlet tells in its own words what its own source is quoted with in the same article, and where they came by one
agency or another teller between source and outlet.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.group.copies import copies
from claimcheck.group.material import Material
from claimcheck.group.partition import partition
from claimcheck.group.relayed import relayed
from claimcheck.group.restatements import restatements
from claimcheck.group.utterances import Utterance, utterances
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Origin, stable_id
from claimcheck.settings import GroupingSettings


def group_origins(
    material: Material, settings: GroupingSettings, knowledge: Knowledge | None = None
) -> tuple[Origin, ...]:
    """Return the origins: every proposition in exactly one, in the order of their first propositions."""
    claims = utterances(material)
    joins = [
        *copies(claims, settings),
        *restatements(claims, material.vectors, settings),
        *relayed(claims, material.vectors, knowledge or default_knowledge(), settings),
    ]
    return tuple(_origin([claims[i] for i in members], why) for members, why in partition(len(claims), joins))


def _origin(claims: Sequence[Utterance], reasons: Sequence[str]) -> Origin:
    members = tuple(telling.proposition.id for claim in claims for telling in claim.tellings)
    return Origin(stable_id("o", members[0]), members, "; ".join(reasons))
