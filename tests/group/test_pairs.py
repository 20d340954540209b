from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from handmade import claim, fact, material, narrated, quoted

from claimcheck.group import Pairs, group_origins, pairs_worth_judging
from claimcheck.model import Claim, ComparisonKind, Incident, Kind, Source, Stance
from claimcheck.settings import GroupingSettings, PairingSettings

KILLED = fact("status", "killed", "kill", "kill")
NINE = fact("how_many", "nine", 9.0, "kill")
TEN = fact("how_many", "ten", 10.0, "kill")
FLED = fact("status", "fled", "flee", "flee")
RAID = "the raid on the covered market killed nine"


def pairs(*claims: Claim, budget: int = 2000, days: dict[str, str] | None = None) -> Pairs:
    found = material(claims, days=days)
    members = tuple(telling.proposition.id for telling in found.tellings)
    incident = Incident("i1", Kind.EVENT, "A raid", members)
    return pairs_worth_judging(found, (incident,), group_origins(found, GroupingSettings()), PairingSettings(budget))


def nine(source: str = "A", **more: Any) -> Claim:
    return claim("it killed nine", source, [KILLED], **more)


def ten(source: str = "B", article: str = "a1", **more: Any) -> Claim:
    return claim("ten were killed", source, [KILLED], at=50, article=article, **more)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (nine(), ten(), ComparisonKind.CROSS_SOURCE),
        (nine(), ten("A", "a2"), ComparisonKind.SAME_SOURCE),
        (nine(), ten("A", "a3"), ComparisonKind.UPDATE),
        (narrated("it killed nine", [KILLED]), ten(), ComparisonKind.OUTLET_VS_SOURCE),
        (narrated("it killed nine", [KILLED]), ten("B", "a2"), ComparisonKind.CROSS_SOURCE),
        (nine(), nine("B", at=50, stance=Stance.DENY), ComparisonKind.CROSS_SOURCE),
        (nine(), ten("A"), None),
        (nine(), claim("they fled", "B", [FLED], at=50), None),
        (nine(), ten(stance=Stance.REFUSE), None),
        (nine(), ten(stance=Stance.ATTITUDE), None),
        (
            claim(RAID, "A", [KILLED, NINE]),
            claim(RAID, "B", [KILLED, NINE], article="a2"),
            ComparisonKind.SAME_SOURCE,
        ),
    ],
)
def test_kinds(a: Claim, b: Claim, kind: ComparisonKind | None) -> None:
    found = pairs(a, b, days={"a3": "2024-03-07"}).pairs
    assert [pair.kind for pair in found] == ([kind] if kind else [])


def test_a_source_that_puts_out_two_texts_on_one_day_speaks_twice() -> None:
    first, second = (
        replace(narrated(text, [KILLED], article=article), source=Source("army", "Army", "army"))
        for text, article in (("it killed nine", "a1"), ("ten were killed", "a2"))
    )
    times = {"a1": "2024-03-06T09:00", "a2": "2024-03-06T20:00"}
    assert [pair.kind for pair in pairs(first, second, days=times).pairs] == [ComparisonKind.UPDATE]
    assert [pair.kind for pair in pairs(first, second).pairs] == [ComparisonKind.SAME_SOURCE]


def test_an_outlet_is_no_account_beside_a_source_that_it_quotes() -> None:
    own, told = narrated("it killed nine", [KILLED]), ten()
    elsewhere = claim("eleven were killed", "B", [KILLED], at=50, article="a2")
    kinds = {pair.kind for pair in pairs(own, told, elsewhere).pairs if own in (pair.a.claim, pair.b.claim)}
    assert kinds == {ComparisonKind.OUTLET_VS_SOURCE}


def test_copies_make_one_pair_and_repeat_it() -> None:
    copies = [claim(RAID, "A", [KILLED, NINE], article=f"a{n}") for n in range(4)]
    first, *others = pairs(*copies, claim("ten were killed there", "B", [KILLED, TEN], article="b1")).pairs
    assert ({first.a.claim.id, first.b.claim.id}, first.repeats) == ({"a0-0", "b1-0"}, False)
    assert [(pair.a.claim.id, pair.repeats) for pair in others[:3]] == [(f"a{n}-0", True) for n in (1, 2, 3)]
    assert [(pair.kind, pair.repeats) for pair in others[3:]] == [(ComparisonKind.SAME_SOURCE, True)] * 6


@pytest.mark.parametrize(("budget", "repeated"), [(1, 0), (2, 1), (4, 3), (20, 9)])
def test_copies_have_what_is_left_of_the_budget(budget: int, repeated: int) -> None:
    copies = [claim(RAID, "A", [KILLED, NINE], article=f"a{n}") for n in range(4)]
    found = pairs(*copies, claim("ten were killed there", "B", [KILLED, TEN], article="b1"), budget=budget)
    assert [pair.repeats for pair in found.pairs] == [False, *[True] * repeated]
    assert found.notices == ()


def test_the_quotation_stands_for_its_paraphrase() -> None:
    order = "we told every unit to hold its fire until the talks are over"
    told, said = claim(order[8:], "A", [KILLED], at=0), quoted(order, "A", [KILLED], at=90)
    pair = next(p for p in pairs(told, said, claim("ten were killed", "B", [KILLED], article="b1")).pairs)
    assert not pair.repeats
    assert said.id in (pair.a.claim.id, pair.b.claim.id)


def test_a_copy_with_a_fact_of_its_own_still_counts() -> None:
    told = claim(RAID, "A", [KILLED, NINE])
    longer = claim(RAID + " there", "A", [KILLED, NINE, fact("where", "there", "Homs", "kill")], article="a2")
    found = pairs(told, longer, claim("ten were killed there", "B", [KILLED, TEN], article="b1")).pairs
    assert len(found) == 2


def test_only_what_bears_on_the_other_is_in_a_pair() -> None:
    text = "nine were killed and the men fled"
    first = claim(text, "A", [KILLED])
    second = replace(claim(text, "A", [FLED]).propositions[0], id="a1-0.2")
    both = replace(first, propositions=(*first.propositions, second))
    [pair] = pairs(both, claim("ten were killed", "B", [KILLED], at=90)).pairs
    assert [p.id for p in pair.a.propositions] == ["a1-0.1"]


def test_a_budget_cuts_what_shares_least_and_says_so() -> None:
    claims = [claim(f"source {n} counts {n + 20} killed", f"S{n}", [KILLED], at=n * 90) for n in range(5)]
    best = [claim(f"they say {n} were killed", f"T{n}", [KILLED, NINE], at=900 + n * 90) for n in range(2)]
    found = pairs(*claims, *best, budget=1)
    assert [{pair.a.claim.source.name, pair.b.claim.source.name} for pair in found.pairs] == [{"T0", "T1"}]
    [notice] = found.notices
    assert (notice.stage, "A raid" in notice.message, "1 pair" in notice.message) == ("pairs", True, True)


def test_sides_are_in_the_order_of_their_ids() -> None:
    claims = [claim(f"source {n} counts {n + 20} killed", f"S{n}", [KILLED], at=n * 90) for n in (3, 0, 2, 1)]
    assert all(pair.a.claim.id < pair.b.claim.id for pair in pairs(*claims).pairs)
