"""What every parser, embedder and entailer keeps to, the fakes as much as the real ones."""

from __future__ import annotations

from itertools import pairwise

import fakes
import numpy as np
import pytest

from claimcheck.backends.embedding.minilm import minilm
from claimcheck.backends.embedding.sentence_embedder import sentence_embedder
from claimcheck.ports import Models, Passage, Role

TEXTS = (
    "The agency said that 12 people were killed near the border. The army denied it.",
    "No one was hurt.",
    "“It was an accident,” the ministry's spokesman told reporters on Friday",
    "",
    "   ",
    "\t.\n\n;",
    "a\x00b\x1b[31m \ud800 \u202e end",
    "One. Two! Three?",
    '"An unbalanced quotation mark',
    "https://example.org/picture.png",
    "👩‍👩‍👧 in the camp of Naïve-sur-Mer…",
)


@pytest.fixture(params=["fakes", pytest.param("real", marks=pytest.mark.models)])
def bundle(request: pytest.FixtureRequest) -> Models:
    return fakes.FAKES if request.param == "fakes" else request.getfixturevalue("models")


@pytest.mark.parametrize("text", TEXTS)
def test_a_parse_covers_its_passage(bundle: Models, text: str) -> None:
    passage = Passage(text, 7)
    (parsed,) = bundle.parse([passage])
    assert parsed.passage is passage
    assert [token.i for token in parsed.tokens] == list(range(len(parsed.tokens)))
    for token in parsed.tokens:
        assert text[token.start - 7 : token.end - 7] == token.text
        assert token.lemma == token.lemma.lower()
    covered = {i for token in parsed.tokens for i in range(token.start - 7, token.end - 7)}
    assert sum(token.end - token.start for token in parsed.tokens) == len(covered), "no two tokens overlap"
    assert {i for i, character in enumerate(text) if not character.isspace()} <= covered


@pytest.mark.models
def test_words_are_read_alike_with_either_apostrophe(models: Models) -> None:
    typed, printed = (
        [(token.lemma, token.pos, token.dep) for token in next(iter(models.parse([Passage(text)]))).tokens]
        for text in ("They can't say that it's lost.", "They can’t say that it’s lost.")
    )
    assert printed == typed


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_hold_whole_trees(bundle: Models, text: str) -> None:
    (parsed,) = bundle.parse([Passage(text)])
    assert [i for first, last in parsed.sentences for i in range(first, last)] == list(range(len(parsed.tokens)))
    for number, (first, last) in enumerate(parsed.sentences):
        tokens = parsed.tokens[first:last]
        assert all(token.sentence == number and first <= token.head < last for token in tokens)
        assert sum(token.head == token.i for token in tokens) == 1
    assert all(0 <= entity.first < entity.last <= len(parsed.tokens) for entity in parsed.entities)


def test_a_parse_depends_on_its_passage_alone(bundle: Models) -> None:
    passages = [Passage(text, 3 * i) for i, text in enumerate(TEXTS)]
    together = list(bundle.parse(iter(passages)))
    assert [parsed.passage for parsed in together] == passages
    assert list(bundle.parse(reversed(passages))) == together[::-1]
    assert [next(iter(bundle.parse([passage]))) for passage in passages] == together


def test_marks_lie_in_their_passages_and_do_not_overlap(bundle: Models) -> None:
    assert bundle.tag
    passages, start = [], 3
    for text in (*TEXTS, "The UN said 12 people had been killed. NATO denied it, and an official said nobody knew."):
        passages.append(Passage(text, start))
        start += len(text) + 2
    marks = bundle.tag(passages)
    assert marks, "a text with a report has marks"
    assert all(a.end <= b.start for a, b in pairwise(marks))
    assert all(any(p.start <= m.start < m.end <= p.start + len(p.text) for p in passages) for m in marks)
    cues = {m.start for m in marks if m.role is Role.CUE}
    assert all(m.cue in cues and 0 <= m.sure <= 1 for m in marks)
    assert bundle.tag(passages) == marks
    assert bundle.tag([]) == ()


def test_an_embedding_is_a_unit_row(bundle: Models) -> None:
    rows = bundle.embed(TEXTS)
    assert rows.shape[0] == len(TEXTS)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-4)


def test_an_embedding_depends_on_its_text_alone(bundle: Models) -> None:
    rows = bundle.embed(TEXTS)
    assert (bundle.embed(TEXTS[::-1]) == rows[::-1]).all()
    assert (bundle.embed([TEXTS[1], TEXTS[0], TEXTS[1]]) == rows[[1, 0, 1]]).all()


def test_an_embedding_does_not_depend_on_texts_of_its_length(bundle: Models) -> None:
    texts = [f"The {what} of {whom} came on {day}." for what in WHAT for whom in WHOM for day in DAYS]
    rows = bundle.embed(texts)
    assert (bundle.embed(texts[::-7]) == rows[::-7]).all()
    assert (bundle.embed(texts[:1]) == rows[:1]).all()


def test_no_texts_have_no_embeddings(bundle: Models) -> None:
    assert len(bundle.embed([])) == 0


def test_what_is_alike_is_near(bundle: Models) -> None:
    killed, dead, trade = bundle.embed(
        ["Five soldiers were killed.", "Five soldiers were killed there.", "Exports of wheat grew"]
    )
    assert killed @ dead > killed @ trade


@pytest.mark.models
def test_the_default_embedder_gives_the_rows_of_sentence_transformers() -> None:
    texts = [*TEXTS, "The army said that three suspects had fled. " * 60]
    ours, named = minilm()
    theirs, _ = sentence_embedder(named.origin)
    assert np.abs(ours(texts) - theirs(texts)).max() < 5e-6


WHAT = ("ship", "army", "letter", "train")
WHOM = ("Spain", "France", "China")
DAYS = ("Monday", "Tuesday", "Sunday")
PAIRS = (
    ("The convoy was hit by the army", "The convoy was hit"),
    ("The convoy was hit by the army", "The convoy was not hit"),
    ("The convoy was hit", "Wheat exports grew"),
)


def test_entailment_scores_are_probabilities(bundle: Models) -> None:
    assert bundle.entail
    scores = bundle.entail(PAIRS)
    assert [sum(score) for score in scores] == pytest.approx([1] * len(PAIRS))
    assert [bundle.entail([pair])[0] for pair in PAIRS] == list(scores)
    expected = ["entailment", "contradiction", "neutral"]
    assert [max(score._fields, key=lambda name: getattr(score, name)) for score in scores] == expected


@pytest.mark.parametrize("kind", ["fake", pytest.param("real", marks=pytest.mark.models)])
def test_a_match_is_the_same_either_way_and_in_any_company(kind: str, request: pytest.FixtureRequest) -> None:
    match = fakes.match if kind == "fake" else request.getfixturevalue("models").match
    pairs = [*PAIRS, ("", "👩‍👩‍👧"), ("\ud800\x00", "The convoy was hit")]
    together = match(pairs)
    assert match([(b, a) for a, b in pairs]) == together
    assert [match([pair])[0] for pair in pairs[::-1]] == together[::-1]
    assert together[0] > together[2]
    assert match([]) == []
