"""What the outlet tells in its own voice: happenings, not background.

A clause counts where it tells that something came about, with something to check it by: an actor, a number, a place
or a date. How things are, what they are called and what they are for is background.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.extract.attributions.grammar import NOMINAL, VERBS, mention
from claimcheck.extract.cues import default_cues
from claimcheck.extract.facts.falsity import weighed
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})
_ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "parataxis", "relcl", "dep"})
_PARTS = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
_DANGLING = frozenset({"ADP", "CCONJ", "PUNCT", "SCONJ", "SPACE"})
_UNREAL = frozenset(
    {"if", "unless", "whether", "so", "often", "regularly", "repeatedly", "usually", "sometimes", "always"}
)
_CONTRASTS = frozenset({"although", "though", "while", "whereas"})
_NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})
_FAINT = frozenset({"will", "would", "should", "can", "shall", "must", "to"})


@dataclass(frozen=True, slots=True)
class Happenings:
    """Lemmas of verbs that tell of happenings, of verbs that give background, and of nouns of happenings.

    `light` are verbs and nouns that tell of a happening together ("had a conversation"), `ongoing` those of what goes
    on ("The search continues"), `acts` verbs of what is being done ("are searching"), `victims` what people are.
    """

    verbs: frozenset[str]
    background: frozenset[str]
    nouns: frozenset[str]
    absent: frozenset[str]
    light: tuple[frozenset[str], frozenset[str]]
    ongoing: tuple[frozenset[str], frozenset[str]]
    acts: frozenset[str]
    victims: frozenset[str]


@cache
def default_happenings() -> Happenings:
    """Return the words that come with the package, from `narration.toml`."""
    table = tomllib.loads(files("claimcheck.extract").joinpath("narration.toml").read_text(encoding="utf-8"))

    def words(part: str, name: str) -> frozenset[str]:
        return frozenset(table[part][name].split())

    return Happenings(
        words("happenings", "lemmas"),
        words("background", "lemmas"),
        words("events", "nouns"),
        words("absent", "nouns"),
        (words("light", "lemmas"), words("light", "nouns")),
        (words("ongoing", "lemmas"), words("ongoing", "nouns")),
        words("ongoing", "acts"),
        words("victims", "adjectives"),
    )


def find_narration(tree: Tree, taken: Collection[int], quoted: Collection[int] = ()) -> list[tuple[int, ...]]:
    """Return the token indices of each happening that the outlet tells itself.

    `taken` are tokens of reports, and never part of it; `quoted` are in quotation marks, and may be part of it.
    """
    told: list[tuple[int, ...]] = []
    done = set(taken)
    for rule in (_falsehood, _happening, _nothing, _ongoing, _other_clause, _aside, _event):
        for token in tree.tokens:
            content = () if token.i in done or token.i in quoted else rule(tree, token, done)
            told.extend([content] if content else [])
            done.update(content)
    return told


def _falsehood(tree: Tree, verb: Token, done: set[int]) -> tuple[int, ...]:
    """Take what is said to be false, whole, though the report in it is somebody's: "The claims that ... are false"."""
    said = weighed(tree, verb.i) if verb.dep in ("ROOT", "conj") else None
    denied = any(True for _ in tree.children(verb.i, "neg"))
    others = any(word.i in done for word in tree.children(verb.i, "acomp", "attr"))  # somebody else says "false"
    if said is None or said.false == denied or others:
        return ()
    return tuple(i for i in tree.subtree(verb.i) if tree.tokens[i].pos not in ("PUNCT", "SPACE") or i < verb.i)


def _happening(tree: Tree, verb: Token, done: set[int]) -> tuple[int, ...]:
    """Take a clause with a verb of happenings and one sign: "A bomb killed six people", "Nobody was hurt"."""
    if verb.dep == "relcl" or not _happens(tree, verb) or not _tells(tree, verb):
        return ()
    content = _own_clause(tree, verb, done)
    return content if _signs(tree, content) or _is_denied(tree, verb) else ()


