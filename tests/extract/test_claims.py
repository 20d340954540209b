"""From articles and tables to claims: spans, ids, order, voices, notices, one stream through the parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import fakes
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract import Extraction, extract_all, extract_claims
from claimcheck.extract.claims import documents_of
from claimcheck.extract.claims_told import told_in
from claimcheck.extract.document import Document
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Corpus, HedgedBy, Mode, Span, Stance, Statement, Voice, pieces
from claimcheck.ports import Models, Parse, Passage, Token
from claimcheck.settings import ExtractSettings

TEXT = (
    "A barge sank in the harbour of Arqa on Monday, killing two sailors.\n\n"
    '"The barge was old," said Mayor Talal Haddad. He added that three others were hurt.\n\n'
    "The Syrian Observatory for Human Rights said two sailors died.\n"
)


def extracted(models: Models, *articles: Article, **options: object) -> Extraction:
    corpus = Corpus(articles, options.get("statements", ()))  # type: ignore[arg-type]
    wanted = ExtractSettings(narration=bool(options.get("narration", True)))
    return extract_all(corpus, models, default_knowledge(), wanted)


@pytest.mark.models
def test_the_words_at_the_spans_are_the_words_of_the_claim(models: Models) -> None:
    article = Article("a", TEXT, outlet="The Paper")
    claims = extracted(models, article).claims
    assert len(claims) >= 4
    for claim in claims:
        assert claim.text == pieces(TEXT, claim.spans)
        assert TEXT[: claim.spans[0].start].endswith(claim.prefix)
        assert TEXT[claim.spans[-1].end :].startswith(claim.suffix)
        assert claim.mention is None or (claim.source_span and TEXT[slice(*claim.source_span)] == claim.mention)
        assert claim.cue is None or (claim.cue_span and TEXT[slice(*claim.cue_span)] == claim.cue)
        assert [p.id for p in claim.propositions] == [f"{claim.id}.{n}" for n, _ in enumerate(claim.propositions, 1)]


@pytest.mark.models
def test_claims_come_by_article_and_position_each_once(models: Models) -> None:
    articles = [Article(name, TEXT, outlet="The Paper") for name in "cab"]
    claims = extracted(models, *articles).claims
    places = [(claim.article, claim.spans) for claim in claims]
    assert places == sorted(places)
    assert len(set(places)) == len(places) == len({claim.id for claim in claims})
    assert claims == extracted(models, *reversed(articles)).claims


@pytest.mark.models
def test_an_article_that_cannot_be_read_does_not_take_the_others_with_it(
    models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(document: Document, *rest: Any) -> Any:
        if document.article.id == "b":
            raise RecursionError
        return told_in(document, *rest)

    monkeypatch.setattr("claimcheck.extract.claims.told_in", breaking)
    found = extracted(models, *(Article(name, TEXT) for name in "abc"))
    assert {claim.article for claim in found.claims} == {"a", "c"}
    assert [(n.article, "RecursionError" in n.message) for n in found.notices if n.article == "b"] == [("b", True)]
    with pytest.raises(RecursionError):
        extracted(models, Article("b", TEXT))


@pytest.mark.models
def test_sources_and_voices(models: Models) -> None:
    claims = extract_claims(Article("a", TEXT, outlet="The Paper"), models, default_knowledge(), ExtractSettings())
    told = {(claim.source.name, claim.voice, claim.chain) for claim in claims}
    assert ("The Paper", Voice.NARRATION, ("The Paper",)) in told
    assert ("Talal Haddad", Voice.ATTRIBUTED, ("The Paper", "Talal Haddad")) in told
    sohr = "Syrian Observatory for Human Rights"
    assert (sohr, Voice.ATTRIBUTED, ("The Paper", sohr)) in told


@pytest.mark.models
def test_who_goes_on_speaking_is_not_a_thing(models: Models) -> None:
    text = "Talal Haddad denied any role in the attack, adding that the port was safe and the gate shut."
    claims = extracted(models, Article("a", text), narration=False).claims
    assert {claim.source.name for claim in claims} == {"Talal Haddad"}


@pytest.mark.models
def test_narration_can_be_left_out(models: Models) -> None:
    claims = extracted(models, Article("a", TEXT), narration=False).claims
    assert claims
    assert {claim.voice for claim in claims} == {Voice.ATTRIBUTED}


@pytest.mark.models
@pytest.mark.parametrize(("published", "notices"), [(None, 1), ("2020-03-04", 0), ("last spring", 1)])
def test_a_notice_says_that_days_cannot_be_dated(models: Models, published: str | None, notices: int) -> None:
    assert len(extracted(models, Article("a", TEXT, published=published)).notices) == notices


ROWS = "Two sailors died.\n“The barge was old.”\nThe mayor denies it.\n"
TABLE = Article("t", ROWS, outlet="The Paper")
STATEMENTS = (
    Statement("r2", "t", Span(18, 38), "Talal Haddad"),
    Statement("r1", "t", Span(0, 17), "The Paper"),
)


@pytest.mark.models
def test_rows_of_a_table_become_claims_and_nothing_else_does(models: Models) -> None:
    first, second = extracted(models, TABLE, statements=STATEMENTS).claims
    assert (first.id, first.voice, first.mode, first.chain) == ("r1", Voice.NARRATION, None, ("The Paper",))
    assert (second.id, second.voice, second.mode) == ("r2", Voice.ATTRIBUTED, Mode.DIRECT)
    assert second.text == "The barge was old."
    assert second.chain == ("The Paper", "Talal Haddad")
    assert first.propositions
    assert second.propositions


def test_each_article_has_the_marks_of_its_own_words() -> None:
    texts = {
        "a": "UN said the road was shut.",
        "b": "",
        "c": "NATO said the road was open.",
        "d": "WHO said nobody fled.",
    }
    articles = [Article(name, text) for name, text in texts.items()]
    row = Statement("r", "c", Span(0, 28), "NATO")
    together = extracted(fakes.FAKES, *articles, statements=(row,))
    alone = [extracted(fakes.FAKES, a, statements=(row,) if a.id == "c" else ()) for a in articles]
    assert together.claims == tuple(claim for each in alone for claim in each.claims)
    assert [(c.article, c.text) for c in together.claims if c.trace and c.trace.found_by == "tagger"] == [
        ("a", "the road was shut"),
        ("d", "nobody fled"),
    ]


def parsed(passages: Iterable[Passage]) -> Iterator[Parse]:
    """Parse nothing: a token a passage."""
    for passage in passages:
        token = Token(0, passage.text, passage.start, passage.start + 1, "", "X", "X", "ROOT", 0, "", 0)
        yield Parse(passage, (token,), ((0, 1),), ())


@given(st.lists(st.integers(0, 3), max_size=8))
def test_every_article_gets_its_own_passages(numbers: list[int]) -> None:
    articles = [Article(str(n), "x" * number) for n, number in enumerate(numbers)]
    documents = list(documents_of(articles, parsed, lambda a: [Passage("x", i) for i in range(len(a.text))]))
    assert [document.article for document in documents] == articles
    assert [len(document.trees) for document in documents] == numbers


def test_articles_are_cut_only_when_they_are_asked_for() -> None:
    asked: list[str] = []

    def cut(article: Article) -> list[Passage]:
        asked.append(article.id)
        return [Passage("x", 0)]

    documents = documents_of((Article(str(n), "x") for n in range(100)), parsed, cut)
    next(documents)
    assert len(asked) < 5


ODD = st.text(alphabet=st.sampled_from('ab. ,"“”\'’«»()\n\r\x00\x1b\u202eSaid"said the IDF NNA'), max_size=120)


@pytest.mark.models
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ODD)
def test_any_text_can_be_read(models: Models, text: str) -> None:
    for claim in extracted(models, Article("a", text)).claims:
        assert claim.text == pieces(text, claim.spans)


@pytest.mark.models
@pytest.mark.parametrize(
    ("outlet", "by"),
    [("Israel Defense Forces", HedgedBy.SOURCE), ("The Paper", HedgedBy.OUTLET)],
)
def test_a_hedge_is_of_whoever_speaks(models: Models, outlet: str, by: HedgedBy) -> None:
    text = "On Monday troops shot three men, apparently smugglers, near the fence."
    claims = extract_claims(Article("a", text, outlet), models, default_knowledge(), ExtractSettings())
    assert [(hedge.text, hedge.by) for claim in claims for hedge in claim.hedges] == [("apparently", by)]


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ('Peskov denied that Putin would come. "No visit is planned," he told reporters.', "No visit", "Dmitry Peskov"),
        ('Officials said that Joe Biden was well. "I feel fine," he told reporters.', "I feel", "Joe Biden"),
        ("Mayor Carl Lund said that Peter Holm had left. He said that he was sorry.", "he was sorry", "Carl Lund"),
    ],
)
def test_he_is_who_told_it_rather_than_who_is_told_of(models: Models, text: str, words: str, person: str) -> None:
    claims = extracted(models, Article("a", text, outlet="The Paper")).claims
    assert [claim.chain[-1] for claim in claims if claim.text.startswith(words)] == [person]


TOLD_BY = [
    (
        "The toll is now 12, the official IRNA news agency reported Saturday, quoting the local emergency services.",
        "The toll is now 12",
        ("The Paper", "Islamic Republic News Agency", "the local emergency services"),
    ),
    (
        "Five people were killed, Interfax reported, citing the local prosecutor's office.",
        "Five people were killed",
        ("The Paper", "Interfax", "the local prosecutor's office"),
    ),
    (
        "Quoting the governor's office, IRNA said that nine people were hurt.",
        "nine people were hurt",
        ("The Paper", "Islamic Republic News Agency", "the governor's office"),
    ),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "words", "chain"), TOLD_BY)
def test_who_is_cited_speaks_through_who_cites(models: Models, text: str, words: str, chain: tuple[str, ...]) -> None:
    claims = extracted(models, Article("a", text, outlet="The Paper")).claims
    assert [(claim.text, claim.chain) for claim in claims] == [(words, chain)]


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Transport Minister Karl Moe ruled out hostile fire.", [("hostile fire", Stance.DENY)]),
        ("The army ruled out that it came from Lebanon.", [("it came from Lebanon", Stance.DENY)]),
        ("Police have not ruled out arson.", [("arson", Stance.REFUSE)]),
        ("A group calling itself the Front said that it did so.", [("it did so", Stance.AFFIRM)]),
    ],
)
def test_what_a_verb_tells_with_its_particle(models: Models, text: str, told: list[tuple[str, Stance]]) -> None:
    claims = extracted(models, Article("a", text, outlet="The Paper")).claims
    assert [(claim.text, claim.stance) for claim in claims] == told
