"""Points in time as texts give them, and which of two is known to be the earlier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a time as given, and the first and last instant that it may mean; a time without a zone is in UTC."""

    given: str
    first: datetime
    last: datetime

    @property
    def day(self) -> str:
        return self.given[:10]

    def before(self, other: Moment) -> bool:
        """Whether it is known to be earlier: a day says nothing of the times within it."""
        return self.last < other.first


def moment_of(given: str | None) -> Moment | None:
    """Return an ISO 8601 day or time as a moment; none for anything else."""
    text = (given or "").strip()
    try:
        if len(text) <= len("2018-12-08"):
            day = date.fromisoformat(text)
            return Moment(text, datetime.combine(day, time.min, UTC), datetime.combine(day, time.max, UTC))
        instant = datetime.fromisoformat(text)
        instant = instant.replace(tzinfo=instant.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(text, instant, instant)
