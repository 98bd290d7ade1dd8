"""What may happen to a meeting: planned, moved, invited to, opened, closed, cancelled - and who counts as there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from koordinator.domain import limits
from koordinator.domain.danish_day import danish_day
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import (
    CitizenId,
    ContactPersonId,
    CourseId,
    DepartmentId,
    EmployeeId,
    MeetingId,
    RowId,
    SubjectId,
    TeamId,
)
from koordinator.domain.meeting import (
    Attendance,
    InvitationAnswer,
    Meeting,
    MeetingKind,
    MeetingMove,
    MeetingNotAhead,
    MeetingNotRunning,
    MeetingStatus,
    Participant,
    PlaceKind,
    Preparation,
)
from koordinator.domain.register import ContactKind
from koordinator.domain.steps import Step

SHORTEST_MINUTES: Final = 5
LONGEST_MINUTES: Final = 24 * 60
STANDARD_MINUTES: Final = 75
BEST_SCORE: Final = 4
"""The citizen's answers go from 0 to this."""

_PREPARATION_LIMITS: Final = {
    "wants_to_discuss": limits.LONG,
    "wants_present": limits.PARAGRAPH,
    "wants_absent": limits.PARAGRAPH,
    "must_not_be_discussed": limits.LONG,
    "place_wish": limits.PARAGRAPH,
}


class DurationOutOfRange(DomainError):
    """A meeting lasts from five minutes to a day."""

    minutes: int


class EvaluationOutOfRange(DomainError):
    """The citizen's answer is a whole number from 0 to 4, or none."""

    score: int


class MeetingBegun(DomainError):
    """Something has been written in the meeting, so it cannot be put back as if it had not begun."""


class NobodyToInvite(DomainError):
    """There is no participant without an invitation to this appointment."""


class AlreadyTakesPart(DomainError):
    """The party is among the participants already."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and where: wall time in Europe/Copenhagen, and the place in the citizen's own choice of kinds."""

    starts_on: date
    starts_clock: time
    duration_minutes: int = STANDARD_MINUTES
    place_kind: PlaceKind = PlaceKind.TOWN_HALL
    place: str = ""


@dataclass(frozen=True, slots=True)
class CoordinatorOfTheDay:
    """Who coordinated on the day, for which team and department, on which step (supervision, definition 1)."""

    employee_id: EmployeeId | None
    team_id: TeamId | None
    department_id: DepartmentId | None
    step: Step | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The citizen's answers, 0-4 or None: Blev du hørt? Giver det mening for dig? Trækker vi i samme retning?"""

    heard: int | None = None
    makes_sense: int | None = None
    same_direction: int | None = None


def checked_appointment(appointment: Appointment) -> Appointment:
    """The appointment when it can be kept. Raises DurationOutOfRange, FieldTooLong or UnusableCharacter."""
    if not SHORTEST_MINUTES <= appointment.duration_minutes <= LONGEST_MINUTES:
        raise DurationOutOfRange(appointment.duration_minutes)
    return limits.checked_fields(appointment, {"place": limits.LINE})


def planned_meeting(
    uid: str, subject_id: SubjectId, course_id: CourseId | None, kind: MeetingKind, appointment: Appointment
) -> Meeting:
    """A new meeting at the appointment; raises what `checked_appointment` raises."""
    kept = checked_appointment(appointment)
    return Meeting(
        id=MeetingId(0),
        uid=uid,
        subject_id=subject_id,
        course_id=course_id,
        kind=kind,
        status=MeetingStatus.PLANNED,
        starts_on=kept.starts_on,
        starts_clock=kept.starts_clock,
        duration_minutes=kept.duration_minutes,
        place_kind=kept.place_kind,
        place=kept.place,
    )


def appointment_of(meeting: Meeting) -> Appointment:
    """When and where the meeting is."""
    return Appointment(
        meeting.starts_on, meeting.starts_clock, meeting.duration_minutes, meeting.place_kind, meeting.place
    )


def check_ahead(meeting: Meeting) -> None:
    """Raises MeetingNotAhead unless the meeting is still to be held."""
    if not meeting.status.is_ahead:
        raise MeetingNotAhead(meeting.status)


