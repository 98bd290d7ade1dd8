"""The municipality's school holidays, added and taken away."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from koordinator.texts import meeting_days as texts
from koordinator.ui.pages.settings.school_holidays import SchoolHolidayDialog, SchoolHolidaysCard
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.parts import in_dialog, nameless


def fill(first: date, last: date) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, SchoolHolidayDialog)
        dialog.name.set_value("Vinterferie")
        dialog.first.set_value(first)
        dialog.last.set_value(last)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if last < first:
            assert dialog.last.shown_fault() == texts.LAST_BEFORE_FIRST
            dialog.done(QDialog.DialogCode.Rejected)

    in_dialog(act)


def test_a_school_holiday_is_added_and_taken_away(qtbot: QtBot, bench: Bench, tasks: Tasks) -> None:
    desk = desk_at(bench, tasks)
    card = SchoolHolidaysCard(desk)
    qtbot.addWidget(card)
    card.reload()
    card.show()
    qtbot.waitUntil(lambda: tasks.is_idle)
    fill(date(2027, 2, 13), date(2027, 2, 21))
    card.add.click()
    qtbot.waitUntil(lambda: len(card.list.rows()) == 1)

    (holiday,) = desk.services.rhythms.school_holidays()
    assert (holiday.from_on, holiday.until_on) == (date(2027, 2, 13), date(2027, 2, 22))
    assert nameless(card) == []
    fill(date(2027, 2, 13), date(2027, 2, 12))
    card.add.click()
    card.list.acted.emit(card.list.rows()[0], 1)
    qtbot.waitUntil(lambda: not card.list.rows())
    assert desk.services.rhythms.school_holidays() == ()
