"""Hvem hjælper dig med hvad: a sheet of its own, and the part of the plan with the same heading."""

from datetime import date
from typing import Final

from koordinator.domain.content_parts import ContactCard, Sender
from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import SEPARATOR, call_whom, if_not_there
from koordinator.texts.paper_voice import Voice

SUBJECT: Final = "Hvem hjælper med hvad"
NOBODY: Final = "Der står ingen på listen endnu."
HELPERS: Final = "Fagpersoner"
YOUR_OWN: Final = "Familie og netværk"


def title(voice: Voice) -> str:
    """Hvem hjælper dig med hvad"""
    return f"Hvem hjælper {voice.to_you} med hvad"


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))


def lead(voice: Voice) -> str:
    """What the sheet is for."""
    return f"Her er de mennesker, der hjælper {voice.to_you} lige nu. Hæng arket op, hvor {voice.you} kan se det."


def whom_to_call(coordinator: ContactCard | None, sender: Sender, voice: Voice) -> tuple[str, str]:
    """Whom to call when in doubt, and whom else."""
    doubt = f"Er {voice.you} i tvivl om, hvem {voice.you} skal spørge? {call_whom(coordinator, sender)}."
    return doubt, if_not_there(coordinator, sender, voice)


def running_head(name: str) -> str:
    """Hvem hjælper med hvad · Lone Bæk"""
    return f"{SUBJECT}{SEPARATOR}{name}"


def footer(voice: Voice, *, large_print: bool) -> str:
    """How to have it changed."""
    larger = "" if large_print else f"{voice.you_first} kan få arket med større skrift. "
    return f"{larger}Er der noget, der ikke passer mere, så sig det til os."
