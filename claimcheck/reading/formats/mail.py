"""A mail as a press release: who sent it is the outlet, its subject the title, its date that of publication.

"Press Office" names nobody: then the outlet is who the subject says that the statement is by, or the sender's domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr

from claimcheck.errors import InputError
from claimcheck.model import Notice
from claimcheck.reading.dates import iso_date
from claimcheck.reading.decode import decode
from claimcheck.reading.entry import Place, Text, Texts, noticed
from claimcheck.reading.formats.markup import plain

_OFFICE = re.compile(
    r"(?:the )?(?:press|media|communications?|news|information|public (?:affairs|relations|information)|spokes\w+)"
    r"(?:'?s)?(?: (?:office|service|team|department|desk|room|relations|release|contact|centre|center))?"
    r"|newsroom|info|no-?reply",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?i:statement|release|communiqu[eé]) (?:by|from|of) (?:the )?([A-Z].{1,60}?)"
    r"(?= (?:on|about|regarding|after|following|to|in)\b|[:,–—-]|$)"
)


def texts(raw: bytes, file: str) -> Texts:
    """Return the text of a mail, its plain form where it has one, else its HTML as text.

    Errors: `InputError` for what is no mail, or one without text.
    """
    mail = message_from_bytes(raw, policy=default)
    if not any(name in mail for name in ("From", "Subject", "Date")):
        raise InputError(f"{file} is not a mail: it says neither who sent it nor about what", "save its text as .txt")
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise InputError(f"{file} is a mail without text", "save what is attached to it and read that")
    decoded = decode(_words(body), file)
    text = plain(decoded.text) if body.get_content_type() == "text/html" else decoded.text
    if not text.strip():
        raise InputError(f"{file} is a mail without text", "save what is attached to it and read that")
    subject = " ".join(str(mail.get("Subject", "")).split())
    values = {
        "outlet": _sender(*parseaddr(str(mail.get("From", ""))), subject),
        "title": subject,
        "published": _date(mail),
    }
    shown = Text(Place(file), text, {key: value for key, value in values.items() if value})
    return Texts((shown,), (*decoded.notices, *_attached(mail, file)))


def _sender(name: str, address: str, subject: str) -> str:
    """Return who a mail is from: the name of its sender, unless that is any press office's."""
    if not name or not _OFFICE.fullmatch(name):
        return name or address
    by = _BY.search(subject)
    domain = address.rpartition("@")[2]
    return by[1] if by else f"{name} ({domain})" if domain else name


def _words(body: MIMEPart) -> bytes:
    """Return the bytes of a part as UTF-8 where its encoding is known and right, else as they are."""
    payload = body.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        return raw.decode(body.get_content_charset("utf-8")).encode()
    except (UnicodeError, LookupError):
        return raw


def _date(mail: EmailMessage) -> str:
    """Return the date of a mail in our form where it is one, else as it stands, for a notice."""
    given = " ".join(str(mail.get("Date", "")).split())
    return iso_date(given) or given


def _attached(mail: EmailMessage, file: str) -> Iterator[Notice]:
    names = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    if names:
        yield noticed(file, f"left out what is attached: {', '.join(names[:5])}{', ...' if len(names) > 5 else ''}")
