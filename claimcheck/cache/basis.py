"""What a result rests on besides its text and its models: the code and the data of this package, and its libraries."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import claimcheck

_LIBRARIES = ("dateparser", "msgspec", "numpy", "onnxruntime", "rapidfuzz", "spacy", "text2num", "tokenizers")
_ENDINGS = (".py", ".toml", ".json")


@cache
def program() -> str:
    """Return a hash of the code and data of this package and of the versions of the libraries that read texts."""
    root = Path(claimcheck.__file__).parent
    digest = sha256(claimcheck.__version__.encode())
    for path in sorted(path for path in root.rglob("*") if path.suffix in _ENDINGS):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(sha256(path.read_bytes()).digest())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}".encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
