"""A real file of each format becomes the articles that a reader sees in it, with what the file says of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from zipfile import ZipFile

import pytest
from documents import atom, docx, eml, page, pdf, rss, xlsx

from claimcheck.errors import InputError
from claimcheck.model import Article, Corpus
from claimcheck.reading import read

FIRST = "Twelve people were killed when a ferry sank off Karsk on Thursday, the coast guard said."
SECOND = "“The ferry was overloaded,” a spokesman for the ministry told reporters. He said that nobody had checked it."
BOTH = f"{FIRST}\n{SECOND}"
HTML = f"<p>{FIRST}</p><p>“The <b>ferry</b> was overloaded,”{SECOND.removeprefix('“The ferry was overloaded,”')}</p>"
HEAD = """<title>Ferry sinks off Karsk - Harbour News</title><meta property="og:site_name" content="Harbour News">
<meta property="og:title" content="Ferry sinks off Karsk"><link rel="canonical" href="https://harbour.example/ferry">
<meta property="article:published_time" content="2021-03-04T10:00:00+02:00">"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
"headline": "Ferry sinks off Karsk", "datePublished": "2021-03-04T10:00:00+02:00", "dateModified": "2021-03-05",
"publisher": {"@type": "Organization", "name": "Harbour News"}}]}</script>"""


def reading(folder: Path, name: str, content: bytes, published: str | None = None) -> Corpus:
    path = folder / name
    path.write_bytes(content)
    return read([path], published=published)


def only(corpus: Corpus) -> Article:
    (article,) = corpus.articles
    return article


def about(article: Article) -> tuple[str | None, ...]:
    return (article.outlet, article.title, article.published)


NOTHING = (None, None, None)
MAILED = ("Ministry of Ports", "Statement on the ferry", "2021-03-04T10:00:00+02:00")
SAID = ("Harbour News", "Ferry sinks off Karsk", "2021-03-04T10:00:00+02:00")
ITEM = (
    f"<title>Ferry</title><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate><description><![CDATA[{HTML}]]></description>"
)
MARKED = rss("<title>A &lt;b&gt;ferry&lt;/b&gt; sank</title>")
ENTRY = "<title>Ferry</title><published>2021-03-04T10:00:00Z</published><summary>Short.</summary>"
OWN = "<source><title>Navy</title></source>"


@pytest.mark.parametrize(
    ("name", "content", "text", "told"),
    [
        ("a.docx", docx(FIRST, "", SECOND), BOTH, NOTHING),
        ("a.docx", docx("Statement", FIRST, title="Statement"), f"Statement\n{FIRST}", (None, "Statement", None)),
        ("a.docx", docx(FIRST, title="Template 7", cells=["Dead", "12"]), f"{FIRST}\nDead\n12", NOTHING),
        ("a.pdf", pdf(wrap(FIRST, 60), wrap(SECOND, 72)), BOTH, NOTHING),
        (
            "a.pdf",
            pdf(["Ferry sinks", FIRST], title="Ferry sinks"),
            f"Ferry sinks\n{FIRST}",
            (None, "Ferry sinks", None),
        ),
        ("a.eml", eml(BOTH), BOTH, MAILED),
        ("a.eml", eml(HTML, "text/html"), BOTH, MAILED),
        ("a.html", page(f"<article>{HTML}</article>", HEAD), BOTH, SAID),
        ("a.HTM", page(f"<main>{HTML}</main>", LINKED), BOTH, SAID),
        ("a.html", f"<p>{FIRST}</p>".encode(), FIRST, NOTHING),
        ("a.rss", rss(ITEM), BOTH, ("Harbour News", "Ferry", "2021-03-04T10:00:00+00:00")),
        ("a.xml", MARKED, "A ferry sank", ("Harbour News", "A ferry sank", None)),
        ("a.atom", atom(f"{ENTRY}<content>{FIRST}</content>"), FIRST, ("Coast Guard", "Ferry", "2021-03-04T10:00:00Z")),
        ("a.atom", atom(f"{OWN}<content>{FIRST}</content>"), FIRST, ("Navy", None, None)),
    ],
)
def test_a_file_is_read(tmp_path: Path, name: str, content: bytes, text: str, told: tuple[str | None, ...]) -> None:
    corpus = reading(tmp_path, name, content)
    assert only(corpus).text == text
    assert about(only(corpus)) == told
    assert not corpus.notices


def test_a_page_has_its_address_and_its_update(tmp_path: Path) -> None:
    article = only(reading(tmp_path, "a.html", page(f"<article>{HTML}</article>", HEAD + LINKED)))
    assert (article.url, article.updated) == ("https://harbour.example/ferry", "2021-03-05")


@pytest.mark.parametrize(
    "dated", ["<p>Published 5 May 2020</p>", "<title>Ferry, 2020-05-05</title>", "<h2>2020/05/05</h2>"]
)
def test_a_date_in_the_text_of_a_page_is_not_its_date(tmp_path: Path, dated: str) -> None:
    article = only(reading(tmp_path, "a.html", page(f"<article>{dated}{HTML}</article>")))
    assert article.published is None


def test_every_entry_of_a_feed_is_an_article(tmp_path: Path) -> None:
    corpus = reading(
        tmp_path, "a.rss", rss(*(f"<title>{n} were found</title><link>https://a.example/{n}</link>" for n in range(9)))
    )
    assert {article.url for article in corpus.articles} == {f"https://a.example/{n}" for n in range(9)}


@pytest.mark.parametrize("other", [[], [["notes"], ["Not a table."]]])
def test_a_sheet_is_a_table(tmp_path: Path, other: list[list[object]]) -> None:
    rows: list[list[object]] = [
        ["ID", "Text", "source", "date"],
        [7, FIRST, "Coast guard", datetime(2021, 3, 4)],
        [],
        [8.0, SECOND, "Ministry"],
    ]
    corpus = reading(tmp_path, "a.xlsx", xlsx(notes=other, claims=rows))
    assert [(s.id, s.source) for s in corpus.statements] == [("7", "Coast guard"), ("8", "Ministry")]
    assert {article.published for article in corpus.articles} == {"2021-03-04", None}
    assert [n.message.split(": ", 1)[1] for n in corpus.notices] == (
        ["the sheet claims was read; left out: notes"] if other else []
    )


def test_rows_of_a_sheet_without_a_source_are_articles(tmp_path: Path) -> None:
    corpus = reading(tmp_path, "a.xlsx", xlsx(a=[["text", "outlet"], [FIRST, "Harbour News"], [None, "Nobody"]]))
    assert about(only(corpus)) == ("Harbour News", None, None)
    assert "a.xlsx, row 3: no text; the row was left out" in corpus.notices[0].message


def test_a_mail_in_two_forms_is_read_in_its_plain_one(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "press@ports.example", "=?utf-8?q?On_the_=E2=80=9Cferry=E2=80=9D?="
    mail.set_content(FIRST)
    mail.add_alternative("<p>Another.</p>", subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="ferry.png")
    corpus = reading(tmp_path, "a.eml", mail.as_bytes())
    assert only(corpus).text.strip() == FIRST
    assert about(only(corpus)) == ("press@ports.example", "On the “ferry”", None)
    assert "left out what is attached: ferry.png" in corpus.notices[0].message


@pytest.mark.parametrize(
    ("sender", "subject", "outlet"),
    [
        ("Port Authority <press@ports.example>", "On the ferry", "Port Authority"),
        ("Press Office <press@ports.example>", "Statement by the Port Authority on the ferry", "Port Authority"),
        ("Media Relations <media@ports.example>", "Press release from Blue Lines", "Blue Lines"),
        ("Press Office <press@ports.example>", "The ferry", "Press Office (ports.example)"),
        ("Press Trust of India <desk@pti.example>", "Statement by the army on the ferry", "Press Trust of India"),
    ],
)
def test_a_press_office_names_nobody(tmp_path: Path, sender: str, subject: str, outlet: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = sender, subject
    mail.set_content(FIRST)
    assert only(reading(tmp_path, "a.eml", mail.as_bytes())).outlet == outlet


def test_questions_and_answers_stay_as_they_are(tmp_path: Path) -> None:
    interview = "Q: Who fired first?\nA: They did.\n\nQ: At what time?\nA: At 14:05, and again at 14:20.\n"
    assert only(reading(tmp_path, "a.txt", interview.encode())).text == interview


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"---\naccount: Russian Embassy in Israel\n---\nWe welcome the talks."),
        ("a.json", b'{"text": "We welcome the talks.", "account": "Russian Embassy in Israel"}'),
        ("a.csv", b"account,text\nRussian Embassy in Israel,We welcome the talks.\n"),
    ],
)
def test_an_account_is_the_outlet(tmp_path: Path, name: str, content: bytes) -> None:
    assert only(reading(tmp_path, name, content)).outlet == "Russian Embassy in Israel"


def test_the_lines_of_a_pdf_are_joined_to_paragraphs(tmp_path: Path) -> None:
    lines = [
        "Statement of the ministry",
        "Twelve people were killed when a ferry sank off Karsk on Thursday, the coast",
        "guard said in a statement. The well-",
        "known vessel was (nearly) full.",
        "“We will not rest,” the mayor said, “until all of the passengers are found,",
        "whatever it takes.”",
        "KARSK, Thursday",
        "The search went on in the evening, with four boats and one helicopter, until it",
    ]
    pages = [["Ministry of Ports", *lines, f"Page {n} of 3"] for n in (1, 2, 3)]
    assert only(reading(tmp_path, "a.pdf", pdf(*pages))).text.split("\n")[:5] == [
        lines[0],
        f"{lines[1]} {lines[2]}{lines[3]}",
        f"{lines[4]} {lines[5]}",
        lines[6],
        f"{lines[7]} {lines[0]}",
    ]


CHANGED = b"""<w:ins><w:r><w:t>Twelve died.</w:t></w:r></w:ins>
<w:del><w:r><w:delText>Two</w:delText></w:r></w:del>"""


def test_tracked_changes_count_as_made(tmp_path: Path) -> None:
    raw = docx("MARK")
    changed = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(changed, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                data = data.replace(b"<w:r><w:t>MARK</w:t></w:r>", CHANGED)
            new.writestr(part, data)
    assert only(reading(tmp_path, "a.docx", changed.getvalue())).text == "Twelve died."


def test_a_page_that_a_browser_saved_is_read_without_its_folder(tmp_path: Path) -> None:
    (tmp_path / "ferry_files").mkdir()
    (tmp_path / "ferry_files" / "frame.html").write_bytes(page("<p>Subscribe now, and read the news every day.</p>"))
    (tmp_path / "ferry.html").write_bytes(page(HTML))
    corpus = read([tmp_path])
    assert only(corpus).text == BOTH
    assert "left out 1 part of a saved page: ferry_files/frame.html" in corpus.notices[0].message


@pytest.mark.parametrize(("start", "name"), [(b"%PDF", "pdf"), (b"<!DOCTYPE", "html")])
def test_pasted_bytes_are_known_by_their_start(paste: Callable[[bytes], None], start: bytes, name: str) -> None:
    raw = pdf([FIRST]) if name == "pdf" else page(HTML)
    assert raw.startswith(start)
    paste(raw)
    assert FIRST in only(read(["-"])).text


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", b"no zip", "a.docx is not a Word document, whatever its ending says"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "a.docx is locked with a password, or of an older format"),
        ("a.docx", xlsx(a=[["text"]]), "a.docx cannot be read as a Word document: it is broken"),
        ("a.docx", docx(" "), "a.docx is a document without text"),
        ("a.xlsx", docx(FIRST), "a.xlsx cannot be read as a workbook: it is broken"),
        ("a.xlsx", xlsx(a=[]), "a.xlsx holds no rows"),
        ("a.xlsx", xlsx(a=[["title", "body"], ["x", "y"]]), "a.xlsx has no column text; it has title, body"),
        ("a.pdf", b"%PDF-1.4 cut off", "a.pdf cannot be read as a PDF: it is broken"),
        ("a.pdf", pdf([], []), "a.pdf is a PDF without text: its pages are pictures"),
        ("a.xml", b"<note><to>x</to></note>", "a.xml is not an RSS or Atom feed"),
        ("a.rss", rss(), "a.rss is a feed without an entry"),
        ("a.html", b"<html><script>go()</script></html>", "a.html is a page without the text of an article"),
        ("a.eml", b"Just text.", "a.eml is not a mail"),
        ("a.eml", eml(" "), "a.eml is empty"),
        ("a.eml", b"From: a@b.c\nContent-Type: image/png\n\nx", "a.eml is a mail without text"),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        reading(tmp_path, name, content)
    assert message in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


LIBRARIES = (
    *("trafilatura", "feedparser", "docx", "pypdf", "openpyxl", "lxml", "html_text", "charset_normalizer", "ftfy"),
    *("py3langid", "babel", "numpy"),
)


def test_the_libraries_wait_until_a_file_needs_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    code = f"""
import sys
from claimcheck.reading import read
read([{str(tmp_path / "a.txt")!r}])
print([name for name in {LIBRARIES} if name in sys.modules])"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
