"""Whoever has a citizen or a family is told when somebody who has not takes a part in who has it.

Taking somebody over is daily work, so it is not refused; but nobody loses a citizen, or gets company, unseen.
Company is also who was let in for a special need and takes something on there: the office itself sees that. It is told
in the same place as an access for a special need, and the leader can look back on it there.
"""

from collections.abc import Iterable

from koordinator.domain.access import Action, Actor, roles_for
from koordinator.domain.access_grant import AccessGrant, ToldOfGrant
from koordinator.domain.citizen import Family, FamilyMembership, PrimaryCaseworkerPeriod
from koordinator.domain.codes import GrantKind, Role
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.ids import EmployeeId, RowId, SubjectId, TeamId
from koordinator.domain.organisation import RolePeriod, TeamMembership
from koordinator.domain.periods import holding_on, holds_on
from koordinator.domain.register import CaseFile
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import coordinator_on, people_of


def others_who_have(
    tx: Transaction, actor: Actor, subject_id: SubjectId, losing: Iterable[EmployeeId | None] = ()
) -> tuple[EmployeeId, ...]:
    """Who has the citizen or family while the actor has not; where it is the actor's as well, those who lose it.

    `losing` are those whose part in it ends with the change. The owner of a one-person database has everybody.
    """
    if actor.sees_all:
        return ()
    holders = _holders(tx, subject_id)
    others = () if actor.employee_id in holders else holders
    return tuple(dict.fromkeys(each for each in (*others, *losing) if each not in (None, actor.employee_id)))


def tell_holders(
    tx: Transaction,
    actor: Actor,
    subject_id: SubjectId,
    kind: GrantKind,
    losing: Iterable[EmployeeId | None] = (),
) -> None:
    """To be called before the change: `others_who_have` the subject are told of it, once each."""
    others = others_who_have(tx, actor, subject_id, losing)
    if others:
        tell_of(tx, actor, _news(tx, actor, subject_id, kind), others)


def tell_of_who_stays(tx: Transaction, actor: Actor, subject_id: SubjectId) -> None:
    """The actor, who was let in, has taken something on: told as the access itself was, to a leader if to nobody."""
    tell_of(tx, actor, _news(tx, actor, subject_id, GrantKind.JOINED), others_who_have(tx, actor, subject_id))


def tell_of(tx: Transaction, actor: Actor, new: AccessGrant, others: tuple[EmployeeId, ...]) -> AccessGrant:
    """The grant as it is kept; told to those of the others who use the program, else to the nearest leader."""
    grant = tx.of(AccessGrant).add(new)
    users = _role_holders(tx, roles_for(Action.SEE_GRANT))
    for told_id in tuple(each for each in others if each in users) or _leaders_by_nearness(tx, actor)[:1]:
        tx.of(ToldOfGrant).add(ToldOfGrant(RowId(0), grant.id, told_id))
    return grant


def teams_of(tx: Transaction, employee_id: EmployeeId) -> frozenset[TeamId]:
    """The teams that the employee is in today."""
    memberships = tx.of(TeamMembership).where(employee_id=employee_id)
    return frozenset(each.team_id for each in memberships if holds_on(each, tx.today))


def _news(tx: Transaction, actor: Actor, subject_id: SubjectId, kind: GrantKind) -> AccessGrant:
    return AccessGrant(RowId(0), subject_id, actor.employee_id, "", tx.now, tx.now, kind)


def _leaders_by_nearness(tx: Transaction, actor: Actor) -> tuple[EmployeeId, ...]:
    """The leaders of today, those of a team of the actor's first."""
    teams = teams_of(tx, actor.employee_id)
    leaders = sorted(_role_holders(tx, (Role.SUPERVISOR,)) - {actor.employee_id})
    return tuple(sorted(leaders, key=lambda leader: not teams & teams_of(tx, leader)))


def _holders(tx: Transaction, subject_id: SubjectId) -> tuple[EmployeeId, ...]:
    """Each once: the fast sagsbehandler, who coordinates or was the last to do so, caseworkers of open cases.

    Where there is none of these, whoever had the newest case: it is not nobody's because a list closed it. A family is
    its coordinator's; for as long as nobody coordinates it, it is with those who have its members.
    """
    people = people_of(tx, subject_id)
    coordinator = coordinator_on(tx, subject_id, tx.today) if people.is_family else None
    if coordinator is not None:
        return (coordinator,)
    memberships = tx.of(FamilyMembership).where(citizen_id=people.citizen_ids)
    families = frozenset(each.family_id for each in memberships if holds_on(each, tx.today))
    own = {subject_id, *(citizen.subject_id for citizen in people.citizens)}
    subjects = {*own, *(each.subject_id for each in tx.of(Family).where(id=families))}
    found: list[EmployeeId | None] = []
    for citizen_id in people.citizen_ids:
        primary = holding_on(tx.of(PrimaryCaseworkerPeriod).where(citizen_id=citizen_id), tx.today)
        found.append(primary.employee_id if primary is not None else None)
    for each in sorted(subjects):
        periods = tx.of(CoordinatorPeriod).where(subject_id=each)
        found.append(max(periods, key=lambda period: period.from_on).employee_id if periods else None)
    cases = tx.of(CaseFile).where(citizen_id=people.citizen_ids)
    found += [case.caseworker_id for case in cases if case.status.is_open]
    return tuple(dict.fromkeys(each for each in found if each is not None)) or _last_caseworker(tx, cases)


def _last_caseworker(tx: Transaction, cases: tuple[CaseFile, ...]) -> tuple[EmployeeId, ...]:
    by_age = sorted(cases, key=lambda case: (case.opened_on or case.registered_on or tx.today, case.id))
    return tuple(case.caseworker_id for case in by_age if case.caseworker_id is not None)[-1:]


def _role_holders(tx: Transaction, roles: Iterable[Role]) -> frozenset[EmployeeId]:
    periods = tx.of(RolePeriod).where(role=frozenset(roles))
    return frozenset(each.employee_id for each in periods if holds_on(each, tx.today))
