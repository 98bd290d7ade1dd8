"""A meeting killed in the middle loses nothing that was on its way to be shown, and opens where it was."""

from pathlib import Path

import pytest

from koordinator.domain.draft import DraftPlace
from koordinator.domain.meeting import Meeting, MeetingStatus
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.killed import last_of_each, said_until_killed
from tests.support.meeting_world import MeetingDesk, make_world
from tests.support.office import KEY, Bench


@pytest.fixture
def meeting(database_template: Path, tmp_path: Path) -> tuple[Path, Meeting]:
    """A running meeting in a database that nobody has open."""
    path = tmp_path / "meeting.db"
    path.write_bytes(database_template.read_bytes())
    database = EncryptedFiles().open(path, KEY)
    running = make_world(Bench(database)).running().meeting
    database.close()
    return path, running


@pytest.mark.parametrize("lines", [1, 5, 12, 33])
def test_a_kill_in_the_middle_of_a_meeting_loses_nothing_that_was_saved(
    meeting: tuple[Path, Meeting], lines: int
) -> None:
    path, running = meeting
    reached = last_of_each(said_until_killed(lines, "tests.usecases.meeting_child", path, running.id))

    database = EncryptedFiles().open(path, KEY)
    file, desk = reopened(database, running)

    assert file.meeting.status is MeetingStatus.RUNNING
    assert_at_least([note.text for note in file.notes], "ord", reached.get("note", 0))
    assert_at_least([agreement.what for agreement in file.agreements], "aftale", reached.get("agreement", 0))
    draft = desk.drafts.find(desk.actor, DraftPlace("meeting", running.id, "note"))
    typed = int(draft.text.split()[1]) if draft else 0
    assert typed - reached.get("draft", 0) in (0, 1)
    assert database.verify_pages() == ()
    walk_back(desk, file)
    database.close()


def reopened(database: Database, running: Meeting) -> tuple[MeetingFile, MeetingDesk]:
    bench = Bench(database)
    bench.log()
    desk = MeetingDesk(bench)
    return desk.room.open(desk.actor, running.id), desk


def assert_at_least(texts: list[str], word: str, reached: int) -> None:
    """Everything up to the last that was said to be safe, and at most the one that was on its way."""
    assert texts == [f"{word} {number}" for number in range(1, len(texts) + 1)]
    assert len(texts) - reached in (0, 1)


def walk_back(desk: MeetingDesk, file: MeetingFile) -> None:
    """The journal has survived too: every act can still be undone."""
    while file.can_undo:
        file = desk.room.undo(desk.actor, file.meeting.id)
    assert (file.notes, file.agreements) == ((), ())
