"""What each department hands over on trin 3: who is missing a line, what may be changed, and what presses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain import limits
from koordinator.domain.course import StepPeriod
from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import (
    CaseFileId,
    CitizenId,
    CourseId,
    DepartmentId,
    EmployeeId,
    RowId,
    SubjectId,
    TakeoverId,
)
from koordinator.domain.register import CaseFile, CaseStatus
from koordinator.domain.steps import Step
from koordinator.domain.takeover import (
    Takeover,
    TakeoverDayOff,
    TakeoverOutcome,
    TakeoverOver,
    checked_takeover,
    is_put_off,
    left,
    missing_lines,
    most_pressing,
    of_stay,
)

TODAY = date(2026, 11, 21)
CAME_ON = date(2026, 11, 1)
STAY = StepPeriod(RowId(4), SubjectId(7), CourseId(3), Step.ONE_CASEWORK, CAME_ON)
LINE = Takeover(TakeoverId(1), SubjectId(7), CourseId(3), DepartmentId(2), "Merudgifter", TODAY, CAME_ON)
LONE, OTTO = CitizenId(11), CitizenId(12)


def case(department: int, title: str = "", citizen: CitizenId = LONE, **said: object) -> CaseFile:
    filled = CaseFile(CaseFileId(1), "SB-1", citizen, DepartmentId(department), title=title)
    return replace(filled, **said)  # type: ignore[arg-type]


def taken_over(line: Takeover, on: date) -> Takeover:
    return replace(line, until_on=on, outcome=TakeoverOutcome.TAKEN_OVER)


def test_each_department_with_an_open_case_gets_one_line_in_words() -> None:
    cases = (
        case(2, "Merudgifter"),
        case(2, "Botræning", OTTO, caseworker_id=EmployeeId(5)),
        case(1),
        case(3, status=CaseStatus.CLOSED),
    )

    first, second = missing_lines(STAY, cases, (), {LONE: "Lone", OTTO: "Otto"}, TODAY)

    assert (first.department_id, first.what, first.employee_id) == (1, "SB-1 (Lone)", None)
    assert (second.what, second.employee_id) == ("Merudgifter (Lone), Botræning (Otto)", EmployeeId(5))
    assert (second.subject_id, second.course_id, second.from_on, second.expected_on) == (7, 3, CAME_ON, TODAY)
    assert second.waits


def test_a_department_is_listed_once_in_a_time_on_trin_3() -> None:
    again = replace(STAY, from_on=TODAY)

    assert missing_lines(STAY, (case(2),), (taken_over(LINE, TODAY),), {}, TODAY) == ()
    assert [line.department_id for line in missing_lines(again, (case(2),), (LINE,), {}, TODAY)] == [2]


def test_many_cases_are_cut_to_what_a_line_holds() -> None:
    (line,) = missing_lines(STAY, [case(2, "x" * limits.LINE)] * 20, (), {}, TODAY)

    assert checked_takeover(line, None, TODAY) == line
    assert line.what.endswith("…")


def test_what_waits_stands_first() -> None:
    late = replace(LINE, id=TakeoverId(2), expected_on=TODAY - timedelta(days=3))
    over = taken_over(replace(LINE, id=TakeoverId(3)), CAME_ON)
    other = replace(LINE, from_on=CAME_ON - timedelta(days=90))

    assert of_stay((over, LINE, other, late), STAY) == (late, LINE, over)


@pytest.mark.parametrize(
    ("line", "presses"),
    [
        (replace(LINE, expected_on=TODAY + timedelta(days=9)), True),
        (replace(LINE, expected_on=TODAY + timedelta(days=9), wait_reason="Ferie"), False),
        (replace(LINE, wait_reason="Ferie"), True),
        (taken_over(LINE, TODAY), False),
    ],
)
def test_a_line_rests_while_a_reason_is_known_and_its_day_is_ahead(line: Takeover, presses: bool) -> None:
    assert line.presses_on(TODAY) is presses
    assert (most_pressing((line,), TODAY) is line) is presses


def test_what_was_expected_first_presses_most() -> None:
    first = replace(LINE, id=TakeoverId(2), expected_on=TODAY - timedelta(days=3))

    assert most_pressing((LINE, first), TODAY) == first


@pytest.mark.parametrize("day", [CAME_ON, TODAY])
def test_it_is_taken_over_on_a_day_on_trin_3(day: date) -> None:
    assert checked_takeover(taken_over(LINE, day), LINE, TODAY).until_on == day


@pytest.mark.parametrize("day", [CAME_ON - timedelta(days=1), TODAY + timedelta(days=1)])
def test_no_other_day_will_do(day: date) -> None:
    with pytest.raises(TakeoverDayOff) as raised:
        checked_takeover(taken_over(LINE, day), LINE, TODAY)
    assert (raised.value.earliest_on, raised.value.latest_on) == (CAME_ON, TODAY)


def test_what_is_over_is_not_changed() -> None:
    with pytest.raises(TakeoverOver):
        checked_takeover(LINE, taken_over(LINE, TODAY), TODAY)


def test_putting_off_needs_a_reason_and_bringing_forward_none() -> None:
    later, sooner = TODAY + timedelta(days=7), TODAY - timedelta(days=7)

    with pytest.raises(FieldMissing):
        checked_takeover(replace(LINE, expected_on=later), LINE, TODAY)
    assert is_put_off(later, LINE)
    assert checked_takeover(replace(LINE, expected_on=later, wait_reason=" Ferie "), LINE, TODAY).wait_reason == "Ferie"
    assert checked_takeover(replace(LINE, expected_on=sooner), LINE, TODAY).expected_on == sooner
    assert checked_takeover(replace(LINE, expected_on=later), None, TODAY).expected_on == later
    assert checked_takeover(taken_over(replace(LINE, expected_on=later), TODAY), LINE, TODAY).until_on == TODAY


def test_what_is_not_handed_over_says_why() -> None:
    stays = replace(LINE, until_on=TODAY, outcome=TakeoverOutcome.NOT_HANDED_OVER)

    with pytest.raises(FieldMissing):
        checked_takeover(stays, LINE, TODAY)
    assert checked_takeover(replace(stays, outcome_reason="Bliver i Sundhed"), LINE, TODAY).outcome_reason
    assert left(LINE).outcome is TakeoverOutcome.LEFT_STEP


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=8), st.sets(st.integers(1, 4)))
def test_no_department_with_an_open_case_is_without_a_line(cases: list[tuple[int, bool]], listed: set[int]) -> None:
    known = tuple(replace(LINE, department_id=DepartmentId(number)) for number in listed)
    registered = [case(number, status=CaseStatus.ACTIVE if is_open else CaseStatus.CLOSED) for number, is_open in cases]

    made = missing_lines(STAY, registered, known, {}, TODAY)

    after = [line.department_id for line in (*known, *made)]
    assert {number for number, is_open in cases if is_open} <= set(after)
    assert len(after) == len(set(after))
