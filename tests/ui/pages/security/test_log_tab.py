"""The log in the real window: found, gone through, checked, saved and thinned out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.log_filter import ActionGroup
from koordinator.texts import log_heads
from koordinator.texts import log_page as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.security.log_tab import LogTab
from koordinator.usecases.log_book import PAGE_LINES
from tests.support import damage
from tests.support.full_disk import full_disk
from tests.support.long_log import lengthen
from tests.support.office import KEY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

Open = Callable[[str], MainWindow]


def tab_of(window: MainWindow) -> LogTab:
    (tab,) = window.findChildren(LogTab)
    return tab


def test_the_newest_stand_first_and_the_older_ones_behind_a_button(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open
) -> None:
    lengthen(bench, PAGE_LINES + 20)
    opened = window("log")
    tab = tab_of(opened)
    newest = tab.list.rows()[0].entry.sequence

    assert len(tab.list.rows()) == PAGE_LINES
    assert (tab.newer.isEnabled(), tab.older.isEnabled()) == (False, True)
    for _ in range(2):  # the second before the page has come
        tab.older.click()
    wait_until_idle(qtbot, desk)
    assert [line.entry.sequence for line in tab.list.rows()][-1] == 1
    assert (tab.newer.isEnabled(), tab.older.isEnabled()) == (True, False)
    tab.newer.click()
    wait_until_idle(qtbot, desk)
    assert tab.list.rows()[0].entry.sequence > newest
    assert nameless(tab) == []
    assert tab.noted.text() == ""


def test_tab_comes_to_the_filters_before_the_list(window: Open) -> None:
    opened = window("log")
    tab, passed = tab_of(opened), list[QWidget]()
    (tabs,) = opened.findChildren(QTabBar)
    tabs.setFocus()
    while not tab.list.hasFocus():
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
        passed.append(opened.focusWidget())

    filters = tab.filters
    assert passed == [
        filters.first, filters.last, filters.employee, filters.group, filters.channel, filters.citizen, filters.clear,
        tab.list,
    ]  # fmt: skip
    opened.close()


def test_a_page_that_did_not_come_can_be_asked_for_again(qtbot: QtBot, bench: Bench, desk: Desk, window: Open) -> None:
    lengthen(bench, PAGE_LINES + 20)
    opened = window("log")
    tab = tab_of(opened)
    for button, last in ((tab.older, True), (tab.newer, False)):
        before = list(tab.list.rows())
        with full_disk(bench):
            button.click()
            wait_until_idle(qtbot, desk)
        assert list(tab.list.rows()) == before
        button.click()
        wait_until_idle(qtbot, desk)
        assert (tab.list.rows()[-1].entry.sequence == 1) is last


def test_what_is_wanted_is_shown_and_each_look_is_logged_once(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open
) -> None:
    lengthen(bench, 20)
    opened = window("log")
    tab = tab_of(opened)
    before = len(bench.log())
    assert [entry.action for entry in bench.log()].count(Action.OPEN_LOG) == 1

    tab.filters.group.choose(ActionGroup.OUT)
    tab.filters.group.chosen.emit(ActionGroup.OUT)
    wait_until_idle(qtbot, desk)
    assert {line.entry.action for line in tab.list.rows()} == {Action.PRINT_PAPER}
    QTest.keyClicks(tab.filters.citizen, "findes ikke\r")
    wait_until_idle(qtbot, desk)
    assert list(tab.list.rows()) == []
    tab.filters.clear.click()
    wait_until_idle(qtbot, desk)
    assert len(tab.list.rows()) > 20

    assert [entry.action for entry in bench.log()[before:]] == [Action.OPEN_LOG] * 3


def test_the_check_says_that_all_is_well_and_when_it_is_not(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open
) -> None:
    lengthen(bench, 20)
    opened = window("log")
    tab = tab_of(opened)

    tab.check.click()
    wait_until_idle(qtbot, desk)
    assert "Loggen er, som den blev skrevet" in tab.said.text()
    damage.run_behind_its_back(bench.database.path, KEY, "DELETE FROM audit_entry WHERE sequence = 7")
    tab.check.click()
    wait_until_idle(qtbot, desk)
    assert "Post 7 mangler" in tab.said.text()
    assert tab.said.text().startswith("Kontrolleret 21.11.2026 kl. 12.00.")


@pytest.mark.parametrize("name", ["log.xlsx", "log.csv", "log"])
def test_a_part_is_saved_as_a_file_and_said(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = bench.database.path.parent
    lengthen(bench, 20)
    opened = window("log")
    tab = tab_of(opened)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / name), ""))

    tab.save.click()
    wait_until_idle(qtbot, desk)

    written = folder / (name if "." in name else f"{name}.xlsx")
    assert written.stat().st_size > 500
    assert written.name in tab.said.text()
    assert bench.log()[-1].action is Action.EXPORT_LOG


def test_old_entries_go_when_somebody_says_so(qtbot: QtBot, bench: Bench, desk: Desk, window: Open) -> None:
    lengthen(bench, 20)
    bench.clock.pass_days(20 * 366)
    lengthen(bench, 5)
    opened = window("log")
    tab = tab_of(opened)
    assert tab.thin_out.isEnabled()

    when_dialog_opens(Question, lambda question: question.accept())
    tab.thin_out.click()
    wait_until_idle(qtbot, desk)

    assert texts.thinned_out(21) == tab.said.text()
    assert not tab.thin_out.isEnabled()
    assert bench.log()[0].sequence == 22


def test_what_the_key_store_said_is_said(qtbot: QtBot, bench: Bench, desk: Desk, window: Open) -> None:
    desk.services.log_heads.keep()

    opened = window("log")

    assert tab_of(opened).noted.text() == log_heads.NO_PLACE
