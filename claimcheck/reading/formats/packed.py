"""The zip files that office documents are: what they would unpack to is held to a limit before they are opened."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from claimcheck.errors import InputError
from claimcheck.reading.limits import UNPACKED_BYTES, UNPACKED_XML_BYTES

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a .doc or .xls begins, and an encrypted .docx or .xlsx."""

_HINT = "open it in its own program, save the text or the table alone, and read that"


def packed(raw: bytes, file: str, kind: str) -> BytesIO:
    """Return a file to open that unpacks to no more than is read; no part of it unpacks to more than it declares.

    Errors: `InputError` for what is no zip file, is locked or would grow beyond the limits.
    """
    if raw.startswith(_OLD_OFFICE):
        raise InputError(f"{file} is locked with a password, or of an older format than its ending says", _HINT)
    try:
        with ZipFile(BytesIO(raw)) as zipped:
            parts = [(part.filename.lower(), part.file_size) for part in zipped.infolist()]
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError(
            f"{file} is not {kind}, whatever its ending says", "give it the ending of what it is"
        ) from error
    xml = sum(size for name, size in parts if name.endswith((".xml", ".rels", ".vml")))
    whole = sum(size for _, size in parts)
    for size, limit in ((xml, UNPACKED_XML_BYTES), (whole, UNPACKED_BYTES)):
        if size > limit:
            raise InputError(f"{file} would unpack to {size:,} bytes, and at most {limit:,} are read", _HINT)
    with ZipFile(BytesIO(raw)) as zipped:
        if zipped.testzip():  # read bit by bit: a part that unpacks to more than it declares would fill the memory
            raise InputError(f"{file} is broken: what it holds is not what it says", _HINT)
    return BytesIO(raw)
