"""From articles and tables to claims with their propositions: one stream through the parser."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from claimcheck.extract.across import one_institution
from claimcheck.extract.antecedents import own_antecedents
from claimcheck.extract.attributions.tagged import FOUND_BY as TAGGER
from claimcheck.extract.backdrop import backdrop_of
from claimcheck.extract.claims_tables import claims_of_table, row_passages
from claimcheck.extract.claims_told import in_context, told_in
from claimcheck.extract.counted import with_counted
from claimcheck.extract.denied import with_denied
from claimcheck.extract.document import Document
from claimcheck.extract.extraction import Extraction, together
from claimcheck.extract.links import links_between
from claimcheck.extract.mending import mended
from claimcheck.extract.propositions import propositions_of
from claimcheck.extract.prose import passages
from claimcheck.extract.remembered import basis_of, remembered
from claimcheck.extract.said_at import published_day
from claimcheck.extract.stance import is_clause
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import Knowledge
from claimcheck.model import Article, Aspect, Claim, Corpus, Link, Notice, Stance, Statement
from claimcheck.ports import Mark, Models, Parser, Passage, Progress, quiet
from claimcheck.settings import ExtractSettings

Read = Callable[[Document, Sequence[Statement], Sequence[Mark] | None], Extraction]
"""What is found in a document, given the rows of its table or none, and the marks of the tagger where there is one."""


def extract_all(
    corpus: Corpus, models: Models, knowledge: Knowledge, settings: ExtractSettings, progress: Progress = quiet
) -> Extraction:
    """Return the claims of articles in English, and those of the tables: their articles are not searched for more.

    Where the models have a memory, an article that is in it is not read again.
    """
    read = reader(knowledge, settings)
    read = or_notice(read) if len(corpus.articles) > 1 else read

    def each(some: Corpus) -> Iterator[Extraction]:
        return extract_each(some, models, read, progress)

    if models.memory is None:
        found = together(each(corpus))
    else:
        found = together(remembered(corpus, each, models.memory, basis_of(models, knowledge, settings)))
    return one_institution(found, corpus.articles, knowledge)


def reader(knowledge: Knowledge, settings: ExtractSettings) -> Read:
    """Return what reads an article: the statements of a table, or else its prose."""

    def read(document: Document, rows: Sequence[Statement], marks: Sequence[Mark] | None, /) -> Extraction:
        return (
            _of_table(document, rows, knowledge, settings)
            if rows
            else _of_article(document, marks, knowledge, settings)
        )

    return read


def extract_each(corpus: Corpus, models: Models, read: Read, progress: Progress = quiet) -> Iterator[Extraction]:
    """Yield what is read in each article, by article id, all in one stream through the parser."""
    rows: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        rows[statement.article].append(statement)
    articles = sorted(corpus.articles, key=lambda article: article.id)
    tagged: deque[Future[tuple[Mark, ...]]] = deque()

    def cut(article: Article) -> Sequence[Passage]:
        found = _searched(article, rows.get(article.id, ()))
        if models.tag and article.id not in rows:
            tagged.append(beside.submit(models.tag, found))
        return found

    with ThreadPoolExecutor(1) as beside:  # the tagger runs beside the parser and the rules, on another core
        for document in progress("extract", documents_of(articles, models.parse, cut), len(articles)):
            told = rows.get(document.article.id, ())
            marks = tagged.popleft().result() if models.tag and not told else None
            yield read(document, told, marks)


def or_notice(read: Read) -> Read:
    """Return what reads an article, or gives a notice where that fails for whatever reason: others are not lost."""

    def isolated(document: Document, rows: Sequence[Statement], marks: Sequence[Mark] | None, /) -> Extraction:
        try:
            return read(document, rows, marks)
        except Exception as error:
            return Extraction(notices=(_unread(document.article, error),), whole=False)

    return isolated


def _unread(article: Article, error: Exception) -> Notice:
    what = f"nothing of it was read, which should not happen ({type(error).__name__}): check it alone to see why"
    return Notice("extract", what, article.id)


def _searched(article: Article, rows: Sequence[Statement]) -> Sequence[Passage]:
    """Return what of an article is parsed: its rows, or its prose, where that is English."""
    if rows:
        return row_passages(article, rows)
    return passages(article) if article.in_english else ()


def extract_claims(
    article: Article, models: Models, knowledge: Knowledge, settings: ExtractSettings
) -> tuple[Claim, ...]:
    """Return the claims of one article with their sources, chains and propositions, in text order."""
    return extract_all(Corpus((article,)), models, knowledge, settings).claims


def documents_of(
    articles: Iterable[Article], parse: Parser, cut: Callable[[Article], Sequence[Passage]]
) -> Iterator[Document]:
    """Yield the articles with their parses, all in one stream: `cut` says which passages of an article to parse."""
    waiting: deque[tuple[Article, int]] = deque()
    trees: list[Tree] = []
    for parsed in parse(_announced(articles, cut, waiting)):
        yield from _without_prose(waiting)
        trees.append(Tree(mended(parsed)))
        article, passages_left = waiting[0]
        if len(trees) == passages_left:
            waiting.popleft()
            yield Document(article, tuple(trees))
            trees = []
    yield from _without_prose(waiting)


def _announced(
    articles: Iterable[Article], cut: Callable[[Article], Sequence[Passage]], waiting: deque[tuple[Article, int]]
) -> Iterator[Passage]:
    """Yield the passages of all articles; before those of an article, note it with their number."""
    for article in articles:
        found = cut(article)
        waiting.append((article, len(found)))
        yield from found


def _without_prose(waiting: deque[tuple[Article, int]]) -> Iterator[Document]:
    while waiting and not waiting[0][1]:
        yield Document(waiting.popleft()[0], ())


def _of_article(
    document: Document, marks: Sequence[Mark] | None, knowledge: Knowledge, settings: ExtractSettings
) -> Extraction:
    told = told_in(document, marks, knowledge, settings)
    claims, denials = _with_propositions([t.claim for t in told], document, knowledge)
    links = _each_once([*links_between(told, document), *denials])
    notices = (*_silent(claims, document.article), *_undated(claims, document.article))
    return Extraction(claims, links, notices, (backdrop_of(document, knowledge),))


def _of_table(
    document: Document, rows: Sequence[Statement], knowledge: Knowledge, settings: ExtractSettings
) -> Extraction:
    listed = [in_context(claim, document, settings.context) for claim in claims_of_table(document, rows, knowledge)]
    claims, _ = _with_propositions(listed, document, knowledge)
    return Extraction(claims, (), tuple(_undated(claims, document.article)))


def _each_once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in text order, one for each two claims."""
    found: dict[tuple[str, str], Link] = {}
    for link in links:
        found.setdefault((link.a, link.b), link)
    return tuple(sorted(found.values(), key=lambda link: (link.span, link.a, link.b)))


