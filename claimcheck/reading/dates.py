"""When an article was published: ISO 8601 or the date of a mail header, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_EXTENDED = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]|$)")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")


def iso_date(text: str) -> str | None:
    """Return an ISO 8601 date or time: as given where it is one, else from the form of RFC 2822; none for others."""
    text = text.strip()
    try:
        if _MAIL.match(text):
            return parsedate_to_datetime(text).isoformat()
        moment = date.fromisoformat(text) if len(text) <= len("2018-12-08") else datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if _EXTENDED.match(text) else moment.isoformat()
