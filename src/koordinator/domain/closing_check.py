"""Nobody leaves without: what is missing before people go. It is said, never forced: a meeting may have to end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.meeting import Attendance, Meeting, Participant
from koordinator.domain.party import party_of


class Lack(StrEnum):
    """What is missing, in the order in which it is put right."""

    ATTENDANCE = "attendance"
    WITHOUT_CITIZEN = "without_citizen"
    """Neither the citizen nor anybody in their place was there, and no reason is noted."""
    SINCE_LAST = "since_last"
    """An agreement from before has not been gone through."""
    AGREEMENT_PERSON = "agreement_person"
    AGREEMENT_DAY = "agreement_day"
    DECISION_DEPARTMENT = "decision_department"
    DECISION_PERSON = "decision_person"
    DECISION_DAY = "decision_day"
    NEXT_MEETING = "next_meeting"
    SUMMARY = "summary"
    """The summary has not been read aloud."""
    EVALUATION = "evaluation"
    """The citizen has not been asked the three questions."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing. `name` is the agreement, the decision, or empty; `thing_id` its key, or 0."""

    lack: Lack
    thing_id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """What the check looks at. `agreements` and `decisions` are the meeting's own, `earlier` those from before it."""

    meeting: Meeting
    participants: tuple[Participant, ...]
    with_citizen: bool
    earlier: tuple[Agreement, ...]
    agreements: tuple[Agreement, ...]
    decisions: tuple[PendingDecision, ...]


def what_is_missing(facts: ClosingFacts) -> tuple[Missing, ...]:
    """Everything that is missing before people leave, the most pressing first."""
    return (
        *_of_attendance(facts),
        *_of_earlier(facts),
        *_of_agreements(facts.agreements),
        *_of_decisions(facts.decisions),
        *_of_closing(facts),
    )


def _of_attendance(facts: ClosingFacts) -> Iterator[Missing]:
    if any(participant.attendance is Attendance.UNKNOWN for participant in facts.participants):
        yield Missing(Lack.ATTENDANCE)
    if not facts.with_citizen and not facts.meeting.without_citizen_reason:
        yield Missing(Lack.WITHOUT_CITIZEN)


def _of_earlier(facts: ClosingFacts) -> Iterator[Missing]:
    for agreement in facts.earlier:
        gone_through = agreement.carried_meeting_id == facts.meeting.id
        if agreement.status is AgreementStatus.OPEN and not gone_through:
            yield Missing(Lack.SINCE_LAST, agreement.id, agreement.what)


def _of_agreements(agreements: Iterable[Agreement]) -> Iterator[Missing]:
    for agreement in agreements:
        if party_of(agreement) is None:
            yield Missing(Lack.AGREEMENT_PERSON, agreement.id, agreement.what)
        if agreement.due_on is None and not agreement.rhythm:
            yield Missing(Lack.AGREEMENT_DAY, agreement.id, agreement.what)


def _of_decisions(decisions: Iterable[PendingDecision]) -> Iterator[Missing]:
    for decision in decisions:
        if decision.department_id is None:
            yield Missing(Lack.DECISION_DEPARTMENT, decision.id, decision.what)
        if decision.employee_id is None:
            yield Missing(Lack.DECISION_PERSON, decision.id, decision.what)
        if decision.answer_by_on is None:
            yield Missing(Lack.DECISION_DAY, decision.id, decision.what)


def _of_closing(facts: ClosingFacts) -> Iterator[Missing]:
    if facts.meeting.next_meeting_id is None:
        yield Missing(Lack.NEXT_MEETING)
    if not facts.meeting.summary_read:
        yield Missing(Lack.SUMMARY)
    if facts.with_citizen and not facts.meeting.evaluation_asked:
        yield Missing(Lack.EVALUATION)
