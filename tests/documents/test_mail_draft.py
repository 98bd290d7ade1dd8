"""The draft as a mail program opens it: read back by Python's own mail library."""

import email
from dataclasses import replace
from email import policy
from email.message import EmailMessage

from koordinator.documents.mail_draft import Attached
from koordinator.documents.paper_maker import PdfPapers
from koordinator.domain.invitation_content import CalendarMethod, CalendarPerson, MailDraftContent
from koordinator.domain.paper import Reader
from koordinator.usecases.ports_meetings import PaperStyle
from tests.documents.compose.meetings import CALENDAR, TO_KIM
from tests.documents.press import PRESS
from tests.support.itip import checked_invitation
from tests.support.letter_texts import STANDARD

MAKER = PdfPapers(PRESS, STANDARD)
TO_ALL = MailDraftContent(CALENDAR.attendees, CALENDAR)


def read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def parts(message: EmailMessage) -> list[Attached]:
    attached = []
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        attached.append(Attached(part.get_filename() or "", content))
    return attached


def test_a_draft_to_all_has_neutral_words_and_the_calendar_file() -> None:
    made = MAKER.mail_draft(TO_ALL)
    message = read(made.content)
    (calendar,) = list(message.iter_attachments())
    body = message.get_body()
    assert body is not None

    assert made.file_name == "moede-2027-01-12.eml"
    assert message["X-Unsent"] == "1"
    assert message["To"] == "kim@sundby.example, karen@example.org"
    assert message["Subject"] == "Samarbejdsmøde 12. januar 2027"
    assert (message["From"], message["Date"]) == (None, None)
    assert calendar.get_content_type() == "text/calendar"
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert calendar.get_filename() == "moede-2027-01-12.ics"
    checked_invitation(parts(message)[0].content)
    assert "Lone" not in body.get_content() + parts(message)[0].content.decode()
    assert "for dig selv" not in body.get_content()


def test_the_letter_goes_along_to_one_who_may_have_it() -> None:
    one = MailDraftContent((CalendarPerson("kim@sundby.example"),), CALENDAR, TO_KIM)

    _calendar, letter = parts(read(MAKER.mail_draft(one).content))

    assert letter == Attached(
        "indkaldelse-2027-01-12.pdf", MAKER.invitation(TO_KIM, PaperStyle(Reader.PROFESSIONAL)).content
    )


def test_a_cancellation_says_so() -> None:
    off = replace(CALENDAR, method=CalendarMethod.CANCEL, sequence=2)
    message = read(MAKER.mail_draft(MailDraftContent(CALENDAR.attendees, off)).content)
    body = message.get_body()
    assert body is not None

    assert message["Subject"] == "Aflyst: Samarbejdsmøde 12. januar 2027"
    assert "Mødet er aflyst." in body.get_content()


def test_the_same_content_gives_the_same_bytes() -> None:
    assert MAKER.mail_draft(TO_ALL) == PdfPapers(PRESS, STANDARD).mail_draft(TO_ALL)
