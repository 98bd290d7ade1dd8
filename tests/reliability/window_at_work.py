"""Another process with the whole window over a house: python -m tests.reliability.window_at_work FOLDER.

Somebody types and keeps notes and agreements in the running meeting, and the plan is agreed upon, approved and put on
paper by the window's own worker. Each line on standard output says what was called saved. Until it is killed.
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.window import build_window, make_tasks, ui_resources
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.ui.look import dress
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.tasks import Tasks
from tests.reliability.house import House, house_in
from tests.reliability.scenario_save import approve, promise
from tests.support.office import SetClock
from tests.ui.parts import Memory

DRAFT_EVERY: Final = 4
"""A draft is handed over when nothing was typed for a while, which takes its time."""
LOOKS_EVERY_MS: Final = 2

Waits = Iterator[Callable[[], bool]]


class Hands:
    """Goes on with the day each time that what it waits for has come."""

    def __init__(self, house: House, window: MainWindow, tasks: Tasks) -> None:
        self._house, self._window, self._tasks = house, window, tasks
        self._savings = 0
        tasks.saving.connect(self._count_saving)
        self._day = self._work()
        self._wait = next(self._day)
        self._timer = QTimer(window)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._wait():
            self._wait = next(self._day)

    def _work(self) -> Waits:
        self._window.navigate("meeting", self._house.meeting.id)
        yield lambda: isinstance(page := self._window.pages.page(), MeetingPage) and page.work.is_open
        page = self._window.pages.page()
        assert isinstance(page, MeetingPage)
        for number in count(1):
            yield from self._write(page, number)
            yield from self._do(f"promise {number}", partial(promise, self._house, number))
            yield from self._do(f"version {number}", partial(approve, self._house, number))
            yield from self._do(f"paper {number}", self._make_paper)

    def _write(self, page: MeetingPage, number: int) -> Waits:
        editor, before = page.room.notes.input.editor(), self._savings
        QTest.keyClicks(editor, f"ord {number}")
        if number % DRAFT_EVERY == 1:
            # On a busy machine it can be begun and done between two looks.
            yield lambda: self._savings > before
            yield self._is_saved
            _say(f"draft {number}")
        for words, key, what in ((None, Qt.Key.Key_F5, "note"), (f"aftale {number}", Qt.Key.Key_F7, "agreement")):
            if words is not None:
                QTest.keyClicks(editor, words)
            QTest.keyClick(editor, key)
            yield self._is_saved
            _say(f"{what} {number}")

    def _do(self, what: str, act: Callable[[], object]) -> Waits:
        done: list[object] = []
        self._tasks.write(self._window, act, done.append)
        yield lambda: bool(done)
        _say(what)

    def _make_paper(self) -> None:
        order = PaperOrder(PaperKind.PLAN, self._house.subject_id)
        self._house.services.papers.make(self._house.actor, order)

    def _count_saving(self) -> None:
        self._savings += 1

    def _is_saved(self) -> bool:
        return self._tasks.is_idle and not self._tasks.has_unsaved


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(folder: Path) -> None:
    """See above."""
    app, clock = QApplication([]), SetClock()
    dress(app, ui_resources())
    tasks = make_tasks(app, clock)
    with house_in(folder) as house:
        shown = build_window(house.opened, tasks, Memory(), clock=clock)
        shown.window.resize(1366, 768)
        shown.window.show()
        hands = Hands(house, shown.window, tasks)
        app.exec()
        del hands


if __name__ == "__main__":
    main(Path(sys.argv[1]))
