"""Speakers that a pronoun recalls: the last one that fits it."""

from __future__ import annotations

from dataclasses import replace
from heapq import merge
from itertools import takewhile

from claimcheck.extract.speakers.called import called_in_text
from claimcheck.extract.speakers.gender import MEN, WOMEN, Gender, of_name, of_noun, of_pronoun
from claimcheck.extract.speakers.named import INDIVIDUALS, Speaker
from claimcheck.extract.speakers.referents import Referent, asked_about, gender_of, is_person, referents
from claimcheck.extract.speakers.scene import UNNAMED, Mention, Scene, Turn
from claimcheck.extract.speakers.words import roles
from claimcheck.extract.tree import Tree
from claimcheck.model import Span

_RECALLED = 200
"""Turns that a pronoun can reach back."""
_PERSON = MEN | WOMEN
_THING = frozenset({"it", "its"})
_MANY = frozenset({"they", "their", "them"})
_NO_ONE = frozenset({"no", "each", "every", "any", "some", "neither"})
_AGENTS = ("er", "or", "ist", "ian", "ant", "man", "woman")
_WHERE = frozenset({"in", "near", "outside", "at"})
_SELF = frozenset({"i", "we", "me", "us", "my", "our"})


def pronoun(mention: Mention, scene: Scene) -> Speaker | None:
    """Return whom a pronoun means: who spoke or is named last, or the noun phrase nearest before it that fits."""
    word = mention.key
    if word in _SELF:
        return _self(mention, scene)
    if word not in _PERSON | _THING | _MANY:
        return None
    speaker = _recalled(word, mention, scene) or _uncertain(word, mention, scene)
    name = speaker and (speaker.person or speaker.source.name)
    return replace(speaker, step=f"“{mention.text}” is the last who fits: {name}") if speaker else None


def thing_before(mention: Mention, scene: Scene) -> str | None:
    """Return the words for the thing that "its" goes back to, where nobody who speaks is as near: "the ferry"."""
    for referent in referents(mention, scene):
        head, tree = referent.mention.head, referent.mention.tree
        if not referent.is_subject or referent.is_joined or not head or not tree or is_person(referent.mention, scene):
            continue
        if head.tag == "NNP" or _is_institution(referent.mention, scene):
            return None
        if head.tag == "NN" and not roles().can_speak(head.lemma) and not _is_of_something(tree, head.i):
            compounds = [word.text for word in tree.children(head.i, "compound") if word.pos == "NOUN"]
            return " ".join(("the", *compounds, head.text.lower()))
    return None


def _is_of_something(tree: Tree, i: int) -> bool:
    """Return whether a noun is one of something: "the lack of doctors" owns no doctors."""
    return any(child.lemma == "of" for child in tree.children(i, "prep"))


def _recalled(word: str, mention: Mention, scene: Scene) -> Speaker | None:
    """Return the last speaker or named subject that fits; a phrase, where it is nearer or of the right gender."""
    known = _known(word, mention, scene)
    phrase = _phrase(word, mention, scene, known)
    return scene.resolve(phrase.mention, scene) if phrase else (known[1] if known else None)


def _known(word: str, mention: Mention, scene: Scene) -> tuple[Span, Speaker] | None:
    """Return the last speaker, or the last subject that is named, before a pronoun that it fits.

    Of whoever is told of and whoever tells it in one sentence it is the teller: "Peskov denied that Putin would come.
    'No visit is planned,' he said."
    """
    people = roles().people
    spoken = [
        t
        for t in scene.turns[-_RECALLED:]
        if t.speaker.source.kind != UNNAMED
        or (t.head in people and (word in _MANY or not _are_many(t, scene)))
        or (word in _THING and _is_body(t, scene))
    ]
    turns = sorted(((t.span, t.speaker) for t in spoken), key=_position, reverse=True)
    named = ((n.span, n.speaker) for n in reversed(scene.named.subjects))
    found = merge(turns, named, key=_position, reverse=True)
    bodies = {t.speaker.source for t in spoken if t.speaker.source.kind == UNNAMED} if word in _THING else set()
    asked = asked_about(mention)
    before = (f for f in found if f[0].end <= mention.span.start and not (asked and asked.overlaps(f[0])))
    fitting = (f for f in before if f[1].source in bodies or _fits(word, f[1]))
    agreeing = (f for f in fitting if _agrees(word, f[1], scene))
    last = next(agreeing, None)
    if last is None or not scene.told.containing(last[0]):
        return last
    return next((f for f in takewhile(lambda f: _in_one_sentence(f[0], last[0], scene), agreeing) if f in turns), last)


def _is_body(turn: Turn, scene: Scene) -> bool:
    """Return whether an unnamed speaker is one, and no person: "the prefecture", "the army's media wing"."""
    if turn.speaker.members or roles().is_person(turn.head) or of_noun([turn.head]) is not None:
        return False
    tree = scene.document.tree_at(turn.span)
    words = [tree.tokens[i] for i in tree.within(turn.span)] if tree else []
    return any(word.lemma == turn.head and word.tag == "NN" and not _is_doer(word.lemma) for word in words)


def _is_doer(noun: str) -> bool:
    """Return whether a noun looks like one for somebody who does something, and for no enterprise: not "operator"."""
    return noun.endswith(_AGENTS) and noun not in roles().enterprises | roles().bodies


def _are_many(turn: Turn, scene: Scene) -> bool:
    tree = scene.document.tree_at(turn.span)
    words = [tree.tokens[i] for i in tree.within(turn.span)] if tree else []
    return any(word.lemma == turn.head and word.tag in ("NNS", "NNPS") for word in words)


