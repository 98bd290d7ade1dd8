"""The program with a window, from the command to the last save."""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from koordinator.bootstrap import heavy
from koordinator.bootstrap.early import Asking, seated_or_closed
from koordinator.bootstrap.keys import close
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.places import window_memory_file
from koordinator.bootstrap.seat import Seat
from koordinator.bootstrap.start import StartOptions
from koordinator.bootstrap.unexpected import catch_the_unexpected
from koordinator.bootstrap.window import OpenWindow, make_tasks, ui_resources
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.database_key import KeysDamaged, KeysMissing, KeysWithoutDatabase, WrongKeyOrDamaged
from koordinator.domain.errors import DomainError
from koordinator.integrations.window_memory import WindowMemory
from koordinator.texts.opening import OPENING_FAILED, UNEXPECTED
from koordinator.ui.look import dress, dressed_at_the_end
from koordinator.ui.remembered_look import remembered_look
from koordinator.ui.tasks import Tasks
from koordinator.usecases.ports import Clock

FINE, FAILED = 0, 1
# Said here and not by setStyle, which would first make every part of a style known.
FUSION = ("-style", "Fusion")
_CALLS_FOR_A_BACKUP = (DatabaseDamaged, KeysWithoutDatabase, KeysMissing, KeysDamaged, WrongKeyOrDamaged)
_PATIENCE_SECONDS = 0.4
"""Opening takes a moment; only when it takes longer does a small window say so."""


def run_window(early: Later[Seat | Asking], options: StartOptions, clock: Clock, painted: Callable[[], None]) -> int:
    """Opens the window over the database that `early` finds; `painted` is called when the first page has been seen."""
    app = QApplication([sys.argv[0], *FUSION])
    memory = WindowMemory(window_memory_file())
    dress(app, ui_resources(), *remembered_look(memory))
    tasks = make_tasks(app, clock)
    catch_the_unexpected(tasks, clock)
    try:
        seat = _seated_or_rescued(early, options, clock, tasks)
        if seat is not None:
            with dressed_at_the_end(app):
                shown = OpenWindow(seat, tasks, memory, clock)
            _work(app, shown, painted)
        return FINE
    except DomainError as error:
        heavy.tell(OPENING_FAILED, heavy.explain(error))
    except Exception as error:  # noqa: BLE001 - the last stop: everything that is our own fault ends here
        heavy.tell(OPENING_FAILED, UNEXPECTED.format(path=heavy.report(error, clock.now())))
    finally:
        tasks.shut_down()
    return FAILED


def _seated_or_rescued(early: Later[Seat | Asking], options: StartOptions, clock: Clock, tasks: Tasks) -> Seat | None:
    """A damaged database is not opened; a backup, or what can be saved of it, may come to stand in its place."""
    try:
        return _seated(early, options, clock, tasks)
    except _CALLS_FOR_A_BACKUP as error:
        if not heavy.offer_way_out(error, options, clock, tasks):
            return None
    find_seat = heavy.seat_finder()
    return _seated(Later(lambda: find_seat(options, clock)), options, clock, tasks)


def _seated(early: Later[Seat | Asking], options: StartOptions, clock: Clock, tasks: Tasks) -> Seat | None:
    """The open database with whoever sits at it; None when the person gave up."""
    if not early.wait(_PATIENCE_SECONDS) and not heavy.wait_for(early.is_done):
        return None
    found = early.get()
    if isinstance(found, Seat):
        return found
    opened = heavy.ask(found, tasks)
    if opened is None:
        return None
    return Later(lambda: seated_or_closed(opened, clock, options.acting_as)).get()


def _work(app: QApplication, shown: OpenWindow, painted: Callable[[], None]) -> None:
    try:
        shown.show(painted)
        app.exec()
    finally:
        shown.tasks.shut_down()
        shown.back_up()
        shown.note_log()
        close(shown.seat.opened)
    if shown.afterwards is not None:
        shown.afterwards()
