"""The forms of what is promised in the plan: an agreement, what is to be decided, a hand-out."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.ids import GoalId, PaperId, PlanVersionId
from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.domain.paper import HandoutWay
from koordinator.domain.party import Party
from koordinator.texts import plan as plan_texts
from koordinator.texts import plan_tab as texts
from koordinator.texts import register as register_texts
from koordinator.ui.tabs.dialogs.choices import Choices, Pick, choices_of, or_none
from koordinator.ui.tabs.dialogs.plan_parts import Members, ThemeNames
from koordinator.ui.widgets.fields import DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.papers import HandedOver


@dataclass(frozen=True, slots=True)
class PromiseChoices:
    """Who can promise, for which goal, and in whose part of the plan; one choice where there is nothing to choose."""

    people: tuple[tuple[Party | None, str], ...]
    goals: tuple[tuple[GoalId | None, str], ...]
    members: Members
    themes: ThemeNames
    today: date


class PromiseDialog(FormDialog):
    """What, who, by when or how often."""

    @classmethod
    def ask(cls, parent: QWidget, choices: PromiseChoices, start: Promise) -> Promise | None:
        """The agreement as it was filled in, or None. Who and when may wait; the plan says that they are missing."""
        dialog = cls(parent, texts.EDIT_PROMISE if start.what else texts.NEW_PROMISE)
        what = dialog.form.add(NoteField(texts.WHAT, start.what, limit=PARAGRAPH, required=True))
        who = dialog.form.add(Pick(texts.WHO, choices.people, start.who))
        due = DateField(texts.WHEN, lambda: choices.today, start.due_on)
        rhythm = TextField(texts.RHYTHM, start.rhythm, limit=LINE, hint=texts.RHYTHM_HINT)
        dialog.form.add_beside(due, rhythm)
        goal = Pick(texts.FOR_GOAL, choices.goals, start.goal_id)
        if len(choices.goals) > 1:
            dialog.form.add(goal)
        theme = dialog.form.add(Pick(texts.THEME, choices.themes, start.theme_id))
        member = Pick(texts.WHOSE_PART, choices.members, start.member_id)
        if len(choices.members) > 1:
            dialog.form.add(member)
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
        cls, parent: QWidget, choices: Choices, members: Members, themes: ThemeNames, start: Question
    ) -> Question | None:
        """The question as it was filled in, or None. Who answers and when may wait."""
        dialog = cls(parent, texts.QUESTION)
        what = dialog.form.add(NoteField(texts.QUESTION_WHAT, start.what, limit=PARAGRAPH, required=True))
        department = Pick(register_texts.DEPARTMENT, or_none(choices.departments), start.department_id)
        employee = Pick(texts.WHO_ANSWERS, or_none(choices.employees), start.employee_id)
        dialog.form.add_beside(department, employee)
        by = dialog.form.add(DateField(texts.ANSWER_BY, choices.today, start.answer_by_on))
        theme = dialog.form.add(Pick(texts.THEME, themes, start.theme_id))
        member = Pick(texts.WHOSE_PART, members, start.member_id)
        if len(members) > 1:
            dialog.form.add(member)
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


@dataclass(frozen=True, slots=True)
class HandoutOffer:
    """What can be handed out: a paper, or the plan version that is read aloud; usually to whom."""

    recipient: str
    today: date
    paper_id: PaperId | None = None
    plan_version_id: PlanVersionId | None = None
    post_exempt: bool = False


class HandoutDialog(FormDialog):
    """Who got it, on which day and how."""

    @classmethod
    def ask(cls, parent: QWidget, offer: HandoutOffer, start: HandedOver | None = None) -> HandedOver | None:
        """The hand-out as it was filled in, or None; it begins as `start`, where there is one."""
        dialog = cls(parent, texts.HAND_OUT, intro=texts.EXEMPT_HINT if offer.post_exempt else "")
        to = dialog.form.add(
            TextField(texts.RECIPIENT, start.recipient if start else offer.recipient, limit=LINE, required=True)
        )
        ways = {
            way: words
            for way, words in plan_texts.HANDOUT_WAYS.items()
            if not (offer.post_exempt and way is HandoutWay.DIGITAL_POST)
        }
        way = Pick(texts.WAY, choices_of(ways), start.way if start else HandoutWay.AT_MEETING)
        on = DateField(texts.ON_DAY, lambda: offer.today, start.on if start else offer.today, required=True)
        on.set_bounds(latest=offer.today)
        dialog.form.add_beside(way, on)
        day = on.value() if dialog.run() else None
        if day is None:
            return None
        return HandedOver(to.value(), day, way.key, offer.paper_id, offer.plan_version_id)
