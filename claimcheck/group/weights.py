"""The weights of evidence, fitted offline: see weights.toml for what they were fitted on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Weights:
    """A bias and one weight a feature; what they add up to is log-odds."""

    bias: float
    of: Mapping[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds for features by name, rounded so that ties are ties."""
        return round(self.bias + sum(weight * features[name] for name, weight in self.of.items()), 6)


@cache
def weights(name: str) -> Weights:
    """Return a table of weights.toml: "goes_on" or "same_matter"."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))[name]
    return Weights(table.pop("bias"), table)
