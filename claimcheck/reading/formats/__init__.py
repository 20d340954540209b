"""One module a format. `texts` opens what holds texts, `sheet` what holds rows that are not written as text.

A module is loaded when a file of its format is read: the libraries behind them take up to half a second.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar, cast

from claimcheck.errors import InputError
from claimcheck.model import Notice
from claimcheck.reading.entry import Row, Texts

_T = TypeVar("_T")

TEXTS = {
    ".txt": "prose",
    ".md": "prose",
    ".html": "page",
    ".htm": "page",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".docx": "word",
    ".pdf": "pdf",
    ".eml": "mail",
}
"""The module that reads the texts of a file with an ending."""

SHEETS = {".xlsx": "workbook"}

_CALLED = {
    "page": "a web page",
    "feed": "a feed",
    "word": "a Word document",
    "pdf": "a PDF",
    "mail": "a mail",
    "workbook": "a workbook",
}


def texts(raw: bytes, ending: str, file: str) -> Texts:
    """Return the texts of a file by its ending, one of `TEXTS`.

    Errors: `InputError` for a file that is broken, too large or without text.
    """
    return _read_by(cast("Callable[[bytes, str], Texts]", _module(TEXTS[ending]).texts), raw, TEXTS[ending], file)


def sheet(raw: bytes, ending: str, file: str) -> tuple[list[Row], tuple[Notice, ...]]:
    """Return the rows of a file by its ending, one of `SHEETS`, and what was odd about it.

    Errors: `InputError` for a file that is broken or too large.
    """
    read = cast("Callable[[bytes, str], tuple[list[Row], tuple[Notice, ...]]]", _module(SHEETS[ending]).rows)
    return _read_by(read, raw, SHEETS[ending], file)


def _module(name: str):  # type: ignore[no-untyped-def]  # a module of this package, by a name of the tables above
    return import_module(f"claimcheck.reading.formats.{name}")


def _read_by(read: Callable[[bytes, str], _T], raw: bytes, module: str, file: str) -> _T:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the libraries warn of concerns whoever wrote the file
            return read(raw, file)
    except InputError:
        raise
    except Exception as error:  # a library that meets a broken file raises whatever it comes upon there
        problem = f"{file} cannot be read as {_CALLED.get(module, 'text')}: it is broken ({type(error).__name__})"
        raise InputError(problem, "open it in its own program, save it anew, or save its text and read that") from error
