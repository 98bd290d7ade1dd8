"""Another process: the real program over a new database, and a whole day with people whose names were planted.

python -m tests.reliability.planted_at_work FOLDER SEED. In FOLDER/chosen the person keeps the list, the key and the
papers; all else is the program's. What a locked screen tells goes to standard output. The program ends as people end
it, or is killed, by turns.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.command_line import run_command
from koordinator.bootstrap.launch import launch
from koordinator.bootstrap.no_dumps import keep_no_dumps
from koordinator.bootstrap.places import usual_database
from koordinator.bootstrap.window import OpenWindow
from koordinator.domain.access import Actor
from koordinator.domain.contact_note import Contact, ContactKind
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.storage.key_file import write_key_file
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.services import Services
from tests.reliability.planted import Planted, list_of, planted_people

LOOKS_EVERY_MS: Final = 10
SEARCHED: Final = 5
VISITED: Final = 2
Waits = Iterator[Callable[[], bool]]


class Day:
    """Goes on each time that what it waits for has come."""

    def __init__(self, people: tuple[Planted, ...], chosen: Path, *, is_killed: bool) -> None:
        app = QApplication.instance()
        assert app is not None
        self._people, self._chosen, self._is_killed = people, chosen, is_killed
        (self._shown,) = app.findChildren(OpenWindow)
        self._window, self._tasks = self._shown.window, self._shown.tasks
        self._day = self._work()
        self._wait: Callable[[], bool] = lambda: self._shown.rest.is_ready
        self._timer = QTimer(app)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._wait():
            self._wait = next(self._day)

    def _is_quiet(self) -> bool:
        return self._tasks.is_idle and not self._tasks.has_unsaved

    def _work(self) -> Waits:
        for person in self._people[:SEARCHED]:
            for words in (person.name, person.cpr):
                self._window.search_box.setFocus()
                self._window.search_box.setText("")
                QTest.keyClicks(self._window.search_box, words)
                yield self._is_quiet
        for person in self._people[:VISITED]:
            yield from self._visit(person)
        self._tasks.write(self._window, lambda: self._services.backups.make(self._actor), _nothing)
        yield self._is_quiet
        yield from self._fall()
        QGuiApplication.clipboard().setText(self._people[0].name)
        self._window.lock_asked.emit()
        yield lambda: True
        sys.stdout.write(json.dumps(sorted(_told())) + "\n")
        sys.stdout.flush()
        if self._is_killed:
            os.kill(os.getpid(), signal.SIGKILL)
        self._window.close()
        yield lambda: False

    def _visit(self, person: Planted) -> Waits:
        citizen_id, subject_id = self._citizen(person)
        self._window.navigate("citizen", citizen_id)
        yield self._is_quiet
        self._tasks.write(self._window, lambda: self._write_about(person, subject_id), _nothing)
        yield self._is_quiet
        for tab in ("network", "plan", "documents", "history"):
            self._window.navigate("citizen", (citizen_id, tab))
            yield self._is_quiet

    def _write_about(self, person: Planted, subject_id: SubjectId) -> None:
        services, actor = self._services, self._actor
        contact = Contact(ContactKind.PHONE, person.name, f"{person.name} {person.cpr} ringede", datetime.now(UTC))  # noqa: TID251 - now, as the program has it
        services.contact_notes.write(actor, subject_id, contact)
        tomorrow = datetime.now(UTC).date() + timedelta(days=1)  # noqa: TID251 - now, as the program has it
        services.meetings.plan(actor, subject_id, Appointment(tomorrow, time(13)), ())
        plan = services.plans.begin(actor, subject_id).plan
        assert plan is not None
        services.plans.add_goal(actor, plan.id, f"{person.name} vil ud")
        made = services.papers.make(actor, PaperOrder(PaperKind.PLAN, subject_id))
        (self._chosen / made.paper.file_name).write_bytes(made.content)

    def _fall(self) -> Waits:
        """A worker and the window fall over a name."""

        def fall() -> None:
            raise ValueError(f"{self._people[0].name} {self._people[0].cpr}")

        self._tasks.compute(self._window, fall, _nothing)
        QTimer.singleShot(0, self._window, fall)
        yield self._is_quiet

    @property
    def _services(self) -> Services:
        return self._shown.desk.services

    @property
    def _actor(self) -> Actor:
        return self._shown.desk.actor

    def _citizen(self, person: Planted) -> tuple[CitizenId, SubjectId]:
        with self._shown.seat.opened.handle.read() as connection:
            found = connection.exec_driver_sql("SELECT id, subject_id FROM citizen WHERE name = ?", (person.name,))
            citizen_id, subject_id = found.one()
        return CitizenId(citizen_id), SubjectId(subject_id)


def _nothing(_result: object) -> None:
    """There is nothing to do."""


def _told() -> set[str]:
    """Everything that a screen reader is told by any window."""

    def words(part: QAccessibleInterface | None) -> Iterator[str]:
        if part is not None and part.isValid():
            yield from (part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
            yield from (part.text(kind) for kind in (QAccessible.Text.Description, QAccessible.Text.Help))
            for number in range(part.childCount()):
                yield from words(part.child(number))

    app = QApplication.instance()
    assert app is not None
    return set(words(QAccessible.queryAccessibleInterface(app)))


def main(folder: Path, seed: int) -> int:
    """See above."""
    keep_no_dumps()
    chosen, people = folder / "chosen", planted_people(seed)
    chosen.mkdir()
    (chosen / "liste.csv").write_text(list_of(people), encoding="utf-8")
    write_key_file(chosen / "nøgle.key", DatabaseKey(bytes(range(32))))
    usual_database().parent.mkdir()
    options = ["--key-file", str(chosen / "nøgle.key")]
    imported = run_command(["import", str(chosen / "liste.csv"), "--create-departments", *options])
    assert imported == 0
    for command in (["citizens"], ["guide"], ["wheel", "--year", "2026", "-o", str(chosen / "hjul.pdf")], ["verify"]):
        assert run_command([*command, *options]) == 0
    day: list[Day] = []
    return launch(options, lambda: day.append(Day(people, chosen, is_killed=seed % 2 == 1)))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
