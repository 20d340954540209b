"""Writes the reports on two samples for the README, one as text and one as a picture: `make report`."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console

from benchmarks.bars import svg_of
from claimcheck import check, reading
from claimcheck.render import report_view

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "report.svg"
START, END = "<!-- report: written by `make report` -->\n```text\n", "```\n<!-- end of report -->"
COMMAND = ("check", "samples/blue-line", "--brief")
PICTURED = "samples/ferry"
WIDTH = 100


def main() -> None:
    """Put the report between the marks of the README, and draw the picture."""
    README.write_text(page_with(report()), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")


def report() -> str:
    """Return what a reader sees who runs the sample, 100 columns wide."""
    run = subprocess.run(
        [sys.executable, "-m", "claimcheck", *COMMAND, "--no-cache"],
        cwd=ROOT,
        env={"COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        check=True,
        capture_output=True,
        text=True,
    )
    return "\n".join(line.rstrip() for line in run.stdout.splitlines())


def picture() -> str:
    """Return the report on the other sample as SVG."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(report_view(check(reading.read([ROOT / PICTURED])), brief=True))
    return svg_of(console, f"claimcheck check {PICTURED} --brief", "report")


def page_with(shown: str) -> str:
    """Return the README with a report between the marks."""
    before, rest = README.read_text(encoding="utf-8").split(START)
    return f"{before}{START}{shown}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    main()
