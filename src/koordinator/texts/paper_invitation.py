"""The letters before a meeting: "Invitation til møde" to citizens and their own, "Indkaldelse" to professionals."""

from datetime import date
from typing import Final

from koordinator.domain.content_parts import AppointmentContent, ContactCard, Sender
from koordinator.domain.invitation_content import AgendaLine, InvitedContent, MovedFrom
from koordinator.domain.meeting import AgendaKind, MeetingKind, PlaceKind
from koordinator.texts.formats import capitalised, clock, date_long, duration, genitive, weekday_date
from koordinator.texts.paper_common import (
    COORDINATOR,
    PRIMARY_CASEWORKER,
    SEPARATOR,
    call_whom,
    if_not_there,
    meeting_word,
    place_words,
    starts,
)
from koordinator.texts.paper_voice import TO_ONE, Voice, call_name, stopped

TITLE_TO_CITIZEN: Final = "Invitation til møde"
CANCELLED_TITLE: Final = "Mødet er aflyst"
MOVED_TITLE: Final = "Ny tid til mødet"
WHEN: Final = "Hvornår"
WHERE: Final = "Hvor"
WHAT: Final = "Det skal vi tale om"
WHO_COMES: Final = "Hvem kommer"
WHO_IS_ASKED: Final = "Indkaldt"
AGENDA: Final = "Dagsorden"
NO_AGENDA: Final = "Dagsordenen er ikke lavet endnu."
CLOCK: Final = "Kl."
ITEM: Final = "Punkt"
AGENDA_FOOTER: Final = "Mangler der noget på dagsordenen? Sig det til mødelederen, gerne før mødet."
GREETING: Final = "Venlig hilsen"
_AT_HOME: Final = "hjemme"
MOVED_LABEL: Final = "Mødet er flyttet. "
CANCELLED_LABEL: Final = "Mødet er aflyst. "

PREPARE: Final = "Forbered dig"
PREPARE_LINES: Final = (
    "Se på de aftaler, du selv har lovet at holde.",
    "Vær klar til kort at fortælle, hvad din indsats går ud på, og hvad der er næste skridt.",
    "Borgeren taler først. Det er borgerens møde.",
    "Kan du ikke komme, så send et skriftligt bidrag til mødelederen. Det bliver læst op på mødet.",
)
KEEP_TO_YOURSELF: Final = "Del ikke brevet med andre end dem, der skal med til mødet."


def title(kind: MeetingKind, *, to_citizen: bool) -> str:
    """Invitation til møde; to professionals Indkaldelse til samarbejdsmøde."""
    return TITLE_TO_CITIZEN if to_citizen else f"Indkaldelse til {meeting_word(kind)}"


def letter_date(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))


def dear(name: str) -> str:
    """Kære Lone"""
    return f"Kære {call_name(name)}"


def lead(about: str, *, is_own: bool, family: bool) -> str:
    """Why the letter comes."""
    if not is_own:
        return f"Du er inviteret med til et møde om {about}."
    if family:
        return "Vi vil gerne mødes med jer og dem, der hjælper jer. Mødet er jeres."
    return "Vi vil gerne mødes med dig og dem, der hjælper dig. Det er dit møde."


def professional_lead(kind: MeetingKind, about: str) -> str:
    """Du indkaldes til samarbejdsmøde om Lone Bæk."""
    return f"Du indkaldes til {meeting_word(kind)} om {about}. Vi mødes sammen med borgeren."


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


def item_title(line: AgendaLine, about: str, voice: Voice) -> str:
    """The item's title; "Lones ord" is "Dine ord" to Lone."""
    is_own = line.kind is AgendaKind.CITIZENS_WORDS and line.title.lower() == f"{genitive(about)} ord".lower()
    return f"{capitalised(voice.your_many)} ord" if is_own else line.title


def you_decide_heading(voice: Voice) -> str:
    """Du bestemmer med"""
    return f"{voice.you_first} bestemmer med"


def you_decide(voice: Voice) -> str:
    """What the citizen may ask for, before the meeting."""
    you = voice.you
    return (
        f"{voice.you_first} må tage en med, som {you} er {voice.agreeing('tryg', 'trygge')} ved. Sig til, hvis der er "
        f"nogen, {you} ikke vil have med, eller noget, vi ikke skal tale om. Vi kan også mødes et andet sted."
    )


def answer(coordinator: ContactCard | None, sender: Sender, *, to_citizen: bool) -> str:
    """Kan du ikke komme? Ring til Mette på 99 12 34 56."""
    ask = "Passer tiden ikke, eller har du spørgsmål?" if to_citizen else "Kan du ikke komme, eller har du et punkt?"
    write = f" eller skriv til {coordinator.email}" if coordinator and coordinator.email and not to_citizen else ""
    return f"{ask} {call_whom(coordinator, sender)}{write}. {if_not_there(coordinator, sender, TO_ONE)}".rstrip()


def moved(before: MovedFrom) -> str:
    """Det var før tirsdag 5. januar 2027 kl. 10.00. Grunden er: Mette er syg."""
    reason = f" Grunden er: {stopped(before.reason)}" if before.reason else ""
    return f"Det skulle have været {weekday_date(before.starts_on)} kl. {clock(before.starts_clock)}.{reason}"


def cancelled(appointment: AppointmentContent, reason: str) -> str:
    """Vi mødes ikke tirsdag 12. januar 2027 kl. 13.00. Grunden er: Mette er syg."""
    because = f" Grunden er: {stopped(reason)}" if reason else ""
    return f"Vi mødes ikke {starts(appointment)}.{because}"


def after_cancelling(coordinator: ContactCard | None, sender: Sender, voice: Voice, *, to_citizen: bool) -> str:
    """What happens now."""
    if not to_citizen:
        return "Slet mødet i din kalender. Du hører fra os, når der er en ny tid."
    return f"Du hører fra os om en ny tid. Vil {voice.you} tale med os før? {call_whom(coordinator, sender)}."


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


def agenda_subtitle(kind: MeetingKind, about: str) -> str:
    """Samarbejdsmøde · Lone Bæk"""
    return f"{capitalised(meeting_word(kind))}{SEPARATOR}{about}"
