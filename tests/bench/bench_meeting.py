"""A meeting of three hours with 400 notes and 60 agreements: typing in it, keeping a note, and opening it again.

Typing is measured against the same keys in a bare QPlainTextEdit, opening against a meeting that has just begun,
and both in turns. What is typed is on the disk when the draft's row says what the field says.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from koordinator.bootstrap.window import ui_resources
from koordinator.domain.draft import DraftPlace
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import NoteKind
from koordinator.ui.look import dress
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.tasks import Tasks
from tests.bench.measuring import Row
from tests.support.desk import desk_at
from tests.support.long_meeting import AGREEMENTS, NOTES, long_meeting
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import make_template, open_office
from tests.support.patience import turn
from tests.ui.parts import Crashes, explained

WORDS: Final = "Kim taler med skolen om, at Anna kan begynde senere om morgenen. "
KEYS: Final = 200
TIMES: Final = 9


def measure() -> list[Row]:
    """Key press to screen and to disk, a note kept and shown, and the meeting opened."""
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        dress(app, ui_resources())
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        world = make_world(bench)
        meeting_id = long_meeting(world)
        tasks = Tasks(explained, Crashes())
        page = MeetingPage(desk_at(bench, tasks))
        room = _Room(page, world, meeting_id)
        rows = [_opened(room), *_typed(room), _kept(room)]
        page.close()
        tasks.shut_down()
    return rows


class _Room:
    """The page of the meeting in a window of its own."""

    def __init__(self, page: MeetingPage, world: MeetingWorld, meeting_id: MeetingId) -> None:
        self.page, self.world, self.meeting_id = page, world, meeting_id
        page.resize(1366, 768)

    def open(self) -> None:
        """Read, built and painted, in a page that has shown nothing yet."""
        self.page.show_for(self.meeting_id)
        self.page.show()
        self.rest()

    def rest(self) -> None:
        """Until everything that was asked for is on the screen."""
        tasks = self.page.work.desk.tasks
        turn()
        while not tasks.is_idle:
            turn()
        _paint(self.page)


def _opened(room: _Room) -> Row:
    """Against a meeting that has just begun, in turns: what 400 notes add."""
    empty_id = room.world.running().meeting.id
    room.open()
    times = [(_open_ms(room, empty_id), _open_ms(room, room.meeting_id)) for _ in range(TIMES)]
    floor, ours = (statistics.median(each) for each in zip(*times, strict=True))
    name = f"A meeting of {NOTES} notes and {AGREEMENTS} agreements opened and painted, to an empty one"
    return Row(name, "<= 300 ms, <= 2 x", floor, ours, ours / floor)


def _open_ms(room: _Room, meeting_id: MeetingId) -> float:
    """In a page that is there already, as the next meeting of the day is opened."""
    again = _Room(MeetingPage(room.page.work.desk), room.world, meeting_id)
    spent = _timed_ms(again.open)
    again.page.close()
    again.page.deleteLater()
    return spent


def _typed(room: _Room) -> list[Row]:
    bare = QPlainTextEdit()
    bare.resize(640, 90)
    bare.show()
    editor = room.page.room.notes.input.editor()
    editor.setFocus()
    floors, times = [], []
    for number in range(KEYS):
        letter = WORDS[number % len(WORDS)]
        floors.append(_key_ms(bare, bare, letter))
        times.append(_key_ms(editor, room.page, letter))
        turn()
    floor, ours = _p95(floors), _p95(times)
    waits = [_to_disk_ms(room, letter) for letter in "abc"]
    return [
        Row("The same: key press to screen, p95", "<= 16 ms", floor, ours, ours / floor),
        Row("The same: last key press to disk, the longest", "<= 1000 ms", None, max(waits), None),
    ]


def _key_ms(editor: QPlainTextEdit, window: QWidget, letter: str) -> float:
    def press() -> None:
        QTest.keyClicks(editor, letter)
        _paint(window)

    return _timed_ms(press)


def _to_disk_ms(room: _Room, letter: str) -> float:
    """The first key of a row of keys has waited longest; one more comes every twentieth of a second."""
    editor, started = room.page.room.notes.input.editor(), time.perf_counter()
    wanted = f"{editor.toPlainText()}{letter}"
    QTest.keyClicks(editor, letter)
    next_key = started
    while not _stored(room).startswith(wanted):
        if time.perf_counter() > next_key + 0.05:
            next_key = time.perf_counter()
            QTest.keyClicks(editor, letter)
        turn()
    spent = (time.perf_counter() - started) * 1000
    room.rest()
    return spent


def _stored(room: _Room) -> str:
    draft = room.world.drafts.find(room.world.actor, DraftPlace("meeting", room.meeting_id, "note"))
    return draft.text if draft else ""


def _kept(room: _Room) -> Row:
    """F5, until the note stands under its item and the field is empty."""
    notes, times = room.page.room.notes, []

    def keep() -> None:
        notes.press(NoteKind.SAID)
        room.rest()

    for number in range(TIMES):
        notes.input.set_text(f"Jeg vil gerne sove {number}")
        times.append(_timed_ms(keep))
    return Row("The same: a note kept, until it is on the disk and shown", "", None, statistics.median(times), None)


def _paint(window: QWidget) -> None:
    """The window paints what is new on it when it handles the update it has been asked for."""
    QCoreApplication.sendPostedEvents(window.window(), QEvent.Type.UpdateRequest.value)


def _timed_ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
