"""A page of a meeting, with the people of tests/support/meeting_world.py."""

import pytest
from pytestqt.qtbot import QtBot

from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.meeting_world import make_world
from tests.support.office import Bench
from tests.ui.pages.meeting.room_bench import MeetingBench


@pytest.fixture
def at(qtbot: QtBot, bench: Bench, tasks: Tasks) -> MeetingBench:
    world, desk = make_world(bench), desk_at(bench, tasks)
    page = MeetingPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    return MeetingBench(qtbot, world, desk, page)
