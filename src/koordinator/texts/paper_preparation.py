"""The sheet on which a citizen prepares a meeting, alone or with somebody."""

from datetime import date
from typing import Final

from koordinator.domain.content_parts import ContactCard, Sender
from koordinator.domain.meeting import PlaceKind
from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import SEPARATOR, call_whom
from koordinator.texts.paper_voice import Voice

SUBJECT: Final = "Forberedelse til møde"
WE_KNOW: Final = "DET HAR VI SKREVET NED"


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))


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


def footer(coordinator: ContactCard | None, sender: Sender, voice: Voice) -> str:
    """Where to ask."""
    return f"Har {voice.you} spørgsmål? {call_whom(coordinator, sender)}."