def _aside(tree: Tree, verb: Token, done: set[int]) -> tuple[int, ...]:
    """Take a happening told of a thing in passing, with the thing: "The bus, which hit a mine on Friday, (was old)"."""
    if verb.dep != "relcl" or not _happens(tree, verb) or not _tells(tree, verb):
        return ()
    thing = tree.tokens[verb.head]
    if _says_who_speaks(tree, thing, verb):
        return ()
    content = _own_clause(tree, thing, done) if thing.pos in NOMINAL and thing.i not in done else ()
    return content if _signs(tree, _own_clause(tree, verb, done)) else ()


def _says_who_speaks(tree: Tree, thing: Token, verb: Token) -> bool:
    """Whether a clause without a comma says which of many speaks: "A team that visited the hospital said"."""
    speaks = thing.dep == "nsubj" and tree.tokens[thing.head].lemma in default_cues().verbs
    begins = next((i for i in tree.subtree(verb.i) if i > thing.i), thing.i + 1)
    return speaks and all(tree.tokens[i].text != "," for i in range(thing.i + 1, begins + 1))


def _happens(tree: Tree, verb: Token) -> bool:
    """Whether a verb tells of a happening, alone or with its object or predicate: "held talks", "was dead"."""
    known = default_happenings()
    verbs, nouns = known.light
    if verb.lemma in verbs and any(t.lemma in nouns for t in tree.children(verb.i, "dobj")):
        return True
    if verb.lemma == "take" and any(t.lemma == "place" for t in tree.children(verb.i, "dobj")):
        return True
    if verb.lemma in ("be", "remain", "go") and any(t.lemma in known.victims for t in tree.children(verb.i, "acomp")):
        return True
    return verb.lemma in known.verbs


def _is_denied(tree: Tree, verb: Token) -> bool:
    """Whether a clause says that nobody underwent or did its act."""
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    if subject is None:
        return False
    words = {subject.lemma, *(t.lemma for t in tree.children(subject.i, "det"))}
    return not words.isdisjoint(_NOBODY)


def _ongoing(tree: Tree, verb: Token, done: set[int]) -> tuple[int, ...]:
    """Take a state of a matter that goes on: "The search continues", "Rescuers are searching the rubble"."""
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    verbs, nouns = default_happenings().ongoing
    if subject is None or verb.dep not in ("ROOT", "conj") or verb.pos not in VERBS or _is_unreal(tree, verb):
        return ()
    helpers = [t.tag for t in tree.children(verb.i, "aux") if t.lemma == "be"]
    goes_on = verb.lemma in verbs and subject.lemma in nouns
    under_way = verb.lemma == "be" and subject.lemma in nouns and _is_under_way(tree, verb)
    doing = verb.tag == "VBG" and helpers and verb.lemma in default_happenings().acts
    return _own_clause(tree, verb, done) if goes_on or under_way or doing else ()


def _is_under_way(tree: Tree, verb: Token) -> bool:
    words = {tree.tokens[i].text.lower() for i in tree.subtree(verb.i)}
    return bool(words & {"underway", "ongoing"}) or {"under", "way"} <= words


def _nothing(tree: Tree, verb: Token, done: set[int]) -> tuple[int, ...]:
    """Take what did not come: "There was no claim of responsibility", "The cause has not been found"."""
    there = tree.child(verb.i, "expl")
    thing = tree.child(verb.i, "attr", "nsubj")
    if there is None or verb.lemma != "be" or thing is None or thing.lemma not in default_happenings().absent:
        return ()
    return _own_clause(tree, verb, done) if any(t.lemma == "no" for t in tree.children(thing.i, "det")) else ()


def _other_clause(tree: Tree, verb: Token, done: set[int]) -> tuple[int, ...]:
    """Take a main clause with another verb, where a number or a time and one more sign make it specific."""
    known = default_happenings()
    if verb.lemma in known.background | known.verbs or verb.dep not in ("ROOT", "conj") or not _tells(tree, verb):
        return ()
    content = _own_clause(tree, verb, done)
    if any(t.tag == "VBZ" for t in tree.children(verb.i, "aux")) and any(
        tree.tokens[i].lemma == "since" for i in content
    ):
        return ()  # how things have been for long
    signs = _signs(tree, content)
    return content if len(signs) > 1 and signs & {"number", "time"} and done.isdisjoint(_around(tree, verb)) else ()


