"""Score a judge of pairs on the development sets: `python -m training.entailment.evaluate --data DIR [--model DIR]`.

The shipped one, or any cross-encoder by folder; with two, the accuracy that one loses against the other.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.quality.entailment import measure
from claimcheck.backends.entailing.cross_encoder import cross_encoder
from claimcheck.backends.entailing.network import default_folder
from claimcheck.backends.entailing.onnx_entailer import onnx_entailer


def main() -> None:
    """Print a row for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--shipped", type=Path, default=default_folder(), help="a folder that export.py wrote")
    parser.add_argument("--model", help="a cross-encoder to score beside it, on the same pairs")
    parser.add_argument("--rows", type=int, default=10_000, help="pairs of each set")
    options = parser.parse_args()
    judges = [onnx_entailer(options.shipped)]
    if options.model:
        judges.append(cross_encoder(options.model))
    scored = [measure(options.data, entail, options.rows) for entail, _ in judges]
    table = Table("set", *(named.name for _, named in judges))
    for row in zip(*scored, strict=True):
        table.add_row(row[0].name, *(f"{measure.value:.3f}" for measure in row))
    Console().print(table)


if __name__ == "__main__":
    main()
