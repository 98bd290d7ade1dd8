"""The goals as cards: the citizen's wording and part, the number over time, subgoals and efforts."""

from collections.abc import Callable
from dataclasses import replace

from koordinator.domain.ids import GoalId
from koordinator.domain.joint_plan import Goal, Subgoal
from koordinator.domain.limits import LINE
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.ask_value import AskChoice, Asked, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.promise import GoalDialog, ScoreDialog
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, Separator, clear, column
from koordinator.usecases.plan_file import PlanFile


class PlanGoals(Card):
    """`saved` hears of the plan as it stands after each change."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__(texts.COMMON_GOALS)
        self._desk, self._saved = desk, saved
        self._file: PlanFile | None = None
        new = Button(tab_texts.NEW_GOAL, icon="plus")
        new.clicked.connect(self._add_goal)
        self.add_to_head(new)
        self._goals = column(gap=14)
        self.body.addLayout(self._goals)

    def show_file(self, file: PlanFile) -> None:
        """Shows the goals in their order."""
        self._file = file
        clear(self._goals)
        for number, goal in enumerate(file.goals):
            if number:
                self._goals.addWidget(Separator())
            self._goals.addWidget(_GoalView(self, file, goal))
        if not file.goals:
            self._goals.addWidget(Label(tab_texts.NO_GOALS, Role.MUTED, wraps=True))

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

    def _add_goal(self) -> None:
        plan = self._file.plan if self._file is not None else None
        title = AskText.line(self, Asked(tab_texts.NEW_GOAL, tab_texts.GOAL_TITLE), limit=LINE) if plan else None
        if plan is not None and title is not None:
            self._write(lambda: self._desk.services.plans.add_goal(self._desk.actor, plan.id, title))

    def _write(self, work: Callable[[], PlanFile]) -> None:
        self._desk.tasks.write(self, work, self._saved)


class _GoalView(Card):
    def __init__(self, goals: PlanGoals, file: PlanFile, goal: Goal) -> None:
        super().__init__(texts.goal_number(goal.position, goal.title), margin=12)
        scores = [score.score for score in file.scores_of(goal.id)]
        first = scores[0] if len(scores) > 1 else None
        name = formats.first_name(file.people.name)
        self.body.addWidget(Label(f"{name}: {texts.progress(first, scores[-1] if scores else None)}", Role.MUTED))
        for what, said in (
            (texts.CITIZENS_WORDING, goal.citizens_wording),
            (texts.OWN_PART, goal.own_part),
            (texts.PRACTISING, goal.practising),
        ):
            if said:
                self.body.addLayout(column(Label(what, Role.SMALL_MUTED), Label(said, Role.VOICE, wraps=True), gap=0))
        for subgoal in file.subgoals_of(goal.id):
            box = CheckBox(subgoal.title)
            box.setChecked(subgoal.reached_on is not None)
            box.toggled.connect(lambda on, subgoal=subgoal: goals.tick(subgoal, reached=on))
            self.body.addWidget(box)
        efforts = {tie.effort_id for tie in file.effort_goals if tie.goal_id == goal.id}
        names = [effort.name for effort in file.efforts if effort.id in efforts]
        served = formats.join_with_og(names) if names else texts.NO_EFFORT
        self.body.addWidget(Label(served, Role.SMALL_MUTED if names else Role.WARNING, wraps=True))
        self._add_buttons(goals, goal, can_tie=bool(file.efforts))

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