def check_running(meeting: Meeting) -> None:
    """Raises MeetingNotRunning unless the meeting has been opened and not yet closed."""
    if meeting.status is not MeetingStatus.RUNNING:
        raise MeetingNotRunning(meeting.status)


def was_invited_to(meeting: Meeting) -> bool:
    """Somebody has an invitation in hand, so that a change has to be told."""
    return meeting.invited_at is not None


def with_raised_sequence(meeting: Meeting) -> Meeting:
    """The meeting with a higher SEQUENCE where a calendar file is out (RFC 5546, 2.1.4), else unchanged."""
    return replace(meeting, calendar_sequence=meeting.calendar_sequence + was_invited_to(meeting))


def moved(meeting: Meeting, to: Appointment, reason: str, moved_at: datetime) -> tuple[Meeting, MeetingMove | None]:
    """The meeting at its new time or place, and the move to be kept.

    Nobody is invited to the new appointment yet, so the meeting is planned again. A reason is needed
    once somebody has been invited; before that a change without a reason is only a correction and
    leaves no trace. Raises MeetingNotAhead, FieldMissing, or what `checked_appointment` raises.
    """
    check_ahead(meeting)
    why = limits.checked("reason", reason, limits.PARAGRAPH, required=was_invited_to(meeting))
    kept = checked_appointment(to)
    changed = replace(
        with_raised_sequence(meeting),
        status=MeetingStatus.PLANNED,
        starts_on=kept.starts_on,
        starts_clock=kept.starts_clock,
        duration_minutes=kept.duration_minutes,
        place_kind=kept.place_kind,
        place=kept.place,
    )
    if not why:
        return changed, None
    return changed, MeetingMove(RowId(0), meeting.id, meeting.starts_on, meeting.starts_clock, why, moved_at)


def cancelled(meeting: Meeting, reason: str, at: datetime) -> Meeting:
    """The meeting called off at that moment, with its reason.

    Also one that was opened and then not held, because the citizen did not come. Raises
    MeetingNotAhead, FieldMissing, FieldTooLong or UnusableCharacter.
    """
    if meeting.status is not MeetingStatus.RUNNING:
        check_ahead(meeting)
    why = limits.checked("reason", reason, limits.PARAGRAPH, required=True)
    return replace(with_raised_sequence(meeting), status=MeetingStatus.CANCELLED, cancel_reason=why, closed_at=at)


def invited(meeting: Meeting, at: datetime) -> Meeting:
    """The meeting once invitations have been produced. Raises MeetingNotAhead."""
    check_ahead(meeting)
    return replace(meeting, status=MeetingStatus.INVITED, invited_at=at)


def opened(meeting: Meeting, at: datetime) -> Meeting:
    """The meeting with people in the room; one that runs already is unchanged. Raises MeetingNotAhead."""
    if meeting.status is MeetingStatus.RUNNING:
        return meeting
    check_ahead(meeting)
    return replace(meeting, status=MeetingStatus.RUNNING, opened_at=at)


def put_back(meeting: Meeting, participants: Iterable[Participant]) -> Meeting:
    """The meeting as it stood before it was opened by mistake. Raises MeetingNotRunning."""
    check_running(meeting)
    invited_to_it = any(participant.invited_at is not None for participant in participants)
    return replace(meeting, status=MeetingStatus.INVITED if invited_to_it else MeetingStatus.PLANNED, opened_at=None)


def held(meeting: Meeting, at: datetime, of_the_day: CoordinatorOfTheDay, *, with_citizen: bool) -> Meeting:
    """The closed meeting. Who coordinated, and for whom, is frozen on it and never moves.

    One that was planned for later counts on the day it was held. Raises MeetingNotRunning.
    """
    check_running(meeting)
    return replace(
        meeting,
        status=MeetingStatus.HELD,
        starts_on=min(meeting.starts_on, danish_day(meeting.opened_at or at)),
        closed_at=at,
        coordinator_id=of_the_day.employee_id,
        team_id=of_the_day.team_id,
        department_id=of_the_day.department_id,
        step=of_the_day.step,
        citizen_took_part=with_citizen,
    )


