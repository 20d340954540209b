"""The shipped judge of pairs, and a cross-encoder of the user's own: which score is which, and whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.backends.entailing.cross_encoder import cross_encoder
from claimcheck.backends.entailing.network import default_folder
from claimcheck.backends.entailing.onnx_entailer import onnx_entailer
from claimcheck.errors import ModelError
from claimcheck.ports import Entailer, Scores

LABELS = ("ENTAILMENT", "neutral", "Contradiction")
PAIRS = [("The army fired.", "The army fired in the air."), ("Nobody fled.", "Three fled."), ("", "Three \ud800")]


def model(folder: Path, labels: dict[int, str]) -> str:
    """Write a tiny network whose scores depend on nothing but its labels: 0.7 for the first, 0.2, 0.1."""
    torch, transformers = pytest.importorskip("torch"), pytest.importorskip("transformers")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "army", "fired", "in", "air", "nobody", "three"]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        id2label=labels,
        label2id={label: i for i, label in labels.items()},
    )
    torch.manual_seed(7)
    network = transformers.BertForSequenceClassification(config)
    shares = {"entailment": 0.7, "neutral": 0.2, "contradiction": 0.1}
    with torch.no_grad():
        network.classifier.weight.mul_(0.001)
        network.classifier.bias.copy_(torch.tensor([shares[labels[i].lower()] for i in range(3)]).log())
    network.save_pretrained(folder)
    transformers.BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    return str(folder)


@pytest.mark.models
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_the_labels_are_read_from_the_config(tmp_path: Path, order: tuple[int, ...]) -> None:
    entail, named = cross_encoder(model(tmp_path, {i: LABELS[label] for i, label in enumerate(order)}))
    assert (named.role, len(named.sha256 or "")) == ("entailer", 64)
    for scores in entail(PAIRS):
        assert scores == pytest.approx(Scores(0.7, 0.2, 0.1), abs=0.02)
        assert sum(scores) == pytest.approx(1)


@pytest.mark.models
def test_the_scores_of_a_pair_are_its_own(tmp_path: Path) -> None:
    entail, _ = cross_encoder(model(tmp_path, dict(enumerate(LABELS))))
    together = entail(PAIRS)
    assert entail(PAIRS[::-1]) == list(reversed(together))
    assert [entail([pair])[0] for pair in PAIRS] == together
    assert entail([]) == []


@pytest.fixture(scope="module")
def shipped() -> Entailer:
    return onnx_entailer()[0]


@pytest.mark.models
@pytest.mark.parametrize("named", ["shipped", "by folder"])
def test_a_score_is_the_same_in_any_company(shipped: Entailer, named: str, tmp_path: Path) -> None:
    entail = shipped if named == "shipped" else cross_encoder(model(tmp_path, dict(enumerate(LABELS))))[0]
    pairs = [(a, b) for a in SENTENCES for b in SENTENCES]
    together = entail(pairs)
    assert entail(pairs[::-1]) == list(reversed(together))
    assert [entail([pair])[0] for pair in pairs[::7]] == list(together[::7])
    assert entail([*pairs[:3], *pairs[:3]]) == [*together[:3], *together[:3]]


@pytest.mark.models
def test_a_pair_of_any_length_has_scores(shipped: Entailer) -> None:
    long = "The army said that three suspects had fled. " * 200
    for scores in shipped([(long, "Three fled."), ("Three fled.", long), ("", ""), ("\ud800\x00", " ")]):
        assert sum(scores) == pytest.approx(1)
        assert min(scores) >= 0


@pytest.mark.models
@pytest.mark.parametrize("changed", ["model.onnx", "layers.bin", "words.bin"])
def test_no_other_weights_are_loaded(tmp_path: Path, changed: str) -> None:
    for path in default_folder().iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / changed).unlink()
    entail, _ = onnx_entailer(tmp_path)
    with pytest.raises(ModelError, match=f"cannot read .*{changed}"):
        entail(PAIRS)
    (tmp_path / changed).write_bytes(b"other")
    with pytest.raises(ModelError, match=f"{changed} is not the expected model"):
        entail(PAIRS)


def test_a_folder_without_the_judge_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no judge of sentence pairs") as caught:
        onnx_entailer(tmp_path)
    assert "--entailment-model none" in (caught.value.hint or "")


SENTENCES = (
    "The army said that three suspects had fled.",
    "Nobody fled.",
    "",
    "At least 12 people were killed when a bridge fell into the river on Tuesday, and more are missing, they said.",
    "👩‍👩‍👧 Naïve-sur-Mer \u202e",
)
