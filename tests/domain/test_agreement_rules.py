"""Promises are made, go on, and are settled; what a meeting cannot grant gets an answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.agreement_rules import (
    AgreementSettled,
    Promise,
    Question,
    asked,
    asking_for_another_way,
    carried,
    changed_agreement,
    changed_decision,
    decided,
    done,
    not_done,
    opened_again,
    promise_of,
    promised,
    question_of,
    replaced_by,
    since_last,
)
from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import CitizenId, DepartmentId, EmployeeId, GoalId, MeetingId, SubjectId, ThemeId
from koordinator.domain.party import Party, PartyKind
from tests.domain.meetings import DAY, an_agreement

SCHOOL = Promise("Taler med skolen", Party(PartyKind.EMPLOYEE, 2), DAY, "", GoalId(5))
SUPPORT = Question("Støtte om morgenen", DepartmentId(1), EmployeeId(4), DAY)


def test_a_promise_names_what_who_and_when() -> None:
    agreement = promised("uid", SubjectId(1), SCHOOL, DAY, MeetingId(9))

    assert (agreement.what, agreement.employee_id, agreement.due_on) == ("Taler med skolen", 2, DAY)
    assert (agreement.meeting_id, agreement.goal_id, agreement.made_on) == (9, 5, DAY)
    assert agreement.is_complete


def test_what_was_made_is_written_anew_from_what_it_says() -> None:
    promise = replace(SCHOOL, rhythm="hver fredag", theme_id=ThemeId(3), member_id=CitizenId(8))
    question = replace(SUPPORT, theme_id=ThemeId(3), member_id=CitizenId(8))

    assert promise_of(promised("uid", SubjectId(1), promise, DAY)) == promise
    assert question_of(asked("uid", SubjectId(1), question)) == question


def test_what_is_only_words_is_bare_until_somebody_adds_to_it() -> None:
    agreement = promised("uid", SubjectId(1), Promise("Noget"), DAY)
    decision = asked("uid", SubjectId(1), Question("Noget"))

    assert agreement.is_bare
    assert decision.is_bare
    for promise in (SCHOOL, Promise("Noget", due_on=DAY), Promise("Noget", rhythm="hver fredag")):
        assert not changed_agreement(agreement, promise).is_bare
    assert not done(agreement, DAY).is_bare
    assert not changed_decision(decision, SUPPORT).is_bare
    assert not decided(decision, "Ja", DAY).is_bare


def test_a_promise_may_lack_its_person_but_not_its_words() -> None:
    assert not promised("uid", SubjectId(1), Promise("Noget"), DAY).is_complete
    with pytest.raises(FieldMissing):
        promised("uid", SubjectId(1), Promise(" "), DAY)
    with pytest.raises(FieldTooLong):
        promised("uid", SubjectId(1), Promise("x", rhythm="x" * 81), DAY)


def test_another_person_takes_the_place_of_the_first() -> None:
    agreement = changed_agreement(
        promised("uid", SubjectId(1), SCHOOL, DAY), replace(SCHOOL, who=Party(PartyKind.CITIZEN, 1))
    )

    assert (agreement.employee_id, agreement.citizen_id) == (None, 1)


def test_a_kept_promise_is_done_on_its_day() -> None:
    kept = done(an_agreement(), DAY)

    assert (kept.status, kept.settled_on) == (AgreementStatus.DONE, DAY)


def test_a_dropped_promise_says_why() -> None:
    dropped = not_done(an_agreement(), DAY, "Skolen svarer ikke")

    assert (dropped.status, dropped.not_done_reason) == (AgreementStatus.NOT_DONE, "Skolen svarer ikke")
    with pytest.raises(FieldMissing):
        not_done(an_agreement(), DAY, "")


SETTLED = not_done(an_agreement(), DAY, "fordi")


@pytest.mark.parametrize(
    "change",
    [
        lambda: changed_agreement(SETTLED, SCHOOL),
        lambda: done(SETTLED, DAY),
        lambda: not_done(SETTLED, DAY, "x"),
        lambda: carried(SETTLED, MeetingId(1), DAY),
    ],
)
def test_a_settled_promise_is_opened_before_it_is_changed(change: Callable[[], object]) -> None:
    with pytest.raises(AgreementSettled):
        change()

    assert opened_again(SETTLED) == an_agreement()


def test_a_promise_is_overdue_the_day_after_its_last() -> None:
    due_today = replace(an_agreement(), due_on=DAY)

    assert not due_today.is_overdue(DAY)
    assert due_today.is_overdue(DAY + timedelta(days=1))
    assert not done(due_today, DAY).is_overdue(DAY + timedelta(days=1))
    assert not an_agreement().is_overdue(DAY)


def test_going_on_is_counted_once_a_meeting() -> None:
    once = carried(an_agreement(), MeetingId(1), DAY)
    again = carried(once, MeetingId(1), DAY + timedelta(days=7))
    next_time = carried(again, MeetingId(2), None)

    assert (once.times_carried, again.times_carried, next_time.times_carried) == (1, 1, 2)
    assert (again.due_on, next_time.due_on) == (DAY + timedelta(days=7), None)


def test_a_promise_broken_three_times_asks_for_another_way() -> None:
    twice, thrice = (replace(an_agreement(), times_carried=times) for times in (2, 3))

    assert asking_for_another_way([twice]) == frozenset()
    assert asking_for_another_way([thrice]) == {thrice.id}
    assert asking_for_another_way([done(thrice, DAY)]) == frozenset()
    assert asking_for_another_way([replace(thrice, rhythm="hver fredag")]) == frozenset()


def test_the_same_words_promised_anew_are_the_same_promise() -> None:
    first = replace(not_done(an_agreement(1), DAY, "Ingen tid"), times_carried=1)
    again = replace(an_agreement(2), what=f"  {first.what.upper()} ", times_carried=1)
    by_another = replace(again, employee_id=EmployeeId(77))

    assert asking_for_another_way([first, again]) == {again.id}
    assert asking_for_another_way([first, by_another]) == frozenset()


def test_another_solution_keeps_the_person_and_the_goal_and_lacks_its_day() -> None:
    old = replace(an_agreement(), employee_id=EmployeeId(4), goal_id=GoalId(3), due_on=DAY)
    new = replaced_by(old, "Kører sammen")

    assert (new.what, new.goal_id, new.due_on, new.rhythm) == ("Kører sammen", GoalId(3), None, "")
    assert new.who is not None
    assert new.who.id == 4


def test_since_last_are_those_that_were_open_when_the_meeting_began() -> None:
    still_open = replace(an_agreement(1), due_on=DAY)
    without_day = an_agreement(2)
    settled_today = done(an_agreement(3), DAY)
    settled_before = done(an_agreement(4), DAY - timedelta(days=1))
    made_here = replace(an_agreement(5), meeting_id=MeetingId(9))
    made_later = replace(an_agreement(6), made_on=DAY + timedelta(days=1))
    everything = [settled_today, without_day, still_open, settled_before, made_here, made_later]

    assert since_last(everything, MeetingId(9), DAY) == (still_open, without_day, settled_today)


def test_a_question_names_who_answers_and_gets_its_outcome() -> None:
    decision = asked("uid", SubjectId(1), SUPPORT, MeetingId(9))

    assert (decision.department_id, decision.employee_id, decision.answer_by_on) == (1, 4, DAY)
    assert decision.is_open
    answered = decided(decision, "Bevilget", DAY)
    assert (answered.outcome, answered.outcome_on, answered.is_open) == ("Bevilget", DAY, False)


def test_a_question_has_words_and_an_outcome_too() -> None:
    with pytest.raises(FieldMissing):
        asked("uid", SubjectId(1), Question(""))
    with pytest.raises(FieldMissing):
        decided(asked("uid", SubjectId(1), SUPPORT), " ", DAY)

    assert changed_decision(asked("uid", SubjectId(1), SUPPORT), Question("Andet")).department_id is None
