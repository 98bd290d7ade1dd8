"""The window over an open database, as the program, the working day and the tests all make it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from koordinator.bootstrap import heavy
from koordinator.bootstrap.keys import OpenDatabase
from koordinator.bootstrap.pages import LEARNING, OVERVIEW, page_entries
from koordinator.bootstrap.resources import resources_dir
from koordinator.bootstrap.rest import Rest
from koordinator.bootstrap.seat import Seat, take_seat
from koordinator.domain.access import Action, may
from koordinator.domain.errors import DomainError
from koordinator.integrations.clock import DENMARK, SystemClock
from koordinator.texts import ui as texts
from koordinator.ui import heavy as ui_heavy
from koordinator.ui.first_paint import FirstPaint
from koordinator.ui.main_window import MainWindow, Memory, Remark, Shell
from koordinator.ui.page import Page
from koordinator.ui.pages.overview.page import Look, OverviewPage
from koordinator.ui.rail import Person
from koordinator.ui.resources import UiResources
from koordinator.ui.tasks import Tasks
from koordinator.usecases.ports import Clock

if TYPE_CHECKING:
    from koordinator.storage.office import Changed
    from koordinator.ui.clipboard import ClipboardKeeper
    from koordinator.ui.desk import Desk
    from koordinator.ui.lock import Lock
    from koordinator.usecases.ports_lists import GrantNotice
    from koordinator.usecases.workplace import Workplace

_OF_THE_PLACE: Final = frozenset({"setting", "employee", "team", "team_membership"})
"""Tables that tell who sits here, and how soon the screen locks."""
_FIRST_NOTE_MS: Final = 60_000
_NOTE_MS: Final = 600_000
"""How often it is noted outside the database how far the log has come."""


def ui_resources() -> UiResources:
    """Where the screen finds its files."""
    resources = resources_dir()
    return UiResources(
        fonts=resources / "fonts",
        icons=resources / "icons",
        translations=_qt_translations(),
    )


def make_tasks(app: QApplication, clock: Clock) -> Tasks:
    """The workers; what is our own fault is written to a report."""
    return Tasks(heavy.explain, lambda error: _report(error, clock), app)


def build_window(
    opened: OpenDatabase, tasks: Tasks, memory: Memory, *, clock: Clock | None = None, acting_as: str | None = None
) -> "OpenWindow":
    """The whole window of the employee who acts: the named one, else the database's owner."""
    time = clock or SystemClock()
    shown = OpenWindow(take_seat(opened, time, acting_as), tasks, memory, time)
    shown.rest.load()
    shown.rest.equipment().pages.fetch_all()
    return shown


