"""Incidents in which one source speaks."""

from __future__ import annotations

from claimcheck.errors import UsageError
from claimcheck.knowledge import Registry
from claimcheck.model import Report
from claimcheck.narrow.names import nearest, same_name


def speaking(report: Report, name: str, registry: Registry) -> frozenset[str]:
    """Return the ids of the incidents in which a source speaks, by an id or a name that the registry or the report has.

    Errors: `UsageError` where no source of the report is called so, with the names that are near.
    """
    match = registry.match(name)
    known = match.entry.id if match else name
    sources = {claim.source.id: claim.source.name for claim in report.claims}
    asked = {known} & sources.keys() or {id_ for id_, own in sources.items() if same_name(name, own, registry)}
    if not asked:
        raise UsageError(
            f"no source in what was read is called {name!r}", nearest(name, dict.fromkeys(sources.values()))
        )
    told = {p.id for claim in report.claims if claim.source.id in asked for p in claim.propositions}
    return frozenset(incident.id for incident in report.incidents if not told.isdisjoint(incident.propositions))
