"""What the extraction comes to, for one article or for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.extract.backdrop import Backdrop
from claimcheck.model import Claim, Link, Notice


@dataclass(frozen=True)
class Extraction:
    """What was found: claims by article and position, the links between them, problems that did not stop the run.

    `backdrops` are those of the articles that were searched, by id. An article that could not be read is not `whole`.
    """

    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    notices: tuple[Notice, ...] = ()
    backdrops: tuple[Backdrop, ...] = ()
    whole: bool = True


def together(parts: Iterable[Extraction]) -> Extraction:
    """Return several extractions as one, in their order."""
    found = tuple(parts)
    return Extraction(
        tuple(claim for extraction in found for claim in extraction.claims),
        tuple(link for extraction in found for link in extraction.links),
        tuple(notice for extraction in found for notice in extraction.notices),
        tuple(backdrop for extraction in found for backdrop in extraction.backdrops),
    )
