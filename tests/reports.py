"""Reports made by hand for the tests of what is shown and written: an invented matter at an invented strait.

`strait_report()` holds every kind of finding; `hostile_report()` holds text that would like to be obeyed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from claimcheck.model import (
    Article,
    Aspect,
    AspectVerdict,
    Bound,
    Cell,
    Claim,
    Comparison,
    ComparisonKind,
    Fact,
    Finding,
    Grounds,
    Hedge,
    HedgedBy,
    Incident,
    Kind,
    LinkedBy,
    Mode,
    ModelName,
    Notice,
    Opinion,
    Origin,
    Polarity,
    Proposition,
    Provenance,
    Relation,
    Report,
    SaidAt,
    Source,
    Span,
    Stance,
    Status,
    Strength,
    Verdict,
    Voice,
    pieces,
)

T = TypeVar("T")

COAST_GUARD = Source("scg", "Sorrel Coast Guard", "army", "Sorrel")
NAVY = Source("orn", "Orland Navy", "army", "Orland")
FISHERMAN = Source("u1", "a fisherman", "unnamed")
WITNESS_1 = Source("u2", "witnesses", "unnamed")
WITNESS_2 = Source("u3", "witnesses", "unnamed")
MINISTER = Source("ilse-marn", "Ilse Marn", "person", "Orland")
POST = Source("harbour-post", "The Harbour Post", "outlet")

POST_TEXT = """\
Trawler hit off Cape Vell

A patrol boat of the Orland Navy fired two rockets at the trawler Maribel off Cape Vell on Sunday, \
the Sorrel Coast Guard said.

"The Maribel was fishing in Sorrel waters. Two sailors were killed and “a third, perhaps a boy, is missing”," \
the Coast Guard said in a statement.

Several hours later, the Orland Navy described the incident: its crew "fired a warning flare" in the air after \
the vessel, apparently a smuggler, ignored "five calls by radio". The navy denied that rockets were used. \
"At least one crewman drowned," it said.

The Coast Guard said that smoke rose "before dawn".

The navy's rockets came from the south, The Harbour Post has learned.

"The boat turned back at once," a fisherman reportedly told Radio Vell, according to Lantern News.

Orland's minister, Ilse Marn, said: "We will go on
patrolling. Nobody stops us."
"""
WIRE_TEXT = """\
VELL (Delta Wire) - Smoke rose over the quay at about 6 a.m., witnesses said.

Three people died, other witnesses said.
"""
NAVY_TEXT = """\
Statement of the Orland Navy

