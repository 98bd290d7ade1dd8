"""What a new database holds before anybody has worked in it: departments, themes, the assessment model, its owner."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.ids import AssessmentModelId, DepartmentId, EmployeeId, RowId
from koordinator.domain.organisation import AuthorityPeriod, Department, Employee, Role, RolePeriod
from koordinator.domain.plan_types import PlanType
from koordinator.domain.released_model import ReleasedModel
from koordinator.domain.setting import Setting, SettingKey
from koordinator.domain.theme import Theme
from koordinator.usecases.ports import Office, Transaction

FIRST_DAY = date(2000, 1, 1)
"""What a new database begins with holds for all the histories that can be imported into it."""
_FOUNDER = Actor(EmployeeId(0), frozenset({Role.ADMINISTRATOR}), Channel.SYSTEM)


@dataclass(frozen=True, slots=True)
class FoundingData:
    """What comes with the program: departments, themes and plan types, and the standard assessment model as text."""

    departments: tuple[str, ...]
    themes: tuple[Theme, ...]
    plan_types: tuple[PlanType, ...]
    model_key: str
    model_version: str
    model_text: str
    owner_name: str
    """What the owner is called until they have said their name."""


class Founding:
    """Makes a new, empty database ready for work; what it begins with is read for a new one alone."""

    def __init__(self, office: Office, data: Callable[[], FoundingData]) -> None:
        self._office = office
        self._data = data

    def ensure(self) -> bool:
        """Fills the database in when it is new; True when it was. A used database is left as it is."""
        with self._office.aside() as tx:
            if tx.of(Setting).find(key=SettingKey.OWNER_EMPLOYEE_ID) is not None:
                return False
        data = self._data()
        with self._office.act(_FOUNDER, Action.CREATE_DATABASE) as tx:
            owner = _make_owner(tx, data.owner_name)
            for name in data.departments:
                tx.of(Department).add(Department(DepartmentId(0), name))
            for theme in data.themes:
                tx.of(Theme).add(theme)
            for plan_type in data.plan_types:
                tx.of(PlanType).add(plan_type)
            tx.of(ReleasedModel).add(_model(data))
            tx.about("employee", owner.id)
        return True


def _model(data: FoundingData) -> ReleasedModel:
    return ReleasedModel(AssessmentModelId(0), data.model_key, data.model_version, data.model_text, FIRST_DAY)


def _make_owner(tx: Transaction, name: str) -> Employee:
    """The owner of a one-person database holds all roles, and authority until they say otherwise."""
    owner = tx.of(Employee).add(Employee(EmployeeId(0), name))
    for role in Role:
        tx.of(RolePeriod).add(RolePeriod(RowId(0), owner.id, role, FIRST_DAY))
    tx.of(AuthorityPeriod).add(AuthorityPeriod(RowId(0), owner.id, FIRST_DAY))
    tx.of(Setting).add(Setting(RowId(0), SettingKey.OWNER_EMPLOYEE_ID, str(owner.id), FIRST_DAY))
    return owner
