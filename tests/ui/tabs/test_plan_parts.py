"""The cards round the goals under the keyboard: members' parts, views, themes, efforts in order, other plans."""

from collections.abc import Iterator, Mapping
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import FamilyRole
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.ids import CourseId, RowId
from koordinator.domain.party import PartyKind
from koordinator.domain.register import PlanRelation
from koordinator.domain.steps import Step
from koordinator.texts import plan_tab as texts
from koordinator.ui.tabs.dialogs.plan_parts import GoalDialog, ScoreDialog, ServingDialog, StandingDialog, ViewDialog
from koordinator.ui.tabs.dialogs.promise import PromiseDialog, QuestionDialog
from koordinator.ui.tabs.plan_tab import PlanTab
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.plan_file import PlanFile
from tests.support.desk import desk_at
from tests.support.meeting_world import FIRST_DAY, MeetingWorld
from tests.ui.office_window import when_dialog_opens

NOTHING: Mapping[str, object] = {}


class PartsBench:
    """The tab of Lone's plan, or of her family's."""

    def __init__(self, qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
        self.qtbot, self.world, self.tasks = qtbot, world, tasks
        self.desk = desk_at(world.bench, tasks)
        self.subject_id = world.subject_id
        self.tab = PlanTab(self.desk)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.tab)
        self.area.resize(1200, 800)
        self.area.show()
        self.tab.changed.connect(self.show)

    def show(self) -> None:
        services, actor = self.desk.services, self.desk.actor
        self.tab.show_subject(SubjectView(citizen=services.citizens.open(actor, self.world.lone.id)))

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.is_idle)

    def file(self) -> PlanFile:
        return self.world.plans.open(self.world.actor, self.subject_id)

    def press(self, name: str) -> None:
        def found() -> list[QAbstractButton]:
            buttons = self.tab.findChildren(QAbstractButton)
            called = [each for each in buttons if name in (each.accessibleName(), each.text())]
            return [each for each in called if each.isVisibleTo(self.tab)]

        self.qtbot.waitUntil(lambda: bool(found()))
        QTest.keyClick(found()[0], Qt.Key.Key_Space)
        self.settle()

    def says(self, words: str) -> bool:
        return words in [label.text() for label in self.tab.findChildren(Label) if label.isVisibleTo(self.tab)]


def fill(dialog: FormDialog, words: str = "", chosen: Mapping[str, object] = NOTHING) -> None:
    """Words in the required note or line, and what is chosen by the list's label."""
    for choice in dialog.findChildren(Choice):
        if choice.accessibleName() in chosen:
            choice.choose(chosen[choice.accessibleName()])
    for note in dialog.findChildren(NoteEdit):
        if words:
            note.editor().setPlainText(words)
    dialog.accept()