Our patrol fired one flare. The trawler left Orland waters. No rocket was fired.
"""

ARTICLES = (
    Article(
        "a-post", POST_TEXT, "The Harbour Post", "Trawler hit off Cape Vell", "2021-03-14", url="https://post.example/1"
    ),
    Article(
        "b-lantern", WIRE_TEXT, "Lantern News", "Smoke over Vell", "2021-03-14T09:30:00Z", url="javascript:alert(1)"
    ),
    Article("c-daily", WIRE_TEXT, "Strait Daily", "Smoke", "2021-03-15"),
    Article("d-vell", WIRE_TEXT, "Vell Herald"),
    Article("e-navy", NAVY_TEXT, "Orland Navy"),
)


@dataclass(frozen=True)
class Told:
    """How the next claim is told: everything but its words."""

    article: Article
    source: Source
    mode: Mode | None
    cue: str | None = None
    relays: tuple[str, ...] = ()
    stance: Stance = Stance.AFFIRM
    hedges: tuple[tuple[str, HedgedBy], ...] = ()
    said_at: SaidAt | None = None
    polarity: Polarity = Polarity.POSITIVE


Detail = tuple[Aspect, str, float | str | None, Bound, str | None, str | None]


def detail(
    aspect: Aspect, words: str, value: float | str | None = None, of: str | None = None, op: Bound = Bound.EXACT
) -> Detail:
    return (aspect, words, value, op, "person" if isinstance(value, float) else None, of)


def found(article: Article, words: str, start: int = 0) -> Span:
    start = article.text.index(words, start)
    return Span(start, start + len(words))


def claim(name: str, told: Told, words: str | Sequence[str], details: Sequence[Detail] = ()) -> Claim:
    """Return a claim of one proposition, its spans looked up in its article."""
    text = told.article.text
    spans = tuple(found(told.article, piece) for piece in ([words] if isinstance(words, str) else words))
    facts = tuple(
        Fact(aspect, part, found(told.article, part, spans[0].start), value, op, unit, of)
        for aspect, part, value, op, unit, of in details
    )
    own = told.mode is None
    cue_span = found(told.article, told.cue) if told.cue else None
    return Claim(
        id=name,
        article=told.article.id,
        outlet=told.article.outlet,
        source=told.source,
        chain=(told.article.outlet or "", *told.relays, *(() if own else (told.source.name,))),
        voice=Voice.NARRATION if own else Voice.ATTRIBUTED,
        mode=told.mode,
        stance=told.stance,
        text=pieces(text, spans),
        spans=spans,
        hedges=tuple(Hedge(part, found(told.article, part), by) for part, by in told.hedges),
        cue=told.cue,
        cue_span=cue_span,
        prefix=text[max(spans[0].start - 12, 0) : spans[0].start],
        suffix=text[spans[-1].end : spans[-1].end + 12],
        said_at=told.said_at,
        propositions=(
            Proposition(
                f"{name}.0", name, pieces(text, spans), spans, pieces(text, spans), (), Kind.EVENT, told.polarity, facts
            ),
        ),
    )


_POST, _LANTERN, _DAILY, _HERALD, _NAVY = ARTICLES
_LATER = SaidAt("Several hours later")
_STATEMENT = SaidAt("in a statement", "2021-03-14", "the article's date")

CLAIMS = (
    claim(
        "c01",
        Told(_POST, COAST_GUARD, Mode.INDIRECT, "said"),
        "A patrol boat of the Orland Navy fired two rockets at the trawler Maribel off Cape Vell on Sunday",
        [
            detail(Aspect.STATUS, "fired", "shoot", "shoot"),
            detail(Aspect.BY_WHOM, "A patrol boat of the Orland Navy", "orn", "shoot"),
            detail(Aspect.TO_WHOM, "the trawler Maribel", "trawler", "shoot"),
            detail(Aspect.WHAT, "two rockets", "rocket", "shoot"),
            detail(Aspect.WHERE, "off Cape Vell", "Cape Vell", "shoot"),
            detail(Aspect.WHEN, "on Sunday", "2021-03-14", "shoot"),
        ],
    ),
    claim(
        "c02",
        Told(
            _POST,
            COAST_GUARD,
            Mode.DIRECT,
            "said",
            said_at=_STATEMENT,
            hedges=(("perhaps", HedgedBy.SOURCE),),
        ),
        "The Maribel was fishing in Sorrel waters. Two sailors were killed and “a third, perhaps a boy, is missing”,",
        [
            detail(Aspect.HOW_MANY, "Two sailors", 2.0, "kill"),
            detail(Aspect.HOW_MANY, "a third, perhaps a boy", 1.0, "miss"),
            detail(Aspect.WHERE, "in Sorrel waters", "Sorrel"),
        ],
    ),
    claim(
        "c03",
        Told(
            _POST, NAVY, Mode.MIXED, "described the incident", hedges=(("apparently", HedgedBy.SOURCE),), said_at=_LATER
        ),
        'its crew "fired a warning flare" in the air after the vessel, apparently a smuggler, '
        'ignored "five calls by radio"',
        [
            detail(Aspect.STATUS, "fired a warning flare", "shoot", "shoot"),
            detail(Aspect.BY_WHOM, "its crew", "orn", "shoot"),
            detail(Aspect.TO_WHOM, "the vessel, apparently a smuggler", "vessel", "shoot"),
            detail(Aspect.WHAT, "a warning flare", "flare", "shoot"),
            detail(Aspect.HOW, "in the air", None, "shoot"),
            detail(Aspect.WHY, 'ignored "five calls by radio', None, "shoot"),
        ],
    ),
    claim(
        "c04",
        Told(_POST, NAVY, Mode.INDIRECT, "denied", stance=Stance.DENY),
        "rockets were used",
        [detail(Aspect.WHAT, "rockets", "rocket", "shoot")],
    ),
    claim(
        "c05",
        Told(_POST, NAVY, Mode.DIRECT, "said"),
        "At least one crewman drowned,",
        [detail(Aspect.HOW_MANY, "At least one crewman", 1.0, "kill", Bound.AT_LEAST)],
    ),
    claim(
        "c06",
        Told(_POST, POST, None),
        "The navy's rockets came from the south",
        [detail(Aspect.WHAT, "The navy's rockets", "rocket", "shoot")],
    ),
    claim(
        "c07",
        Told(
            _POST,
            FISHERMAN,
            Mode.DIRECT,
            "told",
            ("Lantern News", "Radio Vell"),
            hedges=(("reportedly", HedgedBy.OUTLET),),
        ),
        "The boat turned back at once,",
        [detail(Aspect.HOW, "at once")],
    ),
    claim(
        "c08",
        Told(_POST, MINISTER, Mode.DIRECT, "said", stance=Stance.ATTITUDE),
        "We will go on\npatrolling. Nobody stops us.",
    ),
    *(
        claim(
            f"c{number:02}",
            Told(article, WITNESS_1, Mode.INDIRECT, "said"),
            "Smoke rose over the quay at about 6 a.m.",
            [
                detail(Aspect.STATUS, "rose", "rise", "rise"),
                detail(Aspect.WHEN, "at about 6 a.m.", "06:00", "rise"),
                detail(Aspect.WHERE, "over the quay", None, "rise"),
            ],
        )
        for number, article in enumerate((_LANTERN, _DAILY, _HERALD), 9)
    ),
    claim(
        "c12",
        Told(_LANTERN, WITNESS_2, Mode.INDIRECT, "said"),
        "Three people died",
        [detail(Aspect.HOW_MANY, "Three people", 3.0, "kill")],
    ),
    claim(
        "c13",
        Told(_NAVY, NAVY, None),
        ["Our patrol fired one flare.", "No rocket was fired."],
        [
            detail(Aspect.STATUS, "fired one flare", "shoot", "shoot"),
            detail(Aspect.WHAT, "one flare", "flare", "shoot"),
        ],
    ),
    claim(
        "c15",
        Told(_POST, COAST_GUARD, Mode.MIXED, "said"),
        'smoke rose "before dawn',
        [detail(Aspect.STATUS, "smoke rose", "rise", "rise"), detail(Aspect.WHEN, "before dawn", None, "rise")],
    ),
    claim("c14", Told(_NAVY, NAVY, None, polarity=Polarity.NEGATIVE), "The trawler left Orland waters"),
)
BY_ID = {each.id: each for each in CLAIMS}


def cell(name: str, words: str) -> Cell:
    """Return the words of a fact of a claim, with the hedges that overlap them or that are the outlet's."""
    given = BY_ID[name]
    facts = [(p, fact) for p in given.propositions for fact in p.facts if fact.text == words]
    proposition, fact = facts[0]
    hedges = tuple(h for h in given.hedges if h.by is HedgedBy.OUTLET or h.span.overlaps(fact.span))
    return Cell(given.source.id, name, proposition.id, words, fact.span, given.mode, hedges)


