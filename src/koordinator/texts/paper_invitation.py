"""The letters before a meeting: "Invitation til møde" to citizens and their own, "Indkaldelse" to professionals."""

from datetime import date
from typing import Final

from koordinator.domain.content_parts import AppointmentContent, ContactCard, Sender
from koordinator.domain.invitation_content import InvitedContent, MovedFrom
from koordinator.domain.meeting import AgendaKind, MeetingKind, PlaceKind
from koordinator.texts.formats import capitalised, clock, date_long, duration, genitive, weekday_date
from koordinator.texts.paper_common import (
    COORDINATOR,
    PRIMARY_CASEWORKER,
    SEPARATOR,
    meeting_word,
    place_words,
    starts,
)
from koordinator.texts.paper_voice import Voice

WHEN: Final = "Hvornår"
WHERE: Final = "Hvor"
WHO_COMES: Final = "Hvem kommer"
WHO_IS_ASKED: Final = "Indkaldt"
AGENDA: Final = "Dagsorden"
NO_AGENDA: Final = "Dagsordenen er ikke lavet endnu."
CLOCK: Final = "Kl."
ITEM: Final = "Punkt"
AGENDA_FOOTER: Final = "Mangler der noget på dagsordenen? Sig det til mødelederen, gerne før mødet."
GREETING: Final = "Venlig hilsen"
_AT_HOME: Final = "hjemme"
KEEP_TO_YOURSELF: Final = "Del ikke brevet med andre end dem, der skal med til mødet."


def letter_date(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))


def when(appointment: AppointmentContent) -> str:
    """Tirsdag 12. januar 2027 kl. 13.00"""
    return capitalised(starts(appointment))


def lasts(appointment: AppointmentContent) -> str:
    """Vi bruger 1 time og 30 minutter."""
    return f"Vi bruger {duration(appointment.duration_minutes)}."


def where(appointment: AppointmentContent, home: str, *, lives_there: bool) -> str:
    """Hjemme hos dig; the address stands in letters to those who do not live there, unless it is protected."""
    place = appointment.place
    if appointment.place_kind is PlaceKind.HOME:
        if place.lower().startswith(_AT_HOME) and not lives_there:
            return place
        return ", ".join(filter(None, (f"Hjemme hos {home}", "" if lives_there else place)))
    if appointment.place_kind is PlaceKind.TELEPHONE:
        return f"På telefon{f': {place}' if place else ''}"
    if appointment.place_kind is PlaceKind.VIDEO:
        return f"På video{f': {place}' if place else '. Du får et link.'}"
    return place_words(appointment, home)


def hidden_place(appointment: AppointmentContent) -> str:
    """Where to ask when a home's address is not written down."""
    hidden = appointment.place_kind is PlaceKind.HOME and not appointment.place
    return "Adressen står ikke i brevet. Spørg mødelederen, hvis du mangler den." if hidden else ""


def invited_line(person: InvitedContent) -> str:
    """socialrådgiver, Handicap"""
    return ", ".join(filter(None, (person.role, person.organisation)))


def you_come(voice: Voice) -> str:
    """Du, og den du vil have med"""
    return f"{voice.you_first}, og den {voice.you} gerne vil have med"


def you(voice: Voice) -> str:
    """Du"""
    return voice.you_first


def item_title(kind: AgendaKind, title: str, about: str, voice: Voice) -> str:
    """The item's title; "Lones ord" is "Dine ord" to Lone."""
    is_own = kind is AgendaKind.CITIZENS_WORDS and title.lower() == f"{genitive(about)} ord".lower()
    return f"{capitalised(voice.your_many)} ord" if is_own else title


def signed(coordinator: ContactCard | None, sender: Sender) -> str:
    """Venlig hilsen, and who sends the letter; nothing where nobody is known."""
    if coordinator is None:
        return f"{GREETING}\n{sender.municipality}" if sender.municipality else ""
    is_primary_alone = coordinator.is_primary_caseworker and not coordinator.is_coordinator
    title = PRIMARY_CASEWORKER if is_primary_alone else COORDINATOR
    role = ", ".join(filter(None, (title, sender.municipality)))
    return f"{GREETING}\n{coordinator.name}\n{role}"


def running_head(heading: str, day: date) -> str:
    """Invitation til møde · 12. januar 2027"""
    return f"{heading}{SEPARATOR}{date_long(day)}"


def earlier(before: MovedFrom) -> str:
    """tirsdag 5. januar 2027 kl. 10.00"""
    return f"{weekday_date(before.starts_on)} kl. {clock(before.starts_clock)}"


def agenda_subtitle(kind: MeetingKind, about: str) -> str:
    """Samarbejdsmøde · Lone Bæk"""
    return f"{capitalised(meeting_word(kind))}{SEPARATOR}{about}"
