"""How an agreement is made, carried on and settled, and how a pending decision gets its outcome."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from koordinator.domain import limits
from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import (
    AgreementId,
    CitizenId,
    DepartmentId,
    EmployeeId,
    GoalId,
    MeetingId,
    PendingDecisionId,
    SubjectId,
    ThemeId,
)
from koordinator.domain.party import Party, keys_of, party_of

ASKS_FOR_ANOTHER_WAY_AFTER: Final = 3
"""A promise that has been broken this often is not kept by being promised again."""


class AgreementSettled(DomainError):
    """The agreement is done or dropped already; it is opened again before it is changed."""

    status: AgreementStatus


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised, by whom (None: nobody yet), by when or how often, and for which goal."""

    what: str
    who: Party | None = None
    due_on: date | None = None
    rhythm: str = ""
    goal_id: GoalId | None = None
    theme_id: ThemeId | None = None
    member_id: CitizenId | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a meeting cannot grant: who of which department answers, and by when."""

    what: str
    department_id: DepartmentId | None = None
    employee_id: EmployeeId | None = None
    answer_by_on: date | None = None
    theme_id: ThemeId | None = None
    member_id: CitizenId | None = None


def promised(
    uid: str, subject_id: SubjectId, promise: Promise, made_on: date, meeting_id: MeetingId | None = None
) -> Agreement:
    """A new agreement; it may still lack its person or date. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    empty = Agreement(AgreementId(0), uid, subject_id, promise.what, made_on, meeting_id=meeting_id)
    return changed_agreement(empty, promise)


def changed_agreement(agreement: Agreement, promise: Promise) -> Agreement:
    """The agreement as changed. Raises AgreementSettled, FieldMissing, FieldTooLong or UnusableCharacter."""
    check_open(agreement)
    keys = keys_of(promise.who)
    changed = replace(
        agreement,
        what=promise.what,
        citizen_id=keys.citizen_id,
        employee_id=keys.employee_id,
        contact_person_id=keys.contact_person_id,
        due_on=promise.due_on,
        rhythm=promise.rhythm,
        goal_id=promise.goal_id,
        theme_id=promise.theme_id,
        member_id=promise.member_id,
    )
    return limits.checked_fields(changed, {"what": limits.PARAGRAPH, "rhythm": limits.SHORT}, required=("what",))


def check_open(agreement: Agreement) -> None:
    """Raises AgreementSettled when the agreement is done or dropped."""
    if agreement.status is not AgreementStatus.OPEN:
        raise AgreementSettled(agreement.status)


def done(agreement: Agreement, on: date) -> Agreement:
    """The agreement kept. Raises AgreementSettled."""
    check_open(agreement)
    return replace(agreement, status=AgreementStatus.DONE, settled_on=on)


def not_done(agreement: Agreement, on: date, reason: str) -> Agreement:
    """The agreement dropped, and why. Raises AgreementSettled, FieldMissing, FieldTooLong or UnusableCharacter."""
    check_open(agreement)
    why = limits.checked("reason", reason, limits.PARAGRAPH, required=True)
    return replace(agreement, status=AgreementStatus.NOT_DONE, settled_on=on, not_done_reason=why)


def carried(agreement: Agreement, meeting_id: MeetingId, due_on: date | None) -> Agreement:
    """The agreement that goes on, with its new day; counted once a meeting. Raises AgreementSettled."""
    check_open(agreement)
    again = agreement.carried_meeting_id == meeting_id
    return replace(
        agreement,
        due_on=due_on,
        times_carried=agreement.times_carried + (not again),
        carried_meeting_id=meeting_id,
    )


def promise_of(agreement: Agreement) -> Promise:
    """What the agreement promises, to be written in another way."""
    return Promise(
        agreement.what,
        party_of(agreement),
        agreement.due_on,
        agreement.rhythm,
        agreement.goal_id,
        agreement.theme_id,
        agreement.member_id,
    )


def replaced_by(agreement: Agreement, what: str) -> Promise:
    """Another solution in place of the promise: the same person and goal, and a day still to be found."""
    return replace(promise_of(agreement), what=what, due_on=None, rhythm="")


def opened_again(agreement: Agreement) -> Agreement:
    """The agreement as open; the reason it was dropped for is no longer true."""
    return replace(agreement, status=AgreementStatus.OPEN, settled_on=None, not_done_reason="")


def asking_for_another_way(agreements: Iterable[Agreement]) -> frozenset[AgreementId]:
    """The open agreements among a subject's whose promise has been broken so often that another solution is needed.

    It is the same promise when the same party made it in the same words, also as a new agreement. It is broken each
    time it comes to nothing, and each meeting at which it goes on to a new day; one with a rhythm goes on by itself.
    """
    every = tuple(agreements)
    broken: Counter[tuple[object, ...]] = Counter()
    for each in every:
        broken[_same_promise(each)] += _times_broken(each)
    return frozenset(
        each.id
        for each in every
        if each.status is AgreementStatus.OPEN and broken[_same_promise(each)] >= ASKS_FOR_ANOTHER_WAY_AFTER
    )


def since_last(agreements: Iterable[Agreement], meeting_id: MeetingId, opened_on: date) -> tuple[Agreement, ...]:
    """The agreements that were open when the meeting began: still open, or settled on its day or later.

    In the order of their day, those without one last. The meeting's own are not among them.
    """
    earlier = [
        each
        for each in agreements
        if each.meeting_id != meeting_id
        and each.made_on <= opened_on
        and (each.settled_on is None or each.settled_on >= opened_on)
    ]
    return tuple(sorted(earlier, key=lambda each: (each.due_on or date.max, each.id)))


def question_of(decision: PendingDecision) -> Question:
    """What the pending decision asks, to be written in another way."""
    return Question(
        decision.what,
        decision.department_id,
        decision.employee_id,
        decision.answer_by_on,
        decision.theme_id,
        decision.member_id,
    )


def asked(uid: str, subject_id: SubjectId, question: Question, meeting_id: MeetingId | None = None) -> PendingDecision:
    """A new pending decision; it may still lack who answers. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    empty = PendingDecision(PendingDecisionId(0), uid, subject_id, question.what, meeting_id=meeting_id)
    return changed_decision(empty, question)


def changed_decision(decision: PendingDecision, question: Question) -> PendingDecision:
    """The pending decision as changed. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    changed = replace(
        decision,
        what=question.what,
        department_id=question.department_id,
        employee_id=question.employee_id,
        answer_by_on=question.answer_by_on,
        theme_id=question.theme_id,
        member_id=question.member_id,
    )
    return limits.checked_fields(changed, {"what": limits.PARAGRAPH}, required=("what",))


def decided(decision: PendingDecision, outcome: str, on: date) -> PendingDecision:
    """The decision with its outcome and the day of it. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    text = limits.checked("outcome", outcome, limits.PARAGRAPH, required=True)
    return replace(decision, outcome=text, outcome_on=on)


def _same_promise(agreement: Agreement) -> tuple[object, ...]:
    words = " ".join(agreement.what.casefold().split())
    return (words, agreement.citizen_id, agreement.employee_id, agreement.contact_person_id)


def _times_broken(agreement: Agreement) -> int:
    came_to_nothing = agreement.status is AgreementStatus.NOT_DONE
    return came_to_nothing + (0 if agreement.rhythm else agreement.times_carried)
