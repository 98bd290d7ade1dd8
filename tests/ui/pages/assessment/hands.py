"""How the page of an assessment is worked without a mouse, and what is read on it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from koordinator.domain.citizen import Citizen
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.assessment.page import AssessmentPage
from koordinator.ui.widgets.labels import Label
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle

PAGES = (("overview", None), ("citizen", None), ("family", None), ("assessment", AssessmentPage))
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
DEPARTMENTS = ("Arbejdsmarked og Uddannelse", "Familie", "Handicap", "Sundhed", "Sundhed")
ASKED = ("complexity", "self_coordination", "connection", "conflicting_plans", "family", "stability", "tried", "wish")
KEYS = {"complexity": 2, "self_coordination": 3, "connection": 3, "conflicting_plans": 3, "family": 2}
KEYS |= {"stability": 2, "tried": 1, "wish": 2}
"""The digits of Lone's answers."""


def show(qtbot: QtBot, desk: Desk, window: MainWindow, subject_id: object) -> None:
    window.navigate("assessment", subject_id)
    wait_until_idle(qtbot, desk)


def press(window: MainWindow, key: Qt.Key | int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key, or a digit by its number."""
    typed = key if isinstance(key, Qt.Key) else Qt.Key(Qt.Key.Key_0 + key)
    focus: QWidget | None = window.focusWidget()
    QTest.keyClick(window if focus is None else focus, typed, modifiers)


def enter(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return)


def write(window: MainWindow, words: str) -> None:
    QTest.keyClicks(window.focusWidget(), words)


def words_on(window: MainWindow) -> list[str]:
    page = window.pages.page()
    assert page is not None
    return [label.text() for label in page.findChildren(Label) if label.isVisible() and label.text()]


def to_note(window: MainWindow) -> QPlainTextEdit:
    """Tabs to the note, as one does without a mouse."""
    for _ in range(12):
        press(window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        if isinstance(focus, QPlainTextEdit):
            return focus
    raise AssertionError("no note within reach")


def tab_to(window: MainWindow, words: str) -> None:
    """Tabs to the button with the words, as one does without a mouse."""
    for _ in range(30):
        focus = window.focusWidget()
        if isinstance(focus, QPushButton) and focus.text() == words:
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"{words} is not within reach")


def answer_all(window: MainWindow) -> None:
    """Without waiting for anything: as fast as somebody types who knows the way."""
    enter(window)
    for name in ASKED:
        press(window, KEYS[name])
        enter(window)


def open_again(qtbot: QtBot, desk: Desk, window: MainWindow, citizen: Citizen) -> None:
    """As after another start of the program: the page knows nothing of what was done before."""
    page = AssessmentPage(desk)
    window.pages.addWidget(page)
    window.pages._pages["assessment"] = page
    show(qtbot, desk, window, citizen.subject_id)


@contextmanager
def no_room(bench: Bench) -> Iterator[None]:
    """Nothing can be stored about assessments meanwhile."""
    for statement in ("INSERT", "UPDATE"):
        trigger = f"CREATE TRIGGER full_{statement} BEFORE {statement} ON assessment BEGIN SELECT RAISE(ABORT, ''); END"
        run(bench, trigger)
    try:
        yield
    finally:
        for statement in ("INSERT", "UPDATE"):
            run(bench, f"DROP TRIGGER full_{statement}")


def run(bench: Bench, statement: str) -> None:
    with bench.database.write() as connection:
        connection.execute(text(statement))
