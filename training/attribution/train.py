"""Train the tagger: `python -m training.attribution.train --data DIR --out DIR`; the same command resumes.

Checkpoints go to --out, outside of the repository, after each epoch. The seed, the order and the cuts of each epoch
depend on its number alone.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

from training.attribution.data import IGNORED, Annotated, Example, examples, read
from training.attribution.network import Tagger

SEED = 20261127
ARC_WEIGHT = 0.5
WARM_UP = 0.06


def main() -> None:
    """Train for the epochs asked for, from the last checkpoint on."""
    options = _options()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    articles = read(options.data / "attribution" / "polnear_train.jsonl.gz")
    torch.manual_seed(SEED)
    network = Tagger(_encoder(options.encoder))
    steps = options.epochs * (_size(articles, tokenizer) // options.batch + 1)
    optimizer, schedule = _optimizer(network, options.rate, steps)
    done = _resumed(options.out, network, optimizer, schedule)
    for epoch in range(done, options.epochs):
        rng = random.Random(SEED + epoch)
        torch.manual_seed(SEED + epoch)
        _train(network, optimizer, schedule, list(_batches(articles, tokenizer, rng, options.batch)))
        options.out.mkdir(parents=True, exist_ok=True)
        state = {"epoch": epoch + 1, "network": network.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save(state | {"schedule": schedule.state_dict()}, options.out / "new.pt")
        (options.out / "new.pt").replace(options.out / "checkpoint.pt")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of a BERT-like encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=8, help="windows in a step")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _encoder(folder: Path) -> Any:
    """Return the encoder with its word embeddings held fast, and no dropout in its attention, which costs a fifth."""
    encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
    encoder.get_input_embeddings().weight.requires_grad_(False)
    return encoder


def _size(articles: list[Annotated], tokenizer: Any) -> int:
    """Return about how many windows the articles make, from a part of them."""
    part = articles[:: max(1, len(articles) // 60)]
    rng = random.Random(SEED)
    return round(sum(len(examples(a, tokenizer, rng)) for a in part) * len(articles) / len(part))


def _optimizer(network: nn.Module, rate: float, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    trained = {name: p for name, p in network.named_parameters() if p.requires_grad}
    encoder = [p for name, p in trained.items() if name.startswith("encoder.")]
    heads = [p for name, p in trained.items() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": rate}, {"params": heads, "lr": 5 * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, round(WARM_UP * steps))
    shape = lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))  # noqa: E731
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, shape)


def _resumed(out: Path, network: nn.Module, optimizer: Any, schedule: Any) -> int:
    if not (out / "checkpoint.pt").exists():
        return 0
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    state["schedule"].pop("base_lrs")  # the rate asked for now
    schedule.load_state_dict(state["schedule"])
    return int(state["epoch"])


def _batches(articles: list[Annotated], tokenizer: Any, rng: random.Random, size: int) -> Iterator[list[Example]]:
    """Yield the windows of an epoch, those of like length together, in random order."""
    found = [example for article in articles for example in examples(article, tokenizer, rng)]
    rng.shuffle(found)
    groups = [found[i : i + 32 * size] for i in range(0, len(found), 32 * size)]
    batches = []
    for group in groups:
        group.sort(key=lambda e: len(e.tags))
        batches += [group[i : i + size] for i in range(0, len(group), size)]
    rng.shuffle(batches)
    yield from batches


def _train(network: Tagger, optimizer: Any, schedule: Any, batches: list[list[Example]]) -> None:
    network.train()
    begun, shown = time.time(), 0.0
    for step, batch in enumerate(batches, 1):
        ids, kinds, mask, tags, arcs = tensors(batch)
        tag_scores, arc_scores = network(ids, kinds, mask)
        tag_loss = nn.functional.nll_loss(tag_scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORED)
        arc_loss = nn.functional.nll_loss(arc_scores.flatten(0, 1), arcs.flatten(), ignore_index=IGNORED)
        loss = tag_loss + ARC_WEIGHT * arc_loss.nan_to_num()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        shown += tag_loss.item()
        if step % 50 == 0:
            left = (time.time() - begun) / step * (len(batches) - step) / 60
            print(f"{step}/{len(batches)} tags {shown / 50:.4f} arcs {arc_loss.item():.4f} {left:.0f} min", flush=True)
            shown = 0.0


def tensors(batch: list[Example]) -> tuple[torch.Tensor, ...]:
    """Return ids, shapes, mask, tags and arcs of windows, padded to the longest."""
    longest = max(len(e.tags) for e in batch)

    def padded(rows: list[list[int]], filler: int) -> torch.Tensor:
        return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])

    return (
        padded([e.window.ids for e in batch], 0),
        padded([e.window.shapes for e in batch], 0),
        padded([[1] * len(e.tags) for e in batch], 0),
        padded([e.tags for e in batch], IGNORED),
        padded([e.arcs for e in batch], IGNORED),
    )


if __name__ == "__main__":
    main()
