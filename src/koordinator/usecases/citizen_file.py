"""Everything the page of a citizen or a family shows, read in one go and handed on as one frozen object."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    Relation,
    RelationKind,
)
from koordinator.domain.citizen_request import CitizenRequest, open_objections
from koordinator.domain.citizen_rules import others_primary_caseworkers, seen_from_the_other, sibling_ids
from koordinator.domain.consent import Consent
from koordinator.domain.contact_note import ContactNote
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.guide import NextStep, next_step
from koordinator.domain.guide_rules import misfits
from koordinator.domain.handover import Handover, HandoverItem, current_one
from koordinator.domain.ids import CitizenId, DepartmentId, EmployeeId, FamilyId, RowId, SubjectId
from koordinator.domain.misfit import Sign
from koordinator.domain.organisation import Department, Employee
from koordinator.domain.periods import holding_on, holds_on, open_one
from koordinator.domain.register import CaseFile, ContactPerson, Effort, OtherPlan
from koordinator.domain.takeover import Takeover, of_stay
from koordinator.usecases.family_background import SiblingCaseworker, siblings_of
from koordinator.usecases.ports import Transaction
from koordinator.usecases.routine import current_routine


@dataclass(frozen=True, slots=True)
class CourseFile:
    """A subject's time on the staircase, the oldest first, and the one next thing.

    `misfits` speak for assessing again, the heaviest first, whether that is the next thing or not. `handover` is the
    one to show (see `current_one`), with its checklist.
    """

    today: date
    subject_id: SubjectId
    next_step: NextStep
    misfits: tuple[Sign, ...]
    courses: tuple[Course, ...]
    steps: tuple[StepPeriod, ...]
    coordinators: tuple[CoordinatorPeriod, ...]
    contact_notes: tuple[ContactNote, ...]
    takeovers: tuple[Takeover, ...]
    handovers: tuple[Handover, ...]
    handover: Handover | None
    handover_items: tuple[HandoverItem, ...]

    @property
    def course(self) -> Course | None:
        """The open course."""
        return open_one(self.courses)

    @property
    def named(self) -> tuple[EmployeeId, ...]:
        """The employees it speaks of."""
        return (
            *(period.employee_id for period in self.coordinators),
            *(note.author_id for note in self.contact_notes),
            *(line.employee_id for line in self.takeovers if line.employee_id is not None),
            *(employee for each in self.handovers for employee in (each.giver_id, each.receiver_id)),
        )

    @property
    def step(self) -> StepPeriod | None:
        """The step of today."""
        return holding_on(self.steps, self.today)

    @property
    def checklist(self) -> tuple[Takeover, ...]:
        """The take-overs of this time on trin 3; empty on another step."""
        return of_stay(self.takeovers, self.step) if self.step is not None else ()

    @property
    def coordinator(self) -> CoordinatorPeriod | None:
        """The koordinerende sagsbehandler of today."""
        return holding_on(self.coordinators, self.today)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the family today."""

    membership: FamilyMembership
    citizen: Citizen


@dataclass(frozen=True, slots=True)
class FamilyMembers:
    """A family with its members of today, the adults first as they were registered."""

    family: Family
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Relative:
    """Another citizen, and what they are to this one."""

    relation_id: RowId
    kind: RelationKind
    citizen: Citizen


@dataclass(frozen=True, slots=True)
class CitizenFile:
    """The citizen with everything that is registered; `employees` and `departments` are those that are named."""

    citizen: Citizen
    course_file: CourseFile
    primary_caseworkers: tuple[PrimaryCaseworkerPeriod, ...]
    siblings_elsewhere: tuple[SiblingCaseworker, ...]
    family: FamilyMembers | None
    relatives: tuple[Relative, ...]
    cases: tuple[CaseFile, ...]
    efforts: tuple[Effort, ...]
    other_plans: tuple[OtherPlan, ...]
    contacts: tuple[ContactPerson, ...]
    consents: tuple[Consent, ...]
    objections: tuple[CitizenRequest, ...]
    """What the citizen objects to and has no answer on yet."""
    employees: Mapping[EmployeeId, Employee]
    departments: Mapping[DepartmentId, Department]

    @property
    def primary_caseworker(self) -> PrimaryCaseworkerPeriod | None:
        """The fast sagsbehandler of today."""
        return holding_on(self.primary_caseworkers, self.course_file.today)


@dataclass(frozen=True, slots=True)
class FamilyFile:
    """The family with its course and its members; `siblings_apart` when the children share no fast sagsbehandler."""

    members: FamilyMembers
    course_file: CourseFile
    cases: tuple[CaseFile, ...]
    siblings_apart: tuple[SiblingCaseworker, ...]
    employees: Mapping[EmployeeId, Employee]
    departments: Mapping[DepartmentId, Department]


