"""Files, folders and pasted text become a corpus; what is wrong with them is said in one line."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.extract.prose import passages
from claimcheck.model import Article, Corpus, Stance
from claimcheck.reading import Kind, read

HEADER = "---\noutlet: Harbour News\ntitle: 'Ferry: late'\npublished: 2021-03-04\nurl: https://example.org/1\n---\n"


def written(folder: Path, **files: str | bytes) -> Path:
    """Write files by name, in which "__" stands for the dot."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def only(corpus: Corpus) -> Article:
    (article,) = corpus.articles
    return article


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"The ferry sank.", "The ferry sank."),
        (b"One.\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        (b"\xef\xbb\xbfThe ferry sank.", "The ferry sank."),
        (b"\xef\xbb\xbf\xef\xbb\xbfTwice.", "\ufeffTwice."),
        ("The ferry sank.".encode("utf-16-le").join([b"\xff\xfe", b""]), "The ferry sank."),
        ("Naïve “quote”".encode(), "Naïve “quote”"),
        (b"  \n lone \t line ", "  \n lone \t line "),
        (b"--- a rule, no header\nText: yes\n", "--- a rule, no header\nText: yes\n"),
        (b"---\nNo header since this is prose.\n---\nText.", "---\nNo header since this is prose.\n---\nText."),
    ],
)
def test_text_is_kept_as_it_is(tmp_path: Path, raw: bytes, text: str) -> None:
    corpus = read([written(tmp_path, a__txt=raw)])
    assert only(corpus).text == text
    assert only(corpus).body == 0
    assert not corpus.notices


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_header_says_what_an_article_is(tmp_path: Path, end: str) -> None:
    text = (HEADER + "The ferry sank.").replace("\n", end)
    article = only(read([written(tmp_path, a__md=text)], outlet="Another", published="2020-01-01"))
    assert (article.outlet, article.title) == ("Harbour News", "Ferry: late")
    assert (article.published, article.url) == ("2021-03-04", "https://example.org/1")
    assert article.text == text
    assert article.text[article.body :] == "The ferry sank."
    assert [passage.text for passage in passages(article)] == ["The ferry sank."]


def test_options_hold_where_a_file_does_not_say(tmp_path: Path) -> None:
    article = only(read([written(tmp_path, a__txt="The ferry sank.")], outlet="Harbour News", published="2021-03-04"))
    assert (article.outlet, article.published) == ("Harbour News", "2021-03-04")


def test_a_folder_is_no_outlet(tmp_path: Path) -> None:
    (tmp_path / "Reuters").mkdir()
    assert only(read([written(tmp_path / "Reuters", a__txt="The ferry sank.")])).outlet is None


def test_unknown_keys_of_a_header_are_noticed(tmp_path: Path) -> None:
    corpus = read([written(tmp_path, a__txt="---\noutlt: Harbour News\n---\nThe ferry sank.")])
    assert "outlt" in corpus.notices[0].message


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T10:00:00+02:00", "2021-03-04T10:00:00+02:00"),
        ("2021-03-04 10:00", "2021-03-04 10:00"),
        ("20210304", "2021-03-04"),
        ("Thu, 04 Mar 2021 10:00:00 +0200", "2021-03-04T10:00:00+02:00"),
        ("March 4, 2021", None),
        ("04/03/2021", None),
        ("Thursday", None),
        ("2021-02-30", None),
        ("9" * 5000, None),
    ],
)
def test_dates_are_not_guessed(tmp_path: Path, given: str, kept: str | None) -> None:
    corpus = read([written(tmp_path, a__json=json.dumps({"text": "The ferry sank.", "published": given}))])
    assert only(corpus).published == kept
    assert len(corpus.notices) == (kept is None)


