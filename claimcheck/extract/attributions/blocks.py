"""Block quotations, lists under a line that says who speaks, and quotations that the line below them signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from claimcheck.extract.attributions.grammar import agent, giver, mention_span, speaking, subject
from claimcheck.extract.attributions.lines import Formed, Line, Said, report
from claimcheck.extract.cues import default_cues
from claimcheck.extract.document import Document
from claimcheck.extract.layout import Lead, past_dash
from claimcheck.extract.tree import Tree
from claimcheck.model import Mode, Span

_OPENS, _CLOSES = "\"“„«‘'", "\"”“»’'"
_SIGNING = frozenset({"sign", "write", "issue", "publish", "post"})


def blocks(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield block quotations with who wrote them: the line above tells, or a line that signs them."""
    at = 0
    for quoted, group in groupby(lines, key=lambda line: line.lead is Lead.BLOCK):
        block = list(group)
        above, below = lines[at - 1] if at else None, lines[at + len(block) : at + len(block) + 1]
        at += len(block)
        if not quoted:
            continue
        signed = next((line for line in (*block[1:], *below) if line.signs), None)
        said = (_signature(document, signed), None) if signed else above and introduced(document, above)
        content = [line.words for line in block if not line.signs]
        if said and (found := report(document, content, said, "block_quote")):
            yield Formed(Span(block[0].words.start, block[-1].words.end), found)


def lists(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield the items of a list as one report, where the line above it says who speaks and ends with a colon."""
    for n, line in enumerate(lines[:-1]):
        if line.lead is Lead.ITEM or lines[n + 1].lead is not Lead.ITEM or document.text[line.span.end - 1] != ":":
            continue
        said = introduced(document, line)
        rest = lines[n + 1 :]
        stop = next((k for k, item in enumerate(rest) if item.lead is not Lead.ITEM), len(rest))
        items = rest[:stop]
        if said is None or said[1] is None or any(item.label for item in items):
            continue
        quoted = all(document.text[item.words.start] in _OPENS for item in items)
        mode = Mode.DIRECT if quoted else Mode.INDIRECT
        found = report(document, [item.words for item in items], said, "list", mode)
        if found:
            yield Formed(Span(line.words.start, items[-1].words.end), found)


def signed(document: Document, lines: Sequence[Line]) -> Iterator[Formed]:
    """Yield quotations of a whole line that are signed on the line below."""
    text = document.text
    for above, line in pairwise(lines):
        whole = text[above.words.start] in _OPENS and text[above.words.end - 1] in _CLOSES
        if line.signs and whole and above.lead is not Lead.BLOCK:
            found = report(document, [above.words], (_signature(document, line), None), "signed")
            yield Formed(Span(above.words.start, line.words.end), found)


def introduced(document: Document, line: Line) -> Said | None:
    """Return who a line announces to speak, and by which word: "The minister wrote:", "From the log of the tug:"."""
    tree = document.tree_at(line.words)
    if tree is None or not tree.tokens:
        return None
    last = tree.within(line.words)[-1:]
    first, stop = tree.sentence(last[0]) if last else (0, 0)
    return _by_cue(tree, first, stop) or _by_maker(tree, first, stop) or _by_medium(tree, first, stop)


def _by_cue(tree: Tree, first: int, stop: int) -> Said | None:
    """Take the last verb of saying with its subject."""
    cues = default_cues()
    for verb in reversed(tree.tokens[first:stop]):
        if verb.pos not in ("VERB", "AUX") or cues.stance(verb.lemma, "quote") is None:
            continue
        found = subject(tree, verb.i)
        if found is not None and verb.dep not in ("acl", "relcl"):
            return mention_span(tree, speaking(tree, found)), Span(verb.start, verb.end)
    return None


def _by_maker(tree: Tree, first: int, stop: int) -> Said | None:
    """Take who signed or wrote the text: "The order, signed by X, is short."."""
    for verb in tree.tokens[first:stop]:
        found = agent(tree, verb.i) if verb.lemma in _SIGNING else None
        if found is not None:
            return mention_span(tree, found), None
    return None


def _by_medium(tree: Tree, first: int, stop: int) -> Said | None:
    """Take whose text it is, or the text: "The ministry's answer, in full:", "From the log of the tug:"."""
    cues = default_cues()
    words = tree.tokens[first:stop]
    for word in words:
        owner = giver(tree, word.i) if word.lemma in cues.media else None
        if owner is not None:
            return mention_span(tree, owner), None
    if words and words[0].text == "From" and words[-1].text == ":":
        named = tree.child(words[0].i, "pobj")
        return (mention_span(tree, named.i), None) if named else None
    return None


def _signature(document: Document, line: Line) -> Span:
    """Return the words of a signature behind its dash, up to the first comma."""
    text = document.text
    start = past_dash(text, line.words.start, line.words.end)
    end = next((i for i in range(start, line.words.end) if text[i] in ",("), line.words.end)
    return Span(start, end)
