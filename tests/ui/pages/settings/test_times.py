"""What holds from a day, by keyboard: an employee's time in the team across, and intervals to come."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.ids import RowId, TeamId
from koordinator.domain.organisation import Team, TeamKind, TeamMembership
from koordinator.domain.setting import SettingKey
from koordinator.texts import formats
from koordinator.texts import settings as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.employee_dialog import EmployeeDialog
from koordinator.ui.pages.settings.interval_times import EarlierValues, IntervalDialog, IntervalTimes
from koordinator.ui.widgets.fields import Field
from koordinator.ui.widgets.labels import Label
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench
from tests.ui.office_window import listed, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST_MEETING = SettingKey.FIRST_MEETING_WITHIN_DAYS
SOON = TODAY + timedelta(days=40)


def tab_to(dialog: QWidget, name: str) -> QWidget:
    """With the tabulator alone, to what is called so or stands under the label."""
    for _ in range(60):
        focused = QApplication.focusWidget() or dialog
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is focused]
        if focused.accessibleName() == name or any(said.startswith(name) for said in labels):
            return focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(name)


def fill(dialog: QWidget, name: str, words: str) -> None:
    focused = tab_to(dialog, name)
    if not isinstance(focused, QComboBox):
        QTest.keyClick(focused, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(focused, words)


def faults(dialog: QWidget) -> list[str]:
    return [field.shown_fault() for field in dialog.findChildren(Field) if field.shown_fault()]


def said(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(Label) if label.isVisible())


def save(dialog: QWidget) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)


def test_the_home_team_is_kept_and_too_much_time_is_said_but_saved(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    histories = Histories(bench)
    ida = histories.employee()
    home = histories.add(Team(TeamId(0), histories.department("Handicap").id, "Voksen"))
    cross = histories.add(Team(TeamId(0), None, "Familieteamet", TeamKind.CROSS))
    over = TeamMembership(RowId(0), ida.id, cross.id, days_ago(400), days_ago(300), 30)
    for row in (TeamMembership(RowId(0), ida.id, home.id, days_ago(500)), over):
        histories.add(row)

    def join(dialog: EmployeeDialog) -> None:
        assert texts.earlier_place("Familieteamet", 30, days_ago(400), days_ago(300)) in said(dialog)
        QTest.keyClick(tab_to(dialog, texts.ACROSS_TEAM.format(name="Familieteamet")), Qt.Key.Key_Space)
        save(dialog)
        assert faults(dialog) == [texts.whole_number(1, 100)]
        tab_to(dialog, texts.PLACE_FROM)
        fill(dialog, texts.SHARE, "40")
        assert texts.time_shared(140) in said(dialog)
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Backtab)
        fill(dialog, texts.PLACE_UNTIL, formats.date_short(TODAY))
        save(dialog)
        assert faults(dialog) == [texts.UNTIL_AFTER_FROM]
        fill(dialog, texts.PLACE_UNTIL, formats.date_short(SOON))
        assert nameless(dialog) == []
        save(dialog)

    when_dialog_opens(EmployeeDialog, join)
    opened = window("employees")
    people = listed(opened, texts.EMPLOYEES)
    people.choose(ida.id)
    people.setFocus()
    QTest.keyClick(people, Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)

    _, kept, new = histories.all(TeamMembership, employee_id=ida.id)
    assert (kept.from_on, kept.until_on, kept.share_percent) == (over.from_on, over.until_on, 30)
    assert (new.team_id, new.from_on, new.until_on, new.share_percent) == (cross.id, TODAY, SOON, 40)


def test_an_interval_is_planned_shown_and_taken_back(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    opened = window("municipality")
    (times,) = opened.findChildren(IntervalTimes)
    assert not times.list.isVisible()

    def plan(dialog: IntervalDialog) -> None:
        fill(dialog, texts.INTERVAL, "Første")
        fill(dialog, texts.NEW_VALUE, "0")
        fill(dialog, texts.HOLDS_FROM, formats.date_short(days_ago(1)))
        save(dialog)
        assert len(faults(dialog)) == 2
        fill(dialog, texts.NEW_VALUE, "60")
        fill(dialog, texts.HOLDS_FROM, formats.date_short(SOON))
        assert nameless(dialog) == []
        save(dialog)

    when_dialog_opens(IntervalDialog, plan)
    times.plan.setFocus()
    QTest.keyClick(times.plan, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)
    qtbot.waitUntil(times.list.isVisible)
    (row,) = times.list.rows()
    assert (row.key, row.value.value, row.value.from_on) == (FIRST_MEETING, "60", SOON)
    assert desk.services.settings.values()[FIRST_MEETING] == "28"

    times.list.choose(row.value.setting_id)
    times.list.setFocus()
    QTest.keyClick(times.list, Qt.Key.Key_Right)
    QTest.keyClick(times.list, Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)

    qtbot.waitUntil(lambda: not times.list.isVisible())


def test_what_held_before_is_listed_on_demand(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    desk.services.settings.change(desk.actor, {FIRST_MEETING: "21"})
    opened = window("municipality")
    (times,) = opened.findChildren(IntervalTimes)
    seen: list[tuple[str, str]] = []

    def look(dialog: EarlierValues) -> None:
        assert nameless(dialog) == []
        seen.extend((row.value.value, texts.SETTINGS[row.key]) for row in dialog.list.rows())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_dialog_opens(EarlierValues, look)
    times.earlier.setFocus()
    QTest.keyClick(times.earlier, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)

    assert seen == [("28", texts.SETTINGS[FIRST_MEETING])]
