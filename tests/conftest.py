"""The fixtures that every part shares: the real models, loaded once, and where the shared data is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from claimcheck.defaults import default_models
from claimcheck.ports import Models

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # a property holds or not; how long it takes depends on what else the machine does


@pytest.fixture(scope="session")
def models() -> Models:
    """The real models, as the command line uses them."""
    return default_models()


@pytest.fixture(scope="session")
def data() -> Path:
    """The shared data to measure with; a test that needs it is skipped where it is missing."""
    folder = Path(os.environ.get("CLAIMCHECK_DATA", Path(__file__).parents[2] / "shared"))
    if not (folder / "seed").is_dir():
        pytest.skip(f"the data to measure with is not at {folder}: set CLAIMCHECK_DATA")
    return folder
