"""The shared data as what grouping works on: claims with propositions, facts and vectors, and the gold beside them."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.extract import extract_all
from claimcheck.group import Material
from claimcheck.knowledge import Knowledge
from claimcheck.model import Article, Corpus, Span, Stance, Statement, propositions
from claimcheck.ports import Models, quiet
from claimcheck.settings import ExtractSettings

Row = dict[str, Any]


@dataclass(frozen=True)
class Labelled:
    """Claims with the matter that each is about, and pairs of claims with a label where the data has them."""

    name: str
    material: Material
    matter: dict[str, str]
    pairs: tuple[Row, ...]


def rows(path: Path) -> Iterator[Row]:
    """Read JSON lines, zipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def bundles(data: Path, models: Models, knowledge: Knowledge) -> list[Labelled]:
    """Return the bundles of conflict_dev, each a corpus of statements that are attributed already."""
    found = []
    for bundle in rows(data / "incidents" / "conflict_dev.jsonl"):
        articles = [Article(d["doc_id"], d["text"], d["outlet"], d.get("title"), d.get("date")) for d in bundle["docs"]]
        told = [_statement(s["id"], s["doc"], (s["start"], s["end"]), s["source"]) for s in bundle["statements"]]
        matter = {s["id"]: f"{bundle['bundle']} {s['incident'] or s['id']}" for s in bundle["statements"]}
        material = _material(Corpus(tuple(articles), tuple(told)), models, knowledge)
        found.append(Labelled(bundle["bundle"], material, matter, tuple(bundle["pairs"])))
    return found


def ecbplus(data: Path, split: str, models: Models, knowledge: Knowledge) -> list[Labelled]:
    """Return the topics of a part of ECB+: each labelled sentence a statement, its matter the subtopic."""
    folder = data / "incidents"
    pairs, used = defaultdict(list), defaultdict(set)
    for pair in rows(folder / f"ecbplus_{split}_sentpairs.jsonl.gz"):
        pairs[pair["topic"]].append(pair)
        used[pair["doc_a"]].add(pair["sent_id_a"])
        used[pair["doc_b"]].add(pair["sent_id_b"])
    topics: dict[int, list[Row]] = defaultdict(list)
    for doc in rows(folder / f"ecbplus_{split}_docs.jsonl.gz"):
        topics[doc["topic"]].append(doc)
    return [
        _topic(topic, docs, used, pairs[topic], (models, knowledge))
        for topic, docs in sorted(topics.items())
        if pairs[topic]
    ]


def sentence_id(doc: str, sentence: int) -> str:
    """Return the id of the statement that is a sentence of ECB+."""
    return f"{doc}#{sentence}"


def _topic(
    topic: int, docs: list[Row], used: dict[str, set[int]], pairs: list[Row], with_: tuple[Models, Knowledge]
) -> Labelled:
    articles, told, matter = [], [], {}
    for doc in docs:
        text = ""
        for i in sorted(used[doc["doc"]]):
            sentence = doc["sentences"][str(i)]
            name = sentence_id(doc["doc"], i)
            told.append(_statement(name, doc["doc"], (len(text), len(text) + len(sentence)), doc["doc"]))
            matter[name] = doc["subtopic"]
            text += sentence + "\n\n"
        articles.append(Article(doc["doc"], text, doc["doc"]))
    return Labelled(f"topic {topic}", _material(Corpus(tuple(articles), tuple(told)), *with_), matter, tuple(pairs))


def _statement(name: str, article: str, span: Iterable[int], source: str) -> Statement:
    return Statement(name, article, Span(*span), source, Stance.AFFIRM)


def _material(corpus: Corpus, models: Models, knowledge: Knowledge) -> Material:
    found = extract_all(corpus, models, knowledge, ExtractSettings(), quiet)
    vectors = models.embed([p.standalone for p in propositions(found.claims)])
    return Material(corpus.articles, found.claims, found.links, vectors)
