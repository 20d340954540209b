"""How opinions become one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from accounts import act, claim, fact, pair
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judge import Judge, decide, rule_judges, strength, verdict
from claimcheck.judge.decide import pooled
from claimcheck.knowledge import default_knowledge
from claimcheck.model import (
    Aspect,
    Bound,
    Claim,
    Fact,
    Kind,
    Opinion,
    Pair,
    Polarity,
    Relation,
    Span,
    Stance,
    Strength,
)
from claimcheck.settings import JudgingSettings

SETTINGS = JudgingSettings()
EVEN = JudgingSettings(
    facts_conflict_weight=1.0,
    facts_agree_weight=1.0,
    facts_compatible_weight=1.0,
    wording_weight=1.0,
    entailment_weight=1.0,
)
"""Every judge weighs the same."""
DECIDED = [relation for relation in Relation if relation != Relation.UNDECIDED]
opinions = st.builds(Opinion, st.sampled_from(["facts", "entailment"]), st.sampled_from(Relation), st.floats(0, 1))


def saying(relation: Relation, confidence: float, judge: str = "facts") -> Opinion:
    return Opinion(judge, relation, confidence, f"{judge} says so")


@pytest.mark.parametrize("relation", DECIDED)
def test_a_judge_alone_is_followed(relation: Relation) -> None:
    decided = verdict([saying(relation, 0.8)], EVEN)
    assert decided.relation == relation
    assert decided.confidence == pytest.approx(0.8)


def test_judges_of_one_mind_gain_and_disagreement_costs() -> None:
    alone = verdict([saying(Relation.AGREE, 0.8)], SETTINGS)
    both = verdict([saying(Relation.AGREE, 0.8), saying(Relation.AGREE, 0.8, "entailment")], SETTINGS)
    apart = verdict([saying(Relation.AGREE, 0.8), saying(Relation.CONFLICT, 0.7, "entailment")], SETTINGS)
    assert both.confidence > alone.confidence > apart.confidence
    assert apart.relation == "agree"
    assert "entailment sees it as conflict" in apart.reason


def test_who_has_nothing_to_go_by_does_not_count() -> None:
    silent = saying(Relation.UNDECIDED, 0.0)
    assert verdict([silent, saying(Relation.CONFLICT, 0.7, "entailment")], SETTINGS).relation == "conflict"
    assert verdict([silent], SETTINGS).relation == "undecided"
    assert verdict([], SETTINGS).relation == "undecided"


def test_judges_who_are_equally_sure_of_opposites_leave_it_undecided_where_settings_say_so() -> None:
    given_ = [saying(Relation.AGREE, 0.8), saying(Relation.CONFLICT, 0.8, "entailment")]
    decided = verdict(given_, replace(EVEN, undecided=0.6))
    assert decided.relation == "undecided"
    assert [opinion.judge for opinion in decided.opinions] == ["facts", "entailment"]


def test_what_excludes_weighs_more_than_what_is_alike() -> None:
    conflict, agree = (verdict([saying(relation, 0.7)], SETTINGS) for relation in (Relation.CONFLICT, Relation.AGREE))
    assert conflict.confidence > agree.confidence


@pytest.mark.parametrize(("confidence", "asked"), [(0.95, False), (0.5, True)])
def test_judges_in_doubt_are_asked_where_the_others_are_not_clear(confidence: float, asked: bool) -> None:
    seen: list[Pair] = []

    def sure(pairs: Sequence[Pair]) -> list[Opinion]:
        return [saying(Relation.COMPATIBLE, confidence) for _ in pairs]

    def second(pairs: Sequence[Pair]) -> list[Opinion]:
        seen.extend(pairs)
        return [saying(Relation.CONFLICT, 0.99, "entailment") for _ in pairs]

    one = pair(claim("a", act("kill")), claim("b", act("kill")))
    (decided,) = decide([one], [sure], EVEN, [second])
    assert bool(seen) is asked
    assert [opinion.judge for opinion in decided.verdict.opinions] == ["facts", *["entailment"] * asked]
    assert decided.verdict.relation == ("conflict" if asked else "compatible")


@given(st.lists(opinions, max_size=4))
def test_confidence_is_a_share(given_: list[Opinion]) -> None:
    decided = verdict(given_, SETTINGS)
    assert 0 <= decided.confidence <= 1
    deciding = [opinion for opinion in given_ if opinion.relation in DECIDED]
    assert sum(pooled(deciding, SETTINGS).values()) == pytest.approx(1.0)


@given(st.lists(opinions, max_size=4))
def test_the_order_of_opinions_does_not_matter(given_: list[Opinion]) -> None:
    forth, back = verdict(given_, SETTINGS), verdict(given_[::-1], SETTINGS)
    assert (forth.relation, forth.confidence) == (back.relation, back.confidence)


@pytest.mark.parametrize(("confidence", "word"), [(0.95, "clear"), (0.7, "likely"), (0.2, "weak")])
def test_strength(confidence: float, word: str) -> None:
    assert strength(confidence, SETTINGS) == Strength(word)


facts_drawn = st.one_of(
    st.builds(
        lambda n, op: fact("how_many", f"{op} {n}"),
        st.integers(0, 200),
        st.sampled_from(["=", ">=", "<=", "~", ">", "<"]),
    ),
    st.builds(lambda w: fact("how", w), st.sampled_from(["in the air", "with a car bomb", "by mistake", "on purpose"])),
    st.builds(lambda w: fact("by_whom", w, w.lower()), st.sampled_from(["IDF", "Hezbollah", "gunmen", "Israel"])),
    st.builds(lambda w: fact("when", w, w), st.sampled_from(["2018-12-08", "2018-12", "2018-12-07"])),
    st.builds(lambda w: fact("where", w, w), st.sampled_from(["Aleppo", "Syria", "Lebanon", "a village"])),
    st.builds(lambda w: fact("to_whom", w, w), st.sampled_from(["farmer", "militant", "wedding"])),
)


@st.composite
def claims(draw: st.DrawFn, id_: str) -> Claim:
    return claim(
        id_,
        act(draw(st.sampled_from(["kill", "attack", "shoot", "meet"]))),
        *draw(st.lists(facts_drawn, max_size=4)),
        stance=draw(st.sampled_from(Stance)),
        polarity=draw(st.sampled_from(Polarity)),
        kind=draw(st.sampled_from(Kind)),
    )


def judged(one: Pair, given_: Sequence[Judge] = rule_judges(default_knowledge())) -> tuple[str, float]:
    decided = decide([one], given_, SETTINGS)[0].verdict
    return decided.relation, decided.confidence


@given(claims("a"), claims("b"))
def test_swapping_the_sides_changes_nothing(a: Claim, b: Claim) -> None:
    assert decide([pair(a, b)], rule_judges(default_knowledge()), SETTINGS) == decide(
        [pair(b, a)], rule_judges(default_knowledge()), SETTINGS
    )


@given(st.data())
def test_the_names_of_the_claims_change_nothing(data: st.DataObject) -> None:
    """The relation is the same whichever claim has the lesser id."""
    a, b = data.draw(claims("a")), data.draw(claims("b"))
    assert judged(pair(a, b)) == judged(pair(_named(a, "b"), _named(b, "a")))


def _named(one: Claim, id_: str) -> Claim:
    p = one.propositions[0]
    return claim(id_, *p.facts, stance=one.stance, polarity=p.polarity, kind=p.kind)


@given(st.integers(1, 500), st.integers(1, 500))
def test_another_exact_number_turns_agreement_into_conflict(x: int, y: int) -> None:
    a, same, other = (claim(name, act("kill"), fact("how_many", str(n))) for name, n in (("a", x), ("b", x), ("c", y)))
    assert judged(pair(a, same))[0] == "agree"
    if x != y:
        compared = decide([pair(a, other)], rule_judges(default_knowledge()), SETTINGS)[0].verdict
        assert compared.relation == "conflict"
        assert [v.aspect for v in compared.aspects if v.relation == "conflict"] == [Aspect.HOW_MANY]


@given(st.integers(1, 500), st.sampled_from(["stance", "polarity"]))
def test_a_denial_turns_agreement_into_conflict(n: int, turned: str) -> None:
    changed = {"stance": "deny"} if turned == "stance" else {"polarity": "negative"}
    words = (act("kill"), fact("how_many", str(n)))
    assert judged(pair(claim("a", *words), claim("b", *words)))[0] == "agree"
    assert judged(pair(claim("a", *words), claim("b", *words, **changed)))[0] == "conflict"  # type: ignore[arg-type]


def test_comparisons_have_stable_ids_and_an_order() -> None:
    pairs = [
        pair(claim("b", act("kill")), claim("a", act("kill"))),
        pair(claim("c", act("kill")), claim("a", act("kill"))),
    ]
    found = decide(pairs, rule_judges(default_knowledge()), SETTINGS)
    assert found == decide(pairs[::-1], rule_judges(default_knowledge()), SETTINGS)
    assert [(c.a, c.b) for c in sorted(found, key=lambda c: c.b)] == [("a", "b"), ("a", "c")]
    assert [c.id for c in found] == sorted(c.id for c in found)


any_fact = st.builds(
    lambda aspect, text, value, of, op: Fact(aspect, text, Span(0, len(text)), value, op, None, of),
    st.sampled_from(Aspect),
    st.text(max_size=20),
    st.one_of(st.none(), st.floats(), st.text(max_size=12)),
    st.one_of(st.none(), st.sampled_from(["kill", "say", ""])),
    st.sampled_from(Bound),
)


@given(st.lists(any_fact, max_size=4), st.lists(any_fact, max_size=4))
def test_no_fact_is_too_odd_to_judge(first: list[Fact], second: list[Fact]) -> None:
    relation, confidence = judged(pair(claim("a", *first), claim("b", *second)))
    assert relation in set(Relation)
    assert 0 <= confidence <= 1
