"""Who sits down at the program, and what the window needs to know before anything is asked of it."""

from typing import NamedTuple

from koordinator.domain.access import Actor, Channel
from koordinator.domain.organisation import Employee, Team, TeamMembership
from koordinator.domain.periods import holds_on
from koordinator.domain.setting import PRACTICE_DATA, SettingKey
from koordinator.usecases.ports_first import FirstDoor, FirstLook
from koordinator.usecases.settings import current_values
from koordinator.usecases.who_acts import WhoActs


class Workplace(NamedTuple):
    """The acting employee with what holds today. `idle_lock_minutes` is 0 when the screen never locks by itself."""

    actor: Actor
    name: str
    title: str
    teams: tuple[str, ...]
    idle_lock_minutes: int
    is_practice: bool
    """The database is that of the practice case."""


class Workplaces:
    """Finds the place of an employee. It concerns no citizen, so the look is not logged."""

    def __init__(self, door: FirstDoor, channel: Channel) -> None:
        self._door = door
        self._who_acts = WhoActs(door, channel)

    def find(self, acting_as: str | None = None) -> Workplace | None:
        """The named employee's place, else the owner's; None in a database that is not founded.

        Raises NotFound or SeveralEmployees when nobody, or more than one, has the name.
        """
        with self._door.aside() as look:
            values = current_values(look)
        if not values[SettingKey.OWNER_EMPLOYEE_ID]:
            return None
        actor = self._who_acts.named(acting_as) if acting_as else self._who_acts.owner()
        with self._door.aside() as look:
            employee = look.of(Employee).get(actor.employee_id)
            return Workplace(
                actor=actor,
                name=employee.name,
                title=employee.title,
                teams=_teams(look, employee),
                idle_lock_minutes=int(values[SettingKey.IDLE_LOCK_MINUTES]),
                is_practice=values[SettingKey.IS_DEMO] == PRACTICE_DATA,
            )


def _teams(look: FirstLook, employee: Employee) -> tuple[str, ...]:
    memberships = look.of(TeamMembership).where(employee_id=employee.id)
    mine = {membership.team_id for membership in memberships if holds_on(membership, look.today)}
    return tuple(team.name for team in look.of(Team).where(order_by="name") if team.id in mine)
