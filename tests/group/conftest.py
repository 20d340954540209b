"""What the tests of grouping share."""

from __future__ import annotations

import pytest

from claimcheck.knowledge import Knowledge, default_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return default_knowledge()
