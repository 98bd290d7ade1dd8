"""The forms of the register: a case, an effort, another plan, a contact person. Each gives the thing, or None."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from koordinator.domain.limits import LINE, LONG, PARAGRAPH, SHORT
from koordinator.domain.register import CaseFile, ContactPerson, Effort, OtherPlan
from koordinator.texts import register as texts
from koordinator.ui.ask import Question
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Choices, Pick, choices_of, or_none
from koordinator.ui.widgets.fields import CheckField, DateField, EmailField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog


class _RegisterDialog(FormDialog):
    """Only shows what is there, where it is not the person's to change."""

    def __init__(self, parent: QWidget, headings: tuple[str, str, str], thing_id: int, choices: Choices) -> None:
        """`headings` are those of a new thing, of one that is there, and of one that is only looked at."""
        super().__init__(parent, headings[bool(thing_id)])
        self._looked_at = headings[2]
        self._is_new, self._may_save = not thing_id, choices.may_save

    @override
    def run(self) -> bool:
        if self._is_new and not self._may_save:
            Question.message(self.parentWidget(), self.accessibleName(), texts.ONLY_SHOWN)
            return False
        if not self._may_save:
            self.show_only(self._looked_at, texts.ONLY_SHOWN)
        return super().run()


class CaseDialog(_RegisterDialog):
    """A case in a department."""

    def __init__(self, parent: QWidget, case: CaseFile, choices: Choices) -> None:
        super().__init__(parent, (texts.NEW_CASE, texts.EDIT_CASE, texts.CASE), case.id, choices)
        today = choices.today
        self._case = case
        self._number = TextField(texts.NUMBER, case.number, limit=SHORT, required=True)
        self._status = Pick(texts.STATUS, choices_of(texts.STATUSES), case.status)
        self.form.add_beside(self._number, self._status)
        self._department = self.form.add(
            Pick(texts.DEPARTMENT, or_none(choices.departments), case.department_id or None, required=True)
        )
        self._caseworker = self.form.add(Pick(texts.CASEWORKER, or_none(choices.employees), case.caseworker_id))
        self._title = self.form.add(TextField(texts.TITLE, case.title, limit=LINE))
        self._basis = self.form.add(TextField(texts.LEGAL_BASIS, case.legal_basis, limit=LINE))
        self._opened = DateField(texts.OPENED_ON, today, case.opened_on)
        self._deadline = DateField(texts.DEADLINE_ON, today, case.deadline_on)
        self.form.add_beside(self._opened, self._deadline)
        self._application = self.form.add(Pick(texts.APPLICATION, choices_of(texts.APPLICATIONS), case.application))
        self._received = DateField(texts.RECEIVED_ON, today, case.received_on)
        self._due = DateField(texts.ANSWER_DUE_ON, today, case.answer_due_on)
        self._answered = DateField(texts.ANSWERED_ON, today, case.answered_on)
        self.form.add_beside(self._received, self._due, self._answered)
        self._note = self.form.add(NoteField(texts.NOTE, case.note, limit=LONG))

    @classmethod
    def edit(cls, parent: QWidget, case: CaseFile, choices: Choices) -> CaseFile | None:
        """The case as it was filled in."""
        dialog = cls(parent, case, choices)
        return dialog.thing() if dialog.run() else None

    def thing(self) -> CaseFile:
        """What stands in the form."""
        return replace(
            self._case,
            number=self._number.value(),
            status=self._status.key,
            department_id=self._department.key or self._case.department_id,
            caseworker_id=self._caseworker.key,
            title=self._title.value(),
            legal_basis=self._basis.value(),
            opened_on=self._opened.value(),
            deadline_on=self._deadline.value(),
            application=self._application.key,
            received_on=self._received.value(),
            answer_due_on=self._due.value(),
            answered_on=self._answered.value(),
            note=self._note.value(),
        )


class EffortDialog(_RegisterDialog):
    """A service or measure that is given."""

    def __init__(self, parent: QWidget, effort: Effort, choices: Choices) -> None:
        super().__init__(parent, (texts.NEW_EFFORT, texts.EDIT_EFFORT, texts.EFFORT_NAME), effort.id, choices)
        self._effort = effort
        self._name = self.form.add(TextField(texts.EFFORT_NAME, effort.name, limit=LINE, required=True))
        self._purpose = self.form.add(NoteField(texts.PURPOSE, effort.purpose, limit=PARAGRAPH))
        self._provider = TextField(texts.PROVIDER, effort.provider, limit=LINE)
        self._department = Pick(texts.DEPARTMENT, or_none(choices.departments), effort.department_id)
        self.form.add_beside(self._provider, self._department)
        self._amount = self.form.add(TextField(texts.AMOUNT, effort.amount, limit=LINE, hint=texts.AMOUNT_HINT))
        self._basis = TextField(texts.LEGAL_BASIS, effort.legal_basis, limit=LINE)
        self._paid_by = TextField(texts.PAID_BY, effort.paid_by, limit=LINE)
        self.form.add_beside(self._basis, self._paid_by)
        self._from = DateField(texts.FROM_ON, choices.today, effort.from_on)
        self._until = DateField(texts.UNTIL_ON, choices.today, effort.until_on)
        self.form.add_beside(self._from, self._until)
        usable = (each for each in choices.themes if each.retired_on is None or each.id == effort.theme_id)
        themes = or_none(tuple((each.id, each.name) for each in usable))
        self._theme = self.form.add(Pick(texts.THEME, themes, effort.theme_id))

    @classmethod
    def edit(cls, parent: QWidget, effort: Effort, choices: Choices) -> Effort | None:
        """The effort as it was filled in."""
        dialog = cls(parent, effort, choices)
        return dialog.thing() if dialog.run() else None

    @override
    def accepts(self) -> bool:
        return _in_order(self._from, self._until)

    def thing(self) -> Effort:
        """What stands in the form."""
        return replace(
            self._effort,
            name=self._name.value(),
            purpose=self._purpose.value(),
            provider=self._provider.value(),
            department_id=self._department.key,
            amount=self._amount.value(),
            legal_basis=self._basis.value(),
            paid_by=self._paid_by.value(),
            from_on=self._from.value(),
            until_on=self._until.value(),
            theme_id=self._theme.key,
        )


