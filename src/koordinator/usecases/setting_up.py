"""What the owner of a new database says about the municipality and themselves, put in place in one go."""

from dataclasses import dataclass, replace

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.email_address import checked_email
from koordinator.domain.ids import DepartmentId, RowId, TeamId
from koordinator.domain.organisation import AuthorityPeriod, Department, Employee, Team, TeamMembership
from koordinator.domain.setting import Setting, SettingKey
from koordinator.usecases.ports import Office, Transaction


@dataclass(frozen=True, slots=True)
class Introduction:
    """The municipality, and the owner as a colleague. An empty department or team says nothing."""

    municipality: str
    main_phone: str
    name: str
    title: str = ""
    phone: str = ""
    email: str = ""
    department: str = ""
    team: str = ""
    has_authority: bool = True


class SettingUp:
    """The first words in a new database."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def introduce(self, actor: Actor, introduction: Introduction) -> Employee:
        """Puts everything in place from today on. Raises FieldMissing, FieldTooLong."""
        with self._office.act(actor, Action.EDIT_ORGANISATION) as tx:
            owner = tx.of(Employee).save(_named(tx.of(Employee).get(actor.employee_id), introduction))
            _set(tx, SettingKey.MUNICIPALITY, introduction.municipality, limits.LINE)
            _set(tx, SettingKey.MAIN_PHONE, introduction.main_phone, limits.SHORT)
            if not introduction.has_authority:
                for period in tx.of(AuthorityPeriod).where(employee_id=owner.id):
                    tx.of(AuthorityPeriod).remove(period.id)
            if introduction.team:
                team = _team(tx, introduction)
                tx.of(TeamMembership).add(TeamMembership(RowId(0), owner.id, team.id, tx.today))
            tx.about("employee", owner.id)
            return owner


def _named(owner: Employee, introduction: Introduction) -> Employee:
    return replace(
        owner,
        name=limits.checked("name", introduction.name, limits.LINE, required=True),
        title=limits.checked("title", introduction.title, limits.SHORT),
        phone=limits.checked("phone", introduction.phone, limits.SHORT),
        email=checked_email(introduction.email),
    )


def _set(tx: Transaction, key: SettingKey, text: str, limit: int) -> None:
    value = limits.checked(key.value, text, limit)
    if value:
        tx.of(Setting).add(Setting(RowId(0), key, value, tx.today))


def _team(tx: Transaction, introduction: Introduction) -> Team:
    name = limits.checked("team", introduction.team, limits.LINE)
    department = tx.of(Department).find(name=introduction.department)
    department_id: DepartmentId | None = department.id if department is not None else None
    known = tx.of(Team).find(name=name, department_id=department_id)
    return known or tx.of(Team).add(Team(TeamId(0), department_id, name))