@dataclass(frozen=True)
class Judged:
    """The two sides of a comparison on one aspect, and what they come to."""

    aspect: Aspect
    relation: Relation
    reason: str
    a: tuple[str, str]
    b: tuple[str, str]
    of: str | None = "shoot"
    kind: ComparisonKind = ComparisonKind.CROSS_SOURCE
    strength: Strength = Strength.CLEAR


def comparison(name: str, incident: str, judged: Judged) -> Comparison:
    confidence = {Strength.CLEAR: 0.95, Strength.LIKELY: 0.7, Strength.WEAK: 1 / 3}[judged.strength]
    verdict = AspectVerdict(judged.aspect, judged.relation, judged.a[1], judged.b[1], judged.reason, judged.of)
    return Comparison(
        name,
        incident,
        judged.kind,
        judged.a[0],
        judged.b[0],
        (f"{judged.a[0]}.0", f"{judged.b[0]}.0"),
        Verdict(
            judged.relation,
            confidence,
            judged.reason,
            (Opinion("facts", judged.relation, confidence, judged.reason, (verdict,)),),
            (verdict,),
            judged.strength,
        ),
    )


COMPARISONS = (
    comparison(
        "k1",
        "i1",
        Judged(
            Aspect.WHAT,
            Relation.CONFLICT,
            "Rockets and a warning flare are different weapons.",
            ("c01", "two rockets"),
            ("c03", "a warning flare"),
        ),
    ),
    comparison(
        "k2",
        "i1",
        Judged(
            Aspect.TO_WHOM,
            Relation.UNDECIDED,
            "A trawler may be a smuggler's vessel.",
            ("c01", "the trawler Maribel"),
            ("c03", "the vessel, apparently a smuggler"),
            strength=Strength.WEAK,
        ),
    ),
    comparison(
        "k3",
        "i1",
        Judged(
            Aspect.STATUS,
            Relation.AGREE,
            "Both say that the navy fired.",
            ("c01", "fired"),
            ("c03", "fired a warning flare"),
        ),
    ),
    comparison(
        "k4",
        "i2",
        Judged(
            Aspect.HOW_MANY,
            Relation.CONFLICT,
            "2 and 3 cannot both be the toll.",
            ("c02", "Two sailors"),
            ("c12", "Three people"),
            "kill",
            strength=Strength.LIKELY,
        ),
    ),
    comparison(
        "k5",
        "i2",
        Judged(
            Aspect.HOW_MANY,
            Relation.COMPATIBLE,
            "At least 1 allows 2.",
            ("c02", "Two sailors"),
            ("c05", "At least one crewman"),
            "kill",
        ),
    ),
    comparison(
        "k6",
        "i1",
        Judged(
            Aspect.WHAT,
            Relation.CONFLICT,
            "The outlet says rockets in its own voice; the navy that it quotes denies them.",
            ("c04", "rockets"),
            ("c06", "The navy's rockets"),
            kind=ComparisonKind.OUTLET_VS_SOURCE,
        ),
    ),
    comparison(
        "k7",
        "i1",
        Judged(
            Aspect.WHAT,
            Relation.CONFLICT,
            "One flare, then a warning flare.",
            ("c03", "a warning flare"),
            ("c13", "one flare"),
            kind=ComparisonKind.SAME_SOURCE,
        ),
    ),
)


