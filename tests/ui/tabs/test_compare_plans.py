"""Two versions beside one another: what is chosen is shown, and the keyboard goes from change to change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.agreement_rules import Promise
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.plan_comparison import Mark
from koordinator.texts import plan_comparison as texts
from koordinator.ui.tabs.dialogs.compare_plans import ComparePlansDialog, Versions
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.labels import Label
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld, employee_party

AGREEMENTS = 100


@pytest.fixture
def versions(world: MeetingWorld) -> tuple[PlanVersion, ...]:
    """The second version has a goal more, and one of a hundred agreements done."""
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    promised = [
        world.promises.promise(
            world.actor, world.subject_id, Promise(f"Ringer til skolen {number}", employee_party(world.kim))
        )
        for number in range(AGREEMENTS)
    ]
    world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    first = world.plans.approve(world.actor, plan).plan
    assert first is not None
    world.promises.done(world.actor, promised[-1].id)
    world.plans.add_goal(world.actor, plan.id, "En god skoledag")
    return world.plans.approve(world.actor, first).versions


@pytest.fixture
def dialog(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks, versions: tuple[PlanVersion, ...]
) -> Iterator[ComparePlansDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = ComparePlansDialog(parent, desk_at(world.bench, tasks), Versions(versions))
    shown.show()
    shown.read()
    qtbot.waitUntil(lambda: bool(shown.rows()))
    yield shown
    shown.close()


def choose(dialog: ComparePlansDialog, name: str, key: object) -> None:
    (choice,) = (each for each in dialog.findChildren(Choice) if each.accessibleName() == name)
    choice.choose(key)
    choice.chosen.emit(key)


def says(dialog: ComparePlansDialog, words: str) -> bool:
    return words in [label.text() for label in dialog.findChildren(Label) if not label.isHidden()]


def test_only_what_is_changed_stands_there_at_first(dialog: ComparePlansDialog) -> None:
    assert [row.part.mark for row in dialog.rows()] == [Mark.NEW, Mark.CHANGED]
    assert dialog.rows()[0].accessibleName().startswith("Nyt. Før: Står ikke i denne version. Nu: En god skoledag")


def test_all_of_both_versions_can_be_read(qtbot: QtBot, dialog: ComparePlansDialog) -> None:
    (box,) = dialog.findChildren(CheckBox)
    box.setChecked(False)

    assert len([row for row in dialog.rows() if row.part.mark is Mark.SAME]) >= AGREEMENTS - 1


def test_the_keyboard_goes_from_change_to_change_and_round(dialog: ComparePlansDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for expected in (0, 1, 0):
        QTest.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        assert dialog.rows()[expected].hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert dialog.rows()[1].hasFocus()


def test_other_versions_are_chosen(qtbot: QtBot, dialog: ComparePlansDialog, versions: tuple[PlanVersion, ...]) -> None:
    choose(dialog, texts.FROM, versions[1].id)
    assert dialog.rows() == ()
    assert says(dialog, texts.SAME_VERSION)

    choose(dialog, texts.TO, 0)
    qtbot.waitUntil(lambda: says(dialog, texts.NO_DIFFERENCE))
    QTest.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert dialog.rows() == ()


def test_a_version_that_cannot_be_read_says_so(
    qtbot: QtBot, dialog: ComparePlansDialog, world: MeetingWorld, versions: tuple[PlanVersion, ...]
) -> None:
    with world.bench.office.aside() as tx:
        tx.of(PlanVersion).save(replace(versions[0], content="{}"))

    choose(dialog, texts.TO, 0)

    qtbot.waitUntil(lambda: not dialog.rows())


def test_one_version_is_compared_to_today(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks, versions: tuple[PlanVersion, ...]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = ComparePlansDialog(parent, desk_at(world.bench, tasks), Versions(versions[:1]))
    shown.read()

    qtbot.waitUntil(lambda: len(shown.rows()) == len((Mark.NEW, Mark.CHANGED)))
