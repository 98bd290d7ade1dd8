"""Øvelse by keyboard alone, from the first assessment to the plan in the citizen's hand; each tick as it comes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.demo import open_practice
from koordinator.bootstrap.keys import close
from koordinator.bootstrap.window import OpenWindow, build_window
from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.practice import PracticeTask, TaskState
from koordinator.domain.steps import Step
from koordinator.integrations.clock import SystemClock
from koordinator.texts import consent as consent_texts
from koordinator.texts import meeting_page as meeting_texts
from koordinator.texts import plan_tab as plan_texts
from koordinator.texts import practice as texts
from koordinator.texts.formats import date_short
from koordinator.ui.pages.learning.page import LearningPage
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.date_edits import DateEdit
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.assessments import Decision
from tests.ui.office_window import place, wait_until_idle, when_dialog_opens
from tests.ui.parts import Memory, nameless

NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab
ANSWERS = tuple(Qt.Key(Qt.Key.Key_0 + digit) for digit in (2, 3, 3, 3, 1, 2, 1, 2))
TO_LEARNING = Qt.Key.Key_7


def keyboard_in(window: QWidget) -> QWidget:
    """Where a key that is pressed now lands."""
    places: tuple[QWidget | None, ...] = (QApplication.focusWidget(), window.focusWidget())
    return next((place for place in places if place is not None), window)


class Learner:
    """Somebody with a keyboard at the practice window."""

    def __init__(self, qtbot: QtBot, shown: OpenWindow) -> None:
        self.qtbot, self.shown, self.window = qtbot, shown, shown.window

    def settle(self) -> None:
        wait_until_idle(self.qtbot, self.shown.desk)

    def come_to_front(self) -> None:
        """A desktop gives the window its place in front back when a dialog is gone."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(keyboard_in(self.window), key, modifier)

    def write(self, words: str) -> None:
        QTest.keyClicks(keyboard_in(self.window), words)

    def tab_to(self, words: str) -> None:
        """With the tabulator alone, once the window has its place in front again."""
        self.come_to_front()
        for _ in range(200):
            focus = keyboard_in(self.window)
            if isinstance(focus, QPushButton) and words in (focus.text(), focus.accessibleName()):
                return
            QTest.keyClick(focus, TAB)
        raise AssertionError(words)

    def press_button(self, words: str) -> None:
        self.tab_to(words)
        self.press(SPACE)

    def in_form(self, act: Callable[[FormDialog], object]) -> None:
        """Fills in the form that opens next, and saves it."""

        def fill(dialog: FormDialog) -> None:
            assert nameless(dialog) == []
            act(dialog)
            QTest.keyClick(keyboard_in(dialog), ENTER, CTRL)

        when_dialog_opens(FormDialog, fill)

    def says_yes(self) -> None:
        when_dialog_opens(QDialog, lambda dialog: QTest.keyClick(dialog, ENTER))

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds)
        self.settle()

    @property
    def page(self) -> LearningPage:
        (page,) = self.window.findChildren(LearningPage)
        return page

    def states(self) -> dict[PracticeTask, TaskState]:
        services, actor = self.shown.desk.services, self.shown.desk.actor
        practice = services.learning.open(actor).practice
        assert practice is not None
        return {line.task: line.state for line in practice.lines}

    def done(self) -> list[PracticeTask]:
        return [task for task, state in self.states().items() if state is TaskState.DONE]

    def back_to_tasks(self, done: int) -> None:
        """The page shows as many ticks as the database has."""
        self.come_to_front()
        self.press(TO_LEARNING, CTRL)
        self.settle()
        assert place(self.window)[0] == "learning"
        assert self.done() == list(PracticeTask)[:done]
        assert texts.progress(done, len(PracticeTask)) in self.words()

    def go(self) -> None:
        """The button has the keyboard when the page is shown."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        assert focus.text() == texts.GO
        self.press(SPACE)
        self.settle()

    def words(self) -> list[str]:
        page = self.window.pages.page()
        assert page is not None
        return [label.text() for label in page.findChildren(Label) if label.isVisible()]


@pytest.fixture
def learner(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Iterator[Learner]:
    opened = open_practice(tmp_path)
    shown = build_window(opened, tasks, Memory(), clock=SystemClock())
    qtbot.addWidget(shown.window)
    shown.window.resize(1366, 768)
    shown.window.show()
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    someone = Learner(qtbot, shown)
    someone.settle()
    yield someone
    qtbot.waitUntil(lambda: tasks.is_idle)
    close(opened)


def test_the_case_is_gone_through_in_one_sitting(learner: Learner) -> None:
    assert place(learner.window)[0] == "learning"
    assert nameless(learner.window) == []
    tasks = (assess, choose, consent, plan_meeting, prepare, invite, hold, finish, approve, hand_out)
    for done, task in enumerate(tasks):
        learner.back_to_tasks(done)
        if task is choose:
            learner.in_form(lambda dialog: QTest.keyClicks(keyboard_in(dialog), "Anne"))
        learner.go()
        task(learner)
    learner.back_to_tasks(len(tasks))

    assert texts.FINISHED.format(name="Jonas") in learner.words()
    assert all(line in learner.words() for line in texts.LEARNED)
    assert QApplication.focusWidget() is learner.page.case.again


def test_beginning_again_asks_first_and_closes_the_window(learner: Learner) -> None:
    learner.back_to_tasks(0)
    when_dialog_opens(QDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    learner.press_button(texts.AGAIN)
    assert learner.shown.afterwards is None
    learner.back_to_tasks(0)

    def confirm(dialog: QDialog) -> None:
        (yes,) = [each for each in dialog.findChildren(QPushButton) if each.text() == texts.AGAIN]
        yes.setFocus()
        QTest.keyClick(yes, SPACE)

    when_dialog_opens(QDialog, confirm)
    learner.press_button(texts.AGAIN)
    assert learner.shown.afterwards is not None
    assert not learner.window.isVisible()


def test_another_step_is_said_kindly(learner: Learner) -> None:
    assert all(words.why.endswith(".") for words in texts.TASKS.values())
    services, actor = learner.shown.desk.services, learner.shown.desk.actor
    practice = services.learning.open(actor).practice
    assert practice is not None
    file = services.assessments.open(actor, practice.citizen.subject_id)
    low = Answer(ParameterKey("complexity"), OptionKey("simple"))
    answered = services.assessments.answer(actor, file.assessment, (low,))
    services.assessments.lock(actor, answered, Decision(Step.ALIGNMENT, "Øvelse"))
    learner.press(Qt.Key.Key_F5)
    learner.settle()

    said = [label.text() for panel in visible_panels(learner) for label in panel.findChildren(Label)]
    assert texts.strayed(Step.ALIGNMENT) in said


def visible_panels(learner: Learner) -> list[Panel]:
    return [each for each in learner.page.findChildren(Panel) if each.isVisible()]


def assess(learner: Learner) -> None:
    assert place(learner.window)[0] == "assessment"
    learner.press(ENTER)
    for digit in ANSWERS:
        learner.press(digit)
        learner.press(ENTER)
    learner.settle()
    assert "Hvad beslutter du?" in learner.words()
    learner.press(ENTER)
    learner.press(ENTER)
    learner.until(lambda: "Vurderingen er låst: trin 2" in learner.words())


def choose(learner: Learner) -> None:
    """The form opened by itself; whoever sits here is in it already or is found by name."""
    learner.until(lambda: PracticeTask.CHOOSE_COORDINATOR in learner.done())


def consent(learner: Learner) -> None:
    def fill(dialog: FormDialog) -> None:
        QTest.keyClicks(keyboard_in(dialog), "En samlet plan for ugen")

    learner.in_form(fill)
    learner.press_button(consent_texts.NEW_CONSENT)
    learner.until(lambda: PracticeTask.REGISTER_CONSENT in learner.done())


def plan_meeting(learner: Learner) -> None:
    def fill(dialog: FormDialog) -> None:
        (day,) = dialog.findChildren(DateEdit)
        for _ in range(20):
            if keyboard_in(dialog) is day:
                break
            QTest.keyClick(keyboard_in(dialog), TAB)
        QTest.keyClick(day, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(day, date_short(SystemClock().today()))

    learner.in_form(fill)
    learner.press_button(meeting_texts.PLAN_MEETING)
    learner.until(lambda: PracticeTask.PLAN_MEETING in learner.done())
    assert place(learner.window)[0] == "meeting"


def prepare(learner: Learner) -> None:
    for _ in range(30):
        if isinstance(QApplication.focusWidget(), QPlainTextEdit):
            break
        learner.press(TAB)
    learner.write("Min uge er for fuld.")
    learner.press(TAB)
    learner.until(lambda: PracticeTask.PREPARE in learner.done())


def invite(learner: Learner) -> None:
    learner.says_yes()
    learner.press_button(meeting_texts.INVITE)
    learner.until(lambda: PracticeTask.INVITE in learner.done())


def hold(learner: Learner) -> None:
    learner.press_button(meeting_texts.BEGIN)
    learner.settle()
    learner.write("En uge med luft i")
    learner.press(Qt.Key.Key_F6)
    learner.settle()
    learner.in_form(lambda dialog: QTest.keyClicks(keyboard_in(dialog), "En uge med luft i"))
    learner.press_button(meeting_texts.NEW_GOAL)
    learner.settle()
    learner.in_form(lambda dialog: QTest.keyClicks(keyboard_in(dialog), "Anne samler tiderne i et skema"))
    learner.press_button(meeting_texts.NEW_AGREEMENT)
    learner.until(lambda: PracticeTask.HOLD_MEETING in learner.done())


def finish(learner: Learner) -> None:
    learner.press_button(meeting_texts.FINISH)
    learner.settle()
    learner.says_yes()
    learner.press_button(meeting_texts.CLOSE_ANYWAY)
    learner.until(lambda: PracticeTask.CLOSE_MEETING in learner.done())


def approve(learner: Learner) -> None:
    learner.says_yes()
    learner.press_button(plan_texts.APPROVE)
    learner.until(lambda: PracticeTask.APPROVE_PLAN in learner.done())


def hand_out(learner: Learner) -> None:
    learner.in_form(lambda _dialog: None)
    learner.press_button(plan_texts.HAND_OUT)
    learner.until(lambda: PracticeTask.HAND_OUT_PLAN in learner.done())
