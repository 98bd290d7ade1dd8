"""What everybody's calendar and a mail may show of a meeting: what kind it is, and nothing about whom."""

from typing import Final

from koordinator.domain.content_parts import AppointmentContent
from koordinator.domain.invitation_content import CalendarContent, CalendarMethod
from koordinator.domain.meeting import MeetingKind, PlaceKind
from koordinator.texts.formats import capitalised, date_long
from koordinator.texts.paper_common import meeting_word

HANDED_OVER: Final = (
    "Mødet bliver holdt som aftalt. En anden er nu koordinerende sagsbehandler, og derfor får du en ny indkaldelse til "
    "din kalender. Den her fjerner kun den gamle."
)
ATTACHED: Final = "Indkaldelsen er vedhæftet."
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


def subject(title: str, content: CalendarContent) -> str:
    """Samarbejdsmøde 12. januar 2027"""
    is_off = content.method is CalendarMethod.CANCEL and not content.handed_over
    called_off = "Ny indkaldelse på vej: " if content.handed_over else "Aflyst: " if is_off else ""
    return f"{called_off}{title} {date_long(content.appointment.starts_on)}"
