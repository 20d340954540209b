"""Count in how many sentences of ECB+ train each beginning of a word stands: word_counts.txt of the grouping.

python training/incidents/word_counts.py ../shared
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from data import rows

from claimcheck import group
from claimcheck.group.words import content

OUT = Path(group.__file__).with_name("word_counts.txt")
_LEAST = 2


def main(data: Path) -> None:
    """Write the counts, the most frequent first."""
    docs = rows(data / "incidents" / "ecbplus_train_docs.jsonl.gz")
    sentences = {sentence for doc in docs for sentence in doc["sentences"].values()}
    counts = Counter(word for sentence in sentences for word in content(sentence))
    known = sorted(((n, word) for word, n in counts.items() if n >= _LEAST), key=lambda it: (-it[0], it[1]))
    lines = ["# Sentences of ECB+ train (Cybulska and Vossen 2014) that have a word with this beginning; * is all of them."]
    lines += [f"* {len(sentences)}", *(f"{word} {n}" for n, word in known)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
