"""Work on many items at once: what comes of each is in its place."""

from __future__ import annotations

import time

import pytest

from claimcheck.backends.side_by_side import side_by_side


def test_what_is_made_comes_in_the_order_of_the_items() -> None:
    def slow_at_first(item: int) -> int:
        time.sleep(0.01 / (item + 1))
        return item * item

    assert side_by_side(slow_at_first, range(9)) == [n * n for n in range(9)]
    assert side_by_side(slow_at_first, ()) == []


def test_an_error_is_raised_where_the_work_was_asked_for() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda item: 1 // item, (1, 0))
