"""How a report is arranged: what is quoted, where it stands, in which order it is read."""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import (
    ARTICLES,
    CLAIMS,
    COAST_GUARD,
    Told,
    claim,
    hostile_report,
    one_article_report,
    referring_report,
    strait_report,
)

from claimcheck.desk import arrange, arrange_claims, safe_link, sources_conflict, visible
from claimcheck.desk.heading import moment
from claimcheck.desk.index import Index
from claimcheck.desk.places import Places
from claimcheck.desk.quoted import quoted_in
from claimcheck.desk.rows import row_of
from claimcheck.desk.words import Form, shortened, words_of
from claimcheck.exports import report_markdown
from claimcheck.model import (
    Article,
    Aspect,
    Cell,
    Claim,
    Finding,
    Hedge,
    HedgedBy,
    LinkedBy,
    Mode,
    Origin,
    Span,
    Stance,
    Status,
    Voice,
)

STRAIT = strait_report()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\n\nparagraphs\tand\u00a0a space", "two paragraphs and a space"),
        ("\x1b[31mred", "␛[31mred"),
        ("bell\x07 nul\x00 del\x7f", "bell␇ nul␀ del␡"),
        ("csi\x9b1m", "csi<U+009B>1m"),
        ("a\u202eb\u2066c\u200bd\ufeff", "a<U+202E>b<U+2066>c<U+200B>d<U+FEFF>"),
        ("half \ud800", "half <U+D800>"),
        ("می\u200cخواهم 👩\u200d🚒", "می\u200cخواهم 👩\u200d🚒"),
        ("漢字 [b]x[/b] <b>", "漢字 [b]x[/b] <b>"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_visible_text_is_one_safe_line_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert not [
        char for char in shown if category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in "\u200c\u200d"
    ]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", None),
        ("https://a.example/\x1b]8;;", None),
        ("https://a.example/ b", None),
        ("file:///etc/passwd", None),
        (" https://a.example", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_links(url: str | None, link: str | None) -> None:
    assert safe_link(url) == link


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('he "shot" twice', ["shot"]),
        ("he “shot” and «ran» or „fled“", ["shot", "ran", "fled"]),
        ('fog" and "mist', ["fog", "mist"]),
        ('ended" there', ["ended"]),
        ('he "began', ["began"]),
        ("“outer “inner” still", ["outer “inner"]),
        ('a 5" pipe', ["a 5"]),
        ("it's nobody's", []),
        ('""', []),
    ],
)
def test_which_words_stand_in_quotation_marks(text: str, quotes: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in quoted_in(text, 0, len(text))] == quotes


def test_a_mark_that_a_span_leaves_out_still_opens_its_quotation() -> None:
    text = 'They saw "three men, apparently armed" near "the area".'
    start = text.index("three")
    assert [text[q.start : q.end] for q in quoted_in(text, start, len(text) - 2)] == [
        "three men, apparently armed",
        "the area",
    ]


def told(text: str, mode: Mode | None) -> Claim:
    article = Article("x", text, "Post")
    return claim("c", Told(article, COAST_GUARD, mode), text)


@pytest.mark.parametrize(
    ("text", "words", "mode", "shown", "form"),
    [
        ("We fired.", "fired", Mode.DIRECT, "“fired”", Form.QUOTED),
        ("they fired", "fired", Mode.INDIRECT, "~ fired", Form.PARAPHRASE),
        ("boats fired", "fired", None, "¶ fired", Form.OWN),
        ('it "fired a flare" in the air', "in the air", Mode.MIXED, "~ in the air", Form.PARAPHRASE),
        ('it "fired a flare" in the air', "a flare", Mode.MIXED, "“a flare”", Form.QUOTED),
        ('it "fired a flare" in the air', 'flare" in', Mode.MIXED, "~ “flare” in", Form.MIXED),
        ('it fired "a flare"', 'fired "a flare"', Mode.MIXED, "~ fired “a flare”", Form.MIXED),
        (
            'the "so-called" patrol fled',
            'the "so-called" patrol',
            Mode.INDIRECT,
            "~ the “so-called” patrol",
            Form.MIXED,
        ),
    ],
)
def test_words_are_marked_as_the_article_gives_them(
    text: str, words: str, mode: Mode | None, shown: str, form: Form
) -> None:
    start = text.index(words)
    got = words_of(told(text, mode), text, [Span(start, start + len(words))], "L1")
    assert (got.marked, got.form) == (shown, form)


@given(st.text(alphabet='ab ".,“”«»\n', min_size=1, max_size=40), st.data(), st.sampled_from([None, *Mode]))
def test_words_shown_are_those_of_the_article(text: str, data: st.DataObject, mode: Mode | None) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    got = words_of(told(text, mode), text, [Span(start, end)], "L1")

    def letters(words: str) -> str:
        return re.sub(r'["“”«»\s]', "", words)

    assert letters(got.text) == letters(text[start:end])
    assert got.text.count("“") >= got.text.count("”") - text.count("”")


