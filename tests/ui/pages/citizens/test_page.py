"""Borgere og familier in the real window, worked by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen
from koordinator.domain.organisation import Employee
from koordinator.domain.steps import Step
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.citizens.page import CitizensPage
from koordinator.ui.tabs.dialogs.citizen import CitizenDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.table import DataList
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

PAGES = (("citizens", CitizensPage), ("import_list", None), ("citizen", None), ("family", None))
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def opened(qtbot: QtBot, bench: Bench, desk: Desk) -> Callable[[], MainWindow]:
    return lambda: open_window(qtbot, bench, desk, PAGES)


def page_of(window: MainWindow) -> CitizensPage:
    page = window.pages.page()
    assert isinstance(page, CitizensPage)
    return page


def names(window: MainWindow) -> list[str]:
    return [line.name for line in page_of(window).rows()]


def press_words(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Presses the visible button with the words."""
    (button,) = [part for part in window.findChildren(QPushButton) if part.text() == words and part.isVisible()]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_an_empty_register_says_what_to_do(qtbot: QtBot, opened: Callable[[], MainWindow]) -> None:
    window = opened()

    words = [label.text() for label in page_of(window).findChildren(QLabel) if label.isVisible()]
    assert any("Indlæs en liste fra jeres fagsystem" in text for text in words)
    press_words(qtbot, window, "Indlæs liste")
    assert place(window) == ("import_list", None)


def test_who_has_nobody_of_their_own_sees_everybody(bench: Bench, opened: Callable[[], MainWindow]) -> None:
    bench.add_citizen("Lone Bæk")

    assert names(opened()) == ["Lone Bæk"]


def test_mine_come_first_and_the_chips_show_the_others(
    qtbot: QtBot, bench: Bench, desk: Desk, opened: Callable[[], MainWindow]
) -> None:
    histories = Histories(bench)
    mine, other = bench.add_citizen("Lone Bæk"), bench.add_citizen("Åse Dam", "0101904444")
    me = Employee(bench.actor.employee_id, "Mig")
    histories.course(mine.subject_id, Step.MEETINGS, by=me)
    histories.course(other.subject_id, Step.ALIGNMENT)
    window = opened()
    assert names(window) == ["Lone Bæk"]

    press_words(qtbot, window, "Alle")
    wait_until_idle(qtbot, desk)
    assert names(window) == ["Lone Bæk", "Åse Dam"]

    press_words(qtbot, window, "Trin 1")
    wait_until_idle(qtbot, desk)
    assert names(window) == ["Åse Dam"]

    press_words(qtbot, window, "Ikke vurderet")
    wait_until_idle(qtbot, desk)
    assert names(window) == []


def test_enter_opens_the_citizen(qtbot: QtBot, bench: Bench, opened: Callable[[], MainWindow]) -> None:
    for number, name in enumerate(("Anna Bo", "Lone Bæk")):
        bench.add_citizen(name, f"010190444{number}")
    window = opened()
    (table,) = page_of(window).findChildren(DataList)
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert place(window) == ("citizen", 2)


def test_a_new_citizen_is_typed_in_and_opened(qtbot: QtBot, bench: Bench, opened: Callable[[], MainWindow]) -> None:
    window = opened()
    when_dialog_opens(CitizenDialog, lambda dialog: fill_in(dialog, "Ida Dam", "010190-4444"))
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)

    qtbot.waitUntil(lambda: place(window) == ("citizen", 1))
    with bench.office.aside() as tx:
        citizen = tx.of(Citizen).get(1)
    assert (citizen.name, citizen.cpr) == ("Ida Dam", "0101904444")


def test_a_refused_citizen_comes_back_with_what_was_typed(
    qtbot: QtBot, bench: Bench, opened: Callable[[], MainWindow]
) -> None:
    bench.add_citizen("Lone Bæk", "1203784444")
    window, told, kept = opened(), list[str](), list[str]()

    def hear(question: Question) -> None:
        told.extend(label.text() for label in question.findChildren(QLabel))
        when_dialog_opens(CitizenDialog, look_and_leave)
        question.accept()

    def look_and_leave(dialog: CitizenDialog) -> None:
        kept.append(dialog.thing().name)
        dialog.done(0)

    def fill_and_wait(dialog: CitizenDialog) -> None:
        when_dialog_opens(Question, hear)
        fill_in(dialog, "Ida Dam", "120378-4444")

    when_dialog_opens(CitizenDialog, fill_and_wait)
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: kept == ["Ida Dam"])

    assert told[:2] == ["Borgeren er ikke oprettet endnu", "Forklaret: Lone Bæk"]
    assert names(window) == ["Lone Bæk"]


def fill_in(dialog: CitizenDialog, *words: str) -> None:
    """Types the words into the first fields and saves."""
    for text in words:
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)


def test_each_look_at_the_list_is_logged(
    qtbot: QtBot, bench: Bench, desk: Desk, opened: Callable[[], MainWindow]
) -> None:
    bench.add_citizen()
    window = opened()
    before = sum(entry.action is Action.LIST_CITIZENS for entry in bench.log())

    QTest.keyClick(window, Qt.Key.Key_F5)
    wait_until_idle(qtbot, desk)

    assert sum(entry.action is Action.LIST_CITIZENS for entry in bench.log()) == before + 1


def test_every_control_has_a_name(bench: Bench, opened: Callable[[], MainWindow]) -> None:
    bench.add_citizen()

    assert nameless(page_of(opened())) == []
