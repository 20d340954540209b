"""The facts of statements, one row a phenomenon: which details are read, and what they come to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.document import Document
from claimcheck.extract.facts.dates import iso
from claimcheck.extract.mending import mended
from claimcheck.extract.propositions import propositions_of
from claimcheck.extract.tree import Tree
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Aspect, Bound, Claim, Fact, Mode, Source, Span, Stance, Voice
from claimcheck.ports import Models, Passage

PUBLISHED = "2018-12-10"  # a Monday


def facts(models: Models, text: str, published: str | None = PUBLISHED, after: str = "") -> list[Fact]:
    """Return the facts of a claim that is all of a text, or of one with words `after` it."""
    article = Article("a", text + after, "The Courier", published=published)
    document = Document(article, tuple(Tree(mended(parse)) for parse in models.parse([Passage(text + after)])))
    source = Source("police-town", "Town police", "police")
    spans = (Span(0, len(text)),)
    claim = Claim("c", "a", None, source, (), Voice.ATTRIBUTED, Mode.DIRECT, Stance.AFFIRM, text, spans)
    return [fact for p in propositions_of(claim, document, default_knowledge()) for fact in p.facts]


def counted(found: list[Fact]) -> set[tuple[str | None, str, object, str | None]]:
    return {(f.of, f.op.value, f.value, f.unit) for f in found if f.aspect is Aspect.HOW_MANY}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least a dozen miners were killed.", {("kill", ">=", 12.0, "miner")}),
        ("Several dozen sailors were wounded.", {("injure", ">=", 24.0, "sailor")}),
        ("Dozens of people were wounded.", {("injure", ">=", 24.0, "person")}),
        (
            "The fire killed more than 50 people, including 11 children.",
            {("kill", ">", 50.0, "person"), ("kill", "=", 11.0, "child")},
        ),
        (
            "A bomb hit the bus, killing 31 and wounding 140.",
            {("kill", "=", 31.0, "person"), ("injure", "=", 140.0, "person")},
        ),
        ("Sixty-two dead and over 90 wounded.", {("kill", "=", 62.0, "person"), ("injure", ">", 90.0, "person")}),
        ("The ministry put the death toll at 494.", {("kill", "=", 494.0, "person")}),
        ("The number of children who have died has risen to 14, an official said.", {("kill", "=", 14.0, "person")}),
        ("The death toll from the quake near the coast has risen to 44.", {("kill", "=", 44.0, "person")}),
        ("It reported 35 deaths.", {("kill", "=", 35.0, "person")}),
        ("Another six people lost their lives.", {("kill", "=", 6.0, "person")}),
        (
            "A woman was killed and three others were hurt.",
            {("kill", "=", 1.0, "woman"), ("injure", "=", 3.0, "person")},
        ),
        ("No soldiers were killed.", {("kill", "=", 0.0, "soldier")}),
        ("Between 30 and 40 sailors were killed.", {("kill", ">=", 30.0, "sailor"), ("kill", "<=", 40.0, "sailor")}),
        ("Up to 200 farmers were injured.", {("injure", "<=", 200.0, "farmer")}),
        ("Some 80 guards were killed.", {("kill", "~", 80.0, "guard")}),
        (
            "The attack on two villages killed 15 civilians.",
            {("village", "=", 2.0, "village"), ("kill", "=", 15.0, "civilian")},
        ),
        ("An earlier toll of 15 was corrected.", {("earlier toll", "=", 15.0, None)}),
        (
            "Two of the three hostages were released.",
            {("release", "=", 2.0, "hostage"), ("hostage", "=", 3.0, "hostage")},
        ),
        ("The blast wounded one million sheep.", {("injure", "=", 1000000.0, "sheep")}),
        ("Divers recovered seven more bodies.", {("find", "=", 7.0, "person")}),
        ("The bodies of 44 victims were found.", {("kill", "=", 44.0, "person")}),
        ("Revenue fell 12 percent.", {("fall", "=", 12.0, "percent")}),
        ("Dozens of guards were killed or injured.", {("harm", ">=", 24.0, "guard")}),
        (
            "12 people were killed and dozens wounded in the blast.",
            {("kill", "=", 12.0, "person"), ("injure", ">=", 24.0, "person")},
        ),
        ("The agency initially said that 12 people had died.", {("earlier toll", "=", 12.0, "person")}),
        ("More than 40 people were dead.", {("kill", ">", 40.0, "person")}),
        ("Fifty nine sailors drowned.", {("kill", "=", 59.0, "sailor")}),
        ("Fares rose by 5%.", {("rise", "=", 5.0, "percent")}),
        ("Published 4 October 2016, it says 22 people died.", {("kill", "=", 22.0, "person")}),
        ("Fares rose by up to 3 per cent.", {("rise", "<=", 3.0, "percent")}),
        (
            "The report put the toll at between 100 and 300.",
            {("kill", ">=", 100.0, "person"), ("kill", "<=", 300.0, "person")},
        ),
        (
            "The union said 9,000 people took part. Police put the figure at 2,000.",
            {("attend", "=", 9000.0, "person"), ("attend", "=", 2000.0, None)},
        ),
        ("The attendance was 300.", {("attend", "=", 300.0, None)}),
        ("A crowd of 300 attacked the station.", {("attack", "=", 300.0, None)}),
        ("There were about 40 people on board.", {("carry", "~", 40.0, "person")}),
        (
            "Eighty of the 95 people on board the coach were saved.",
            {("rescue", "=", 80.0, "person"), ("carry", "=", 95.0, "person")},
        ),
        ("Nine people aboard were killed.", {("kill", "=", 9.0, "person")}),
        ("The harbour lost four firefighters.", {("kill", "=", 4.0, "firefighter")}),
        ("The bank paid about $3.4 billion.", {("pay", "~", 3.4e9, "USD")}),
        ("The city lost more than 200 million euros.", {("lose", ">", 2e8, "EUR")}),
    ],
)
def test_counts(models: Models, text: str, expected: set[object]) -> None:
    assert counted(facts(models, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The man, aged 25, left the town.",
        "A 25-year-old driver left the town.",
        "The treaty was signed in 2006.",
        "Two days later the talks ended on June 7, 2016.",
        "The council passed Resolution 1701.",
        "The singer died at 91.",
        "The home side won 91-73.",
        "An F-16 landed at the base.",
        "The camp lies 40 kilometres from the city.",
        "The tanker was struck by a missile 40 nautical miles west of Hodeidah.",
        "The boat was hit 300 yards off the coast.",
        "The boat sank 12 nm off the coast.",
        "The fire burned 20 square miles.",
    ],
)
def test_dates_ages_measures_and_names_count_nothing(models: Models, text: str) -> None:
    assert counted(facts(models, text)) <= {("later", "=", 2.0, "day")}


@pytest.mark.parametrize(
    ("text", "aspect", "of", "value"),
    [
        ("The regime of the Russian president shelled it.", Aspect.BY_WHOM, "bomb", "president-ru"),
        ("Putin had a conversation with Merkel.", Aspect.BY_WHOM, "discuss", "vladimir-putin"),
        ("The talks took place on Saturday.", Aspect.STATUS, "discuss", "discuss"),
        ("A drone struck the school.", Aspect.HOW, "attack", "drone"),
        ("Damascus denied any role in the attack.", Aspect.STATUS, "attack", "attack"),
        ("The guard was among the dead.", Aspect.TO_WHOM, "kill", "guard"),
        ("The troops fired towards the suspects.", Aspect.HOW, "shoot", "at someone"),
        ("The troops acted in line with the rules.", Aspect.HOW, "act", "line"),
        ("The tanker was seized in Omani waters.", Aspect.WHERE, "capture", "Oman"),
        ("A drone crashed in the Gulf of Aden.", Aspect.WHERE, "crash", "Gulf of Aden"),
        ("They stopped firing to make way for a truce on Saturday.", Aspect.WHEN, "make", "2018-12-08"),
        ("Russian warplanes bombed the depot.", Aspect.BY_WHOM, "bomb", "russian-forces"),
        ("Four men were killed by Israeli soldiers.", Aspect.BY_WHOM, "kill", "idf"),
        ("US-led coalition airstrikes killed 21 people.", Aspect.BY_WHOM, "kill", "us-led-coalition"),
        ("The rebels' attack killed 21 people.", Aspect.BY_WHOM, "kill", "rebel"),
        ("A missile fired by Turkish troops killed 21 people.", Aspect.BY_WHOM, "kill", "turkish-forces"),
        ("A raid by Hezbollah wounded two guards.", Aspect.BY_WHOM, "injure", "hezbollah"),
        ("Three guards were killed in Russian airstrikes.", Aspect.BY_WHOM, "kill", "russian-forces"),
        ("The mayor blamed the army for the attack.", Aspect.BY_WHOM, "attack", "army"),
        ("The mayor blamed the attack on the rebels.", Aspect.BY_WHOM, "attack", "rebel"),
        ("The mayor accused the rebels of killing six villagers.", Aspect.BY_WHOM, "kill", "rebel"),
        ("The rebels claimed responsibility for the attack.", Aspect.BY_WHOM, "attack", "rebel"),
        ("The call from the Russian president came at noon.", Aspect.BY_WHOM, "call", "president-ru"),
        ("Putin met with Netanyahu.", Aspect.BY_WHOM, "meet", "benjamin-netanyahu"),
        (
            "The raid is believed to have been carried out by Turkish jets.",
            Aspect.BY_WHOM,
            "attack",
            "turkish-forces",
        ),
        ("Police arrested a student.", Aspect.TO_WHOM, "arrest", "student"),
        ("Nine miners were still missing.", Aspect.TO_WHOM, "go missing", "miner"),
        ("The activist was being held at a police station.", Aspect.TO_WHOM, "detain", "activist"),
        ("The rebels held the town.", Aspect.BY_WHOM, "hold", "rebel"),
        ("Masked men beat a student.", Aspect.TO_WHOM, "beat", "student"),
        ("A jet did not violate the border of Norway.", Aspect.STATUS, "cross", "cross"),
        ("The mayor blamed the rebels for the fire.", Aspect.BY_WHOM, "burn", "rebel"),
        ("A student was arrested.", Aspect.TO_WHOM, "arrest", "student"),
        ("Israeli soldiers fired at a farmer.", Aspect.TO_WHOM, "shoot", "farmer"),
        (
            "Israeli soldiers fired because of the sudden sight of a Lebanese army patrol.",
            Aspect.TO_WHOM,
            "shoot",
            "lebanese-army",
        ),
        ("A truck bomb struck a wedding.", Aspect.WHAT, "attack", "wedding"),
        ("The troops fired shots in the air.", Aspect.HOW, "shoot", "air"),
        ("The shop was destroyed with a car bomb.", Aspect.HOW, "destroy", "car bomb"),
        ("The pilot accidentally hit a bridge.", Aspect.HOW, "attack", "accidentally"),
        ("They acted in strict compliance with the law.", Aspect.HOW, "act", "compliance"),
        ("An air raid killed two people.", Aspect.HOW, "kill", "airstrike"),
        ("The patrol was attacked in the village of Ain Ebel.", Aspect.WHERE, "attack", "Ain Ebel"),
        ("The patrol was attacked near Damascus.", Aspect.WHERE, "attack", "near Damascus"),
        ("The patrol was attacked north of Damascus.", Aspect.WHERE, "attack", "near Damascus"),
        ("A bomb went off near the market in Aleppo.", Aspect.WHERE, "explode", "Aleppo"),
        ("A bomb went off near a bridge outside Aleppo.", Aspect.WHERE, "explode", "near Aleppo"),
        ("The ferry capsized off Port Almira.", Aspect.WHERE, "sink", "near Port Almira"),
        ("The ferry capsized off Port Almira.", Aspect.WHAT, "sink", "ferry"),
        ("The navy sank a trawler.", Aspect.WHAT, "sink", "trawler"),
        ("The ministry put the toll at 85.", Aspect.STATUS, "put", "kill"),
        ("The tanker was seized by Iran's navy, not the coastguard.", Aspect.BY_WHOM, "capture", "iranian-army"),
        ("Putin had a conversation with Merkel.", Aspect.BY_WHOM, "discuss", "angela-merkel"),
        # an explosion that hits is no attack
        ("The refinery was hit by an explosion.", Aspect.STATUS, "explode", "explode"),
        ("A blast rocked the plant.", Aspect.STATUS, "explode", "explode"),
        ("The village was struck by an air strike.", Aspect.STATUS, "attack", "attack"),
        # who began it is another than those who did it
        ("The call took place at Russia's request.", Aspect.BY_WHOM, "start", "government-ru"),
        ("They met at the initiative of the Turkish side.", Aspect.BY_WHOM, "start", "government-tr"),
        ("Mr Biden requested the call.", Aspect.BY_WHOM, "start", "joe-biden"),
        ("Moscow asked for talks.", Aspect.BY_WHOM, "start", "government-ru"),
        # who took part in an act that only its noun names
        ("The rebels began the shelling at dawn.", Aspect.BY_WHOM, "bomb", "rebel"),
        ("A militia staged the ambush.", Aspect.BY_WHOM, "attack", "militia"),
        ("The militia was behind the raid.", Aspect.BY_WHOM, "attack", "militia"),
        ("The navy is responsible for the shelling.", Aspect.BY_WHOM, "bomb", "navy"),
        ("It was the guards who opened fire on the bus.", Aspect.BY_WHOM, "shoot", "guard"),
        ("Neighbours saw soldiers shooting at a van.", Aspect.BY_WHOM, "shoot", "soldier"),
        # those whom their side lost
        ("The brigade lost two men in the ambush.", Aspect.STATUS, "kill", "kill"),
        ("The brigade lost two men in the ambush.", Aspect.TO_WHOM, "kill", "man"),
        ("The party lost 20 seats.", Aspect.STATUS, "lose", "lose"),
        # what failed to happen
        ("The pilot failed to answer the tower.", Aspect.STATUS, "answer", "answer"),
        ("The lorry refused to stop.", Aspect.STATUS, "end", "end"),
        ("The silo was damaged by falling debris.", Aspect.HOW, "damage", "debris"),
        ("It was a deliberate attack.", Aspect.HOW, "attack", "deliberate"),
        ("Gunners shot down two Turkish drones.", Aspect.WHAT, "shoot down", "drone"),
        ("The patrol was attacked on Saturday.", Aspect.WHEN, "attack", "2018-12-08"),
        ("The patrol was attacked on 3 December.", Aspect.WHEN, "attack", "2018-12-03"),
        ("The patrol was attacked last month.", Aspect.WHEN, "attack", "2018-11-01/2018-11-30"),
    ],
)
def test_a_detail_is_read(models: Models, text: str, aspect: Aspect, of: str, value: str) -> None:
    assert (of, value) in [(f.of, f.value) for f in facts(models, text) if f.aspect is aspect]


@pytest.mark.parametrize(
    ("text", "aspect", "words"),
    [
        ("The army fired because of heavy fog.", Aspect.WHY, "because of heavy fog"),
        ("The army fired in response to a rocket.", Aspect.WHY, "in response to a rocket"),
        ("The army dug a trench to stop smugglers.", Aspect.WHY, "to stop smugglers"),
        (
            "The plane crashed in the area of Old Mill, east of Redhill.",
            Aspect.WHERE,
            "the area of Old Mill, east of Redhill",
        ),
        ("Six people were killed in a village near Manbij.", Aspect.WHERE, "a village near Manbij"),
    ],
)
def test_the_words_of_a_detail(models: Models, text: str, aspect: Aspect, words: str) -> None:
    assert words in [f.text for f in facts(models, text) if f.aspect is aspect]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Ten bodies had been found by Monday evening.", Bound.AT_MOST),
        ("The road was shut from Monday.", Bound.AT_LEAST),
        ("The gate was shut before Monday.", Bound.FEWER),
        ("The gate was shut after Monday's attack.", Bound.EXACT),
        ("The gate was shut on Monday.", Bound.EXACT),
    ],
)
def test_a_day_can_be_the_end_or_the_beginning_of_a_time(models: Models, text: str, bound: Bound) -> None:
    assert [f.op for f in facts(models, text) if f.aspect is Aspect.WHEN] == [bound]


def test_a_cause_lends_its_numbers_to_no_act_of_the_clause(models: Models) -> None:
    found = facts(models, "The navy shelled the port in retaliation for an attack on five sailors.")
    assert counted(found) == set()


def test_what_came_before_is_another_matter(models: Models) -> None:
    found = facts(models, "Israeli soldiers fired shots after being moved to the fence.")
    assert not [f for f in found if f.aspect is Aspect.TO_WHOM]


def test_a_definite_noun_takes_along_what_introduced_it(models: Models) -> None:
    found = facts(models, "Two men, apparently smugglers, came near. Guards fired at the men.")
    assert [f.value for f in found if f.aspect is Aspect.TO_WHOM] == ["man, apparently smugglers"]


def test_what_is_said_of_any_is_said_to_have_happened_of_none(models: Models) -> None:
    found = facts(models, "Not every fire that breaks out in Oslo is our doing.")
    assert "break out" not in [f.value for f in found if f.aspect is Aspect.STATUS]


def test_what_may_have_happened_is_laid_at_nobodys_door(models: Models) -> None:
    found = facts(models, "It was unclear whether the raid was carried out by Russian planes.")
    assert "russian-forces" not in [f.value for f in found if f.aspect is Aspect.BY_WHOM and f.of == "attack"]


@pytest.mark.parametrize(
    "text",
    ["Farmers heard shooting near the dam.", "Its patrols saw shelling.", "The mission could not say who fired."],
)
def test_who_learned_of_an_act_did_not_do_it(models: Models, text: str) -> None:
    assert {f.of for f in facts(models, text) if f.aspect is Aspect.BY_WHOM} <= {"hear", "see", "say"}


def test_clauses_of_one_sentence_share_where_when_and_by_whom(models: Models) -> None:
    found = facts(
        models,
        "Eighteen people were killed and 40 wounded on Tuesday when a missile fired by Russian forces hit Aleppo.",
    )
    for act in ("kill", "injure"):
        assert {(f.aspect, f.value) for f in found if f.of == act} >= {(Aspect.WHEN, "2018-12-04")}
    assert ("kill", "russian-forces") in [(f.of, f.value) for f in found if f.aspect is Aspect.BY_WHOM]


def test_without_a_publication_date_no_day_is_guessed(models: Models) -> None:
    when = [f for f in facts(models, "The patrol was attacked on Saturday.", None) if f.aspect is Aspect.WHEN]
    assert [(f.text, f.value) for f in when] == [("on Saturday", None)]


@pytest.mark.parametrize(
    ("kind", "words", "published", "expected"),
    [
        ("iso", "2018-12-08", None, "2018-12-08"),
        ("year", "2006", None, "2006-01-01/2006-12-31"),
        ("day", "August 21, 2013", None, "2013-08-21"),
        ("day", "August 21", None, None),
        ("day", "December 31", date(2019, 1, 2), "2018-12-31"),
        ("month", "August 2013", None, "2013-08-01/2013-08-31"),
        ("weekday", "on Monday", date(2018, 12, 10), "2018-12-10"),
        ("weekday", "last Monday", date(2018, 12, 10), "2018-12-03"),
        ("weekday", "late Tuesday", date(2018, 12, 10), "2018-12-04"),
        ("relative", "yesterday", date(2018, 12, 1), "2018-11-30"),
        ("relative", "Yesterday", date(2018, 12, 1), "2018-11-30"),
        ("period", "last week", date(2018, 12, 10), "2018-12-03/2018-12-09"),
        ("period", "Last month", date(2019, 1, 10), "2018-12-01/2018-12-31"),
        ("ago", "three days ago", date(2018, 12, 1), "2018-11-28"),
        ("ago", "A week ago", date(2018, 12, 10), "2018-11-30/2018-12-06"),
        ("ago", "two months ago", date(2019, 1, 10), "2018-11-01/2018-11-30"),
        ("ago", "Two years ago", date(2025, 3, 4), "2023-01-01/2023-12-31"),
        ("ago", "300 years ago", date(2, 1, 1), None),
        ("ago", "a week ago", None, None),
        ("period", "last month", date(2019, 1, 10), "2018-12-01/2018-12-31"),
        ("period", "next month", date(2018, 12, 10), "2019-01-01/2019-01-31"),
    ],
)
def test_dates_against_the_day_of_publication(
    kind: str, words: str, published: date | None, expected: str | None
) -> None:
    assert iso(kind, words, published) == expected


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("The troops acted in line with the rules.", Aspect.WHERE),
        ("He spoke on the part of the company.", Aspect.WHERE),
        ("They drew it up along the lines of an older plan.", Aspect.WHERE),
        ("The patrol fired in response to threats.", Aspect.WHERE),
        ("They fired on Monday.", Aspect.BY_WHOM),
        ("No soldiers were hurt.", Aspect.TO_WHOM),
        ("The ministry put the toll at 85.", Aspect.TO_WHOM),
        ("Many villagers took part.", Aspect.WHAT),
        ("The police seized the rockets.", Aspect.HOW),
        ("A drone came down in a field near Oslo.", Aspect.HOW),
        ("The army shot down a drone.", Aspect.HOW),
        ("The call took place at Russia's request.", Aspect.WHAT),
        ("Farmers heard shooting.", Aspect.HOW),
        ("Gunners shot down two Turkish drones.", Aspect.TO_WHOM),
        ("It was unclear who had fired first.", Aspect.BY_WHOM),
    ],
)
def test_a_detail_that_is_none(models: Models, text: str, aspect: Aspect) -> None:
    assert not [fact for fact in facts(models, text) if fact.aspect is aspect]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fire was caused by a short circuit.", "a short circuit"),
        ("A gas leak caused the explosion.", "A gas leak"),
    ],
)
def test_a_cause_says_why(models: Models, text: str, words: str) -> None:
    assert [fact.text for fact in facts(models, text) if fact.aspect is Aspect.WHY] == [words]


WORDS = [
    "killed",
    "12",
    "people",
    "the army",
    "near Aleppo",
    "on Monday",
    ",",
    "and",
    '"',
    "because of",
    "who",
    "at least",
    "(",
    "dozens",
    "it",
    "said",
    "of",
    "in",
    "not",
    "-",
    "2018",
    "a",
    "woman",
    "\x00",
    "’s",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.integers(0, 60), st.integers(0, 60))
def test_spans_lie_inside_the_claim_and_give_the_words(models: Models, words: list[str], a: int, b: int) -> None:
    text = " ".join(words)
    article = Article("a", text, published=PUBLISHED)
    document = Document(article, tuple(Tree(parse) for parse in models.parse([Passage(text)])))
    spans = tuple(Span(*sorted((min(a, len(text)), min(b, len(text))))) for _ in range(1))
    source = Source("x", "X", "army")
    claim = Claim("c", "a", None, source, ("X",), Voice.ATTRIBUTED, Mode.INDIRECT, Stance.AFFIRM, "", spans)
    for proposition in propositions_of(claim, document, default_knowledge()):
        assert all(any(whole.contains(span) for whole in spans) for span in proposition.spans)
        assert any(fact.aspect is Aspect.STATUS for fact in proposition.facts)
        for fact in proposition.facts:
            assert any(whole.contains(fact.span) for whole in spans)
            assert fact.text == text[fact.span.start : fact.span.end] != ""


def test_a_past_tense_that_looks_like_a_participle_tells_what_happened(models: Models) -> None:
    said = facts(models, "A ferry capsized in rough seas, killing 12 people", after=", the coast guard said.")
    assert {f.value for f in said if f.aspect is Aspect.STATUS} == {"sink"}
    assert counted(said) == {("kill", "=", 12.0, "person")}
    assert [f.text.lower() for f in said if f.aspect is Aspect.WHAT] == ["a ferry"]


def test_those_on_board_are_on_board_nothing(models: Models) -> None:
    assert not [f for f in facts(models, "112 people were on board.") if f.aspect is Aspect.WHAT]