def load_citizen_file(tx: Transaction, citizen: Citizen) -> CitizenFile:
    """Everything about the citizen, one read a table."""
    course_file = load_course_file(tx, citizen.subject_id)
    primary = tx.of(PrimaryCaseworkerPeriod).where(order_by="from_on", citizen_id=citizen.id)
    relations = _relations(tx, citizen.id)
    family, memberships = _family_of(tx, citizen.id)
    known = _citizens(tx, citizen, relations, memberships)
    siblings = sibling_ids(citizen.id, relations, memberships)
    own = holding_on(primary, tx.today)
    elsewhere = _siblings_elsewhere(tx, siblings, own.employee_id if own else None)
    cases = tx.of(CaseFile).where(citizen_id=citizen.id)
    contacts = tx.of(ContactPerson).where(citizen_id=citizen.id)
    named = (
        *course_file.named,
        *(period.employee_id for period in (*primary, *elsewhere)),
        *(case.caseworker_id for case in cases),
        *(contact.employee_id for contact in contacts),
    )
    return CitizenFile(
        citizen=citizen,
        course_file=course_file,
        primary_caseworkers=primary,
        siblings_elsewhere=tuple(SiblingCaseworker(known[row.citizen_id], row.employee_id) for row in elsewhere),
        family=_with_members(family, memberships, known) if family else None,
        relatives=tuple(Relative(row.id, row.kind, known[row.other_citizen_id]) for row in relations),
        cases=cases,
        efforts=tx.of(Effort).where(citizen_id=citizen.id),
        other_plans=tx.of(OtherPlan).where(citizen_id=citizen.id),
        contacts=contacts,
        consents=tx.of(Consent).where(citizen_id=citizen.id),
        objections=open_objections(tx.of(CitizenRequest).where(citizen_id=citizen.id, outcome=None)),
        employees=_employees(tx, named),
        departments={department.id: department for department in tx.of(Department).where()},
    )


def load_family_file(tx: Transaction, family: Family) -> FamilyFile:
    """Everything about the family as a whole; what concerns a member alone stands on the member's page."""
    course_file = load_course_file(tx, family.subject_id)
    memberships = _members_today(tx, family.id)
    ids = tuple(row.citizen_id for row in memberships)
    known = {citizen.id: citizen for citizen in tx.of(Citizen).where(id=ids)}
    cases = tx.of(CaseFile).where(citizen_id=ids)
    children = [known[row.citizen_id] for row in memberships if row.role is FamilyRole.CHILD]
    apart = siblings_of(tx, children)
    named = (
        *course_file.named,
        *(case.caseworker_id for case in cases),
        *(each.employee_id for each in apart),
    )
    return FamilyFile(
        members=_with_members(family, memberships, known),
        course_file=course_file,
        cases=cases,
        siblings_apart=apart,
        employees=_employees(tx, named),
        departments={department.id: department for department in tx.of(Department).where()},
    )


def load_course_file(tx: Transaction, subject_id: SubjectId) -> CourseFile:
    """The subject's courses, steps, coordinators and next thing."""
    (facts,) = tx.guide.of_subjects((subject_id,))
    routine = current_routine(tx)
    handovers = tx.of(Handover).where(subject_id=subject_id)
    items = tx.of(HandoverItem).where(handover_id=frozenset(each.id for each in handovers), order_by="position")
    shown = current_one(handovers, {item.handover_id for item in items if item.done_on is None})
    return CourseFile(
        today=tx.today,
        subject_id=subject_id,
        next_step=next_step(facts, routine),
        misfits=misfits(facts, routine),
        courses=tx.of(Course).where(order_by="from_on", subject_id=subject_id),
        steps=tx.of(StepPeriod).where(order_by="from_on", subject_id=subject_id),
        coordinators=tx.of(CoordinatorPeriod).where(order_by="from_on", subject_id=subject_id),
        contact_notes=tx.of(ContactNote).where(subject_id=subject_id),
        takeovers=tx.of(Takeover).where(subject_id=subject_id),
        handovers=handovers,
        handover=shown,
        handover_items=tuple(item for item in items if shown is not None and item.handover_id == shown.id),
    )


def _relations(tx: Transaction, citizen_id: CitizenId) -> tuple[Relation, ...]:
    """All of the citizen's relations, read from the citizen's side."""
    own = tx.of(Relation).where(citizen_id=citizen_id)
    others = tx.of(Relation).where(other_citizen_id=citizen_id)
    return (*own, *(seen_from_the_other(relation) for relation in others))


def _family_of(tx: Transaction, citizen_id: CitizenId) -> tuple[Family | None, tuple[FamilyMembership, ...]]:
    own = holding_on(tx.of(FamilyMembership).where(citizen_id=citizen_id), tx.today)
    if own is None:
        return None, ()
    return tx.of(Family).get(own.family_id), _members_today(tx, own.family_id)


def _members_today(tx: Transaction, family_id: FamilyId) -> tuple[FamilyMembership, ...]:
    return tuple(row for row in tx.of(FamilyMembership).where(family_id=family_id) if holds_on(row, tx.today))


def _with_members(
    family: Family, memberships: tuple[FamilyMembership, ...], known: Mapping[CitizenId, Citizen]
) -> FamilyMembers:
    adults_first = sorted(memberships, key=lambda row: (row.role, row.id))
    return FamilyMembers(family, tuple(Member(row, known[row.citizen_id]) for row in adults_first))


def _citizens(
    tx: Transaction, citizen: Citizen, relations: Iterable[Relation], memberships: Iterable[FamilyMembership]
) -> dict[CitizenId, Citizen]:
    """The citizen, the relatives and the family, in one read."""
    others = {row.other_citizen_id for row in relations} | {row.citizen_id for row in memberships}
    others.discard(citizen.id)
    found = tx.of(Citizen).where(id=frozenset(others)) if others else ()
    return {citizen.id: citizen} | {other.id: other for other in found}


def _siblings_elsewhere(
    tx: Transaction, siblings: frozenset[CitizenId], own: EmployeeId | None
) -> tuple[PrimaryCaseworkerPeriod, ...]:
    if not siblings:
        return ()
    return others_primary_caseworkers(own, tx.of(PrimaryCaseworkerPeriod).where(citizen_id=siblings, until_on=None))


def _employees(tx: Transaction, named: Iterable[Any]) -> dict[EmployeeId, Employee]:
    ids = frozenset(named) - {None}
    return {employee.id: employee for employee in tx.of(Employee).where(id=ids)} if ids else {}
