"""A mail to be sent from one's own mail program: opened as a draft (X-Unsent), with the files it carries."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from koordinator.documents.plain import one_line, plain
from koordinator.domain.email_address import is_email

# The same content gives the same bytes; an equals sign with an underscore stands in no encoded part.
_BOUNDARY: Final = "=_koordinator"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with the mail."""

    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class MailDraft:
    """Whoever has no usable address is left out. `method` is the calendar file's, empty where it asks nobody."""

    to: tuple[str, ...]
    subject: str
    body: str
    calendar: Attached
    method: str
    letters: tuple[Attached, ...] = ()


def draft_file(draft: MailDraft) -> bytes:
    """The draft as the bytes of an .eml file: no sender and no date, those are the mail program's."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["To"] = ", ".join(filter(is_email, draft.to))
    message["Subject"] = one_line(draft.subject)
    message.set_content(plain(draft.body) + "\n", cte="quoted-printable")
    method = {"method": draft.method} if draft.method else {}
    message.add_attachment(
        draft.calendar.content.decode(),
        subtype="calendar",
        charset="utf-8",
        cte="base64",
        filename=draft.calendar.file_name,
        params=method,
    )
    for letter in draft.letters:
        message.add_attachment(letter.content, maintype="application", subtype="pdf", filename=letter.file_name)
    message.set_boundary(_BOUNDARY)
    return message.as_bytes()
