"""The error tree. Each error is one clear line, a hint and an exit code; the command line prints it.

ClaimcheckError
├── InputError      2   what was given cannot be read
├── UsageError      2   the options do not fit together
├── SettingsError   2   a settings or sources file is wrong
├── ModelError      3   a model is missing or is not the one that was expected
└── OutputError     4   the result cannot be written
"""

from __future__ import annotations

from typing import ClassVar


class ClaimcheckError(Exception):
    """A problem to tell the user in one line. `hint` says what to do about it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(ClaimcheckError):
    """What was given cannot be read."""

    exit_code = 2


class UsageError(ClaimcheckError):
    """The options do not fit together."""

    exit_code = 2


class SettingsError(ClaimcheckError):
    """A settings or sources file is wrong."""

    exit_code = 2


class ModelError(ClaimcheckError):
    """A model is missing, or is not the one that was expected."""

    exit_code = 3


class OutputError(ClaimcheckError):
    """The result cannot be written."""

    exit_code = 4
