"""A window killed while somebody types: a second after the key the words are in the database, and come back."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from koordinator.storage.database_files import EncryptedFiles
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench
from tests.ui.pages.meeting.typing_child import field_of

ROOT = Path(__file__).parents[4]
WORDS = "Jeg vil bare have én at ringe til."
_SECOND_MS = 1_000


def typed_and_killed(path: Path, meeting_id: int, name: str) -> int:
    """How many milliseconds it took until the words were safe; the process is killed at that moment."""
    command = [sys.executable, "-m", "tests.ui.pages.meeting.typing_child", str(path), str(meeting_id), name, WORDS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.kill()
    return int(said)


@pytest.mark.parametrize("name", ["wants_to_discuss", "note", "summary"])
def test_what_is_typed_survives_a_kill_a_second_later(
    name: str, database_template: Path, tmp_path: Path, qtbot: QtBot, tasks: Tasks
) -> None:
    path = tmp_path / "meeting.db"
    path.write_bytes(database_template.read_bytes())
    database = EncryptedFiles().open(path, KEY)
    world = make_world(Bench(database))
    meeting_id = (world.planned() if name == "wants_to_discuss" else world.running()).meeting.id
    database.close()

    assert typed_and_killed(path, meeting_id, name) <= _SECOND_MS

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
