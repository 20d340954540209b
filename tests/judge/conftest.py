"""What the judging tests share: the knowledge that comes with claimcheck, and the verdict on two claims."""

from __future__ import annotations

import pytest
from accounts import Judged, pair

from claimcheck.judge import decide, rule_judges
from claimcheck.judge.detail import World
from claimcheck.judge.lexicon import lexicon
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Claim, Verdict
from claimcheck.settings import JudgingSettings


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.fixture(scope="session")
def world(knowledge: Knowledge) -> World:
    return World(knowledge, lexicon())


@pytest.fixture(scope="session")
def judged(knowledge: Knowledge) -> Judged:
    """Return what the rules on facts say of two claims of different sources."""

    def judge(a: Claim, b: Claim) -> Verdict:
        return decide([pair(a, b)], rule_judges(knowledge), JudgingSettings())[0].verdict

    return judge
