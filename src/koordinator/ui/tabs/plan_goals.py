"""The goals as cards: the citizen's wording and part, the number over time, subgoals and efforts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker

from koordinator.domain.ids import GoalId
from koordinator.domain.joint_plan import Goal, Subgoal
from koordinator.domain.limits import LINE
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.ask_value import AskChoice, Asked, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.tabs.dialogs.promise import GoalDialog, ScoreDialog
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, Separator, clear, column
from koordinator.usecases.plan_file import PlanFile


class PlanGoals(Card):
    """`saved` hears of the plan as it stands after each change. A subgoal is ticked where it stands."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__(texts.COMMON_GOALS)
        self._desk, self._saved = desk, saved
        self._file: PlanFile | None = None
        self._shown: tuple[_GoalFacts, ...] | None = None
        self._boxes: tuple[_SubgoalBox, ...] = ()
        new = Button(tab_texts.NEW_GOAL, icon="plus")
        new.clicked.connect(self._add_goal)
        self.add_to_head(new)
        self._goals = column(gap=14)
        self.body.addLayout(self._goals)

    def show_file(self, file: PlanFile) -> None:
        """Shows the goals in their order; built anew only when more than a tick is another."""
        self._file = file
        facts = tuple(_facts(file, goal) for goal in file.goals)
        if facts != self._shown:
            self._shown = facts
            with place_kept(self):
                self._build(facts)
        by_id = {subgoal.id: subgoal for subgoal in file.subgoals}
        for box in self._boxes:
            box.show_subgoal(by_id[box.subgoal.id])

    def edit(self, goal: Goal) -> None:
        """The goal's form."""
        filled = GoalDialog.edit(self, goal)
        if filled is not None:
            self._write(lambda: self._desk.services.plans.edit_goal(self._desk.actor, filled))

    def score(self, goal: Goal) -> None:
        """The citizen's number of today."""
        given = ScoreDialog.ask(self, goal.title)
        if given is not None:
            self._write(lambda: self._desk.services.plans.score(self._desk.actor, goal.id, given))

    def add_subgoal(self, goal: Goal) -> None:
        """A step on the way."""
        title = AskText.line(self, Asked(tab_texts.NEW_SUBGOAL, tab_texts.GOAL_TITLE), limit=LINE)
        if title is not None:
            self._write(lambda: self._desk.services.plans.add_subgoal(self._desk.actor, goal.id, title))

    def tick(self, subgoal: Subgoal, *, reached: bool) -> None:
        """The subgoal reached today, or not yet."""
        if self._file is not None:
            changed = replace(subgoal, reached_on=self._file.today if reached else None)
            self._write(lambda: self._desk.services.plans.edit_subgoal(self._desk.actor, changed))

    def tie(self, goal_id: GoalId) -> None:
        """An effort that serves the goal."""
        if self._file is None:
            return
        options = [(effort.id, effort.name) for effort in self._file.efforts]
        asked = Asked(tab_texts.TIE_EFFORT, tab_texts.EFFORT, save=tab_texts.TIE)
        chosen = AskChoice.one_of(self, asked, options) if options else None
        effort = next((each for each in self._file.efforts if each.id == chosen), None)
        if effort is not None:
            key = effort.id
            self._write(lambda: self._desk.services.plans.tie_effort(self._desk.actor, key, goal_id, tied=True))

    def _build(self, facts: "tuple[_GoalFacts, ...]") -> None:
        clear(self._goals)
        views = [_GoalView(self, each) for each in facts]
        for number, view in enumerate(views):
            if number:
                self._goals.addWidget(Separator())
            self._goals.addWidget(view)
        if not views:
            self._goals.addWidget(Label(tab_texts.NO_GOALS, Role.MUTED, wraps=True))
        self._boxes = tuple(box for view in views for box in view.boxes)

    def _add_goal(self) -> None:
        plan = self._file.plan if self._file is not None else None
        title = AskText.line(self, Asked(tab_texts.NEW_GOAL, tab_texts.GOAL_TITLE), limit=LINE) if plan else None
        if plan is not None and title is not None:
            self._write(lambda: self._desk.services.plans.add_goal(self._desk.actor, plan.id, title))

    def _write(self, work: Callable[[], PlanFile]) -> None:
        self._desk.tasks.write(self, work, self._saved, self._refuse)

    def _refuse(self, error: Exception) -> None:
        """A tick that was not saved is taken back."""
        if self._file is not None:
            self.show_file(self._file)
        self._desk.tasks.failed.emit(self._desk.tasks.explain(error))


@dataclass(frozen=True, slots=True)
class _GoalFacts:
    """What a goal's card says, without which of its subgoals are ticked."""

    goal: Goal
    subgoals: tuple[Subgoal, ...]
    progress: str
    efforts: tuple[str, ...]
    can_tie: bool


def _facts(file: PlanFile, goal: Goal) -> _GoalFacts:
    scores = [score.score for score in file.scores_of(goal.id)]
    first = scores[0] if len(scores) > 1 else None
    name = formats.first_name(file.people.name)
    tied = {tie.effort_id for tie in file.effort_goals if tie.goal_id == goal.id}
    return _GoalFacts(
        goal,
        tuple(replace(each, reached_on=None, version=0) for each in file.subgoals_of(goal.id)),
        f"{name}: {texts.progress(first, scores[-1] if scores else None)}",
        tuple(effort.name for effort in file.efforts if effort.id in tied),
        can_tie=bool(file.efforts),
    )


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
    def __init__(self, goals: PlanGoals, facts: _GoalFacts) -> None:
        goal = facts.goal
        super().__init__(texts.goal_number(goal.position, goal.title), margin=12)
        self.body.addWidget(Label(facts.progress, Role.MUTED))
        for what, said in (
            (texts.CITIZENS_WORDING, goal.citizens_wording),
            (texts.OWN_PART, goal.own_part),
            (texts.PRACTISING, goal.practising),
        ):
            if said:
                self.body.addLayout(column(Label(what, Role.SMALL_MUTED), Label(said, Role.VOICE, wraps=True), gap=0))
        self.boxes = tuple(_SubgoalBox(goals, subgoal) for subgoal in facts.subgoals)
        for box in self.boxes:
            self.body.addWidget(box)
        served = formats.join_with_og(facts.efforts) if facts.efforts else texts.NO_EFFORT
        self.body.addWidget(Label(served, Role.SMALL_MUTED if facts.efforts else Role.WARNING, wraps=True))
        self._add_buttons(goals, goal, can_tie=facts.can_tie)

    def _add_buttons(self, goals: PlanGoals, goal: Goal, *, can_tie: bool) -> None:
        line = Flow(gap=8)
        for text, act in (
            (tab_texts.GIVE_SCORE, lambda: goals.score(goal)),
            (subject_texts.EDIT, lambda: goals.edit(goal)),
            (tab_texts.NEW_SUBGOAL, lambda: goals.add_subgoal(goal)),
            (tab_texts.TIE, lambda: goals.tie(goal.id)),
        ):
            button = Button(text)
            button.setAccessibleName(f"{text}: {goal.title}")
            button.clicked.connect(act)
            button.setEnabled(can_tie or text != tab_texts.TIE)
            line.addWidget(button)
        self.body.addLayout(line)