def _in_one_sentence(a: Span, b: Span, scene: Scene) -> bool:
    tree = scene.document.tree_at(a)
    tokens = tree.within(a) if tree else ()
    if not tree or not tokens:
        return False
    first, last = tree.sentence(tokens[0])
    return tree.tokens[first].start <= b.start < tree.tokens[last - 1].end


def _phrase(word: str, mention: Mention, scene: Scene, known: tuple[Span, Speaker] | None) -> Referent | None:
    """Return the noun phrase that a pronoun means rather than `known`: in a later sentence, or of the right gender."""
    fitting = [r for r in referents(mention, scene) if _may_be(word, r, scene)]
    if word in _PERSON and (known or _uncertain(word, mention, scene)):
        fitting = [r for r in fitting if not scene.told.containing(r.mention.span)]
    first = next((r for r in fitting if r.is_subject), None) or (None if known else next(iter(fitting), None))
    if not first:
        return None
    alike = [r for r in fitting if r.is_subject and r.back == first.back and gender_of(r.mention, scene) is not None]
    chosen = next(iter(alike), first) if word in _PERSON else first
    if not known or chosen.mention.tree is None or chosen.mention.head is None:
        return chosen
    begin, _ = chosen.mention.tree.sentence(chosen.mention.head.i)
    later = known[0].start < chosen.mention.tree.tokens[begin].start
    return chosen if later or (alike and word in _PERSON and not _gender(known[1], scene)) else None


def _may_be(word: str, referent: Referent, scene: Scene) -> bool:
    """Return whether a noun phrase can be meant by a pronoun."""
    mention = referent.mention
    head = mention.head
    if not head or mention.words[0].lemma in _NO_ONE:
        return False
    if word in _PERSON:
        alike = gender_of(mention, scene) in (None, of_pronoun(word))
        return alike and not referent.joint and is_person(mention, scene) and not _is_where(referent, scene)
    if word in _MANY:
        several = head.tag in ("NNS", "NNPS") and (roles().can_speak(head.lemma) or of_noun([head.lemma]) is not None)
        return several or referent.joint or (head.lemma in roles().institutions and mention.is_singular)
    single = head.tag in ("NN", "NNP") or head.text.casefold() == head.lemma
    return single and not referent.is_joined and _is_institution(mention, scene)


def _is_where(referent: Referent, scene: Scene) -> bool:
    """Return whether a name that the parse takes for a person's says where: "outside his home in Kilimani"."""
    tree, head = referent.mention.tree, referent.mention.head
    if not tree or not head or head.dep != "pobj" or gender_of(referent.mention, scene) is not None:
        return False
    return tree.tokens[head.head].lemma in _WHERE and len(referent.mention.words) == 1


def _is_institution(mention: Mention, scene: Scene) -> bool:
    """Return whether a phrase is a noun or a name for what may speak and is no person."""
    head, known = mention.head, roles()
    if not head:
        return False
    if any(head.lemma in group for group in (known.institutions, known.texts, known.documents, known.seats)):
        return True
    named = scene.named.at(head.start)
    return named is not None and not named.is_person


def _uncertain(word: str, mention: Mention, scene: Scene) -> Speaker | None:
    """Return the last speaker whose name could be a person's or an institution's: "Holm", "Osprey Baltic"."""
    if word in _MANY:
        return None
    turns = [t for t in scene.turns[-_RECALLED:] if t.span.end <= mention.span.start and not t.speaker.members]
    for turn in reversed(turns):
        source = turn.speaker.source
        unknown = source.kind == "organisation" and not scene.knowledge.registry.get(source.id)
        if unknown and not _gender(turn.speaker, scene):
            return turn.speaker
    return None


def _gender(speaker: Speaker, scene: Scene) -> Gender | None:
    """Return what the article says of a speaker: by a noun, a pronoun before, or the name."""
    name = speaker.name
    beside = (n.titles for n in scene.named.persons_by_name.get(name, ()))
    nouns = of_noun(title for titles in beside for title in titles)
    called = (of_pronoun(t.head) for t in scene.turns[-_RECALLED:] if t.speaker.source.id == speaker.source.id)
    return nouns or next(filter(None, called), None) or of_name(name) or called_in_text(name, scene)


def _self(mention: Mention, scene: Scene) -> Speaker:
    """Return who says "I": inside a quotation the last speaker, else the author."""
    last = scene.turns[-1].speaker if scene.turns and _in_quotation(mention, scene) else scene.outlet
    return replace(last, step=f"“{mention.text}” is whoever speaks: {last.person or last.source.name}")


def _in_quotation(mention: Mention, scene: Scene) -> bool:
    """Return whether a quotation mark is open where a mention stands, as far as its passage shows."""
    if not mention.tree:
        return False
    start = mention.tree.parse.passage.start
    before = scene.document.text[start : mention.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _agrees(word: str, speaker: Speaker, scene: Scene) -> bool:
    """Return whether the article does not call "she" whom the word calls "he", nor the other way round."""
    wanted = of_pronoun(word)
    return wanted is None or _gender(speaker, scene) in (None, wanted)


def _position(found: tuple[Span, Speaker]) -> int:
    return found[0].start


def _fits(word: str, speaker: Speaker) -> bool:
    kind = speaker.source.kind
    if word in _PERSON:
        return not speaker.members and (speaker.person is not None or kind in (*INDIVIDUALS, UNNAMED))
    if word in _THING:
        return kind not in (*INDIVIDUALS, UNNAMED)
    return kind not in INDIVIDUALS or bool(speaker.members)
