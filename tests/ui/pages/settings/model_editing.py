"""Vurderingsmodel as a test works it: what is in front, pressed and read by its words."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.ui.ask_value import AskText
from koordinator.ui.desk import Desk
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import TextField
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.assessment_models import ModelShelf
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle
from tests.ui.parts import accessible_name

Found = TypeVar("Found", bound=QWidget)


def settle(qtbot: QtBot, desk: Desk, tab: ModelTab) -> None:
    """Until what was typed is checked and nothing is on its way."""
    wait_until_idle(qtbot, desk)
    if tab._work.source is not None:
        qtbot.waitUntil(lambda: tab._work.is_checked)
        wait_until_idle(qtbot, desk)


def shelf(bench: Bench, desk: Desk) -> ModelShelf:
    return desk.services.assessment_models.shelf(bench.actor)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def listed(within: QWidget, name: str) -> DataList[object]:
    (found,) = [each for each in within.findChildren(DataList) if each.accessibleName() == name and each.isVisible()]
    return found


def button(within: QWidget, words: str) -> Button:
    (found,) = [each for each in within.findChildren(Button) if each.text() == words and each.isVisible()]
    return found


def field(within: QWidget, label: str) -> QLineEdit:
    lines = [each.findChild(QLineEdit) for each in within.findChildren(TextField) if each.isVisible()]
    (found,) = [line for line in lines if line is not None and accessible_name(line) == label]
    return found


def retype(line: QLineEdit, words: str) -> None:
    line.setFocus()
    line.selectAll()
    if words:
        QTest.keyClicks(line, words)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)


def shown(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(Label) if label.isVisible()]


def answer_with(words: str) -> Callable[[AskText], None]:
    def type_it(dialog: AskText) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        QTest.keyClicks(line, words)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return type_it


def only(within: QWidget, kind: type[Found]) -> Found:
    (found,) = within.findChildren(kind)
    return found


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def tab_to(is_there: Callable[[QWidget], bool]) -> None:
    """Tabs as one does without a mouse."""
    for _ in range(80):
        if is_there(focused()):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError("not within reach of the keyboard")
