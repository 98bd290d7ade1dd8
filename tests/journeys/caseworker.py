"""Somebody with a keyboard at the real window, for the journeys."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Self, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.window import OpenWindow, build_window
from koordinator.documents.pdf import Pdf
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.search_hits import SearchHits
from koordinator.usecases.unlock import Opened
from tests.documents.press import read_back
from tests.support.office import KEY, Bench
from tests.ui.office_window import listed, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import Memory, accessible_name

NONE, ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
SUBJECTS = ("citizen", "family")
FAR: Final = 200
AnyDialog = TypeVar("AnyDialog", bound=QDialog)


class Caseworker:
    """Somebody with a keyboard at the real window."""

    def __init__(self, qtbot: QtBot, bench: Bench, shown: OpenWindow) -> None:
        self.qtbot, self.bench, self.shown = qtbot, bench, shown
        self.services, self.actor = shown.desk.services, shown.desk.actor

    @classmethod
    def sit_down(cls, qtbot: QtBot, bench: Bench, tasks: Tasks) -> Self:
        """The database's owner, at the window of the whole program."""
        shown = build_window(Opened(bench.database.path, bench.database, KEY), tasks, Memory(), clock=bench.clock)
        qtbot.addWidget(shown.window)
        shown.window.resize(1366, 768)
        shown.window.show()
        someone = cls(qtbot, bench, shown)
        someone.in_front()
        someone.settle()
        return someone

    @property
    def window(self) -> MainWindow:
        return self.shown.window

    def settle(self) -> None:
        wait_until_idle(self.qtbot, self.shown.desk)

    def in_front(self) -> None:
        # A desktop gives the window its place in front back when a dialog is gone.
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        in_window: QWidget | None = self.window.focusWidget()
        inside = self.window if in_window is None else in_window
        QTest.keyClick(QApplication.focusWidget() or inside, key, modifier)

    def write(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def tab_until(self, holds: Callable[[QWidget], bool], what: str) -> QWidget:
        """Tab after Tab until the thing has the keyboard."""
        seen: list[str] = []
        for _ in range(FAR):
            focus = QApplication.focusWidget()
            if focus is not None and holds(focus):
                return focus
            seen.append(accessible_name(focus) if focus is not None else "")
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{what}: {list(dict.fromkeys(seen))}")

    def tab_to(self, words: str) -> None:
        """To the button with the words or the name."""
        self.tab_until(lambda focus: isinstance(focus, QPushButton) and words in _names(focus), words)

    def tab_onto(self, name: str) -> QWidget:
        """To what a screen reader calls so."""
        return self.tab_until(lambda focus: name in (focus.accessibleName(), accessible_name(focus)), name)

    def turn_to(self, title: str) -> None:
        """To the tab of the page, with the arrows."""

        def has_it(focus: QWidget) -> bool:
            return isinstance(focus, QTabBar) and title in [focus.tabText(each) for each in range(focus.count())]

        self.in_front()
        bar = self.tab_until(has_it, title)
        assert isinstance(bar, QTabBar)
        steps = [bar.tabText(each) for each in range(bar.count())].index(title) - bar.currentIndex()
        for _ in range(abs(steps)):
            self.press(Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)
        assert bar.tabText(bar.currentIndex()) == title
        self.settle()

    def does(self, words: str) -> None:
        """Presses the button in the window in front."""
        self.tab_to(words)
        self.press(SPACE)

    def within(self, kind: type[AnyDialog], act: Callable[[AnyDialog], object], opens: Callable[[], object]) -> None:
        """Works in the window that comes when something is done here."""
        worked: list[bool] = []

        def work(dialog: AnyDialog) -> None:
            try:
                act(dialog)
            finally:
                worked.append(True)

        when_dialog_opens(kind, work)
        opens()
        self.qtbot.waitUntil(lambda: bool(worked))
        self.settle()

    def names_file(self, path: Path) -> None:
        """Types where in the file window that comes next."""

        def name(picker: QFileDialog) -> None:
            (line,) = picker.findChildren(QLineEdit)
            line.setFocus()
            line.selectAll()
            QTest.keyClicks(line, str(path))
            QTest.keyClick(line, ENTER)

        when_dialog_opens(QFileDialog, name)

    def look_up(self, name: str) -> str:
        """Finds somebody with Ctrl+K and reads the page."""
        self.in_front()
        self.press(Qt.Key.Key_K, CONTROL)
        self.write(name)
        self.qtbot.waitUntil(lambda: self.window._search._seen == name and self.has_hits())
        self.settle()
        self.press(ENTER)
        self.qtbot.waitUntil(lambda: place(self.window)[0] in SUBJECTS and name in self.said().splitlines())
        self.settle()
        self.press(Qt.Key.Key_F5)
        self.settle()
        return self.said()

    def has_hits(self) -> bool:
        return any(hits.isVisible() for hits in self.window.findChildren(SearchHits))

    def said(self) -> str:
        page = self.window.pages.page()
        assert page is not None
        return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text())

    def rows(self, name: str) -> list[str]:
        """What stands in each row of the page's list."""
        page = self.window.pages.page()
        assert page is not None
        model = listed(page, name).model()
        shape = range(model.rowCount()), range(model.columnCount())
        return [" | ".join(str(model.index(row, column).data()) for column in shape[1]) for row in shape[0]]

    def fill(self, kind: type[FormDialog], *words: str) -> None:
        """Types in the fields of the form that comes when the button that has the keyboard is pressed, and saves it."""
        filled: list[bool] = []

        def write(dialog: FormDialog) -> None:
            for number, word in enumerate(words):
                if number:
                    self.press(Qt.Key.Key_Tab)
                self.write(word)
            QTest.keyClick(dialog, ENTER, CONTROL)
            filled.append(True)

        when_dialog_opens(kind, write)
        self.press(Qt.Key.Key_Space)
        self.qtbot.waitUntil(lambda: bool(filled))
        self.settle()


def _names(button: QPushButton) -> tuple[str, str]:
    return button.text(), button.accessibleName()


def words_of(content: bytes) -> str:
    """What another program reads in the PDF."""
    return read_back(Pdf(content, 0, ())).text
