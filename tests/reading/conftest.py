"""What the tests of reading share."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest


@pytest.fixture
def paste(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""
    return lambda raw: monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(raw)))
