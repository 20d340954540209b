"""Reports within reports: which stay apart, which are relays, which are part of what was said.

"X said A, adding that B" are two reports side by side. In "X reported that Y said A", A came through X, and X's own
report is that Y said A: nothing more than passing it on, where X is a medium. A report anywhere else inside another's
content is part of that content.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.attributions.draft import Draft
from claimcheck.extract.attributions.empty import is_speaker
from claimcheck.extract.attributions.grammar import mention, speaking
from claimcheck.extract.cues import Cues
from claimcheck.extract.tree import Tree
from claimcheck.model import Span, Stance

_BREAKS = frozenset({",", "-", "–", "—", "--", ";", "(", "and", "but", "while", "also"})
_ADDING = frozenset({"add", "say", "claim", "cite", "note", "stress", "warn", "insist", "blame", "accuse", "describe"})
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_RELAYED = frozenset(
    {
        "clause_after",
        "trailing",
        "interposed",
        "following",
        "quote_after",
        "quote_before",
        "blame",
        "according_to",
        "deed",
    }
)
"""Rules that find speech, which can come through another: "X said that Y blamed Z"."""


def untangle(drafts: list[Draft], cues: Cues) -> list[Draft]:
    """Return the reports of one passage with each word in the content of one of them only."""
    kept = sorted(_cited(_first_of_cue(drafts), cues), key=lambda d: (-len(d.content), d.cue or -1))
    settled: list[Draft] = []
    passed_on: list[Draft] = []
    while kept:
        outer = kept.pop(0)
        content = set(outer.content)
        inner = [d for d in kept if d.cue in content]
        relayed = next((d for d in inner if _relays(outer, d, cues)), None)
        if relayed:
            kept[kept.index(relayed)] = replace(relayed, relays=(*outer.relays, *_through(outer), *relayed.relays))
            passed_on.append(_whole(outer, [d for d in inner if d is not relayed]))
            continue
        for draft in inner:
            if outer.content and _stands_apart(outer, draft):
                outer = replace(outer, content=_cut(outer, draft))
            else:
                kept.remove(draft)
        if outer.content and not any(_overlap(outer, other) for other in settled):
            settled.append(outer)
    return [*settled, *(d for d in passed_on if d.content)]


def _whole(outer: Draft, inner: list[Draft]) -> Draft:
    """Return a report of what another said, as far as it goes: somebody's own claim, unless a medium passes it on."""
    for draft in inner:
        if outer.content and _stands_apart(outer, draft):
            outer = replace(outer, content=_cut(outer, draft))
    return replace(outer, passes_on=True)


def _overlap(a: Draft, b: Draft) -> bool:
    """Whether two reports have mostly the same content, so that one cue too many was found for it."""
    return 2 * len(set(a.content).intersection(b.content)) > len(a.content)


