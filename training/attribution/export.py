"""Write the trained tagger as ONNX with its products in 8 bits: `python -m training.attribution.export`.

A window is run by itself, so nothing is padded and no mask is needed.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from transformers import AutoConfig, AutoModel

from claimcheck.backends.tagging.decode import TAGS
from claimcheck.backends.tagging.onnx_tagger import CONFIG, WEIGHTS
from claimcheck.backends.tagging.shapes import SHAPES
from claimcheck.backends.weights import file_sha256
from training.attribution.network import Tagger
from training.quantise import quantised


class _OneWindow(torch.nn.Module):
    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        tags, arcs = self.network(ids, shapes)
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


if __name__ == "__main__":
    main()
