"""How the real models are found, and what is said where they are not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.backends import spacy_parser
from claimcheck.backends.embedding import minilm
from claimcheck.backends.embedding.sentence_embedder import sentence_embedder
from claimcheck.backends.entailing.cross_encoder import cross_encoder
from claimcheck.backends.text import parts_of
from claimcheck.backends.weights import folder_sha256
from claimcheck.errors import ModelError
from claimcheck.model import ModelName
from claimcheck.ports import Models, Passage


def test_the_models_say_what_they_are(models: Models) -> None:
    parser, tagger, embedder, matcher, entailer = models.names
    assert (parser.role, parser.licence) == ("parser", "MIT")
    assert (tagger.role, len(tagger.sha256 or "")) == ("tagger", 64)
    assert (embedder.role, embedder.sha256) == ("embedder", minilm.SHA256)
    assert (matcher.role, matcher.sha256) == ("matcher", entailer.sha256)
    assert (entailer.role, len(entailer.sha256 or "")) == ("entailer", 64)
    assert all(Path(model.origin).is_dir() for model in models.names)
    assert parser.sha256 == folder_sha256(Path(parser.origin))


def test_an_unknown_parser_is_a_model_error() -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline 'no_such_pipeline' is installed"):
        spacy_parser.spacy_parser("no_such_pipeline")


LOADERS: dict[str, Callable[[str], tuple[object, ModelName]]] = {
    "parser": spacy_parser.spacy_parser,
    "embedder": sentence_embedder,
    "entailer": cross_encoder,
}
LABELLED = {"config.json": '{"id2label": {"0": "entailment", "1": "neutral", "2": "contradiction"}}'}
SAFE = {"modules.json": '[{"type": "sentence_transformers.models.Pooling"}]'}


@pytest.mark.parametrize(
    ("role", "files", "problem"),
    [
        ("parser", {}, "is not a spaCy pipeline: it has no config.cfg"),
        ("parser", {"config.cfg": "[nlp"}, "cannot load the spaCy pipeline"),
        ("embedder", {}, "is not a sentence-transformers model"),
        ("embedder", {"modules.json": "{"}, "is not a sentence-transformers model"),
        ("embedder", {"modules.json": "[1]"}, "is not a sentence-transformers model"),
        ("embedder", SAFE, "holds no weights in safetensors"),
        ("embedder", {**SAFE, "pytorch_model.bin": "x"}, "holds no weights in safetensors"),
        ("embedder", {**SAFE, "model.safetensors": "x"}, "cannot load the embedding model"),
        ("entailer", {}, "is not a cross-encoder"),
        ("entailer", {"config.json": "[]"}, "is not a cross-encoder"),
        ("entailer", {"config.json": '{"id2label": {"0": "LABEL_0"}}'}, "not entailment, neutral and contradiction"),
        ("entailer", LABELLED, "holds no weights in safetensors"),
        ("entailer", {**LABELLED, "model.safetensors": "x"}, "cannot load the entailment model"),
        ("embedder", {"modules.json": '[{"type": "mine.Model"}]', "model.safetensors": "x"}, "needs code of its own"),
    ],
)
def test_a_folder_without_a_model_is_a_model_error(
    tmp_path: Path, role: str, files: dict[str, str], problem: str
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=problem) as caught:
        LOADERS[role](str(tmp_path))
    assert str(tmp_path) in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("role", LOADERS)
@pytest.mark.parametrize("name", ["/no/such/folder", "a/b/c", "no such/model", "../elsewhere/"])
def test_what_is_no_folder_and_no_name_is_a_model_error(role: str, name: str) -> None:
    with pytest.raises(ModelError, match="neither a folder nor the name of a model on the hub"):
        LOADERS[role](name)


@pytest.mark.parametrize("role", ["parser", "embedder"])
def test_a_model_can_be_named_by_its_folder(models: Models, role: str) -> None:
    (default,) = (model for model in models.names if model.role == role)
    _, named = LOADERS[role](default.origin)
    assert (named.role, named.origin, named.sha256) == (role, default.origin, default.sha256)
    assert (named.licence or "").lower() == (default.licence or "").lower()


def test_other_weights_are_a_model_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other")
    monkeypatch.setattr(minilm, "default_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match="not the expected model"):
        minilm.minilm()


BLOCKED = """
import socket, sys
asked = []
def blocked(*arguments, **options): asked.append(1); raise OSError("blocked")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = blocked
from claimcheck.cli.app import run
code = run(["models", *sys.argv[1:]])
print(len(asked))
sys.exit(code)
"""


@pytest.mark.parametrize("flag", ["--parser-model", "--embedding-model", "--entailment-model"])
@pytest.mark.parametrize(("offline", "asked"), [("0", "1"), ("1", "0")])
def test_a_hub_name_without_a_network_is_one_line(tmp_path: Path, flag: str, offline: str, asked: str) -> None:
    """It is asked for once: the hub's own client tries for more than a minute, and writes about it."""
    away = {**os.environ, "HF_HUB_OFFLINE": offline, "HF_HOME": str(tmp_path)}
    command = [sys.executable, "-c", BLOCKED, flag, "nobody/no-such-model"]
    done = subprocess.run(command, capture_output=True, text=True, env=away, check=False)
    assert (done.returncode, done.stdout.strip()) == (3, asked)
    message, hint = done.stderr.splitlines()
    assert message.startswith("claimcheck: the model nobody/no-such-model is not on this disk")
    assert "docs/models.md" in hint


def test_the_copy_of_a_hub_model_on_this_disk_is_used(models: Models, tmp_path: Path) -> None:
    here = tmp_path / "hub" / "models--somebody--small"
    (here / "refs").mkdir(parents=True)
    (here / "refs" / "main").write_text("c0ffee")
    (here / "snapshots").mkdir()
    (default,) = (model for model in models.names if model.role == "embedder")
    (here / "snapshots" / "c0ffee").symlink_to(default.origin)
    away = {**os.environ, "HF_HUB_OFFLINE": "0", "HF_HOME": str(tmp_path)}
    command = [sys.executable, "-c", BLOCKED, "--embedding-model", "somebody/small", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, env=away, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    shown, asked = done.stdout.rsplit("\n", 2)[:2]
    assert asked == "0"
    named = {model["role"]: (model["name"], model["sha256"]) for model in json.loads(shown)}
    assert named["embedder"] == ("somebody/small", default.sha256)


def test_a_long_passage_is_parsed_in_parts(models: Models) -> None:
    sentence = "The army said that two drones were shot down. "
    text = sentence * (2 * spacy_parser.LONGEST // len(sentence) + 3)
    (parsed,) = models.parse([Passage(text, 11)])
    assert len(parsed.sentences) == text.count(".")
    last = parsed.tokens[-1]
    assert text[last.start - 11 : last.end - 11] == last.text
    assert all(parsed.tokens[token.head].sentence == token.sentence for token in parsed.tokens)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("aaaa bbbb cccc", ["aaaa bbbb ", "cccc"]),
        ("aaaaaaaaaaaaaaaaaaaaaaa", ["aaaaaaaaaa", "aaaaaaaaaa", "aaa"]),
        ("aaaaa. bb cccc", ["aaaaa. ", "bb cccc"]),
    ],
)
def test_parts_end_with_a_sentence_or_a_word(text: str, parts: list[str]) -> None:
    found = list(parts_of(text, 10))
    assert "".join(part for _, part in found) == text
    assert all(text[start : start + len(part)] == part for start, part in found)
    assert [part.strip() for _, part in found] == [part.strip() for part in parts]
