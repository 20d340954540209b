"""Writes the report on the first sample into the README: `make report`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
START, END = "<!-- report: written by `make report` -->\n```text\n", "```\n<!-- end of report -->"
COMMAND = ("check", "samples/blue-line", "--brief")


def main() -> None:
    """Put the report between the marks of the README."""
    README.write_text(page_with(report()), encoding="utf-8")


def report() -> str:
    """Return what a reader sees who runs the sample, 100 columns wide."""
    run = subprocess.run(
        [sys.executable, "-m", "claimcheck", *COMMAND, "--no-cache"],
        cwd=ROOT,
        env={"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        check=True,
        capture_output=True,
        text=True,
    )
    return "\n".join(line.rstrip() for line in run.stdout.splitlines())


def page_with(shown: str) -> str:
    """Return the README with a report between the marks."""
    before, rest = README.read_text(encoding="utf-8").split(START)
    return f"{before}{START}{shown}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    main()
