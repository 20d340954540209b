"""What the pages in docs/ say holds: their examples load, their tables are those of the program."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from claimcheck.desk.marks import MARK_WORDS
from claimcheck.exports import EXPORTERS
from claimcheck.reading.files import ENDINGS
from claimcheck.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def examples(name: str) -> list[str]:
    return re.findall(r"```toml\n(.*?)```", page(name), re.DOTALL)


def loaded(folder: Path, example: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(example, encoding="utf-8")
    return load_settings(path)


def test_the_settings_shown_are_the_defaults(tmp_path: Path) -> None:
    (example,) = examples("settings.md")
    assert loaded(tmp_path, example) == Settings()


def test_the_models_shown_can_be_set(tmp_path: Path) -> None:
    (example,) = examples("models.md")
    models = loaded(tmp_path, example).models
    assert models.parser
    assert models.embedder


@pytest.mark.models
def test_the_report_shown_first_is_what_the_program_prints() -> None:
    """Written anew by `make report`."""
    sample = runpy.run_path(str(DOCS / "sample_report.py"))
    assert sample["page_with"](sample["report"]()) == (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.models
def test_the_picture_shown_is_what_the_program_draws() -> None:
    """Drawn anew by `make report`; it loads nothing from elsewhere."""
    sample = runpy.run_path(str(DOCS / "sample_report.py"))
    drawn = (DOCS / "report.svg").read_text(encoding="utf-8")
    assert sample["picture"]() == drawn
    assert "url(http" not in drawn


def test_every_dependency_has_a_line_of_why() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = (project["project"]["dependencies"], project["build-system"]["requires"])
    needed = {
        re.split("[<>=]", line)[0] for group in (*groups, *project["dependency-groups"].values()) for line in group
    }
    table = "\n".join(line.lower() for line in page("decisions/0001-dependencies.md").splitlines() if line[:2] == "| ")
    told = set(re.findall(r"[\w-]+", "\n".join(row.split("|")[1] for row in table.splitlines())))
    assert not needed - told


def test_every_mark_is_explained() -> None:
    for mark, words in MARK_WORDS.items():
        assert f"| `{mark}` | {words} |" in page("reading-a-report.md")


def test_every_format_is_listed() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (terminal.*) \|$", page("formats.md"), re.MULTILINE))
    for command, formats in EXPORTERS.items():
        assert re.sub(r" \([^)]*\)", "", rows[command]).split(", ") == ["terminal", *formats]


def test_every_ending_is_listed() -> None:
    assert all(f"`{ending}`" in page("formats.md") for ending in ENDINGS)


@pytest.mark.parametrize("module", sorted((ROOT / "claimcheck").rglob("*.py")), ids=lambda path: path.stem)
def test_pages_that_the_code_names_exist(module: Path) -> None:
    for name in re.findall(r"docs/[\w/-]+\.md", module.read_text(encoding="utf-8")):
        assert (ROOT / name).is_file()
