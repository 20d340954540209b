"""Where a model that the user named is: a folder, the hub's copy on this disk, or else the hub, asked once."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from claimcheck.backends.weights import file_sha256, folder_sha256
from claimcheck.errors import ModelError

SECONDS = 5
"""So long one attempt to reach the hub may take."""
_HUB_NAME = re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)?")
_UNUSED = ("*pytorch_model.bin", "*.h5", "*.ot", "*.msgpack", "*.onnx", "*.whl", "*.py", "onnx/*", "openvino/*")
"""Files of the hub that are never loaded: weights in other forms, and code."""

_LICENCE = re.compile(r"\A---\s*\n(?:.*\n)*?license:[ \t]*([\w.+-]+)")
WAY_OUT = "fetch it once with a network, or copy its folder here and name that; docs/models.md says how"


def model_folder(name: str, whole: str) -> Path:
    """Return the folder of a model by its path or its name on the hub; `whole` is a file that each such model has.

    The copy that the hub's client keeps on this disk comes first. Then the hub is asked once, for a few seconds.
    Errors: `ModelError` where there is no such folder, no such name, or no copy and no network.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    if folder.exists() or not _HUB_NAME.fullmatch(name):
        raise ModelError(f"{name} is neither a folder nor the name of a model on the hub", WAY_OUT)
    kept = _kept(name, whole)
    if kept is None:
        _reachable(name)
        kept = _fetched(name)
    return kept


def weights_sha256(folder: Path) -> str | None:
    """Return the checksum of a model's weights: of the one file, or of all together; none where none can be loaded."""
    weights = sorted(folder.rglob("*.safetensors"))
    if not weights:
        return None
    return file_sha256(weights[0]) if len(weights) == 1 else folder_sha256(folder, "*.safetensors")


def licence_in(folder: Path) -> str | None:
    """Return the licence that the model card in a folder names."""
    try:
        found = _LICENCE.match((folder / "README.md").read_text(encoding="utf-8", errors="replace")[:20_000])
    except OSError:
        return None
    return found[1] if found else None


def _kept(name: str, whole: str) -> Path | None:
    from huggingface_hub import snapshot_download

    try:
        folder = Path(snapshot_download(name, local_files_only=True))
    except (OSError, ValueError):  # no copy, or no name that the hub could have
        return None
    return folder if (folder / whole).is_file() else None


def _reachable(name: str) -> None:
    """Ask the hub for a model, once: its own client tries again and again.

    Errors: `ModelError` where it does not answer, or has no model of that name.
    """
    if os.environ.get("HF_HUB_OFFLINE", "") not in ("", "0"):
        raise ModelError(f"the model {name} is not on this disk, and HF_HUB_OFFLINE forbids to fetch it", WAY_OUT)
    hub = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
    try:
        with urlopen(f"{hub}/api/models/{name}", timeout=SECONDS):
            return
    except HTTPError as error:
        if error.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND):
            raise ModelError(f"the hub has no model {name} that all may read", WAY_OUT) from error
        raise ModelError(f"the model {name} is not on this disk, and the hub answers {error.code}", WAY_OUT) from error
    except (OSError, ValueError) as error:
        raise ModelError(f"the model {name} is not on this disk, and the hub cannot be reached", WAY_OUT) from error


def _fetched(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        with _silent():
            return Path(snapshot_download(name, etag_timeout=SECONDS, ignore_patterns=[*_UNUSED]))
    except Exception as error:  # the library raises whatever its network client raises
        raise ModelError(f"the model {name} could not be fetched: {first_line(error)}", WAY_OUT) from error


@contextmanager
def _silent() -> Iterator[None]:
    """Keep the hub's client from writing about what it does."""
    from huggingface_hub.utils.tqdm import are_progress_bars_disabled, disable_progress_bars, enable_progress_bars

    log = logging.getLogger("huggingface_hub")
    shown, level = not are_progress_bars_disabled(), log.level
    disable_progress_bars()
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)
        if shown:
            enable_progress_bars()


def first_line(error: Exception) -> str:
    """Return what an error of a library says, on one line."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]
