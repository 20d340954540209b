"""Write the trained tagger as ONNX with its weights in 8 bits: `python -m training.attribution.export`.

Only the weights are quantised, a scale for each row of the embeddings and each column of a matrix, so that a score
depends on nothing but its window.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper
from transformers import AutoConfig, AutoModel

from claimcheck.backends.tagging.decode import TAGS
from claimcheck.backends.tagging.onnx_tagger import CONFIG, WEIGHTS
from claimcheck.backends.tagging.shapes import SHAPES
from claimcheck.backends.weights import file_sha256
from training.attribution.network import Tagger

SMALLEST = 4096
"""Values of the smallest tensor worth quantising."""


class _OneWindow(torch.nn.Module):
    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        tags, arcs = self.network(ids, shapes, torch.ones_like(ids))
        return tags, arcs


def main() -> None:
    """Export the last checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="claimcheck-tagger-1")
    options = parser.parse_args()
    network = loaded(options.encoder, options.checkpoint)
    options.out.mkdir(parents=True, exist_ok=True)
    plain = options.checkpoint.with_suffix(".onnx")
    sample = torch.arange(1, 33)[None]
    torch.onnx.export(
        _OneWindow(network),
        (sample, torch.zeros_like(sample)),
        str(plain),
        input_names=["ids", "shapes"],
        output_names=["tags", "arcs"],
        dynamic_axes={name: {1: "tokens"} for name in ("ids", "shapes", "tags")} | {"arcs": {1: "tokens", 2: "tokens"}},
        opset_version=17,
        dynamo=False,
    )
    onnx.save(quantised(onnx.load(plain)), options.out / WEIGHTS)
    shutil.copy(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    config = {
        "name": options.name,
        "licence": "see README.md beside it",
        "tags": TAGS,
        "shapes": SHAPES,
        "sha256": file_sha256(options.out / WEIGHTS),
    }
    (options.out / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def loaded(encoder: Path, checkpoint: Path) -> Tagger:
    """Return the network of a checkpoint, ready to score."""
    config = AutoConfig.from_pretrained(encoder)
    network = Tagger(AutoModel.from_config(config, add_pooling_layer=False, attn_implementation="eager"))
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    return network.eval()


def quantised(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a model whose large matrices are stored in 8 bits, each with two nodes that scale it back.

    The runtime folds a cast and a product of constants once, when it loads; a DequantizeLinear it would run each time.
    """
    graph = model.graph
    rows = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    kept: list[onnx.TensorProto] = []
    nodes: list[onnx.NodeProto] = []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.ndim != 2 or values.size < SMALLEST:
            kept.append(tensor)
            continue
        stored, scaling = _in_8_bits(tensor.name, values, by_row=tensor.name in rows)
        kept += stored
        nodes += scaling
    nodes += graph.node
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def _in_8_bits(name: str, values: NDArray[np.float32], by_row: bool) -> tuple[list[TensorProto], list[NodeProto]]:
    scale = np.abs(values).max(axis=1 if by_row else 0, keepdims=True) / 127
    scale[scale == 0] = 1
    stored = [
        numpy_helper.from_array(np.round(values / scale).astype(np.int8), f"{name}.int8"),
        numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"),
    ]
    cast = helper.make_node("Cast", [f"{name}.int8"], [f"{name}.cast"], name=f"{name}.cast", to=TensorProto.FLOAT)
    return stored, [cast, helper.make_node("Mul", [f"{name}.cast", f"{name}.scale"], [name], name=f"{name}.scaled")]


if __name__ == "__main__":
    main()
