"""Nobody leaves without: what is missing is said, and nothing else."""

from dataclasses import replace

import pytest

from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.closing_check import ClosingFacts, Lack, Missing, what_is_missing
from koordinator.domain.ids import DepartmentId, EmployeeId, MeetingId, PendingDecisionId, SubjectId
from koordinator.domain.meeting import Attendance, MeetingStatus
from tests.domain.meetings import DAY, a_meeting, a_participant, an_agreement

COMPLETE = replace(an_agreement(1), employee_id=EmployeeId(2), due_on=DAY)
ANSWERED_FOR = PendingDecision(
    PendingDecisionId(4), "uid", SubjectId(1), "Støtte", DepartmentId(1), EmployeeId(4), DAY, MeetingId(1)
)
WHOLE = ClosingFacts(
    meeting=replace(
        a_meeting(MeetingStatus.RUNNING), next_meeting_id=MeetingId(2), summary_read=True, evaluation_asked=True
    ),
    participants=(replace(a_participant(), attendance=Attendance.PRESENT),),
    with_citizen=True,
    earlier=(replace(an_agreement(7), carried_meeting_id=MeetingId(1)),),
    agreements=(COMPLETE,),
    decisions=(ANSWERED_FOR,),
)


def lacks(facts: ClosingFacts) -> list[Lack]:
    return [point.lack for point in what_is_missing(facts)]


def test_a_meeting_with_everything_lacks_nothing() -> None:
    assert what_is_missing(WHOLE) == ()


def test_everybody_is_there_or_not() -> None:
    assert lacks(replace(WHOLE, participants=(a_participant(),))) == [Lack.ATTENDANCE]


def test_a_meeting_without_the_citizen_says_why_and_asks_them_nothing() -> None:
    alone = replace(WHOLE, with_citizen=False, meeting=replace(WHOLE.meeting, evaluation_asked=False))

    assert lacks(alone) == [Lack.WITHOUT_CITIZEN]
    explained = replace(alone, meeting=replace(alone.meeting, without_citizen_reason="Indlagt"))
    assert lacks(explained) == []


def test_open_agreements_from_before_are_gone_through() -> None:
    earlier = replace(an_agreement(7), carried_meeting_id=MeetingId(99))
    settled = replace(an_agreement(8), status=AgreementStatus.DONE)

    assert what_is_missing(replace(WHOLE, earlier=(earlier, settled))) == (
        Missing(Lack.SINCE_LAST, 7, "Taler med skolen"),
    )


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        (an_agreement(1), [Lack.AGREEMENT_PERSON, Lack.AGREEMENT_DAY]),
        (replace(COMPLETE, employee_id=None), [Lack.AGREEMENT_PERSON]),
        (replace(COMPLETE, due_on=None), [Lack.AGREEMENT_DAY]),
        (replace(COMPLETE, due_on=None, rhythm="hver fredag"), []),
    ],
)
def test_each_agreement_has_one_person_and_a_day_or_rhythm(agreement: Agreement, expected: list[Lack]) -> None:
    assert lacks(replace(WHOLE, agreements=(agreement,))) == expected
    assert agreement.is_complete == (not expected)


def test_each_decision_has_a_department_a_person_and_a_day() -> None:
    bare = PendingDecision(PendingDecisionId(4), "uid", SubjectId(1), "Støtte")

    assert what_is_missing(replace(WHOLE, decisions=(bare,))) == (
        Missing(Lack.DECISION_DEPARTMENT, 4, "Støtte"),
        Missing(Lack.DECISION_PERSON, 4, "Støtte"),
        Missing(Lack.DECISION_DAY, 4, "Støtte"),
    )


def test_the_end_has_a_next_meeting_a_summary_and_three_questions() -> None:
    bare = replace(WHOLE, meeting=a_meeting(MeetingStatus.RUNNING))

    assert lacks(bare) == [Lack.NEXT_MEETING, Lack.SUMMARY, Lack.EVALUATION]
