"""Another process that holds a meeting at its real page: python -m tests.journeys.held_and_killed PATH MEETING SEED.

It presses keys at random - letters, F5-F8, F9, F12, who is there, whom a note is for, the three questions - and says
of each, in a line of JSON on its standard output, what stood on the screen then. It goes on until it is killed.

Each line carries two times in seconds: `at` by the clock, and `ran`, which counts a turn of the event loop as at most
its planned length and nothing while something is on its way to the disk, so that a slow machine has all its time.
With a fourth argument what is typed is handed over after so many milliseconds, and only letters are pressed, since all
other keys hand over too: the fault that must be found.
"""

import json
import os
import sys
import time
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Actor, Channel
from koordinator.domain.ids import EmployeeId, MeetingId
from koordinator.domain.meeting import Attendance, NoteKind
from koordinator.domain.organisation import Role
from koordinator.storage.database_files import EncryptedFiles
from koordinator.ui.desk import Desk
from koordinator.ui.look import dress
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.resources import UiResources
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme
from koordinator.ui.widgets import note_edit
from tests.support.desk import services_at
from tests.support.office import KEY, Bench
from tests.ui.parts import Crashes, explained

STEP_MS: Final = 15
SENTENCE: Final = "Kim taler med skolen om at Anna kan komme lidt senere om morgenen"
_SHORTEST: Final = 12
_KEYS: Final = {
    NoteKind.SAID: Qt.Key.Key_F5,
    NoteKind.WISH: Qt.Key.Key_F6,
    NoteKind.AGREED: Qt.Key.Key_F7,
    NoteKind.TO_DECIDE: Qt.Key.Key_F8,
}


class Hands(QObject):
    """Somebody at the keyboard, one key a turn."""

    def __init__(self, page: MeetingPage, chance: Random, *, only_types: bool) -> None:
        super().__init__(page)
        self._only_types = only_types
        self._page, self._room, self._chance = page, page.room, chance
        self._number = 0
        self._ran = 0.0
        self._last = time.monotonic()
        self._answers: list[int | None] = [None, None, None]
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        self._let_time_pass()
        if not self._page.work.is_open:
            return
        others = (self._go_on, self._attend, self._attend, self._turn_private, self._answer)
        is_long = len(self._text()) > _SHORTEST
        chosen = self._chance.random()
        if self._only_types:
            self._type()
        elif is_long and chosen < 0.02:
            self._keep()
        elif chosen > 0.94:
            self._chance.choice(others)()
        else:
            self._type()

    def _let_time_pass(self) -> None:
        now = time.monotonic()
        if not self._page.work.desk.tasks.has_unsaved:
            self._ran += min(now - self._last, STEP_MS / 1000)
        self._last = now

    def _text(self) -> str:
        return self._room.notes.input.text()

    def _type(self) -> None:
        text = self._text()
        if not text:
            self._number += 1
        wanted = f"{self._number} {SENTENCE} " * (1 + len(text) // len(SENTENCE))
        QTest.keyClicks(self._room.notes.input.editor(), wanted[len(text)])
        self._say("typed", self._text())

    def _keep(self) -> None:
        kind, text = self._chance.choice(list(NoteKind)), self._text()
        QTest.keyClick(self._room.notes.input.editor(), _KEYS[kind])
        self._say("kept", [text, kind, self._room.notes.private.isChecked()])
        self._say_where()

    def _go_on(self) -> None:
        item = self._room.agenda.item()
        if item is not None and not item.done:
            QTest.keyClick(self._room.notes.input.editor(), Qt.Key.Key_F9)
            self._say("done", item.id)
            self._say_where()

    def _attend(self) -> None:
        chip = self._chance.choice(list(self._room.strip.chips.values()))
        there = chip.view.participant.attendance is Attendance.PRESENT
        QTest.keyClick(chip, Qt.Key.Key_Space)
        self._say("attended", [chip.view.participant.id, Attendance.ABSENT if there else Attendance.PRESENT])

    def _turn_private(self) -> None:
        QTest.keyClick(self._room.notes.private, Qt.Key.Key_Space)
        self._say_where()

    def _answer(self) -> None:
        QTest.keyClick(self._room.notes.input.editor(), Qt.Key.Key_F12)
        self._say_where()
        number, score = self._chance.randrange(3), self._chance.randrange(5)
        stop = self._room.closing.questions.answers[number].stop()
        QTest.keyClick(stop, Qt.Key(Qt.Key.Key_0.value + score))
        self._answers[number] = score
        QTest.keyClick(stop, Qt.Key.Key_F12)
        self._say("answered", self._answers)
        self._say_where()

    def _say_where(self) -> None:
        item = self._room.agenda.item()
        notes = self._room.notes
        self._say("where", [item.id if item else None, notes.kind(), notes.private.isChecked(), self._room.is_closing])

    def _say(self, what: str, value: object) -> None:
        line = {"at": time.time(), "ran": self._ran, "what": what, "value": value}
        sys.stdout.write(f"{json.dumps(line)}\n")
        sys.stdout.flush()


def main(path: Path, meeting_id: MeetingId, seed: int, late_ms: int) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if late_ms:
        note_edit._IDLE_MS = note_edit._TYPING_MS = late_ms  # type: ignore[misc]
    app, resources = QApplication([]), resources_dir()
    translations = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    dress(app, UiResources(resources / "fonts", resources / "icons", translations), Scheme.LIGHT)
    actor = Actor(EmployeeId(1), frozenset({Role.COORDINATOR}), Channel.WINDOW)
    services = services_at(Bench(EncryptedFiles().open(path, KEY)))
    page = MeetingPage(Desk(services, actor, Tasks(explained, Crashes())))
    page.resize(1366, 768)
    page.show_for(meeting_id)
    page.show()
    Hands(page, Random(seed), only_types=late_ms > 0)  # noqa: S311 - not for secrets
    app.exec()


if __name__ == "__main__":
    late = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    main(Path(sys.argv[1]), MeetingId(int(sys.argv[2])), int(sys.argv[3]), late)
