"""The goals as cards: the citizen's wording and part, each one's number over time, subgoals and efforts."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout

from koordinator.domain.ids import CitizenId, EffortId
from koordinator.domain.joint_plan import Goal, GoalStatus, Subgoal
from koordinator.domain.limits import LINE
from koordinator.domain.party import Party, PartyKind
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.tabs.dialogs.plan_parts import (
    GivenScore,
    GoalChoices,
    GoalDialog,
    ScoreDialog,
    ServingDialog,
)
from koordinator.ui.tabs.plan_goal_facts import GoalFacts, goal_facts
from koordinator.ui.tabs.plan_people import Named, ask_people, members_of, own_or_named, themes_of
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, Separator, clear, column, holder, row
from koordinator.ui.widgets.score_line import WIDEST_LINE, ScoreLine
from koordinator.usecases.plan_file import PlanFile

Filled = TypeVar("Filled")


class PlanGoals(Card):
    """The common goals, or one family member's own. A subgoal is ticked where it stands.

    `saved` hears of the plan as it stands after each change.
    """

    def __init__(
        self, desk: Desk, saved: Callable[[PlanFile], None], member_id: CitizenId | None = None, title: str = ""
    ) -> None:
        super().__init__(title or texts.COMMON_GOALS)
        self._desk, self._saved, self._member_id = desk, saved, member_id
        self._file: PlanFile | None = None
        self._shown: tuple[GoalFacts, ...] | None = None
        self._boxes: tuple[_SubgoalBox, ...] = ()
        new = Button(tab_texts.NEW_GOAL, icon="plus")
        new.setAccessibleName(f"{tab_texts.NEW_GOAL}: {title}" if title else tab_texts.NEW_GOAL)
        new.clicked.connect(self._add_goal)
        self.add_to_head(new)
        self._goals = column(gap=14)
        self.body.addLayout(self._goals)

    def show_file(self, file: PlanFile) -> None:
        """Shows the goals in their order; built anew only when more than a tick is another."""
        self._file = file
        own = [goal for goal in file.goals if goal.citizen_id == self._member_id]
        facts = tuple(goal_facts(file, goal, number) for number, goal in enumerate(own, start=1))
        if facts != self._shown:
            self._shown = facts
            with place_kept(self):
                self._build(facts)
        by_id = {subgoal.id: subgoal for subgoal in file.subgoals}
        for box in self._boxes:
            box.show_subgoal(by_id[box.subgoal.id])

    def edit(self, goal: Goal) -> None:
        """The goal's form."""
        file = self._file
        if file is not None:
            choices = GoalChoices(themes_of(file, goal.theme_id), members_of(file))
            plans, actor = self._desk.services.plans, self._desk.actor
            self._ask(goal, lambda start: GoalDialog.edit(self, start, choices), lambda it: plans.edit_goal(actor, it))

    def score(self, goal: Goal) -> None:
        """The number of today, the citizen's own or somebody else's."""
        if self._file is not None:
            ask_people(self._desk, self, self._file, partial(self._ask_score, goal, self._file))

    def move_goal(self, goal: Goal, places: int) -> None:
        """Up or down among the goals that stand here."""
        file = self._file
        if file is None:
            return
        own = [each for each in file.goals if each.citizen_id == self._member_id]
        other = own[own.index(goal) + places]
        self._write(lambda: self._desk.services.plans.move_goal(self._desk.actor, goal.id, other.position))

    def add_subgoal(self, goal: Goal) -> None:
        """A step on the way."""
        plans, actor = self._desk.services.plans, self._desk.actor
        self._ask_title(tab_texts.NEW_SUBGOAL, "", lambda title: plans.add_subgoal(actor, goal.id, title))

    def edit_subgoal(self, subgoal: Subgoal) -> None:
        """Its words."""
        plans, actor = self._desk.services.plans, self._desk.actor
        self._ask_title(
            tab_texts.EDIT_SUBGOAL,
            subgoal.title,
            lambda title: plans.edit_subgoal(actor, replace(subgoal, title=title)),
        )

    def remove_subgoal(self, subgoal: Subgoal) -> None:
        """Takes it out; approved versions keep it."""
        self._write(lambda: self._desk.services.plans.remove_subgoal(self._desk.actor, subgoal.id))

    def tick(self, subgoal: Subgoal, *, reached: bool) -> None:
        """The subgoal reached today, or not yet."""
        if self._file is not None:
            changed = replace(subgoal, reached_on=self._file.today if reached else None)
            self._write(lambda: self._desk.services.plans.edit_subgoal(self._desk.actor, changed))

    def tie(self, goal: Goal) -> None:
        """The efforts that serve the goal."""
        file = self._file
        if file is None:
            return
        plans, actor = self._desk.services.plans, self._desk.actor
        serving = frozenset(tie.effort_id for tie in file.effort_goals if tie.goal_id == goal.id)

        def save(chosen: frozenset[EffortId]) -> PlanFile:
            for effort_id in chosen ^ serving:
                plans.tie_effort(actor, effort_id, goal.id, tied=effort_id in chosen)
            return plans.open(actor, file.people.subject_id)

        self._ask(serving, lambda start: ServingDialog.ask(self, file.efforts, start), save)

    def _build(self, facts: tuple[GoalFacts, ...]) -> None:
        """Built whole before it is shown: what is shown one by one is laid out one by one."""
        lines = column(gap=14)
        views = [_GoalView(self, each, is_last=number == len(facts)) for number, each in enumerate(facts, start=1)]
        for number, view in enumerate(views):
            if number:
                lines.addWidget(Separator())
            lines.addWidget(view)
        if not views:
            lines.addWidget(Label(tab_texts.NO_GOALS, Role.MUTED, wraps=True))
        clear(self._goals)
        self._goals.addWidget(holder(lines))
        self._boxes = tuple(box for view in views for box in view.boxes)

    def _add_goal(self) -> None:
        plan = self._file.plan if self._file is not None else None
        if plan is not None:
            plans, actor, key, member_id = self._desk.services.plans, self._desk.actor, plan.id, self._member_id
            self._ask_title(tab_texts.NEW_GOAL, "", lambda title: plans.add_goal(actor, key, title, member_id))

    def _ask_score(self, goal: Goal, file: PlanFile, named: Named) -> None:
        plans, actor, key = self._desk.services.plans, self._desk.actor, goal.id
        people = own_or_named(file, named)
        own = Party(PartyKind.CITIZEN, self._member_id) if self._member_id is not None else None
        self._ask(
            GivenScore(0, own),
            lambda start: ScoreDialog.ask(self, goal.title, people, start),
            lambda given: plans.score(actor, key, given.score, given.by),
        )

    def _ask_title(self, heading: str, start: str, save: Callable[[str], PlanFile]) -> None:
        asked = Asked(heading, tab_texts.GOAL_TITLE)
        self._ask(start, lambda text: AskText.line(self, asked, text, limit=LINE), save)

    def _ask(self, start: Filled, ask: Callable[[Filled], Filled | None], save: Callable[[Filled], PlanFile]) -> None:
        ask_until_saved(self._desk.tasks, self, start, ask, save, self._saved)

    def _write(self, work: Callable[[], PlanFile]) -> None:
        self._desk.tasks.write(self, work, self._saved, self._refuse)

    def _refuse(self, error: Exception) -> None:
        """A tick that was not saved is taken back."""
        if self._file is not None:
            self.show_file(self._file)
        self._desk.tasks.failed.emit(self._desk.tasks.explain(error))


