"""Whoever has a citizen or a family is told when somebody who has not takes a part in who has it.

Taking somebody over is daily work, so it is not refused; but nobody loses a citizen, or gets company, unseen. It is
told in the same place as an access for a special need, and the leader can look back on it there.
"""

from collections.abc import Iterable

from koordinator.domain.access import Actor
from koordinator.domain.access_grant import AccessGrant
from koordinator.domain.citizen import Family, FamilyMembership, PrimaryCaseworkerPeriod
from koordinator.domain.codes import GrantKind, Role
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.ids import EmployeeId, RowId, SubjectId, TeamId
from koordinator.domain.organisation import RolePeriod, TeamMembership
from koordinator.domain.periods import holding_on, holds_on
from koordinator.domain.register import CaseFile
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import people_of


def others_who_have(tx: Transaction, actor: Actor, subject_id: SubjectId) -> tuple[EmployeeId, ...]:
    """Who has the citizen or family while the actor has not; nobody where it is the actor's as well.

    The owner of a one-person database has everybody.
    """
    holders = () if actor.sees_all else _holders(tx, subject_id)
    return () if actor.employee_id in holders else holders


def tell_holders(tx: Transaction, actor: Actor, subject_id: SubjectId, kind: GrantKind) -> None:
    """To be called before the change: those who have the subject are told, if it is not the actor's as well.

    Where none of them uses the program, a leader is, one of the actor's own team before another.
    """
    holders = others_who_have(tx, actor, subject_id)
    if not holders:
        return
    users = _role_holders(tx, Role)
    told = [each for each in holders if each in users] or leaders_by_nearness(tx, actor)[:1]
    for told_id in told or (None,):
        grant = AccessGrant(RowId(0), subject_id, actor.employee_id, "", tx.now, tx.now, told_id=told_id, kind=kind)
        tx.of(AccessGrant).add(grant)


def leaders_by_nearness(tx: Transaction, actor: Actor) -> tuple[EmployeeId, ...]:
    """The leaders of today, those of a team of the actor's first."""
    teams = teams_of(tx, actor.employee_id)
    leaders = sorted(_role_holders(tx, (Role.SUPERVISOR,)) - {actor.employee_id})
    return tuple(sorted(leaders, key=lambda leader: not teams & teams_of(tx, leader)))


def teams_of(tx: Transaction, employee_id: EmployeeId) -> frozenset[TeamId]:
    """The teams that the employee is in today."""
    memberships = tx.of(TeamMembership).where(employee_id=employee_id)
    return frozenset(each.team_id for each in memberships if holds_on(each, tx.today))


def _holders(tx: Transaction, subject_id: SubjectId) -> tuple[EmployeeId, ...]:
    """Each once: the fast sagsbehandler, who coordinates or was the last to do so, caseworkers of open cases."""
    people = people_of(tx, subject_id)
    memberships = tx.of(FamilyMembership).where(citizen_id=people.citizen_ids)
    families = frozenset(each.family_id for each in memberships if holds_on(each, tx.today))
    subjects = {subject_id, *(each.subject_id for each in tx.of(Family).where(id=families))}
    found: list[EmployeeId | None] = []
    for citizen_id in people.citizen_ids:
        primary = holding_on(tx.of(PrimaryCaseworkerPeriod).where(citizen_id=citizen_id), tx.today)
        found.append(primary.employee_id if primary is not None else None)
    for each in sorted(subjects):
        periods = tx.of(CoordinatorPeriod).where(subject_id=each)
        found.append(max(periods, key=lambda period: period.from_on).employee_id if periods else None)
    cases = tx.of(CaseFile).where(citizen_id=people.citizen_ids)
    found += [case.caseworker_id for case in cases if case.status.is_open]
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _role_holders(tx: Transaction, roles: Iterable[Role]) -> frozenset[EmployeeId]:
    periods = tx.of(RolePeriod).where(role=frozenset(roles))
    return frozenset(each.employee_id for each in periods if holds_on(each, tx.today))
