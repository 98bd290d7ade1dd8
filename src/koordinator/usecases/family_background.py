"""What a family's assessment stands on besides the register: each member's own, and who is in it and who is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from koordinator.domain.assessment import Assessment
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    LeaveReason,
    PrimaryCaseworkerPeriod,
    Relation,
)
from koordinator.domain.citizen_rules import siblings_apart
from koordinator.domain.course import StepPeriod
from koordinator.domain.ids import CitizenId, EmployeeId, FamilyId, SubjectId
from koordinator.domain.organisation import Employee
from koordinator.domain.periods import holds_on
from koordinator.domain.steps import Step
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople


@dataclass(frozen=True, slots=True)
class MemberStanding:
    """A member with the step of today and the latest locked assessment of their own."""

    citizen: Citizen
    step: Step | None
    last: Assessment | None


@dataclass(frozen=True, slots=True)
class LeftMember:
    """Somebody who is no longer a member; `left_on` is the first day without them."""

    citizen: Citizen
    left_on: date
    because: LeaveReason | None


@dataclass(frozen=True, slots=True)
class ElsewhereRelative:
    """A near relative of a member who belongs to another family: their cases are that family's."""

    citizen: Citizen
    family: str


@dataclass(frozen=True, slots=True)
class SiblingCaseworker:
    """A sibling and their fast sagsbehandler; None: has none."""

    sibling: Citizen
    employee_id: EmployeeId | None


@dataclass(frozen=True, slots=True)
class FamilyBackground:
    """What the members bring along.

    `left` are those who left since the family's last assessment, `siblings_apart` the children when
    they do not share one fast sagsbehandler; `employees` names those that are mentioned.
    """

    members: tuple[MemberStanding, ...]
    has_children: bool
    left: tuple[LeftMember, ...]
    elsewhere: tuple[ElsewhereRelative, ...]
    siblings_apart: tuple[SiblingCaseworker, ...]
    employees: Mapping[EmployeeId, str]


def family_background(tx: Transaction, people: SubjectPeople, last: Assessment | None) -> FamilyBackground | None:
    """The background of a family; None for a citizen. A few reads, however many members there are."""
    if people.family_id is None:
        return None
    apart = siblings_of(tx, [each for each in people.citizens if each.id in people.children])
    employees = frozenset(each.employee_id for each in apart) - {None}
    return FamilyBackground(
        members=_members(tx, people),
        has_children=bool(people.children),
        left=_left(tx, people, people.family_id, last.decided_on if last is not None else None),
        elsewhere=_elsewhere(tx, people),
        siblings_apart=apart,
        employees={row.id: row.name for row in tx.of(Employee).where(id=employees)} if employees else {},
    )


def siblings_of(tx: Transaction, children: list[Citizen]) -> tuple[SiblingCaseworker, ...]:
    """The children with their fast sagsbehandlere when they do not share one."""
    ids = frozenset(child.id for child in children)
    periods = tx.of(PrimaryCaseworkerPeriod).where(citizen_id=ids, until_on=None) if ids else ()
    return tuple(SiblingCaseworker(child, employee_id) for child, employee_id in siblings_apart(children, periods))


def _members(tx: Transaction, people: SubjectPeople) -> tuple[MemberStanding, ...]:
    subjects = frozenset(citizen.subject_id for citizen in people.citizens)
    if not subjects:
        return ()
    assessments = tx.of(Assessment).where(order_by="locked_at", subject_id=subjects)
    last: dict[SubjectId, Assessment] = {row.subject_id: row for row in assessments if row.is_locked}
    steps = {row.subject_id: row.step for row in tx.of(StepPeriod).where(subject_id=subjects, until_on=None)}
    return tuple(
        MemberStanding(citizen, steps.get(citizen.subject_id), last.get(citizen.subject_id))
        for citizen in people.citizens
    )


def _left(tx: Transaction, people: SubjectPeople, family_id: FamilyId, since: date | None) -> tuple[LeftMember, ...]:
    """Those who left and did not come back."""
    gone = {
        row.citizen_id: row
        for row in tx.of(FamilyMembership).where(order_by="from_on", family_id=family_id)
        if row.until_on is not None and (since is None or row.until_on >= since)
    }
    ids = frozenset(gone) - frozenset(people.citizen_ids)
    return tuple(
        LeftMember(citizen, left_on, gone[citizen.id].left_because)
        for citizen in (tx.of(Citizen).where(id=ids) if ids else ())
        if (left_on := gone[citizen.id].until_on) is not None
    )


def _elsewhere(tx: Transaction, people: SubjectPeople) -> tuple[ElsewhereRelative, ...]:
    own = frozenset(people.citizen_ids)
    relations = (*tx.of(Relation).where(citizen_id=own), *tx.of(Relation).where(other_citizen_id=own)) if own else ()
    near = [row for row in relations if row.kind.is_near]
    relatives: frozenset[CitizenId] = (
        frozenset(key for row in near for key in (row.citizen_id, row.other_citizen_id)) - own
    )
    memberships = tx.of(FamilyMembership).where(citizen_id=relatives) if relatives else ()
    elsewhere = {row.citizen_id: row.family_id for row in memberships if holds_on(row, tx.today)}
    if not elsewhere:
        return ()
    families = {row.id: row.name for row in tx.of(Family).where(id=frozenset(elsewhere.values()))}
    citizens = tx.of(Citizen).where(id=frozenset(elsewhere))
    return tuple(ElsewhereRelative(citizen, families[elsewhere[citizen.id]]) for citizen in citizens)