class _SubgoalBox(CheckBox):
    def __init__(self, goals: PlanGoals, subgoal: Subgoal) -> None:
        super().__init__(subgoal.title)
        self.subgoal = subgoal
        self.toggled.connect(lambda on: goals.tick(self.subgoal, reached=on))

    def show_subgoal(self, subgoal: Subgoal) -> None:
        """Reached or not, as it is stored; nothing is saved by that."""
        self.subgoal = subgoal
        with QSignalBlocker(self):
            self.setChecked(subgoal.reached_on is not None)


class _GoalView(Card):
    def __init__(self, goals: PlanGoals, facts: GoalFacts, *, is_last: bool) -> None:
        goal = facts.goal
        super().__init__(texts.goal_number(facts.number, goal.title), margin=12)
        self._add_head(goals, facts, is_last=is_last)
        for said in facts.scores:
            self.body.addWidget(Label(said, Role.MUTED, wraps=True))
        if len(facts.line) > 1:
            self.body.addLayout(row(ScoreLine(facts.line, facts.scores[0], widest=WIDEST_LINE), STRETCH))
        for what, said in (
            (texts.CITIZENS_WORDING, goal.citizens_wording),
            (texts.OWN_PART, goal.own_part),
            (texts.PRACTISING, goal.practising),
        ):
            if said:
                self.body.addLayout(column(Label(what, Role.SMALL_MUTED), Label(said, Role.VOICE, wraps=True), gap=0))
        self.boxes = tuple(_SubgoalBox(goals, subgoal) for subgoal in facts.subgoals)
        for box in self.boxes:
            self.body.addLayout(self._subgoal_line(goals, box))
        self.body.addWidget(Label(facts.served, Role.SMALL_MUTED if facts.is_served else Role.WARNING, wraps=True))
        self._add_buttons(goals, goal, can_tie=facts.can_tie)

    def _add_head(self, goals: PlanGoals, facts: GoalFacts, *, is_last: bool) -> None:
        goal = facts.goal
        if facts.theme:
            self.add_to_head(Badge(facts.theme))
        if goal.status is not GoalStatus.ACTIVE:
            self.add_to_head(Badge(texts.GOAL_STATUS[goal.status], Tone.DONE))
        for icon, words, places, may in (
            ("chevron-up", tab_texts.MOVE_UP, -1, facts.number > 1),
            ("chevron-down", tab_texts.MOVE_DOWN, 1, not is_last),
        ):
            button = IconButton(icon, f"{words}: {goal.title}")
            button.setEnabled(may)
            button.clicked.connect(lambda _on=False, places=places: goals.move_goal(goal, places))
            self.add_to_head(button)

    def _subgoal_line(self, goals: PlanGoals, box: _SubgoalBox) -> QHBoxLayout:
        line = row(box, STRETCH, gap=4)
        for icon, words, act in (
            ("pencil", tab_texts.EDIT_SUBGOAL, goals.edit_subgoal),
            ("trash", tab_texts.REMOVE_SUBGOAL, goals.remove_subgoal),
        ):
            button = IconButton(icon, f"{words}: {box.subgoal.title}")
            button.clicked.connect(lambda _on=False, act=act: act(box.subgoal))
            line.addWidget(button)
        return line

    def _add_buttons(self, goals: PlanGoals, goal: Goal, *, can_tie: bool) -> None:
        line = Flow(gap=8)
        for text, act in (
            (tab_texts.GIVE_SCORE, goals.score),
            (subject_texts.EDIT, goals.edit),
            (tab_texts.NEW_SUBGOAL, goals.add_subgoal),
            (tab_texts.TIE, goals.tie),
        ):
            button = Button(text)
            button.setAccessibleName(f"{text}: {goal.title}")
            button.clicked.connect(lambda _on=False, act=act: act(goal))
            button.setEnabled(can_tie or text != tab_texts.TIE)
            line.addWidget(button)
        self.body.addLayout(line)