@pytest.fixture
def at(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> Iterator[PartsBench]:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    for title in ("Rolige morgener", "Én at ringe til"):
        world.plans.add_goal(world.actor, plan.id, title)
    bench = PartsBench(qtbot, world, tasks)
    bench.show()
    bench.settle()
    yield bench
    bench.area.close()
    bench.area.deleteLater()


def test_goals_change_places_and_are_corrected(at: PartsBench) -> None:
    at.press(f"{texts.MOVE_DOWN}: Rolige morgener")
    assert [goal.title for goal in at.file().goals] == ["Én at ringe til", "Rolige morgener"]

    when_dialog_opens(GoalDialog, lambda dialog: fill(dialog, "Med ro", chosen={texts.THEME: at.file().themes[1].id}))
    at.press("Ret: Rolige morgener")

    goal = at.file().goals[1]
    assert (goal.own_part, goal.theme_id) == ("Med ro", at.file().themes[1].id)


def test_a_number_is_somebodys(at: PartsBench) -> None:
    kim = next(
        candidate.party
        for candidate in at.world.meetings.suggest(at.world.actor, at.subject_id).candidates
        if candidate.party.kind is PartyKind.EMPLOYEE and candidate.party.id == at.world.kim
    )
    when_dialog_opens(ScoreDialog, lambda dialog: fill(dialog, chosen={texts.SCORE: 4, texts.WHO_SCORES: kim}))
    at.press(f"{texts.GIVE_SCORE}: Rolige morgener")

    at.qtbot.waitUntil(lambda: any(not score.is_own for score in at.file().scores))
    assert [(score.score, score.employee_id) for score in at.file().scores] == [(4, at.world.kim)]


def test_efforts_are_tied_ordered_and_untied(at: PartsBench) -> None:
    def tick(dialog: ServingDialog) -> None:
        for box in dialog.findChildren(CheckBox):
            box.setChecked(not box.isChecked())
        dialog.accept()

    for ties in (1, 0):
        when_dialog_opens(ServingDialog, tick)
        at.press(f"{texts.TIE}: Rolige morgener")
        at.qtbot.waitUntil(partial(tied, at, ties))


def tied(at: PartsBench, count: int) -> bool:
    return len(at.file().effort_goals) == count


def test_who_sees_what_is_written_changed_and_taken_out(at: PartsBench) -> None:
    when_dialog_opens(ViewDialog, lambda dialog: fill(dialog, "Det går for hurtigt"))
    at.press(texts.NEW_VIEW)
    at.qtbot.waitUntil(lambda: at.says("Det går for hurtigt"))

    when_dialog_opens(ViewDialog, lambda dialog: fill(dialog, "Det går godt"))
    at.press("Ret: Det går for hurtigt")
    at.qtbot.waitUntil(lambda: at.says("Det går godt"))

    at.press(f"{texts.REMOVE_VIEW}: Det går godt")
    at.qtbot.waitUntil(lambda: at.says(texts.NO_VIEWS))


def test_another_plan_is_replaced_and_counted(at: PartsBench) -> None:
    when_dialog_opens(StandingDialog, lambda dialog: fill(dialog, chosen={texts.RELATE: PlanRelation.REPLACED}))
    at.press(f"{texts.RELATE}: Min Plan")

    at.qtbot.waitUntil(lambda: at.says("1 plan er afløst af den fælles plan."))


def test_agreements_and_questions_are_made_and_corrected(at: PartsBench) -> None:
    when_dialog_opens(PromiseDialog, lambda dialog: fill(dialog, "Ringer"))
    at.press(texts.NEW_PROMISE)
    at.qtbot.waitUntil(lambda: at.says("Ringer"))
    when_dialog_opens(PromiseDialog, lambda dialog: fill(dialog, "Skriver"))
    at.press("Ret: Ringer")
    at.qtbot.waitUntil(lambda: at.says("Skriver"))

    when_dialog_opens(QuestionDialog, lambda dialog: fill(dialog, "Støtte"))
    at.press(texts.NEW_QUESTION)
    at.qtbot.waitUntil(lambda: at.says("Skal afgøres: Støtte"))
    when_dialog_opens(QuestionDialog, lambda dialog: fill(dialog, "Støtte om morgenen"))
    at.press("Ret: Støtte")
    at.qtbot.waitUntil(lambda: at.says("Skal afgøres: Støtte om morgenen"))


def test_what_is_done_is_shown_when_asked_and_opened_again(at: PartsBench) -> None:
    when_dialog_opens(PromiseDialog, lambda dialog: fill(dialog, "Ringer"))
    at.press(texts.NEW_PROMISE)
    at.qtbot.waitUntil(lambda: at.says("Ringer"))
    at.press(f"{texts.DONE}: Ringer")
    at.qtbot.waitUntil(lambda: not at.says("Ringer"))

    at.press(texts.SHOW_SETTLED.format(count="1"))
    at.press(f"{texts.OPEN_AGAIN}: Ringer")

    at.qtbot.waitUntil(lambda: at.says("Ringer"))


def test_a_familys_plan_stands_in_layers(at: PartsBench) -> None:
    world = at.world
    members = (NewMember(world.lone.id, FamilyRole.ADULT), NewMember(world.anna.id, FamilyRole.CHILD))
    family = Families(world.bench.office).create(world.actor, "Familien Bæk", members)
    with world.bench.office.aside() as tx:
        course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), family.subject_id, FIRST_DAY))
        held = StepPeriod(RowId(0), family.subject_id, course.id, Step.ONE_CASEWORK, FIRST_DAY)
        tx.of(StepPeriod).add(held)
        owner = world.actor.employee_id
        tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), family.subject_id, course.id, owner, FIRST_DAY))
    world.plans.begin(world.actor, family.subject_id)
    at.subject_id = family.subject_id
    services, actor = at.desk.services, at.desk.actor
    at.tab.show_subject(SubjectView(family=services.families.open(actor, family.id)))
    at.settle()

    assert at.says("Fælles for familien Bæk")
    assert at.says("Annas del")
    at.press("Skriv i Annas del")
    when_dialog_opens(QDialog, lambda dialog: fill_line(dialog, "Håndbold"))
    at.press(f"{texts.NEW_GOAL}: Annas mål")

    at.qtbot.waitUntil(lambda: [goal.citizen_id for goal in at.file().goals] == [world.anna.id])
    assert any(button.text() == "Plan til Anna: fælles og egen del" for button in at.tab.findChildren(Button))


def fill_line(dialog: QDialog, words: str) -> None:
    (line,) = dialog.findChildren(QLineEdit)
    line.setText(words)
    dialog.accept()
