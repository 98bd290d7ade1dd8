"""What several papers say in the same words: days, places, people, drafts and versions."""

from datetime import date, datetime, time, timedelta
from typing import Final

from koordinator.domain.content_parts import AgreementContent, AppointmentContent, ContactCard, Sender
from koordinator.domain.meeting import MeetingKind, PlaceKind
from koordinator.domain.register import ContactKind
from koordinator.texts.formats import clock, date_long, date_no_year, ends_clock, genitive, weekday_date
from koordinator.texts.paper_voice import Voice, call_name

SEPARATOR: Final = " · "
NOT_AGREED: Final = "ikke aftalt endnu"
COORDINATOR: Final = "koordinerende sagsbehandler"
PRIMARY_CASEWORKER: Final = "fast sagsbehandler"

_NO_BREAK: Final = "\u00a0"

_CONTACT_KINDS: Final[dict[ContactKind, str]] = {
    ContactKind.PROFESSIONAL: "",
    ContactKind.RELATIVE: "pårørende",
    ContactKind.PRIVATE: "privat netværk",
    ContactKind.COMPANION: "bisidder",
    ContactKind.PARTY_REPRESENTATIVE: "partsrepræsentant",
    ContactKind.GUARDIAN: "værge",
    ContactKind.CUSTODY_HOLDER: "har forældremyndigheden",
    ContactKind.INTERPRETER: "tolk",
}

_PLACES: Final[dict[PlaceKind, str]] = {
    PlaceKind.TOWN_HALL: "på rådhuset",
    PlaceKind.VIDEO: "på video",
    PlaceKind.TELEPHONE: "på telefon",
}
"""As they stand in a sentence, where no more is known."""

_MEETINGS: Final[dict[MeetingKind, str]] = {
    MeetingKind.COORDINATION: "samarbejdsmøde",
    MeetingKind.NETWORK: "netværksmøde",
    MeetingKind.PREPARATORY_TALK: "formøde",
}


def meeting_word(kind: MeetingKind) -> str:
    """samarbejdsmøde"""
    return _MEETINGS[kind]


def contact_kind_word(kind: ContactKind | None) -> str:
    """bisidder; nothing for a professional, who has a role of their own."""
    return _CONTACT_KINDS[kind] if kind is not None else ""


def copy_for(subject: str, member: str) -> str:
    """Familien Bæk · Annas del; the subject's name alone where the paper is for all."""
    return f"{subject}{SEPARATOR}{genitive(call_name(member))} del" if member else subject


def near_day(day: date, near: date) -> str:
    """27. november, on one line; with its year where that is not the paper's."""
    written = date_no_year(day) if day.year == near.year else date_long(day)
    return written.replace(" ", _NO_BREAK)


def when_due(agreement: AgreementContent, near: date) -> str:
    """senest 27. november, hver fredag, or both"""
    latest = f"senest {near_day(agreement.due_on, near)}" if agreement.due_on else ""
    return SEPARATOR.join(filter(None, (agreement.rhythm, latest))) or NOT_AGREED


def period(from_on: date | None, until_on: date | None) -> str:
    """fra 3. august 2026 til og med 31. januar 2027; `until_on` is the first day after."""
    begins = f"fra {date_long(from_on)}" if from_on else ""
    ends = f"til og med {date_long(until_on - timedelta(days=1))}" if until_on else ""
    return " ".join(filter(None, (begins, ends)))


def unbroken(phone: str) -> str:
    """A telephone number that stays on its line."""
    return phone.strip().replace(" ", _NO_BREAK)


def phone_line(card: ContactCard) -> str:
    """99 12 34 56 · kl. 9-14"""
    return SEPARATOR.join(filter(None, (unbroken(card.phone), card.phone_hours)))


def role_words(card: ContactCard, *, short: bool = False) -> str:
    """koordinerende sagsbehandler; else what the person is and where. `short` names one of the two."""
    if card.is_coordinator:
        return COORDINATOR
    role = PRIMARY_CASEWORKER if card.is_primary_caseworker else card.role or contact_kind_word(card.kind)
    if short:
        return role if card.is_primary_caseworker else card.organisation or role
    return SEPARATOR.join(filter(None, (role, card.organisation)))


def starts(appointment: AppointmentContent) -> str:
    """tirsdag 12. januar 2027 kl. 13.00"""
    return f"{weekday_date(appointment.starts_on)} {at_clock(appointment.starts_clock)}"


def starts_to_ends(appointment: AppointmentContent) -> str:
    """tirsdag 12. januar 2027 kl. 13.00–14.30"""
    return f"{starts(appointment)}–{ends_clock(*_times(appointment))}"


def at_clock(moment: time | datetime) -> str:
    """kl. 13.00, on one line"""
    return f"kl.{_NO_BREAK}{clock(moment)}"


def _times(appointment: AppointmentContent) -> tuple[date, time, int]:
    return appointment.starts_on, appointment.starts_clock, appointment.duration_minutes


def place_words(appointment: AppointmentContent, home: str) -> str:
    """Where, as it stands by itself: Hjemme hos dig; Rådhuset, lokale 2. `home` says whose home, never its address."""
    named = {
        PlaceKind.HOME: f"Hjemme hos {home}",
        PlaceKind.TOWN_HALL: "Rådhuset",
        PlaceKind.ELSEWHERE: "",
        PlaceKind.VIDEO: "Video",
        PlaceKind.TELEPHONE: "Telefon",
    }[appointment.place_kind]
    place = "" if appointment.place_kind is PlaceKind.HOME else appointment.place.strip()
    if place.lower().startswith(named.lower()):
        named = ""
    return ", ".join(filter(None, (named, place))) or "Vi aftaler stedet"


def meeting_sentence(appointment: AppointmentContent, voice: Voice) -> str:
    """tirsdag 12. januar 2027 kl. 13.00 hjemme hos dig. The address of a home is not repeated to who lives there."""
    if appointment.place_kind is PlaceKind.HOME:
        return f"{starts(appointment)} hjemme hos {voice.to_you}."
    if appointment.place_kind in _PLACES and not appointment.place:
        return f"{starts(appointment)} {_PLACES[appointment.place_kind]}."
    return f"{starts(appointment)}. Sted: {place_words(appointment, voice.to_you)}."


def call_whom(coordinator: ContactCard | None, sender: Sender) -> str:
    """Ring til Mette på 99 12 34 56; else to the municipality, else "Ring til os"."""
    if coordinator and coordinator.phone:
        return f"Ring til {call_name(coordinator.name)} på {unbroken(coordinator.phone)}"
    if sender.main_phone:
        return f"Ring til os på {unbroken(sender.main_phone)}"
    return f"Ring til {call_name(coordinator.name)}" if coordinator else "Ring til os"


def if_not_there(coordinator: ContactCard | None, sender: Sender, voice: Voice) -> str:
    """Kan du ikke få fat i Mette, så ring til 99 12 30 00. Nothing where there is no second number."""
    if coordinator is None or not coordinator.phone or not sender.main_phone:
        return ""
    return f"Kan {voice.you} ikke få fat i {call_name(coordinator.name)}, så ring til {unbroken(sender.main_phone)}."
