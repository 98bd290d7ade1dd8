"""Puts together everything that no first paint needs. Imported in the background, by `heavy`."""

from collections.abc import Callable
from pathlib import Path

from koordinator.bootstrap.container import connect
from koordinator.bootstrap.keys import make_keys
from koordinator.bootstrap.page_makers import Machine, Pages
from koordinator.bootstrap.papers import save_recovery_sheet
from koordinator.bootstrap.rest import Equipment
from koordinator.bootstrap.seat import Seat
from koordinator.domain.access import Channel
from koordinator.domain.database_key import SlotKind
from koordinator.domain.setting import SettingKey
from koordinator.storage.audit_key import audit_key
from koordinator.storage.first_page import FirstPageDoor
from koordinator.texts.contact_notes import SAVED
from koordinator.ui.desk import Desk
from koordinator.ui.hits import finder, settler
from koordinator.ui.lock import Lock, UnlockWay
from koordinator.ui.main_window import MainWindow, Memory
from koordinator.ui.quick_note import QuickNote
from koordinator.ui.tasks import Tasks
from koordinator.usecases.contact_notes import NoteSubject
from koordinator.usecases.ports import Clock
from koordinator.usecases.services import Services
from koordinator.usecases.workplace import Workplaces


def equip(seat: Seat, tasks: Tasks, memory: Memory, clock: Clock, begin_again: Callable[[], None]) -> Equipment:
    """The use cases on the open database, and what makes pages and locks the screen.

    `begin_again` closes the window; the practice case is made anew behind it.
    """
    services = connect(seat.opened, Channel.WINDOW, clock=clock, committed=tasks.changed.emit)
    desk = Desk(services, seat.place.actor, tasks)
    door = FirstPageDoor(seat.opened.handle, audit_key(seat.opened.key), clock)
    machine = Machine(
        memory,
        lambda file, code: _save_sheet(services, file, code),
        seat.opened.path,
        clock.today,
        begin_again,
    )
    return Equipment(
        desk=desk,
        find_place=lambda: Workplaces(door, Channel.WINDOW).find(str(seat.place.actor.employee_id)),
        pages=Pages(desk, machine),
        find=finder(desk),
        settle=settler(desk),
        make_lock=lambda window: Lock(window, tasks, _unlock_way(seat)),
        take_notes=lambda window: _take_notes(window, desk),
    )


def _take_notes(window: MainWindow, desk: Desk) -> None:
    """A note about a contact is begun wherever the window asks for one."""

    def written(subject: NoteSubject) -> None:
        window.messages.done(SAVED.format(name=subject.name))
        page = window.pages.page()
        if page is not None:
            page.mark_stale()

    def begin() -> None:
        place = window.pages.place()
        note.on_page(place.key if place else "", place.thing_id if place else None)

    note = QuickNote(desk, window, written)
    window.note_asked.connect(begin)


def _save_sheet(services: Services, file: Path, code: str) -> None:
    municipality = services.settings.values()[SettingKey.MUNICIPALITY]
    save_recovery_sheet(file, code, services.keys.ways_in().path.name, municipality)


def _unlock_way(seat: Seat) -> UnlockWay:
    """By the passphrase where the database has one; else whoever sits at the machine opens again."""
    keys = make_keys()
    return UnlockWay(
        lambda: SlotKind.PASSPHRASE in keys.ways_in(seat.opened), lambda text: keys.recognises(seat.opened, text)
    )
