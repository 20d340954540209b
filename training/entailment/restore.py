"""The network that the package ships, back in float32, so that training can go on from it.

Only what was trained is read from it: the layers held fast and the words are the encoder's own.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch

from claimcheck.backends.entailing.network import GRAPH
from training.quantise import restored


def restore(network: torch.nn.Module, folder: Path) -> None:
    """Put the weights of an exported judge into a network of the same shape, in place, but for those held fast.

    A head that has more outputs than the exported one keeps what it has for the others.
    """
    found = restored(onnx.load(folder / GRAPH))
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.requires_grad:
                values = torch.from_numpy(np.array(found[name], dtype=np.float32))
                parameter[: len(values)] = values
