from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from koordinator.texts import ui as texts
from koordinator.ui.main_window import MainWindow, Shell
from koordinator.ui.page_stack import PageEntry, Place
from koordinator.ui.rail import Person
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Theme
from koordinator.ui.widgets.hit import Hit
from tests.ui.gallery_pages import CitizenPage, EmptyPage, OverviewPage
from tests.ui.parts import Memory, Refused, accessible_name, in_dialog, nameless

ENTRIES = (
    PageEntry("overview", "Overblik", OverviewPage, "house"),
    PageEntry("citizens", "Borgere og familier", EmptyPage, "users"),
    PageEntry("citizen", "Borger", CitizenPage, belongs_to="citizens"),
)
LONE = Hit("citizen", 7, "Lone Bæk", "48 år · Trin 2")


class Search:
    """Finds Lone, and keeps what it was asked."""

    def __init__(self) -> None:
        self.queries: list[str] = []

    def __call__(self, query: str) -> Sequence[Hit]:
        self.queries.append(query)
        return (LONE,) if query in "lone bæk" else ()


@pytest.fixture
def search() -> Search:
    return Search()


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks, memory: Memory, search: Search) -> MainWindow:
    window = make_window(tasks, memory, search)
    qtbot.addWidget(window, before_close_func=forget_failed_save)
    window.navigate("overview")
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def forget_failed_save(window: MainWindow) -> None:
    """Otherwise closing asks."""
    window._save_failed = False


def make_window(tasks: Tasks, memory: Memory, search: Search) -> MainWindow:
    now = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
    person = Person("Mette Holm", ("Handicap · Myndighed Voksen",))
    return MainWindow(Shell(tasks, memory, person, lambda: now, search), ENTRIES)


def rail_button(window: MainWindow, name: str) -> QPushButton:
    return next(b for b in window._rail.findChildren(QPushButton) if accessible_name(b) == name)


def test_rail_shows_the_pages_that_work_and_no_more(window: MainWindow) -> None:
    names = [accessible_name(button) for button in window._rail.findChildren(QPushButton)]

    assert names == ["Overblik", "Borgere og familier"]
    assert rail_button(window, "Overblik").isChecked()


def test_rail_leads_to_a_page_and_marks_what_it_belongs_to(window: MainWindow) -> None:
    rail_button(window, "Borgere og familier").click()
    assert isinstance(window.pages.page(), EmptyPage)

    window.navigate("citizen", 7)

    assert window.pages.place() == Place("citizen", 7)
    assert rail_button(window, "Borgere og familier").isChecked()
    assert not rail_button(window, "Overblik").isChecked()


def test_keys_lead_to_pages_and_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.place() == Place("citizens")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.place() == Place("overview")
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.pages.place() == Place("citizens")


@pytest.mark.parametrize(
    ("button", "place"), [(Qt.MouseButton.BackButton, "overview"), (Qt.MouseButton.ForwardButton, "citizens")]
)
def test_side_buttons_of_the_mouse_go_back_and_forward(window: MainWindow, button: Qt.MouseButton, place: str) -> None:
    window.navigate("citizens")
    if place == "citizens":
        window.pages.back()

    press = QMouseEvent(
        QEvent.Type.MouseButtonPress, QPointF(5, 5), QPointF(5, 5), button, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, press)

    assert window.pages.place() == Place(place)


def test_search_is_reached_with_a_key_and_leads_to_the_citizen(
    qtbot: QtBot, window: MainWindow, search: Search
) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search_box.hasFocus()

    QTest.keyClicks(window.search_box, "lon")
    qtbot.waitUntil(window.search_box.list_is_open)
    QTest.keyClick(window.search_box, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.pages.place() == Place("citizen", 7))
    assert search.queries[-1] == "lon"


def test_saving_is_said_quietly(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    tasks.write(window, lambda: None, lambda _: None)
    assert window.status() == texts.SAVING

    qtbot.waitUntil(lambda: window.status() == "Alt er gemt 10.42")


def test_save_that_failed_is_said_and_stays_said(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    tasks.write(window, refuse, lambda _: None)
    qtbot.waitUntil(window.messages.isVisible)

    assert window.status() == texts.NOT_SAVED
    assert "Forklaret: disken er fuld" in [label.text() for label in window.messages.findChildren(QLabel)]


def test_everything_has_a_name(window: MainWindow) -> None:
    for entry in ENTRIES:
        window.navigate(entry.key)
        assert nameless(window) == []


def test_title_says_nothing_about_a_citizen(window: MainWindow) -> None:
    window.navigate("citizen", 7)

    assert window.windowTitle() == texts.PROGRAM


def test_f1_lists_the_keys_of_the_page_and_of_the_window(window: MainWindow) -> None:
    words: list[str] = []

    def act(dialog: QDialog) -> None:
        words.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    in_dialog(act)
    QTest.keyClick(window, Qt.Key.Key_F1)

    assert {"Ctrl+K", "Alt+Venstre", "Gør det første næste skridt", texts.page_shortcut("Overblik")} <= set(words)


def test_rail_shrinks_to_icons_when_there_is_little_room(window: MainWindow, theme: Theme) -> None:
    wide = window._rail.width()
    button = rail_button(window, "Overblik")

    window.resize(1_000, 700)
    assert window._rail.sizeHint().width() < wide / 2
    assert button.text() == ""
    assert "Overblik" in button.toolTip()
    window.resize(1_366, 768)
    assert button.text().strip() == "Overblik"
    theme.set_text_scale(1.5)
    assert button.text() == ""


def test_words_of_the_rail_come_back_where_they_were(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    button = rail_button(window, "Overblik")
    before = button.iconSize()

    theme.set_text_scale(1.5)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: not button.text())
    theme.set_text_scale(1.0)
    window.resize(1_366, 768)

    qtbot.waitUntil(lambda: bool(button.text()))
    assert button.iconSize() == before


def test_size_is_remembered(qtbot: QtBot, window: MainWindow, tasks: Tasks, memory: Memory, search: Search) -> None:
    window.resize(781, 601)
    window.close()

    again = make_window(tasks, memory, search)
    qtbot.addWidget(again)

    assert (again.width(), again.height()) == (781, 601)


def test_closing_waits_for_what_is_being_saved(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    tasks.write(window, lambda: None, lambda _: None)

    with qtbot.waitSignal(window.closing):
        assert not window.close()
        assert window.isVisible()

    assert not window.isVisible()


def test_closing_with_something_unsaved_asks(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    tasks.write(window, refuse, lambda _: None)
    qtbot.waitUntil(lambda: tasks.is_idle)

    in_dialog(lambda dialog: press(dialog, texts.STAY))
    assert not window.close()
    in_dialog(lambda dialog: press(dialog, texts.CLOSE_ANYWAY))
    assert window.close()


def test_lock_is_asked_for_with_key_and_button(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.lock_asked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.lock_asked):
        next(b for b in window.findChildren(QPushButton) if b.text() == texts.LOCK).click()


def test_long_names_fit_the_foot_of_the_rail(qtbot: QtBot, tasks: Tasks, memory: Memory, search: Search) -> None:
    person = Person("Anne-Margrethe Abildgaard Frydendahl-Christoffersen", ("x" * 200,))
    now = datetime(2026, 11, 21, tzinfo=UTC)
    window = MainWindow(Shell(tasks, memory, person, lambda: now, search), ENTRIES)
    qtbot.addWidget(window)
    window.show()

    assert window._rail.width() == 204


def press(dialog: QDialog, name: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if accessible_name(button) == name).click()


def refuse() -> None:
    raise Refused("disken er fuld")
