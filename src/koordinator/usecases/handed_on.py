"""Who has the work changes: the one's time ends, the other's begins the same day, and nothing is rewritten."""

from koordinator.domain.citizen import Citizen, PrimaryCaseworkerPeriod
from koordinator.domain.course import CoordinatorPeriod, Course
from koordinator.domain.handover import Handover, Held, overtaken
from koordinator.domain.ids import CitizenId, EmployeeId, RowId, SubjectId
from koordinator.domain.periods import holding_on
from koordinator.usecases.periods import end_open
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import coordinator_on, people_of


def coordinated_by(tx: Transaction, course: Course, employee_id: EmployeeId) -> CoordinatorPeriod:
    """The employee coordinates the course from today; whoever did so until now no longer does."""
    subject_id = course.subject_id
    now = tx.of(CoordinatorPeriod).find(subject_id=subject_id, until_on=None)
    if now is not None and now.employee_id == employee_id:
        return now
    end_open(tx, CoordinatorPeriod, tx.today, subject_id=subject_id)
    return tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), subject_id, course.id, employee_id, tx.today))


def primary_of(tx: Transaction, subject_id: SubjectId, employee_id: EmployeeId) -> tuple[CitizenId, ...]:
    """Those of the subject's citizens whose fast sagsbehandler the employee is today."""
    citizen_ids = people_of(tx, subject_id).citizen_ids
    periods = tx.of(PrimaryCaseworkerPeriod).where(citizen_id=citizen_ids, employee_id=employee_id)
    return tuple(each for each in citizen_ids if holding_on([p for p in periods if p.citizen_id == each], tx.today))


def held_by(tx: Transaction, subject_id: SubjectId, employee_id: EmployeeId) -> Held:
    """What the employee is to the subject today."""
    coordinates = coordinator_on(tx, subject_id, tx.today) == employee_id
    return Held(coordinates, bool(primary_of(tx, subject_id, employee_id)))


def pass_on_primary(tx: Transaction, subject_id: SubjectId, giver_id: EmployeeId, receiver_id: EmployeeId) -> None:
    """The receiver is the fast sagsbehandler from today of those whose it was the giver.

    Of a family's members those stay behind whom the giver hands over in a handover of their own.
    """
    own = frozenset(each.subject_id for each in tx.of(Handover).where(giver_id=giver_id, outcome=None)) - {subject_id}
    waiting = {citizen.id for citizen in tx.of(Citizen).where(subject_id=own)} if own else set()
    for citizen_id in primary_of(tx, subject_id, giver_id):
        if citizen_id in waiting:
            continue
        end_open(tx, PrimaryCaseworkerPeriod, tx.today, citizen_id=citizen_id)
        tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), citizen_id, receiver_id, tx.today))


def end_handovers(tx: Transaction, subject_id: SubjectId) -> None:
    """Something else decided who has the work: a handover that was under way is over."""
    under_way = tx.of(Handover).find(subject_id=subject_id, outcome=None)
    if under_way is not None:
        tx.of(Handover).save(overtaken(under_way, tx.today))


def end_handover_of_nothing(tx: Transaction, subject_id: SubjectId) -> None:
    """The giver is no longer the fast sagsbehandler: a handover of nothing else is over."""
    under_way = tx.of(Handover).find(subject_id=subject_id, outcome=None)
    held = held_by(tx, subject_id, under_way.giver_id) if under_way is not None else None
    if held is not None and not held.coordinates and not held.is_primary:
        end_handovers(tx, subject_id)
