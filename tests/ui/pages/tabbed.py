"""Finding one's way on a page of tabs, and typing there."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from koordinator.ui.main_window import MainWindow
from koordinator.ui.page_tab import TabbedPage
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import Field, TextField
from tests.ui.parts import accessible_name


def page_of(window: MainWindow) -> TabbedPage:
    page = window.pages.page()
    assert isinstance(page, TabbedPage)
    return page


def field(within: QWidget, label: str) -> TextField:
    found = [
        each for each in within.findChildren(TextField) if accessible_name(each.findChild(QLineEdit) or each) == label
    ]
    assert len(found) == 1, label
    return found[0]


def button(within: QWidget, words: str) -> Button:
    found = [each for each in within.findChildren(Button) if each.text() == words]
    assert len(found) == 1, words
    return found[0]


def type_into(edited: Field, words: str) -> None:
    line = edited.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, words)
