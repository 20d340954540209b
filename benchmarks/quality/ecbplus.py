"""Pairs of sentences on one happening or only alike, and the incidents that grouping makes of them: ECB+.

Each labelled sentence is a claim of its document, and the article is these sentences. No mention, chain or subtopic
is read for it: they only score. Each topic is grouped by itself. Intervals are over topics, since the pairs of one are
no independent evidence: 95 in 100 resamples of the eight topics lie within them. The same with the network that
grouping may ask where facts are silent: for the areas it is asked of every sixth pair, for the incidents as in a run.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.measures import Measure
from claimcheck.extract import extract_all
from claimcheck.group import Material, group_incidents, group_origins
from claimcheck.group.evidence import FEATURES, Compare
from claimcheck.group.grounds import held_in
from claimcheck.group.in_doubt import nearest_words, reweighed, silent
from claimcheck.group.prior import with_prior
from claimcheck.group.utterances import utterances
from claimcheck.group.weights import weights
from claimcheck.knowledge import Knowledge
from claimcheck.model import Article, Corpus, Span, Stance, Statement, propositions
from claimcheck.ports import Matcher, Models, quiet
from claimcheck.settings import Settings

FILES = ("incidents/ecbplus_dev_docs.jsonl.gz", "incidents/ecbplus_dev_sentpairs.jsonl.gz")
_EVERY = 6
"""Of so many pairs one has a score by the network, which reads some ten a second."""
_RESAMPLES = 500
_ENDS = 40
"""Of as many equal parts of the resamples, the first and the last are outside an interval."""

Row = dict[str, Any]


Topic = NDArray[np.float64]
"""A row for each pair of sentences: whether they tell of one happening, are of one subtopic, the score of the pair (NaN
where it has none), and whether one incident holds both."""
_SAME, _SUBTOPIC, _SCORE, _TOGETHER = range(4)


def measure(data: Path, models: Models, knowledge: Knowledge) -> list[Measure]:
    """Return the areas under the curve and the F1 over the pairs of all topics, each with the ends of its interval."""
    found = _measures("ECB+", [_scored(docs, pairs, models, knowledge, None) for docs, pairs in _topics(data)])
    if models.match is None:
        return found
    asked = [_scored(docs, pairs, models, knowledge, models.match) for docs, pairs in _topics(data)]
    return found + _measures("ECB+, network asked:", asked)


def _measures(name: str, topics: Sequence[Topic]) -> list[Measure]:
    scored = [topic[~np.isnan(topic[:, _SCORE])] for topic in topics]
    within = [topic[topic[:, _SUBTOPIC] > 0] for topic in scored]
    found: list[Measure] = []
    for what, over, of in (
        ("AUC all pairs", scored, auc),
        ("AUC one subtopic", within, auc),
        ("F1 of incidents", topics, f1),
    ):
        low, high = interval(over, of)
        ends = (("", of(np.concatenate(over))), (", low", low), (", high", high))
        found += [Measure(f"{name} {what}{end}", value) for end, value in ends]
    return found


def auc(pairs: Topic) -> float:
    """Return the share of (same, other) pairs of pairs whose scores are in that order; ties count half."""
    one = pairs[:, _SAME] > 0
    same, others = pairs[one, _SCORE], np.sort(pairs[~one, _SCORE])
    below = np.searchsorted(others, same, "left").sum() + np.searchsorted(others, same, "right").sum()
    return float(below) / max(1, 2 * len(same) * len(others))


def f1(pairs: Topic) -> float:
    """Return the F1 of the pairs that are put together."""
    right = float((pairs[:, _SAME] * pairs[:, _TOGETHER]).sum())
    return 2 * right / max(1.0, float(pairs[:, [_SAME, _TOGETHER]].sum()))


def interval(topics: Sequence[Topic], of: Callable[[Topic], float]) -> tuple[float, float]:
    """Return the ends of the 95 % bootstrap interval of a figure, over topics drawn with replacement."""
    draw = random.Random(0)
    found = quantiles((of(np.concatenate(draw.choices(topics, k=len(topics)))) for _ in range(_RESAMPLES)), n=_ENDS)
    return found[0], found[-1]


def _topics(data: Path) -> Iterator[tuple[list[Row], list[Row]]]:
    docs, pairs = defaultdict[int, list[Row]](list), defaultdict[int, list[Row]](list)
    for found, file in ((docs, FILES[0]), (pairs, FILES[1])):
        with gzip.open(data / file, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                found[row["topic"]].append(row)
    yield from ((docs[topic], pairs[topic]) for topic in sorted(pairs))


def _scored(
    docs: Sequence[Row], pairs: Sequence[Row], models: Models, knowledge: Knowledge, match: Matcher | None
) -> Topic:
    """The pairs of one topic with the score of each two sentences, and whether its incidents hold both."""
    material, settings = _material(_corpus(docs, pairs), models, knowledge), Settings().grouping
    every, scores = _EVERY if match else 1, np.full(len(pairs), np.nan)
    scores[::every] = _scores(material, pairs[::every], match, knowledge)
    incidents: dict[str, set[str]] = defaultdict(set)
    owner = {p.id: claim.id for claim in material.claims for p in claim.propositions}
    origins = group_origins(material, settings, knowledge)
    for incident in group_incidents(material, origins, knowledge, settings, match):
        for proposition in incident.propositions:
            incidents[owner[proposition]].add(incident.id)
    rows = [
        (
            pair["same_event"],
            pair["same_subtopic"],
            score,
            bool(incidents[_name(pair, "a")] & incidents[_name(pair, "b")]),
        )
        for pair, score in zip(pairs, scores.tolist(), strict=True)
    ]
    return np.array(rows, dtype=np.float64)


def _scores(
    material: Material, pairs: Sequence[Row], match: Matcher | None, knowledge: Knowledge
) -> NDArray[np.float64]:
    """Score pairs of sentences as grouping scores pairs of threads, with no limit to what the network is asked."""
    settings = replace(Settings().grouping, most_asked=len(pairs))
    compare, told = Compare(material.vectors, knowledge), utterances(material)
    at = {utterance.claim.id: i for i, utterance in enumerate(told)}
    ends = np.array([(at[_name(pair, "a")], at[_name(pair, "b")]) for pair in pairs])
    profiles = [compare.profile(utterance) for utterance in told]
    table = compare.table(profiles, ends.tolist())
    unsaid = silent(held_in(table, settings.strong))
    scores = with_prior(weights("same_matter").of_table(FEATURES, table), unsaid, len(material.articles), settings)
    if match is None:
        return scores
    texts = [telling.proposition.standalone for telling in material.by_row]
    words = nearest_words(ends, [profile.rows for profile in profiles], material.vectors, texts)
    return reweighed(scores, unsaid, words, match, settings)


def _name(pair: Row, side: str) -> str:
    return f"{pair[f'doc_{side}']}#{pair[f'sent_id_{side}']}"


def _corpus(docs: Sequence[Row], pairs: Sequence[Row]) -> Corpus:
    used = {_name(pair, side) for pair in pairs for side in "ab"}
    articles, statements = list[Article](), list[Statement]()
    for doc in docs:
        text, name = "", doc["doc"]
        for i, sentence in sorted(doc["sentences"].items(), key=lambda it: int(it[0])):
            if f"{name}#{i}" in used:
                span = Span(len(text), len(text) + len(sentence))
                statements.append(Statement(f"{name}#{i}", name, span, name, Stance.AFFIRM))
                text += sentence + "\n\n"
        articles.append(Article(name, text, name))
    return Corpus(tuple(articles), tuple(statements))


def _material(corpus: Corpus, models: Models, knowledge: Knowledge) -> Material:
    found = extract_all(corpus, models, knowledge, Settings().extract, quiet)
    vectors = models.embed([p.standalone for p in propositions(found.claims)])
    return Material(corpus.articles, found.claims, found.links, vectors)
