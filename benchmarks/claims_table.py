"""Tables of claims of any size to group, with their vectors: made by a generator, the same for the same size.

Happenings are of some kinds, in some towns, on some days: as a table grows tenfold, its days become threefold and what
happens in a day too, while kinds and towns stay as many. So each claim has threefold as many look-alikes in its week,
of one kind in one town, and tenfold as many in all. Most claims are by one source in an article of their own; some
articles hold two or three, and one article in twenty has the words of another outlet's.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.group import Material
from claimcheck.model import Article, Aspect, Claim, Fact, Mode, Proposition, Source, Span, Stance, Voice

if TYPE_CHECKING:
    from claimcheck.ports import Vectors

DIMENSIONS = 384
_FIRST = date(2024, 1, 1)
_CLAIMS = 10
"""Claims of one happening, on average."""
_COPIED = 0.05
_KINDS = tuple(
    (act, verb, how, of, party)
    for act, verb, how in (
        ("kill", "were killed", "an air strike on a market"),
        ("injure", "were hurt", "a car bomb beside a mosque"),
        ("arrest", "were detained", "a raid on a house"),
        ("shoot", "were shot", "gunfire at a checkpoint"),
        ("rescue", "were rescued", "a flood at the river"),
        ("displace", "fled", "shelling of the old quarter"),
    )
    for of, party in ((act, "civilian"), (act, "soldier"))
)
_SYLLABLES = ("bar", "dal", "kis", "mor", "nev", "qal", "ras", "sar", "tel", "um", "wad", "yaf", "zem", "hol", "fir")
_TOWNS = tuple(f"{a}{b}a".capitalize() for a in _SYLLABLES for b in _SYLLABLES if a != b)
_SOURCES = ("Army", "Ministry", "Rescue Service", "Monitor", "Governor", "Police", "Witness", "Rebels", "Hospital")
_OUTLETS = tuple(f"Outlet {n}" for n in range(60))
_WORDS = tuple(f"{a}{b}" for a in _SYLLABLES for b in ("ing", "ed", "ers", "ly", "ness", "ment", "al", "ous", "ful"))


@dataclass(frozen=True, slots=True)
class _Happening:
    number: int
    kind: int
    town: str
    day: date
    toll: int


def claims_table(size: int, seed: int = 0) -> Material:
    """Return so many claims of one statement each, with their articles and unit vectors of 384 dimensions."""
    rng = random.Random(seed)
    days = max(10, round(10 * (size / 1000) ** 0.5))
    happenings = [_happening(n, days, rng) for n in range(max(1, size // _CLAIMS))]
    articles: list[Article] = []
    claims: list[Claim] = []
    about: list[_Happening] = []
    while len(claims) < size:
        happening = rng.choice(happenings)
        article, found = _article(
            f"a{len(articles):07d}", happening, min(rng.choice((1, 1, 1, 2, 3)), size - len(claims)), rng
        )
        articles.append(article)
        claims += found
        about += [happening] * len(found)
    return Material(tuple(articles), tuple(claims), (), _vectors(about, claims, seed))


def _happening(number: int, days: int, rng: random.Random) -> _Happening:
    day = _FIRST + timedelta(rng.randrange(days))
    return _Happening(number, rng.randrange(len(_KINDS)), rng.choice(_TOWNS), day, rng.randint(3, 60))


def _article(name: str, happening: _Happening, count: int, rng: random.Random) -> tuple[Article, list[Claim]]:
    """Return an article of so many sentences, each claimed by a source; copies of one happening have the same ones."""
    told = random.Random(happening.number) if rng.random() < _COPIED else rng
    outlet = rng.choice(_OUTLETS)
    claims: list[Claim] = []
    text = ""
    for n in range(count):
        claim = _claim(Article(name, text, outlet), n, happening, told)
        claims.append(claim)
        text += claim.text + " "
    published = happening.day + timedelta(rng.randrange(3))
    return Article(name, text, outlet, published=published.isoformat()), claims


def _claim(article: Article, number: int, about: _Happening, rng: random.Random) -> Claim:
    """Return the claim that comes next in an article, whose text ends before it."""
    at, name = len(article.text), f"{article.id}-{number}"
    act, verb, how, of, party = _KINDS[about.kind]
    toll = max(1, about.toll + rng.choice((0, 0, 0, 1, -1, 4)))
    count, people, where = f"{toll}", f"{party}s", f"in {about.town}"
    when = f"on {about.day:%A}"
    more = " ".join(rng.sample(_WORDS, rng.randint(3, 9)))
    text = f"{count} {people} {verb} {where} {when} after {how} {more}."
    facts = tuple(
        Fact(aspect, words, _span(text, words, at), value, of=of)
        for aspect, words, value in (
            (Aspect.HOW_MANY, count, float(toll)),
            (Aspect.TO_WHOM, people, party),
            (Aspect.STATUS, verb, act),
            (Aspect.WHERE, where, about.town),
            (Aspect.WHEN, when, about.day.isoformat()),
        )
        if aspect not in (Aspect.WHERE, Aspect.WHEN) or rng.random() < 0.7
    )
    source = rng.choice(_SOURCES)
    span = Span(at, at + len(text))
    proposition = Proposition(f"{name}.1", name, text, (span,), text, facts=facts)
    who = Source(source.lower(), source, "office")
    return Claim(
        id=name,
        article=article.id,
        outlet=article.outlet,
        source=who,
        chain=(article.outlet or "", source),
        voice=Voice.ATTRIBUTED,
        mode=Mode.INDIRECT,
        stance=Stance.AFFIRM,
        text=text,
        spans=(span,),
        propositions=(proposition,),
    )


def _span(text: str, words: str, at: int) -> Span:
    start = at + text.index(words)
    return Span(start, start + len(words))


def _vectors(about: list[_Happening], claims: list[Claim], seed: int) -> Vectors:
    """Return what an embedder would: near for one happening, less so for one kind in one town, and a part of their own.

    Cosines are about .75 in a happening, .55 for the same kind and town, .4 for the same kind.
    """
    rng = np.random.default_rng(seed)
    kinds = rng.standard_normal((len(_KINDS), DIMENSIONS), dtype=np.float32)
    towns = dict(zip(_TOWNS, rng.standard_normal((len(_TOWNS), DIMENSIONS), dtype=np.float32), strict=True))
    rows = np.empty((len(claims), DIMENSIONS), dtype=np.float32)
    for i, (happening, claim) in enumerate(zip(about, claims, strict=True)):
        alike = kinds[happening.kind] + 0.6 * towns[happening.town]
        rows[i] = alike + 0.7 * _noise(happening.number, seed) + 0.7 * _noise(claim.text, seed)
        rows[i] /= np.linalg.norm(rows[i])
    return rows.round(6)


def _noise(of: int | str, seed: int) -> Vectors:
    own = np.random.Generator(np.random.PCG64(random.Random(f"{seed} {of}").getrandbits(64)))
    return own.standard_normal(DIMENSIONS, dtype=np.float32)