def _with_propositions(
    claims: Sequence[Claim], document: Document, knowledge: Knowledge
) -> tuple[tuple[Claim, ...], list[Link]]:
    """Return the claims with what they state, and links from what is denied to its denial."""
    stated = [
        claim
        if _is_listed_only(claim, document)
        else replace(claim, propositions=propositions_of(claim, document, knowledge))
        for claim in claims
    ]
    full, links = with_denied(with_counted(stated, document), document)
    return own_antecedents(full), links


def _is_listed_only(claim: Claim, document: Document) -> bool:
    """Whether a claim states nothing to put beside others: an attitude or a mere phrase that the tagger alone found."""
    if claim.trace is None or claim.trace.found_by != TAGGER:
        return False
    trees = [(document.tree_at(span), span) for span in claim.spans]
    told = any(tree and is_clause(tree, tree.within(span)) for tree, span in trees)
    return claim.stance is Stance.ATTITUDE or not told


def _silent(claims: Sequence[Claim], article: Article) -> Iterator[Notice]:
    if not claims and article.in_english:
        yield Notice("extract", "no claim was found: nobody is reported to have said anything", article.id)


def _undated(claims: Sequence[Claim], article: Article) -> Iterator[Notice]:
    """Yield a notice where words for a day stay words, since the article's own date is not known."""
    if published_day(article):
        return
    said = [claim.said_at.text for claim in claims if claim.said_at and not claim.said_at.date]
    facts = [fact for claim in claims for proposition in claim.propositions for fact in proposition.facts]
    happened = [fact.text for fact in facts if fact.aspect is Aspect.WHEN and not fact.value and not fact.unit]
    if words := dict.fromkeys((*said, *happened)):
        quoted = ", ".join(f"“{word}”" for word in list(words)[:3])
        yield Notice("extract", f"the publication date is not known: {quoted} cannot be dated", article.id)