def test_long_words_are_cut_at_a_word_and_their_quotation_is_closed() -> None:
    text = "word " * 100
    words = words_of(told(text, Mode.DIRECT), text, [Span(0, len(text))], "L1")
    assert shortened(words, 22).text == "“word word word word [...]”"
    assert shortened(words, 10_000) is words


def test_articles_are_numbered_in_the_order_of_their_publication() -> None:
    dates = {"late": "2021-03-05T09:00+02:00", "undated": None, "early": "2021-03-05T08:00+02:00", "day": "2021-03-04"}
    places = Places(Article(name, "One.\nTwo.", published=date) for name, date in dates.items())
    assert [places.tag(name) for name in ("day", "early", "late", "undated")] == ["A1", "A2", "A3", "A4"]


@pytest.mark.parametrize(
    ("articles", "article", "offset", "ref"),
    [
        (["one\n\ntwo"], 0, 0, "L1"),
        (["one\n\ntwo"], 0, 4, "L2"),
        (["one\n\ntwo"], 0, 5, "L3"),
        (["one\r\ntwo"], 0, 5, "L2"),
        (["one", "x\ny"], 0, 2, "A1"),
        (["one", "x\ny"], 1, 2, "A2:L2"),
        (["one", "x\n"], 1, 0, "A2"),
        (["", ""], 0, 0, "A1"),
    ],
)
def test_where_words_stand(articles: list[str], article: int, offset: int, ref: str) -> None:
    places = Places(Article(str(number), text) for number, text in enumerate(articles))
    assert places.ref(str(article), offset) == ref


def test_incidents_with_conflicts_come_first_and_single_ones_last() -> None:
    desk = arrange(STRAIT)
    assert [sheet.label for sheet in desk.sheets] == ["People died", "The Orland Navy fired at a trawler", "Smoke rose"]
    assert [(single.number, single.source) for single in desk.singles] == [(4, "a fisherman"), (5, "Orland Navy")]


def test_a_conflict_names_only_those_who_take_part() -> None:
    died = arrange(STRAIT).sheets[0]
    (clash,) = died.clashes
    ((a, b),) = clash.pairs
    assert (a.account.name, [words.cited for words in a.words]) == ("Sorrel Coast Guard", ["“Two sailors” A1:L5"])
    assert (b.account.name, [words.cited for words in b.words]) == ("witnesses #2", ["~ Three people A2:L3"])
    assert clash.row.strength == "likely"


def test_a_reference_is_shown_with_the_hedged_words_that_it_goes_back_to() -> None:
    shown = "“the boats” L3 (“two boats, apparently smugglers” (?) L3)"
    (sheet,) = arrange(referring_report()).sheets
    ((_, (words,)),) = (row.cells for row in sheet.rows)
    assert words.cited == shown
    assert [words.cited for _, side in sheet.clashes[0].pairs for words in side.words] == [shown]
    assert report_markdown(referring_report()).count(shown) == 2


def test_an_outlet_against_its_source_is_no_conflict_between_accounts() -> None:
    incident = next(i for i in STRAIT.incidents if i.id == "i1")
    findings = tuple(replace(f, comparisons=("k6",)) if f.aspect == "what" else f for f in incident.findings)
    report = replace(STRAIT, incidents=(replace(incident, findings=findings),))
    (sheet,) = arrange(report).sheets
    assert not sheet.clashes
    assert not sources_conflict(report)
    assert sources_conflict(STRAIT)
    assert [row.mark for row in sheet.rows if row.point == "what"] == ["!"]
    assert "the outlet against its source" in sheet.remarks[0].title


def test_what_one_account_alone_says_is_a_whole_statement_or_a_point_of_one() -> None:
    died, fired, smoke = arrange(STRAIT).sheets
    assert [
        (alone.account.name, [row.point for row in alone.points], [words.cited for words in alone.statements])
        for sheet in (died, fired, smoke)
        for alone in sheet.only
    ] == [
        ("Sorrel Coast Guard", ["how many (miss)", "where"], []),
        ("Sorrel Coast Guard", ["where"], []),
        ("Orland Navy", ["how", "why"], []),
        ("witnesses #1", ["where"], []),
    ]
    apart = tuple(replace(f, cells=f.cells[:1], status=Status.ONE_SOURCE) for f in STRAIT.incidents[1].findings)
    (sheet,) = arrange(replace(STRAIT, incidents=(replace(STRAIT.incidents[1], findings=apart),))).sheets
    assert [(a.account.name, len(a.points), [w.cited for w in a.statements]) for a in sheet.only][1:] == [
        ("Orland Navy", 0, ["“At least one crewman drowned,” A1:L7"]),
        ("witnesses #2", 0, ["~ Three people died A2:L3"]),
    ]


def test_copies_of_one_text_are_one_voice() -> None:
    smoke = arrange(STRAIT).sheets[2]
    assert [remark.title for remark in smoke.remarks] == ["3 outlets, 1 voice: Lantern News, Strait Daily, Vell Herald"]


