"""A run with the cache comes to the same as one without, and reads only what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import fakes
import numpy as np
import pytest

from claimcheck import pipeline, reading
from claimcheck.cache import remembering
from claimcheck.exports import report_json
from claimcheck.extract import extract_all
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Corpus, ModelName, Span, Statement
from claimcheck.ports import Models, Parse, Passage
from claimcheck.settings import ExtractSettings, GroupingSettings, Settings

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = tuple(ModelName(role, "fake", "tests", "0" * 64) for role in ("parser", "tagger", "embedder", "matcher"))
ASKING = Settings(grouping=GroupingSettings(in_doubt="model"))
TEXT = 'The army said that "two boats came close". On Sunday 12 people died, POLICE said, and 3 of 4 houses burnt.'
CORPUS = Corpus(
    (
        Article("a", TEXT, "Post"),
        Article("b", "POLICE said no one died.", "Herald"),
        Article("t", "Two died."),
        Article("ab", "L'armée dit que deux hommes ont fui.", "Post", language="fr"),
    ),
    (Statement("s1", "t", Span(0, 9), "Army"),),
)


class Counted:
    """The fakes, with what they were asked."""

    def __init__(self) -> None:
        self.parsed: list[str] = []
        self.embedded: list[str] = []
        self.matched: list[tuple[str, str]] = []

    def models(self, names: tuple[ModelName, ...] = NAMES) -> Models:
        return Models(self.parse, self.embed, fakes.entail, fakes.tag, names, match=self.match)

    def parse(self, passages: Iterable[Passage], /) -> Iterator[Parse]:
        for passage in passages:
            self.parsed.append(passage.text)
            yield from fakes.parse([passage])

    def embed(self, texts: Sequence[str], /) -> Vectors:
        self.embedded += texts
        return fakes.embed(texts)

    def match(self, pairs: Sequence[tuple[str, str]], /) -> Sequence[float]:
        self.matched += pairs
        return fakes.match(pairs)


def run(
    corpus: Corpus, memory: fakes.Memory | None, counted: Counted | None = None, settings: Settings = Settings()
) -> str:
    models = (counted or Counted()).models()
    return report_json(pipeline.check(corpus, remembering(models, memory) if memory else models, settings))


@pytest.mark.parametrize("corpus", [CORPUS, Corpus(), reading.read([SAMPLES])], ids=["made", "empty", "samples"])
def test_the_same_bytes_with_and_without(corpus: Corpus) -> None:
    memory, again = fakes.Memory(), Counted()
    without = run(corpus, None, settings=ASKING)
    assert run(corpus, memory, settings=ASKING) == without
    assert run(corpus, memory, again, ASKING) == without
    assert not again.parsed
    assert not again.embedded
    assert not again.matched


def test_only_what_is_new_is_read() -> None:
    memory, counted = fakes.Memory(), Counted()
    run(CORPUS, memory)
    more = Article("aa", "Three ships sank.", "Post")
    moved = tuple(replace(article, path="elsewhere") for article in CORPUS.articles)
    grown = Corpus((*moved, more), CORPUS.statements)
    assert run(grown, memory, counted) == run(grown, None)
    assert counted.parsed == ["Three ships sank."]
    assert all("ships" in text for text in counted.embedded)


@pytest.mark.parametrize(
    "changed",
    [
        lambda a: replace(a, text=a.text + " "),
        lambda a: replace(a, outlet="Other"),
        lambda a: replace(a, published="2024-03-05"),
        lambda a: replace(a, id="other"),
    ],
    ids=["text", "outlet", "published", "id"],
)
def test_whatever_is_known_of_an_article_counts(changed: object) -> None:
    assert callable(changed)
    memory, counted = fakes.Memory(), Counted()
    run(CORPUS, memory)
    run(Corpus((changed(CORPUS.articles[0]),)), memory, counted)
    assert counted.parsed


def test_other_settings_models_or_statements_are_another_result() -> None:
    memory = fakes.Memory()
    run(CORPUS, memory)
    counted = Counted()
    run(CORPUS, memory, counted, Settings(extract=ExtractSettings(context=10)))
    assert counted.parsed
    other = Counted()
    names = tuple(replace(name, sha256="1" * 64) for name in NAMES)
    pipeline.check(CORPUS, remembering(other.models(names), memory))
    assert other.parsed
    assert other.embedded
    row = Counted()
    run(replace(CORPUS, statements=(replace(CORPUS.statements[0], source="Navy"),)), memory, row)
    assert row.parsed == ["Two died."]


@pytest.mark.parametrize("names", [(), tuple(replace(name, sha256=None) for name in NAMES)])
def test_a_model_whose_checksum_is_not_known_is_asked_every_time(names: tuple[ModelName, ...]) -> None:
    memory = fakes.Memory()
    pipeline.check(CORPUS, remembering(Counted().models(names), memory))
    assert not memory.kept


@pytest.mark.parametrize(
    "torn",
    [
        lambda _: b"",
        lambda _: b"nonsense",
        lambda value: bytes(len(value)),
        lambda value: value[:-1],
        lambda value: value[:-4],
        lambda value: value + bytes(4),
    ],
    ids=["nothing", "nonsense", "zeros", "a byte short", "a number short", "a number more"],
)
def test_bytes_that_mean_nothing_are_made_anew(torn: Callable[[bytes], bytes]) -> None:
    memory = fakes.Memory()
    without = run(CORPUS, memory, settings=ASKING)
    memory.kept = {key: torn(value) for key, value in memory.kept.items()}
    assert run(CORPUS, memory, settings=ASKING) == without


def test_an_article_that_could_not_be_read_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = fakes.Memory()
    with monkeypatch.context() as broken:
        broken.setattr("claimcheck.extract.claims.told_in", lambda *_: 1 / 0)
        assert "ZeroDivisionError" in run(CORPUS, memory)
    assert run(CORPUS, memory) == run(CORPUS, None)


def test_a_lone_surrogate_is_read_each_time() -> None:
    corpus = Corpus((Article("a", "POLICE said \ud800 died.", "Post"),))
    memory = fakes.Memory()
    assert run(corpus, memory) == run(corpus, memory) == run(corpus, None)


def test_what_comes_back_is_what_was_kept_to_the_type() -> None:
    memory, knowledge, settings = fakes.Memory(), default_knowledge(), ExtractSettings()
    models = remembering(Counted().models(), memory)
    corpus = reading.read([SAMPLES])
    first, second = (extract_all(corpus, models, knowledge, settings) for _ in range(2))
    assert repr(first) == repr(second)
    assert repr(first) == repr(extract_all(corpus, Counted().models(), knowledge, settings))


def test_rows_are_those_of_the_model() -> None:
    embed = remembering(Counted().models(), fakes.Memory()).embed
    texts = [f"text {n % 7}" for n in range(20)]
    for _ in range(2):
        assert np.array_equal(embed(texts), fakes.embed(texts))
    assert embed([]).shape == fakes.embed([]).shape
