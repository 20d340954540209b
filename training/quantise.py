"""Weights in 8 bits, and products in 8 bits whose error is a row's own: for all networks that are trained here.

A product of a linear layer takes its input in 8 bits, with a scale for each row (a token), and its weights with a scale
for each column: so nothing that stands beside a token changes its numbers. The runtime's own dynamic quantisation has
one scale for a whole input, and the outliers of one token then cost all others: of 240 pairs, the judge of pairs gave
0.92 the label of float32, against 0.98 here. Weights have nearly 8 bits: x86 without VNNI adds two products in 16 bits,
which those of two neighbours in a column must not overflow. What comes from a GELU is at least -0.17: its range is
shifted, not halved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

STEPS = 127
"""Steps of the largest value that is kept; of weights, of the largest sum of two neighbours: 255 * 128 < 2**15."""
LEAST_OF_GELU = 0.1701
"""The minimum of x * Phi(x) is -0.16997."""

_RUNTIME = "com.microsoft"
"""The domain of what onnxruntime has besides ONNX: a product that is scaled by column while it is in the cache."""

_PRODUCT = re.compile(r"/network/(?P<layer>.*)/MatMul_output_0\.weights")
"""What the exporter calls the weights of a layer."""

_CONSTANTS: dict[str, NDArray[np.generic]] = {
    "steps": np.array(127, np.float32),
    "middle": np.array(128, np.float32),
    "zero": np.array(128, np.uint8),
    "one": np.array(1, np.float32),
    "shifted.steps": np.array(255, np.float32),
    "shifted.by": np.array(LEAST_OF_GELU, np.float32),
    "shifted.zero": np.array(0, np.uint8),
}


class _Quantiser:
    """The nodes and tensors of a graph in the making."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self.weights = {tensor.name: tensor for tensor in graph.initializer}
        self.of_gelu = {output for node in graph.node if _ends_gelu(node) for output in node.output}
        self.stored = [numpy_helper.from_array(value, name) for name, value in _CONSTANTS.items()]
        self.nodes: list[NodeProto] = []
        self.replaced: set[str] = set()
        self.inputs: set[str] = set()

    def add(self, kind: str, inputs: list[str], output: str, **attributes: int | str | list[int]) -> None:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"{output} ({kind})", **attributes))

    def store(self, name: str, values: NDArray[np.generic]) -> str:
        self.stored.append(numpy_helper.from_array(values, name))
        return name

    def product(self, node: NodeProto) -> None:
        """Put a product in 8 bits in the place of a MatMul by weights."""
        x, (output,) = node.input[0], node.output
        weights = numpy_helper.to_array(self.weights[node.input[1]]).astype(np.float32)
        self.replaced.add(node.input[1])
        shifted = x in self.of_gelu
        scale = _step(_sums(weights).max(axis=0))
        quantised = np.round(weights / scale).astype(np.int8)
        w = self.store(f"{output}.weights", quantised)
        columns = self.store(f"{output}.columns", scale)
        self.input(x, shifted)
        zero = "shifted.zero" if shifted else "zero"
        scaled = [f"{x}.u8", w, "one", columns, zero]
        self.add("MatMulIntegerToFloat", scaled, f"{output}.scaled", domain=_RUNTIME)
        if not shifted:
            self.add("Mul", [f"{output}.scaled", f"{x}.scale"], output)
            return
        self.add("Mul", [f"{output}.scaled", f"{x}.scale"], f"{output}.high")
        shift = -LEAST_OF_GELU * (quantised.astype(np.float32) * scale).sum(axis=0, dtype=np.float32)
        self.add("Add", [f"{output}.high", self.store(f"{output}.shift", shift)], output)

    def input(self, x: str, shifted: bool) -> None:
        """Bring an input to 8 bits, once for all products that read it."""
        if x in self.inputs:
            return
        self.inputs.add(x)
        if shifted:
            self.add("Add", [x, "shifted.by"], f"{x}.positive")
            self.add("ReduceMax", [f"{x}.positive"], f"{x}.most", axes=[-1], keepdims=1)
            self.add("Div", [f"{x}.most", "shifted.steps"], f"{x}.scale")
            self.add("Div", [f"{x}.positive", f"{x}.scale"], f"{x}.steps")
        else:
            self.add("Abs", [x], f"{x}.size")
            self.add("ReduceMax", [f"{x}.size"], f"{x}.most", axes=[-1], keepdims=1)
            self.add("Div", [f"{x}.most", "steps"], f"{x}.scale")
            self.add("Div", [x, f"{x}.scale"], f"{x}.signed")
            self.add("Add", [f"{x}.signed", "middle"], f"{x}.steps")
        self.add("Round", [f"{x}.steps"], f"{x}.round")
        self.add("Cast", [f"{x}.round"], f"{x}.u8", to=TensorProto.UINT8)

    def lookup(self, node: NodeProto) -> None:
        """Put a lookup in 8 bits, scaled afterwards, in the place of one in float."""
        (output,) = node.output
        values = numpy_helper.to_array(self.weights[node.input[0]])
        self.replaced.add(node.input[0])
        scale = _step(np.abs(values).max(axis=1, keepdims=True))
        self.add(
            "Gather",
            [self.store(f"{output}.table", np.round(values / scale).astype(np.int8)), node.input[1]],
            f"{output}.int8",
        )
        self.add("Gather", [self.store(f"{output}.rows", scale), node.input[1]], f"{output}.scale")
        self.add("Cast", [f"{output}.int8"], f"{output}.float", to=TensorProto.FLOAT)
        self.add("Mul", [f"{output}.float", f"{output}.scale"], output)


