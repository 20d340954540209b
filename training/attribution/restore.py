"""Write the tagger that the package ships as a checkpoint again: `python -m training.attribution.restore`.

Its words are the encoder's own, since training holds them fast; a weight comes back as near as 8 bits keep it.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from transformers import AutoModel

from claimcheck.backends.tagging.onnx_tagger import WEIGHTS, default_folder
from training.attribution.network import Tagger

_PRODUCT = re.compile(r"/network/(?P<layer>.*)/MatMul_output_0\.weights")


def main() -> None:
    """Write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=default_folder() / WEIGHTS)
    parser.add_argument("--checkpoint", type=Path, required=True)
    options = parser.parse_args()
    network = Tagger(AutoModel.from_pretrained(options.encoder, add_pooling_layer=False))
    state = network.state_dict() | shipped(onnx.load(options.weights))
    network.load_state_dict(state)
    options.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"network": state}, options.checkpoint)


def shipped(model: onnx.ModelProto) -> dict[str, torch.Tensor]:
    """Return the parameters that an exported network holds in float32, and those of its products, scaled back."""
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    found = {name.removeprefix("network."): values for name, values in stored.items() if name.startswith("network.")}
    for name, values in stored.items():
        if product := _PRODUCT.fullmatch(name):
            columns = stored[name.removesuffix("weights") + "columns"]
            found[product["layer"].replace("/", ".") + ".weight"] = (values * columns).T
    return {name: torch.tensor(values) for name, values in found.items()}


if __name__ == "__main__":
    main()
