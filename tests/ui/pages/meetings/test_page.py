"""The list of all meetings, and a new one agreed from it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from koordinator.domain.meeting import MeetingStatus
from koordinator.ui.pages.meetings import view_state as state
from koordinator.ui.pages.meetings.page import MeetingsPage
from koordinator.ui.pages.meetings.view_state import Which
from koordinator.ui.tabs.dialogs.appointment import PlanMeetingDialog
from koordinator.ui.tabs.dialogs.pick_citizen import PickCitizen
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.ports_diary import DiaryScope
from tests.support.desk import desk_at
from tests.support.meeting_world import SOON, MeetingWorld, make_world
from tests.support.office import TODAY, Bench
from tests.ui.office_window import when_dialog_opens
from tests.ui.parts import nameless


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


@pytest.fixture
def page(world: MeetingWorld, qtbot: QtBot, tasks: Tasks) -> MeetingsPage:
    made = MeetingsPage(desk_at(world.bench, tasks))
    qtbot.addWidget(made)
    return made


def test_three_lists(world: MeetingWorld) -> None:
    later = world.planned(replace(SOON, starts_on=TODAY + timedelta(days=9)))
    soon = world.planned()
    held = world.closing.close(world.actor, world.running().meeting.id)
    called_off = world.invitations.cancel(world.actor, world.planned().meeting, "Syg").file
    entries = world.follow_up.meetings(world.actor, DiaryScope())

    assert [entry.id for entry in state.in_list(entries, Which.AHEAD)] == [soon.meeting.id, later.meeting.id]
    assert [entry.id for entry in state.in_list(entries, Which.HELD)] == [held.meeting.id]
    assert [entry.id for entry in state.in_list(entries, Which.CANCELLED)] == [called_off.meeting.id]
    assert state.title_with_count(entries, Which.AHEAD) == "Kommende (2)"
    assert state.answers(state.in_list(entries, Which.AHEAD)[0]) == "0 af 4 kommer"
    assert state.when(entries[0]) == "Mandag 30. november 2026"


def test_a_row_opens_the_meeting(page: MeetingsPage, world: MeetingWorld, qtbot: QtBot) -> None:
    meeting_id = world.planned().meeting.id
    page.show()
    qtbot.waitUntil(lambda: bool(page.list.rows()))
    assert nameless(page) == []

    page.list.choose(meeting_id)
    with qtbot.waitSignal(page.navigate) as gone:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert gone.args == ["meeting", meeting_id]


def test_an_empty_list_says_what_to_do(page: MeetingsPage, qtbot: QtBot, tasks: Tasks) -> None:
    page.show()
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert not page.list.isVisible()


def test_a_meeting_is_agreed_from_the_list(page: MeetingsPage, world: MeetingWorld, qtbot: QtBot) -> None:
    page.show()

    def pick(dialog: QDialog) -> None:
        words, found = dialog.findChild(QLineEdit), dialog.findChild(DataList)
        assert words is not None
        assert found is not None
        QTest.keyClicks(words, "Lone")
        qtbot.waitUntil(lambda: bool(found.rows()))
        found.choose(world.lone.id)
        dialog.accept()

    when_dialog_opens(PickCitizen, pick)
    when_dialog_opens(PlanMeetingDialog, QDialog.accept)
    with qtbot.waitSignal(page.navigate) as gone:
        page.plan()
    assert gone.args[0] == "meeting"
    file = world.meetings.open(world.actor, gone.args[1])
    assert file.meeting.status is MeetingStatus.PLANNED
    assert world.lone.id in {row.citizen_id for row in file.participants}
