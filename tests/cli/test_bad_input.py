"""Every bad input is one line and a hint on standard error, nothing on standard output, and an exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Command

from claimcheck.errors import ModelError

JSONL = b'{"text": "The ferry sank."}\n'


@pytest.mark.parametrize(
    ("arguments", "content", "code", "message"),
    [
        (["check", "missing.txt"], None, 2, "missing.txt does not exist"),
        (["check", ""], None, 2, "a path is empty"),
        (["check", "in.txt"], b"", 2, "in.txt is empty"),
        (["check", "in.txt"], b"\x7fELF\x00\x01", 2, "in.txt is not a text file"),
        (["check", "in.jsonl"], JSONL * 6 + b'{"text": ', 2, "in.jsonl, line 7: not JSON"),
        (["check", "in.csv"], b"outlet,body\nX,The ferry sank.\n", 2, "no column text; it has outlet, body"),
        (["check", "."], b"", 2, "holds no file that can be read"),
        (["check", "-"], b"", 2, "standard input is empty"),
        (["check", "in.txt", "--published", "Saturday"], b"x", 2, "published 'Saturday' is not a date"),
        (["check", "in.txt", "--settings", "none.toml"], b"x", 2, "settings none.toml: No such file or directory"),
        (["check", "in.txt", "--settings", "in.toml"], b"\xff", 2, "in.toml is not UTF-8"),
        (["check", "in.txt", "--settings", "in.toml"], b"[models]\nparser = 5", 2, "models.parser is 5, not a text"),
        (["check", "in.txt", "--sources", "none.toml"], b"x", 2, "sources none.toml: No such file or directory"),
        (["check", "in.txt", "--sources", "in.toml"], b'[x]\nname = "X"', 2, "in.toml: source x has no kind"),
        (["check", "in.txt", "--as", "claims"], b"x", 2, "in.txt is not a table of claims"),
        (["check", "in.txt", "--excel"], b"x", 2, "--excel is for CSV alone"),
        (["check", "in.txt", "--sheet", "claims"], b"x", 2, "--sheet is for CSV alone"),
        (["check", "in.txt", "--format", "yaml"], b"x", 2, "'--format' / '-f': 'yaml' is not one of 'terminal'"),
        (["check", "in.txt", "--explain", "--brief"], b"x", 2, "--explain is for a whole report to be read"),
        (["check", "in.txt", "--explain", "--format", "csv"], b"x", 2, "--explain is for a whole report to be read"),
        (["check", "in.txt", "--since", "Saturday"], b"x", 2, "--since 'Saturday' is not a day"),
        (["check", "in.txt", "--only-outlet", "X"], b"x", 2, "no article is by an outlet called 'X'"),
        (["check", "in.txt", "--source", "X"], b"x", 2, "no source in what was read is called 'X'"),
        (["check", "in.txt", "--about", " "], b"x", 2, "--about has no words"),
        (["check", "in.txt", "--nonsense"], b"x", 2, "No such option: --nonsense"),
        (["check"], None, 2, "Missing argument 'PATH"),
        (["chekc"], None, 2, "No such command 'chekc'"),
        (["check", "in.txt", "--output", "no/folder/out.json"], b"x", 4, "the folder no/folder does not exist"),
        (["check", "in.txt", "--output", "."], b"x", 4, ". is a folder"),
        (["claims", "missing.txt"], None, 2, "missing.txt does not exist"),
        (["compare", "one sentence"], None, 2, "give two sentences, or a file of pairs"),
        (["compare", "a", " "], None, 2, "a sentence is empty"),
        (["compare", "--pairs", "missing.csv"], None, 2, "cannot read missing.csv"),
        (["compare", "--pairs", "in.csv"], b"x,y\n1,2\n", 2, "no columns a and b; it has x, y"),
        (["compare", "--pairs", "in.csv", "--format", "json"], b"a,b\n1,2\n", 2, "--format json writes one verdict"),
        (["sources", "show", "nobody at all"], None, 2, "no source is known as 'nobody at all'"),
    ],
)
def test_it_is_one_line_and_a_hint(
    command: Command, tmp_path: Path, arguments: list[str], content: bytes | None, code: int, message: str
) -> None:
    for name in arguments[1:4] if content is not None else ():
        if name.startswith("in."):
            (tmp_path / name).write_bytes(content or b"")
    done = command(*arguments, pasted=content or b"")
    assert (done.code, done.out) == (code, "")
    line, hint = done.err.splitlines()
    assert line.startswith("claimcheck: ")
    assert message in line
    assert hint.startswith("  hint: ")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["check", "in.txt", "--nonsense"], "claimcheck check"),
        (["sources", "show"], "claimcheck sources show"),
        (["chekc"], "claimcheck"),
    ],
)
def test_the_hint_names_the_help_of_the_command(command: Command, arguments: list[str], named: str) -> None:
    assert command(*arguments).err.splitlines()[1] == f"  hint: {named} --help lists what there is"


def test_a_missing_model_is_exit_code_3(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModelError("the parser is missing", "install it")

    monkeypatch.setattr("claimcheck.defaults.default_models", lambda _: missing())
    done = command("check", "-", pasted=b"The ferry sank.")
    assert (done.code, done.out) == (3, "")
    assert done.err == "claimcheck: the parser is missing\n  hint: install it\n"


def test_what_should_not_happen_is_one_line_too(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("division\nby zero \x1b[31m")

    monkeypatch.setattr("claimcheck.defaults.default_models", lambda _: broken())
    done = command("check", "-", pasted=b"The ferry sank.")
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[0] == "claimcheck: this should not happen: ZeroDivisionError: division"
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        command("check", "-", pasted=b"The ferry sank.")


def test_messages_hold_no_control_characters(command: Command) -> None:
    done = command("check", "a\x1b[31m\n.txt")
    assert done.err.splitlines()[0] == "claimcheck: a\\x1b[31m\\n.txt does not exist"
