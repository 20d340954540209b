"""Who a mention stands for: by name, by role, by pronoun, through an office or a spokesman."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract.attributions import Attribution
from claimcheck.extract.document import Document
from claimcheck.extract.speakers import Speaker, Speaking, frames_of, listed_speaker, outlet_source, speakings
from claimcheck.knowledge import Knowledge, default_knowledge
from claimcheck.model import Article, Mode, Span, Stance, Voice

pytestmark = pytest.mark.models

Read = Callable[[str], Document]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return default_knowledge()


def said_by(text: str, mentions: Sequence[str]) -> list[Attribution]:
    """Return attributions to the mentions, each looked for after the one before it; a cue is the word after it."""
    found, at = [], 0
    for mention in mentions:
        start = text.index(mention, at)
        at = start + len(mention)
        source, content = Span(start, at), Span(len(text) - 1, len(text))
        found.append(Attribution((content,), source, None, Mode.INDIRECT, Voice.ATTRIBUTED, Stance.AFFIRM))
    return found


def speaking(read: Read, knowledge: Knowledge, text: str, mentions: Sequence[str]) -> tuple[Speaking, ...]:
    document = read(text)
    attributions = said_by(text, mentions)
    return speakings(document, attributions, frames_of(document, attributions), knowledge)


def who(read: Read, knowledge: Knowledge, text: str, *mentions: str) -> list[Speaker]:
    return [s.speaker for s in speaking(read, knowledge, text, mentions)]


NAMED = [
    # registered names, with what stands around them
    ("The IDF said the gate was shut.", ["The IDF"], "Israel Defense Forces"),
    ("Syrias SANA said two shells fell.", ["Syrias SANA"], "Syrian Arab News Agency"),
    ("Lebanon's state-run NNA said a car burned.", ["Lebanon's state-run NNA"], "National News Agency (Lebanon)"),
    ("The ISIS-linked Aamaq news agency said it hit a post.", ["The ISIS-linked Aamaq news agency"], "Amaq"),
    # an institution answers for its office, spokesman, statement, account
    ("Netanyahu's office said talks went on.", ["Netanyahu's office"], "Israeli Prime Minister's Office"),
    ("A tweet from the Russian embassy in Israel said so.", ["A tweet"], "Russian embassy in Israel"),
    ("An IDF spokesman said the road was open.", ["An IDF spokesman"], "Israel Defense Forces"),
    # the name of an agency may be a person's
    ("Paul Tass, a farmer, said the road was closed.", ["Paul Tass, a farmer,"], "Paul Tass"),
    # no army is a coalition
    ("The army left. The US-led coalition hit a post. The coalition denied it.", ["The coalition"], "US-led coalition"),
    # a side is a party, or a place
    ("The Chilean side said talks went on.", ["The Chilean side"], "Chilean government"),
    # those to whom several belong
    (
        "The leaders of Norway and Chile said so.",
        ["The leaders of Norway and Chile"],
        "the leaders of Norway and Chile",
    ),
    # an office by its title alone, written like a name
    ("Mayor Nora Lind came. The Mayor said so.", ["The Mayor"], "Nora Lind"),
    # whose somebody is, is not who it is
    ("Nora Lind came. Nora Lind's aide said so.", ["Nora Lind's aide"], "Nora Lind's aide"),
    # an organisation, not a relative pronoun
    ("The WHO said it knew. WHO said so.", ["WHO"], "World Health Organization"),
    # short names that the article defines
    (
        "The Harbour Workers League (HWL) met. The HWL said the strike would go on.",
        ["The HWL"],
        "Harbour Workers League",
    ),
    # surnames, titles, courtesy
    ("Talal Haddad, the mayor of Arqa, was there. Haddad said he saw it.", ["Haddad"], "Talal Haddad"),
    ("Mayor Talal Haddad was there. Mr. Haddad said he saw it.", ["Mr. Haddad"], "Talal Haddad"),
    ("Arqa Governor Talal Haddad was there. The Arqa governor said he saw it.", ["The Arqa governor"], "Talal Haddad"),
    ("Vladimir Putin flew home. The Russian leader said he was tired.", ["The Russian leader"], "Vladimir Putin"),
    ("Prime Minister Omar Saleh rose. The prime minister said no.", ["The prime minister"], "Omar Saleh"),
    # part of a name, a role, a role that points ahead
    (
        "The Syrian Observatory for Human Rights counted. The Observatory said ten died.",
        ["The Observatory"],
        "Syrian Observatory for Human Rights",
    ),
    ("NNA wrote first. The agency said a bus burned.", ["The agency"], "National News Agency (Lebanon)"),
    ("The IDF was quick. The army said it fired.", ["The army"], "Israel Defense Forces"),
    # a ministry is one of several, told apart by its field and its seat
    (
        "The Philippine Red Cross spoke. The coast guard said ten fell.",
        ["The Philippine Red Cross", "The coast guard"],
        "Philippine Coast Guard",
    ),
    (
        "Moldova's Foreign Ministry and the Russian embassy spoke. The Defence Ministry said ten fell.",
        ["The Defence Ministry"],
        "Moldovan Defence Ministry",
    ),
    (
        "Russia's energy ministry declined. The defence ministry in Moscow said nine fell.",
        ["Russia's energy ministry", "The defence ministry in Moscow"],
        "Russian Defence Ministry",
    ),
    (
        "Russia's foreign ministry declined. The interior ministry said ten were held.",
        ["Russia's foreign ministry", "The interior ministry"],
        "Russian Interior Ministry",
    ),
    (
        "Russia's foreign ministry declined. The fisheries ministry said ten were held.",
        ["Russia's foreign ministry", "The fisheries ministry"],
        "the fisheries ministry",
    ),
    (
        "The Russian Defence Ministry spoke. The defense ministry said ten fell.",
        ["The Russian Defence Ministry", "The defense ministry"],
        "Russian Defence Ministry",
    ),
    (
        "Russia's foreign ministry spoke. The ministry said ten were held.",
        ["Russia's foreign ministry", "The ministry"],
        "Russian Foreign Ministry",
    ),
    (
        "Ten died, a monitor said. The Syrian Observatory for Human Rights has staff in Homs.",
        ["a monitor"],
        "Syrian Observatory for Human Rights",
    ),
    (
        "The Syrian Observatory for Human Rights spoke. The UK-based group said ten died.",
        ["The UK-based group"],
        "Syrian Observatory for Human Rights",
    ),
    # names without the commas that part them from the words before
    (
        "Ten died in the port district of Arqa the Syrian Observatory for Human Rights said.",
        ["the port district of Arqa the Syrian Observatory for Human Rights"],
        "Syrian Observatory for Human Rights",
    ),
    # names that no registry knows
    ("The Norvik Herald said the mill closed.", ["The Norvik Herald"], "Norvik Herald"),
    ("The Norvik Herald spoke. Then the Harbour Herald said no.", ["the Harbour Herald"], "Harbour Herald"),
    ("The Clinton campaign spoke. Then the Trump campaign said no.", ["the Trump campaign"], "Donald Trump's campaign"),
    ("SANA spoke. Then the Arqa News Agency said no.", ["the Arqa News Agency"], "Arqa News Agency"),
    # companies, which a holder of something may be, or a person
    ("The tug's owner, Osprey Baltic, said so.", ["The tug's owner, Osprey Baltic,"], "Osprey Baltic"),
    ("A spokesman for Osprey Baltic said so.", ["A spokesman for Osprey Baltic"], "Osprey Baltic"),
    # those who speak for a whole
    (
        "Organisers from the Tolvik Dockers League said so.",
        ["Organisers from the Tolvik Dockers League"],
        "Tolvik Dockers League",
    ),
    # a name that goes on behind its head
    ("The League for the Coast said so.", ["The League for the Coast"], "League for the Coast"),
    # the union of a thing is none that was spoken of
    (
        "The Harbour Workers League said so. The mill's union said no.",
        ["The Harbour Workers League", "The mill's union"],
        "the mill's union",
    ),
    # somebody in a service is not the service
    (
        "A source in Norway's security service, the PST, said so.",
        ["A source in Norway's security service, the PST,"],
        "a source in Norway's security service",
    ),
    # an apposition whose comma is lost
    (
        "Another activist group the Local Coordination Committees said ten died.",
        ["Another activist group"],
        "Local Coordination Committees",
    ),
    # whose a ministry is, where no registry knows it
    ("Vela's Defence Ministry said so.", ["Vela's Defence Ministry"], "Vela's Defence Ministry"),
    (
        "Vela's Defence Ministry met. The Defence Ministry said so.",
        ["Vela's Defence Ministry", "The Defence Ministry"],
        "Vela's Defence Ministry",
    ),
    ("Russia's Defence Ministry said so.", ["Russia's Defence Ministry"], "Russian Defence Ministry"),
    (
        "The Philippines' Department of Migrant Workers said so. The Department said so.",
        ["The Philippines' Department of Migrant Workers", "The Department"],
        "Philippines' Department of Migrant Workers",
    ),
    (
        "Kenya's Ministry of Lands and Housing said so.",
        ["Kenya's Ministry of Lands and Housing"],
        "Kenya's Ministry of Lands and Housing",
    ),
    ("Lebanon's Al-Marsa daily said so.", ["Lebanon's Al-Marsa daily"], "Al-Marsa"),
    # nor is it whoever spoke before
    (
        "The company Attica Marine spoke. Peru's Department of Lands said so.",
        ["The company Attica Marine", "Peru's Department of Lands"],
        "Peru's Department of Lands",
    ),
    (
        "Vela's Department of Health spoke. The Department of Lands said so.",
        ["Vela's Department of Health", "The Department of Lands"],
        "Department of Lands",
    ),
    # an army only owns its commands
    ("The U.S. military's Central Command said so.", ["The U.S. military's Central Command"], "US Central Command"),
    (
        "The Israeli army's Northern Command said so.",
        ["The Israeli army's Northern Command"],
        "Israeli army's Northern Command",
    ),
    ("The army's Northern Command said so.", ["The army's Northern Command"], "Northern Command"),
]


@pytest.mark.parametrize(("text", "mentions", "name"), NAMED)
def test_a_mention_leads_to_its_source(
    read: Read, knowledge: Knowledge, text: str, mentions: list[str], name: str
) -> None:
    assert who(read, knowledge, text, *mentions)[-1].source.name == name


KINDS = [
    ("The tug's insurer, Osprey Baltic, said so.", "The tug's insurer, Osprey Baltic,", "company"),
    ("The tug's owner, Nora Lind, said so.", "The tug's owner, Nora Lind,", "individual"),
    ("The club, Osprey Calcio, said so.", "The club, Osprey Calcio,", "organisation"),
    ("The supporters' group Curva Tolvik said so.", "The supporters' group Curva Tolvik", "organisation"),
    ("The army said so.", "The army", "army"),
    ("The interior ministry said so.", "The interior ministry", "ministry"),
    ("An army officer said so.", "An army officer", "unnamed"),
]


@pytest.mark.parametrize(("text", "mention", "kind"), KINDS)
def test_a_source_has_its_kind(read: Read, knowledge: Knowledge, text: str, mention: str, kind: str) -> None:
    assert who(read, knowledge, text, mention)[0].source.kind == kind


AT_HOME = [
    # whose it is goes without saying in the agency of a state
    ("IRNA", "The Oil Ministry said exports rose.", "The Oil Ministry", "Iranian Oil Ministry"),
    ("SANA", "Shells fell near Daraa, the Defence Ministry said.", "the Defence Ministry", "Syrian Defence Ministry"),
    # but not where only another country's are spoken of, nor in an agency that is nobody's
    ("TASS", "Chile's army moved. The Defence Ministry said so.", "The Defence Ministry", "Chilean Defence Ministry"),
    ("Reuters", "The Oil Ministry said exports rose.", "The Oil Ministry", "Oil Ministry"),
]


@pytest.mark.parametrize(("outlet", "text", "mention", "name"), AT_HOME)
def test_a_ministry_is_that_of_the_agencys_state(
    read: Read, knowledge: Knowledge, outlet: str, text: str, mention: str, name: str
) -> None:
    document = replace(read(text), article=Article("a", text, outlet=outlet))
    attributions = said_by(text, [mention])
    (found,) = speakings(document, attributions, frames_of(document, attributions), knowledge)
    assert found.speaker.source.name == name


RECALLED = [
    ("SANA said one fell. It added that two rose.", ["SANA", "It"]),
    ("Nora Lind said one fell. She added that two rose.", ["Nora Lind", "She"]),
    ("In a statement the IDF said one fell. The statement said more.", ["the IDF", "The statement"]),
    ("A nurse said one fell. The nurse said two rose.", ["A nurse", "The nurse"]),
    ("A hospital source said one. Later the source said two.", ["A hospital source", "the source"]),
    ("Residents of Arqa said one fell. They said two rose.", ["Residents of Arqa", "They"]),
]


@pytest.mark.parametrize(("text", "mentions"), RECALLED)
def test_a_mention_recalls_the_speaker_before(read: Read, knowledge: Knowledge, text: str, mentions: list[str]) -> None:
    first, second = who(read, knowledge, text, *mentions)
    assert second.source == first.source


def test_a_pronoun_does_not_change_its_gender(read: Read, knowledge: Knowledge) -> None:
    text = "Karl Moe said one. He said two. Nora Lind said three. Karl Moe heard it. She said four."
    assert who(read, knowledge, text, "Karl Moe", "He", "Nora Lind", "She")[-1].source.name == "Nora Lind"


@pytest.mark.parametrize("mention", ["A witness", "A US official", "Residents", "A source in Arqa"])
def test_unnamed_sources_stay_apart(read: Read, knowledge: Knowledge, mention: str) -> None:
    first, second = who(read, knowledge, f"{mention} said one fell. {mention} said two rose.", mention, mention)
    assert first.source.name == second.source.name
    assert first.source.id != second.source.id
    assert first.source.kind == "unnamed"


def test_a_spokesman_ends_the_chain_and_the_institution_answers(read: Read, knowledge: Knowledge) -> None:
    text = "IDF spokesman Dan Amir said the road was shut. Amir said it would open."
    for speaker in who(read, knowledge, text, "IDF spokesman Dan Amir", "Amir"):
        assert (speaker.source.name, speaker.person) == ("Israel Defense Forces", "Dan Amir")


JOINT = [
    ("The Syrian Observatory for Human Rights and medics said ten died.", 2),
    ("SANA, NNA and Reuters said ten died.", 3),
    ("The doctor and activist said ten died.", 0),
    ("The Ministry of Finance and Economy said prices fell.", 0),
]


@pytest.mark.parametrize(("text", "members"), JOINT)
def test_those_who_speak_together_are_one_source(read: Read, knowledge: Knowledge, text: str, members: int) -> None:
    (speaker,) = who(read, knowledge, text, text.split(" said", maxsplit=1)[0])
    assert len(speaker.members) == members


def test_a_joint_source_is_the_same_in_any_order(read: Read, knowledge: Knowledge) -> None:
    texts = ["SANA and Reuters said so.", "Reuters and SANA said so."]
    first, second = (who(read, knowledge, text, text.split(" said", maxsplit=1)[0])[0] for text in texts)
    assert first.source.id == second.source.id


def test_named_sources_are_the_same_in_every_article(read: Read, knowledge: Knowledge) -> None:
    (first,) = who(read, knowledge, "Nora Lind said one fell.", "Nora Lind")
    second = who(read, knowledge, "The baker Nora Lind rose. Lind said two rose.", "Lind")[0]
    assert first.source == second.source


def test_every_step_is_told_in_words(read: Read, knowledge: Knowledge) -> None:
    text = "SANA said one fell. The agency said two rose. A man said no."
    assert all(speaker.step for speaker in who(read, knowledge, text, "SANA", "The agency", "A man"))


OWN_FIELDS = [
    (
        "The European Union sent observers. The electoral commission said it was calm.",
        ["The electoral commission"],
        False,
    ),
    ("The European Commission met. The truth commission said so.", ["The truth commission"], False),
    ("The European Commission met. The planning commission said so.", ["The planning commission"], False),
    ("The UN Security Council met. The town council said so.", ["The town council"], False),
    ("The International Criminal Court sat. The appeals court said so.", ["The appeals court"], False),
    ("The International Atomic Energy Agency met. The space agency said so.", ["The space agency"], False),
    ("The European Commission met. The commission said so.", ["The commission"], True),
    ("The UN Security Council met. The council said so.", ["The council"], True),
    ("The International Criminal Court sat. The court said so.", ["The court"], True),
]


@pytest.mark.parametrize(("text", "mentions", "recalls"), OWN_FIELDS)
def test_a_body_with_a_field_of_its_own_is_another(
    read: Read, knowledge: Knowledge, text: str, mentions: list[str], recalls: bool
) -> None:
    (speaker,) = who(read, knowledge, text, *mentions)
    assert (knowledge.registry.get(speaker.source.id) is not None) is recalls


SHORT_NAMES = [
    ("A fire broke out at Halden Chemicals. Halden said it was out.", "Halden said", "Halden Chemicals"),
    ("A fire broke out at Halden Chemicals. The company said it was out.", "The company", "Halden Chemicals"),
    ("Poland shut two crossings, the Interior Ministry said.", "the Interior Ministry", "Polish Interior Ministry"),
    ("Russia struck two ports, the Interior Ministry said.", "the Interior Ministry", "Interior Ministry"),
]


@pytest.mark.parametrize(("text", "mention", "name"), SHORT_NAMES)
def test_a_short_name_is_the_full_one(read: Read, knowledge: Knowledge, text: str, mention: str, name: str) -> None:
    document, start = read(text), text.index(mention)
    span = Span(start, start + len(mention.removesuffix(" said")))
    content = (Span(len(text) - 1, len(text)),)
    said = [Attribution(content, span, None, Mode.INDIRECT, Voice.ATTRIBUTED, Stance.AFFIRM)]
    (found,) = speakings(document, said, frames_of(document, said), knowledge)
    speaker = found.speaker
    assert speaker.source.name == name


def test_a_pronoun_is_nobody_whom_the_article_calls_by_the_other(read: Read, knowledge: Knowledge) -> None:
    text = 'Fenna Tolde left after what she called a farce. Asked about it, Sall said: "No." He did not go on.'
    assert who(read, knowledge, text, "Sall", "He")[1].source.name == "Sall"


DESCRIBED = [
    # a description before the name, behind it, without a comma
    ("The mayor of Arqa, Nora Lind, said so.", ["The mayor of Arqa, Nora Lind"], "Nora Lind"),
    ("The mayor of Arqa, Nora Lind, said so.", ["The mayor of Arqa"], "Nora Lind"),
    (
        "Its deputy director, the chemist Nora Lind, said so.",
        ["Its deputy director, the chemist Nora Lind"],
        "Nora Lind",
    ),
    ("A former treasurer, Karl Moe, said so.", ["A former treasurer, Karl Moe"], "Karl Moe"),
    ("So said Nora Lind, a surgeon.", ["Nora Lind, a surgeon"], "Nora Lind"),
    ("The second officer Karl Moe said so.", ["The second officer Karl Moe"], "Karl Moe"),
    ("A man who was identified only as Yunis said so.", ["A man who was identified only as Yunis"], "Yunis"),
    ("A tall man named Karl Moe said so.", ["A tall man"], "Karl Moe"),
    # not a name, but what some call it
    (
        "The so-called Syrian Observatory for Human Rights said so.",
        ["The so-called Syrian Observatory for Human Rights"],
        "Syrian Observatory for Human Rights",
    ),
    # no name, though one is near
    (
        "Friends of the painter Karl Moe said so.",
        ["Friends of the painter Karl Moe"],
        "Friends of the painter Karl Moe",
    ),
    ("According to the clerk, Karl Moe was late.", ["the clerk"], "the clerk"),
    # a rank before a surname that stands alone
    ("Colonel Barazi said so.", ["Colonel Barazi"], "Barazi"),
    ("The family name comes first: Kim Min-su. Kim said so.", ["Kim"], "Kim Min-su"),
    # the noun of a description recalls the person
    ("The sculptor Nora Lind came. The sculptor said so.", ["The sculptor"], "Nora Lind"),
    ("The treasurer, Nora Lind, and a guard came. The treasurer said so.", ["The treasurer"], "Nora Lind"),
    ("Nora Lind, 60, lives by the quay. The widow said so.", ["The widow"], "Nora Lind"),
    ("Karl Moe lives by the quay. The widow said so.", ["The widow"], "the widow"),
    ("Nora Lind met Karl Moe. The governor said so.", ["The governor"], "the governor"),
    # a name that is no person's
    ("Kestrel Maritime owns the tug. The company said so.", ["Kestrel Maritime", "The company"], "Kestrel Maritime"),
    ("The UN mission said so.", ["The UN mission"], "the UN mission"),
    # a name that follows at once what it is the name of, though another of its kind spoke
    (
        "The Dock Union said so. The rail operator NRSB said that.",
        ["The Dock Union", "The rail operator NRSB"],
        "NRSB",
    ),
    # the name that a group gives itself
    ("A hacking group calling itself Red Heron said so.", ["A hacking group"], "Red Heron"),
    # who spoke just before in the passage, rather than another of whom it told
    (
        "The group Red Heron said so.\n\nVoltgrid denied that its masts fell. The company said so.",
        ["The group Red Heron", "Voltgrid", "The company"],
        "Voltgrid",
    ),
    # for what somebody speaks is not for whom
    ("A defence spokesman, Karl Moe, said so.", ["A defence spokesman, Karl Moe,"], "Karl Moe"),
    ("A defence spokesman said so.", ["A defence spokesman"], "a defence spokesman"),
]


@pytest.mark.parametrize(("text", "mentions", "name"), DESCRIBED)
def test_a_description_leads_to_a_name(
    read: Read, knowledge: Knowledge, text: str, mentions: list[str], name: str
) -> None:
    assert who(read, knowledge, text, *mentions)[-1].source.name == name


PRONOUNS = [
    # whom somebody was asked about does not answer
    ("Karl Moe came. Moe spoke. Asked if a soldier had died, he said no.", ["Moe", "he"], "Karl Moe"),
    ("Nora Lind came. Lind spoke. When asked if Eva Moe had left, she said no.", ["Lind", "she"], "Nora Lind"),
    ("Karl Moe came. Moe spoke. Questioned about the death of a boy, he said no.", ["Moe", "he"], "Karl Moe"),
    ("Karl Moe came. Moe spoke. Asked by a reporter if it was so, he said no.", ["Moe", "he"], "Karl Moe"),
    # a firm is nobody whom one calls "he"
    (
        "Two were hurt, said the security firm Ambrey.\n\nSaree spoke of drones. He said so.",
        ["the security firm Ambrey", "Saree", "He"],
        "Saree",
    ),
    # nor a day
    ("Monday's memo came. It said so.", ["It"], "Monday's memo"),
    ("Nora Lind walked home. It would rain, she said.", ["she"], "Nora Lind"),
    ("The harbour police closed the quay. It said so.", ["It"], "The harbour police"),
    ("Karl Moe and the baker's widow, Eva Holt, came. She said so.", ["She"], "Eva Holt"),
    ("The finance ministry issued a note. It said so.", ["It"], "Finance Ministry"),
    ("The two brothers own the mill. They said so.", ["They"], "the two brothers"),
    # who owns is not owned: what a pronoun is part of, it does not mean
    (
        "Ferry owners and their lawyers ask for help; Karl Moe came.",
        ["Ferry owners and their lawyers"],
        "Ferry owners and Ferry owners's lawyers",
    ),
    (
        "The ministers and the two leaders said so.",
        ["The ministers and the two leaders"],
        "the ministers and the two leaders",
    ),
    ("“It is deep,” Karl Moe said. His aide, Eva Holt, laughed. “No,” she said.", ["Karl Moe", "she"], "Eva Holt"),
    # a body without a name speaks on
    ("The prefecture said so. It said more.", ["The prefecture", "It"], "the prefecture"),
    (
        "“Norwegian forces fired,” the town's press service said. It said more.",
        ["the town's press service", "It"],
        "the town's press service",
    ),
    # where somebody was taken is not who
    ("Guards took clerk Karl Moe at his flat in Kilstad, his family said.", ["his family"], "Karl Moe's family"),
    # a lawyer or a sister is of who is told of, before who tells it
    (
        "Guards held a young man, Nora Lind said. His sister said so.",
        ["Nora Lind", "His sister"],
        "a young man's sister",
    ),
    ("Guards held Karl Moe, Tom Carr said. His lawyer said so.", ["Tom Carr", "His lawyer"], "Karl Moe's lawyer"),
    ("It was dark, Karl Moe said. His wife said so.", ["Karl Moe", "His wife"], "Karl Moe's wife"),
    # whose they are
    ("An old tug, which its owners say is sound, lies here.", ["its owners"], "the tug's owners"),
    ("Nora Lind stayed silent; her party said so.", ["her party"], "Nora Lind's party"),
    ("Kestrel Maritime, whose chairwoman said so, is closed.", ["whose chairwoman"], "Kestrel Maritime's chairwoman"),
]


@pytest.mark.parametrize(("text", "mentions", "name"), PRONOUNS)
def test_a_pronoun_leads_back(read: Read, knowledge: Knowledge, text: str, mentions: list[str], name: str) -> None:
    assert who(read, knowledge, text, *mentions)[-1].source.name.casefold() == name.casefold()


VOICED = [
    # the company is who was last called one
    (
        "Sokimex, a company from Arqa, runs it. Didier Ngoy, a miner, fell. A spokesman for the firm said so.",
        ["A spokesman for the firm"],
        "Sokimex",
        None,
    ),
    (
        "The ship's manager, Attica Marine, denied it. The police came. A spokeswoman for the company said so.",
        ["The ship's manager", "A spokeswoman for the company"],
        "Attica Marine",
        None,
    ),
    ("Norvik Air is an airline. Karl Moe left. The airline said so.", ["The airline"], "Norvik Air", None),
    (
        "The hotel manager, Karl Moe, left. A spokesman for the company said so.",
        ["A spokesman for the company"],
        "company",
        None,
    ),
    (
        "The mill's spokesman, Karl Moe, said so. Moe went on.",
        ["The mill's spokesman, Karl Moe", "Moe"],
        "mill",
        "Karl Moe",
    ),
    ("A spokeswoman for the water works said so.", ["A spokeswoman for the water works"], "water works", None),
    # whose spokesman it is goes without saying, where an institution has just spoken
    (
        "The Red Cross said so. Spokesman Karl Moe went on.",
        ["The Red Cross", "Spokesman Karl Moe"],
        "Red Cross",
        "Karl Moe",
    ),
    ("Nora Lind said so. Spokesman Karl Moe went on.", ["Nora Lind", "Spokesman Karl Moe"], "Karl Moe", None),
    ("The army's spokesman said so.", ["The army's spokesman"], "army", None),
    (
        "The former spokesman of the mill, Karl Moe, said so.",
        ["The former spokesman of the mill, Karl Moe"],
        "Karl Moe",
        None,
    ),
    (
        "The office of President Nora Lind said so.",
        ["The office of President Nora Lind"],
        "office of President Nora Lind",
        None,
    ),
    # whose army it is, is not guessed from where an agency sits
    ("Reuters heard it. Army spokesman Karl Moe said so.", ["Army spokesman Karl Moe"], "army", "Karl Moe"),
    # texts are those of whoever gave them
    ("So reads the order that General Karl Moe signed.", ["the order that General Karl Moe signed"], "Karl Moe", None),
    ("So say figures published by the town council.", ["figures published by the town council"], "town council", None),
    ("The widow's letter said so.", ["The widow's letter"], "widow", None),
    ("The finance ministry gave out a note. The note said so.", ["The note"], "finance ministry", None),
]


@pytest.mark.parametrize(("text", "mentions", "name", "person"), VOICED)
def test_an_institution_answers_for_its_voice(
    read: Read, knowledge: Knowledge, text: str, mentions: list[str], name: str, person: str | None
) -> None:
    speaker = who(read, knowledge, text, *mentions)[-1]
    assert (speaker.source.name.casefold().removeprefix("the "), speaker.person) == (name.casefold(), person)


UNNAMED_AS = [
    ("A man who lives next door said so.", ["A man"], "a man who lives next door"),
    (
        "A second clerk, from the mayor's office, said so.",
        ["A second clerk"],
        "a second clerk, from the mayor's office",
    ),
    ("Harbour guards here said so.", ["Harbour guards here"], "Harbour guards"),
    ("Even a harbour guard said so.", ["Even a harbour guard"], "a harbour guard"),
    (
        "Two people with knowledge of the deal said so. A third denied it.",
        ["Two people with knowledge of the deal", "A third"],
        "a third person with knowledge of the deal",
    ),
]


@pytest.mark.parametrize(("text", "mentions", "name"), UNNAMED_AS)
def test_an_unnamed_source_keeps_what_describes_it(
    read: Read, knowledge: Knowledge, text: str, mentions: list[str], name: str
) -> None:
    speaker = who(read, knowledge, text, *mentions)[-1]
    assert (speaker.source.name, speaker.source.kind) == (name, "unnamed")


TOGETHER = [
    ("Nora Lind and Karl Moe came. Lind and Moe said so.", ["Lind and Moe"], "Nora Lind and Karl Moe"),
    ("Neither Holt nor Barazi said so.", ["Neither Holt nor Barazi"], "Holt and Barazi"),
    ("Nora Lind and the warden, Karl Moe, said so.", ["Nora Lind and the warden, Karl Moe"], "Nora Lind and Karl Moe"),
    ("Nora Lind and Karl Moe met. The two leaders said so.", ["The two leaders"], "Nora Lind and Karl Moe"),
    ("The sisters, Eva and Nora Lind, said so.", ["The sisters, Eva and Nora Lind"], "Eva and Nora Lind"),
]


@pytest.mark.parametrize(("text", "mentions", "name"), TOGETHER)
def test_several_are_named_together(
    read: Read, knowledge: Knowledge, text: str, mentions: list[str], name: str
) -> None:
    speaker = who(read, knowledge, text, *mentions)[-1]
    assert speaker.source.name == name
    assert len(speaker.members) == 2


LISTED = [
    ("IDF", "idf", "army"),
    ("Al-Nowhere Post", None, "organisation"),
    ("a medical source", None, "unnamed"),
    ("local officials", None, "unnamed"),
    ("SANA and Kurdish media", None, "organisation"),
]


@pytest.mark.parametrize(("name", "id_", "kind"), LISTED)
def test_the_sources_of_a_table(knowledge: Knowledge, name: str, id_: str | None, kind: str) -> None:
    source = listed_speaker(name, Article("a", "text", outlet="The Paper"), knowledge).source
    assert source.kind == kind
    assert id_ in (None, source.id)


def test_unnamed_sources_of_a_table_are_one_in_an_article_only(knowledge: Knowledge) -> None:
    one, other = Article("a", "text"), Article("b", "text")
    first, again, apart = (listed_speaker("a witness", a, knowledge).source for a in (one, one, other))
    assert first == again
    assert first.name == apart.name
    assert first.id != apart.id


def test_an_outlet_is_a_source_too(knowledge: Knowledge) -> None:
    assert outlet_source(Article("a", "text", outlet="Reuters"), knowledge).id == "reuters"
    assert outlet_source(Article("a", "text", outlet="The Paper"), knowledge).kind == "outlet"
    assert outlet_source(Article("a", "text"), knowledge).name == "outlet not given"
    assert outlet_source(Article("a", "x"), knowledge).id != outlet_source(Article("b", "x"), knowledge).id


PUBLISHERS = [
    ("Embassy of Tarkia in Brussels (X)", "embassy"),
    ("Velan Presidency", "office"),
    ("Tarkian Presidential Office", "office"),
    ("Prime Minister's Office of Tarkia", "office"),
    ("Velan Ministry of Defence", "ministry"),
    ("Arqa Police", "police"),
    ("OSCE Mission", "international"),
    # a paper has such a word in its name too
    ("Police Gazette", "outlet"),
    ("Mission Local", "outlet"),
    ("Army Times", "outlet"),
]


@pytest.mark.parametrize(("name", "kind"), PUBLISHERS)
def test_a_publisher_is_an_institution_by_its_name(knowledge: Knowledge, name: str, kind: str) -> None:
    assert outlet_source(Article("a", "text", outlet=name), knowledge).kind == kind


OWN_TEXTS = [
    # who heads an institution speaks through it; of several with that title, none is known to
    (
        "Tarkian Presidency",
        "President Anna Lind met miners. The President said so.",
        "The President",
        "Tarkian Presidency",
    ),
    (
        "Tarkian Presidency",
        "President Anna Lind rang the President of Vela, Milos Ruml. Ruml said so.",
        "Ruml",
        "Milos Ruml",
    ),
    (
        "Tarkian Presidency",
        "President Anna Lind rang the President of Vela, Milos Ruml. The President said so.",
        "The President",
        "Anna Lind",
    ),
    ("Arqa Police", "Two men fled. Police said so.", "Police", "Arqa Police"),
    # a medium by the last words of its name
    ("Northern Observer", "Karl Moe was free, the Observer reported.", "the Observer", "Northern Observer"),
    ("Northern Observer", "A reporter for the Observer said so.", "A reporter for the Observer", "Northern Observer"),
    ("Radio Maji", "Maji, a farmer, said so.", "Maji, a farmer,", "Maji"),
]


@pytest.mark.parametrize(("outlet", "text", "mention", "name"), OWN_TEXTS)
def test_who_speaks_in_a_publishers_own_text(
    read: Read, knowledge: Knowledge, outlet: str, text: str, mention: str, name: str
) -> None:
    document = read(text)
    document = replace(document, article=replace(document.article, outlet=outlet))
    attributions = said_by(text, [mention])
    (found,) = speakings(document, attributions, frames_of(document, attributions), knowledge)
    assert found.speaker.source.name == name


WORDS = st.sampled_from(
    ["the", "a", "agency", "and", "SANA", ",", "he", "who", "said", "'s", "office", "(", "\x00", "Lind"]
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=12))
def test_any_words_have_a_speaker(read: Read, knowledge: Knowledge, words: list[str]) -> None:
    mention = " ".join(words)
    assert who(read, knowledge, f"{mention} said so.", mention)[0].source.id
