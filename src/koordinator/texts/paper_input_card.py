"""The card for somebody who cannot come and still wants to be heard."""

from datetime import date
from typing import Final

from koordinator.domain.content_parts import AppointmentContent, ContactCard, Sender
from koordinator.texts.formats import weekday_date
from koordinator.texts.paper_common import call_whom, starts
from koordinator.texts.paper_voice import call_name

TITLE: Final = "Skriftligt bidrag"
FROM: Final = "Fra: "
LEAD: Final = (
    "Du kan ikke komme til mødet, men vi vil gerne høre dig. Skriv her. Vi viser det på mødet under dit navn, "
    "og det kommer med i referatet. Skriv kun det, som alle på mødet må se."
)
SAY: Final = "Det vil jeg gerne have sagt"


def meeting(appointment: AppointmentContent) -> str:
    """Til mødet tirsdag 12. januar 2027 kl. 13.00"""
    return f"Til mødet {starts(appointment)}"


def back_by(day: date, coordinator: ContactCard | None, sender: Sender) -> str:
    """Send det til Mette senest fredag 8. januar 2027, eller ring på 99 12 34 56."""
    to = call_name(coordinator.name) if coordinator else "os"
    call = call_whom(coordinator, sender)
    return f"Giv arket til {to} senest {weekday_date(day)}. Vil du hellere sige det? {call}."


def footer(coordinator: ContactCard | None, sender: Sender) -> str:
    """Where to ask."""
    return f"Har du spørgsmål? {call_whom(coordinator, sender)}."
