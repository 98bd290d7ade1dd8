"""Årshjul for two thousand citizens. How long it holds the window is measured by tests/bench/bench_blocks.py."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.ui.pages.year_wheel.page import YearWheelPage
from koordinator.ui.tasks import Tasks
from tests.support.caseload import fill_year
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.office_window import open_window, wait_until_idle


def test_every_month_of_two_thousand_citizens_is_listed(qtbot: QtBot, bench: Bench, tasks: Tasks) -> None:
    fill_year(bench, 2_000)
    desk = desk_at(bench, tasks)
    window = open_window(qtbot, bench, desk, (("year_wheel", YearWheelPage),))
    page = window.pages.page()
    assert isinstance(page, YearWheelPage)
    page.wheel.setFocus()
    QTest.keyClick(page.wheel, Qt.Key.Key_PageDown)
    wait_until_idle(qtbot, desk)

    assert len(page.month.list.rows()) > 150
