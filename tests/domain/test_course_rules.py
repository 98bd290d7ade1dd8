"""How a course begins, who may coordinate it, how it ends."""

from dataclasses import replace
from datetime import date

import pytest

from koordinator.domain.course import Course, EndReason, NotOnStep
from koordinator.domain.course_rules import (
    CourseEnd,
    CourseOpen,
    CourseOverlaps,
    check_may_begin,
    check_may_coordinate,
    ended_course,
)
from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import CourseId, EmployeeId, RowId, SubjectId
from koordinator.domain.organisation import AuthorityPeriod, Employee, LacksAuthority
from koordinator.domain.steps import Step

TODAY = date(2026, 11, 21)
COURSE = Course(CourseId(1), "u", SubjectId(7), date(2026, 1, 5), version=1)
ENDED = replace(COURSE, until_on=date(2026, 9, 1))
IDA = Employee(EmployeeId(3), "Ida Mikkelsen")


def test_a_course_begins_between_the_last_ones_end_and_today() -> None:
    check_may_begin(TODAY, (), TODAY)
    check_may_begin(date(2026, 9, 1), (ENDED,), TODAY)

    with pytest.raises(CourseOpen):
        check_may_begin(TODAY, (ENDED, COURSE), TODAY)
    with pytest.raises(CourseOverlaps):
        check_may_begin(date(2026, 8, 31), (ENDED,), TODAY)
    with pytest.raises(CourseOverlaps):
        check_may_begin(date(2026, 11, 22), (), TODAY)


def test_an_end_says_whom_to_call() -> None:
    over = ended_course(COURSE, CourseEnd(EndReason.GOALS_REACHED, "Nu kan jeg selv. ", "Ida 72 00 00 00"), TODAY)

    assert (over.until_on, over.citizens_word, over.call_afterwards) == (TODAY, "Nu kan jeg selv.", "Ida 72 00 00 00")
    with pytest.raises(FieldMissing):
        ended_course(COURSE, CourseEnd(EndReason.GOALS_REACHED, "Nu kan jeg selv."), TODAY)
    with pytest.raises(FieldTooLong):
        ended_course(COURSE, CourseEnd(EndReason.OTHER, "a" * 2_001, "Ida"), TODAY)


@pytest.mark.parametrize("reason", [EndReason.DIED, EndReason.MOVED_AWAY, EndReason.PART_OF_FAMILY])
def test_there_is_nobody_to_call_for_who_is_gone_or_in_the_family(reason: EndReason) -> None:
    assert ended_course(COURSE, CourseEnd(reason), TODAY).end_reason is reason


def test_a_course_never_ends_before_it_begins() -> None:
    assert ended_course(COURSE, CourseEnd(EndReason.DIED), date(2025, 1, 1)).until_on == COURSE.from_on


def test_a_coordinator_holds_authority_on_the_day() -> None:
    held = AuthorityPeriod(RowId(1), IDA.id, date(2026, 1, 1), TODAY)

    check_may_coordinate(IDA, (held,), Step.MEETINGS, date(2026, 11, 20))
    with pytest.raises(LacksAuthority):
        check_may_coordinate(IDA, (held,), Step.ONE_CASEWORK, TODAY)


@pytest.mark.parametrize("step", [None, Step.NO_NEED, Step.ALIGNMENT])
def test_below_trin_2_there_is_no_coordinator(step: Step | None) -> None:
    held = AuthorityPeriod(RowId(1), IDA.id, date(2026, 1, 1))

    with pytest.raises(NotOnStep):
        check_may_coordinate(IDA, (held,), step, TODAY)
