"""Where facts are silent, two threads are the less likely of one matter the more articles there are."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.group.prior import of_many, with_prior
from claimcheck.settings import GroupingSettings

SETTINGS = GroupingSettings(few_articles=8, of_many=0.5)


@pytest.mark.parametrize(("articles", "against"), [(0, 0.0), (1, 0.0), (8, 0.0), (16, 0.346574), (8_000, 3.453878)])
def test_few_articles_are_of_one_matter(articles: int, against: float) -> None:
    assert of_many(articles, SETTINGS) == pytest.approx(against, abs=1e-6)


def test_only_what_facts_do_not_settle_is_moved() -> None:
    scores = np.array([1.0, 1.0, -2.0])
    moved = with_prior(scores, np.array([True, False, True]), 16, SETTINGS)
    assert moved.tolist() == [0.653426, 1.0, -2.346574]
    assert with_prior(scores, np.array([True, False, True]), 8, SETTINGS).tolist() == scores.tolist()
