"""Write the tagger that the package ships as a checkpoint again: `python -m training.attribution.restore`.

Its words are the encoder's own, since training holds them fast; a weight comes back as near as 8 bits keep it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch
from transformers import AutoModel

from claimcheck.backends.tagging.onnx_tagger import WEIGHTS, default_folder
from training.attribution.network import Tagger
from training.quantise import restored


def main() -> None:
    """Write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=default_folder() / WEIGHTS)
    parser.add_argument("--checkpoint", type=Path, required=True)
    options = parser.parse_args()
    network = Tagger(AutoModel.from_pretrained(options.encoder, add_pooling_layer=False))
    state = network.state_dict() | restored(onnx.load(options.weights))
    network.load_state_dict(state)
    options.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"network": state}, options.checkpoint)


if __name__ == "__main__":
    main()
