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
    """Run the sample as a reader would, 100 columns wide, and put what it prints between the marks."""
    run = subprocess.run(
        [sys.executable, "-m", "claimcheck", *COMMAND],
        cwd=ROOT,
        env={"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        check=True,
        capture_output=True,
        text=True,
    )
    before, rest = README.read_text(encoding="utf-8").split(START)
    after = rest.split(END)[1]
    report = "\n".join(line.rstrip() for line in run.stdout.splitlines())
    README.write_text(f"{before}{START}{report}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
