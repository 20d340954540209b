"""Propositions into origins (one voice each), incidents (one matter each) and pairs worth judging."""

from claimcheck.group.incidents import group_incidents
from claimcheck.group.material import Material
from claimcheck.group.origins import group_origins
from claimcheck.group.pairs import Pairs, pairs_worth_judging
from claimcheck.group.remembered import Grouped, grouped

__all__ = ["Grouped", "Material", "Pairs", "group_incidents", "group_origins", "grouped", "pairs_worth_judging"]
