"""Plain text and Markdown: one text, which may open with a header."""

from __future__ import annotations

from claimcheck.errors import InputError
from claimcheck.reading.decode import decode
from claimcheck.reading.entry import Place, Text, Texts, noticed
from claimcheck.reading.header import HEADER_KEYS, header


def texts(raw: bytes, file: str) -> Texts:
    """Return the text of a file as it is, its header included."""
    decoded = decode(raw, file)
    values, body = header(decoded.text)
    if not decoded.text[body:].strip():
        raise InputError(f"{file} holds a header and no text", "write the text below the header")
    text = Text(Place(file), decoded.text, {key: value for key, value in values.items() if key in HEADER_KEYS}, body)
    unknown = [key for key in values if key not in HEADER_KEYS]
    odd = f"the header's {', '.join(unknown)} means nothing here; known are {', '.join(HEADER_KEYS)}"
    return Texts((text,), (*decoded.notices, *([noticed(file, odd)] if unknown else [])))
