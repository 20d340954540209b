"""claimcheck: lays the accounts of one incident side by side, each word traceable.

report = claimcheck.check(claimcheck.read(["statement.txt", "report.txt"]))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Aspect",
    "Claim",
    "ClaimcheckError",
    "Comparison",
    "Corpus",
    "Fact",
    "Finding",
    "Incident",
    "InputError",
    "ModelError",
    "Models",
    "Notice",
    "Origin",
    "OutputError",
    "Proposition",
    "Relation",
    "Report",
    "Settings",
    "SettingsError",
    "Source",
    "Span",
    "Statement",
    "Status",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "compare",
    "default_models",
    "extract_claims",
    "load_settings",
    "read",
]

_HOMES = ("errors", "model", "ports", "settings", "reading", "defaults", "api")
"""The modules of the public names, lightest first."""

if TYPE_CHECKING:
    from claimcheck.api import check, compare, extract_claims
    from claimcheck.defaults import default_models
    from claimcheck.errors import ClaimcheckError, InputError, ModelError, OutputError, SettingsError, UsageError
    from claimcheck.model import (
        Article,
        Aspect,
        Claim,
        Comparison,
        Corpus,
        Fact,
        Finding,
        Incident,
        Notice,
        Origin,
        Proposition,
        Relation,
        Report,
        Source,
        Span,
        Statement,
        Status,
        Verdict,
    )
    from claimcheck.ports import Models
    from claimcheck.reading import read
    from claimcheck.settings import Settings, load_settings


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562), so that `import claimcheck` loads nothing heavy."""
    for home in _HOMES if name in __all__ else ():
        module = import_module(f"claimcheck.{home}")
        if hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
