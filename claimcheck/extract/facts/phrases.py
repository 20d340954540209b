"""Noun phrases: their core, whether they name a party, and the canonical value of what they name."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.facts.ground import Ground
from claimcheck.extract.facts.lexicon import lexicon
from claimcheck.extract.tree import Tree
from claimcheck.model import Span
from claimcheck.ports import Token

_CORE = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case", "punct", "predet", "advmod", "npadvmod"}
)
_PARTIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_UNCREWED = "drone boat"
_SHORT = 5
_APPOSITION = 7
"""Words from a noun to the one in apposition to it."""


def core(tree: Tree, i: int) -> list[int]:
    """Return the words of a noun phrase from its determiner to its head, without what follows the head."""
    words = {i}
    for child in tree.children(i):
        if child.dep in _CORE and child.i < i and child.pos != "PUNCT":
            words.update(tree.subtree(child.i))
    if tree.tokens[i].dep == "compound" and tree.tokens[i].head > i:  # "US-led coalition" in "US-led coalition jets"
        words.update(j for j in core(tree, tree.tokens[i].head) if j < i)
    articles = [child.i for child in tree.children(i, "det") if child.lemma in {"a", "an", "the"} and child.i < i]
    return list(range(max([min(words), *articles[-1:]]), i + 1))


def core_span(tree: Tree, i: int) -> Span:
    """Return the article span of a noun phrase's core."""
    return tree.span(core(tree, i))


def whole_span(tree: Tree, i: int) -> Span:
    """Return the article span of a noun phrase's core, with what the noun is said to be beside it."""
    beside = _beside(tree, i)
    return core_span(tree, i) if beside is None else tree.span([*core(tree, i), beside.i])


def is_party(tree: Tree, i: int, ground: Ground) -> bool:
    """Tell whether a noun names somebody who can act or be harmed."""
    token, table = tree.tokens[i], lexicon()
    if token.pos == "NUM":
        return token.dep in {"nsubj", "nsubjpass"} or tree.child(i, "det") is not None
    if token.pos not in _NOUNS or token.lemma in {"it", "this", "that", "there", "which"}:
        return ground.refer(tree, i) is not None
    if token.lemma in table.people or token.pos == "PRON" or _is_somebody(token.lemma):
        return True
    if token.lemma in table.happenings or token.lemma in table.place_nouns or is_uncrewed(tree, i):
        return False
    if token.entity in {"PERSON", "NORP"} or _is_force(tree, i, ground):
        return True
    named = token.pos == "PROPN" and (token.entity in _PARTIES or not token.entity) and token.lemma not in table.weapons
    return named or registered(tree, i, ground) is not None


def _is_somebody(lemma: str) -> bool:
    """Tell whether a noun is formed like those for people: "separatist", "boatman"."""
    return len(lemma) > _SHORT and lemma.endswith(("ist", "man", "woman"))


def is_flank(tree: Tree, i: int) -> bool:
    """Tell whether a noun is for a part of a thing where it is hit: "the port side", "the stern"."""
    token = tree.tokens[i]
    if token.lemma == "side":
        return any(child.text.lower() in lexicon().sided for child in tree.children(i, "amod", "compound", "nmod"))
    return token.lemma in lexicon().flanks


def is_weapon(tree: Tree, i: int) -> bool:
    """Tell whether a noun is for a weapon, or for a craft with nobody aboard that is one."""
    return (tree.tokens[i].lemma in lexicon().weapons and not _is_pit(tree, i)) or is_uncrewed(tree, i)


def _is_pit(tree: Tree, i: int) -> bool:
    """Tell whether a mine is one that is dug: "a gold mine", "in the mine", "the mine collapsed"."""
    token = tree.tokens[i]
    if token.lemma != "mine":
        return False
    above = tree.tokens[token.head]
    dug = any(tree.tokens[j].lemma.lower() in lexicon().ores for j in core(tree, i)[:-1])
    return dug or above.lemma in lexicon().of_pits or (token.dep == "pobj" and above.lemma in {"in", "at", "inside"})


