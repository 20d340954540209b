"""The commands do what their help says, here with the fakes for models."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import fakes
import pytest
from commands import Command

from claimcheck import __version__
from claimcheck.ports import Models
from claimcheck.settings import ModelSettings, Settings

CLAIMS = """text,source,outlet,article
The ferry sank and 12 died.,Coast Guard,Harbour News,a
The ferry sank and 30 died.,Ministry,Harbour News,b
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    return tmp_path / "claims.csv"


def test_version(command: Command) -> None:
    assert command("--version").out == f"claimcheck {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_the_commands(command: Command, arguments: list[str]) -> None:
    done = command(*arguments)
    assert done.code == 0
    for name in ("check", "claims", "compare", "sources", "models", "cache"):
        assert f"\n  {name} " in done.out


@pytest.mark.parametrize(
    "name", ["check", "claims", "compare", "models", "cache", "sources", "sources show", "sources match"]
)
def test_each_command_has_an_example(command: Command, name: str) -> None:
    done = command(*name.split(), "--help")
    assert done.code == 0
    assert f"Example:\n    claimcheck {name}" in done.out


def test_options_have_help(command: Command) -> None:
    shown = command("check", "--help").out
    for option in (
        *("--outlet", "--published", "--as", "--format", "--output", "--sources", "--settings", "--brief", "--plain"),
        *("--quiet", "--sheet", "--excel", "--fail-on", "--parser-model", "--embedding-model"),
        *("--since", "--until", "--only-outlet", "--source", "--about"),
    ):
        assert option in shown


def test_json_is_the_same_twice(command: Command, table: Path) -> None:
    first, second = (command("check", table, "--format", "json").out for _ in range(2))
    assert first == second
    report = json.loads(first)
    assert report["schema"] == "claimcheck/report/1"
    assert [claim["source"] for claim in report["claims"]] == ["Coast Guard", "Ministry"]


@pytest.mark.parametrize(
    ("arguments", "columns"),
    [
        (["check", "claims.csv", "--format", "csv"], "incident,aspect,relation"),
        (["check", "claims.csv", "--format", "csv", "--sheet", "claims"], "incident,source,mention"),
        (["claims", "claims.csv", "--format", "csv"], "incident,source,mention"),
        (["claims", "claims.csv", "--format", "csv", "--excel"], "\ufeffincident,source,mention"),
    ],
)
def test_sheets(command: Command, table: Path, arguments: list[str], columns: str) -> None:
    done = command(*arguments)
    assert done.code == 0
    assert done.out.startswith(columns)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *[("check", form) for form in ("terminal", "markdown", "json", "csv")],
        *[("claims", form) for form in ("terminal", "markdown", "json", "jsonl", "csv")],
    ],
)
def test_an_output_file_holds_what_would_be_shown(command: Command, table: Path, name: str, form: str) -> None:
    shown = command(name, table, "--format", form).out
    assert command(name, table, "--format", form, "--output", "out").out == ""
    assert Path("out").read_bytes().decode() == shown


def test_claims_read_back_as_claims(command: Command, table: Path) -> None:
    command("claims", table, "--format", "csv", "--excel", "--output", "again.csv")
    first, second = (json.loads(command("claims", path, "--format", "json").out) for path in (table, "again.csv"))
    assert [(c["source"], c["text"], c["id"]) for c in first] == [(c["source"], c["text"], c["id"]) for c in second]


def test_notices_go_to_standard_error(command: Command, table: Path) -> None:
    loud = command("claims", table, "missing.txt", "--format", "jsonl")
    assert len(loud.out.splitlines()) == 2
    assert loud.err == "note: missing.txt does not exist\n"
    assert command("claims", table, "missing.txt", "--format", "jsonl", "--quiet").err == ""


@pytest.mark.parametrize("options", [["--brief"], ["--brief", "--plain"]])
def test_a_brief_report_has_its_notices_beside_it(command: Command, table: Path, options: list[str]) -> None:
    loud = command("check", table, "missing.txt", *options)
    assert "missing.txt" not in loud.out
    assert loud.err == "note: missing.txt does not exist\n"
    assert command("check", table, "missing.txt", *options, "--quiet").err == ""


def test_brief_and_plain(command: Command, table: Path) -> None:
    brief, plain, whole = (command("check", table, *option).out for option in (["--brief"], ["--plain"], []))
    assert 0 < len(brief.splitlines()) <= len(whole.splitlines())
    assert not set(plain) & set("─│┌┐└┘├┤╭╮╰╯━")


@pytest.mark.parametrize("arguments", [["12 died", "30 died"], ["--pairs", "p.csv"]])
@pytest.mark.parametrize("form", ["terminal", "jsonl", "csv"])
def test_compare(command: Command, tmp_path: Path, arguments: list[str], form: str) -> None:
    (tmp_path / "p.csv").write_text("a,b\n12 died,30 died\n", encoding="utf-8")
    done = command("compare", *arguments, "--format", form)
    assert (done.code, done.err) == (0, "")
    assert done.out


