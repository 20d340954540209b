"""Bytes become the text that was meant, and a notice says where that was not plain; nothing else is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import docx
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading import read
from claimcheck.reading.decode import decode
from claimcheck.reading.mojibake import repaired

RUSSIAN = "Министерство обороны сообщило, что двенадцать человек погибли при взрыве."


@pytest.mark.parametrize(
    ("encoding", "text", "named"),
    [
        ("cp1252", "First.\n“It’s late,” he said.", "Windows-1252"),
        ("cp1252", "The café in Zürich – was closed, Señor Nuñez said.", "Windows-1252"),
        ("cp1251", RUSSIAN, "Windows-1251"),
        ("cp1251", "The ministry («Министерство») said so, he told us in the evening at the port.", "Windows-1251"),
        ("koi8_r", RUSSIAN, "KOI8-R"),
        ("cp1256", "وقال المتحدث باسم الجيش إن اثني عشر شخصا قتلوا في الانفجار", "Windows-1256"),
        ("cp1255", "דובר צה״ל אמר כי שנים עשר בני אדם נהרגו בפיצוץ", "Windows-1255"),
        ("cp1253", "Ο υπουργός είπε ότι δώδεκα άνθρωποι σκοτώθηκαν.", "Windows-1253"),
        ("gb18030", "国防部发言人说，爆炸造成十二人死亡。", "GB18030"),
        ("shift_jis", "防衛省の報道官は、爆発で十二人が死亡したと述べた。", "SHIFT-JIS"),
    ],
)
def test_an_encoding_is_told_and_named(encoding: str, text: str, named: str) -> None:
    decoded = decode(text.encode(encoding), "a.txt")
    assert decoded.text == text
    (notice,) = decoded.notices
    assert f"read as {named}: check names and quotation marks" in notice.message


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso8859_2"),
        ('<meta charset="windows-1250">', "cp1250"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1254">', "cp1254"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=ascii>", "utf-8"),
    ],
)
def test_a_page_names_its_encoding(head: str, encoding: str) -> None:
    text = f"{head}\nSüßer Öltag"
    decoded = decode(text.encode(encoding), "a.html", declares=True)
    assert decoded.text == text
    assert not decoded.notices


@pytest.mark.parametrize("named", ["hex", "no-such-thing", "utf-16", "undefined", "\N{SNOWMAN}"])
def test_a_name_that_is_no_encoding_is_passed_over(named: str) -> None:
    text = f"<meta charset={named}> “Late,” he said — at the café."
    assert "“Late,” he said" in decode(text.encode("cp1252", "replace"), "a.html", declares=True).text


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("He said â€œdonâ€™tâ€\x9d.", "He said “don’t”."),
        ("CafÃ© in ZÃ¼rich", "Café in Zürich"),
        ("First.\nÂ«MinistÃ¨reÂ»\nLast.", "First.\n«Ministère»\nLast."),
        ("Ð\x9fÑ\x80Ð¸Ð²ÐµÑ\x82", "Привет"),
    ],
)
def test_garbled_text_is_repaired_and_noticed(tmp_path: Path, garbled: str, text: str) -> None:
    assert repaired(garbled, "a").text == text
    (tmp_path / "a.txt").write_text(garbled, encoding="utf-8")
    corpus = read([tmp_path / "a.txt"])
    assert corpus.articles[0].text == text
    assert "garbled by a wrong encoding on line" in corpus.notices[0].message


def test_text_that_was_pasted_into_a_document_is_repaired_too(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx("CafÃ© in ZÃ¼rich"))
    corpus = read([tmp_path / "a.docx"])
    assert corpus.articles[0].text == "Café in Zürich"
    assert "repaired" in corpus.notices[0].message


@pytest.mark.parametrize(
    "text",
    [
        "“It’s” ‘late’ – she said…",
        "ﬁne ligatures, ＷＩＤＥ letters, ½, №",
        "R&amp;D &lt;b&gt; \x1b[31m \u202e",
        "e\u0301 and é",
        "One.\r\nTwo.\u2028Three.",
    ],
)
def test_nothing_else_is_changed(text: str) -> None:
    assert repaired(text, "a") == (text, ())


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_is_never_changed(text: str) -> None:
    assert repaired(text, "a") == (text, ())
