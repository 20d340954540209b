"""Train the judge of sentence pairs: `python -m training.entailment.train --data DIR --encoder DIR --out DIR`.

The same command resumes: a checkpoint goes to --out, outside of the repository, after each round. The rate is level
until the last --decay rounds, in which it falls to zero; the checkpoint before them is kept as level.pt, so that a
longer run can go on from there.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModelForSequenceClassification

from training.entailment.data import LABELS, OF_ENTAILMENT, read, round_of
from training.entailment.edits import Row
from training.entailment.restore import restore

SEED = 20261127
WARM_UP = 100
"""Steps in which the rate rises from zero."""

SHARES_OF_A_STEP = 2
"""A core works on each: two halves side by side are a third quicker here than one batch on two threads."""

Encoded = tuple[list[int], int]
"""The token ids of a pair, and the place of its label in LABELS."""


def main() -> None:
    """Train for the rounds asked for, from the last checkpoint on."""
    options = _options()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    workers = ThreadPoolExecutor(SHARES_OF_A_STEP)
    sets = read(options.data)
    network = untrained(options.encoder, options.frozen)
    if options.start:
        restore(network, options.start)
    optimizer = _optimizer(network, options.rate)
    done, step = _resumed(options.out, network, optimizer) or (options.first, 0)
    steps = len(round_of(sets, 0, SEED)) // options.batch
    last = options.first + options.rounds
    level = (options.rounds - options.decay) * steps
    for number in range(done, last):
        if number == last - options.decay:
            _keep(options.out / "level.pt", network, optimizer, (number, step))
        batches = list(_batches(round_of(sets, number, SEED), tokenizer, options.batch, number))
        network.train()
        begun, shown = time.time(), 0.0
        for i, batch in enumerate(batches, 1):
            falling = max(0.0, (options.rounds * steps - step) / max(1, options.decay * steps)) if step > level else 1.0
            _set_rate(optimizer, options.rate * min(falling, (step + 1) / WARM_UP))
            shown += _step(network, optimizer, batch, workers)
            step += 1
            if i % 25 == 0:
                left = (time.time() - begun) / i * (len(batches) - i) / 60
                print(f"round {number} {i}/{len(batches)} loss {shown / 25:.4f}, {left:.0f} min left", flush=True)
                shown = 0.0
        _keep(options.out / "checkpoint.pt", network, optimizer, (number + 1, step))


def untrained(encoder: Path, frozen: int) -> Any:
    """Return the network before training: its embeddings and its lowest layers held fast, no dropout."""
    network = AutoModelForSequenceClassification.from_pretrained(
        encoder,
        num_labels=len(LABELS),
        id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    base = network.base_model
    for part in (base.embeddings, *base.encoder.layer[:frozen]):
        part.requires_grad_(False)
    return network


def tensors(rows: Sequence[Encoded], padding: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids, mask and labels of encoded pairs, padded to the longest."""
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.tensor([ids + [padding] * (longest - len(ids)) for ids, _ in rows])
    mask = torch.tensor([[1] * len(ids) + [0] * (longest - len(ids)) for ids, _ in rows])
    return ids, mask, torch.tensor([label for _, label in rows])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of all-mpnet-base-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="go on from the weights of an exported judge")
    parser.add_argument("--first", type=int, default=0, help="the number of the first round: which rows it draws")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--decay", type=int, default=3, help="rounds in which the rate falls to zero")
    parser.add_argument("--frozen", type=int, default=6, help="layers held fast, from the lowest")
    parser.add_argument("--batch", type=int, default=32, help="pairs in a step")
    parser.add_argument("--rate", type=float, default=5e-5)
    return parser.parse_args()


def _optimizer(network: nn.Module, rate: float) -> torch.optim.Optimizer:
    trained = [p for p in network.parameters() if p.requires_grad]
    matrices = [p for p in trained if p.ndim > 1]
    others = [p for p in trained if p.ndim < 2]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, fused=True)


def _set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate


def _step(network: Any, optimizer: torch.optim.Optimizer, batch: Sequence[Encoded], workers: Executor) -> float:
    """Take one step and return its loss; the gradients are summed in the order of the shares, whichever ends first."""
    trained = [p for p in network.parameters() if p.requires_grad]
    per_share = -(-len(batch) // SHARES_OF_A_STEP)
    shares = [batch[i : i + per_share] for i in range(0, len(batch), per_share)]

    def gradients(share: Sequence[Encoded]) -> tuple[float, tuple[torch.Tensor, ...]]:
        ids, mask, labels = tensors(share, network.config.pad_token_id)
        logits = network(input_ids=ids, attention_mask=mask).logits
        loss = nn.functional.cross_entropy(_of_one_question(logits, labels), labels, reduction="sum") / len(batch)
        return loss.item(), torch.autograd.grad(loss, trained)

    losses, found = zip(*workers.map(gradients, shares), strict=True)
    for parameter, *parts in zip(trained, *found, strict=True):
        parameter.grad = sum(parts[1:], parts[0])
    nn.utils.clip_grad_norm_(trained, 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return sum(losses)


def _of_one_question(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Take the scores of the other question out of each row."""
    of_entailment = torch.arange(logits.shape[1]) < OF_ENTAILMENT
    return logits.masked_fill(of_entailment[None] != (labels < OF_ENTAILMENT)[:, None], -torch.inf)


def _batches(rows: Sequence[Row], tokenizer: Any, size: int, number: int) -> Iterator[list[Encoded]]:
    """Yield the encoded rows of a round, those of like length together, the batches in random order."""
    encoded = tokenizer.encode_batch([(row.premise, row.hypothesis) for row in rows])
    pairs = [(e.ids, LABELS.index(row.label)) for row, e in zip(rows, encoded, strict=True)]
    pools = [pairs[i : i + 32 * size] for i in range(0, len(pairs), 32 * size)]
    batches = []
    for pool in pools:
        pool.sort(key=lambda pair: len(pair[0]))
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    Random(f"{SEED} batches {number}").shuffle(batches)
    yield from batches


def _resumed(out: Path, network: nn.Module, optimizer: torch.optim.Optimizer) -> tuple[int, int] | None:
    if not (out / "checkpoint.pt").exists():
        return None
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["round"]), int(state["step"])


def _keep(path: Path, network: nn.Module, optimizer: torch.optim.Optimizer, done: tuple[int, int]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {"round": done[0], "step": done[1], "network": network.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


if __name__ == "__main__":
    main()
