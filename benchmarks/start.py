"""Where the time of a cold `check` of one short article goes: `python -m benchmarks.start`.

Every line is the least of three fresh processes, which do what a run does up to that point. The cache is off. Asked for
is that the whole takes less than 7 s.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

TEXT = (
    "The army said on Saturday that two boats came close to the harbour. The coast guard denied that any boat was "
    "seen. “We fired into the air,” a spokesman said. Three people were hurt, the ministry said."
)
_READ = "from claimcheck import pipeline, reading; from claimcheck.knowledge import default_knowledge; "
_MODELS = "from claimcheck.defaults import default_models; models = default_models(); "
_LOADED = (
    "from claimcheck.ports import Passage; p = Passage('It sank.'); list(models.parse([p])); models.tag([p]); "
    "models.embed(['It sank.']); "
)
STEPS = (
    ("Python alone", "pass"),
    ("the command line", "import claimcheck.cli.app"),
    ("imports of the pipeline", f"import claimcheck.cli.app; {_READ}"),
    ("the registry of sources", f"import claimcheck.cli.app; {_READ}default_knowledge()"),
    ("models found and checked", f"import claimcheck.cli.app; {_READ}default_knowledge(); {_MODELS}"),
    ("models loaded", f"import claimcheck.cli.app; {_READ}default_knowledge(); {_MODELS}{_LOADED}"),
)
_TIMES = 3


def main() -> None:
    """Print the seconds up to each step, and of each step."""
    table = Table("up to", "s", "of it, s", title="a cold check of one short article")
    before = 0.0
    for name, seconds in measured(_TIMES):
        table.add_row(name, f"{seconds:.2f}", f"{seconds - before:.2f}")
        before = seconds
    Console().print(table)


def measured(times: int) -> list[tuple[str, float]]:
    """Return the seconds up to each step, the last one the whole command."""
    with TemporaryDirectory() as name:
        path = Path(name, "article.txt")
        path.write_text(TEXT, encoding="utf-8")
        commands = [(step, [sys.executable, "-c", code]) for step, code in STEPS]
        whole = [sys.executable, "-m", "claimcheck", "check", str(path), "--no-cache"]
        return [(step, min(_seconds(c) for _ in range(times))) for step, c in [*commands, ("the whole", whole)]]


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
