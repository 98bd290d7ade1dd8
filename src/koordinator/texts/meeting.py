"""The meeting in Danish: its states, places and answers, the notes, the citizen's questions, what is missing."""

from collections.abc import Callable
from datetime import date, time
from typing import Final

from koordinator.domain.closing_check import Lack, Missing
from koordinator.domain.meeting import (
    AgendaKind,
    Attendance,
    InvitationAnswer,
    Meeting,
    MeetingKind,
    MeetingStatus,
    NoteKind,
    PlaceKind,
)
from koordinator.texts.formats import (
    capitalised,
    clock,
    count_of,
    ends_clock,
    first_name,
    quoted,
    weekday_date,
)

KINDS: Final[dict[MeetingKind, str]] = {
    MeetingKind.COORDINATION: "Samarbejdsmøde",
    MeetingKind.NETWORK: "Netværksmøde",
    MeetingKind.PREPARATORY_TALK: "Formøde",
}

STATUS: Final[dict[MeetingStatus, str]] = {
    MeetingStatus.PLANNED: "Planlagt",
    MeetingStatus.INVITED: "Indkaldt",
    MeetingStatus.RUNNING: "I gang",
    MeetingStatus.HELD: "Holdt",
    MeetingStatus.CANCELLED: "Aflyst",
}

PLACES: Final[dict[PlaceKind, str]] = {
    PlaceKind.HOME: "Hjemme",
    PlaceKind.TOWN_HALL: "På rådhuset",
    PlaceKind.ELSEWHERE: "Et andet sted",
    PlaceKind.VIDEO: "Videomøde",
    PlaceKind.TELEPHONE: "Telefonmøde",
}

_TOWN_HALL: Final = "rådhuset"

PLACE_HINTS: Final[dict[PlaceKind, str]] = {
    PlaceKind.HOME: "Adresse og etage, hvis de andre skal finde vej",
    PlaceKind.TOWN_HALL: "Lokale, for eksempel 2.14",
    PlaceKind.ELSEWHERE: "Hvor mødes vi?",
    PlaceKind.VIDEO: "Link til mødet",
    PlaceKind.TELEPHONE: "Hvem ringer til hvem, og på hvilket nummer?",
}

ANSWERS: Final[dict[InvitationAnswer, str]] = {
    InvitationAnswer.NONE: "Har ikke svaret",
    InvitationAnswer.YES: "Kommer",
    InvitationAnswer.MAYBE: "Kommer måske",
    InvitationAnswer.NO: "Afbud",
}

ATTENDANCE: Final[dict[Attendance, str]] = {
    Attendance.UNKNOWN: "Ikke noteret",
    Attendance.PRESENT: "Til stede",
    Attendance.ABSENT: "Ikke til stede",
    Attendance.WRITTEN: "Skriftligt bidrag",
}

NOTE_KINDS: Final[dict[NoteKind, str]] = {
    NoteKind.SAID: "Sagt",
    NoteKind.WISH: "Ønske",
    NoteKind.AGREED: "Aftalt",
    NoteKind.TO_DECIDE: "Skal afgøres",
}

NOTE_HINTS: Final[dict[NoteKind, str]] = {
    NoteKind.SAID: "Skriv det ordret, som det blev sagt",
    NoteKind.WISH: "Hvad ønsker du?",
    NoteKind.AGREED: "Hvem gør hvad, og hvornår?",
    NoteKind.TO_DECIDE: "Hvad kan mødet ikke selv bestemme?",
}

AGENDA_HINTS: Final[dict[AgendaKind, str]] = {
    AgendaKind.WELCOME: "Hvem er vi, og hvad skal vi nå?",
    AgendaKind.CITIZENS_WORDS: "Hvad er vigtigt for dig lige nu?",
    AgendaKind.SINCE_LAST: "Hvordan gik det med det, vi aftalte?",
    AgendaKind.EFFORTS: "Hvad sker der i hver indsats, kort fortalt?",
    AgendaKind.GOALS: "Hvad arbejder vi hen mod sammen?",
    AgendaKind.AGREEMENTS: "Hvem gør hvad, og hvornår?",
    AgendaKind.NEXT_MEETING: "Hvornår ses vi igen?",
    AgendaKind.OTHER: "",
}
"""What the room is asked under each item."""

HEARD: Final = "Blev du hørt i dag?"
MAKES_SENSE: Final = "Giver det, vi aftalte, mening for dig?"
SAME_DIRECTION: Final = "Trækker vi i samme retning?"

EVALUATION_SCALE: Final = ("Slet ikke", "Lidt", "Nogenlunde", "Godt", "Rigtig godt")
"""The words of 0, 1, 2, 3 and 4."""
NO_ANSWER: Final = "Intet svar"

