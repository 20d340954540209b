"""Pairs a second of the shipped judge of pairs: `python -m benchmarks.entailment --model DIR [--data DIR]`.

In one run, on the same pairs: the judge as a run uses it; the same network on bare onnxruntime, with the tokens given;
and the network in float32 (`--model`, written by `training.entailment.export --float32`) through the CrossEncoder of
sentence-transformers, which sorts and pads batches of 32. Each alone in a process, for its peak memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.articles import sentences_of_samples
from benchmarks.measuring import seconds
from benchmarks.quality.entailment import labelled

Pairs = Sequence[tuple[str, str]]


def main() -> None:
    """Print a row for each way to run the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="the folder of the network in float32")
    parser.add_argument("--data", type=Path, help="take the pairs of its nli/ in place of sentences of the samples")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--way", choices=WAYS, help="one way alone, its seconds and MB as JSON")
    options = parser.parse_args()
    if options.way:
        taken = WAYS[options.way](_pairs(options.data, options.count), options.model)
        print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
        return
    table = Table("way", "pairs a second", "of it", "peak, MB", title=f"{options.count} pairs of sentences")
    base = 0.0
    for way in WAYS if options.model else ("shipped", "onnxruntime"):
        command = [sys.executable, "-m", "benchmarks.entailment", "--way", way, *sys.argv[1:]]
        taken, peak = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        base = base or taken
        table.add_row(way, f"{options.count / taken:.1f}", f"{base / taken:.2f}", f"{peak:.0f}")
    Console().print(table)


def _pairs(data: Path | None, count: int) -> Pairs:
    if data:
        return [(row.premise, row.hypothesis) for row in labelled(data, "mnli_dev_matched", count)]
    return list(islice(combinations(sentences_of_samples(), 2), count))


def _shipped(pairs: Pairs, _: str | None) -> float:
    from claimcheck.backends.entailing.onnx_entailer import onnx_entailer

    entail, _name = onnx_entailer()
    entail(pairs[:4])
    return seconds(lambda: entail(pairs))


def _bare(pairs: Pairs, _: str | None) -> float:
    import numpy as np
    from tokenizers import Tokenizer

    from claimcheck.backends.entailing.network import GRAPH, INPUT, default_folder
    from claimcheck.backends.onnx_session import onnx_session

    tokenizer = Tokenizer.from_file(str(default_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokens = [np.array([tokenizer.encode(*pair).ids], dtype=np.int64) for pair in pairs]
    session = onnx_session(default_folder() / GRAPH)
    session.run(None, {INPUT: tokens[0]})
    with ThreadPoolExecutor() as workers:
        return seconds(lambda: list(workers.map(lambda ids: session.run(None, {INPUT: ids}), tokens)))


def _cross_encoder(pairs: Pairs, model: str | None) -> float:
    from sentence_transformers import CrossEncoder

    network = CrossEncoder(model or "", device="cpu", local_files_only=True)
    network.predict(pairs[:4])
    return seconds(lambda: network.predict(list(pairs), batch_size=32))


WAYS: dict[str, Callable[[Pairs, str | None], float]] = {
    "shipped": _shipped,
    "onnxruntime": _bare,
    "CrossEncoder, float32": _cross_encoder,
}

if __name__ == "__main__":
    main()