def evaluated(meeting: Meeting, evaluation: Evaluation) -> Meeting:
    """The meeting with the citizen's answers; no answer is an answer too. Raises EvaluationOutOfRange."""
    for score in (evaluation.heard, evaluation.makes_sense, evaluation.same_direction):
        if score is not None and not 0 <= score <= BEST_SCORE:
            raise EvaluationOutOfRange(score)
    return replace(
        meeting,
        evaluation_asked=True,
        evaluation_heard=evaluation.heard,
        evaluation_makes_sense=evaluation.makes_sense,
        evaluation_same_direction=evaluation.same_direction,
    )


def with_summary(meeting: Meeting, summary: str, *, read_aloud: bool) -> Meeting:
    """The meeting with its summary in plain words. Raises FieldTooLong or UnusableCharacter."""
    return replace(meeting, summary=limits.checked("summary", summary, limits.LONG), summary_read=read_aloud)


def checked_preparation(preparation: Preparation) -> Preparation:
    """The preparation when each field is within its limit. Raises FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(preparation, _PREPARATION_LIMITS)


def asked_again(participant: Participant) -> Participant:
    """The participant of a meeting that was moved: not invited to the new time, and not answered."""
    return replace(participant, invited_at=None, answer=InvitationAnswer.NONE, answer_note="")


def answered(participant: Participant, answer: InvitationAnswer, note: str = "") -> Participant:
    """The participant with their answer. Raises FieldTooLong or UnusableCharacter."""
    return replace(participant, answer=answer, answer_note=limits.checked("answer_note", note, limits.LINE))


def with_contribution(participant: Participant, contribution: str) -> Participant:
    """The participant with what they sent in writing. Raises FieldTooLong or UnusableCharacter."""
    text = limits.checked("written_contribution", contribution, limits.LONG)
    return replace(participant, written_contribution=text)


def attended(
    participant: Participant, attendance: Attendance, arrived: time | None = None, left: time | None = None
) -> Participant:
    """The participant with what really happened; late and left are times of somebody who was there."""
    if attendance is not Attendance.PRESENT:
        arrived = left = None
    return replace(participant, attendance=attendance, arrived_clock=arrived, left_clock=left)


def expected(participant: Participant) -> Participant:
    """The participant when the meeting opens: a no given before is an absence, a written contribution stands."""
    if participant.attendance is not Attendance.UNKNOWN:
        return participant
    if participant.written_contribution:
        return replace(participant, attendance=Attendance.WRITTEN)
    if participant.answer is InvitationAnswer.NO:
        return replace(participant, attendance=Attendance.ABSENT)
    return participant


def took_part(
    participants: Iterable[Participant],
    counting: frozenset[CitizenId],
    kinds: Mapping[ContactPersonId, ContactKind],
) -> bool:
    """Whether the meeting was held with the citizen, or the custody holder, guardian or party representative instead.

    `counting` are the subject's citizens and their custody holders; `kinds` says who the contact
    persons are. Supervision, definition 1.
    """
    return any(
        participant.attendance is Attendance.PRESENT and counts_as_citizen(participant, counting, kinds)
        for participant in participants
    )


def cancelled_in_a_row(meetings: Iterable[Meeting]) -> int:
    """How many of a subject's coordination meetings were cancelled since the last one that was held."""
    over = [
        meeting
        for meeting in meetings
        if meeting.kind is MeetingKind.COORDINATION and meeting.status in (MeetingStatus.HELD, MeetingStatus.CANCELLED)
    ]
    count = 0
    for meeting in sorted(over, key=lambda each: (each.starts_on, each.starts_clock), reverse=True):
        if meeting.status is MeetingStatus.HELD:
            break
        count += 1
    return count


def counts_as_citizen(
    participant: Participant, counting: frozenset[CitizenId], kinds: Mapping[ContactPersonId, ContactKind]
) -> bool:
    """The citizen, the custody holder, guardian or party representative; `counting` and `kinds` as in `took_part`."""
    if participant.citizen_id is not None:
        return participant.citizen_id in counting
    kind = kinds.get(participant.contact_person_id) if participant.contact_person_id is not None else None
    return kind is not None and kind.stands_for_citizen