PREPARATION_FIELDS: Final[dict[str, str]] = {
    "wants_to_discuss": "Det vil jeg tale om",
    "wants_present": "Dem vil jeg gerne have med",
    "wants_absent": "Dem vil jeg ikke have med",
    "place_wish": "Her vil jeg gerne mødes",
    "must_not_be_discussed": "Det skal vi ikke tale om",
}
"""The preparation with the citizen, in the order in which it is talked through."""

TWO_CANCELLED: Final = "De to seneste møder er aflyst. Tal med borgeren om, hvad der skal til, og vurdér trinnet igen."
ANOTHER_WAY: Final = "Det er ikke lykkedes tre gange. Hvad kan I gøre i stedet?"
PRIVATE_NOTE: Final = "Kun for dig. Vises ikke på storskærm og kommer ikke med i referatet."


def heading(kind: MeetingKind, subject_name: str) -> str:
    """Samarbejdsmøde · Lone Bæk"""
    return f"{KINDS[kind]} · {subject_name}"


def time_span(day: date, starts: time, minutes: int) -> str:
    """13.00-14.15; a meeting over midnight ends at 00.15 næste dag."""
    return f"{clock(starts)}-{ends_clock(day, starts, minutes)}"


def starts(day: date, at: time) -> str:
    """tirsdag 12. januar 2027 kl. 13.00"""
    return f"{weekday_date(day)} kl. {clock(at)}"


def place(kind: PlaceKind, words: str, subject_name: str) -> str:
    """Hjemme hos Lone, På rådhuset, lokale 2.14, or the words alone where they say it all."""
    if kind is PlaceKind.HOME and not words:
        return f"Hjemme hos {first_name(subject_name)}"
    if not words:
        return PLACES[kind]
    says_it_all = kind in (PlaceKind.ELSEWHERE, PlaceKind.HOME) or words.lower().startswith(_TOWN_HALL)
    return words if says_it_all else f"{PLACES[kind]}, {words}"


def when_and_where(meeting: Meeting, subject_name: str) -> str:
    """Hjemme hos Lone · 13.00-14.15"""
    where = place(meeting.place_kind, meeting.place, subject_name)
    return f"{where} · {time_span(meeting.starts_on, meeting.starts_clock, meeting.duration_minutes)}"


def said_by(subject_name: str) -> str:
    """Lone sagde"""
    return f"{first_name(subject_name)} sagde"


def late_and_left(arrived: time | None, left: time | None) -> str:
    """kom 13.20, gik 14.00; empty when there from beginning to end"""
    parts = [f"kom {clock(arrived)}" if arrived else "", f"gik {clock(left)}" if left else ""]
    return ", ".join(part for part in parts if part)


def minutes_used(used: int, of: int) -> str:
    """16 minutter brugt af 75"""
    return f"{used} {'minut' if used == 1 else 'minutter'} brugt af {of}"


def carried(times: int) -> str:
    """gået videre 2 gange; empty when it never was"""
    return "" if times == 0 else f"gået videre {count_of(times, 'gang', 'gange')}"


def missing(point: Missing) -> str:
    """One thing that is missing before people leave, as a sentence."""
    return _MISSING[point.lack](point.name)


def missing_count(count: int) -> str:
    """3 ting mangler, før I går; or that nothing does"""
    if count == 0:
        return "Alt er på plads."
    return f"{capitalised(count_of(count, 'ting mangler', 'ting mangler'))}, før I går."


_MISSING: Final[dict[Lack, Callable[[str], str]]] = {
    Lack.ATTENDANCE: lambda _name: "Notér, hvem der er til stede.",
    Lack.WITHOUT_CITIZEN: lambda _name: "Mødet holdes uden borgeren. Skriv hvorfor.",
    Lack.SINCE_LAST: lambda name: f"Aftalen {quoted(name)} fra før er ikke gået igennem.",
    Lack.AGREEMENT_PERSON: lambda name: f"Aftalen {quoted(name)} mangler en person, der gør det.",
    Lack.AGREEMENT_DAY: lambda name: f"Aftalen {quoted(name)} mangler en dato.",
    Lack.DECISION_DEPARTMENT: lambda name: f"{quoted(name)} skal afgøres: Vælg fagenheden.",
    Lack.DECISION_PERSON: lambda name: f"{quoted(name)} skal afgøres: Hvem svarer?",
    Lack.DECISION_DAY: lambda name: f"{quoted(name)} skal afgøres: Hvornår kommer svaret senest?",
    Lack.NEXT_MEETING: lambda _name: "Aftal næste møde.",
    Lack.SUMMARY: lambda _name: "Læs opsummeringen højt.",
    Lack.EVALUATION: lambda _name: "Stil de tre spørgsmål. Det er i orden ikke at svare.",
}
