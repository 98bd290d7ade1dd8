"""Meetings, agreements and goals to try the rules on."""

from datetime import UTC, date, datetime, time

from koordinator.domain.agreement import Agreement
from koordinator.domain.ids import (
    AgendaItemId,
    AgreementId,
    EmployeeId,
    GoalId,
    JointPlanId,
    MeetingId,
    NoteId,
    ParticipantId,
    SubjectId,
)
from koordinator.domain.joint_plan import Goal, JointPlan
from koordinator.domain.meeting import (
    AgendaItem,
    AgendaKind,
    Meeting,
    MeetingKind,
    MeetingNote,
    MeetingStatus,
    NoteKind,
    Participant,
)

MOMENT = datetime(2026, 11, 21, 12, 5, tzinfo=UTC)
DAY = date(2026, 11, 21)
METTE = EmployeeId(1)
KIM = EmployeeId(2)


def a_meeting(status: MeetingStatus = MeetingStatus.PLANNED, *, day: date = DAY, number: int = 1) -> Meeting:
    """A meeting at one o'clock."""
    return Meeting(
        MeetingId(number),
        f"uid{number}",
        SubjectId(1),
        None,
        MeetingKind.COORDINATION,
        status,
        day,
        time(13),
        75,
        invited_at=MOMENT if status is MeetingStatus.INVITED else None,
        opened_at=MOMENT if status is MeetingStatus.RUNNING else None,
    )


def a_participant(number: int = 1) -> Participant:
    """Somebody at the meeting."""
    return Participant(ParticipantId(number), MeetingId(1))


def an_agreement(number: int = 1) -> Agreement:
    """A promise that lacks its person and day."""
    return Agreement(AgreementId(number), f"uid{number}", SubjectId(1), "Taler med skolen", DAY)


def a_note(number: int, order_key: int, kind: NoteKind = NoteKind.WISH) -> MeetingNote:
    """A note by Mette."""
    return MeetingNote(NoteId(number), MeetingId(1), None, kind, f"note {number}", METTE, MOMENT, order_key)


def an_item(number: int, position: int) -> AgendaItem:
    """An item of ten minutes."""
    return AgendaItem(AgendaItemId(number), MeetingId(1), position, AgendaKind.OTHER, f"Punkt {number}", 10)


def a_goal(number: int = 1, position: int = 1) -> Goal:
    """A common goal."""
    return Goal(GoalId(number), f"uid{number}", JointPlanId(1), position, f"Mål {number}")


def a_plan() -> JointPlan:
    """An empty plan."""
    return JointPlan(JointPlanId(1), "uid", SubjectId(1), None)