def _around(tree: Tree, verb: Token) -> list[int]:
    return [t.i for t in tree.children(verb.i) if t.dep in ("ccomp", "advcl")]


def _tells(tree: Tree, verb: Token) -> bool:
    """Whether a clause asserts that its act came about: past, with a subject, no condition, wish or habit."""
    if verb.pos not in VERBS or _is_unreal(tree, verb) or _gives_words(tree, verb):
        return False
    helpers = list(tree.children(verb.i, "aux", "auxpass"))
    if _is_root_phrase(tree, verb):
        return True
    if verb.tag == "VBN" and any(t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in helpers):
        return False  # how things are: "The town is divided"
    past = verb.tag in ("VBD", "VBN") or any(t.tag == "VBD" or t.lemma in ("have", "could", "may") for t in helpers)
    return past and verb.dep in _CLAUSES and tree.child(verb.i, "nsubj", "nsubjpass") is not None


def _is_unreal(tree: Tree, verb: Token) -> bool:
    """Whether a clause only wishes, plans, supposes or generalises."""
    others = {t.lemma for t in tree.children(verb.i, "mark", "advmod")}
    return bool(others & _UNREAL) or any(t.lemma in _FAINT for t in tree.children(verb.i, "aux", "auxpass"))


def _gives_words(tree: Tree, verb: Token) -> bool:
    """Whether a clause only tells that a statement was made: "The army issued a statement"."""
    given = tree.child(verb.i, "dobj", "nsubjpass")
    return given is not None and given.lemma in default_cues().media


def _is_root_phrase(tree: Tree, verb: Token) -> bool:
    """Whether the parse took a clause for a noun phrase: "A car bomb attack killed 44" with "attack" on top."""
    head = tree.tokens[verb.head]
    return verb.tag == "VBN" and verb.dep == "acl" and head.dep == "ROOT" and tree.child(verb.i, "dobj") is not None


def _signs(tree: Tree, content: tuple[int, ...]) -> set[str]:
    """Return by what a clause can be checked: an actor, a number, a place, a time."""
    kinds = {tree.tokens[i].entity for i in content}
    signs = {"actor": _ACTORS, "number": _NUMBERS, "place": _PLACES, "time": _TIMES}
    found = {name for name, entities in signs.items() if kinds & entities}
    return found | ({"number"} if any(tree.tokens[i].tag == "CD" for i in content) else set())


def _own_clause(tree: Tree, verb: Token, done: set[int]) -> tuple[int, ...]:
    """Return the words of a clause without conjunctions at its edges, concessions and later main clauses."""
    head = verb.head if _is_root_phrase(tree, verb) else verb.i
    apart = [c.i for c in tree.children(head, "conj", "parataxis") if tree.child(c.i, "nsubj", "nsubjpass")]
    apart += [
        c.i for c in tree.children(head, "advcl") if any(m.lemma in _CONTRASTS for m in tree.children(c.i, "mark"))
    ]
    own = tree.subtree(head)
    apart += [i for i in own if i in done and i != head and tree.tokens[i].dep in _PARTS]
    dropped = {j for i in apart for j in tree.subtree(i)} | done
    words = [i for i in own if i not in dropped]
    while words and tree.tokens[words[0]].pos in ("CCONJ", "SCONJ", "PUNCT", "SPACE"):
        words = words[1:]
    while words and (tree.tokens[words[-1]].pos in _DANGLING or tree.tokens[words[-1]].tag in ("WDT", "WP", "WRB")):
        words = words[:-1]
    return tuple(words)


def _event(tree: Tree, noun: Token, done: set[int]) -> tuple[int, ...]:
    """Take a definite happening with who did it, as a subject: "The call from the president comes as ..."."""
    if noun.lemma not in default_happenings().nouns or noun.dep not in ("nsubj", "nsubjpass"):
        return ()
    article = tree.child(noun.i, "det")
    link = next((t for t in tree.children(noun.i, "prep", "agent") if t.lemma in ("from", "by")), None)
    named = tree.child(link.i, "pobj") if link else None
    words = mention(tree, noun.i)
    if named is None or article is None or article.lemma != "the" or done.intersection(words):
        return ()
    return tuple(words)