def finding(
    aspect: Aspect, status: Status, cells: Sequence[tuple[str, str]], reason: str = "", evidence: Sequence[str] = ()
) -> Finding:
    """Return a finding on the words of some claims; its act is that of the first of them."""
    first = BY_ID[cells[0][0]].propositions[0]
    of = next(fact.of for fact in first.facts if fact.text == cells[0][1])
    made = tuple(cell(name, words) for name, words in cells)
    return Finding(aspect, status, 1.0, reason, made, tuple(evidence), of)


INCIDENTS = (
    Incident(
        "i0",
        Kind.EVENT,
        "The boat turned back",
        ("c07.0",),
        findings=(finding(Aspect.HOW, Status.ONE_SOURCE, [("c07", "at once")]),),
    ),
    Incident(
        "i2",
        Kind.EVENT,
        "People died",
        ("c02.0", "c05.0", "c12.0"),
        LinkedBy.PROGRAM,
        findings=(
            finding(
                Aspect.HOW_MANY,
                Status.CONFLICT,
                [("c02", "Two sailors"), ("c05", "At least one crewman"), ("c12", "Three people")],
                "2 and 3 cannot both be the toll.",
                ["k4", "k5"],
            ),
            finding(Aspect.HOW_MANY, Status.ONE_SOURCE, [("c02", "a third, perhaps a boy")]),
            finding(Aspect.WHERE, Status.ONE_SOURCE, [("c02", "in Sorrel waters")]),
        ),
        grounds=Grounds(("between texts: near in meaning, the same day (1 of 2)",), ("between texts: another place",)),
    ),
    Incident(
        "i1",
        Kind.EVENT,
        "The Orland Navy fired at a trawler",
        ("c01.0", "c03.0", "c04.0", "c06.0", "c13.0"),
        LinkedBy.ARTICLE,
        "described the incident",
        "Cape Vell",
        "2021-03-14",
        (
            finding(
                Aspect.STATUS,
                Status.BOTH_SAY,
                [("c01", "fired"), ("c03", "fired a warning flare"), ("c13", "fired one flare")],
                "Both say that the navy fired.",
                ["k3"],
            ),
            finding(
                Aspect.BY_WHOM,
                Status.COMPATIBLE,
                [("c01", "A patrol boat of the Orland Navy"), ("c03", "its crew")],
            ),
            finding(
                Aspect.TO_WHOM,
                Status.CANNOT_TELL,
                [("c01", "the trawler Maribel"), ("c03", "the vessel, apparently a smuggler")],
                "A trawler may be a smuggler's vessel.",
                ["k2"],
            ),
            finding(
                Aspect.WHAT,
                Status.CONFLICT,
                [
                    ("c01", "two rockets"),
                    ("c03", "a warning flare"),
                    ("c04", "rockets"),
                    ("c06", "The navy's rockets"),
                    ("c13", "one flare"),
                ],
                "Rockets and a warning flare are different weapons.",
                ["k1", "k6", "k7"],
            ),
            finding(Aspect.HOW, Status.ONE_SOURCE, [("c03", "in the air")]),
            finding(Aspect.WHERE, Status.ONE_SOURCE, [("c01", "off Cape Vell")]),
            finding(Aspect.WHY, Status.ONE_SOURCE, [("c03", 'ignored "five calls by radio')]),
        ),
    ),
    Incident(
        "i3",
        Kind.EVENT,
        "Smoke rose",
        ("c09.0", "c10.0", "c11.0", "c15.0"),
        LinkedBy.PROGRAM,
        findings=(
            finding(Aspect.STATUS, Status.BOTH_SAY, [("c09", "rose"), ("c15", "smoke rose")]),
            finding(Aspect.WHERE, Status.ONE_SOURCE, [("c09", "over the quay")]),
            finding(Aspect.WHEN, Status.CANNOT_TELL, [("c09", "at about 6 a.m."), ("c15", "before dawn")]),
        ),
    ),
    Incident("i4", Kind.EVENT, "The trawler left Orland waters", ("c14.0",)),
)