def test_a_published_option_must_be_a_date(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'Saturday' is not a date"):
        read([written(tmp_path, a__txt="The ferry sank.")], published="Saturday")


ROW = {"id": "7", "outlet": "Harbour News", "title": "Ferry", "published": "2021-03-04", "text": "The ferry sank."}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a__json", json.dumps([ROW])),
        ("a__json", json.dumps(ROW, indent=2)),
        ("a__json", json.dumps({key.upper(): value for key, value in ROW.items()})),
        ("a__jsonl", json.dumps(ROW) + "\r\n\n"),
        ("a__jsonl", json.dumps(ROW | {"id": 7, "score": 1.5, "extra": {"nested": []}, "flag": True})),
        ("a__jsonl", '{"id": 7, "odd": NaN, "huge": 1e999, ' + json.dumps(ROW)[1:].replace('"id": "7", ', "")),
        ("a__csv", ",".join(ROW) + "\n" + ",".join(ROW.values()) + "\n"),
        ("a__csv", "\ufeffID, Text ,outlet,title,date\r\n7,The ferry sank.,Harbour News,Ferry,2021-03-04\r\n\r\n"),
    ],
)
def test_rows_are_articles(tmp_path: Path, name: str, content: str) -> None:
    article = only(read([written(tmp_path, **{name: content})]))
    assert {field: getattr(article, field) for field in ROW} == ROW
    assert article.path is not None


@pytest.mark.parametrize("outlet", [None, "", "  ", ["a"], {"name": "x"}, True])
def test_an_outlet_that_is_none(tmp_path: Path, outlet: object) -> None:
    corpus = read([written(tmp_path, a__json=json.dumps({"text": "The ferry sank.", "outlet": outlet}))])
    assert only(corpus).outlet is None
    assert len(corpus.notices) == (outlet not in (None, "", "  "))


def test_quoted_cells_may_be_long_and_have_lines(tmp_path: Path) -> None:
    text = "First, a line.\nThen more.\r\n" + "x" * 200_000
    quoted = text.replace('"', '""')
    assert only(read([written(tmp_path, a__csv=f'outlet,text\nHarbour News,"{quoted}"\n')])).text == text


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    article = only(read([written(tmp_path, a__jsonl=b'{"text": "a\\ud800b\\u0000c \\ud83d\\ude00"}')]))
    assert article.text == "a\ufffdb\x00c \U0001f600"


CLAIMS = """id,text,source,outlet,date,article,stance
c1,Twelve died.,Coast Guard,Harbour News,2021-03-04,x,affirm
c2,Nobody died.,Ministry,Harbour News,2021-03-04,x,DENY
c3,We won't say.,Ministry,,,,refuse
"""


def test_rows_with_a_source_are_claims(tmp_path: Path) -> None:
    corpus = read([written(tmp_path, a__csv=CLAIMS)])
    texts = {article.id: article.text for article in corpus.articles}
    said = {s.id: (s.source, texts[s.article][slice(*s.span)], s.stance) for s in corpus.statements}
    assert said == {
        "c1": ("Coast Guard", "Twelve died.", Stance.AFFIRM),
        "c2": ("Ministry", "Nobody died.", Stance.DENY),
        "c3": ("Ministry", "We won't say.", Stance.REFUSE),
    }
    (named,) = (article for article in corpus.articles if article.id == "x")
    assert (named.text, named.outlet, named.published) == ("Twelve died.\nNobody died.", "Harbour News", "2021-03-04")
    assert not corpus.notices


@pytest.mark.parametrize(("kind", "statements"), [("auto", 3), ("claims", 3), ("articles", 0)])
def test_as_settles_what_rows_are(tmp_path: Path, kind: Kind, statements: int) -> None:
    assert len(read([written(tmp_path, a__csv=CLAIMS)], kind=kind).statements) == statements


def test_our_own_sheet_of_claims_is_a_table_of_claims(tmp_path: Path) -> None:
    sheet = "claim_id,article_id,source,words,outlet,published\nc1,x,Coast Guard,Twelve died.,Harbour News,2021-03-04\n"
    corpus = read([written(tmp_path, a__csv=sheet)])
    assert [(s.id, s.article, s.source) for s in corpus.statements] == [("c1", "x", "Coast Guard")]
    assert only(corpus).published == "2021-03-04"