def _first_of_cue(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those whose cue an earlier one has."""
    cues = [d.cue for d in drafts]
    return [d for n, d in enumerate(drafts) if d.cue is None or d.cue not in cues[:n]]


def _cited(drafts: list[Draft], cues: Cues) -> list[Draft]:
    """Return the drafts with whom they cite as their source: "The agency said six died, citing a doctor"."""
    kept = list(drafts)
    for draft in drafts:
        cited = _speaker_cited(draft, cues)
        head = next((d for d in kept if _cites(d, draft)), None) if cited is not None else None
        if head:
            relays = (*head.relays, *_through(head))
            content = _cut(head, draft)
            kept[kept.index(head)] = replace(head, cue=draft.cue, source=cited, relays=relays, content=content)
        if cited is not None:
            kept.remove(draft)  # whom somebody goes by is nothing said: "citing the inquiry, she declined to speak"
    return kept


def _cites(head: Draft, draft: Draft) -> bool:
    """Whether a participle of citing belongs to another report: it hangs on its cue, or stands in its content."""
    if head is draft or draft.cue is None or head.cue is None or head.stance is Stance.REFUSE:
        return False
    above = draft.tree.tokens[draft.cue].head
    return above == head.cue or draft.cue in head.content or above in head.content


def _speaker_cited(draft: Draft, cues: Cues) -> int | None:
    """Return who speaks in what a participle cites: a person, an organisation, whoever gave a statement."""
    if draft.cue is None or draft.tree.tokens[draft.cue].text.lower() not in ("citing", "quoting"):
        return None
    cited = draft.tree.child(draft.cue, "dobj")
    if cited is None:
        return None
    speaker = draft.tree.tokens[speaking(draft.tree, cited.i)]
    return speaker.i if is_speaker(speaker, cues) else None


def _through(outer: Draft) -> tuple[Span, ...]:
    return () if outer.source is None else (outer.tree.span(mention(outer.tree, outer.source)),)


def _relays(outer: Draft, inner: Draft, cues: Cues) -> bool:
    """Whether the content of a report is itself a report of speech: "X said that Y told Z that A"."""
    if not {outer.rule, inner.rule} <= _RELAYED or inner.cue is None or inner.source is None:
        return False
    tree = outer.tree
    speech = inner.rule == "according_to" or cues.stance(tree.tokens[inner.cue].lemma, "quote") is not None
    if outer.stance is not Stance.AFFIRM or not speech:
        return False
    covers = inner.rule == "according_to" and len(inner.content) * 2 > len(outer.content)
    return (covers or _top(tree, outer) == inner.cue) and tree.tokens[inner.source].pos != "PRON"


def _top(tree: Tree, draft: Draft) -> int | None:
    """Return the token of the content that hangs on nothing in it: the verb of its main clause."""
    content = set(draft.content)
    verbs = (tree.tokens[i] for i in draft.content if tree.tokens[i].pos in ("VERB", "AUX"))
    return next((verb.i for verb in verbs if verb.head not in content or verb.dep == "ROOT"), None)


def _stands_apart(outer: Draft, inner: Draft) -> bool:
    """Whether a report inside the content is the outlet's next word on the source: "..., adding that B"."""
    if inner.cue is None or inner.rule == "denied_before":
        return True
    tree, cue = outer.tree, outer.tree.tokens[inner.cue]
    if cue.tag == "VBG" and cue.dep in ("advcl", "conj", "dep", "acl") and inner.cue > outer.content[0]:
        return tree.tokens[inner.cue - 1].text in _BREAKS or (cue.lemma in _ADDING and outer.rule != "noun")
    if cue.dep == "advcl" and any(t.lemma in _CONTRASTS for t in tree.children(cue.i, "mark")):
        return True
    if cue.dep == "conj" and cue.head in (outer.cue, _top(tree, outer)):
        own = tree.child(cue.i, "nsubj") is not None and tree.child(cue.i, "mark") is None
        return own or cue.head == outer.cue or cue.lemma == "add" or _goes_on(outer, inner)
    return inner.rule.startswith("quote") or _is_fronted(outer, inner) or _is_aside(inner)


def _goes_on(outer: Draft, inner: Draft) -> bool:
    """Whether the speaker goes on, "said it was late and [accused the line of lying]"; who refuses does."""
    return (inner.source is not None and inner.source == outer.source) or inner.stance is Stance.REFUSE


def _is_aside(inner: Draft) -> bool:
    """Whether a report is a relative clause with a speaker of its own: "weapons which the union says are banned"."""
    if inner.cue is None or inner.source is None or inner.rule != "clause_after":
        return False
    tree = inner.tree
    return tree.tokens[inner.cue].dep == "relcl" and tree.tokens[inner.source].pos in ("NOUN", "PROPN")


def _is_fronted(outer: Draft, inner: Draft) -> bool:
    """Whether a report is in a phrase before the subject: "During the call that X said was short, ..."."""
    tree = outer.tree
    if inner.rule != "clause_after" or inner.cue is None:
        return False
    top = _top(tree, outer)
    return top is not None and inner.cue < top and tree.tokens[_branch(tree, top, inner.cue)].dep in ("prep", "advcl")


def _branch(tree: Tree, top: int, i: int) -> int:
    """Return the dependent of `top` that token `i` is below."""
    while tree.tokens[i].head not in (top, i):
        i = tree.tokens[i].head
    return i


def _cut(outer: Draft, inner: Draft) -> tuple[int, ...]:
    """Return the content of `outer` without the clause of `inner`."""
    tree = outer.tree
    if inner.cue is None:
        gone = set(inner.content)
    elif _is_fronted(outer, inner):
        top = _top(tree, outer)
        gone = set(tree.subtree(_branch(tree, top, inner.cue))) if top is not None else set()
    else:
        gone = {*tree.subtree(inner.cue), *inner.content}
    return tuple(i for i in outer.content if i not in gone)
