"""The forms of what is promised in the plan, on its tab and in the room: an agreement, and what is to be decided."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.ids import GoalId
from koordinator.domain.limits import PARAGRAPH, SHORT
from koordinator.domain.party import Party
from koordinator.texts import plan_tab as texts
from koordinator.texts import register as register_texts
from koordinator.ui.tabs.dialogs.choices import Choices, Pick, or_none
from koordinator.ui.tabs.dialogs.plan_parts import Members, ThemeNames
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.layout import STRETCH, row

Withdraw = Callable[[], object]
"""Takes the thing away instead of changing it."""


@dataclass(frozen=True, slots=True)
class PromiseChoices:
    """Who can promise, for which goal, and in whose part of the plan; one choice where there is nothing to choose."""

    people: tuple[tuple[Party | None, str], ...]
    goals: tuple[tuple[GoalId | None, str], ...]
    members: Members
    themes: ThemeNames
    today: date


@dataclass(frozen=True, slots=True)
class QuestionChoices:
    """Which department, or who of it, can answer, and in whose part of the plan."""

    organisation: Choices
    members: Members
    themes: ThemeNames


class PromiseDialog(FormDialog):
    """What, who, by when or how often."""

    @classmethod
    def ask(
        cls, parent: QWidget, choices: PromiseChoices, start: Promise, withdraw: Withdraw | None = None
    ) -> Promise | None:
        """The agreement as it was filled in, or None. Who and when may wait; the plan says that they are missing."""
        dialog = cls(parent, texts.EDIT_PROMISE if start.what else texts.NEW_PROMISE)
        what = dialog.form.add(NoteField(texts.WHAT, start.what, limit=PARAGRAPH, required=True))
        who = dialog.form.add(Pick(texts.WHO, choices.people, start.who))
        due = DateField(texts.WHEN, lambda: choices.today, start.due_on)
        rhythm = TextField(texts.RHYTHM, start.rhythm, limit=SHORT, placeholder=texts.RHYTHM_HINT)
        dialog.form.add_beside(due, rhythm)
        goal = Pick(texts.FOR_GOAL, choices.goals, start.goal_id)
        if len(choices.goals) > 1:
            dialog.form.add(goal)
        theme = dialog.form.add(Pick(texts.THEME, choices.themes, start.theme_id))
        member = Pick(texts.WHOSE_PART, choices.members, start.member_id)
        if len(choices.members) > 1:
            dialog.form.add(member)
        if withdraw is not None:
            _add_withdraw(dialog, withdraw)
        if not dialog.run():
            return None
        return replace(
            start,
            what=what.value(),
            who=who.key,
            due_on=due.value(),
            rhythm=rhythm.value(),
            goal_id=goal.key,
            theme_id=theme.key,
            member_id=member.key,
        )


class QuestionDialog(FormDialog):
    """What the meeting cannot grant: who of which department answers, and by when."""

    @classmethod
    def ask(
        cls, parent: QWidget, choices: QuestionChoices, start: Question, withdraw: Withdraw | None = None
    ) -> Question | None:
        """The question as it was filled in, or None. Who answers and when may wait."""
        dialog, among = cls(parent, texts.QUESTION), choices.organisation
        what = dialog.form.add(NoteField(texts.QUESTION_WHAT, start.what, limit=PARAGRAPH, required=True))
        department = Pick(register_texts.DEPARTMENT, or_none(among.departments), start.department_id)
        employee = Pick(texts.WHO_ANSWERS, or_none(among.employees), start.employee_id)
        dialog.form.add_beside(department, employee)
        by = dialog.form.add(DateField(texts.ANSWER_BY, among.today, start.answer_by_on))
        theme = dialog.form.add(Pick(texts.THEME, choices.themes, start.theme_id))
        member = Pick(texts.WHOSE_PART, choices.members, start.member_id)
        if len(choices.members) > 1:
            dialog.form.add(member)
        if withdraw is not None:
            _add_withdraw(dialog, withdraw)
        if not dialog.run():
            return None
        return replace(
            start,
            what=what.value(),
            department_id=department.key,
            employee_id=employee.key,
            answer_by_on=by.value(),
            theme_id=theme.key,
            member_id=member.key,
        )


def _add_withdraw(dialog: FormDialog, withdraw: Withdraw) -> None:
    """The button that takes the thing away, below the fields."""

    def take_away() -> None:
        dialog.done(FormDialog.DialogCode.Rejected)
        withdraw()

    button = Button(texts.WITHDRAW, icon="trash")
    button.clicked.connect(take_away)
    dialog.form.body.addLayout(row(button, STRETCH))
