"""Planen indtil nu: goals with the citizen's scores, the agreements of today, and what has to be decided."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.agreement_rules import Promise, Question, promise_of, question_of
from koordinator.domain.closing_check import Lack, Missing
from koordinator.domain.joint_plan import Goal
from koordinator.domain.limits import LINE
from koordinator.domain.party import Party, PartyKind
from koordinator.texts import meeting_page as texts
from koordinator.texts import plan as plan_words
from koordinator.texts import plan_tab as plan_texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.focus import place_kept
from koordinator.ui.in_pieces import InPieces
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.naming import to_name, with_promiser
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tabs.dialogs.choices import Choices, choices_from
from koordinator.ui.tabs.dialogs.plan_parts import GivenScore, ScoreDialog
from koordinator.ui.tabs.dialogs.promise import PromiseChoices, PromiseDialog, QuestionChoices, QuestionDialog
from koordinator.ui.tabs.plan_people import Named, ask_people, members_of, own_or_named, themes_of
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row
from koordinator.ui.widgets.score_line import ScoreLine
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.organisation import OrganisationView

_Parts: TypeAlias = tuple[tuple[state.GoalView, ...], tuple[state.PromiseView, ...], tuple[state.QuestionView, ...]]

_IN_SIGHT: Final = 12
_OF_AGREEMENTS: Final = (Lack.AGREEMENT_PERSON, Lack.AGREEMENT_DAY)
_LACKS: Final = (*_OF_AGREEMENTS, Lack.DECISION_DEPARTMENT, Lack.DECISION_PERSON, Lack.DECISION_DAY)


class RoomPlan(QFrame):
    """Built anew only where something is another."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._shown: _Parts | None = None
        self._lines: list[tuple[state.PromiseView, QWidget]] = []
        self._later = InPieces(self)
        self._no_promises = Label(texts.NO_AGREEMENTS_YET, Role.MUTED, wraps=True)
        self._scroll = scroll = ScrollColumn()
        self._goals, self._promises, self._questions = column(gap=10), column(gap=6), column(gap=10)
        self.new_goal = self._head(scroll.content, texts.PLAN_SO_FAR, texts.NEW_GOAL, role=Role.CARD)
        scroll.content.addLayout(self._goals)
        self.new_promise = self._head(scroll.content, plan_words.AGREEMENTS, texts.NEW_AGREEMENT)
        self.lacking = Button(f"{texts.WHO_AND_WHEN}  F3")
        self.lacking.setAccessibleName(texts.WHO_AND_WHEN)
        self.lacking.setToolTip(tooltip(texts.WHO_AND_WHEN_HINT))
        self.lacking.clicked.connect(lambda _checked: self.put_right())
        scroll.content.addLayout(row(self.lacking, STRETCH))
        scroll.content.addWidget(self._no_promises)
        scroll.content.addLayout(self._promises)
        self.new_question = self._head(scroll.content, plan_words.TO_DECIDE, texts.NEW_QUESTION)
        scroll.content.addLayout(self._questions)
        scroll.content.addStretch(1)
        inside = column(scroll)
        inside.setContentsMargins(20, 14, 16, 14)
        self.setLayout(inside)
        self.new_goal.clicked.connect(self.ask_goal)
        self.new_promise.clicked.connect(lambda: self._ask_promise(None))
        self.new_question.clicked.connect(lambda: self._ask_question(None))

    def show_file(self) -> None:
        """Shows the plan as it grows."""
        file = self._work.file
        self.lacking.setVisible(any(point.lack in _LACKS for point in file.missing))
        parts: _Parts = (state.goals(file), state.promises(file), state.questions(file))
        if parts != self._shown:
            with place_kept(self):
                self._build(parts)

    def lines(self) -> list[str]:
        """The agreements that are shown so far."""
        return [view.what for view, _line in self._lines]

    def put_right(self, point: Missing | None = None) -> None:
        """The form of what lacks somebody or a day: of the point, or of the first there is."""
        lacking = [point] if point is not None else [each for each in self._work.file.missing if each.lack in _LACKS]
        for each in lacking[:1]:
            for agreement in self._work.file.agreements:
                if each.lack in _OF_AGREEMENTS and agreement.id == each.thing_id:
                    self._ask_promise(agreement)
            for decision in self._work.file.decisions:
                if each.lack not in _OF_AGREEMENTS and decision.id == each.thing_id:
                    self._ask_question(decision)

    def _build(self, parts: _Parts) -> None:
        shown = self._shown or ((None,),) * len(parts)
        if parts[0] != shown[0]:
            self._show_goals(parts[0])
        if parts[1] != shown[1]:
            self._show_promises(parts[1])
        if parts[2] != shown[2]:
            self._show_questions(parts[2])
        self._shown = parts

    def _head(self, into: QVBoxLayout, title: str, add: str, *, role: Role = Role.STRONG) -> IconButton:
        button = IconButton("plus", add)
        line = row(gap=8)
        line.addWidget(Label(title, role, wraps=True), 1)
        line.addWidget(button)
        into.addLayout(line)
        return button

    def _show_goals(self, views: Sequence[state.GoalView]) -> None:
        clear(self._goals)
        for view in views:
            card = Card(view.title, margin=14)
            card.body.setSpacing(6)
            line = row(gap=8)
            line.addWidget(Label(view.progress, Role.MUTED, wraps=True), 1)
            score = Button(texts.SCORE_SHORT)
            score.setAccessibleName(f"{texts.SCORE} {view.goal.title}")
            score.clicked.connect(partial(self._ask_score, view.goal))
            line.addWidget(score)
            card.body.addLayout(line)
            if len(view.scores) > 1:
                card.body.addWidget(ScoreLine(view.scores, view.progress))
            for said in view.others:
                card.body.addWidget(Label(said, Role.MUTED, wraps=True))
            self._goals.addWidget(card)
        if not views:
            self._goals.addWidget(Label(texts.NO_GOALS_YET, Role.MUTED, wraps=True))

    def _show_promises(self, views: Sequence[state.PromiseView]) -> None:
        """Those that say the same as before stay where they are; what comes to them is brought into sight."""
        self._later.finish()
        same, before = 0, len(self._lines)
        while same < min(len(views), before) and self._lines[same][0] == views[same]:
            same += 1
        for _view, gone in self._lines[same:]:
            self._promises.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        del self._lines[same:]
        self._later.begin((partial(self._add_promise, view) for view in views[same:]), at_once=_IN_SIGHT)
        self._no_promises.setVisible(not views)
        if self._shown is not None and same == before < len(views):
            QTimer.singleShot(0, self, self._show_newest)

    def _show_newest(self) -> None:
        if self._lines:
            self._scroll.content.activate()
            self._scroll.ensureWidgetVisible(self._lines[-1][1])

    def _add_promise(self, view: state.PromiseView) -> None:
        detail = f"{view.detail} – {view.lacks}" if view.detail and view.lacks else view.detail or view.lacks
        act = partial(self._ask_promise, view.agreement)
        thing = self._thing(view.what, detail, is_whole=not view.lacks, act=act)
        thing.setContentsMargins(0, 0, 0, 0)
        line = holder(thing)
        self._lines.append((view, line))
        self._promises.addWidget(line)

    def _show_questions(self, views: Sequence[state.QuestionView]) -> None:
        clear(self._questions)
        for view in views:
            self._questions.addLayout(
                self._thing(
                    view.what, view.who, is_whole=view.is_complete, act=partial(self._ask_question, view.decision)
                )
            )
        if not views:
            self._questions.addWidget(Label(texts.NOTHING_TO_DECIDE, Role.MUTED, wraps=True))

    def ask_goal(self) -> None:
        """A new goal."""
        work, meeting_id = self._work, self._work.file.meeting.id
        title = AskText.line(self, Asked(texts.NEW_GOAL, texts.GOAL_TITLE), limit=LINE)
        if title is not None:
            work.act(lambda: work.desk.services.meeting_room_plan.set_goal(work.actor, meeting_id, title))

    def _ask_score(self, goal: Goal) -> None:
        own = Party(PartyKind.CITIZEN, goal.citizen_id) if goal.citizen_id is not None else None
        self._name(partial(self._give_score, goal, GivenScore(0, own)))

    def _give_score(self, goal: Goal, start: GivenScore, named: Named) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        given = ScoreDialog.ask(self, goal.title, own_or_named(work.file, named), start)
        if given is not None:
            plan = work.desk.services.meeting_room_plan
            work.act(lambda: plan.score(work.actor, meeting_id, goal.id, given.score, given.by))

    def _name(self, then: Callable[[Named], None]) -> None:
        """Asks who can be named: those at the meeting, and then the others round the citizen, marked as not here."""
        ask_people(self._work.desk, self, self._work.file, lambda named: then(to_name(self._work.file, named)))

    def _ask_promise(self, agreement: Agreement | None, filled: Promise | None = None) -> None:
        self._name(partial(self._ask_promise_among, agreement, filled))

    def _ask_promise_among(self, agreement: Agreement | None, filled: Promise | None, named: Named) -> None:
        work, file = self._work, self._work.file
        meeting_id, plan = file.meeting.id, work.desk.services.meeting_room_plan
        now = next((each for each in file.agreements if agreement and each.id == agreement.id), agreement)
        start = filled or (promise_of(now) if now else Promise(""))
        goals = ((None, plan_texts.NO_GOAL), *((goal.id, goal.title) for goal in file.goals))
        people = ((None, plan_words.NOBODY), *with_promiser(file, named, start.who))
        choices = PromiseChoices(people, goals, members_of(file), themes_of(file, start.theme_id), file.today)
        withdraw = partial(work.act, lambda: plan.withdraw_promise(work.actor, meeting_id, now)) if now else None
        made_here = now is not None and now.meeting_id == meeting_id
        answer = PromiseDialog.ask(self, choices, start, withdraw if made_here else None)
        if answer is None:
            return
        again = partial(self._ask_promise, now, answer)
        if now is None:
            work.act(lambda: plan.promise(work.actor, meeting_id, answer), again=again)
        else:
            work.act(lambda: plan.change_promise(work.actor, meeting_id, now, answer), again=again)

    def _ask_question(self, decision: PendingDecision | None, filled: Question | None = None) -> None:
        organisation, actor, today = self._work.desk.services.organisation, self._work.actor, self._work.file.today

        def choose(known: OrganisationView) -> None:
            self._ask_question_among(choices_from(known, today), decision, filled)

        self._work.desk.tasks.read(self, lambda: organisation.view(actor), choose)

    def _ask_question_among(self, choices: Choices, decision: PendingDecision | None, filled: Question | None) -> None:
        work, file = self._work, self._work.file
        meeting_id, plan = file.meeting.id, work.desk.services.meeting_room_plan
        now = next((each for each in file.decisions if decision and each.id == decision.id), decision)
        start = filled or (question_of(now) if now else Question(""))
        among = QuestionChoices(choices, members_of(file), themes_of(file, start.theme_id))
        withdraw = partial(work.act, lambda: plan.withdraw_question(work.actor, meeting_id, now)) if now else None
        answer = QuestionDialog.ask(self, among, start, withdraw)
        if answer is None:
            return
        again = partial(self._ask_question, now, answer)
        if now is None:
            work.act(lambda: plan.ask(work.actor, meeting_id, answer), again=again)
        else:
            work.act(lambda: plan.change_question(work.actor, meeting_id, now, answer), again=again)

    def _thing(self, what: str, detail: str, *, is_whole: bool, act: partial[None]) -> QVBoxLayout:
        """A line that opens its form, with who and when below; what is missing stands in the colour of a warning."""
        words = Label(what, wraps=True)
        change = IconButton("pencil", f"{texts.CHANGE}: {what}")
        change.clicked.connect(act)
        line = row(gap=4)
        line.addWidget(words, 1)
        line.addWidget(change)
        return column(line, Label(detail, Role.MUTED if is_whole else Role.WARNING, wraps=True), gap=0)