def is_uncrewed(tree: Tree, i: int) -> bool:
    """Tell whether a noun is for a craft with nobody aboard: "an uncrewed surface vessel", "a drone boat"."""
    if tree.tokens[i].lemma not in lexicon().hulls or tree.tokens[i].pos not in _NOUNS:
        return False
    before = (tree.tokens[j].text.lower() for j in core(tree, i)[:-1])
    return any(word in lexicon().uncrewed for word in before)


def is_number(tree: Tree, i: int) -> bool:
    """Tell whether a token stands for those that it counts: "140", "dozens"."""
    token = tree.tokens[i]
    return token.pos == "NUM" or token.lemma in lexicon().multiples or (token.text.lower(),) in lexicon().vague


def registered(tree: Tree, i: int, ground: Ground) -> str | None:
    """Return the registry id of the source that a noun phrase names as a whole."""
    span = core_span(tree, i)
    match = ground.knowledge.registry.match(ground.text[span.start : span.end])
    return match.entry.id if match is not None else None


def party_value(tree: Tree, i: int, ground: Ground) -> str:
    """Return what a party is called.

    Its registry id, that of its owner where it is somebody's force, a canonical name, else the lemma of its head. A
    reference takes the name of what it stands for; a definite noun takes with it the apposition of the noun that
    introduced it ("suspect, apparently Hezbollah activists").
    """
    known = ground.refer(tree, i)
    if known is not None and known.source is not None:
        return known.source
    if known is not None and known.tree is not None and known.head is not None:
        return _named(known.tree, known.head, ground) + _apposition(known.tree, known.head, ground)
    return _named(tree, i, ground) + _apposition(tree, i, ground)


def _named(tree: Tree, i: int, ground: Ground) -> str:
    found = registered(tree, i, ground) or _owner(tree, i, ground)
    if found is not None:
        return found
    token, span = tree.tokens[i], core_span(tree, i)
    member = _member(tree, i)
    if member is not None:
        return party_value(tree, member, ground)
    if token.pos == "PROPN":
        words = ground.text[span.start : span.end]
        return ground.knowledge.places.canonical(words) or words
    lemma = "person" if is_number(tree, i) else token.lemma
    return lexicon().unit_of.get(lemma, lemma)


def _member(tree: Tree, i: int) -> int | None:
    """Return the noun for those of whom one or some are spoken of: "one of its fighters", "terrorists of the group"."""
    token = tree.tokens[i]
    if not is_number(tree, i) and token.lemma not in {"member", "some", "many", "most", "number"}:
        return None
    return next(
        (noun.i for p in tree.children(i, "prep") if p.lemma == "of" for noun in tree.children(p.i, "pobj")), None
    )


def _apposition(tree: Tree, i: int, ground: Ground) -> str:
    """Return what a noun is said to be beside it, with its hedge: ", apparently Hezbollah activists"."""
    beside = _beside(tree, i)
    return "" if beside is None else f", {ground.text[tree.tokens[i + 2].start : tree.tokens[beside.i].end]}"


def _beside(tree: Tree, i: int) -> Token | None:
    """Return the head of what stands after a noun and a comma and says what it is."""
    if tree.tokens[i].pos != "NOUN" or i + 2 >= len(tree.tokens) or tree.tokens[i + 1].text != ",":
        return None
    if tree.tokens[i + 2].lemma == "not":  # "the navy, not the coastguard"
        return None
    return next((noun for noun in _alike(tree, i) if 0 < noun.i - i <= _APPOSITION), None)


