"""Any other sentence-transformers model as the `Embedder` of a run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.backends.folders import WAY_OUT, first_line, licence_in, model_folder, weights_sha256
from claimcheck.backends.text import encodable
from claimcheck.backends.torch_settings import no_progress_bar, one_thread
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Embedder

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

    from claimcheck.ports import Vectors

_BATCH = 32
_DIGITS = 6
"""Vectors are rounded, so that the last bits of a product decide nothing."""
_MODULES = "modules.json"
_NAMESPACE = "sentence-transformers"
"""Of the hub: a name without an owner is one of its models."""


def sentence_embedder(name: str) -> tuple[Embedder, ModelName]:
    """Return a sentence-transformers model by folder or hub name, loaded at once.

    Only a hub name of which there is no copy may use the network.
    Errors: `ModelError` where there is no such model.
    """
    folder = _named_folder(name).resolve()
    _sound(folder)
    _loaded(folder)
    return _embedder(folder), ModelName("embedder", name, str(folder), weights_sha256(folder), licence_in(folder))


def _named_folder(name: str) -> Path:
    own = Path(name).expanduser().exists() or "/" in name
    return model_folder(name if own else f"{_NAMESPACE}/{name}", _MODULES)


def _sound(folder: Path) -> None:
    """Refuse what is not a sentence-transformers model in safetensors, before the library tries it.

    Errors: `ModelError`.
    """
    try:
        modules = json.loads((folder / _MODULES).read_text(encoding="utf-8"))
        kinds = [str(module["type"]) for module in modules]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(
            f"{folder} is not a sentence-transformers model: no {_MODULES} that can be read", WAY_OUT
        ) from error
    if weights_sha256(folder) is None:
        raise ModelError(f"{folder} holds no weights in safetensors, the only form that is loaded", WAY_OUT)
    if not all(kind.startswith("sentence_transformers.") for kind in kinds):
        raise ModelError(f"{folder} needs code of its own, which is never run", "name a model without")


def _embedder(folder: Path) -> Embedder:
    def embed(texts: Sequence[str], /) -> Vectors:
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        with one_thread():
            rows = {text: row for batch in _batches(_loaded(folder), texts) for text, row in batch}
        return np.stack([rows[text] for text in texts])

    return embed


def _batches(model: SentenceTransformer, texts: Sequence[str]) -> Iterator[Iterable[tuple[str, NDArray[np.float32]]]]:
    """Yield the texts with their rows, each once, those of one length in tokens together.

    Texts of one length need no padding, and the rows of a product on one thread do not depend on how many there are: so
    a row depends on its text alone, to the last bit.
    """
    distinct = list(dict.fromkeys(texts))
    tokens = model.tokenizer([encodable(text) for text in distinct])["input_ids"]
    lengths: dict[int, list[str]] = {}
    for text, ids in zip(distinct, tokens, strict=True):
        lengths.setdefault(len(ids), []).append(text)
    for batch in lengths.values():
        ready = [encodable(text) for text in batch]
        rows = model.encode(ready, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
        yield zip(batch, np.asarray(rows, dtype=np.float32).round(_DIGITS), strict=True)


@cache
def _loaded(folder: Path) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    try:
        with no_progress_bar():
            return SentenceTransformer(
                str(folder),
                device="cpu",
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
    except Exception as error:  # the library raises whatever its loaders and its network client raise
        raise ModelError(f"cannot load the embedding model {folder}: {first_line(error)}", WAY_OUT) from error
