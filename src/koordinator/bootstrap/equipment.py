"""Puts together everything that no first paint needs. Imported in the background, by `heavy`."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from koordinator.bootstrap import heavy
from koordinator.bootstrap.file_watch import FileGuard, FileWatch
from koordinator.bootstrap.keys import keys_without_words, make_keys
from koordinator.bootstrap.page_makers import Machine, Pages
from koordinator.bootstrap.rest import Equipment
from koordinator.bootstrap.seat import Seat
from koordinator.bootstrap.when_used import make_now, when_used
from koordinator.domain.access import Channel
from koordinator.domain.database_key import SlotKind
from koordinator.domain.errors import DomainError
from koordinator.storage.audit_key import audit_key
from koordinator.storage.first_page import FirstPageDoor
from koordinator.storage.office import SqlOffice
from koordinator.storage.tries_file import TriesFiles
from koordinator.texts.contact_notes import SAVED
from koordinator.ui.desk import Desk
from koordinator.ui.hits import finder, settler
from koordinator.ui.lock import Lock, UnlockWay
from koordinator.ui.main_window import MainWindow, Memory
from koordinator.ui.spelling.help import SpellingHelp
from koordinator.ui.tasks import Tasks
from koordinator.usecases.ports import Clock
from koordinator.usecases.told_tries import ToldTries
from koordinator.usecases.who_acts import WhoActs
from koordinator.usecases.workplace import Workplaces

if TYPE_CHECKING:
    from koordinator.ui.quick_note import QuickNote
    from koordinator.usecases.contact_notes import NoteSubject
    from koordinator.usecases.services import Services


CloseFor = Callable[[Callable[[], object]], None]


def equip(seat: Seat, tasks: Tasks, memory: Memory, clock: Clock, close_for: CloseFor) -> Equipment:
    """The desk, whose use cases are imported when one is first asked for, and what makes pages and locks the screen.

    `close_for` closes the window, and does behind it what it is given.
    """
    opened, actor, committed = seat.opened, seat.place.actor, tasks.changed.emit
    services = when_used(lambda: heavy.connect(opened, Channel.WINDOW, clock, committed))
    desk = Desk(services, actor, tasks)
    log_key = audit_key(opened.handle)
    door = FirstPageDoor(opened.handle, log_key, clock)
    watch = FileWatch(opened.handle, tasks, memory, clock)
    office = SqlOffice(opened.handle, log_key, clock, committed)
    who_acts, tries = WhoActs(office, Channel.WINDOW), ToldTries(office, TriesFiles(), opened.path)
    machine = Machine(
        memory,
        opened.path,
        clock.today,
        lambda: close_for(lambda: heavy.start_practice(opened.path.parent, fresh=True)),
        watch,
        lambda file, secret: heavy.prepare_restore(opened, clock, actor, file, secret),
        lambda restored: close_for(lambda: heavy.put_in_place(restored, opened.path, clock)),
    )
    return Equipment(
        desk=desk,
        find_place=lambda: Workplaces(door, Channel.WINDOW).find(str(actor.employee_id)),
        pages=Pages(desk, machine),
        find=finder(desk),
        settle=settler(desk),
        make_lock=lambda window: Lock(window, tasks, _unlock_way(seat, tries)),
        take_notes=lambda window: window.note_asked.connect(_Notes(window, desk).begin),
        help_spelling=lambda window: SpellingHelp(window, desk, memory),
        sign_in=lambda: _sign_in(who_acts, tries, seat, services),
        guard_file=lambda window: FileGuard(window, tasks, opened.handle),
        look_at_file=watch.begin,
        keep_backups=lambda window: heavy.keep_backups(window, tasks, memory, services, clock),
        back_up_at_close=lambda: _back_up(services),
        note_log=lambda: _note_log(services),
    )


class _Notes(QObject):
    """A note about a contact is begun wherever the window asks for one."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._note: QuickNote | None = None
        self._is_fetching = False

    def begin(self) -> None:
        """What a note is made of is fetched the first time."""
        if self._note is not None:
            place = self._window.pages.place()
            self._note.on_page(place.key if place else "", place.thing_id if place else None)
        elif not self._is_fetching:
            self._is_fetching = True
            self._desk.tasks.compute(self._window, self._fetch, self._fetched)

    def _fetch(self) -> "type[QuickNote]":
        make_now(self._desk.services)
        return heavy.quick_note()

    def _fetched(self, make: "type[QuickNote]") -> None:
        self._note = make(self._desk, self._window, self._written)
        self.begin()

    def _written(self, subject: "NoteSubject") -> None:
        self._window.messages.done(SAVED.format(name=subject.name))
        page = self._window.pages.page()
        if page is not None:
            page.mark_stale()


def _sign_in(who_acts: WhoActs, tries: ToldTries, seat: Seat, services: "Services") -> None:
    """Says who sits here, and carries through what was being deleted when the program was last stopped."""
    who_acts.sign_in(seat.place.actor)
    tries.tell(seat.place.actor)
    if heavy.is_unfinished(seat.opened.handle):
        services.deletions.finish()


def _back_up(services: "Services") -> None:
    services.backups.at_close()


def _note_log(services: "Services") -> bool:
    """And words that were searched for too long ago go; where they cannot, they do next time."""
    services.log_heads.keep()
    with suppress(DomainError):
        services.log_book.forget_old_terms()
    return not services.log_heads.differs


def _unlock_way(seat: Seat, tries: ToldTries) -> UnlockWay:
    """By the passphrase where the database has one; else whoever sits at the machine opens again."""
    keys = keys_without_words()

    def recognises(text: str) -> bool:
        is_right = make_keys().recognises(seat.opened, text)
        if not is_right:
            tries.tell(seat.place.actor)
        return is_right

    opened = seat.opened
    return UnlockWay(lambda: SlotKind.PASSPHRASE in keys.ways_in(opened), recognises, lambda: opened.gave_up_passphrase)
