"""An employee as a form: who, what they may do, which teams from when with how much time, authority or not."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain import limits
from koordinator.domain.organisation import Employee, Role, Team
from koordinator.texts import settings as texts
from koordinator.texts.handover import COORDINATES, courses
from koordinator.ui.override import override
from koordinator.ui.pages.settings.team_places import TeamPlaces
from koordinator.ui.widgets.fields import CheckField, EmailField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.labels import Role as LabelRole
from koordinator.usecases.organisation import Colleague


class EmployeeDialog(FormDialog):
    """The person, what they may do, and the times in teams."""

    def __init__(
        self, parent: QWidget, colleague: Colleague, teams: tuple[Team, ...], today: date, remark: str
    ) -> None:
        employee = colleague.employee
        super().__init__(parent, texts.EDIT_EMPLOYEE if employee.id else texts.ADD_EMPLOYEE, intro=remark)
        self._colleague = colleague
        self._person = _Person(self, employee)
        self._authority = self.form.add(
            CheckField(texts.AUTHORITY, is_on=colleague.has_authority, hint=texts.AUTHORITY_HINT)
        )
        if colleague.courses:
            words = COORDINATES.format(name=employee.name, courses=courses(colleague.courses))
            self.form.body.addWidget(Label(words, LabelRole.STRONG, wraps=True))
        self.form.body.addWidget(Label(texts.ROLES_HEADING, LabelRole.CARD, wraps=True))
        self._roles = {
            role: self.form.add(
                CheckField(texts.ROLE_NAMES[role], is_on=role in colleague.roles, hint=texts.ROLE_MEANINGS[role])
            )
            for role in Role
        }
        if teams:
            self.form.body.addWidget(Label(texts.TEAMS_HEADING, LabelRole.CARD, wraps=True))
            self.form.body.addWidget(Label(texts.TEAMS_HINT, LabelRole.SMALL_MUTED, wraps=True))
        self._places = TeamPlaces(self.form, teams, colleague.places, today)

    @classmethod
    def edit(
        cls, parent: QWidget, colleague: Colleague, teams: tuple[Team, ...], today: date, remark: str = ""
    ) -> Colleague | None:
        """The colleague as filled in, or None. `remark` says what was wrong with it the last time."""
        dialog = cls(parent, colleague, teams, today, remark)
        return dialog.colleague() if dialog.run() else None

    @override
    def accepts(self) -> bool:
        return self._places.accepts()

    def colleague(self) -> Colleague:
        """As the fields say now."""
        return replace(
            self._colleague,
            employee=self._person.employee(),
            roles=frozenset(role for role, box in self._roles.items() if box.value()),
            has_authority=self._authority.value(),
            places=self._places.places(),
        )


class _Person:
    """The fields of the person."""

    def __init__(self, dialog: FormDialog, employee: Employee) -> None:
        self._employee = employee
        add = dialog.form.add
        self._name = add(TextField(texts.NAME, employee.name, limit=limits.LINE, required=True))
        self._title = add(TextField(texts.TITLE_FIELD, employee.title, limit=limits.SHORT))
        self._email = add(EmailField(texts.EMAIL, employee.email))
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
