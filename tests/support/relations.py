"""A world with one citizen for each relation that an employee can have to somebody."""

from dataclasses import dataclass
from datetime import timedelta

from koordinator.domain.access import Actor, Channel, Relation
from koordinator.domain.access_grant import AccessGrant
from koordinator.domain.citizen import Citizen
from koordinator.domain.codes import Role
from koordinator.domain.ids import ContactPersonId, EmployeeId, RowId, TeamId
from koordinator.domain.organisation import Employee, Team, TeamKind, TeamMembership
from koordinator.domain.register import ContactPerson
from koordinator.domain.steps import Step
from tests.support.histories import Histories, days_ago
from tests.support.office import Bench

STRANGER = "stranger"
"""Somebody else's citizen, with whom the employee has nothing to do."""


@dataclass(frozen=True)
class Relations:
    """The employee, and the citizen to whom each relation is; a trin 3 team's is a colleague's as well."""

    histories: Histories
    employee: Employee
    citizens: dict[str, Citizen]
    held: dict[str, frozenset[Relation]]

    def actor(self, *roles: Role) -> Actor:
        return Actor(self.employee.id, frozenset(roles), Channel.WINDOW)


def relations(bench: Bench) -> Relations:
    world = Histories(bench)
    kim, home, cross, elsewhere = (world.employee(name) for name in ("Kim Møller", "Bo", "Ida", "Tina"))
    names = [*(each.value for each in Relation if each is not Relation.ANY), STRANGER]
    citizens = {name: bench.add_citizen(name.title(), "") for name in names}
    _team(world, TeamKind.HOME, kim, home)
    _team(world, TeamKind.CROSS, kim, cross)
    coordinators = {
        Relation.OWN: kim,
        Relation.SHARED: elsewhere,
        Relation.COLLEAGUE: home,
        Relation.GRANTED: elsewhere,
        STRANGER: elsewhere,
    }
    for name, by in coordinators.items():
        world.course(citizens[name].subject_id, by=by)
    world.course(citizens[Relation.TEAM].subject_id, Step.ONE_CASEWORK, by=cross)
    world.add(ContactPerson(ContactPersonId(0), citizens[Relation.SHARED].id, "Kim Møller", employee_id=kim.id))
    grant(bench, citizens[Relation.GRANTED], kim.id)
    held = {name: frozenset({Relation(name)}) for name in names if name != STRANGER}
    held |= {Relation.TEAM.value: frozenset({Relation.TEAM, Relation.COLLEAGUE}), STRANGER: frozenset()}
    return Relations(world, kim, citizens, held)


def grant(bench: Bench, citizen: Citizen, employee_id: EmployeeId, hours: int = 12) -> AccessGrant:
    """The citizen is open to the employee for so many hours from now."""
    now = bench.clock.now()
    made = AccessGrant(
        RowId(0), citizen.subject_id, employee_id, "Borgeren står her nu", now, now + timedelta(hours=hours)
    )
    return Histories(bench).add(made)


def _team(world: Histories, kind: TeamKind, *members: Employee) -> Team:
    department = world.department().id if kind is TeamKind.HOME else None
    team = world.add(Team(TeamId(0), department, f"Team {kind}", kind))
    for member in members:
        world.add(TeamMembership(RowId(0), member.id, team.id, days_ago(200)))
    return team
