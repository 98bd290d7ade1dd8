"""Who a subject is: the citizens it covers, what it is called, its course, step and coordinator."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.access import Action, Actor
from koordinator.domain.belonging import Belonging, Belongings
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    Relation,
    RelationKind,
    Subject,
    SubjectKind,
)
from koordinator.domain.citizen_rules import is_of_age
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.errors import NoLongerHere
from koordinator.domain.ids import CitizenId, EmployeeId, FamilyId, SubjectId
from koordinator.domain.meeting_rules import CoordinatorOfTheDay
from koordinator.domain.organisation import Team, TeamMembership
from koordinator.domain.periods import holding_on, holds_on
from koordinator.domain.steps import Step
from koordinator.usecases.ports import Transaction


@dataclass(frozen=True, slots=True)
class SubjectPeople:
    """A subject's citizens today. `custody_holders` are citizens who hold custody of one of them.

    `family_id` is the family's key, None for a citizen.
    """

    subject_id: SubjectId
    uid: str
    name: str
    is_family: bool
    citizens: tuple[Citizen, ...]
    children: frozenset[CitizenId] = frozenset()
    custody_holders: frozenset[CitizenId] = frozenset()
    family_id: FamilyId | None = None

    @property
    def citizen_ids(self) -> tuple[CitizenId, ...]:
        """The citizens' keys."""
        return tuple(citizen.id for citizen in self.citizens)

    @property
    def counting(self) -> frozenset[CitizenId]:
        """The citizens whose presence makes a meeting one with the citizen (supervision, definition 1)."""
        return self.custody_holders.union(self.citizen_ids)

    @property
    def has_protected_address(self) -> bool:
        """No place on a paper may give an address away."""
        return any(citizen.protected_address for citizen in self.citizens)


def sees(tx: Transaction, actor: Actor, citizen: Citizen, action: Action = Action.OPEN_CITIZEN) -> bool:
    """Whether the actor may open the citizen, or do something else with them."""
    seen = tx.seen_by(actor, action)
    return seen is None or citizen.subject_id in seen


def name_if_seen(tx: Transaction, actor: Actor, citizen: Citizen) -> str:
    """The citizen's name, empty where the actor may not open them: an error tells of nobody unseen."""
    return citizen.name if sees(tx, actor, citizen) else ""


def people_of(tx: Transaction, subject_id: SubjectId) -> SubjectPeople:
    """The subject's people today. Raises NotFound, NoLongerHere for those who were deleted."""
    kind = tx.of(Subject).get(subject_id).kind
    if kind is SubjectKind.CITIZEN:
        citizen = tx.of(Citizen).find(subject_id=subject_id)
        if citizen is None:
            raise NoLongerHere(kind, str(subject_id))
        holders = _custody_holders(tx, (citizen,))
        return SubjectPeople(
            subject_id, citizen.uid, citizen.name, is_family=False, citizens=(citizen,), custody_holders=holders
        )
    family = tx.of(Family).find(subject_id=subject_id)
    if family is None:
        raise NoLongerHere(kind, str(subject_id))
    memberships = [row for row in tx.of(FamilyMembership).where(family_id=family.id) if holds_on(row, tx.today)]
    citizens = tx.of(Citizen).where(id=tuple(row.citizen_id for row in memberships))
    return SubjectPeople(
        subject_id,
        family.uid,
        family.name,
        is_family=True,
        citizens=citizens,
        children=frozenset(row.citizen_id for row in memberships if row.role is FamilyRole.CHILD),
        custody_holders=_custody_holders(tx, citizens),
        family_id=family.id,
    )


def casework_family(tx: Transaction, people: SubjectPeople) -> Family | None:
    """The family that has a citizen's casework on trin 3 today: the course is the family's, not the citizen's."""
    if people.is_family:
        return None
    memberships = tx.of(FamilyMembership).where(citizen_id=people.citizen_ids)
    membership = holding_on(memberships, tx.today)
    family = tx.of(Family).get(membership.family_id) if membership is not None else None
    has_casework = family is not None and step_on(tx, family.subject_id, tx.today) is Step.ONE_CASEWORK
    return family if has_casework else None


def open_course(tx: Transaction, subject_id: SubjectId) -> Course | None:
    """The subject's course that is not over, or None."""
    return tx.of(Course).find(subject_id=subject_id, until_on=None)


def step_on(tx: Transaction, subject_id: SubjectId, day: date) -> Step | None:
    """The step the subject was on, or None."""
    period = holding_on(tx.of(StepPeriod).where(subject_id=subject_id), day)
    return period.step if period else None


def coordinator_on(tx: Transaction, subject_id: SubjectId, day: date) -> EmployeeId | None:
    """The koordinerende sagsbehandler of the day, or None."""
    period = holding_on(tx.of(CoordinatorPeriod).where(subject_id=subject_id), day)
    return period.employee_id if period else None


def coordinator_of_the_day(tx: Transaction, subject_id: SubjectId, day: date) -> CoordinatorOfTheDay:
    """Whom a meeting on the day counts for (supervision, definition 1)."""
    step = step_on(tx, subject_id, day)
    employee_id = coordinator_on(tx, subject_id, day)
    where = belonging_on(tx, employee_id, day, step)
    return CoordinatorOfTheDay(employee_id, where.team_id, where.department_id, step)


def belonging_on(tx: Transaction, employee_id: EmployeeId | None, day: date, step: Step | None = None) -> Belonging:
    """The team and department of the employee's work on the day."""
    if employee_id is None:
        return Belonging()
    memberships = tx.of(TeamMembership).where(employee_id=employee_id)
    return Belongings(tx.of(Team).where(), memberships).on(employee_id, day, step)


def custody_of(tx: Transaction, citizens: tuple[Citizen, ...]) -> tuple[Relation, ...]:
    """Who holds custody of the citizens today: of nobody who is of age."""
    ids = tuple(citizen.id for citizen in citizens if not is_of_age(citizen, tx.today))
    return tx.of(Relation).where(citizen_id=ids, kind=RelationKind.CUSTODY_HOLDER)


def _custody_holders(tx: Transaction, citizens: tuple[Citizen, ...]) -> frozenset[CitizenId]:
    return frozenset(relation.other_citizen_id for relation in custody_of(tx, citizens))
