"""The working day: done through the real window where there is no screen, and left as files in a folder."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from koordinator.bootstrap.keys import OpenDatabase
from koordinator.bootstrap.resources import resources_dir
from koordinator.bootstrap.watchdog import Watchdog
from koordinator.bootstrap.window import OpenWindow, build_window, make_tasks, ui_resources
from koordinator.domain.output_file import OutputNotWritten
from koordinator.domain.supervision import SupervisionReport
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.demo_town import read_town
from koordinator.integrations.output_files import write_output
from koordinator.integrations.window_memory import WindowMemory
from koordinator.texts import supervision as words
from koordinator.ui.look import dress
from koordinator.ui.snapshot import PictureNotSaved, render
from koordinator.ui.theme import Scheme
from koordinator.usecases.demo.settle import settled_office
from koordinator.usecases.demo.working_day import WorkingDay

SIZE: Final = QSize(1366, 768)
# Qt ends a program that finds no screen, so it is told not to look for one.
OFFSCREEN: Final = ("-platform", "offscreen")
JOURNEY: Final = "journey.json"
LIST_NAME: Final = "ny-liste.csv"
_LAYOUT_ROUNDS: Final = 10
Result = TypeVar("Result")


@dataclass
class Journey:
    """What was done, and the files that it left. Only files that an earlier day left are written over."""

    folder: Path
    steps: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ours = frozenset(_files_of(self.folder / JOURNEY))
        if (self.folder / JOURNEY).exists() and JOURNEY not in self._ours:
            raise OutputNotWritten(str(self.folder / JOURNEY))

    def write(self, name: str, content: bytes) -> None:
        """Leaves a file. Raises OutputNotWritten where a foreign one lies under the name."""
        path = self.place(name)
        write_output(path, content)

    def place(self, name: str) -> Path:
        """Where the file with the name goes. Raises OutputNotWritten where a foreign one lies."""
        path = self.folder / name
        if path.exists() and name not in self._ours and name not in self.files:
            raise OutputNotWritten(str(path))
        if name not in self.files:
            self.files.append(name)
            self._note()
        return path

    def _note(self) -> None:
        """A day that breaks off has said what it left, so that the next one may write over it."""
        if JOURNEY not in self.files:
            self.files.append(JOURNEY)
        known = sorted({*self._ours, *self.files})
        write_output(self.folder / JOURNEY, json.dumps({"files": known}, ensure_ascii=False).encode())


def do_working_day(opened: OpenDatabase, folder: Path) -> None:
    """Does the day on the demo's database and leaves its papers, pictures and counts in the folder."""
    app = QApplication.instance() or QApplication(["koordinator", *OFFSCREEN])
    if not isinstance(app, QApplication):
        raise TypeError("the working day needs an application with windows")
    with Watchdog() as watchdog:
        dress(app, ui_resources(), Scheme.LIGHT)
        clock = SystemClock()
        tasks = make_tasks(app, clock)
        shown = build_window(opened, tasks, WindowMemory(folder / "window.json"), clock=clock)
        try:
            _Day(shown, Journey(folder), watchdog).run()
        finally:
            # Hidden, not closed: closing would ask about what a failed step could not save, and nobody is there to
            # answer.
            shown.window.hide()
            tasks.shut_down()
            delete(shown.window)


class _Day:
    def __init__(self, shown: OpenWindow, journey: Journey, watchdog: Watchdog) -> None:
        self._shown, self._journey, self._watchdog = shown, journey, watchdog
        self._desk = shown.desk
        office = settled_office(
            self._desk.services, SystemClock(), read_town(resources_dir() / "demo"), self._desk.actor
        )
        self._day = WorkingDay(office, journey.steps.append)
        shown.window.resize(SIZE)
        shown.window.show()

    def run(self) -> None:
        journey, day = self._journey, self._day
        journey.write(LIST_NAME, (resources_dir() / "demo" / LIST_NAME).read_bytes())
        before = self._done(day.count)
        citizen = self._done(lambda: day.bring_in(journey.folder / LIST_NAME))
        meeting_id = self._done(lambda: day.coordinate(citizen))
        for paper in self._done(lambda: day.make_papers(citizen, meeting_id)):
            journey.write(paper.paper.file_name, paper.content)
        after = self._done(day.count)
        self._done(lambda: self._write_workbook(after))
        self._take_pictures(citizen.id, meeting_id)
        journey.write(JOURNEY, _as_json(journey, before, after))

    def _done(self, work: Callable[[], Result]) -> Result:
        """Work on the database worker, as a page does it, waited for. An error is raised here."""
        got: list[Result] = []
        failed: list[Exception] = []
        tasks = self._shown.tasks
        tasks.write(self._shown.window, work, got.append, failed.append)
        self._settle()
        if failed:
            raise failed[0]
        return got[0]

    def _settle(self) -> None:
        """Until everything that is under way has come to the window."""
        while not self._shown.tasks.is_idle:
            loop = QEventLoop()
            self._shown.tasks.idle.connect(loop.quit)
            loop.exec()
        self._watchdog.pat()

    def _lay_out(self) -> None:
        """What was shown asks for its room, and that asks again inside it: a few rounds of the event loop."""
        for _ in range(_LAYOUT_ROUNDS):
            loop = QEventLoop()
            QTimer.singleShot(0, loop.quit)
            loop.exec()

    def _write_workbook(self, report: SupervisionReport) -> None:
        path = self._journey.place("ledelsestilsyn.xlsx")
        tables = (words.table_of(report), words.meanings_of(report))
        self._desk.services.tables.write_xlsx(path, tables, report.as_of)

    def _take_pictures(self, citizen_id: int, meeting_id: int) -> None:
        things: dict[str, object] = {"citizen": citizen_id, "meeting": meeting_id}
        for key in self._shown.page_keys:
            if key in ("family", "assessment") or key.startswith("import"):
                continue
            self._shown.window.navigate(key, things.get(key))
            self._settle()
            self._lay_out()
            self._picture(f"side-{key}.png")

    def _picture(self, name: str) -> None:
        path = self._journey.place(name)
        try:
            render(self._shown.window, path)
        except PictureNotSaved as error:
            raise OutputNotWritten(str(path)) from error


def _as_json(journey: Journey, before: SupervisionReport, after: SupervisionReport) -> bytes:
    content = {
        "day": after.as_of.isoformat(),
        "steps": journey.steps,
        "counts_before": _counts(before),
        "counts_after": _counts(after),
        "files": sorted({*journey.files, JOURNEY}),
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _counts(report: SupervisionReport) -> dict[str, int]:
    return {name.value: report.total.number(name) for name in report.names}


def _files_of(path: Path) -> list[str]:
    """The files that an earlier day says it left."""
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [str(name) for name in files]
