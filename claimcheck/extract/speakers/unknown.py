"""Speakers that nothing in the registry or the article explains: they are taken by their words."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile, groupby, takewhile

from claimcheck.extract.speakers.media import kind_of_name
from claimcheck.extract.speakers.named import Speaker
from claimcheck.extract.speakers.names import speaker_of
from claimcheck.extract.speakers.scene import (
    UNNAMED,
    Mention,
    Scene,
    before_comma,
    mention_at,
    named_source,
    unnamed_source,
)
from claimcheck.extract.speakers.words import roles
from claimcheck.model import PRESS, Span
from claimcheck.ports import Token

_LONGEST = 24
"""Words of a name for display."""
_LONGEST_CLAUSE = 12
_MARKS = frozenset({'"', "“", "”", "«", "»", ":", ","})
_FROM = frozenset({"from", "of", "at", "with"})
_JOINING = frozenset({",", "and", "&"})
_PLACELESS = frozenset({"here", "there"})
_POINTING = frozenset({"also", "even"})
"""Words before a mention that say what to make of it, and not who it is."""
_ORDINALS = frozenset({"another", "first", "second", "third", "fourth", "fifth", "other", "one"})


def other_office(mention: Mention, scene: Scene) -> Speaker | None:
    """Return a source for an office whose holder the article does not name: "the Homs governor"."""
    places = [w for w in mention.modifiers if w.pos == "PROPN"]
    if mention.lemma not in roles().persons or mention.indefinite or not places or not mention.head:
        return None
    name = " ".join(scene.document.words(Span(places[0].start, mention.head.end)).split())
    return Speaker(named_source(name, "individual"), f"the article does not name the {name}")


def owned(mention: Mention, scene: Scene) -> Speaker | None:
    """Return the institution of a person: "Clinton's campaign", "the Clinton campaign"."""
    kinds = roles().institutions.get(mention.lemma, ())
    for named in scene.named.inside(mention.span) if kinds and not mention.indefinite else ():
        if named.is_person:
            name = f"{named.speaker.source.name}'s {mention.lemma}"
            return Speaker(named_source(name, kinds[0]), f"the {mention.lemma} of {named.speaker.source.name}")
    return None


def other_name(mention: Mention, scene: Scene) -> Speaker | None:
    """Return a source for a name that nothing else knows: "Hadashot" of "Israel's Hadashot television news"."""
    whole, mention = mention, before_comma(mention)
    head = mention.head
    if not head or mention.indefinite or (head.tag == "NNPS" and head.entity == "NORP"):
        return None
    words = _capitals(mention, head)
    named = kind_of_name(words[0].text, words[-1].text) if words else None
    kinds = (named,) if named else roles().institutions.get(mention.lemma, ())
    if not words or (head not in words and not kinds) or all(word.entity in ("DATE", "TIME") for word in words):
        return None
    end = _end_of_name(words[-1], whole) if head in words or kinds[0] in PRESS else head.end
    name = " ".join(scene.document.words(Span(words[0].start, end)).split())
    if head in words and (known := _with_owner(name, words[0], mention, scene)):
        return known
    kind = next(iter(kinds), "individual" if head.entity == "PERSON" else "organisation")
    return Speaker(named_source(name, kind), f"a name that is in no registry: {name}")


def _with_owner(name: str, first: Token, mention: Mention, scene: Scene) -> Speaker | None:
    """Return an institution by a name that says whose it is, or one that was called so: "Vela's Defence Ministry"."""
    known = roles()
    if mention.lemma not in known.owned:
        return None
    whose = [w for w in mention.words if mention.possessor and w.start <= mention.possessor.start and w.tag != "POS"]
    named = list(dropwhile(lambda w: not w.text[0].isupper() or w.pos in ("DET", "PRON"), whose))
    if not named:
        return _called_in_full(name, scene)
    nations = [w.text for w in named if scene.knowledge.places.country(w.text)]
    match = scene.knowledge.registry.match(f"{nations[0]} {name}") if nations else None
    if match and match.entry.name.endswith(name):
        return speaker_of(match.entry, scene.knowledge, f"“{mention.text}” is {match.entry.name}")
    full = " ".join((scene.document.words(Span(named[0].start, first.start)) + name).split())
    kind = next(iter(known.institutions.get(mention.lemma, ())), "organisation")
    return Speaker(named_source(full, kind), f"a name that is in no registry: {full}")


def _called_in_full(name: str, scene: Scene) -> Speaker | None:
    """Return the last speaker whose name goes on behind its owner with this one: "Vela's [Defence Ministry]"."""
    for turn in reversed(scene.turns):
        _, owner, rest = turn.speaker.source.name.replace("’", "'").partition("' ")
        _, owned, own = turn.speaker.source.name.replace("’", "'").partition("'s ")
        if (owner or owned) and f"{own or rest} ".startswith(f"{name} "):
            return replace(turn.speaker, step=f"the article gives the full name: {turn.speaker.source.name}")
    return None


def _end_of_name(last: Token, mention: Mention) -> int:
    """Return where a name ends that goes on with another behind a preposition: "Front for the North"."""
    following = [word for word in mention.words if word.start > last.end]
    may_go_on = last.lemma in roles().institutions or last.lemma in roles().bodies
    if not may_go_on or not following or following[0].lemma not in ("of", "for"):
        return last.end
    rest = list(dropwhile(lambda word: word.pos == "DET", following[1:]))
    inside = {last.i, *(word.i for word in rest)}
    name = list(takewhile(lambda word: _capital(word) or (word.text in _JOINING and word.head in inside), rest))
    if not any(word.text in ("and", "&") for word in name):
        name = list(takewhile(lambda word: word.text != ",", name))
    while name and not _capital(name[-1]):
        name.pop()
    return name[-1].end if name else last.end


def another(mention: Mention, scene: Scene) -> Speaker | None:
    """Return a source like the unnamed ones before it: "another", "a third" after "two people with knowledge of it"."""
    first = before_comma(mention)
    if not _is_ordinal(first):
        return None
    last = next((t for t in reversed(scene.turns) if t.speaker.source.kind == UNNAMED), None)
    others = mention_at(scene.document, last.span) if last else None
    if not others or not others.head or others.head.tag not in ("NN", "NNS"):
        return None
    head = others.head
    kind = [w.text for w in others.modifiers if w.pos == "ADJ" or w.dep == "compound"]
    noun = "person" if head.lemma == "people" else head.lemma
    after = scene.document.words(Span(head.end, others.span.end))
    name = _plain(" ".join((first.text, *kind, noun + after + mention.text[len(first.text) :])))
    return Speaker(unnamed_source(name, scene.document.article.id, mention.span.start), f"“{mention.text}” is a {name}")


def _is_ordinal(mention: Mention) -> bool:
    """Return whether a mention says only which one of several it is."""
    return bool(mention.words) and mention.words[-1].lemma in _ORDINALS and len(mention.words) <= 2


def unnamed(mention: Mention, scene: Scene) -> Speaker:
    """Return a source of its own for a mention that names nobody."""
    name = _plain(_description(mention, scene))
    return Speaker(unnamed_source(name, scene.document.article.id, mention.span.start), f"“{name}” names nobody")


def _description(mention: Mention, scene: Scene) -> str:
    """Return the words that say who an unnamed source is: without an apposition, with a clause that narrows it."""
    words = list(mention.words)
    if not words or not mention.head:
        return mention.text
    for n, word in enumerate(words[:-1]):
        if n and word.text == "," and words[n + 1].lemma in ("a", "an", "the") and mention.head.i < word.i:
            words = words[:n]
            break
    while len(words) > 1 and words[-1].lemma in _PLACELESS:
        words.pop()
    while len(words) > 1 and words[0].lemma in _POINTING:
        words.pop(0)
    end = _narrowed(words[-1], mention) if words[-1] == mention.words[-1] else words[-1].end
    return scene.document.words(Span(words[0].start, end))


def _narrowed(last: Token, mention: Mention) -> int:
    """Return the end of a clause or a phrase behind a mention that says who it is: "who lives opposite"."""
    tree, head = mention.tree, mention.head
    if not tree or not head or mention.definite or head.lemma not in roles().people:
        return last.end
    for child in tree.children(head.i, "relcl", "acl", "prep"):
        below = tree.subtree(child.i)
        between = tree.tokens[last.i + 1 : below[0]]
        apart = [word.text for word in between] == [","] and child.lemma in _FROM
        closed = not apart or tree.tokens[min(below[-1] + 1, len(tree.tokens) - 1)].text == ","
        whole = below == list(range(below[0], below[-1] + 1)) and len(below) <= _LONGEST_CLAUSE
        narrows = child.dep == "prep" or tree.tokens[below[0]].tag in ("WP", "VBG", "VBN")
        spoken = any(tree.tokens[i].text in _MARKS for i in below)
        if below[0] > last.i and (not between or apart) and closed and whole and narrows and not spoken:
            return tree.tokens[below[-1]].end
    return last.end


def _capitals(mention: Mention, head: Token) -> list[Token]:
    """Return the run of capitalised words that holds the head of a mention or stands before it, without titles."""
    owner = mention.possessor
    words = [w for w in mention.words if not (owner and w.start <= owner.end)]
    runs = [list(run) for capital, run in groupby(words, _capital) if capital]
    before = [run for run in runs if run[0].start <= head.start]
    found = before[-1] if before else []
    while len(found) > 1 and (roles().is_title(found[0].lemma) or found[0].text == "-"):
        found = found[1:]
    named = any(w.pos == "PROPN" and not roles().can_speak(w.lemma) for w in found)
    named = named or (
        head in found and found[-1].text[0].isupper() and _end_of_name(found[-1], mention) > found[-1].end
    )
    return found if named and found[-1].text != "-" else []


def _capital(word: Token) -> bool:
    return word.text == "-" or (word.text[0].isupper() and word.pos not in ("DET", "ADJ", "ADV"))


def _plain(text: str) -> str:
    """Return words for display: one line, no capital on a first "A" or "The"."""
    words = text.split()
    if words and words[0].lower() in ("a", "an", "the", "some", "one", "another", "two", "several"):
        words[0] = words[0].lower()
    return " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
