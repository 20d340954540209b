"""Windows, shapes and decoding of the tagger: what it is fed, and what is made of its scores."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from claimcheck.backends.tagging.decode import TAGS, begins, goes_on, marks
from claimcheck.backends.tagging.onnx_tagger import CONFIG, WEIGHTS, default_folder, onnx_tagger
from claimcheck.backends.tagging.shapes import SHAPES, shapes
from claimcheck.backends.tagging.windows import LIMIT, NOWHERE, Window, windows
from claimcheck.errors import ModelError
from claimcheck.ports import Passage, Role

SOURCE, CUE, CONTENT = range(3)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(default_folder() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the army", [0, 0]),
        ("The IDF", [1, 2]),
        ("A 5", [1, 0]),
        ("“they fled” he", [3, 3, 0]),
        ('"They fled" he', [4, 3, 0]),
        ("«Ils» he", [4, 0]),
        ('" is unbalanced', [3, 3, 3]),
    ],
)
def test_shapes(text: str, expected: list[int]) -> None:
    words, offsets, at = text.split(), [], 0
    for word in words:
        start = text.index(word, at) + (word[0] in '“"«' and len(word) > 1)
        offsets.append((start, at := text.index(word, at) + len(word)))
    assert shapes(text, offsets) == expected


PARAGRAPHS = st.lists(
    st.text(st.sampled_from("ab .,“”\"'\n!?é👩‍👩‍👧 "), max_size=60).map(lambda text: text * 9), max_size=8
)


@given(PARAGRAPHS)
def test_windows_hold_every_token_once(tokenizer: Tokenizer, texts: list[str]) -> None:
    passages, start = [], 0
    for text in texts:
        passages.append(Passage(text, start))
        start += len(text) + 2
    made = list(windows(passages, tokenizer))
    placed = [place for window in made for place in window.offsets if place != NOWHERE]
    expected = [
        (a + p.start, b + p.start)
        for p in passages
        for a, b in tokenizer.encode(p.text, add_special_tokens=False).offsets
    ]
    assert placed == expected
    for window in made:
        assert len(window.ids) == len(window.shapes) == len(window.offsets) <= LIMIT
        assert all(0 <= shape < SHAPES for shape in window.shapes)


def _window(length: int) -> Window:
    return Window([1] * length, [0] * length, [NOWHERE, *((10 * i, 10 * i + 9) for i in range(1, length - 1)), NOWHERE])


def _scores(tags: list[int], heads: dict[int, int]) -> tuple[np.ndarray, np.ndarray]:
    length = len(tags)
    scored = np.full((length, TAGS), -5.0, dtype=np.float32)
    scored[np.arange(length), tags] = -0.1
    arcs = np.full((length, length), -5.0, dtype=np.float32)
    for part, cue in heads.items():
        arcs[part, cue] = -0.1
    return scored, arcs


def test_marks_of_one_cue_share_it() -> None:
    tags = [0, begins(SOURCE), goes_on(SOURCE), begins(CUE), begins(CONTENT), goes_on(CONTENT), begins(CUE), 0]
    found = marks(_window(8), *_scores(tags, {1: 3, 2: 3, 3: 3, 4: 3, 5: 3, 6: 6}))
    assert [(m.role, m.start, m.end, m.cue) for m in found] == [
        (Role.SOURCE, 10, 29, 30),
        (Role.CUE, 30, 39, 30),
        (Role.CONTENT, 40, 59, 30),
        (Role.CUE, 60, 69, 60),
    ]


def test_a_stretch_that_was_not_begun_is_none() -> None:
    scored, arcs = _scores([0, goes_on(CONTENT), begins(CUE), 0], {1: 2, 2: 2})
    scored[1, begins(CONTENT)] = -1
    found = marks(_window(4), scored, arcs)
    assert [m.role for m in found] == [Role.CONTENT, Role.CUE], "the second best tag is taken where the best cannot be"


def test_without_a_cue_nothing_is_marked() -> None:
    assert marks(_window(4), *_scores([0, begins(SOURCE), begins(CONTENT), 0], {})) == ()


@pytest.mark.models
def test_the_shipped_tagger_marks_a_report() -> None:
    tag, named = onnx_tagger()
    text = "The minister said that three men had fled."
    found = {m.role: text[m.start - 5 : m.end - 5] for m in tag([Passage(text, 5)])}
    assert found[Role.SOURCE] == "The minister"
    assert found[Role.CUE] == "said"
    assert "three men had fled" in found[Role.CONTENT]
    assert named.role == "tagger"


@pytest.mark.models
def test_marks_do_not_depend_on_other_windows() -> None:
    tag, _ = onnx_tagger()
    text = "The army denied on Monday that its soldiers had crossed the border near the village. " * 12
    first, rest = Passage(text), Passage(text.replace("army", "navy"), len(text) + 1)
    assert tag([first, rest])[: len(tag([first]))] == tag([first])


def test_a_tagger_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no tagger"):
        onnx_tagger(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"), [({"sha256": "0" * 64}, "not the expected model"), ({"tags": 3}, "another version")]
)
def test_a_tagger_that_was_changed_is_refused(tmp_path: Path, change: dict[str, object], message: str) -> None:
    folder = copytree(default_folder(), tmp_path / "tagger")
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    (folder / CONFIG).write_text(json.dumps(config | change), encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        onnx_tagger(folder)


def test_weights_that_are_missing_are_one_line(tmp_path: Path) -> None:
    folder = copytree(default_folder(), tmp_path / "tagger")
    (folder / WEIGHTS).unlink()
    with pytest.raises(ModelError, match="cannot read"):
        onnx_tagger(folder)
