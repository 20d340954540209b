"""Mentions to sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import SettingsError
from claimcheck.knowledge import Entry, How, default_knowledge
from claimcheck.knowledge.entries import KINDS
from claimcheck.knowledge.tables import own_tables
from claimcheck.knowledge.words import keys_of

REGISTRY = default_knowledge().registry


@pytest.mark.parametrize(
    ("mention", "id_"),
    [
        ("IDF", "idf"),
        ("the IDF's", "idf"),
        ("the Israel Defense Forces", "idf"),
        ("Israel Defense Forces (IDF)", "idf"),
        ("Israeli soldiers", "idf"),
        ("IDF troops", "idf"),
        ("the Israeli army", "idf"),
        ("Israel's army", "idf"),
        ("a spokesman for the Israeli army", "idf"),
        ("the IDF Spokesperson's Unit", "idf"),
        ("the Lebanese army", "lebanese-army"),
        ("Syrian government forces", "syrian-army"),
        ("Assads forces", "syrian-army"),
        ("the Belgian army", "army-be"),
        ("U.S. forces", "us-forces"),
        ("Lebanon's National News Agency (NNA)", "nna"),
        ("Lebanons NNA", "nna"),
        ("the state-run National News Agency", "nna"),
        ("Syrias state news agency SANA", "sana"),
        ("Syria's state-run news agency", "sana"),
        ("Sana", "sana"),
        ("Daesh-linked Aamaq news agency", "amaq"),
        ("Israel\u2019s Hadashot television news", "hadashot"),
        ("Al Mayadeen TV channel", "al-mayadeen"),
        ("Syrian state TV", "state-television-sy"),
        ("Russian embassy in Israel", "embassy-ru-il"),
        ("the Belgian side", "government-be"),
        ("Russia's embassy in Tel Aviv", "embassy-ru-il"),
        ("the Embassy of Russia in Israel", "embassy-ru-il"),
        ("a tweet from the Russian embassy in Israel", "embassy-ru-il"),
        ("the Israeli Prime Minister's Office", "israeli-pmo"),
        ("Netanyahu's office", "israeli-pmo"),
        ("Netanyahus office", "israeli-pmo"),
        ("Prime Minister Netanyahu", "benjamin-netanyahu"),
        ("Israeli Prime Minister Benjamin Netanyahu", "benjamin-netanyahu"),
        ("Russian President Vladimir Putin", "vladimir-putin"),
        ("the Russian Defense Ministry", "russian-defence-ministry"),
        ("Russia's Ministry of Defence", "russian-defence-ministry"),
        ("Kremlin spokesman Dmitry Peskov", "kremlin"),
        ("the Obama White House", "white-house"),
        ("the Obama administration", "government-us"),
        ("Netanyahu's government", "government-il"),
        ("Republican presidential nominee Donald Trump", "donald-trump"),
        ("UN Secretary-General Antonio Guterres", "antonio-guterres"),
        ("the Lebanese Health Ministry", "health-ministry-lb"),
        ("the so-called Syrian Observatory for Human Rights", "sohr"),
        ("the Britain-based Syrian Obervatory for Human Rights", "sohr"),
        ("Iran-backed Hezbollah", "hezbollah"),
        ("Hizbullah", "hezbollah"),
        ("the Islamic State group", "isis"),
        ("Da'esh", "isis"),
        ("the U.S.-led coalition", "us-led-coalition"),
        ("Moscow", "government-ru"),
        ("Washington", "government-us"),
        ("Kiev", "government-ua"),
        ("the Syrian regime", "syrian-government"),
        ("Assads regime", "syrian-government"),
        ("Damascus", "syrian-government"),
        ("Nato", "nato"),
        ("WHO", "who"),
    ],
)
def test_a_mention_is_understood(mention: str, id_: str) -> None:
    match = REGISTRY.match(mention)
    assert match is not None
    assert match.entry.id == id_
    assert REGISTRY.get(id_) == match.entry


@pytest.mark.parametrize(
    "mention",
    [
        *(
            "",
            "...",
            "us",
            "who",
            "is",
            "witnesses",
            "the agency",
            "a Syrian military source",
            "an Israeli military official",
        ),
        *(
            "US officials",
            "Ivanka Trump",
            "Reuters and AFP",
            "the Hamas leader",
            "Israel attacked Syria",
            "\x00",
            "news",
            "Geneva",
        ),
    ],
)
def test_what_names_nobody_stays_unknown(mention: str) -> None:
    assert REGISTRY.match(mention) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a tweet from the Russian embassy in Israel said", ["Russian embassy in Israel"]),
        ("Netanyahu's office and the IDF", ["Netanyahu's office", "IDF"]),
        ("a Lebanese army patrol, Reuters said", ["Lebanese army patrol", "Reuters"]),
        ("they told us who is there", []),
        ("He met Ivanka Trump. Trump left", ["Trump"]),
        ("They left Israel. Soldiers came", []),
        ("foreign policy and Foreign Policy", ["Foreign Policy"]),
        ("The IDFs report", ["IDFs"]),
    ],
)
def test_names_within_a_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in REGISTRY.within(text)] == found


def test_relations_between_entries() -> None:
    netanyahu, adraee, idf = (REGISTRY.get(id_) for id_ in ("benjamin-netanyahu", "avichay-adraee", "idf"))
    assert netanyahu is not None
    assert adraee is not None
    assert idf is not None
    office = REGISTRY.office(netanyahu)
    assert office is not None
    assert office.name == "Israeli Prime Minister's Office"
    assert REGISTRY.institution(adraee) == idf
    assert REGISTRY.institution(netanyahu) == netanyahu
    assert REGISTRY.office(idf) is None


@pytest.mark.parametrize("entry", REGISTRY.entries, ids=lambda entry: entry.id)
def test_each_name_finds_its_own_entry_and_no_other(entry: Entry) -> None:
    assert entry.kind in KINDS
    for name in entry.names:
        match = REGISTRY.match(name)
        assert match is not None, name
        assert match.entry == entry, name


def test_enough_sources_and_no_clash() -> None:
    names = [keys_of(name) for entry in REGISTRY.entries for name in {keys_of(n): n for n in entry.names}.values()]
    assert len(REGISTRY.entries) >= 400
    assert len(names) == len(set(names))


def test_one_source_for_a_pattern_in_a_country() -> None:
    filled = [(pattern, entry.country) for entry in REGISTRY.entries for pattern in entry.patterns]
    assert len(filled) == len(set(filled))
    assert all(country for _, country in filled)
    assert REGISTRY.get("army-il") == REGISTRY.get("idf")


def test_explain_shows_the_whole_and_its_parts() -> None:
    rows = REGISTRY.explain("SANA quoted the Russian army")
    assert [(text, match.entry.id if match else None) for text, match in rows] == [
        ("SANA quoted the Russian army", None),
        ("SANA", "sana"),
        ("Russian army", "russian-forces"),
    ]


@pytest.mark.parametrize("id_", ["embassy-xx-il", "army-", "embassy-ru", "army-ru-il", "nobody", ""])
def test_an_id_that_nothing_has(id_: str) -> None:
    assert REGISTRY.get(id_) is None


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_are_its_own(text: str) -> None:
    REGISTRY.match(text)
    ends = [0]
    for start, end, match in REGISTRY.within(text):
        assert ends[-1] <= start < end <= len(text)
        assert match.words == text[start:end]
        ends.append(end)


@given(st.lists(st.sampled_from(["Israel", "the", "army", "of", "US", "Republic", "embassy", "in", "IDF", "'s", ","])))
def test_what_is_matched_whole_is_found_within(words: list[str]) -> None:
    text = " ".join(words)
    match = REGISTRY.match(text)
    if match and match.how in {How.NAME, How.ALIAS, How.PATTERN}:
        assert match.entry.id in {m.entry.id for _, _, m in REGISTRY.within(text.replace(" ,", ""))}


def test_a_long_line_is_read_at_once() -> None:
    assert REGISTRY.within("Israeli " * 20_000 + "soldiers")[0][2].entry.id == "idf"
    assert REGISTRY.match("x" * 200_000) is None
    assert REGISTRY.match("'" * 200_000) is None


def with_sources(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_sources_of_a_user_are_added_and_replace(tmp_path: Path) -> None:
    path = with_sources(
        tmp_path,
        '[daily-bugle]\nname = "Daily Bugle"\nkind = "outlet"\naliases = ["the Bugle"]\n'
        '[nna]\nname = "Our NNA"\nkind = "agency"\ncountry = "Lebanon"\npatterns = ["state-news-agency"]\n'
        '[army-be]\nname = "Belgian Defence"\nkind = "army"\n',
    )
    registry = default_knowledge(path).registry
    for mention, name in [
        ("Bugle", "Daily Bugle"),
        ("Lebanon's news agency", "Our NNA"),
        ("Belgian soldiers", "Belgian Defence"),
        ("IDF", "Israel Defense Forces"),
    ]:
        match = registry.match(mention)
        assert match is not None
        assert match.entry.name == name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a\n", "is not TOML"),
        ('[a]\nkind = "outlet"\n', "source a has no name"),
        ('[a]\nname = "A B"\n', "source a has no kind"),
        ('[a]\nname = "A B"\nkind = "blog"\n', "kind 'blog'"),
        ("a = 3\n", "a is no source"),
        ('[a]\nname = "A B"\nkind = "outlet"\nalias = ["C"]\n', "unknown field alias"),
        ('[a]\nname = "A B"\nkind = "outlet"\naliases = "C"\n', "aliases of source a is 'C'"),
        ('[a]\nname = 3\nkind = "outlet"\n', "name of source a is 3"),
        ('[a]\nname = "..."\nkind = "outlet"\n', "has no word"),
        ('[a]\nname = "A B"\nkind = "outlet"\naliases = ["Reuters"]\n', "'Reuters' is a name of two sources"),
        ('[a]\nname = "A B"\nkind = "outlet"\nheads = ["nowhere"]\n', "refers to nowhere"),
        ('[a]\nname = "A B"\nkind = "outlet"\npatterns = ["navy"]\n', "no such pattern: navy"),
    ],
)
def test_a_bad_file_of_sources_is_explained(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as caught:
        default_knowledge(with_sources(tmp_path, text))
    assert caught.value.hint


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot read sources"):
        default_knowledge(tmp_path / "missing.toml")


@pytest.mark.parametrize(
    ("mention", "id_"),
    [
        ("the Philippine Coast Guard", "philippine-coast-guard"),
        ("the Greek coastguard", "hellenic-coast-guard"),
        ("the Peruvian coast guard", "coastguard-pe"),
        ("the AU", "african-union"),
        ("UNMISS", "unmiss"),
        ("NATO-led KFOR", "kfor"),
        ("the ICC prosecutor", "icc-prosecutor"),
        ("Belgian prosecutors", "prosecutors-be"),
        ("Ukraine's prosecutor general's office", "ukraine-prosecutor-general"),
        ("the Polish border guard", "border-guard-pl"),
        ("Russia's mission to the UN", "un-mission-ru"),
        ("Iran's ambassador to the United Nations", "un-ambassador-ir"),
        ("Brazil's environment ministry", "environment-ministry-br"),
        ("Venezuela's National Electoral Council", "election-commission-ve"),
        ("Myanmar's junta", "myanmar-sac"),
        ("the Arakan Army", "arakan-army"),
        ("Sudan's RSF", "rsf-sudan"),
        ("Houthi-run health ministry", "houthi-health-ministry"),
        ("the Houthis", "houthis"),
        ("Ansarullah", "houthis"),
        ("AfD", "afd"),
        ("Sinn Fein", "sinn-fein"),
        ("State Emergency Service of Ukraine", "dsns"),
    ],
)
def test_what_a_foreign_desk_meets_is_known(mention: str, id_: str) -> None:
    match = REGISTRY.match(mention)
    assert match is not None
    assert match.entry.id == id_


def test_no_source_stands_in_two_tables() -> None:
    """A second row of one id would replace the first without a word."""
    tables = own_tables("sources")
    ids = [id_ for _, table in tables for id_ in table if id_ != "kind"]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("country", ["Peru", "Kenya", "Laos", "Iceland", "Fiji"])
@pytest.mark.parametrize("pattern", ["army", "foreign-ministry", "police", "coastguard", "red-cross", "supreme-court"])
def test_every_country_has_its_institutions(country: str, pattern: str) -> None:
    made = next(p for p in REGISTRY.patterns if p.id == pattern)
    nation = next(phrase for phrase in made.phrases if phrase.startswith("{nation}"))
    match = REGISTRY.match(nation.replace("{nation}", f"{country}'s"))
    assert match is not None
    assert match.entry.country == country


@pytest.mark.parametrize(
    ("mention", "id_"),
    [
        ("Moqtada as-Sadr", "moqtada-al-sadr"),
        ("Hasan Nasralla", "hassan-nasrallah"),
        ("Volodymyr Zelenskiy", "volodymyr-zelensky"),
        ("Yehya Sarea", "yahya-saree"),
        ("Ahmad al-Shara", "ahmed-al-sharaa"),
        ("Mazlum Abdi", "mazloum-abdi"),
        ("Dmitriy Peskov", "dmitry-peskov"),
        ("Evgeny Prigozhin", "yevgeny-prigozhin"),
        ("Ivan Putin", None),
        ("Anna Zakharova", None),
        ("Daniela Hagari", None),
        ("Ahmad Sharif", None),
    ],
)
def test_a_person_is_known_however_the_name_is_written(mention: str, id_: str | None) -> None:
    match = REGISTRY.match(mention)
    assert (match.entry.id if match else None) == id_
