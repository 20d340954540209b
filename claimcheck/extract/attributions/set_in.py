"""What belongs to a sentence into which a report is set: how far its words reach before it and behind it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.attributions.grammar import VERBS, is_finite, mention, text_sentence
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.ports import Token

_GOING_ON = ("ADP", "SCONJ", "CCONJ", "ADV")
_SETTINGS = frozenset({"on", "at", "during", "in"})
OUTLETS_OWN = frozenset({"as", "while", "per"})
"""Words with which the outlet goes on about the report, not the speaker about the matter."""
_MAYBE_OUTLETS = OUTLETS_OWN | {"though", "although", "when", "after", "before", "according", "accord"}
_ADVERBS = frozenset({"then", "even", "perhaps", "maybe", "probably", "possibly", "not", "never", "almost", "only"})
_PARTING = frozenset({",", "-", "–", "—", "--"})
_WHEN = ("DATE", "TIME")


def goes_on_behind(tree: Tree, verb: int, source: int, cues: Cues) -> bool:
    """Whether the words that a report is set into go on behind it: "It sank, the owner said, [in calm water]"."""
    own = mention(tree, source)
    if source > verb or not min(own) > 1 or tree.tokens[min(own) - 1].text != ",":
        return False
    mark = verb + 1
    if mark < len(tree.tokens) and tree.tokens[mark].pos == "PRON":
        mark += 1  # he told her
    _, last = text_sentence(tree, verb)
    if mark + 1 >= last or tree.tokens[mark].text != ",":
        return False
    return _goes_on(tree.tokens[mark + 1 : last], cues)


def _goes_on(words: Sequence[Token], cues: Cues) -> bool:
    first = words[0]
    if first.pos not in _GOING_ON or first.lemma in _MAYBE_OUTLETS:
        return False
    if first.pos == "ADV" and first.lemma not in _ADVERBS:
        return False
    if any(word.lemma in cues.media or word.lemma in cues.speakers for word in words):
        return False
    return not (first.lemma in _SETTINGS and any(word.entity in _WHEN for word in words))


def past_lead_in(tree: Tree, first: int, source: int) -> int:
    """Return where the words of an announced speaker begin: "Lind has another view: [he rang it], he says"."""
    colon = next((i for i in range(source - 1, first, -1) if tree.tokens[i].text == ":"), None)
    if colon is None or tree.tokens[source].pos != "PRON":
        return first
    announced = (t for t in tree.tokens[first:colon] if t.dep == "nsubj" and _is_clause_head(tree, t.head))
    subject = next(announced, None)
    if subject is None:
        return first
    same = subject.text.lower() == tree.tokens[source].text.lower() or subject.pos == "PROPN"
    return colon + 1 if same else first


def _is_clause_head(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].pos in VERBS and is_finite(tree, verb)


def to_apposed_claim(tree: Tree, content: list[int], cues: Cues) -> list[int]:
    """Return a content up to what the outlet calls it: "It was warned, the widow says - a charge that X denies"."""
    for n, i in enumerate(content[:-2]):
        article, noun = tree.tokens[i + 1 : i + 3] if i + 2 < len(tree.tokens) else (None, None)
        if not article or not noun or tree.tokens[i].text not in _PARTING or article.lemma not in ("a", "an"):
            continue
        if noun.lemma in cues.nouns or noun.lemma in cues.matters:
            return content[:n]
    return content


def end_of_relative(tree: Tree, first: int, last: int) -> int:
    """Return where a relative clause ends: at a comma behind which the sentence goes on with its own verb."""
    for i in range(first, last - 1):
        if tree.tokens[i].text != ",":
            continue
        behind = next((t for t in tree.tokens[i + 1 : last] if t.pos not in ("ADV", "PART")), None)
        if behind is not None and behind.tag in ("VBD", "VBZ", "VBP", "MD", "VBN") and behind.pos in VERBS:
            return i
    return last
