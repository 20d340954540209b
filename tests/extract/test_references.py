"""What references stand for, and that nothing is guessed."""

from __future__ import annotations

import pytest

from claimcheck.extract.document import Document
from claimcheck.extract.references import Reference, refer
from claimcheck.extract.tree import Tree
from claimcheck.model import Article, Claim, Mode, Source, Span, Stance, Voice
from claimcheck.ports import Models, Passage


def reference(models: Models, text: str, word: str, source: Source, mode: Mode) -> Reference | None:
    """Resolve the last `word` of a text in which the claim begins after "said "."""
    start = text.index("said ") + 5 if "said " in text else 0
    document = Document(Article("a", text), tuple(Tree(parse) for parse in models.parse([Passage(text)])))
    claim = Claim(
        "c", "a", None, source, (source.name,), Voice.ATTRIBUTED, mode, Stance.AFFIRM, "", (Span(start, len(text)),)
    )
    tree = document.trees[0]
    i = next(token.i for token in reversed(tree.tokens) if token.text == word)
    return refer(tree, i, claim, document)


PERSON = Source("jo-hart", "Jo Hart", "individual")
POLICE = Source("police", "Town police", "police")


@pytest.mark.parametrize(
    ("text", "word", "source", "mode", "words"),
    [
        ("Hart said he left.", "he", PERSON, Mode.INDIRECT, "Jo Hart"),
        ("Police said it fired.", "it", POLICE, Mode.INDIRECT, "Town police"),
        ("My plan is clear.", "My", PERSON, Mode.DIRECT, "Jo Hart"),
        ("Paul Meyer resigned. Nobody asked him.", "him", POLICE, Mode.DIRECT, "Paul Meyer"),
        ("Four trucks stopped. The four left.", "four", POLICE, Mode.DIRECT, "four [trucks]"),
        ("Two armed suspects came. Guards saw the suspects.", "suspects", POLICE, Mode.DIRECT, "suspects"),
        ("The old bridge fell. The new bridge stands.", "bridge", POLICE, Mode.DIRECT, None),
        ("The call was short. It ended.", "It", POLICE, Mode.DIRECT, None),
        ("Guards and drivers argued. They left.", "They", POLICE, Mode.DIRECT, None),
        ("Nobody asked him.", "him", POLICE, Mode.DIRECT, None),
        ("The four left.", "four", POLICE, Mode.DIRECT, None),
    ],
)
def test_references(models: Models, text: str, word: str, source: Source, mode: Mode, words: str | None) -> None:
    found = reference(models, text, word, source, mode)
    assert (found.words if found else None) == words
