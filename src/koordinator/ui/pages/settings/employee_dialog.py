"""An employee as a form: who, what they may do, which teams, authority or not."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from koordinator.domain import limits
from koordinator.domain.ids import TeamId
from koordinator.domain.organisation import Employee, Role, Team
from koordinator.texts import settings as texts
from koordinator.ui.widgets.fields import CheckField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.labels import Role as LabelRole
from koordinator.usecases.organisation import Colleague


class EmployeeDialog(FormDialog):
    @classmethod
    def edit(cls, parent: QWidget, colleague: Colleague, teams: tuple[Team, ...], remark: str = "") -> Colleague | None:
        """The colleague as filled in, or None. `remark` says what was wrong with it the last time."""
        employee = colleague.employee
        dialog = cls(parent, texts.EDIT_EMPLOYEE if employee.id else texts.ADD_EMPLOYEE, intro=remark)
        person = _Person(dialog, employee)
        authority = dialog.form.add(
            CheckField(texts.AUTHORITY, is_on=colleague.has_authority, hint=texts.AUTHORITY_HINT)
        )
        dialog.form.body.addWidget(Label(texts.ROLES_HEADING, LabelRole.CARD, wraps=True))
        roles = {
            role: dialog.form.add(
                CheckField(texts.ROLE_NAMES[role], is_on=role in colleague.roles, hint=texts.ROLE_MEANINGS[role])
            )
            for role in Role
        }
        held = frozenset(team.id for team in colleague.teams)
        chosen = _team_boxes(dialog, teams, held)
        if not dialog.run():
            return None
        return replace(
            colleague,
            employee=person.employee(),
            roles=frozenset(role for role, box in roles.items() if box.value()),
            teams=tuple(team for team in teams if chosen[team.id].value()),
            has_authority=authority.value(),
        )


class _Person:
    """The fields of the person."""

    def __init__(self, dialog: FormDialog, employee: Employee) -> None:
        self._employee = employee
        add = dialog.form.add
        self._name = add(TextField(texts.NAME, employee.name, limit=limits.LINE, required=True))
        self._title = add(TextField(texts.TITLE_FIELD, employee.title, limit=limits.SHORT))
        self._email = add(TextField(texts.EMAIL, employee.email, limit=limits.LINE))
        self._phone = TextField(texts.PHONE, employee.phone, limit=limits.SHORT)
        self._hours = TextField(texts.PHONE_HOURS, employee.phone_hours, limit=limits.SHORT)
        dialog.form.add_beside(self._phone, self._hours)

    def employee(self) -> Employee:
        """As the fields say now."""
        return replace(
            self._employee,
            name=self._name.value(),
            title=self._title.value(),
            email=self._email.value(),
            phone=self._phone.value(),
            phone_hours=self._hours.value(),
        )


def _team_boxes(dialog: FormDialog, teams: tuple[Team, ...], held: frozenset[TeamId]) -> dict[TeamId, CheckField]:
    if teams:
        dialog.form.body.addWidget(Label(texts.TEAMS_HEADING, LabelRole.CARD, wraps=True))
    return {team.id: dialog.form.add(CheckField(team.name, is_on=team.id in held)) for team in teams}