def quantised(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a model whose lookups of words and products by weights are in 8 bits."""
    graph = model.graph
    made = _Quantiser(graph)
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in made.weights:
            made.product(node)
        elif node.op_type == "Gather" and _is_table(made.weights.get(node.input[0])):
            made.lookup(node)
        else:
            made.nodes.append(node)
    kept = [tensor for name, tensor in made.weights.items() if name not in made.replaced]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend((*kept, *made.stored))
    graph.node.extend(made.nodes)
    model.opset_import.append(helper.make_opsetid(_RUNTIME, 1))
    onnx.checker.check_model(model)
    return model


def restored(model: onnx.ModelProto) -> dict[str, NDArray[np.generic]]:
    """Return the parameters that a quantised network of torch has: those kept in float32, and products scaled back."""
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    found = {name.removeprefix("network."): value for name, value in stored.items() if name.startswith("network.")}
    for name, values in stored.items():
        if product := _PRODUCT.fullmatch(name):
            columns = stored[name.removesuffix("weights") + "columns"]
            found[product["layer"].replace("/", ".") + ".weight"] = (values * columns).T
    return found


def large(model: onnx.ModelProto, least: int = 1 << 16) -> Iterator[TensorProto]:
    """Yield the tensors of at least so many bytes."""
    yield from (tensor for tensor in model.graph.initializer if len(tensor.raw_data) >= least)


def _ends_gelu(node: NodeProto) -> bool:
    return any("intermediate_act_fn" in output for output in node.output)


def _is_table(tensor: TensorProto | None) -> bool:
    return (
        tensor is not None and tensor.data_type == TensorProto.FLOAT and len(tensor.dims) == 2 and tensor.dims[0] > 1000
    )


def _sums(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what two neighbours in a column, rows 2k and 2k + 1, come to, those of one sign together."""
    pairs = weights.reshape(-1, 2, weights.shape[1])
    return np.maximum(pairs.clip(min=0).sum(axis=1), -pairs.clip(max=0).sum(axis=1))


def _step(most: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what one step is worth; where all is zero, 1."""
    return np.where(most == 0, 1, most / STEPS).astype(np.float32)
