"""The words for what a finding is on."""

from __future__ import annotations

import pytest

from claimcheck.desk.marks import finding_words
from claimcheck.model import Aspect, Finding, Kind, Status


def finding(aspect: Aspect, of: str | None = None) -> Finding:
    return Finding(aspect, Status.BOTH_SAY, 0.9, "", (), of=of)


SHOT, INJURED = finding(Aspect.STATUS, "shoot"), finding(Aspect.STATUS, "injure")


@pytest.mark.parametrize(
    ("of", "kind", "beside", "negated", "words"),
    [
        (SHOT, Kind.EVENT, (SHOT,), False, "happened"),
        (SHOT, Kind.EVENT, (SHOT, INJURED), False, "happened (shoot)"),
        (INJURED, Kind.EVENT, (SHOT, INJURED), True, "did not happen (injure)"),
        (INJURED, Kind.STATE, (INJURED,), True, "is not so"),
        (SHOT, Kind.PLAN, (SHOT,), False, "planned"),
        (finding(Aspect.HOW_MANY, "kill"), Kind.EVENT, (), True, "how many (kill)"),
        (finding(Aspect.WHERE, "kill"), Kind.EVENT, (), True, "where"),
    ],
)
def test_points(of: Finding, kind: Kind, beside: tuple[Finding, ...], negated: bool, words: str) -> None:
    assert finding_words(of, kind, beside, negated) == words
