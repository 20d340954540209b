"""The command line, and the only printer. Read `app` first, then the command of interest."""

from __future__ import annotations

from claimcheck.cli.app import app, main

__all__ = ["app", "main"]
