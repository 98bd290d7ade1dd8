"""What may happen to a meeting, and who counts as there."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import (
    CitizenId,
    ContactPersonId,
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
    MeetingNotAhead,
    MeetingNotRunning,
    MeetingStatus,
    PlaceKind,
    Preparation,
)
from koordinator.domain.meeting_rules import (
    Appointment,
    CoordinatorOfTheDay,
    DurationOutOfRange,
    Evaluation,
    EvaluationOutOfRange,
    answered,
    appointment_of,
    asked_again,
    attended,
    cancelled,
    cancelled_in_a_row,
    checked_preparation,
    evaluated,
    expected,
    held,
    invited,
    moved,
    opened,
    planned_meeting,
    put_back,
    took_part,
    with_contribution,
    with_summary,
)
from koordinator.domain.register import ContactKind
from koordinator.domain.steps import Step
from tests.domain.meetings import DAY, METTE, MOMENT, a_meeting, a_participant

LATER = Appointment(date(2026, 12, 1), time(10), 60, PlaceKind.TOWN_HALL, "2.14")
OF_THE_DAY = CoordinatorOfTheDay(METTE, TeamId(2), DepartmentId(3), Step.MEETINGS)
OVER = [MeetingStatus.HELD, MeetingStatus.CANCELLED]
NOT_RUNNING = [MeetingStatus.PLANNED, MeetingStatus.INVITED, *OVER]


def test_a_meeting_is_planned_at_its_appointment() -> None:
    meeting = planned_meeting("uid", SubjectId(7), None, MeetingKind.NETWORK, LATER)

    assert appointment_of(meeting) == LATER
    assert (meeting.status, meeting.kind, meeting.subject_id) == (MeetingStatus.PLANNED, MeetingKind.NETWORK, 7)


@pytest.mark.parametrize("minutes", [4, 1441])
def test_a_meeting_lasts_from_five_minutes_to_a_day(minutes: int) -> None:
    with pytest.raises(DurationOutOfRange):
        planned_meeting("uid", SubjectId(7), None, MeetingKind.NETWORK, replace(LATER, duration_minutes=minutes))


def test_a_place_has_a_limit() -> None:
    with pytest.raises(FieldTooLong):
        moved(a_meeting(), replace(LATER, place="x" * 201), "", MOMENT)


def test_before_anybody_is_invited_a_new_time_is_a_correction() -> None:
    meeting, move = moved(a_meeting(), LATER, "", MOMENT)

    assert appointment_of(meeting) == LATER
    assert (meeting.calendar_sequence, move) == (0, None)


def test_moving_after_the_invitation_needs_a_reason_and_raises_the_sequence() -> None:
    with pytest.raises(FieldMissing):
        moved(a_meeting(MeetingStatus.INVITED), LATER, " ", MOMENT)

    meeting, move = moved(a_meeting(MeetingStatus.INVITED), LATER, "Lone er syg", MOMENT)

    assert (meeting.status, meeting.calendar_sequence) == (MeetingStatus.PLANNED, 1)
    assert move is not None
    assert (move.id, move.from_starts_on, move.from_starts_clock, move.reason) == (
        RowId(0),
        DAY,
        time(13),
        "Lone er syg",
    )


def test_a_meeting_moved_twice_has_a_sequence_of_two() -> None:
    once, _ = moved(a_meeting(MeetingStatus.INVITED), LATER, "en", MOMENT)
    twice, _ = moved(once, replace(LATER, starts_clock=time(11)), "to", MOMENT)

    assert twice.calendar_sequence == 2


def test_a_meeting_is_invited_to_when_the_papers_are_there() -> None:
    meeting = invited(a_meeting(), MOMENT)

    assert (meeting.status, meeting.invited_at) == (MeetingStatus.INVITED, MOMENT)


@pytest.mark.parametrize("status", [*OVER, MeetingStatus.RUNNING])
def test_a_meeting_that_is_over_or_runs_is_not_moved_or_invited_to(status: MeetingStatus) -> None:
    with pytest.raises(MeetingNotAhead) as caught:
        moved(a_meeting(status), LATER, "grund", MOMENT)
    assert caught.value.status is status
    with pytest.raises(MeetingNotAhead):
        invited(a_meeting(status), MOMENT)


@pytest.mark.parametrize(
    ("status", "sequence"), [(MeetingStatus.PLANNED, 0), (MeetingStatus.INVITED, 1), (MeetingStatus.RUNNING, 0)]
)
def test_a_cancelled_meeting_keeps_its_reason(status: MeetingStatus, sequence: int) -> None:
    meeting = cancelled(a_meeting(status), " Ingen kom ", MOMENT)

    assert (meeting.status, meeting.cancel_reason) == (MeetingStatus.CANCELLED, "Ingen kom")
    assert meeting.closed_at == MOMENT
    assert meeting.calendar_sequence == sequence


def test_a_meeting_is_not_cancelled_without_a_reason_or_once_it_is_over() -> None:
    with pytest.raises(FieldMissing):
        cancelled(a_meeting(), "", MOMENT)
    with pytest.raises(MeetingNotAhead):
        cancelled(a_meeting(MeetingStatus.HELD), "grund", MOMENT)


def test_opening_again_opens_where_it_was() -> None:
    running = opened(a_meeting(MeetingStatus.INVITED), MOMENT)

    assert (running.status, running.opened_at) == (MeetingStatus.RUNNING, MOMENT)
    assert opened(running, MOMENT + timedelta(hours=1)) == running
    with pytest.raises(MeetingNotAhead):
        opened(a_meeting(MeetingStatus.HELD), MOMENT)


@pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.INVITED])
def test_a_meeting_opened_by_mistake_is_put_back(status: MeetingStatus) -> None:
    before = a_meeting(status)
    lone = replace(a_participant(), invited_at=MOMENT if status is MeetingStatus.INVITED else None)

    assert put_back(opened(before, MOMENT), (lone,)) == before


@pytest.mark.parametrize("status", NOT_RUNNING)
def test_only_a_running_meeting_is_closed_or_put_back(status: MeetingStatus) -> None:
    with pytest.raises(MeetingNotRunning) as caught:
        held(a_meeting(status), MOMENT, OF_THE_DAY, with_citizen=True)
    assert caught.value.status is status
    with pytest.raises(MeetingNotRunning):
        put_back(a_meeting(status), ())


def test_closing_freezes_who_coordinated_and_for_whom() -> None:
    meeting = held(a_meeting(MeetingStatus.RUNNING), MOMENT, OF_THE_DAY, with_citizen=True)

    assert (meeting.status, meeting.closed_at, meeting.citizen_took_part) == (MeetingStatus.HELD, MOMENT, True)
    assert (
        CoordinatorOfTheDay(meeting.coordinator_id, meeting.team_id, meeting.department_id, meeting.step) == OF_THE_DAY
    )


def test_a_meeting_held_before_its_time_counts_on_the_day_it_was_held() -> None:
    early = replace(a_meeting(MeetingStatus.RUNNING, day=date(2026, 12, 1)), opened_at=MOMENT)
    past_midnight = replace(early, opened_at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC))

    assert held(early, MOMENT, OF_THE_DAY, with_citizen=True).starts_on == DAY
    assert held(past_midnight, MOMENT, OF_THE_DAY, with_citizen=True).starts_on == date(2026, 11, 22)
    assert held(replace(early, opened_at=None), MOMENT, OF_THE_DAY, with_citizen=True).starts_on == DAY


def test_a_meeting_written_up_the_day_after_keeps_its_day() -> None:
    yesterday = a_meeting(MeetingStatus.RUNNING, day=DAY - timedelta(days=1))

    assert held(yesterday, MOMENT, OF_THE_DAY, with_citizen=True).starts_on == DAY - timedelta(days=1)


def test_the_citizen_is_asked_and_may_leave_the_answer_out() -> None:
    meeting = evaluated(a_meeting(MeetingStatus.RUNNING), Evaluation(4, None, 0))

    assert meeting.evaluation_asked
    assert (meeting.evaluation_heard, meeting.evaluation_makes_sense, meeting.evaluation_same_direction) == (4, None, 0)


@pytest.mark.parametrize("evaluation", [Evaluation(heard=5), Evaluation(makes_sense=-1), Evaluation(same_direction=7)])
def test_an_answer_is_from_zero_to_four(evaluation: Evaluation) -> None:
    with pytest.raises(EvaluationOutOfRange):
        evaluated(a_meeting(), evaluation)


def test_the_summary_and_whether_it_was_read() -> None:
    meeting = with_summary(a_meeting(), " Kort ", read_aloud=True)

    assert (meeting.summary, meeting.summary_read) == ("Kort", True)


def test_preparation_has_limits() -> None:
    preparation = Preparation(RowId(0), MeetingId(1), wants_to_discuss=" Morgener ")

    assert checked_preparation(preparation).wants_to_discuss == "Morgener"
    with pytest.raises(FieldTooLong):
        checked_preparation(replace(preparation, wants_present="x" * 2001))


def test_a_moved_meeting_is_asked_about_again() -> None:
    said_yes = replace(answered(a_participant(), InvitationAnswer.YES, "gerne"), invited_at=MOMENT)

    assert asked_again(said_yes) == a_participant()


def test_an_answer_keeps_its_note() -> None:
    participant = answered(a_participant(), InvitationAnswer.NO, " ferie ")

    assert (participant.answer, participant.answer_note) == (InvitationAnswer.NO, "ferie")


def test_late_and_left_belong_to_somebody_who_was_there() -> None:
    late = attended(a_participant(), Attendance.PRESENT, time(13, 20), time(14))
    absent = attended(late, Attendance.ABSENT, time(13, 20), time(14))

    assert (late.arrived_clock, late.left_clock) == (time(13, 20), time(14))
    assert (absent.attendance, absent.arrived_clock, absent.left_clock) == (Attendance.ABSENT, None, None)


def test_what_was_said_before_flows_into_attendance() -> None:
    no = answered(a_participant(), InvitationAnswer.NO)
    wrote = with_contribution(no, "Hilsen fra lægen")

    assert expected(no).attendance is Attendance.ABSENT
    assert expected(wrote).attendance is Attendance.WRITTEN
    assert expected(a_participant()).attendance is Attendance.UNKNOWN
    there = attended(no, Attendance.PRESENT)
    assert expected(there) is there


LONE, ANNA, MOTHER = CitizenId(1), CitizenId(2), CitizenId(3)
KINDS = {ContactPersonId(number): kind for number, kind in enumerate(ContactKind, start=1)}


def test_a_meeting_with_the_citizen_or_custody_holder_counts() -> None:
    there = attended(replace(a_participant(), citizen_id=LONE), Attendance.PRESENT)
    counting = frozenset({LONE, MOTHER})

    assert took_part([there], counting, KINDS)
    assert took_part([replace(there, citizen_id=MOTHER)], counting, KINDS)
    assert not took_part([replace(there, citizen_id=ANNA)], counting, KINDS)
    assert not took_part([attended(there, Attendance.WRITTEN)], counting, KINDS)
    assert not took_part([replace(there, citizen_id=None, employee_id=EmployeeId(1))], counting, KINDS)
    assert not took_part([], counting, KINDS)


@given(st.sampled_from(list(ContactKind)))
def test_of_the_network_only_who_stands_for_the_citizen_counts(kind: ContactKind) -> None:
    (contact_id,) = [key for key, value in KINDS.items() if value is kind]
    there = attended(replace(a_participant(), contact_person_id=contact_id), Attendance.PRESENT)

    stands_for = {ContactKind.PARTY_REPRESENTATIVE, ContactKind.GUARDIAN, ContactKind.CUSTODY_HOLDER}
    assert took_part([there], frozenset(), KINDS) == (kind in stands_for)


def on_days(*statuses: MeetingStatus) -> list[Meeting]:
    return [
        a_meeting(status, day=DAY + timedelta(days=number), number=number) for number, status in enumerate(statuses)
    ]


def test_cancelled_meetings_are_counted_back_to_the_last_held_one() -> None:
    gone, was, ahead = MeetingStatus.CANCELLED, MeetingStatus.HELD, MeetingStatus.PLANNED

    assert cancelled_in_a_row([]) == 0
    assert cancelled_in_a_row(on_days(gone, was)) == 0
    assert cancelled_in_a_row(on_days(was, gone, gone, ahead)) == 2
    assert cancelled_in_a_row(reversed(on_days(gone, was, gone))) == 1


def test_only_coordination_meetings_count_in_a_row() -> None:
    talks = [replace(each, kind=MeetingKind.PREPARATORY_TALK) for each in on_days(MeetingStatus.CANCELLED)]

    assert cancelled_in_a_row(talks) == 0
