"""What stands over a copied text says who printed it and when, where a line says nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article
from claimcheck.reading import read

STORY = "A ferry sank off the port early on Thursday with forty people on board, the coast guard said."


def article(folder: Path, *over: str, text: str = STORY) -> Article:
    (folder / "a.txt").write_text("\n".join([*over, "", text]), encoding="utf-8")
    return read([folder / "a.txt"]).articles[0]


@pytest.mark.parametrize(
    ("over", "outlet", "published", "title"),
    [
        (["Ferry sinks off port", "", "Reuters", "2026-03-12"], "Reuters", "2026-03-12", "Ferry sinks off port"),
        (["# Ferry sinks", "By Nora Lind", "BBC News | 12 March 2026"], "BBC News", "2026-03-12", "Ferry sinks"),
        (["AFP", "March 12, 2026"], "AFP", "2026-03-12", None),
        (["Ferry sinks", "Published: Thursday, Mar. 12th, 2026 at 14:20 GMT"], None, "2026-03-12", "Ferry sinks"),
        (["Outlet: Bay Herald", "Headline: Ferry sinks"], "Bay Herald", None, "Ferry sinks"),
        (["Al Jazeera · 1 Sept 2026"], "Al Jazeera", "2026-09-01", None),
        (["Bay Herald, 12 March 2026", "", "Ferry sinks off port"], "Bay Herald", "2026-03-12", "Ferry sinks off port"),
        (["The Voice of the Coast | Mar 12, 2026"], "The Voice of the Coast", "2026-03-12", None),
        (["Ferry sinks", "By Nora Lind, 12 March 2026"], None, "2026-03-12", "Ferry sinks"),
        (["The National, 12 March 2026", "Ferry sinks"], "The National", "2026-03-12", "Ferry sinks"),
        (["Agence Ouest, 12 March 2026", "Ferry sinks"], "Agence Ouest", "2026-03-12", "Ferry sinks"),
        (["Israeli Prime Minister's Office, 12 March 2026"], "Israeli Prime Minister's Office", "2026-03-12", None),
        (["Ferry sinks", "Moscow, 12 March 2026"], None, "2026-03-12", "Ferry sinks"),
        (["Ferry sinks", "BEIRUT, 12 March 2026"], None, "2026-03-12", "Ferry sinks"),
        (["News of a sinking ferry reached port on 12 March 2026"], None, None, None),
        (["Ferry sinks", "The Guardian, 12 March 2026"], "The Guardian", "2026-03-12", "Ferry sinks"),
        (["Ferry sinks", "12/03/2026"], None, None, None),
        (["Ferry sinks", "Reuters and others on the scene"], None, None, None),
        (["Ferry sinks on 12 March 2026 off the port"], None, None, None),
        (["The Army", "31 February 2026"], None, None, None),
        (["Ferry sinks"], None, None, None),
        ([], None, None, None),
    ],
)
def test_a_heading_is_read_where_a_line_says_nothing_else(
    tmp_path: Path, over: list[str], outlet: str | None, published: str | None, title: str | None
) -> None:
    found = article(tmp_path, *over)
    assert (found.outlet, found.published, found.title) == (outlet, published, title)
    assert found.text.startswith("\n".join(over))


def test_a_header_is_stronger_and_a_heading_below_it_fills_its_gaps(tmp_path: Path) -> None:
    found = article(tmp_path, "---", "outlet: Bay Herald", "---", "Ferry sinks", "Reuters", "2026-03-12")
    assert (found.outlet, found.published, found.title) == ("Bay Herald", "2026-03-12", "Ferry sinks")


def test_an_outlet_of_the_users_own_is_known(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[bugle]\nname = "Polder Bugle"\nkind = "outlet"\n', encoding="utf-8")
    assert article(tmp_path, "Polder Bugle | 12 March 2026").outlet is None
    own = default_knowledge(tmp_path / "own.toml").registry
    found = read([tmp_path / "a.txt"], registry=own).articles[0]
    assert (found.outlet, found.published) == ("Polder Bugle", "2026-03-12")


def test_a_list_of_short_lines_is_no_heading(tmp_path: Path) -> None:
    found = article(tmp_path, *(f"Item {n}" for n in range(9)), "Reuters")
    assert found.outlet is None


def test_what_stands_below_the_first_paragraph_is_no_heading(tmp_path: Path) -> None:
    assert article(tmp_path, STORY, "Reuters").outlet is None
