"""claimcheck: lays the accounts of one incident side by side, each word traceable."""

from __future__ import annotations

__version__ = "0.1.0"
