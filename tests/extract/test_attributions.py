"""Who said what: a row a sentence, in the order of the rules. Pieces of a content are joined by " / "."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import Read, Row, reports, rows, words

from claimcheck.extract.attributions import find_attributions
from claimcheck.model import Mode, Stance

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ('"We saw nothing," the captain said.', "the captain", "said", "We saw nothing"),
        ('"We saw nothing," said the captain.', "the captain", "said", "We saw nothing"),
        ("“We saw nothing”, the captain told reporters.", "the captain", "told", "We saw nothing"),
        ("''We saw nothing,'' the captain said.", "the captain", "said", "We saw nothing"),
        ('The captain said: "We saw nothing."', "The captain", "said", "We saw nothing"),
        ('The captain told a briefing that "we saw nothing".', "The captain", "told", "we saw nothing"),
        ('"We saw nothing," the captain said. "It was dark."', "the captain", "said", "We saw nothing / It was dark"),
        ('"We saw," she said, "nothing at all."', "she", "said", "We saw / nothing at all"),
        (
            '"The bridge is safe," read a post from the Norwegian embassy in Chile.',
            "the Norwegian embassy in Chile",
            "read",
            "The bridge is safe",
        ),
        ('"The bridge is safe. No one was hurt," the statement added.', "the statement", "added", None),
        ('"We saw nothing," the captain was quoted as saying by Reuters.', "the captain", "saying", "We saw nothing"),
        ('"We saw nothing," the radio quoted the captain as saying.', "the captain", "saying", "We saw nothing"),
        ('"We saw nothing at all." - Nora Lind, captain of the ferry.', "Nora Lind", "-", "We saw nothing at all"),
        ("She said the “the bridge is safe.”", "She", "said", "the bridge is safe"),
    ],
)
def test_quotations(read: Read, text: str, source: str, cue: str, content: str | None) -> None:
    expected = content or "The bridge is safe. No one was hurt"
    assert rows(read(text)) == [(source, cue, expected)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The army said that three men fled.", "The army", "said", "three men fled"),
        ("The army said three men fled.", "The army", "said", "three men fled"),
        ("The army stressed that calm must be kept.", "The army", "stressed", "calm must be kept"),
        ("The minister told his cabinet that the talks had failed.", "The minister", "told", "the talks had failed"),
        ("Three men fled across the border, the army said on Friday.", "the army", "said", None),
        ("Three men fled across the border the army said on Friday.", "the army", "said", None),
        (
            "According to the mayor, the bridge collapsed at noon.",
            "the mayor",
            "According",
            "the bridge collapsed at noon",
        ),
        (
            "The bridge collapsed at noon, according to the mayor.",
            "the mayor",
            "according",
            "The bridge collapsed at noon",
        ),
        ("Norway accused Chile of shelling the ferry.", "Norway", "accused", "Chile of shelling the ferry"),
        ("Norway blamed Chile for the strike.", "Norway", "blamed", "Chile for the strike"),
        ("The minister vowed to rebuild the bridge.", "The minister", "vowed", "to rebuild the bridge"),
        ("The minister condemned the attack on the ferry.", "The minister", "condemned", "the attack on the ferry"),
        ("The ministry called for an independent inquiry.", "The ministry", "called", "an independent inquiry"),
        ("The report was denied by the ministry.", "the ministry", "denied", "The report"),
        ("The agency put the death toll at 40.", "The agency", "put", "the death toll at 40"),
    ],
)
def test_reported_speech(read: Read, text: str, source: str, cue: str, content: str | None) -> None:
    expected = content or "Three men fled across the border"
    assert rows(read(text)) == [(source, cue, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army made a statement describing the incident in which three men tried to cross the river.",
            ("The army", "describing", "three men tried to cross the river"),
        ),
        (
            "The minister's claim that the dam was safe was wrong.",
            ("The minister", "claim", "the dam was safe"),
        ),
    ],
)
def test_nouns_of_saying(read: Read, text: str, expected: Row) -> None:
    assert expected in rows(read(text))


def test_coordinated_reports_are_two(read: Read) -> None:
    document = read("The army said the tunnels were long, though emphasized that none were in use.")
    assert rows(document) == [
        ("The army", "said", "the tunnels were long"),
        ("The army", "emphasized", "none were in use"),
    ]


def test_a_later_figure_is_a_report_of_its_own(read: Read) -> None:
    document = read("The army said 20 died but later revised the toll to 14.")
    assert rows(document) == [("The army", "said", "20 died"), ("The army", "revised", "the toll to 14")]


def test_two_speakers_in_a_sentence(read: Read) -> None:
    document = read("The union said nine people were hurt, while the army said it had fired at a drone.")
    assert [(r[0], r[2]) for r in rows(document)] == [
        ("The union", "nine people were hurt"),
        ("the army", "it had fired at a drone"),
    ]


def test_a_participle_adds_a_report(read: Read) -> None:
    document = read("The army said three men fled, adding that a search was under way.")
    assert [r[2] for r in rows(document)] == ["three men fled", "a search was under way"]


def test_a_report_inside_another_clause(read: Read) -> None:
    first = "During the call that the embassy said was made by Chile"
    document = read(f'{first}, the ministers "agreed to talk," read a tweet from the embassy.')
    assert ("the embassy", "said", "was made by Chile") in rows(document)
    assert [r[1] for r in rows(document)] == ["said", "read"]


@pytest.mark.parametrize(
    ("text", "source", "relays", "addressee"),
    [
        (
            "Larsen told his cabinet last week, according to Channel 9, that the talks had failed.",
            "Larsen",
            ["Channel 9"],
            "his cabinet",
        ),
        ("State radio reported that the army said three men fled.", "the army", ["State radio"], ""),
        ("The mayor blamed Chile for the strike, residents said.", "The mayor", ["residents"], ""),
        ("The radio reported that, according to the army, three men fled.", "the army", ["The radio"], ""),
    ],
)
def test_relays(read: Read, text: str, source: str, relays: list[str], addressee: str) -> None:
    document = read(text)
    found, *tellers = sorted(reports(document), key=lambda a: a.passes_on)
    assert [a.passes_on for a in tellers] == [True]
    assert words(document, found.source) == source
    assert [document.words(r) for r in found.relays] == relays
    assert words(document, found.addressee) == addressee


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('"We saw nothing," the captain said.', Mode.DIRECT),
        ("The captain said they saw nothing.", Mode.INDIRECT),
        ('The army said it had begun "Operation Granite Wall".', Mode.INDIRECT),
        ('The captain said the bay was full of "thick fog".', Mode.MIXED),
        ("The mayor said that the “the bridge is safe.”", Mode.DIRECT),
        ('The captain said they saw "nothing at all" that night.', Mode.MIXED),
        ('They saw "nothing at all" that night, the captain said.', Mode.MIXED),
    ],
)
def test_mode(read: Read, text: str, mode: Mode) -> None:
    (found,) = reports(read(text))
    assert found.mode is mode


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larsen: The ferry was too old", ("Larsen", ":", "The ferry was too old")),
        ("Norway says 12 killed in accident on ferry", ("Norway", "says", "12 killed in accident on ferry")),
        ("The radio said six people died, citing a doctor at the hospital.", ("a doctor", "citing", "six people died")),
        ("State radio quoted the mayor as saying that six died.", ("the mayor", "saying", "six died")),
        ("The monitor counted 24 dead.", ("The monitor", "counted", "24 dead")),
        ("It was long. Nora Lind: “We saw nothing at all.”", ("Nora Lind", ":", "We saw nothing at all")),
        ("It was long. From the report: “We saw nothing at all.”", ("the report", ":", "We saw nothing at all")),
        ("Six men fled, files released on Friday revealed.", ("files", "revealed", "Six men fled")),
        ("Police: three men fled after the shots.", ("Police", ":", "three men fled after the shots")),
        (
            "The army said in a statement on its site that dozens of men fled.",
            ("The army", "said", "dozens of men fled"),
        ),
        (
            "Government forces use the weapons which rights groups say kill at random.",
            ("rights groups", "say", "kill at random"),
        ),
        (
            "The weapons which the union says are banned were sold.",
            ("the union", "says", "are banned"),
        ),
        ("Six people died, police and medics said.", ("police and medics", "said", "Six people died")),
        ("Six people died said the ministry.", ("the ministry", "said", "Six people died")),
        ("The bridge, the mayor said on Friday, was closed.", ("the mayor", "said", "The bridge / was closed")),
        (
            "It collapsed at noon, the engineer said, without any warning.",
            ("the engineer", "said", "It collapsed at noon / without any warning"),
        ),
        ("The talks, which the minister said were constructive, ended.", ("the minister", "said", "were constructive")),
        (
            'The "main reason" for the delay, the railway insisted, was the snow.',
            ("the railway", "insisted", 'The "main reason" for the delay / was the snow'),
        ),
        ('The bill is, the senator said, "dead on arrival".', ("the senator", "said", "The bill is / dead on arrival")),
    ],
)
def test_other_forms(read: Read, text: str, expected: Row) -> None:
    assert rows(read(text)) == [expected]


def test_the_speaker_goes_on(read: Read) -> None:
    document = read('"We saw nothing," the captain said.\n\n"The fog was too thick to see the bow of the ship."')
    first, second = reports(document)
    assert not first.continues
    assert second.continues
    assert second.source is None
    assert second.cue is None


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "ghost ship" lay in the harbour.',
        "Needless to say, the train was late.",
        "It goes without saying that the hall was full.",
        "The clock says five to twelve.",
        "The mayor said nothing about the flood.",
        "The court will say on Friday whether the vote is valid.",
        'The operation, dubbed "Northern Light", is large.',
        "He can tell a story.",
        "The accident claimed the lives of six people.",
        "No group claimed responsibility for the attack.",
    ],
)
def test_names_and_scare_quotes_are_no_reports(read: Read, text: str) -> None:
    assert rows(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The captain asked not to be named.",
        "The captain declined to be identified.",
        "The captain requested anonymity.",
        "The leaders of Norway and Chile discussed the border.",
        "The ministers talked about the call.",
        "She affirmed the conversation.",
        "She made a statement describing her call with the minister.",
        "Thank you for the ships.",
        "UN Resolution 1701 was adopted to end the war, calling for both sides to keep calm.",
        "They met in Oslo to learn how the men had fled.",
        "The words should not be read as saying that the ships are safe.",
        "He made no mention of a boat.",
        "The ministry's statement made no reference to the casualties.",
    ],
)
def test_nothing_is_said(read: Read, text: str) -> None:
    assert rows(read(text)) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The leaders discussed how the men had fled.", "how the men had fled"),
        ("The ministry stressed the importance of calm.", "the importance of calm"),
        ("The ministry stressed the need to keep calm.", "the need to keep calm"),
        ("The army confirmed the strike.", "the strike"),
        ("She described the strike as a mistake.", "the strike as a mistake"),
        ("The captain said six died, on condition of anonymity.", "six died"),
    ],
)
def test_noun_phrases_that_assert(read: Read, text: str, content: str) -> None:
    assert [r[2] for r in rows(read(text))] == [content]


def test_a_gloss_is_not_part_of_the_words(read: Read) -> None:
    document = read('She added that they "spoke of the accident," in reference to the sinking of the ferry.')
    assert [r[2] for r in rows(document)] == ['they "spoke of the accident']


def test_an_unbalanced_mark_keeps_the_rest(read: Read) -> None:
    document = read('Six people died in the blast" in the village, the ministry said.\n\n"We ran," a witness said.')
    assert [r[0] for r in rows(document)] == ["the ministry", "a witness"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='abcd .,"“”\n\tsaid:', max_size=200))
def test_any_text_gives_trimmed_contents_in_order(read: Read, text: str) -> None:
    document = read(text)
    found = find_attributions(document)
    assert list(found) == sorted(found, key=lambda a: (a.content, a.cue or a.content[0]))
    for attribution in found:
        assert all(document.words(s) == document.words(s).strip() != "" for s in attribution.content)


def test_stances_of_the_seed(read: Read) -> None:
    document = read("The ministry denied that its planes were in the area. It declined to comment on the report.")
    assert [a.stance for a in reports(document)] == [Stance.DENY, Stance.REFUSE]


@pytest.mark.parametrize(
    ("text", "sources", "contents"),
    [
        # who says the second of two things
        (
            "The league confirmed that the gate was hit and said it was shut.",
            ["The league", "The league"],
            ["the gate was hit", "it was shut"],
        ),
        (
            "The lawyer said that the money was a loan and accused the bank of hiding it.",
            ["The lawyer", "The lawyer"],
            ["the money was a loan", "the bank of hiding it"],
        ),
        # what is said in between is no part of what is said
        (
            "The league said that shards were found, which it said came from a mortar.",
            ["The league"],
            ["shards were found, which / came from a mortar"],
        ),
        # but whom another is said to have quoted is
        (
            "The league said that a letter which he wrote was lost.",
            ["The league"],
            ["a letter which he wrote was lost"],
        ),
        # whose text says it is not who does something in it
        (
            "The tug entered the bay without leave, according to the statement.",
            ["the statement"],
            ["The tug entered the bay without leave"],
        ),
        # the name of those who speak goes with the noun for them
        (
            "The rail operator Nordbane said 28 trains stood still.",
            ["The rail operator Nordbane"],
            ["28 trains stood still"],
        ),
        # who responds and acts says nothing
        ("It said the troops responded and shot two men.", ["It"], ["the troops responded and shot two men"]),
        # a report set into what it reports has more behind than a phrase
        (
            "The spill was at least 12,000 gallons, the regulator said on Saturday, more than what the plant had told.",
            ["the regulator"],
            ["The spill was at least 12,000 gallons / more than what the plant had told"],
        ),
        # what is called false is denied; the word for it is not
        ("The league called the report pure fiction.", ["The league"], ["the report"]),
    ],
)
def test_reports_beside_reports(read: Read, text: str, sources: list[str], contents: list[str]) -> None:
    found = rows(read(text))
    assert [row[0] for row in found] == sources
    assert [row[2] for row in found] == contents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards denied using live rounds.", [("The guards", "denied", "using live rounds")]),
        ("The crew admitted having left the bridge.", [("The crew", "admitted", "having left the bridge")]),
        ("The pilot confessed to having flown too low.", [("The pilot", "confessed", "having flown too low")]),
        ("The rebels admitted to shelling the town.", [("The rebels", "admitted", "shelling the town")]),
        (
            "Officials acknowledged firing at the car but denied killing the driver.",
            [
                ("Officials", "acknowledged", "firing at the car"),
                ("Officials", "denied", "killing the driver"),
            ],
        ),
        (
            "The group denied carrying out the attack and blamed Norland.",
            [("The group", "denied", "carrying out the attack"), ("The group", "blamed", "Norland")],
        ),
        (
            "Guards denied using live rounds and said officers had fired rubber bullets.",
            [
                ("Guards", "denied", "using live rounds"),
                ("Guards", "said", "officers had fired rubber bullets"),
            ],
        ),
        # nothing is owned up to
        ("He was admitted to the clinic on Monday.", []),
        ("They were denied entry to the building.", []),
    ],
)
def test_deeds_that_a_source_owns_up_to_or_denies(read: Read, text: str, expected: list[Row]) -> None:
    assert rows(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor on Monday called for calm.", "calm"),
        ("The union leader Ida Holm on Friday called for a new vote.", "a new vote"),
        ("The mayor called on Friday for calm.", "calm"),
        ("The mayor called on Norland for help.", "Norland for help"),
    ],
)
def test_when_somebody_spoke_is_not_what_was_said(read: Read, text: str, content: str) -> None:
    assert [told for _, _, told in rows(read(text))] == [content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels said the army shot the prisoners, something the army has denied.",
            [("The rebels", "said", "the army shot the prisoners"), ("the army", "denied", "something")],
        ),
        (
            "Residents said sirens never sounded, which the company denies.",
            [("Residents", "said", "sirens never sounded"), ("the company", "denies", "which")],
        ),
        ("Three men were killed in the camp, which the army denies.", [("the army", "denies", "which")]),
        (
            "The mayor said the wall was cracked, an assertion the company rejects.",
            [("The mayor", "said", "the wall was cracked"), ("the company", "rejects", "an assertion")],
        ),
        # nothing is denied
        ("The mayor praised the plan, which the company built.", None),
        ("The mayor praised a plan that the council built.", None),
    ],
)
def test_what_stands_before_is_denied(read: Read, text: str, expected: list[Row] | None) -> None:
    found = rows(read(text))
    assert found == expected if expected else all(cue == "praised" for _, cue, _ in found)
