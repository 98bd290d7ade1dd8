"""A window killed while somebody types: what was told to be saved is in the database, and comes back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from koordinator.storage.database_files import EncryptedFiles
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.killed import said_until_killed
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench
from tests.ui.pages.meeting.typing_child import field_of

WORDS = "Jeg vil bare have én at ringe til."


@pytest.mark.parametrize("name", ["wants_to_discuss", "note", "summary"])
def test_what_is_typed_survives_a_kill_once_it_is_told_to_be_saved(
    name: str, database_template: Path, tmp_path: Path, qtbot: QtBot, tasks: Tasks
) -> None:
    path = tmp_path / "meeting.db"
    path.write_bytes(database_template.read_bytes())
    database = EncryptedFiles().open(path, KEY)
    world = make_world(Bench(database))
    meeting_id = (world.planned() if name == "wants_to_discuss" else world.running()).meeting.id
    database.close()

    assert said_until_killed(1, "tests.ui.pages.meeting.typing_child", path, meeting_id, name, WORDS) == ["saved"]

    database = EncryptedFiles().open(path, KEY)
    page = MeetingPage(desk_at(Bench(database), tasks))
    qtbot.addWidget(page)
    page.show_for(meeting_id)
    page.show()
    qtbot.waitUntil(lambda: page.work.is_open)
    if name == "summary":
        page.room.turn_to_closing()
    assert field_of(page, name).text() == WORDS
    qtbot.waitUntil(lambda: tasks.is_idle)
    database.close()
