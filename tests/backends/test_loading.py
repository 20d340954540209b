"""How the real models are found, and what is said where they are not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.backends import sentence_embedder, spacy_parser
from claimcheck.backends.text import parts_of
from claimcheck.backends.weights import folder_sha256
from claimcheck.errors import ModelError
from claimcheck.ports import Models, Passage


def test_the_models_say_what_they_are(models: Models) -> None:
    parser, embedder = models.names
    assert (parser.role, parser.licence) == ("parser", "MIT")
    assert (embedder.role, embedder.sha256) == ("embedder", sentence_embedder.DEFAULT_SHA256)
    assert all(Path(model.origin).is_dir() for model in models.names)
    assert parser.sha256 == folder_sha256(Path(parser.origin))


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder"])
def test_a_missing_parser_is_a_model_error(name: str) -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline") as caught:
        spacy_parser.spacy_parser(name)
    assert caught.value.hint


def test_a_folder_without_a_model_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot load the embedding model"):
        sentence_embedder.sentence_embedder(str(tmp_path))


def test_other_weights_are_a_model_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other")
    monkeypatch.setattr(sentence_embedder, "_default_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match="not the expected model"):
        sentence_embedder.sentence_embedder()


def test_a_hub_name_without_a_network_is_a_model_error() -> None:
    code = (
        "import socket\n"
        "def blocked(*a, **k): raise OSError('blocked')\n"
        "socket.socket.connect = blocked; socket.getaddrinfo = blocked\n"
        "from claimcheck.errors import ModelError\n"
        "from claimcheck.backends.sentence_embedder import sentence_embedder\n"
        "try: sentence_embedder('nobody/no-such-model')\n"
        "except ModelError as error: print(error.message); print(error.hint)\n"
    )
    quick = {**os.environ, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=quick, check=True)
    message, hint = done.stdout.splitlines()
    assert message.startswith("cannot load the embedding model nobody/no-such-model")
    assert "name a folder" in hint


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
