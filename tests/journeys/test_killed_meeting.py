"""A meeting whose process is killed at any moment: everything older than a second is there, and it opens where it was.

A handful of kills in the ordinary run, in time that the slowness of the machine does not touch; two hundred, by the
clock on the wall, in the campaign (`dev.py campaign kills`).
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from koordinator.domain.draft import DraftPlace
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import MeetingStatus, NoteKind
from koordinator.storage.database_files import EncryptedFiles
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.tasks import Tasks
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingDesk, make_world
from tests.support.office import KEY, Bench

ROOT: Final = Path(__file__).parents[2]
IS_CAMPAIGN: Final = settings.get_current_profile_name() == "thorough"
SEEDS: Final = range(200 if IS_CAMPAIGN else 4)
CLOCK: Final = "at" if IS_CAMPAIGN else "ran"
A_SECOND: Final = 1.0
NEVER_MS: Final = 600_000


@dataclass(frozen=True)
class Meeting:
    """A running meeting in a database that nobody has open."""

    path: Path
    key: MeetingId


@pytest.fixture
def meeting(database_template: Path, tmp_path: Path) -> Meeting:
    path = tmp_path / "meeting.db"
    path.write_bytes(database_template.read_bytes())
    database = EncryptedFiles().open(path, KEY)
    running = make_world(Bench(database)).running().meeting
    database.close()
    return Meeting(path, running.id)


class Story:
    """What stood on the screen, line by line, up to the kill."""

    def __init__(self, lines: list[dict[str, Any]]) -> None:
        self._lines = lines
        self._safe_until = lines[-1][CLOCK] - A_SECOND

    def old(self, what: str) -> list[Any]:
        """What was said of it more than a second before the end."""
        return [line["value"] for line in self._lines if line["what"] == what and line[CLOCK] <= self._safe_until]

    def last(self, what: str) -> list[Any]:
        """The last old one of it and all that are younger: it has to be one of these."""
        every = [line["value"] for line in self._lines if line["what"] == what]
        return every[max(len(self.old(what)) - 1, 0) :] if self.old(what) else []

    def outdated(self, what: str, begun: Any) -> list[Any]:  # noqa: ANN401 (JSON)
        """What it was at first and later, and has not been for a second; the newest of all may not have been said."""
        old, last = self.old(what), self.last(what)
        return [value for value in (begun, *old[:-1]) if value not in last] if old else []


def hold_and_kill(meeting: Meeting, seed: int, late_ms: int = 0, *, most_lines: int = 260) -> Story:
    """The process is killed (SIGKILL) after a number of its lines; what it said after that was on its way."""
    arguments = [str(meeting.path), str(meeting.key), str(seed), str(late_ms)]
    command = [sys.executable, "-m", "tests.journeys.held_and_killed", *arguments]
    lines = Random(seed).randrange(120, most_lines)  # noqa: S311 - not for secrets
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = list(islice(process.stdout, lines))
        process.kill()
        said += process.stdout.readlines()
    return Story([json.loads(line) for line in said if line.endswith("\n")])


@contextmanager
def reopened(meeting: Meeting, qtbot: QtBot, tasks: Tasks) -> Iterator[tuple[MeetingPage, MeetingDesk]]:
    """The meeting's page on the database as it was left."""
    database = EncryptedFiles().open(meeting.path, KEY)
    bench = Bench(database)
    page = MeetingPage(desk_at(bench, tasks))
    page.show_for(meeting.key)
    page.show()
    page.activateWindow()
    try:
        qtbot.waitUntil(lambda: page.work.is_open)
        yield page, MeetingDesk(bench)
        qtbot.waitUntil(lambda: tasks.is_idle)
        assert database.verify_pages() == ()
    finally:
        page.close()
        qtbot.waitUntil(lambda: tasks.is_idle)
        page.deleteLater()
        database.close()


def lost(story: Story, file: MeetingFile, draft: str) -> list[str]:
    """What was on the screen more than a second before the kill and is nowhere."""
    return [*_lost_words(story, file, draft), *_lost_acts(story, file)]


def _lost_words(story: Story, file: MeetingFile, draft: str) -> Iterator[str]:
    kept = {(note.text, note.kind.value, note.private) for note in file.notes}
    for text, kind, private in story.old("kept"):
        if (text.strip(), kind, private) not in kept:
            yield f"note: {text}"
        promised = {each.what for each in file.agreements} | {each.what for each in file.decisions}
        if kind in (NoteKind.AGREED, NoteKind.TO_DECIDE) and not private and text.strip() not in promised:
            yield f"in the plan: {text}"
    everywhere = (draft, *(note.text for note in file.notes))
    for typed in story.old("typed")[-1:]:
        if not any(text.startswith(typed.strip()) for text in everywhere):
            yield f"typed: {typed}"


def _lost_acts(story: Story, file: MeetingFile) -> Iterator[str]:
    for item in file.agenda:
        if item.id in story.old("done") and not item.done:
            yield f"done: {item.title}"
    for row in file.participants:
        said = [value for value in story.last("attended") if value[0] == row.id]
        if any(value[0] == row.id for value in story.old("attended")):
            said = [value for value in story.old("attended") if value[0] == row.id][-1:] + said
            if row.attendance not in {state for _key, state in said}:
                yield f"attendance: {row.attendance}"
    meeting = file.meeting
    scores = [meeting.evaluation_heard, meeting.evaluation_makes_sense, meeting.evaluation_same_direction]
    if story.old("answered") and scores not in story.last("answered"):
        yield f"answers: {scores}"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kill_loses_nothing_older_than_a_second(meeting: Meeting, qtbot: QtBot, tasks: Tasks, seed: int) -> None:
    story = hold_and_kill(meeting, seed)

    with reopened(meeting, qtbot, tasks) as (page, desk):
        file, room, notes = page.work.file, page.room, page.room.notes
        item = room.agenda.item()
        assert file.meeting.status is MeetingStatus.RUNNING
        assert lost(story, file, notes.input.text()) == []
        here = [item.id if item else None, notes.kind().value, notes.private.isChecked(), room.is_closing]
        begun = [file.agenda[0].id, NoteKind.SAID.value, False, False]
        assert here not in story.outdated("where", begun)
        where = room.closing.summary.edit if room.is_closing else notes.input
        qtbot.waitUntil(where.editor().hasFocus)
        while file.can_undo:
            file = desk.room.undo(desk.actor, meeting.key)
        assert (file.notes, file.agreements, file.decisions) == ((), (), ())


def test_a_planted_fault_is_found(meeting: Meeting) -> None:
    """What is typed is handed over only ten minutes later: the same check must say that it is lost."""
    assert any(each.startswith("typed:") for each in lost_by_fault(meeting, seed=1))


def lost_by_fault(meeting: Meeting, seed: int) -> list[str]:
    story = hold_and_kill(meeting, seed, NEVER_MS)
    database = EncryptedFiles().open(meeting.path, KEY)
    desk = MeetingDesk(Bench(database))
    draft = desk.drafts.find(desk.actor, DraftPlace("meeting", meeting.key, "note"))
    losses = lost(story, desk.meetings.open(desk.actor, meeting.key), draft.text if draft else "")
    database.close()
    return losses
