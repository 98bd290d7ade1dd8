"""What is shown of handovers: an employee's portfolio with who could receive it, and one handover with all it needs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.citizen import Citizen, PrimaryCaseworkerPeriod, SubjectKind
from koordinator.domain.contact_note import ContactNote, standing
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.folding import danish_order
from koordinator.domain.handover import Handover, HandoverItem, Held, introduction_day, missing_items
from koordinator.domain.ids import EmployeeId, HandoverId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import Meeting, Preparation
from koordinator.domain.organisation import AuthorityPeriod, Employee
from koordinator.domain.periods import holds_on
from koordinator.domain.steps import Step
from koordinator.usecases.ports import Transaction
from koordinator.usecases.routine import current_routine


@dataclass(frozen=True, slots=True)
class PortfolioLine:
    """A subject that the employee has, and the handover that is under way. `key` is the citizen's or the family's."""

    subject_id: SubjectId
    kind: SubjectKind
    key: int
    name: str
    step: Step | None
    held: Held
    open_agreements: int
    under_way: Handover | None


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who could receive: how many courses they coordinate today, and whether they hold authority."""

    employee: Employee
    courses: int
    has_authority: bool


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A handover that is under way, with its checklist's open lines and the names."""

    handover: Handover
    kind: SubjectKind
    key: int
    name: str
    giver: str
    receiver: str
    missing: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What the employee has today, who else there is, and what is under way from or to the employee."""

    today: date
    giver: Employee
    lines: tuple[PortfolioLine, ...]
    receivers: tuple[Receiver, ...]
    under_way: tuple[HandoverLine, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the citizen has told already: own words of the plan, preparations and notes of contacts, newest first."""

    plan: JointPlan | None
    preparations: tuple[Preparation, ...]
    notes: tuple[ContactNote, ...]


@dataclass(frozen=True, slots=True)
class HandoverFile:
    """A handover with all that the receiver needs. `introduce_on` is the day proposed for the introduction meeting."""

    today: date
    handover: Handover
    giver: Employee
    receiver: Employee
    items: tuple[HandoverItem, ...]
    agreements: tuple[Agreement, ...]
    told: Told
    meeting: Meeting | None
    introduce_on: date


def load_portfolio(tx: Transaction, giver: Employee, seen: frozenset[SubjectId] | None) -> Portfolio:
    """The employee's portfolio today as far as it may be seen (None: all), in the order of a Danish list."""
    coordinated = _among(_coordinated(tx, giver.id), seen)
    primary = _among(_primary(tx, giver.id), seen)
    open_handovers = [each for each in tx.of(Handover).where(outcome=None) if seen is None or each.subject_id in seen]
    under_way = {each.subject_id: each for each in open_handovers}
    subject_ids = coordinated | primary
    agreements = Counter(
        each.subject_id for each in tx.of(Agreement).where(subject_id=subject_ids, status=AgreementStatus.OPEN)
    )
    lines = tuple(
        PortfolioLine(
            facts.subject_id,
            facts.kind,
            facts.key,
            facts.name,
            facts.step,
            Held(facts.subject_id in coordinated, facts.subject_id in primary),
            agreements[facts.subject_id],
            under_way.get(facts.subject_id),
        )
        for facts in tx.guide.of_subjects(subject_ids)
    )
    own = [each for each in open_handovers if giver.id in (each.giver_id, each.receiver_id)]
    return Portfolio(
        tx.today,
        giver,
        tuple(sorted(lines, key=lambda line: danish_order(line.name))),
        receivers_today(tx, giver.id),
        handover_lines(tx, own),
    )


def _among(subject_ids: frozenset[SubjectId], seen: frozenset[SubjectId] | None) -> frozenset[SubjectId]:
    return subject_ids if seen is None else subject_ids & seen


def receivers_today(tx: Transaction, giver_id: EmployeeId) -> tuple[Receiver, ...]:
    """Everybody but the giver, with what they carry."""
    periods = tx.of(CoordinatorPeriod).where(until_on=None)
    courses = Counter(period.employee_id for period in periods if holds_on(period, tx.today))
    authority = {period.employee_id for period in tx.of(AuthorityPeriod).where() if holds_on(period, tx.today)}
    others = (each for each in tx.of(Employee).where(merged_into_id=None) if each.id != giver_id)
    found = (Receiver(each, courses[each.id], each.id in authority) for each in others)
    return tuple(sorted(found, key=lambda each: danish_order(each.employee.name)))


def handover_lines(tx: Transaction, handovers: Iterable[Handover]) -> tuple[HandoverLine, ...]:
    """The handovers with names and what is left to tick, the earliest day first."""
    known = sorted(handovers, key=lambda each: (each.takes_effect_on, each.id))
    names = {each.id: each.name for each in tx.of(Employee).where(id=frozenset(_employees(known)))}
    subjects = {each.subject_id: each for each in tx.guide.of_subjects(each.subject_id for each in known)}
    items: dict[HandoverId, list[HandoverItem]] = {each.id: [] for each in known}
    for item in tx.of(HandoverItem).where(handover_id=frozenset(items)):
        items[item.handover_id].append(item)
    return tuple(
        HandoverLine(
            each,
            subjects[each.subject_id].kind,
            subjects[each.subject_id].key,
            subjects[each.subject_id].name,
            names[each.giver_id],
            names[each.receiver_id],
            missing_items(items[each.id]),
        )
        for each in known
    )


def load_handover_file(tx: Transaction, handover: Handover) -> HandoverFile:
    """The handover with what the receiver reads, so that the citizen need not tell it again."""
    subject_id = handover.subject_id
    meetings = tx.of(Meeting).where(subject_id=subject_id, order_by="starts_on")
    preparations = {
        each.meeting_id: each for each in tx.of(Preparation).where(meeting_id=tuple(each.id for each in meetings))
    }
    return HandoverFile(
        today=tx.today,
        handover=handover,
        giver=tx.of(Employee).get(handover.giver_id),
        receiver=tx.of(Employee).get(handover.receiver_id),
        items=tx.of(HandoverItem).where(handover_id=handover.id, order_by="position"),
        agreements=tx.of(Agreement).where(subject_id=subject_id, status=AgreementStatus.OPEN),
        told=Told(
            tx.of(JointPlan).last(subject_id=subject_id),
            tuple(preparations[each.id] for each in reversed(meetings) if each.id in preparations),
            standing(tx.of(ContactNote).where(subject_id=subject_id)),
        ),
        meeting=tx.of(Meeting).get(handover.meeting_id) if handover.meeting_id is not None else None,
        introduce_on=introduction_day(handover.takes_effect_on, tx.today, current_routine(tx).is_holiday),
    )


def _coordinated(tx: Transaction, employee_id: EmployeeId) -> frozenset[SubjectId]:
    periods = tx.of(CoordinatorPeriod).where(employee_id=employee_id, until_on=None)
    return frozenset(period.subject_id for period in periods if holds_on(period, tx.today))


def _primary(tx: Transaction, employee_id: EmployeeId) -> frozenset[SubjectId]:
    periods = tx.of(PrimaryCaseworkerPeriod).where(employee_id=employee_id, until_on=None)
    citizen_ids = frozenset(period.citizen_id for period in periods if holds_on(period, tx.today))
    return frozenset(citizen.subject_id for citizen in tx.of(Citizen).where(id=citizen_ids))


def _employees(handovers: Iterable[Handover]) -> Iterable[EmployeeId]:
    for each in handovers:
        yield from (each.giver_id, each.receiver_id)
