"""The whole story: what `claimcheck check` does, from a corpus to a report."""

from __future__ import annotations

from claimcheck import __version__
from claimcheck.extract import extract_all
from claimcheck.findings import with_findings
from claimcheck.group import Material, grouped, pairs_worth_judging
from claimcheck.judge import decide, model_judges, remembered, rule_judges
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Corpus, Provenance, Report, propositions
from claimcheck.ports import Models, Progress, quiet
from claimcheck.settings import Settings


def check(
    corpus: Corpus,
    models: Models,
    settings: Settings = Settings(),
    knowledge: Knowledge | None = None,
    progress: Progress = quiet,
) -> Report:
    """Report where accounts of the same incident agree and where they conflict."""
    knowledge = knowledge or default_knowledge()
    models = models if settings.judging.in_doubt == "model" else models.without_entailer()
    models = models if settings.grouping.in_doubt == "model" else models.without_matcher()
    extracted = extract_all(corpus, models, knowledge, settings.extract, progress)
    vectors = models.embed([p.standalone for p in propositions(extracted.claims)])
    material = Material(corpus.articles, extracted.claims, extracted.links, vectors)
    origins, incidents = grouped(material, models, knowledge, settings.grouping)
    pairs = pairs_worth_judging(material, incidents, origins, settings.pairing)
    rules = remembered("rules", rule_judges(knowledge), models, knowledge)
    in_doubt = remembered("model", model_judges(models.entail), models, knowledge)
    comparisons = decide(pairs.pairs, rules, settings.judging, in_doubt)
    return Report(
        corpus.articles,
        extracted.claims,
        origins,
        with_findings(incidents, extracted.claims, origins, comparisons),
        comparisons,
        (*corpus.notices, *extracted.notices, *pairs.notices),
        Provenance(__version__, models.names, settings.sha256),
    )


def list_claims(
    corpus: Corpus,
    models: Models,
    settings: Settings = Settings(),
    knowledge: Knowledge | None = None,
    progress: Progress = quiet,
) -> Report:
    """Report who said what alone: nothing is grouped, nothing compared."""
    models = models.without_entailer().without_matcher()
    extracted = extract_all(corpus, models, knowledge or default_knowledge(), settings.extract, progress)
    provenance = Provenance(__version__, models.names, settings.sha256)
    return Report(corpus.articles, extracted.claims, (), (), (), (*corpus.notices, *extracted.notices), provenance)