ORIGINS = (
    Origin("o1", ("c09.0", "c10.0", "c11.0"), "the same words in three articles"),
    *(Origin(f"p-{each.id}", (f"{each.id}.0",)) for each in CLAIMS if each.id not in {"c09", "c10", "c11"}),
)

NOTICES = (
    Notice("read", "no publication date: “Sunday” stays as it is", "d-vell"),
    Notice("group", "claims were put together without an embedding"),
)

PROVENANCE = Provenance("0.1.0", (ModelName("parser", "tiny-parser", "package tiny", "ab" * 32, "MIT"),), "cd" * 32)


def strait_report() -> Report:
    """Return the report of five articles on the trawler Maribel."""
    return Report(ARTICLES, CLAIMS, ORIGINS, INCIDENTS, COMPARISONS, NOTICES, PROVENANCE)


def one_article_report() -> Report:
    """Return a report of one article without a date, with one incident and no notice."""
    ours = [each for each in CLAIMS if each.article == _POST.id and each.id in {"c01", "c03", "c04"}]
    first = next(incident for incident in INCIDENTS if incident.id == "i1")
    kept = {each.id for each in ours}
    trimmed = tuple(replace(each, cells=tuple(c for c in each.cells if c.claim in kept)) for each in first.findings)
    incident = replace(first, propositions=tuple(f"{each.id}.0" for each in ours), findings=trimmed)
    compared = tuple(k for k in COMPARISONS if {k.a, k.b} <= kept)
    origins = tuple(o for o in ORIGINS if o.propositions[0].split(".")[0] in kept)
    return Report((replace(_POST, published=None),), tuple(ours), origins, (incident,), compared, (), PROVENANCE)


def crowded_report() -> Report:
    """Return a report of one incident of eight accounts, one of them with many wordings on one point."""
    names = ("Harbour Master", "Red Anchor", "Sorrel Ministry of Fisheries", "Vell Hospital", "Mayor of Vell")
    toll = BY_ID["c12"]
    others = tuple(
        _retold(toll, f"d{number}", Source(f"s{number}", name, "office")) for number, name in enumerate(names)
    )
    died = next(incident for incident in INCIDENTS if incident.id == "i2")
    tolls = (*died.findings[0].cells, *(_cell_of(each) for each in others))
    many = tuple(replace(cell("c12", "Three people"), text="people", span=Span(k, k + 6)) for k in range(80, 88))
    told = next(comparison for comparison in COMPARISONS if {comparison.a, comparison.b} == {"c02", "c12"})
    retold = tuple(
        replace(told, id=f"{told.id}-{each.id}", b=each.id, propositions=("c02.0", f"{each.id}.0")) for each in others
    )
    both = (*died.findings[0].comparisons, *(each.id for each in retold))
    findings = (
        replace(died.findings[0], cells=tolls, comparisons=both),
        replace(died.findings[2], aspect=Aspect.TO_WHOM, status=Status.CANNOT_TELL, cells=(_cell_of(others[0]), *many)),
    )
    inside = (*died.propositions, *(f"{each.id}.0" for each in others))
    incident = replace(died, propositions=inside, findings=findings)
    compared = (*COMPARISONS, *retold)
    return replace(strait_report(), claims=(*CLAIMS, *others), incidents=(incident,), comparisons=compared)


