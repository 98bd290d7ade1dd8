"""The minutes of a meeting: who does what first, then who was there, what was said, and the citizen's own answers."""

from datetime import date, datetime
from typing import Final

from koordinator.domain.content_parts import AppointmentContent, ContactCard
from koordinator.domain.meeting import InvitationAnswer, MeetingKind, NoteKind
from koordinator.domain.minutes_content import AttendeeContent
from koordinator.texts.formats import capitalised, clock, date_long
from koordinator.texts.meeting import ATTENDANCE as ATTENDANCE_WORDS
from koordinator.texts.meeting import EVALUATION_SCALE, NO_ANSWER, NOTE_KINDS, SAME_DIRECTION
from koordinator.texts.paper_common import SEPARATOR, at_clock, contact_kind_word, meeting_word, starts_to_ends
from koordinator.texts.paper_voice import Voice, call_name, stopped

TITLE: Final = "Referat"
PLACE: Final = "Sted"
HELD: Final = "Mødet varede"
CHAIR: Final = "Mødeleder"
MINUTE_TAKER: Final = "Referent"
WHO_DOES_WHAT: Final = "Hvem gør hvad"
NEW_GOALS: Final = "Nye mål"
SUMMARY: Final = "Kort sagt"
NEXT_MEETING: Final = "Næste møde: "
ATTENDANCE: Final = "Hvem var med"
NAME: Final = "Navn"
ASKED: Final = "Indkaldt"
ON_THE_DAY: Final = "På mødet"
NOBODY_LISTED: Final = "Der er ingen på listen."
CONTRIBUTIONS: Final = "Skriftlige bidrag"
SINCE_LAST: Final = "Siden sidst"
HOW_IT_WENT: Final = "Sådan gik det"
STILL_OPEN: Final = "går videre"
TALKED_ABOUT: Final = "Det talte vi om"
NO_NOTES: Final = "Der er ikke skrevet noget ned."
OTHER_NOTES: Final = "Andet"
NOT_ASKED: Final = "Der blev ikke spurgt på dette møde."
NO_NEXT_MEETING: Final = "Der er ikke aftalt et nyt møde endnu."
QUESTION: Final = "Spørgsmål"
ANSWER: Final = "Svar"

_ANSWERS: Final[dict[InvitationAnswer, str]] = {
    InvitationAnswer.NONE: "har ikke svaret",
    InvitationAnswer.YES: "sagde ja",
    InvitationAnswer.MAYBE: "sagde måske",
    InvitationAnswer.NO: "meldte afbud",
}


def kicker(kind: MeetingKind, appointment: AppointmentContent) -> str:
    """Samarbejdsmøde · tirsdag 12. januar 2027 kl. 13.00–14.30"""
    return SEPARATOR.join((capitalised(meeting_word(kind)), starts_to_ends(appointment)))


def version_text(number: int | None) -> str:
    """Referat, udkast; Referat; Rettet version 2"""
    if number is None:
        return f"{TITLE}, udkast"
    return TITLE if number == 1 else f"Rettet version {number}"


def corrected_label(number: int | None) -> str:
    """Rettet version 2: and then what was put right"""
    return f"{version_text(number)}: "


def running_head(day: date, name: str) -> str:
    """Referat 12. januar 2027 · Lone Bæk"""
    return f"{TITLE} {date_long(day)}{SEPARATOR}{name}"


def footer(coordinator: ContactCard | None) -> str:
    """Where to go with what is wrong."""
    whom = call_name(coordinator.name) if coordinator else "os"
    return f"Er der noget, der ikke passer, så sig det til {whom}. Så retter vi referatet."


def held(opened_at: datetime | None, closed_at: datetime | None) -> str:
    """kl. 13.05–14.22"""
    if opened_at is None:
        return ""
    return f"{at_clock(opened_at)}–{clock(closed_at)}" if closed_at else f"fra {at_clock(opened_at)}"


def person(attendee: AttendeeContent) -> str:
    """sygeplejerske, Sundhed"""
    role = attendee.role or contact_kind_word(attendee.contact_kind)
    return ", ".join(filter(None, (role, attendee.organisation)))


def asked(attendee: AttendeeContent) -> str:
    """Ja · meldte afbud: syg"""
    note = f": {attendee.answer_note}" if attendee.answer_note else ""
    if not attendee.invited and attendee.answer is InvitationAnswer.NONE:
        return "Nej"
    return f"{'Ja' if attendee.invited else 'Nej'}{SEPARATOR}{_ANSWERS[attendee.answer]}{note}"


def on_the_day(attendee: AttendeeContent) -> str:
    """Til stede, kom kl. 13.20, gik kl. 14.00"""
    parts = [ATTENDANCE_WORDS[attendee.attendance]]
    if attendee.arrived_clock:
        parts.append(f"kom {at_clock(attendee.arrived_clock)}")
    if attendee.left_clock:
        parts.append(f"gik {at_clock(attendee.left_clock)}")
    return ", ".join(parts)


def without_citizen(voice: Voice, reason: str) -> str:
    """Mødet blev holdt uden Lone. Grunden er: Lone var syg."""
    because = f" Grunden er: {stopped(reason)}" if reason else ""
    return f"Mødet blev holdt uden {voice.to_you}.{because}"


def said_by(voice: Voice, *, family: bool) -> str:
    """LONE SAGDE; of a family nobody knows which of them."""
    return "SAGT PÅ MØDET" if family else f"{voice.you} sagde".upper()


def note_label(kind: NoteKind) -> str:
    """Aftalt:"""
    return f"{NOTE_KINDS[kind]}: "


def evaluation_heading(voice: Voice) -> str:
    """Dit svar til sidst"""
    return f"{capitalised(voice.your_many)} svar til sidst"


def evaluation_questions(voice: Voice) -> tuple[str, str, str]:
    """The three questions at the end."""
    return (
        f"Blev {voice.you} hørt i dag?",
        f"Giver det, vi aftalte, mening for {voice.to_you}?",
        SAME_DIRECTION,
    )


def evaluation_answer(score: int | None) -> str:
    """Godt (3 af 4)"""
    return NO_ANSWER if score is None else f"{EVALUATION_SCALE[score]} ({score} af {len(EVALUATION_SCALE) - 1})"


def goes_on(when: str) -> str:
    """går videre, senest 27. november"""
    return f"{STILL_OPEN}, {when}"


def item(number: int, title: str) -> str:
    """3. Siden sidst; notes of no item stand under "Andet"."""
    return f"{number}. {title}" if title else OTHER_NOTES
