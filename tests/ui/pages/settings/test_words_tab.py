"""Ordbog in the real window, by the keyboard: a word added, a word refused, a word removed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.texts import spelling as texts
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.words_tab import WordDialog, WordsTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import TextField
from tests.ui.office_window import when_dialog_opens
from tests.ui.parts import nameless

Open = Callable[[str], MainWindow]


def save_as(word: str) -> Callable[[WordDialog], None]:
    def fill(dialog: WordDialog) -> None:
        (field,) = dialog.findChildren(TextField)
        field.set_value(word)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return fill


def is_listed(tab: WordsTab, word: str) -> bool:
    return word in [own.word for own in tab.list.rows()]


def test_words_are_added_and_removed(window: Open, qtbot: QtBot) -> None:
    frame = window("words")
    (tab,) = frame.findChildren(WordsTab)
    add = next(button for button in tab.findChildren(Button) if button.text() == texts.ADD_WORD)
    assert nameless(tab) == []

    for word in ("stofa", "åhuset"):
        when_dialog_opens(WordDialog, save_as(word))
        QTest.keyClick(add, Qt.Key.Key_Space)
        qtbot.waitUntil(partial(is_listed, tab, word))
    tab.list.setFocus()
    tab.list.choose(tab.list.rows()[0].id)
    QTest.keyClick(tab.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: [own.word for own in tab.list.rows()] == ["åhuset"])
    frame.close()
