"""A text that is clearly not English is named, kept and not searched; a short one is taken for English."""

from __future__ import annotations

from pathlib import Path

import fakes
import pytest

from claimcheck.extract.claims import extract_all
from claimcheck.knowledge import default_knowledge
from claimcheck.reading import read
from claimcheck.reading.language import language_of
from claimcheck.settings import ExtractSettings

FRENCH = "Le ministre de la Défense a déclaré que douze personnes avaient été tuées dans l'explosion, samedi."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that twelve people were killed in the explosion on Saturday.", "en"),
        ("“Nous avons perdu douze hommes,” the minister said in the evening to the reporters of the agency.", "en"),
        (FRENCH, "fr"),
        ("Der Sprecher des Ministeriums sagte, dass zwölf Menschen bei der Explosion ums Leben gekommen seien.", "de"),
        ("De woordvoerder van het ministerie zei dat twaalf mensen waren omgekomen bij de ontploffing.", "nl"),
        (
            "Juru bicara kementerian mengatakan bahwa dua belas orang tewas dalam ledakan itu, kata dia.",
            "id",
        ),
        ("Министерство обороны сообщило, что двенадцать человек погибли.", "ru"),
        ("وقال المتحدث باسم الجيش إن اثني عشر شخصا قتلوا في الانفجار", "ar"),
        ("国防部发言人说，爆炸造成十二人死亡。搜救工作仍在继续。", "zh"),
        ("Killed: Ahmad Khalil, Hassan Nasrallah, Yusuf Haddad, Samir Mansour, Ali Qasim, Omar Barakat.", None),
        ("RT @navy: https://t.example/abcd #Karsk #Ferry", None),
        ("The ferry sank.", None),
        ("12 14 16 2021-03-04 14:05 " * 20, None),
        ("theferrysankoffkarskonthursdaythecoastguardsaid" * 20, None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_what_is_not_english_is_noticed_and_not_searched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "---\nlanguage: fr\n---\nThe army said that twelve people were killed.", encoding="utf-8"
    )
    corpus = read([tmp_path])
    assert [article.language for article in corpus.articles] == ["fr", "fr"]
    assert all("is in French; only English is read" in notice.message for notice in corpus.notices)
    assert len(corpus.notices) == 2
    found = extract_all(corpus, fakes.FAKES, default_knowledge(), ExtractSettings())
    assert not found.claims
    assert not found.notices


def test_a_table_in_another_language_is_attributed_already(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'text,source\n"{FRENCH}",Ministère\n', encoding="utf-8")
    corpus = read([tmp_path])
    assert corpus.articles[0].language == "fr"
    assert len(extract_all(corpus, fakes.FAKES, default_knowledge(), ExtractSettings()).claims) == 1


@pytest.mark.parametrize("given", ["en", "EN-gb", "English"])
def test_english_may_be_named(tmp_path: Path, given: str) -> None:
    (tmp_path / "a.txt").write_text(f"---\nlanguage: {given}\n---\n{FRENCH}", encoding="utf-8")
    corpus = read([tmp_path])
    assert corpus.articles[0].language == given
    assert not corpus.notices