class OtherPlanDialog(_RegisterDialog):
    """One of the citizen's plans elsewhere."""

    def __init__(self, parent: QWidget, plan: OtherPlan, choices: Choices) -> None:
        super().__init__(parent, (texts.NEW_OTHER_PLAN, texts.EDIT_OTHER_PLAN, texts.OTHER_PLAN), plan.id, choices)
        self._plan = plan
        self._title = self.form.add(TextField(texts.PLAN_TITLE, plan.title, limit=LINE, required=True))
        self._owner = self.form.add(TextField(texts.PLAN_OWNER, plan.owner, limit=LINE))
        self._goal = self.form.add(TextField(texts.PLAN_GOAL, plan.goal, limit=PARAGRAPH))
        self._basis = self.form.add(TextField(texts.LEGAL_BASIS, plan.legal_basis, limit=LINE))
        self._relation = self.form.add(Pick(texts.PLAN_RELATION, choices_of(texts.PLAN_RELATIONS), plan.relation))
        self._from = DateField(texts.FROM_ON, choices.today, plan.from_on)
        self._until = DateField(texts.UNTIL_ON, choices.today, plan.until_on)
        self._follow_up = DateField(texts.FOLLOW_UP_ON, choices.today, plan.follow_up_on)
        self.form.add_beside(self._from, self._until, self._follow_up)

    @classmethod
    def edit(cls, parent: QWidget, plan: OtherPlan, choices: Choices) -> OtherPlan | None:
        """The plan as it was filled in."""
        dialog = cls(parent, plan, choices)
        return dialog.thing() if dialog.run() else None

    @override
    def accepts(self) -> bool:
        return _in_order(self._from, self._until)

    def thing(self) -> OtherPlan:
        """What stands in the form."""
        return replace(
            self._plan,
            title=self._title.value(),
            owner=self._owner.value(),
            goal=self._goal.value(),
            legal_basis=self._basis.value(),
            relation=self._relation.key,
            from_on=self._from.value(),
            until_on=self._until.value(),
            follow_up_on=self._follow_up.value(),
        )


class ContactDialog(_RegisterDialog):
    """Somebody in the network, professional or private."""

    def __init__(self, parent: QWidget, contact: ContactPerson, choices: Choices) -> None:
        super().__init__(parent, (texts.NEW_CONTACT, texts.EDIT_CONTACT, texts.CONTACT), contact.id, choices)
        self._contact = contact
        self._name = self.form.add(TextField(texts.CONTACT_NAME, contact.name, limit=LINE, required=True))
        self._kind = Pick(texts.CONTACT_KIND, choices_of(texts.CONTACT_KINDS), contact.kind)
        self._role = TextField(texts.ROLE, contact.role, limit=LINE)
        self.form.add_beside(self._kind, self._role)
        self._organisation = TextField(texts.ORGANISATION, contact.organisation, limit=LINE)
        self._department = Pick(texts.DEPARTMENT, or_none(choices.departments), contact.department_id)
        self.form.add_beside(self._organisation, self._department)
        self._closeness = Pick(texts.CLOSENESS, choices_of(texts.CLOSENESSES), contact.closeness)
        self._on_paper = CheckField(texts.ON_PAPER, contact.on_paper, hint=texts.ON_PAPER_HINT)
        self.form.add_beside(self._closeness, self._on_paper)
        self._helps = self.form.add(NoteField(texts.HELPS_WITH, contact.helps_with, limit=PARAGRAPH))
        self._phone = TextField(texts.PHONE, contact.phone, limit=SHORT)
        self._hours = TextField(texts.PHONE_HOURS, contact.phone_hours, limit=LINE)
        self.form.add_beside(self._phone, self._hours)
        self._email = EmailField(texts.EMAIL, contact.email)
        self._colleague = Pick(texts.COLLEAGUE, or_none(choices.employees), contact.employee_id)
        self.form.add_beside(self._email, self._colleague)
        self._from = DateField(texts.HELPS_FROM, choices.today, contact.from_on)
        self._until = DateField(texts.HELPS_UNTIL, choices.today, contact.until_on)
        self.form.add_beside(self._from, self._until)

    @classmethod
    def edit(cls, parent: QWidget, contact: ContactPerson, choices: Choices) -> ContactPerson | None:
        """The contact person as it was filled in."""
        dialog = cls(parent, contact, choices)
        return dialog.thing() if dialog.run() else None

    @override
    def accepts(self) -> bool:
        return _in_order(self._from, self._until)

    def thing(self) -> ContactPerson:
        """What stands in the form."""
        return replace(
            self._contact,
            name=self._name.value(),
            kind=self._kind.key,
            role=self._role.value(),
            organisation=self._organisation.value(),
            department_id=self._department.key,
            closeness=self._closeness.key,
            on_paper=self._on_paper.value(),
            helps_with=self._helps.value(),
            phone=self._phone.value(),
            phone_hours=self._hours.value(),
            email=self._email.value(),
            employee_id=self._colleague.key,
            from_on=self._from.value(),
            until_on=self._until.value(),
        )


def _in_order(first: DateField, last: DateField) -> bool:
    """The second day is not before the first; said on the second."""
    last.set_bounds(earliest=first.value())
    return last.check()
