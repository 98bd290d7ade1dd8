"""The sheet on which a citizen prepares a meeting, alone or with somebody."""

from datetime import date
from typing import Final

from koordinator.domain.content_parts import AppointmentContent, ContactCard, Sender
from koordinator.domain.meeting import PlaceKind
from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import SEPARATOR, call_whom, meeting_sentence
from koordinator.texts.paper_voice import Voice

SUBJECT: Final = "Forberedelse til møde"
WE_KNOW: Final = "DET HAR VI SKREVET NED"


def title(voice: Voice) -> str:
    """Gør dig klar til mødet"""
    return f"Gør {voice.to_you} klar til mødet"


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))


def meeting(appointment: AppointmentContent, voice: Voice) -> str:
    """Vi mødes tirsdag 12. januar 2027 kl. 13.00 hjemme hos dig."""
    return f"Vi mødes {meeting_sentence(appointment, voice)}"


def lead(voice: Voice) -> str:
    """How to use the sheet."""
    return (
        f"Det er {voice.your_neuter} møde. Skriv det, {voice.you} har lyst til, og tag arket med. {voice.you_first} må "
        f"gerne få hjælp til at skrive. {voice.you_first} kan også ringe til os og sige det."
    )


def talk_about(voice: Voice) -> str:
    """Hvad vil du gerne tale om?"""
    return f"Hvad vil {voice.you} gerne tale om?"


def want_present(voice: Voice) -> str:
    """Hvem vil du gerne have med?"""
    return f"Hvem vil {voice.you} gerne have med?"


def want_present_help(voice: Voice) -> str:
    """Who it can be."""
    return f"Det kan være en, {voice.you} kender, eller en, der hjælper {voice.to_you}."


def want_absent(voice: Voice) -> str:
    """Er der nogen, du ikke vil have med?"""
    return f"Er der nogen, {voice.you} ikke vil have med?"


def where(voice: Voice) -> str:
    """Hvor vil du helst mødes?"""
    return f"Hvor vil {voice.you} helst mødes?"


def places(voice: Voice) -> dict[PlaceKind, str]:
    """The places to choose between."""
    return {
        PlaceKind.HOME: f"Hjemme hos {voice.to_you}",
        PlaceKind.TOWN_HALL: "På rådhuset",
        PlaceKind.VIDEO: "På video",
        PlaceKind.TELEPHONE: "På telefon",
        PlaceKind.ELSEWHERE: "Et andet sted. Skriv hvor:",
    }


MUST_NOT: Final = "Er der noget, vi ikke skal tale om?"
MUST_NOT_HELP: Final = "Så taler vi ikke om det på mødet."


def footer(coordinator: ContactCard | None, sender: Sender) -> str:
    """Where to ask."""
    return f"Har du spørgsmål? {call_whom(coordinator, sender)}."
