"""A report arranged as a desk reads it: what the views draw and the editors' formats write.

Nothing here draws. Every text in these values is safe to show: see `visible`.
"""

from __future__ import annotations

from claimcheck.desk.accounts import Account
from claimcheck.desk.alone import Alone
from claimcheck.desk.arrange import (
    NOTHING_TO_COMPARE,
    Desk,
    Single,
    arrange,
    arrange_claims,
    notice_lines,
    sources_conflict,
)
from claimcheck.desk.heading import Heading, Key
from claimcheck.desk.incidents import Sheet
from claimcheck.desk.reasons import sentence, weighed
from claimcheck.desk.remarks import Remark
from claimcheck.desk.rows import Clash, Row
from claimcheck.desk.tellers import Teller, Told
from claimcheck.desk.timeline import Entry
from claimcheck.desk.visible import counted, safe_link, visible
from claimcheck.desk.why import Why
from claimcheck.desk.words import Form, Words

__all__ = [
    "NOTHING_TO_COMPARE",
    "Account",
    "Alone",
    "Clash",
    "Desk",
    "Entry",
    "Form",
    "Heading",
    "Key",
    "Remark",
    "Row",
    "Sheet",
    "Single",
    "Teller",
    "Told",
    "Why",
    "Words",
    "arrange",
    "arrange_claims",
    "counted",
    "notice_lines",
    "safe_link",
    "sentence",
    "sources_conflict",
    "visible",
    "weighed",
]
