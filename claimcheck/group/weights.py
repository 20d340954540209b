"""The weights of evidence, fitted offline: see weights.toml for what they were fitted on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Weights:
    """A bias and one weight a feature; what they add up to is log-odds."""

    bias: float
    of: Mapping[str, float]

    def of_table(self, names: Sequence[str], table: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of each row of a table whose columns have names, rounded so that ties are ties."""
        return np.asarray((self.bias + table @ [self.of.get(name, 0.0) for name in names]).round(6))

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log-odds for features by name, rounded so that ties are ties."""
        return round(self.bias + sum(weight * features[name] for name, weight in self.of.items()), 6)


@cache
def weights(name: str) -> Weights:
    """Return a table of weights.toml: "goes_on" or "same_matter"."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))[name]
    return Weights(table.pop("bias"), table)
