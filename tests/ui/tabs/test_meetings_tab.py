"""The tab Møder: the citizen's meetings, and a new one."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from koordinator.ui.tabs.dialogs.appointment import PlanMeetingDialog
from koordinator.ui.tabs.meetings_tab import MeetingsTab
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.table import DataList
from tests.support.desk import desk_at
from tests.support.meeting_world import make_world
from tests.support.office import Bench
from tests.ui.office_window import when_dialog_opens


def test_the_tab_shows_the_citizens_meetings_and_agrees_a_new_one(bench: Bench, qtbot: QtBot, tasks: Tasks) -> None:
    world = make_world(bench)
    held = world.closing.close(world.actor, world.running().meeting.id)
    desk = desk_at(world.bench, tasks)
    tab = MeetingsTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_subject(SubjectView(citizen=desk.services.citizens.open(desk.actor, world.lone.id)))
    qtbot.waitUntil(lambda: tasks.is_idle)

    rows = [row.id for found in tab.findChildren(DataList) for row in found.rows()]
    assert rows == [held.meeting.id]
    when_dialog_opens(PlanMeetingDialog, QDialog.accept)
    with qtbot.waitSignals([tab.changed, tab.navigate]):
        tab.plan()