def referring_report() -> Report:
    """Return a report in which one account's words go back to fuller and hedged ones in its paragraph before."""
    text = (
        "The Coast Guard said that a warship shot at a trawler.\n\n"
        'The navy said that "two boats, apparently smugglers" came close. "Our crew shot at the boats," it said.\n'
    )
    article = Article("f-post", text, "The Harbour Post", "Shots at sea", "2021-03-14")
    hedged = (("apparently", HedgedBy.SOURCE),)
    shot = (Aspect.TO_WHOM, "a trawler", "trawler", "shoot"), (Aspect.TO_WHOM, "the boats", "boat", "shoot")
    guard = claim(
        "g1", Told(article, COAST_GUARD, Mode.INDIRECT, "said"), "a warship shot at a trawler", [detail(*shot[0])]
    )
    before = claim(
        "g2", Told(article, NAVY, Mode.MIXED, "said", hedges=hedged), 'two boats, apparently smugglers" came close'
    )
    navy = claim("g3", Told(article, NAVY, Mode.DIRECT, "said"), "Our crew shot at the boats,", [detail(*shot[1])])
    (fact,) = navy.propositions[0].facts
    fact = replace(fact, antecedent=found(article, "two boats, apparently smugglers"))
    navy = replace(navy, propositions=(replace(navy.propositions[0], facts=(fact,)),))
    judged = Judged(Aspect.TO_WHOM, Relation.CONFLICT, "One boat or two.", ("g1", "a trawler"), ("g3", "the boats"))
    cells = (_cell_of(guard), replace(_cell_of(navy), hedges=before.hedges, antecedent=fact.antecedent))
    row = Finding(Aspect.TO_WHOM, Status.CONFLICT, 0.95, judged.reason, cells, ("k1",), "shoot")
    incident = Incident("i1", Kind.EVENT, "A warship shot at sea", ("g1.0", "g3.0"), findings=(row,))
    compared = (comparison("k1", "i1", judged),)
    return Report((article,), (guard, before, navy), (), (incident,), compared, (), PROVENANCE)


def _retold(given: Claim, name: str, source: Source) -> Claim:
    own = tuple(replace(p, id=f"{name}.{n}", claim=name) for n, p in enumerate(given.propositions))
    return replace(given, id=name, source=source, propositions=own, chain=("Lantern News", source.name))


def _cell_of(given: Claim) -> Cell:
    proposition = given.propositions[0]
    fact = proposition.facts[0]
    return Cell(given.source.id, given.id, proposition.id, fact.text, fact.span, given.mode)


HOSTILE = (
    "\x1b[31mred\x1b[0m \u202eevil\u202c [bold]x[/bold] :smile: =1+1 <b>|`*_ \x07\x9b1m\ud800\r\n\x00 \u200b「漢字」🙂"
)


def with_text(value: T, change: Callable[[str], str]) -> T:
    """Return a value with every text in it changed, apart from identifiers and the choices of an enumeration."""
    return _changed(value, change)  # type: ignore[no-any-return]


_KEPT = {
    "id",
    "article",
    "claim",
    "proposition",
    "propositions",
    "incident",
    "a",
    "b",
    "comparisons",
    "source_id",
    "sha256",
    "settings_sha256",
}


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return change(value)
    if type(value) is tuple:
        return tuple(_changed(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        texts = {f.name: getattr(value, f.name) for f in fields(value) if not _keeps(value, f.name)}
        return replace(value, **{name: _changed(each, change) for name, each in texts.items()})
    return value


def _keeps(value: Any, name: str) -> bool:
    if isinstance(value, AspectVerdict) and name in {"a", "b"}:
        return False
    if isinstance(value, Cell) and name == "source":
        return True
    if name == "propositions":
        return not isinstance(value, Claim)
    return name in _KEPT


def hostile_report() -> Report:
    """Return the report of the strait with hostile text in every place that can hold text."""
    return with_text(strait_report(), lambda words: f"{HOSTILE}{words}")
