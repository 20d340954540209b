"""Words for a headline: the noun that a phrase is about, one and many, verbs that can stand without a doer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.group.words import listed, mapped
from claimcheck.model import Fact

_WORDS = re.compile(r"[\w'’&#-]+")
_OPENING = re.compile(r"^\W*(?:(?:the|an?|this|that|these|those|its|his|her|their|our|my|your)\s+)+", re.IGNORECASE)
_BREAK = re.compile(
    r"[,;:()\"“”]|\b(?:of|in|on|at|near|from|with|by|for|to|after|before|under|over|against|between|off"
    r"|who|whom|whose|which|that|and|or|belonging|including)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:(?:at least|at most|more than|fewer than|less than|up to|as many as|about|around|some|several|many|nearly"
    r"|almost|over|under|roughly|approximately|dozens of|scores of|hundreds of|thousands of|millions of|a total of"
    r"|hundreds|thousands|dozens|scores|millions|of|no|nobody|none|other|others|another|both|all|few|a few"
    r"|[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)(?:[\s-]+|$))+",
    re.IGNORECASE,
)
_PLURAL_ENDINGS = (("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ies", "y"))


def opened(text: str) -> str:
    """Return a phrase without its article: "the hospital" is "hospital"."""
    return _OPENING.sub("", text)


def uncounted(text: str) -> str:
    """Return a phrase without the number that opens it; "" where it is nothing else: "at least three"."""
    return _COUNT.sub("", opened(text)).strip()


def plain(text: str) -> str:
    """Return the beginning of a phrase, as far as it names a thing: "Israeli soldiers" of "the Israeli soldiers on"."""
    bare = opened(text)
    end = _BREAK.search(bare)
    return bare[: end.start()].strip() if end else bare.strip()


@lru_cache(maxsize=65536)
def head(text: str) -> str | None:
    """Return the noun that a phrase is about: "tanker" of "the oil tanker Star near Muscat"; None for a mere name."""
    near = re.sub(r"^(?:near|in|at|on|inside|outside)\s+", "", text.strip(), flags=re.IGNORECASE)
    words = _WORDS.findall(uncounted(plain(near)))
    while words and not words[-1][:1].islower():
        words.pop()
    return words[-1] if words else None


@lru_cache(maxsize=65536)
def one(noun: str) -> str:
    """Return the singular of a noun, lower case: that by which nouns are held against each other."""
    word = noun.lower()
    if word in mapped("singulars"):
        return mapped("singulars")[word]
    for plural, singular in _PLURAL_ENDINGS:
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def many(noun: str) -> str:
    """Return the plural of a noun in the singular."""
    irregular = {singular: plural for plural, singular in mapped("singulars").items()}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def with_article(noun: str) -> str:
    """Return a singular noun with the article of one that was not told of before."""
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def as_written(key: str, fact: Fact) -> str | None:
    """Return the word of a fact that has the singular `key`, as it stands there: "civilians" for "civilian"."""
    return next((word for word in reversed(_WORDS.findall(fact.text)) if one(word) == key), None)


def is_past(did: str) -> bool:
    """Whether words tell of an act in the past: "killed", "opened fire", "went off"; not "killing" or "attack"."""
    first = did.split(" ", 1)[0].lower()
    return first.endswith("ed") or first in listed("pasts") or first in listed("participles")


def is_participle(did: str) -> bool:
    """Whether words tell what was done to something, without who did it: "hit", "taken", not "took"."""
    first = did.split(" ", 1)[0].lower()
    return first.endswith("ed") or first in listed("participles")


def only_prepositions(words: Sequence[str]) -> bool:
    """Whether words only lead from a verb to what it is about: "at", "on to"."""
    return all(word.lower() in listed("prepositions") for word in words)