def _alike(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the nouns in apposition to a noun, and those that the parse gives the same part in the clause."""
    token = tree.tokens[i]
    yield from tree.children(i, "appos")
    if token.dep in {"nsubj", "nsubjpass"}:
        yield from (noun for noun in tree.children(token.head, token.dep) if noun.i > i)


def _is_force(tree: Tree, i: int, ground: Ground) -> bool:
    """Tell whether a noun is somebody's force: "Russian warplanes" act, "warplanes" alone are a weapon."""
    return _owner(tree, i, ground) is not None


def _owner(tree: Tree, i: int, ground: Ground) -> str | None:
    """Return whose force or following a noun names: a source, a country's forces, or a group of the article."""
    table, lemma = lexicon(), tree.tokens[i].lemma
    if lemma not in table.forces | table.governments | table.followers:
        return None
    words = core(tree, i)
    span = tree.span(words)
    registry = ground.knowledge.registry
    owners = registry.within(ground.text[span.start : span.end])
    country = _nation(tree, words[:-1], ground)
    if owners and owners[-1][2].entry.kind != "individual":
        owner = owners[-1][2].entry
        return of_country(owner.name, lemma, ground) or owner.id if owner.kind == "government" else owner.id
    if country is not None and lemma not in table.followers:
        return of_country(country, lemma, ground) or country
    if owners:
        return owners[-1][2].entry.id
    return _group(tree, words[:-1], ground) or _owner_after(tree, i, ground)


def _owner_after(tree: Tree, i: int, ground: Ground) -> str | None:
    """Return the owner named after a noun: "planes of the Russian air force", "the regime of the president"."""
    nouns = (noun.i for p in tree.children(i, "prep") if p.lemma == "of" for noun in tree.children(p.i, "pobj"))
    return next((found for j in nouns if (found := registered(tree, j, ground) or _owner(tree, j, ground))), None)


def of_country(country: str, lemma: str, ground: Ground) -> str | None:
    """Return the registry id of a country's forces or of its government."""
    kind = "forces" if lemma in lexicon().forces else "government"
    match = ground.knowledge.registry.match(f"{country} {kind}")
    return match.entry.id if match is not None else None


def _nation(tree: Tree, words: list[int], ground: Ground) -> str | None:
    """Return the country whose adjective or name stands among `words`."""
    names = (tree.tokens[j].text for j in words if tree.tokens[j].entity in _PARTIES)
    return next((country for name in names if (country := ground.knowledge.places.canonical(name)) is not None), None)


def _group(tree: Tree, words: list[int], ground: Ground) -> str | None:
    """Return the group that owns a force: "its fighters", "coalition jets", "rebel forces", "the Daesh group"."""
    for j in reversed(words):
        token = tree.tokens[j]
        known = ground.refer(tree, j) if token.dep in {"poss", "compound", "amod"} else None
        if known is not None and known.source is not None:
            return known.source
        if known is not None and known.tree is not None and known.head is not None:
            return _named(known.tree, known.head, ground)
        if token.dep in {"compound", "poss"} and token.lemma in lexicon().people - {"fighter"}:  # "fighter jets"
            return token.lemma
        if token.dep == "compound" and token.pos == "PROPN":
            return token.text
    return None


def thing_value(tree: Tree, i: int) -> str:
    """Return what a thing is called: its head, with a noun that makes one word with it ("car bomb").

    "The need to ensure stability" is about stability.
    """
    token = tree.tokens[i]
    if is_uncrewed(tree, i):
        return _UNCREWED
    if token.lemma in lexicon().position_nouns:
        verbs = [*tree.children(i, "acl"), *(v for p in tree.children(i, "prep") for v in tree.children(p.i, "pcomp"))]
        below = (v for verb in verbs for v in (verb, *tree.children(verb.i, "ccomp")))
        thing = next((noun for verb in below for noun in tree.children(verb.i, "dobj", "nsubj")), None)
        if thing is not None and thing.i != i:
            return thing_value(tree, thing.i)
    before = [child for child in tree.children(i, "compound") if child.i == i - 1 and child.pos == "NOUN"]
    return f"{before[0].lemma} {token.lemma}" if before else token.lemma
