"""Whoever coordinates and no longer may is named when the form is saved, with the way to hand over."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from koordinator.domain.organisation import Employee
from koordinator.domain.steps import Step
from koordinator.texts import handover as words
from koordinator.texts import settings as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.employee_dialog import EmployeeDialog
from koordinator.ui.pages.settings.page import SettingsPage
from koordinator.ui.widgets.choices import CheckBox
from tests.support.histories import Histories, days_ago
from tests.support.office import Bench
from tests.ui.office_window import listed, wait_until_idle, when_dialog_opens

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ida(bench: Bench) -> Employee:
    """She coordinates two courses."""
    histories = Histories(bench)
    employee = histories.employee("Ida Mikkelsen")
    for name in ("Lone Bæk", "Otto Bæk"):
        histories.course(bench.add_citizen(name, "").subject_id, Step.MEETINGS, days_ago(60), by=employee)
    return employee


def test_without_authority_the_handover_is_offered(
    qtbot: QtBot, desk: Desk, ida: Employee, window: Callable[[str], MainWindow]
) -> None:
    opened, told, gone_to = window("employees"), list[str](), list[tuple[str, object]]()
    (page,) = opened.findChildren(SettingsPage)
    page.navigate.disconnect()  # this window has the one page
    page.navigate.connect(lambda page_key, key: gone_to.append((page_key, key)))

    def take_authority(dialog: EmployeeDialog) -> None:
        said = words.COORDINATES.format(name=ida.name, courses=words.courses(2))
        assert said in [label.text() for label in dialog.findChildren(QLabel)]
        (box,) = (each for each in dialog.findChildren(CheckBox) if each.accessibleName() == texts.AUTHORITY)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        when_dialog_opens(Question, go_on)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    def go_on(question: Question) -> None:
        told.append(question.accessibleDescription())
        question.accept()

    when_dialog_opens(EmployeeDialog, take_authority)
    people = listed(opened, texts.EMPLOYEES)
    people.choose(ida.id)
    people.setFocus()
    QTest.keyClick(people, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gone_to))
    wait_until_idle(qtbot, desk)

    assert told == [words.OFFER_TEXT.format(name=ida.name, courses=words.courses(2))]
    assert gone_to == [("handover", ida.id)]