@pytest.mark.parametrize(
    ("row", "notice"),
    [
        ({"text": "", "source": "B"}, "no text; the row was left out"),
        ({"text": "Y.", "source": None}, "no source; the row was left out"),
        ({"text": ["Y."], "source": "B"}, "text is not a text"),
        ({"text": "Y.", "source": "B", "stance": "doubts"}, "stance 'doubts' is none of"),
        ({"text": "Y.", "source": "B", "article": "x", "outlet": "Other"}, "another outlet"),
    ],
)
def test_odd_rows_are_noticed(tmp_path: Path, row: dict[str, object], notice: str) -> None:
    first = {"text": "X.", "source": "A", "article": "x", "outlet": "Harbour News"}
    corpus = read([written(tmp_path, a__jsonl=f"{json.dumps(first)}\n{json.dumps(row)}\n")])
    assert any(notice in n.message and "a.jsonl, line 2" in n.message for n in corpus.notices)
    assert corpus.statements


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a__txt", b"", "a.txt is empty"),
        ("a__txt", b" \n\t\n", "a.txt is empty"),
        ("a__txt", b"\xef\xbb\xbf", "a.txt is empty"),
        ("a__txt", b"GIF89a\x00\x00", "a.txt is not a text file"),
        (
            "a__txt",
            bytes(range(1, 256)),
            "neither UTF-8 nor in another encoding that could be told (line 2)",
        ),
        ("a__doc", b"x", "an ending that is not read: .doc"),
        ("a__jsonl", b'{"text": "x"}\n' * 6 + b'{"text": "x"\n', "a.jsonl, line 7: not JSON"),
        ("a__jsonl", b'[{"text": "x"}]\n', "a.jsonl, line 1: not a JSON object"),
        ("a__jsonl", b"3\n", "not a JSON object"),
        ("a__json", b'[{"text": "x"},\n oops]', "a.json, line 2: not JSON"),
        ("a__json", b"[" * 200_000, "nested too deeply"),
        ("a__json", b"[]", "a.json holds no rows"),
        ("a__json", b'{"articles": []}', "no column text; it has articles"),
        ("a__json", b'{"text": null}', "no column text"),
        ("a__csv", b"title,body\nx,y\n", "no column text; it has title, body"),
        ("a__csv", b"text\n", "holds no rows"),
        ("a__csv", b"text,outlet\n,x\n", "has no row with text"),
        ("a__csv", b"text,outlet\nOne, two, three\n", "line 2: 3 cells but 2 columns"),
        ("a__csv", b'text,outlet\n"x,y\n', "line 2: not CSV"),
        ("a__csv", b'text,outlet\n"x"y,z\n', "line 2: not CSV"),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = written(tmp_path, **{name: content}) / name.replace("__", ".")
    with pytest.raises(InputError) as caught:
        read([path])
    assert message in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("path", "message"),
    [("missing.txt", "does not exist"), (".", "holds no file that can be read"), ("/dev/null", "neither a file nor")],
)
def test_a_bad_path_is_one_clear_line(tmp_path: Path, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read([tmp_path / path])


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(InputError, match="neither a file nor a folder"):
        read([tmp_path / "a.txt"])


def test_nothing_given_is_said() -> None:
    with pytest.raises(InputError, match="nothing to read"):
        read([])


def test_one_bad_file_among_good_ones_is_a_notice(tmp_path: Path) -> None:
    folder = written(tmp_path, a__txt="The ferry sank.", b__json="{", c__txt=b"\x00")
    corpus = read([folder, folder / "missing.txt"])
    assert only(corpus).text == "The ferry sank."
    assert [n.message.split(":")[0].rsplit("/")[-1] for n in corpus.notices] == [
        "b.json, line 1",
        "c.txt is not a text file (it holds NUL bytes)",
        "missing.txt does not exist",
    ]


def test_only_bad_files_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\(and 1 more that cannot be read\)"):
        read([written(tmp_path, b__json="{", c__txt="")])


def test_windows_text_is_read_and_noticed(tmp_path: Path) -> None:
    corpus = read([written(tmp_path, a__txt="First.\n“It’s late,” he said.".encode("cp1252"))])
    assert only(corpus).text == "First.\n“It’s late,” he said."
    assert "byte 0x93 on line 2" in corpus.notices[0].message


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    written(tmp_path, b__txt="B.", a__md="A.", c__doc="C.", __hidden="H.")
    (tmp_path / "sub").mkdir()
    written(tmp_path / "sub", d__TXT="D.")
    (tmp_path / ".git").mkdir()
    written(tmp_path / ".git", e__txt="E.")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    written(tmp_path / "sub", Readme__md="How these were collected.")
    corpus = read([tmp_path])
    assert sorted(article.text for article in corpus.articles) == ["A.", "B.", "D."]
    assert [notice.message.split(": ", 1)[1] for notice in corpus.notices] == [
        "left out 1 about the folder itself: sub/Readme.md",
        "left out 1 with another ending: c.doc",
        "left out 2 hidden: .git, .hidden",
        "left out 2 not a file: gone.txt, pipe.txt",
    ]
    assert only(read([tmp_path / "sub" / "Readme.md"])).text == "How these were collected."


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    written(tmp_path, a__txt="A.", b__txt="B.")
    (tmp_path / "shut").mkdir(mode=0)
    (tmp_path / "b.txt").chmod(0)
    told = " ".join(notice.message for notice in read([tmp_path]).notices)
    (tmp_path / "shut").chmod(0o700)
    assert "left out 1 that cannot be opened: shut" in told
    assert "b.txt: Permission denied" in told


def test_a_header_alone_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.txt holds a header and no text"):
        read([written(tmp_path, a__txt=HEADER)])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = written(tmp_path, a__txt="A.")
    corpus = read([folder, folder / "a.txt", folder / "." / "a.txt"])
    assert only(corpus).text == "A."
    assert not corpus.notices


@pytest.mark.parametrize(
    ("pasted", "kind", "articles", "statements"),
    [
        (b"\xef\xbb\xbf---\noutlet: X\n---\nThe ferry sank.", "auto", 1, 0),
        (b'{"text": "A."}\n{"text": "B."}\n', "auto", 2, 0),
        (b' [\n {"text": "A.", "source": "B"}]', "auto", 1, 1),
        (b"[Photo] The ferry sank.", "auto", 1, 0),
        (b"text,source\nA.,B\n", "claims", 1, 1),
    ],
)
def test_pasted_text(paste: Callable[[bytes], None], pasted: bytes, kind: Kind, articles: int, statements: int) -> None:
    paste(pasted)
    corpus = read(["-", "-"], kind=kind)
    assert (len(corpus.articles), len(corpus.statements)) == (articles, statements)
    assert corpus.articles[0].path == "standard input"


def test_empty_pasted_text_is_said(paste: Callable[[bytes], None]) -> None:
    paste(b" \n")
    with pytest.raises(InputError, match="standard input is empty"):
        read(["-"])


def test_a_file_name_of_any_bytes(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    path.write_text("The ferry sank.", encoding="utf-8")
    article = only(read([path]))
    assert article.path is not None
    assert article.path.encode("utf-8")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_names_of_the_columns_show_what_separates_them(tmp_path: Path, separator: str) -> None:
    rows = [["text", "outlet"], ["One; two, three | four.", "Bay Herald"]]
    lines = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    article = read([tmp_path / "a.csv"]).articles[0]
    assert (article.text, article.outlet) == (rows[1][0], rows[1][1])
