"""The command line as a program of its own: signals, pipes, the network, how soon it answers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CLAIMCHECK = (sys.executable, "-m", "claimcheck")
BLOCKED = """
import socket, sys
def blocked(*arguments, **options): raise AssertionError("the network was asked")
class Blocked(socket.socket): __init__ = blocked
socket.socket, socket.create_connection, socket.getaddrinfo = Blocked, blocked, blocked
from claimcheck.cli.app import run
sys.exit(run(sys.argv[1:]))
"""
TEXT = "The coast guard said that 12 people died when the ferry sank. The ministry said that 30 people died."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "a.txt"


def test_help_answers_soon() -> None:
    """Take the processor's time, which other programs at work do not lengthen; the aim is 0.4 seconds by the clock."""
    before = os.times()
    subprocess.run([*CLAIMCHECK, "--help"], check=True, capture_output=True)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    assert used < 0.4


@pytest.mark.models
def test_it_runs_without_a_network(article: Path) -> None:
    command = [sys.executable, "-c", BLOCKED, "check", str(article), "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b""), "nothing is printed on the way either"
    assert {claim["voice"] for claim in json.loads(done.stdout)["claims"]} == {"attributed"}


@pytest.mark.models
@pytest.mark.parametrize("command", [["check"], ["compare", "12 people died"]], ids=["check", "compare"])
def test_nothing_is_left_but_the_cache(article: Path, tmp_path: Path, command: list[str]) -> None:
    """No library gives the machine an id, or keeps what it would tell its makers about the run."""
    home = tmp_path / "home"
    home.mkdir()
    given = str(article) if command == ["check"] else "30 people died"
    away = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    subprocess.run([*CLAIMCHECK, *command, given], capture_output=True, check=True, env=away)
    left = [path.relative_to(home) for path in home.rglob("*") if path.is_file()]
    assert [path for path in left if "claimcheck" not in path.parts] == []


def test_an_interrupt_is_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen([*CLAIMCHECK, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        time.sleep(2)  # until it waits for text
        program.send_signal(signal.SIGINT)
        _, told = program.communicate(timeout=60)
    assert (program.returncode, told) == (130, b"claimcheck: interrupted\n")


def test_an_interrupt_while_models_load(article: Path) -> None:
    code = BLOCKED.replace("from claimcheck", "import claimcheck.defaults, os, signal\nfrom claimcheck")
    code = code.replace(
        "sys.exit", "claimcheck.defaults.default_models = lambda _: os.kill(os.getpid(), signal.SIGINT)\nsys.exit"
    )
    done = subprocess.run([sys.executable, "-c", code, "check", str(article)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"claimcheck: interrupted\n")


def test_a_closed_pipe_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*CLAIMCHECK, "sources"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line_and_a_hint() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*CLAIMCHECK, "sources"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 4
    assert done.stderr.splitlines()[0] == b"claimcheck: cannot write to standard output: No space left on device"


@pytest.mark.parametrize("variable", [{}, {"NO_COLOR": "1"}, {"LANG": "C", "PYTHONIOENCODING": "ascii"}])
def test_what_is_piped_has_no_colour(variable: dict[str, str]) -> None:
    done = subprocess.run([*CLAIMCHECK, "sources"], capture_output=True, check=True, env={**os.environ, **variable})
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize(("shell", "script"), [("bash", "complete"), ("zsh", "compdef"), ("fish", "complete")])
def test_shells_can_complete(shell: str, script: str) -> None:
    environment = {**os.environ, "_CLAIMCHECK_COMPLETE": f"source_{shell}"}
    done = subprocess.run([*CLAIMCHECK], capture_output=True, text=True, check=True, env=environment)
    assert script in done.stdout