def test_two_sources_that_go_back_to_one_text_are_not_two_accounts() -> None:
    incident = replace(next(i for i in STRAIT.incidents if i.id == "i3"), findings=())
    one = Origin("o", incident.propositions, "one statement")
    desk = arrange(replace(STRAIT, incidents=(incident,), origins=(one,)))
    assert not desk.sheets
    assert [single.voices for single in desk.singles] == [
        "4 outlets, 1 voice: The Harbour Post, Lantern News, Strait Daily, Vell Herald"
    ] or desk.singles[0].voices.startswith("4 outlets, 1 voice: ")


def test_hedges_travel_with_the_words_and_say_whose_they_are() -> None:
    by_name = {teller.name: teller.told for teller in arrange_claims(STRAIT.claims, STRAIT.articles)[1]}
    assert by_name["a fisherman"][0].words.notes == ("(? “reportedly”: The Harbour Post)",)
    assert by_name["Sorrel Coast Guard"][1].words.notes == ("(?)",)
    assert by_name["Orland Navy"][1].words.notes == ("(denied)",)


def test_a_source_hedge_outside_the_words_is_named() -> None:
    hedge = Hedge("it seems", Span(0, 3), HedgedBy.SOURCE)
    given_claim = replace(CLAIMS[0], hedges=(hedge,))
    (teller,) = arrange_claims([given_claim], ARTICLES)[1]
    assert teller.told[0].words.notes == ("(? “it seems”)",)


@pytest.mark.parametrize(
    ("chain", "name", "way"),
    [
        (("Post", "Radio", "Marn"), "Marn", "via Post > Radio"),
        (("Post", "Office", "Marn"), "Office", "words of Marn, via Post"),
        (("Post", "Office"), "Office", "via Post"),
        ((), "Office", "via Post"),
    ],
)
def test_the_way_a_claim_came_by(chain: tuple[str, ...], name: str, way: str) -> None:
    source = replace(COAST_GUARD, name=name)
    (teller,) = arrange_claims([replace(CLAIMS[0], chain=chain, source=source, outlet="Post")], ARTICLES)[1]
    assert teller.told[0].attribution == f"{name} (said), {way}, A1:L3"


def test_every_attribution_names_the_source_and_the_place() -> None:
    for teller in arrange(STRAIT).tellers:
        for given_claim in teller.told:
            assert given_claim.attribution.startswith(teller.name)
            assert given_claim.attribution.endswith(given_claim.words.ref)


def test_who_linked_an_incident_is_said() -> None:
    linked = {sheet.id: sheet.linked for sheet in arrange(STRAIT).sheets}
    assert linked["i1"] == "linked by The Harbour Post: “described the incident” A1:L7"
    assert linked["i2"] == "put together by claimcheck"
    odd = tuple(replace(i, linked_by=LinkedBy.ARTICLE, link_text="not in it") for i in STRAIT.incidents)
    assert arrange(replace(STRAIT, incidents=odd)).sheets[0].linked == "linked by the article: “not in it”"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2018-12-08", "2018-12-08"),
        ("2018-12-08T11:05:00+02:00", "2018-12-08 11:05 +02:00"),
        ("2018-12-08T11:05:00.123Z", "2018-12-08 11:05 Z"),
        ("2018-12-08 11:05", "2018-12-08 11:05"),
        ("last Tuesday", "last Tuesday"),
        (None, ""),
    ],
)
def test_when_an_article_was_published(iso: str | None, shown: str) -> None:
    assert moment(iso) == shown


def test_heading_says_what_is_not_known() -> None:
    one, five = arrange(one_article_report()).heading, arrange(STRAIT).heading
    assert (one.articles, one.statements) == ("1 article (The Harbour Post)", "0 original statements read")
    assert one.published == "publication date UNKNOWN"
    assert five.statements == "1 original statement read"
    assert five.published == "published 2021-03-14 to 2021-03-15; date UNKNOWN for 2 of 5"


@pytest.mark.parametrize(("stances", "point"), [("dd", "did not happen"), ("da", "happened"), ("aa", "happened")])
def test_an_agreement_of_denials_says_that_it_did_not_happen(stances: str, point: str) -> None:
    stance = {"d": Stance.DENY, "a": Stance.AFFIRM}
    claims = [
        replace(c, stance=stance[s]) for c, s in zip((c for c in CLAIMS if c.propositions), stances, strict=False)
    ]
    cells = tuple(Cell(c.source.id, c.id, c.propositions[0].id, c.text, c.spans[0], c.mode) for c in claims)
    finding = Finding(Aspect.STATUS, Status.BOTH_SAY, 0.8, "", cells)
    incident = replace(STRAIT.incidents[0], findings=(finding,))
    assert row_of(Index(claims, ARTICLES), finding, incident, ()).point == point


def test_a_report_with_dangling_ids_still_draws() -> None:
    assert arrange(replace(STRAIT, comparisons=(), origins=())).sheets
    assert arrange(hostile_report()).sheets


def test_narration_is_told_after_the_sources_that_are_quoted() -> None:
    first = Voice.NARRATION
    fired = next(s for s in arrange(STRAIT).sheets if s.id == "i1")
    assert [account.name for account in fired.accounts] == ["Sorrel Coast Guard", "Orland Navy", "The Harbour Post"]
    assert first not in {claim.voice for claim in STRAIT.claims if claim.source.name == "Sorrel Coast Guard"}
