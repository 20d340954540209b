"""Texts that whoever published them speaks in: posts, press releases, statements of what is in no registry."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from claimcheck.extract.prose import passages
from claimcheck.extract.quotes import find_quotations
from claimcheck.knowledge import is_called_as_press
from claimcheck.model import Article

_ENTITLED = re.compile(
    r"\W*(?:(?:press|media|news|official|public|joint|open) )?(?:statement|release|communiqu[eé]|notice|letter)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"(?:^|[.!?]\s+)(?:We|Our)\s")
_LEAST = 2
"""Sentences with "we" that make a text the publisher's own: one alone is a note of the desk."""


@lru_cache(maxsize=64)  # asked of each speaker in an article
def speaks_for_itself(article: Article) -> bool:
    """Tell whether the outlet of an article, known to no registry, is who speaks in it and no paper.

    It does in a post of an account ("@HarbourWatch"), under a title such as "Statement on the collision", and where
    sentences outside of quotation marks begin with "we" or "our"; a name such as "Bay Herald" is a paper's.
    """
    outlet = article.outlet or ""
    if outlet.startswith("@"):
        return True
    if not outlet or is_called_as_press(outlet):
        return False
    return _ENTITLED.match(article.title or "") is not None or _says_we(article)


def _says_we(article: Article) -> bool:
    found = passages(article)
    quoted = sorted(quotation.outer for quotation in find_quotations(found))
    starts = [span.start for span in quoted]

    def outside(at: int) -> bool:
        before = bisect_right(starts, at) - 1
        return before < 0 or at >= quoted[before].end

    at = (passage.start + match.end() for passage in found for match in _WE.finditer(passage.text))
    return sum(map(outside, at)) >= _LEAST
