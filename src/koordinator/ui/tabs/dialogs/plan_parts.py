"""The forms of the plan's parts: a goal, a number for a goal or a theme, how somebody sees it, which efforts serve."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import CitizenId, EffortId, ThemeId
from koordinator.domain.joint_plan import Goal
from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.domain.party import Party
from koordinator.domain.plan_rules import SCORES, View
from koordinator.domain.register import Effort, PlanRelation
from koordinator.texts import plan as plan_texts
from koordinator.texts import plan_tab as texts
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.fields import ChoiceField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog

People = tuple[tuple[Party | None, str], ...]
Members = tuple[tuple[CitizenId | None, str], ...]
ThemeNames = tuple[tuple[ThemeId | None, str], ...]


@dataclass(frozen=True, slots=True)
class GoalChoices:
    """The themes, and whose goal it can be; one choice where there is nothing to choose."""

    themes: ThemeNames
    members: Members


class GoalDialog(FormDialog):
    """A goal with the citizen's own part."""

    @classmethod
    def edit(cls, parent: QWidget, goal: Goal, choices: GoalChoices) -> Goal | None:
        """The goal as it was filled in, or None."""
        dialog = cls(parent, texts.EDIT_GOAL)
        title = dialog.form.add(TextField(texts.GOAL_TITLE, goal.title, limit=LINE, required=True))
        voices = {
            name: dialog.form.add(NoteField(label, getattr(goal, name), limit=PARAGRAPH, voice=True))
            for name, label in (
                ("citizens_wording", plan_texts.CITIZENS_WORDING),
                ("own_part", plan_texts.OWN_PART),
                ("practising", plan_texts.PRACTISING),
            )
        }
        theme = Pick(texts.THEME, choices.themes, goal.theme_id)
        status = Pick(texts.STATUS, choices_of(plan_texts.GOAL_STATUS), goal.status)
        dialog.form.add_beside(status, theme)
        member = Pick(texts.WHOSE_PART, choices.members, goal.citizen_id)
        if len(choices.members) > 1:
            dialog.form.add(member)
        if not dialog.run():
            return None
        words: dict[str, Any] = {name: field.value() for name, field in voices.items()}
        return replace(goal, title=title.value(), status=status.key, theme_id=theme.key, citizen_id=member.key, **words)


@dataclass(frozen=True, slots=True)
class GivenScore:
    """A number and whoever gives it; nobody is the citizen, or the family together."""

    score: int
    by: Party | None = None


class ScoreDialog(FormDialog):
    """A number from 1 to 10, and who gives it."""

    @classmethod
    def ask(cls, parent: QWidget, heading: str, people: People, start: GivenScore | None = None) -> GivenScore | None:
        """What was given, or None."""
        dialog = cls(parent, heading, intro=texts.SCORE_HINT, save=texts.GIVE_SCORE)
        options = ((None, texts.PICK_SCORE), *((number, str(number)) for number in SCORES))
        score = ChoiceField(texts.SCORE, options, start.score if start else None, required=True)
        by = Pick(texts.WHO_SCORES, people, start.by if start else None)
        dialog.form.add(score)
        dialog.form.add(by)
        value = score.value() if dialog.run() else None
        return GivenScore(value, by.key) if isinstance(value, int) else None


class ViewDialog(FormDialog):
    """How somebody sees it, in their own words."""

    @classmethod
    def ask(cls, parent: QWidget, people: People, start: View) -> View | None:
        """The view as it was filled in, or None."""
        dialog = cls(parent, texts.VIEW, intro=texts.VIEW_INTRO)
        about = dialog.form.add(TextField(texts.VIEW_ABOUT, start.about, limit=LINE))
        who = dialog.form.add(Pick(texts.WHO, people, start.who))
        says = dialog.form.add(NoteField(texts.VIEW_SAYS, start.says, limit=PARAGRAPH, required=True))
        if not dialog.run():
            return None
        return replace(start, says=says.value(), who=who.key, about=about.value())


class ServingDialog(FormDialog):
    """Which efforts serve a goal."""

    @classmethod
    def ask(
        cls, parent: QWidget, efforts: Sequence[Effort], serving: frozenset[EffortId]
    ) -> frozenset[EffortId] | None:
        """The efforts that were ticked, or None."""
        dialog = cls(parent, texts.TIE_EFFORT, save=texts.TIE)
        boxes = {effort.id: CheckBox(effort.name) for effort in efforts}
        for key, box in boxes.items():
            box.setChecked(key in serving)
            dialog.form.body.addWidget(box)
        return frozenset(key for key, box in boxes.items() if box.isChecked()) if dialog.run() else None


@dataclass(frozen=True, slots=True)
class Standing:
    """How another plan stands to the joint one, and which plan type it is (a key, or empty)."""

    relation: PlanRelation
    plan_type: str


class StandingDialog(FormDialog):
    """Replaced by the joint plan, a part of it or beside it; and its type, with the law's deadline."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, types: Sequence[tuple[str, str]], start: Standing) -> Standing | None:
        """What was chosen, or None."""
        dialog = cls(parent, title)
        relation = dialog.form.add(Pick(texts.RELATE, choices_of(plan_texts.RELATIONS), start.relation))
        plan_type = dialog.form.add(Pick(texts.PLAN_TYPE, types, start.plan_type))
        return Standing(relation.key, plan_type.key) if dialog.run() else None
