"""The tab Plan under the keyboard: whatever is changed, the keyboard and the page stay where they were."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.joint_plan import PlanVersion, Subgoal
from koordinator.texts import plan_tab as texts
from koordinator.texts.plan_difference import NOTHING_NEW
from koordinator.ui.ask import Question
from koordinator.ui.focus import focus_inside
from koordinator.ui.handout.dialog import HandoutDialog
from koordinator.ui.tabs.dialogs.plan_parts import ScoreDialog
from koordinator.ui.tabs.plan_tab import PlanTab
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld, employee_party
from tests.support.office import TODAY
from tests.ui.office_window import when_dialog_opens

GOALS = ("Rolige morgener", "En god skoledag", "Én at ringe til")


class PlanBench:
    """The tab in a low window, so that it scrolls."""

    def __init__(self, qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
        self.qtbot, self.world, self.tasks = qtbot, world, tasks
        self.desk = desk_at(world.bench, tasks)
        self.tab = PlanTab(self.desk)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.tab)
        qtbot.addWidget(self.area)
        self.area.resize(1000, 400)
        self.area.show()
        self.area.activateWindow()
        qtbot.waitUntil(self.area.isActiveWindow)
        self.tab.changed.connect(self.show)
        self.show()
        self.settle()
        qtbot.waitUntil(self.is_whole)

    def is_whole(self) -> bool:
        """The versions come last."""
        words = [each.text() for each in self.tab.findChildren(Label)]
        return texts.NO_VERSIONS in words or texts.NOT_HANDED_OUT in words

    def show(self) -> None:
        """As the page does when it has read the subject."""
        view = SubjectView(citizen=self.desk.services.citizens.open(self.desk.actor, self.world.lone.id))
        self.tab.show_subject(view)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.is_idle)

    def find(self, kind: type[QAbstractButton], name: str) -> QAbstractButton:
        (found,) = [
            each
            for each in self.tab.findChildren(kind)
            if name in (each.accessibleName(), each.text()) and each.isVisible()
        ]
        return found

    def go_to(self, kind: type[QAbstractButton], name: str) -> QAbstractButton:
        """The keyboard on the part, and the part in the middle of what is seen."""
        part = self.find(kind, name)
        part.setFocus()
        self.area.ensureWidgetVisible(part, 0, 150)
        return part

    def press(self, part: QAbstractButton) -> int:
        """Presses it by the keyboard; how far the page was scrolled then."""
        before = self.area.verticalScrollBar().value()
        QTest.keyClick(part, Qt.Key.Key_Space)
        self.settle()
        return before

    def entries(self, since: int) -> list[Action]:
        return [entry.action for entry in self.world.bench.log()[since:] if entry.action is not Action.OPEN_CITIZEN]


@pytest.fixture
def at(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> PlanBench:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    goals = [world.plans.add_goal(world.actor, plan.id, title).goals[-1] for title in GOALS]
    for title in ("Op kl. 7", "Tøjet ligger klar"):
        world.plans.add_subgoal(world.actor, goals[1].id, title)
    for what in ("Taler med skolen", "Ringer til lægen"):
        world.promises.promise(world.actor, world.subject_id, Promise(what, employee_party(world.kim), TODAY))
    return PlanBench(qtbot, world, tasks)


def test_a_tick_rebuilds_nothing_and_keeps_the_keyboard_and_the_place(at: PlanBench) -> None:
    box = at.go_to(CheckBox, "Op kl. 7")
    since = len(at.world.bench.log())

    before = at.press(box)
    assert at.entries(since) == [Action.EDIT_PLAN]
    stored = at.world.plans.open(at.world.actor, at.world.subject_id).subgoals
    assert [subgoal.reached_on for subgoal in stored] == [TODAY, None]
    assert focus_inside(at.area) is box
    assert at.area.verticalScrollBar().value() == before
    assert at.find(CheckBox, "Op kl. 7") is box

    at.press(box)
    assert at.world.plans.open(at.world.actor, at.world.subject_id).subgoals[0].reached_on is None


def test_a_tick_that_was_not_saved_is_taken_back(at: PlanBench) -> None:
    box = at.go_to(CheckBox, "Op kl. 7")
    with at.world.bench.office.aside() as tx:
        subgoal = tx.of(Subgoal).where()[0]
        tx.of(Subgoal).save(replace(subgoal, title="Op kl. 6"))

    with at.qtbot.waitSignal(at.tasks.failed):
        QTest.keyClick(box, Qt.Key.Key_Space)

    assert not box.isChecked()


def test_a_number_given_by_the_keyboard_leaves_it_on_the_same_button(at: PlanBench) -> None:
    name = f"{texts.GIVE_SCORE}: {GOALS[1]}"
    button = at.go_to(Button, name)
    when_dialog_opens(ScoreDialog, QDialog.accept)
    before = at.press(button)

    at.qtbot.waitUntil(lambda: focus_inside(at.area) is at.find(Button, name))
    assert at.area.verticalScrollBar().value() == before


def test_an_agreement_that_is_done_hands_the_keyboard_to_what_stands_there_now(at: PlanBench) -> None:
    before = at.press(at.go_to(Button, f"{texts.DONE}: Taler med skolen"))

    at.qtbot.waitUntil(lambda: name_of_focus(at).endswith("Ringer til lægen"))
    assert at.area.verticalScrollBar().value() == before
    assert {each.status.value for each in at.world.plans.open(at.world.actor, at.world.subject_id).agreements} == {
        "done",
        "open",
    }


def test_approving_reads_the_plan_not_once_more_and_says_what_is_new(at: PlanBench) -> None:
    since = len(at.world.bench.log())
    when_dialog_opens(Question, QDialog.accept)
    at.press(at.go_to(Button, texts.APPROVE))

    assert at.entries(since) == [Action.APPROVE_PLAN]
    at.qtbot.waitUntil(lambda: NOTHING_NEW in said(at))
    at.press(at.go_to(CheckBox, "Op kl. 7"))
    at.qtbot.waitUntil(lambda: NOTHING_NEW not in said(at))


def test_a_version_that_is_damaged_does_not_hide_the_plan(at: PlanBench) -> None:
    file = at.world.plans.open(at.world.actor, at.world.subject_id)
    assert file.plan is not None
    version = at.world.plans.approve(at.world.actor, file.plan).versions[0]
    with at.world.bench.office.aside() as tx:
        tx.of(PlanVersion).save(replace(version, content=version.content.replace("morgener", "aftener")))

    at.show()
    at.settle()

    at.qtbot.waitUntil(lambda: texts.CANNOT_COMPARE in said(at))


def name_of_focus(at: PlanBench) -> str:
    focus = focus_inside(at.tab)
    return focus.accessibleName() if focus is not None else ""


def said(at: PlanBench) -> list[str]:
    return [label.text() for label in at.tab.findChildren(Label) if label.isVisible()]


def test_what_was_new_in_an_earlier_version_can_be_seen(at: PlanBench) -> None:
    world = at.world
    for title in ("Et job", "En cykel"):
        plan = world.plans.open(world.actor, world.subject_id).plan
        assert plan is not None
        world.plans.approve(world.actor, plan)
        world.plans.add_goal(world.actor, plan.id, title)
    plan = world.plans.open(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.approve(world.actor, plan)
    at.show()
    at.qtbot.waitUntil(lambda: any(words.startswith("Version 3") for words in said(at)))

    at.press(at.find(Button, f"{texts.SEE_NEWS}: {texts.NEW_IN.format(number=2)}"))

    at.qtbot.waitUntil(lambda: texts.NEW_IN.format(number=2) in said(at))
    assert "Nyt mål: »Et job«." in said(at)
    assert "Nyt mål: »En cykel«." not in said(at)


def test_a_handout_that_cannot_be_saved_comes_back_with_its_words(at: PlanBench) -> None:
    plan = at.world.plans.open(at.world.actor, at.world.subject_id).plan
    assert plan is not None
    at.world.plans.approve(at.world.actor, plan)
    at.show()
    at.settle()
    asked: list[str] = []

    def hand(dialog: HandoutDialog) -> None:
        asked.append(dialog.other.value())
        dialog.other.set_value("x" * 300 if len(asked) == 1 else "Tina Dam")
        if len(asked) == 1:
            when_dialog_opens(HandoutDialog, hand)
        dialog.accept()

    when_dialog_opens(HandoutDialog, hand)
    at.press(at.go_to(Button, texts.HAND_OUT))

    at.qtbot.waitUntil(lambda: bool(at.world.plans.open(at.world.actor, at.world.subject_id).handouts))
    assert asked == ["", "x" * 300]
