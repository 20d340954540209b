"""Networks on onnxruntime: on one thread each, and nothing is told to anybody about what runs here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

_SILENT = "ORT_DISABLE_TELEMETRY"
"""With this the library gives the machine no id and keeps no events to send to its makers: see decision 0001."""


def onnx_session(graph: Path | bytes, weights: Mapping[str, NDArray[Any]] | None = None) -> InferenceSession:
    """Return a network to run; `weights` are those that its graph leaves open, by their names.

    It runs on one thread: how a product is shared among several changes its last bits, and texts run side by side.
    Errors: whatever the library raises for a graph that it cannot load.
    """
    os.environ[_SILENT] = "1"  # read when the library is imported first
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # where another has imported it before
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    given = weights or {}
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in given.values()]
    options.add_external_initializers(list(given), values)
    source = graph if isinstance(graph, bytes) else str(graph)
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
