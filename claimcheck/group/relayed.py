"""Claims that came by one teller: an agency's text in two outlets, one person by way of one channel.

Whoever prints an agency tells what it told, in whatever words: claims near in meaning with the same figures and no
other names, which the articles have from one agency, are one voice. So is what two outlets have from one source by
way of one third: their chains end alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group.cosines import means
from claimcheck.group.credits import AGENCY, agency, credited
from claimcheck.group.partition import Join
from claimcheck.group.ragged import Ragged
from claimcheck.group.utterances import Utterance
from claimcheck.group.words import names_clash
from claimcheck.model import Voice
from claimcheck.settings import GroupingSettings

if TYPE_CHECKING:
    from claimcheck.knowledge import Knowledge
    from claimcheck.ports import Vectors

_DIGITS = 5
"""Similarities are rounded, so that the last bits of a product decide nothing."""
_OWN = "in its own words"
"""Who speaks where an agency itself does: it, and whoever prints it in the outlet's own voice."""
_MOST = 200
"""Claims of one teller, speaker and figures of which every two are weighed; more are not one story."""


def relayed(
    claims: Sequence[Utterance], vectors: Vectors, knowledge: Knowledge, settings: GroupingSettings
) -> Iterator[Join]:
    """Yield the claims of different articles that tell what one teller told, by their indices."""
    articles = {u.tellings[0].article.id: u.tellings[0].article for u in claims}
    printed = {id_: credited(article, knowledge) for id_, article in articles.items()}
    for (teller, *_), group in _by_teller(claims, printed, knowledge).items():
        for i, j in _near(group[:_MOST], claims, vectors, settings.restated):
            a, b = claims[i], claims[j]
            if a.claim.article != b.claim.article and not names_clash(a.claim.text, b.claim.text):
                yield Join(i, j, _reason(teller, a, b, knowledge))


def _near(
    group: Sequence[int], claims: Sequence[Utterance], vectors: Vectors, least: float
) -> Iterator[tuple[int, int]]:
    """Yield every two of a group that are near in meaning: the means of the vectors of their propositions."""
    middle = means(vectors, Ragged.of([[telling.row for telling in claims[i].tellings] for i in group]))
    near = (middle @ middle.T).round(_DIGITS) >= least
    return ((group[i], group[j]) for i, j in np.argwhere(np.triu(near, 1)).tolist())


def _by_teller(
    claims: Sequence[Utterance], printed: Mapping[str, frozenset[str]], knowledge: Knowledge
) -> dict[tuple[str, Hashable, Hashable], list[int]]:
    """The compared claims under each teller that they came by, with who speaks and what no retelling changes."""
    found: dict[tuple[str, Hashable, Hashable], list[int]] = {}
    for i, claim in enumerate(claims):
        if claim.compared:
            for teller in _tellers(claim, printed[claim.claim.article], knowledge):
                found.setdefault((teller, _speaker(claim), (claim.figures, frozenset(claim.digits))), []).append(i)
    return found


def _tellers(claim: Utterance, printed: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    """Who told what a claim says before its outlet did: agencies by id, others in the chain by name."""
    source, between = claim.claim.source, claim.claim.chain[1:-1]
    of_chain = {agency(name, knowledge) or name.casefold() for name in between}
    return frozenset(of_chain | printed | ({source.id} if source.kind == AGENCY else set()))


def _speaker(claim: Utterance) -> str:
    source = claim.claim.source
    return _OWN if claim.claim.voice is Voice.NARRATION or source.kind == AGENCY else source.id


def _reason(teller: str, a: Utterance, b: Utterance, knowledge: Knowledge) -> str:
    entry = knowledge.registry.get(teller)
    name = entry.name if entry else next(n for n in a.claim.chain if n.casefold() == teller)
    outlets = " and ".join(sorted({u.claim.outlet or "an outlet not given" for u in (a, b)}))
    return f"{outlets} tell it after {name}"
