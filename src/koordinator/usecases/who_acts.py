"""Who acts: the database's owner, or the colleague who is named."""

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import Employee, RolePeriod, SeveralEmployees
from koordinator.domain.periods import holds_on
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.usecases.ports_first import FirstDoor, FirstLook


class WhoActs:
    """Finds the acting employee and the roles held today."""

    def __init__(self, office: FirstDoor, channel: Channel) -> None:
        self._office = office
        self._channel = channel

    def owner(self) -> Actor:
        """The database's owner."""
        with self._office.aside() as tx:
            owner_id = value_on(tx.of(Setting).where(), SettingKey.OWNER_EMPLOYEE_ID, tx.today)
            return self._actor(tx, tx.of(Employee).get(int(owner_id)))

    def named(self, text: str) -> Actor:
        """The employee with the number, e-mail or name. Raises NotFound or SeveralEmployees."""
        wanted = text.strip().casefold()
        with self._office.aside() as tx:
            matches = [employee for employee in tx.of(Employee).where(merged_into_id=None) if _is(employee, wanted)]
            if not matches:
                raise NotFound("employee", text)
            if len(matches) > 1:
                raise SeveralEmployees(text)
            return self._actor(tx, matches[0])

    def sign_in(self, actor: Actor) -> None:
        """Logs that the employee sits down at the program."""
        with self._office.act(actor, Action.SIGN_IN) as tx:
            tx.about("employee", actor.employee_id)

    def _actor(self, tx: FirstLook, employee: Employee) -> Actor:
        periods = tx.of(RolePeriod).where(employee_id=employee.id)
        roles = frozenset(period.role for period in periods if holds_on(period, tx.today))
        return Actor(EmployeeId(employee.id), roles, self._channel)


def _is(employee: Employee, wanted: str) -> bool:
    return wanted in (str(employee.id), employee.email.casefold(), employee.name.casefold())
