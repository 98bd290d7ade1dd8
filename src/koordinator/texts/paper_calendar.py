"""What everybody's calendar may show of a meeting: what kind it is, and nothing about whom."""

from typing import Final

from koordinator.domain.content_parts import AppointmentContent
from koordinator.domain.meeting import MeetingKind, PlaceKind
from koordinator.texts.formats import capitalised
from koordinator.texts.paper_common import meeting_word

DESCRIPTION: Final = "Mødet er fortroligt. Dagsorden og deltagere står i indkaldelsen."
CANCELLED: Final = "Mødet er aflyst."
AT_HOME: Final = "Hjemmebesøg. Adressen står i indkaldelsen."
VIDEO: Final = "Video"
TELEPHONE: Final = "Telefon"
TOWN_HALL: Final = "Rådhuset"

_PLACES: Final[dict[PlaceKind, str]] = {
    PlaceKind.HOME: AT_HOME,
    PlaceKind.TOWN_HALL: TOWN_HALL,
    PlaceKind.ELSEWHERE: "",
    PlaceKind.VIDEO: VIDEO,
    PlaceKind.TELEPHONE: TELEPHONE,
}


def summary(kind: MeetingKind) -> str:
    """Samarbejdsmøde"""
    return capitalised(meeting_word(kind))


def location(appointment: AppointmentContent) -> str:
    """Rådhuset, lokale 2; of a home nothing that says whose."""
    if appointment.place_kind is PlaceKind.HOME:
        return AT_HOME
    return ", ".join(filter(None, (_PLACES[appointment.place_kind], appointment.place)))
