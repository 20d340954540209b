"""The words of a text: those that name, that carry meaning, that point back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Set
from functools import cache
from importlib.resources import files
from sys import intern

from claimcheck.knowledge.spelling import skeleton

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")
_NAMES = re.compile(rf"{_NAME.pattern}(?: [A-Z][\w'’-]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_RECALLED = re.compile(
    r"\b(?:in |as )?(?:an? )?(?:response|reaction|retaliation|reprisal|revenge|answer) (?:to|for)\b"
    r"|\b(?:site|scene) of\b|\b(?:hours|days|weeks|months|years) after\b",
    re.IGNORECASE,
)
_FOREGROUND = 12
"""Characters before which a text only begins: "In response to" opens a sentence on something else."""
_STEM = 6
"""Letters that are kept of a word: "attack", "attacked" and "attackers" are one."""
_LEAST_LETTERS = 3


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of words.toml."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return frozenset(table[name])


@cache
def mapped(name: str) -> Mapping[str, str]:
    """Return a table of words.toml."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    found: Mapping[str, str] = table[name]
    return found


@cache
def questions() -> Mapping[str, frozenset[str]]:
    """Return for each act the questions that it answers, of words.toml."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))["questions"]
    acts = {act for acts in table.values() for act in acts}
    return {act: frozenset(name for name, listed in table.items() if act in listed) for act in acts}


@cache
def _stems(name: str) -> dict[str, str]:
    """Return the beginnings of words of a table of families, each with its family."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {word[:_STEM]: family for family, found in table[name].items() for word in found}


def families(name: str, found: Iterable[str]) -> frozenset[str]:
    """Return the families of words.toml ("means", "targets") that words belong to."""
    stems = _stems(name)
    return frozenset(stems[word[:_STEM]] for word in found if word[:_STEM] in stems)


def background(text: str) -> int:
    """Return where a text goes over to what it only recalls: "in response to the attack of Tuesday"; else its end."""
    found = _RECALLED.search(text, _FOREGROUND)
    return found.start() if found else len(text)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, lower case, without punctuation."""
    return tuple(_WORD.findall(text.lower()))


def content(found: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of those words that carry meaning, and numbers."""
    kept = {word for word in found if len(word) >= _LEAST_LETTERS or word.isdigit()}
    return frozenset(intern(word[:_STEM]) for word in kept - listed("empty"))


def names(text: str) -> frozenset[str]:
    """Return the capitalised words of a text that do not begin a sentence, in lower case, without a possessive "'s"."""
    return frozenset(_POSSESSIVE.sub("", name).lower() for name in _NAME.findall(text))


def names_clash(a: str, b: str) -> bool:
    """Whether each of two texts has a name that the other has not in any spelling: "Homs" and "Hama"."""
    one, other = names(a), names(b)
    return bool(_unspelt(one - other, other) and _unspelt(other - one, one))


def _unspelt(found: Set[str], others: Set[str]) -> list[str]:
    """Names that are none of the others in another spelling."""
    known = {skeleton([name]) for name in others} - {""}
    return [name for name in sorted(found) if skeleton([name]) not in known]


def name_phrases(text: str) -> tuple[str, ...]:
    """Return the last two words of each name inside the sentences of a text, in order: "Khan Sheikhun"; no days."""
    found = (_POSSESSIVE.sub("", " ".join(run.split()[-2:])) for run in _NAMES.findall(text))
    return tuple(dict.fromkeys(name for name in found if name.lower() not in listed("calendar")))


def goes_back(text: str, own: Set[str] = frozenset()) -> bool:
    """Whether a text points to what was told before it: "It killed 18", "denied that attack"; `own` words do not."""
    found = words(text)
    if found and found[0] in listed("back_openers") and found[0] not in own:
        return True
    if not listed("back_words").isdisjoint(found):
        return True
    pointing = {"the", "that", "this", "those", "these"}
    after = (found[i + 1 : i + 3] for i, word in enumerate(found) if word in pointing)
    return any(
        noun in listed("back_nouns") or noun.removesuffix("s") in listed("back_nouns") for two in after for noun in two
    )
