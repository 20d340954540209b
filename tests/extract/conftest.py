"""What the tests of the extraction share: an article from a text, parsed by the real model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.extract.document import Document
from claimcheck.extract.mending import mended
from claimcheck.extract.prose import passages
from claimcheck.extract.tree import Tree
from claimcheck.model import Article
from claimcheck.ports import Models

Read = Callable[[str], Document]


@pytest.fixture(scope="session")
def read(models: Models) -> Read:
    """Return a function from a text to its parsed document."""

    def document(text: str) -> Document:
        article = Article("a", text)
        return Document(article, tuple(Tree(mended(parse)) for parse in models.parse(passages(article))))

    return document
