"""Codes that the first page needs without the things they belong to: it is painted before those are there.

Each is also a name of the module of its thing, where everybody else finds it.
"""

from enum import StrEnum


class SubjectKind(StrEnum):
    """Whom a course, an assessment, a meeting or a plan is about."""

    CITIZEN = "citizen"
    FAMILY = "family"


class PrimaryCaseworkerWish(StrEnum):
    """A fast sagsbehandler is offered to every citizen; the answer, as long as there is none."""

    NOT_ASKED = "not_asked"
    WANTED = "wanted"
    NOT_WANTED = "not_wanted"


class EndReason(StrEnum):
    """Why a course ended."""

    GOALS_REACHED = "goals_reached"
    LESS_NEED = "less_need"
    CITIZEN_WISH = "citizen_wish"
    MOVED_AWAY = "moved_away"
    DIED = "died"
    PART_OF_FAMILY = "part_of_family"
    OTHER = "other"


class AgreementStatus(StrEnum):
    """An agreement is followed up until it is done, dropped for a reason, or replaced."""

    OPEN = "open"
    DONE = "done"
    NOT_DONE = "not_done"


class MeetingStatus(StrEnum):
    """Where the meeting is. `INVITED` only when an invitation was really produced."""

    PLANNED = "planned"
    INVITED = "invited"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"

    @property
    def is_ahead(self) -> bool:
        """Still to be held."""
        return self in (MeetingStatus.PLANNED, MeetingStatus.INVITED)


class PlaceKind(StrEnum):
    """Where the citizen wants to meet."""

    HOME = "home"
    TOWN_HALL = "town_hall"
    ELSEWHERE = "elsewhere"
    VIDEO = "video"
    TELEPHONE = "telephone"


class GrantKind(StrEnum):
    """Why whoever has a citizen is told of somebody: an access for a special need, or a part in who has the citizen.

    ENDED is the part of a colleague that nobody takes over. JOINED is who was let in for a special need, and has
    something to do there by an act of their own.
    """

    NEED = "need"
    LIST = "list"
    CHOSEN = "chosen"
    HANDOVER = "handover"
    FAMILY = "family"
    ENDED = "ended"
    JOINED = "joined"


class Role(StrEnum):
    """What an employee may do in the program (see `domain.access_table`)."""

    COORDINATOR = "coordinator"
    CASEWORKER = "caseworker"
    TEAM_MEMBER = "team_member"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
