"""Emner in the real window, by the keyboard: added, renamed, moved, taken out of use and into it again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.texts import themes as texts
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.themes_tab import ThemeDialog, ThemesTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import TextField
from tests.ui.office_window import when_dialog_opens
from tests.ui.parts import nameless

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[str], MainWindow]


def opened(window: Open, qtbot: QtBot) -> tuple[MainWindow, ThemesTab]:
    frame = window("themes")
    (tab,) = frame.findChildren(ThemesTab)
    qtbot.waitUntil(lambda: len(tab.list.rows()) > 0)
    return frame, tab


def names(tab: ThemesTab) -> list[str]:
    return [theme.name for theme in tab.list.rows()]


def save_as(name: str) -> Callable[[ThemeDialog], None]:
    def fill(dialog: ThemeDialog) -> None:
        (field,) = dialog.findChildren(TextField)
        field.set_value(name)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    return fill


def test_a_theme_is_added_and_renamed(window: Open, qtbot: QtBot) -> None:
    frame, tab = opened(window, qtbot)
    assert nameless(tab) == []

    when_dialog_opens(ThemeDialog, save_as("Tandpleje"))
    add = next(each for each in tab.findChildren(Button) if each.text() == texts.ADD)
    QTest.keyClick(add, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: names(tab)[-1] == "Tandpleje")

    tab.list.choose(tab.list.rows()[-1].id)
    when_dialog_opens(ThemeDialog, save_as("Munden"))
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(tab)[-1] == "Munden")
    frame.close()


def test_a_theme_is_moved_with_the_keyboard(window: Open, qtbot: QtBot) -> None:
    frame, tab = opened(window, qtbot)
    before = names(tab)

    tab.list.setFocus()
    tab.list.choose(tab.list.rows()[1].id)
    QTest.keyClick(tab.list, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: names(tab)[:2] == [before[1], before[0]])
    QTest.keyClick(tab.list, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: names(tab) == before)
    frame.close()


def test_a_theme_is_taken_out_of_use_and_into_it_again(window: Open, qtbot: QtBot) -> None:
    frame, tab = opened(window, qtbot)

    tab.list.acted.emit(tab.list.rows()[3], 4)
    qtbot.waitUntil(lambda: tab.list.rows()[3].retired_on is not None)
    tab.list.acted.emit(tab.list.rows()[3], 4)
    qtbot.waitUntil(lambda: tab.list.rows()[3].retired_on is None)
    frame.close()