def test_a_bad_pair_does_not_stop_the_others(command: Command, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(
        '{"a": "x", "b": "y"}\n{"a": \n{"a": "x"}\n{"a": "u", "b": "v"}\n', encoding="utf-8"
    )
    done = command("compare", "--pairs", "p.jsonl", "--format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["row"] for row in rows] == [1, 2, 3, 4]
    assert ["error" in row for row in rows] == [False, True, True, False]
    assert "line 2: not JSON" in rows[1]["error"]


def test_compare_as_a_sheet_has_a_row_for_each_pair(command: Command, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("a,b\n12 died,30 died\n,x\n", encoding="utf-8")
    rows = list(csv.DictReader(StringIO(command("compare", "--pairs", "p.csv", "--format", "csv").out)))
    assert [row["row"] for row in rows] == ["1", "2"]


DATED = """text,source,outlet,article,published
The ferry sank and 12 died.,Coast Guard,Harbour News,a,2021-03-14
The ferry sank and 30 died.,Ministry,Bay Post,b,2021-03-15
Wheat exports grew.,Ministry,Bay Post,c,
"""


@pytest.mark.parametrize(
    ("options", "sources", "notices"),
    [
        ([], ["Coast Guard", "Ministry", "Ministry"], 0),
        (["--since", "2021-03-15"], ["Ministry", "Ministry"], 2),
        (["--until", "2021-03-14"], ["Coast Guard", "Ministry"], 2),
        (["--only-outlet", "bay post"], ["Ministry", "Ministry"], 1),
        (["--source", "coast guard"], ["Coast Guard", "Ministry"], 1),
        (["--about", "wheat exports"], ["Ministry"], 1),
        (["--about", "the price of tin"], [], 1),
    ],
)
def test_only_some_articles_or_incidents(
    command: Command, tmp_path: Path, options: list[str], sources: list[str], notices: int
) -> None:
    (tmp_path / "dated.csv").write_text(DATED, encoding="utf-8")
    report = json.loads(command("check", "dated.csv", "--format", "json", *options).out)
    assert [claim["source"] for claim in report["claims"]] == sources
    assert len([notice for notice in report["notices"] if notice["stage"] == "narrow"]) == notices


def test_cache(command: Command, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuple(replace(name, sha256="0" * 64) for name in fakes.NAMES)
    monkeypatch.setattr("claimcheck.defaults.default_models", lambda _: replace(fakes.FAKES, names=names))
    without = command("check", table, "--format", "json", "--no-cache")
    assert "\n0 entries" in command("cache").out
    assert [command("check", table, "--format", "json") for _ in range(2)] == [without] * 2
    assert "\n7 entries" in command("cache").out  # an article, its claims put together, texts, opinions
    assert "\n0 entries" in command("cache", "--clear").out


def test_a_spoilt_cache_is_a_notice(command: Command, table: Path, tmp_path: Path) -> None:
    (tmp_path / "cache" / "claimcheck").mkdir(parents=True)
    (tmp_path / "cache" / "claimcheck" / "kept.sqlite").write_text("nonsense " * 1000, encoding="utf-8")
    done = command("check", table, "--format", "json")
    assert (done.code, json.loads(done.out)["schema"]) == (0, "claimcheck/report/1")
    assert "was spoilt" in done.err


def test_sources(command: Command, tmp_path: Path) -> None:
    assert "Israel Defense Forces" in command("sources", "--plain").out
    assert "Israel Defense Forces" in command("sources", "show", "IDF").out
    assert "(idf)" in command("sources", "match", "soldiers of the Israeli army fired").out
    own = '[ferry-line]\nname = "Ferry Line"\nkind = "company"\n'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert "Ferry Line" in command("sources", "--sources", "own.toml", "show", "ferry-line").out


def test_models(command: Command) -> None:
    shown = command("models").out
    assert "naive" in shown
    assert "--embedding-model" in shown
    assert [model["name"] for model in json.loads(command("models", "--format", "json").out)] == ["naive", "hashing"]


def test_sources_as_json(command: Command) -> None:
    rows = json.loads(command("sources", "--format", "json").out)
    assert next(row for row in rows if row["id"] == "idf")["name"] == "Israel Defense Forces"


@pytest.mark.parametrize(
    ("flags", "chosen"),
    [
        ([], ("set", "too")),
        (["--parser-model", "p"], ("p", "too")),
        (["--parser-model", "p", "--embedding-model", "e"], ("p", "e")),
    ],
)
@pytest.mark.parametrize("name", ["check", "models"])
def test_a_flag_wins_over_the_settings(
    command: Command,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    flags: list[str],
    chosen: tuple[str, str],
) -> None:
    asked: list[ModelSettings] = []

    def given(settings: Settings) -> Models:
        asked.append(settings.models)
        return fakes.FAKES

    monkeypatch.setattr("claimcheck.defaults.default_models", given)
    Path("s.toml").write_text('[models]\nparser = "set"\nembedder = "too"\n', encoding="utf-8")
    paths = [table] if name == "check" else []
    assert command(name, *paths, "--settings", "s.toml", *flags).code == 0
    assert asked == [ModelSettings(*chosen)]


@pytest.mark.parametrize(("text", "code"), [("The ferry sank and 30 died.", 10), ("Wheat exports grew.", 0)])
@pytest.mark.models
def test_fail_on_conflict(
    command: Command, table: Path, models: object, monkeypatch: pytest.MonkeyPatch, text: str, code: int
) -> None:
    monkeypatch.setattr("claimcheck.defaults.default_models", lambda _: models)
    table.write_text(CLAIMS.replace("The ferry sank and 30 died.", text), encoding="utf-8")
    assert command("check", table, "--fail-on", "conflict").code == code
    assert command("check", table).code == 0
