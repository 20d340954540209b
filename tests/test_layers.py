"""The shape of the code: which part may see which, what is light to import, what is in the wheel."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import claimcheck

ROOT = Path(claimcheck.__file__).parent
BASE = {"model", "errors"}
BESIDE = BASE | {"settings", "ports", "knowledge"}
BELOW_PIPELINE = BESIDE | {"extract", "group", "judge", "findings", "__init__"}
ALLOWED = {
    "__init__": {"api", "defaults", "reading", "settings", "ports"} | BASE,
    "__main__": {"cli"},
    "model": set[str](),
    "errors": set[str](),
    "settings": BASE,
    "ports": BASE,
    "knowledge": BASE | {"settings"},
    "reading": BESIDE,
    "extract": BESIDE,
    "group": BESIDE,
    "judge": BESIDE,
    "findings": BESIDE | {"judge"},
    "cache": BASE | {"ports", "__init__"},
    "narrow": BESIDE,
    "pipeline": BELOW_PIPELINE,
    "comparing": BELOW_PIPELINE,
    "backends": BASE | {"ports"},
    "defaults": BASE | {"ports", "settings", "backends"},
    "api": BELOW_PIPELINE | {"pipeline", "comparing", "defaults"},
    "desk": BASE,
    "render": BASE | {"desk"},
    "exports": BASE | {"desk"},
    "cli": BELOW_PIPELINE
    | {"reading", "narrow", "cache", "pipeline", "comparing", "defaults", "desk", "render", "exports"},
}
"""Which parts a part may import: DESIGN, section 3. `desk` is what `render` and `exports` share."""

HEAVY = ("spacy", "torch", "transformers", "sentence_transformers", "pandas", "numpy", "dateparser")
MAY_DELAY = {"cli", "backends", "defaults"}
DELAYS_PANDAS = "claimcheck.exports.frames"


@cache
def modules() -> dict[str, ast.Module]:
    """Return the syntax trees of all modules, by dotted name."""
    paths = sorted(ROOT.rglob("*.py"))
    return {_dotted(path): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part(name: str) -> str:
    """Return the part of the design that a module belongs to."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of this package that are imported below a node."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if part_of_package(alias.name))
        elif isinstance(node, ast.ImportFrom) and node.module and part_of_package(node.module):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in modules() else node.module for name in names)


def part_of_package(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] == "claimcheck"


def functions(tree: ast.AST) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)))


@pytest.mark.parametrize("name", modules())
def test_a_part_sees_only_what_it_may(name: str) -> None:
    seen = {part(other) for other in imported(modules()[name])} - {part(name)}
    assert seen <= ALLOWED[part(name)], f"{name} may not import {seen - ALLOWED[part(name)]}"


@pytest.mark.parametrize("name", [name for name in modules() if part(name) not in MAY_DELAY])
def test_no_import_hides_in_a_function(name: str) -> None:
    found = [node for function in functions(modules()[name]) for node in ast.walk(function)]
    hidden = [ast.unparse(node) for node in found if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert hidden == (["import pandas"] if name == DELAYS_PANDAS else [])


def test_there_are_no_cycles() -> None:
    graph = {name: set(imported(tree)) - {name} for name, tree in modules().items() if name != "claimcheck"}
    graph = {name: {other for other in seen if other in graph} for name, seen in graph.items()}
    done: set[str] = set()
    while ready := {name for name in graph.keys() - done if graph[name] <= done}:
        done |= ready
    assert not graph.keys() - done, "these import each other, or those that do"


def run(*code: str, **environment: str) -> str:
    """Return what a fresh interpreter prints."""
    command = [sys.executable, "-c", "\n".join(code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import claimcheck",
        "from claimcheck import read, Settings, load_settings, default_models, InputError, Article",
        "import claimcheck.cli",
        "from claimcheck.cli.app import run; assert run(['--help']) == 0",
        "from claimcheck.cli.app import run; assert run(['check', '--help']) == 0",
    ],
)
def test_what_is_light_stays_light(code: str) -> None:
    printed = run(code, "import sys", f"print([name for name in {HEAVY} if name in sys.modules])")
    assert printed.splitlines()[-1] == "[]"


def test_public_names() -> None:
    assert dir(claimcheck) == claimcheck.__all__
    for name in claimcheck.__all__:
        assert getattr(claimcheck, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        claimcheck.nothing  # noqa: B018 - the look-up is the test


def test_public_names_are_known_to_type_checkers() -> None:
    (block,) = (node for node in modules()["claimcheck"].body if isinstance(node, ast.If))
    named = [alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted(["__version__", *named]) == sorted(claimcheck.__all__)


def test_data_is_in_the_wheel(tmp_path: Path) -> None:
    project = ROOT.parent
    if not (project / "pyproject.toml").is_file():
        pytest.skip("not a checkout: there is nothing to build a wheel from")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(project)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    data = {p.relative_to(project).as_posix() for p in ROOT.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert {path for path in data if path.endswith((".py", ".toml", ".json"))} <= packed
