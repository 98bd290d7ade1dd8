"""What the letters to the citizen or the family on who helps say."""

from koordinator.domain.citizen import PrimaryCaseworkerPeriod
from koordinator.domain.codes import EndReason
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.course import CoordinatorPeriod, Course
from koordinator.domain.handover import Handover
from koordinator.domain.ids import EmployeeId
from koordinator.domain.invitation_content import Addressee
from koordinator.domain.letter_content import (
    EndLetter,
    HandoverLetter,
    LetterHead,
    NobodyToName,
    NothingEnded,
    ResponsibleLetter,
)
from koordinator.domain.meeting import Meeting
from koordinator.domain.organisation import Employee
from koordinator.domain.periods import holds_on
from koordinator.usecases.handed_on import held_by
from koordinator.usecases.invitation_snapshot import address_lines
from koordinator.usecases.letter_texts import own_texts_today
from koordinator.usecases.paper_parts import appointment_content, sender_of, subject_content
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople, coordinator_on, people_of


def responsible_letter(tx: Transaction, people: SubjectPeople) -> ResponsibleLetter:
    """Who the coordinator and the primary caseworker are today. Raises NobodyToName."""
    coordinator_id = coordinator_on(tx, people.subject_id, tx.today)
    primary_id = _primary_of(tx, people)
    if coordinator_id is None and primary_id is None:
        raise NobodyToName(people.name)
    return ResponsibleLetter(
        _head(tx, people),
        _card(tx, coordinator_id, is_coordinator=True) if coordinator_id is not None else None,
        _card(tx, primary_id, is_primary=True) if primary_id is not None else None,
    )


def handover_letter(tx: Transaction, handover: Handover) -> HandoverLetter:
    """Who takes over, from whom and when."""
    people = people_of(tx, handover.subject_id)
    holder = handover.giver_id if handover.is_open else handover.receiver_id
    held = held_by(tx, handover.subject_id, holder)
    meeting = _introduction(tx, handover)
    return HandoverLetter(
        _head(tx, people),
        handover.kind,
        _card(tx, handover.giver_id, is_coordinator=held.coordinates, is_primary=held.is_primary),
        _card(tx, handover.receiver_id, is_coordinator=held.coordinates, is_primary=held.is_primary),
        handover.takes_effect_on,
        appointment_content(meeting, people) if meeting is not None else None,
    )


def end_letter(tx: Transaction, people: SubjectPeople) -> EndLetter:
    """The latest course is over. Raises NothingEnded while it is not, and when the citizen has died."""
    course = tx.of(Course).last(subject_id=people.subject_id, order_by="from_on")
    if course is None or course.until_on is None or course.end_reason in (None, EndReason.DIED):
        raise NothingEnded(people.name)
    last = tx.of(CoordinatorPeriod).last(course_id=course.id, order_by="from_on")
    return EndLetter(
        _head(tx, people),
        course.end_reason,
        course.until_on,
        course.citizens_word,
        course.call_afterwards,
        _card(tx, last.employee_id, is_coordinator=True) if last is not None else None,
    )


def _introduction(tx: Transaction, handover: Handover) -> Meeting | None:
    """Where all three meet, while that is still to be."""
    meeting = tx.of(Meeting).get(handover.meeting_id) if handover.meeting_id is not None else None
    return meeting if meeting is not None and meeting.status.is_ahead and meeting.starts_on >= tx.today else None


def _head(tx: Transaction, people: SubjectPeople) -> LetterHead:
    return LetterHead(sender_of(tx), subject_content(people), _addressee(people), tx.today, own_texts_today(tx))


def _addressee(people: SubjectPeople) -> Addressee:
    """The family's address is that of its grown-ups, where they have one in common that nobody's protection hides."""
    grown_up = [citizen for citizen in people.citizens if citizen.id not in people.children]
    found = {address_lines(citizen) for citizen in grown_up}
    lines = found.pop() if len(found) == 1 and not people.has_protected_address else ()
    return Addressee(people.name, lines)


def _primary_of(tx: Transaction, people: SubjectPeople) -> EmployeeId | None:
    """The fast sagsbehandler, where all who have one have the same."""
    periods = tx.of(PrimaryCaseworkerPeriod).where(citizen_id=people.citizen_ids)
    found = {period.employee_id for period in periods if holds_on(period, tx.today)}
    return found.pop() if len(found) == 1 else None


def _card(
    tx: Transaction, employee_id: EmployeeId, *, is_coordinator: bool = False, is_primary: bool = False
) -> ContactCard:
    employee = tx.of(Employee).get(employee_id)
    return ContactCard(
        name=employee.name,
        role=employee.title,
        phone=employee.phone,
        phone_hours=employee.phone_hours,
        email=employee.email,
        is_coordinator=is_coordinator,
        is_primary_caseworker=is_primary,
    )