class OpenWindow(QObject):
    """A window with what stands behind it. Everything but the first page may still be on its way."""

    def __init__(self, seat: Seat, tasks: Tasks, memory: Memory, clock: Clock) -> None:
        super().__init__(tasks)
        self.seat, self.tasks = seat, tasks
        self._clock = clock
        self.afterwards: Callable[[], object] | None = None
        """What is to be done once this window and its database are closed: the practice case anew, a restore."""
        self.rest = Rest(tasks, lambda: heavy.equip(seat, tasks, memory, clock, self._close_for))
        self.rest.arrived.connect(self._equip)
        self._log_is_noted = self._log_is_told_of = False
        self._noting = QTimer(self)
        self._noting.timeout.connect(self.note_now_and_then)
        place = seat.place
        shell = Shell(
            tasks=tasks,
            memory=memory,
            person=_person(place),
            now=self._local_now,
            find=lambda text: self.rest.equipment().find(text),
            settle=lambda text: self.rest.equipment().settle(text),
            remark=Remark(texts.PRACTICE_STRIP, texts.PRACTICE_TASKS, LEARNING) if place.is_practice else None,
            sees_citizens=may(place.actor, Action.OPEN_CITIZEN),
        )
        self._entries = page_entries(place.actor, self._make_page)
        self.window = MainWindow(shell, self._entries)
        if may(place.actor, Action.BREAK_GLASS) and not place.actor.sees_all:
            self.window.search_box.nothing = texts.SEARCH_NOTHING_OF_YOURS
        on_rail = [entry.key for entry in self._entries if entry.icon]
        if on_rail:
            self.window.navigate(LEARNING if place.is_practice else on_rail[0])

    @property
    def desk(self) -> "Desk":
        """What the pages work with; waited for."""
        return self.rest.equipment().desk

    @property
    def page_keys(self) -> tuple[str, ...]:
        """Every page there is for the employee."""
        return tuple(entry.key for entry in self._entries)

    def show(self, painted: Callable[[], None]) -> None:
        """Shows the window, and makes the rest ready once the first page has been seen; `painted` hears of it."""

        def seen() -> None:
            painted()
            self.rest.start()
            self.rest.when_ready(lambda: self.rest.equipment().look_at_file())

        page = self.window.pages.page()
        if isinstance(page, OverviewPage) and self.seat.first is None:
            page.settled.connect(lambda: FirstPaint(page, seen), Qt.ConnectionType.SingleShotConnection)
        else:
            FirstPaint(page or self.window, seen)
        self.window.show()

    def _close_for(self, afterwards: Callable[[], object]) -> None:
        self.afterwards = afterwards
        self.window.close()

    def _make_page(self, key: str) -> Page:
        if key == OVERVIEW:
            return self._make_overview()
        if self.rest.is_ready and self.rest.equipment().pages.has(key):
            return self.rest.equipment().pages.make(key)
        return ui_heavy.late_page(
            lambda then: self._fetch_page(key, then), lambda: self.rest.equipment().pages.make(key)
        )

    def _fetch_page(self, key: str, then: Callable[[], None]) -> None:
        """In the background, as soon as pages can be made at all."""

        def fetch() -> None:
            self.tasks.compute(self, lambda: self.rest.equipment().pages.fetch(key), lambda _nothing: then())

        self.rest.when_ready(fetch)

    def _make_overview(self) -> OverviewPage:
        seat = self.seat
        look = Look(
            open=lambda everybody: seat.overview.open(seat.place.actor, everybody=everybody),
            name=seat.place.name,
            now=self._local_now,
            leads_to=frozenset(entry.key for entry in self._entries),
            tell=self._tell_of_access,
            may_work=may(seat.place.actor, Action.EDIT_CITIZEN),
        )
        page = OverviewPage(self.tasks, look)
        if seat.first is not None:
            page.show_first(seat.first)
        return page

    def _tell_of_access(self, page: Page, notice: "GrantNotice") -> None:
        self.rest.when_ready(lambda: ui_heavy.tell_of_access(self.rest.equipment().desk, page, notice, page.mark_stale))

    def _equip(self) -> None:
        """What the window itself gets from the rest: the lock, and the entry in the log that somebody sits here."""
        if not isValid(self.window):
            return
        equipment = self.rest.equipment()
        lock = equipment.make_lock(self.window)
        lock.lock_after(self.seat.place.idle_lock_minutes)
        self.window.lock_asked.connect(lock.lock)
        equipment.take_notes(self.window)
        equipment.guard_file(self.window)
        equipment.help_spelling(self.window)
        self.tasks.compute(lock, heavy.session_watch, lambda watch: watch(self.window, lock) if watch else None)
        self.tasks.compute(lock, heavy.clipboard_keeper, lambda make: self._keep_clipboard(make(lock), lock))

        def show(place: "Workplace | None") -> None:
            if place is not None:
                lock.lock_after(place.idle_lock_minutes)
                self.window.show_person(_person(place))

        def heard(changed: "Changed") -> None:
            if changed & _OF_THE_PLACE:
                self.tasks.read(self.window, equipment.find_place, show, _nothing_more)

        self.tasks.changed.connect(heard)
        self.tasks.write(self, equipment.sign_in, _nothing_more)
        self._noting.start(_FIRST_NOTE_MS)
        heavy.sweep_for(self)

    def back_up(self) -> None:
        """At the end; where it cannot be done, the next start tries again and says why."""
        if self.rest.is_ready:
            with suppress(DomainError):
                self.rest.equipment().back_up_at_close()

    def note_log(self) -> None:
        """At the end; a window that was open for a moment only has not noted anything."""
        if self._log_is_noted:
            self.rest.equipment().note_log()

    def note_now_and_then(self) -> None:
        if not self._log_is_noted and isValid(self.window):
            self.rest.equipment().keep_backups(self.window)
        self._log_is_noted = True
        self._noting.setInterval(_NOTE_MS)
        self.tasks.compute(self, self.rest.equipment().note_log, lambda goes_on: self.tell_of_log(goes_on=goes_on))

    def tell_of_log(self, *, goes_on: bool) -> None:
        """Once, when it does not."""
        if not goes_on and not self._log_is_told_of and isValid(self.window):
            self._log_is_told_of = True
            self.window.messages.warning(texts.LOG_DIFFERS)

    def _keep_clipboard(self, keeper: "ClipboardKeeper", lock: "Lock") -> None:
        lock.locked.connect(keeper.clear)
        # Said once: whoever has read it knows.
        keeper.took.connect(
            lambda: self.window.messages.info(texts.CLIPBOARD_KEPT), Qt.ConnectionType.SingleShotConnection
        )

    def _local_now(self) -> datetime:
        return self._clock.now().astimezone(DENMARK)


def _person(place: "Workplace") -> Person:
    return Person(place.name, tuple(line for line in (place.title, *place.teams) if line))


def _nothing_more(_result: object) -> None:
    """There is nothing to show."""


def _report(error: Exception, clock: Clock) -> None:
    heavy.report(error, clock.now())


def _qt_translations() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
