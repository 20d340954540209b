"""The network that the package ships, back in float32, so that training can go on from it.

Only what was trained is read from it: the layers held fast and the words are the encoder's own. A weight comes back as
near as 7 bits keep it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from claimcheck.backends.entailing.network import GRAPH

_WEIGHTS = re.compile(r"/network/(?P<layer>.*)/MatMul_output_0\.weights")
_PLAIN = re.compile(r"network\.(?P<name>.*)")


def restore(network: torch.nn.Module, folder: Path) -> None:
    """Put the weights of an exported judge into a network of the same shape, in place, but for those held fast.

    A head that has outputs more than the exported one keeps what it has for them.
    """
    graph = onnx.load(folder / GRAPH).graph
    stored = {tensor.name: tensor for tensor in graph.initializer}
    found: dict[str, NDArray[Any]] = {}
    for name, tensor in stored.items():
        if product := _WEIGHTS.fullmatch(name):
            columns = numpy_helper.to_array(stored[name.removesuffix("weights") + "columns"])
            weights = numpy_helper.to_array(tensor).astype(np.float32) * columns
            found[product["layer"].replace("/", ".") + ".weight"] = weights.T
        elif plain := _PLAIN.fullmatch(name):
            found[plain["name"]] = numpy_helper.to_array(tensor)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.requires_grad:
                values = torch.from_numpy(np.array(found[name]))
                parameter[: len(values)] = values
