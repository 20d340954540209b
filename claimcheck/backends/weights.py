"""Checksums of model files."""

from __future__ import annotations

from hashlib import file_digest, sha256
from pathlib import Path

from claimcheck.errors import ModelError


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file.

    Errors: `OSError` where it cannot be read.
    """
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def verified_sha256(path: Path, expected: str, way_out: str) -> str:
    """Return the SHA-256 of a file of weights that is the expected one; `way_out` is the hint where it is not.

    Errors: `ModelError` where it cannot be read, or is another.
    """
    try:
        digest = file_sha256(path)
    except OSError as error:
        raise ModelError(f"cannot read {path}", way_out) from error
    if digest != expected:
        raise ModelError(f"{path} is not the expected model", way_out)
    return digest


def folder_sha256(folder: Path, pattern: str = "*") -> str:
    """Return one SHA-256 for the names and the contents of the files below a folder whose names match.

    Errors: `OSError` where one cannot be read.
    """
    files = sorted(path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts)
    lines = (f"{file_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)
    return sha256("".join(lines).encode()).hexdigest()
