"""Write the trained judge of pairs for the package.

    python -m training.entailment.export --encoder DIR --checkpoint FILE [--float32 DIR]

The graph goes into one file, the table of words and the layers into two beside it, none over the 95 MB that a host of
repositories takes.
"""

from __future__ import annotations

import argparse
import json
import shutil
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
from onnx.external_data_helper import set_external_data

from claimcheck.backends.entailing.labels import CONFIG
from claimcheck.backends.entailing.network import GRAPH, INPUT, LAYERS, OUTPUT, WORDS, default_folder
from claimcheck.backends.entailing.onnx_matcher import OUTPUTS
from claimcheck.backends.weights import file_sha256
from training.entailment.data import LABELS, OF_ENTAILMENT
from training.entailment.train import untrained
from training.quantise import large, quantised


class _OnePair(torch.nn.Module):
    """The network on pairs of one length in tokens, with nothing padded."""

    def __init__(self, network: torch.nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.network(input_ids=ids, attention_mask=torch.ones_like(ids)).logits
        return logits


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=default_folder())
    parser.add_argument("--name", default="claimcheck-judge-2")
    parser.add_argument("--float32", type=Path, help="write the unquantised network there too, for comparison")
    options = parser.parse_args()
    network = untrained(options.encoder, frozen=0)
    network.load_state_dict(torch.load(options.checkpoint, weights_only=True)["network"])
    network.eval()
    if options.float32:
        _of_entailment(network).save_pretrained(options.float32)
        for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
            shutil.copy(options.encoder / name, options.float32 / name)
    options.out.mkdir(parents=True, exist_ok=True)
    written = _written(quantised(_graph(network)), options.out)
    shutil.copy(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    config = {
        "name": options.name,
        "licence": "see README.md beside it",
        "id2label": dict(enumerate(LABELS[:OF_ENTAILMENT])),
        OUTPUTS: {name.split()[0]: i for i, name in enumerate(LABELS) if i >= OF_ENTAILMENT},
        "sha256": {name: file_sha256(options.out / name) for name in written},
    }
    (options.out / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def _of_entailment(network: Any) -> Any:
    """Return the network with the outputs that say how the hypothesis stands to the premise, as any cross-encoder."""
    alone = deepcopy(network)
    head = alone.classifier.out_proj
    head.weight, head.bias = (torch.nn.Parameter(values[:OF_ENTAILMENT].clone()) for values in (head.weight, head.bias))
    alone.config.id2label = dict(enumerate(LABELS[:OF_ENTAILMENT]))
    alone.config.label2id = {label: i for i, label in alone.config.id2label.items()}
    return alone


def _graph(network: torch.nn.Module) -> onnx.ModelProto:
    with TemporaryDirectory() as folder:
        plain = Path(folder) / GRAPH
        torch.onnx.export(
            _OnePair(network),
            (torch.arange(1, 33)[None],),
            str(plain),
            input_names=[INPUT],
            output_names=[OUTPUT],
            dynamic_axes={INPUT: {0: "pairs", 1: "tokens"}, OUTPUT: {0: "pairs"}},
            opset_version=17,
            dynamo=False,
        )
        return onnx.load(plain)


def _written(model: onnx.ModelProto, folder: Path) -> tuple[str, ...]:
    """Write the graph with its large tensors in files beside it, and return the names of all."""
    for name in (WORDS, LAYERS):
        (folder / name).unlink(missing_ok=True)
    for tensor in large(model):
        set_external_data(tensor, location=WORDS if tensor.name.endswith(".table") else LAYERS)
    onnx.save(model, folder / GRAPH)
    for name in (GRAPH, LAYERS, WORDS):
        (folder / name).chmod(0o644)  # the library keeps what it writes beside a graph to its owner
    return (GRAPH, LAYERS, WORDS)


if __name__ == "__main__":
    main()
