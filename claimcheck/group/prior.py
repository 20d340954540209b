"""How likely two threads are to be of one matter where facts are silent: the less, the more articles there are.

A desk that gives a few articles gives them because they are of one matter, and the weights are fitted on such. A folder
of many holds many matters, and words that are only of one topic are no sign of one happening there.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimcheck.settings import GroupingSettings

    Scores = NDArray[np.float64]

_DIGITS = 6
"""Log-odds are rounded, so that the last bits decide nothing."""


def of_many(articles: int, settings: GroupingSettings) -> float:
    """Return the log-odds against two threads of so many articles on which facts are silent; 0 for a few articles."""
    return settings.of_many * log(max(1.0, articles / settings.few_articles))


def with_prior(scores: Scores, silent: NDArray[np.bool_], articles: int, settings: GroupingSettings) -> Scores:
    """Return the log-odds of pairs, less by that where facts are silent."""
    return np.where(silent, scores - of_many(articles, settings), scores).round(_DIGITS)
