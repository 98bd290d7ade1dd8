"""The one place of this layer that imports what takes long to import, when it is first needed."""

import sys
from typing import TYPE_CHECKING

from koordinator.bootstrap.qt_import import quickened
from koordinator.domain.database_file import DELETIONS_ENDING

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from typing import Any, TypeAlias

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from koordinator.bootstrap.early import Asking
    from koordinator.bootstrap.keys import Keys, OpenDatabase
    from koordinator.bootstrap.later import Later
    from koordinator.bootstrap.rest import Equipment
    from koordinator.bootstrap.seat import Seat
    from koordinator.bootstrap.start import StartOptions
    from koordinator.cli.options import DanishParser
    from koordinator.domain.access import Actor, Channel
    from koordinator.domain.errors import DomainError
    from koordinator.storage.engine import Database
    from koordinator.storage.office import Changed
    from koordinator.ui.clipboard import ClipboardKeeper
    from koordinator.ui.damage_strip import DamageStrip
    from koordinator.ui.lock import Lock
    from koordinator.ui.main_window import MainWindow, Memory
    from koordinator.ui.quick_note import QuickNote
    from koordinator.ui.tasks import Tasks
    from koordinator.usecases.ports import Clock
    from koordinator.usecases.restoring import Restored
    from koordinator.usecases.services import Services

    CloseFor: TypeAlias = Callable[[Callable[[], object]], None]


def run_window(
    early: "Later[Seat | Asking]", options: "StartOptions", clock: "Clock", painted: "Callable[[], None]"
) -> int:
    """See `gui.run_window`; Qt takes longer to import than everything of ours."""
    with quickened():
        import PySide6.QtWidgets  # noqa: F401, PLC0415
    from koordinator.bootstrap import gui  # noqa: PLC0415

    return gui.run_window(early, options, clock, painted)


def seat_finder() -> "Callable[[StartOptions, Clock], Seat | Asking]":
    """See `early.find_seat`."""
    from koordinator.bootstrap.early import find_seat  # noqa: PLC0415

    return find_seat


def clock() -> "Clock":
    """The machine's own."""
    from koordinator.integrations.clock import SystemClock  # noqa: PLC0415

    return SystemClock()


def common_parser() -> "DanishParser":
    """Reads the common options, and says what is wrong with them."""
    from koordinator.cli.options import DanishParser, add_common  # noqa: PLC0415

    parser = DanishParser(prog="koordinator")
    add_common(parser)
    return parser


def explain(error: "DomainError") -> str:
    """See `texts.errors.sentence`."""
    from koordinator.texts.errors import sentence  # noqa: PLC0415

    return sentence(error)


def report(error: BaseException, at: "datetime") -> str:
    """Writes a crash report and gives its path (see `crash.write_report`)."""
    from koordinator.bootstrap.crash import write_report  # noqa: PLC0415

    return str(write_report(error, at))


def found(opened: "OpenDatabase", clock: "Clock") -> None:
    """Makes a new database ready for work."""
    from koordinator.bootstrap.container import connect  # noqa: PLC0415
    from koordinator.domain.access import Channel  # noqa: PLC0415

    connect(opened, Channel.WINDOW, clock=clock).founding.ensure()


def equip(seat: "Seat", tasks: "Tasks", memory: "Memory", clock: "Clock", close_for: "CloseFor") -> "Equipment":
    """See `equipment.equip`."""
    from koordinator.bootstrap import equipment  # noqa: PLC0415

    return equipment.equip(seat, tasks, memory, clock, close_for)


def connect(
    opened: "OpenDatabase", channel: "Channel", clock: "Clock", committed: "Callable[[Changed], None]"
) -> "Services":
    """See `container.connect`; every use case."""
    from koordinator.bootstrap import container  # noqa: PLC0415

    return container.connect(opened, channel, clock=clock, committed=committed)


def quick_note() -> "type[QuickNote]":
    """See `QuickNote`."""
    from koordinator.ui.quick_note import QuickNote  # noqa: PLC0415

    return QuickNote


def ask(asking: "Asking", tasks: "Tasks") -> "OpenDatabase | None":
    """Opens the database with the person's help (see `opening.ask`)."""
    from koordinator.bootstrap import opening  # noqa: PLC0415

    return opening.ask(asking, tasks)


def wait_for(is_done: "Callable[[], bool]") -> bool:
    """Says that the database is being opened (see `Waiting`); False when the person closed that."""
    from koordinator.ui.opening.waiting import Waiting  # noqa: PLC0415

    return Waiting.until(is_done)


def keep_backups(window: "MainWindow", tasks: "Tasks", memory: "Memory", services: "Services", clock: "Clock") -> None:
    """See `BackupWatch`."""
    from koordinator.ui.backup_watch import BackupWatch  # noqa: PLC0415

    BackupWatch(window, tasks, memory, lambda: services.backups, clock.now).look()


def slowed_keys() -> "Keys":
    """See `SlowedUnlock`; a start without typed words does without."""
    from koordinator.integrations.clock import SystemClock  # noqa: PLC0415
    from koordinator.integrations.key_vault import SystemKeyVault  # noqa: PLC0415
    from koordinator.storage.database_files import EncryptedFiles  # noqa: PLC0415
    from koordinator.storage.key_file import read_key_file  # noqa: PLC0415
    from koordinator.storage.key_slots import SlotFiles  # noqa: PLC0415
    from koordinator.storage.tries_file import TriesFiles  # noqa: PLC0415
    from koordinator.usecases.growing_wait import GrowingWait  # noqa: PLC0415
    from koordinator.usecases.slowed_unlock import SlowedUnlock  # noqa: PLC0415

    ways = EncryptedFiles(), SlotFiles(), SystemKeyVault(), read_key_file
    return SlowedUnlock(*ways, wait=GrowingWait(TriesFiles(), SystemClock()))


def session_watch() -> "Callable[[QWidget, Lock], object] | None":
    """Has the screen lock with the desktop. None on macOS, which says it in no way that Qt hears."""
    from koordinator.ui.session_watch import SessionWatch  # noqa: PLC0415

    if sys.platform == "win32":
        from koordinator.ui.session_windows import WindowsSession  # noqa: PLC0415

        return lambda window, lock: SessionWatch(lock, lambda asked: WindowsSession(int(window.winId()), asked))
    if sys.platform == "linux":
        from koordinator.integrations.session_signals import SessionSignals  # noqa: PLC0415

        return lambda _window, lock: SessionWatch(lock, SessionSignals)
    return None


def clipboard_keeper() -> "type[ClipboardKeeper]":
    """See `ClipboardKeeper`."""
    from koordinator.ui.clipboard import ClipboardKeeper  # noqa: PLC0415

    return ClipboardKeeper


def damage_strip(window: "MainWindow", tasks: "Tasks") -> "DamageStrip":
    """See `DamageStrip`; hardly anybody ever sees it."""
    from koordinator.integrations.output_files import write_output  # noqa: PLC0415
    from koordinator.ui.damage_strip import DamageStrip  # noqa: PLC0415

    return DamageStrip(window, tasks, write_output)


def say_what_may_lack(window: "MainWindow") -> None:
    """The machine stopped while something was being saved."""
    from koordinator.texts.rescue import MAY_LACK_THE_LAST  # noqa: PLC0415

    window.messages.warning(MAY_LACK_THE_LAST)


def sweep_for(parent: "QObject") -> None:
    """See `Sweeper`."""
    from koordinator.ui.sweeper import Sweeper  # noqa: PLC0415

    Sweeper(parent)


def tell(heading: str, sentence: str) -> None:
    """Says something in a window of its own."""
    from koordinator.ui.ask import Question  # noqa: PLC0415

    Question.message(None, heading, sentence)


def draw_svg(content: bytes, width: int, height: int) -> bytes:
    """See `svg_bitmap.svg_bitmap`; also for a command, which has no window."""
    from koordinator.ui.svg_bitmap import svg_bitmap  # noqa: PLC0415

    return svg_bitmap(content, width, height)


def run_program(name: str, arguments: "Namespace") -> int:
    """A command that opens what it needs itself: see the module with its name."""
    from koordinator.bootstrap import run_demo, run_practice, run_rescue, run_restore  # noqa: PLC0415

    programs = {
        "demo": run_demo.run_demo,
        "practice": run_practice.run_practice,
        "rescue": run_rescue.run_rescue,
        "restore": run_restore.run_restore,
    }
    return programs[name](arguments)


def prepare_restore(
    opened: "OpenDatabase", clock: "Clock", actor: "Actor", file: "Path", secret: str | None
) -> "Restored[Any]":
    """See `restore_window.prepare`."""
    from koordinator.bootstrap import restore_window  # noqa: PLC0415

    return restore_window.prepare(opened, clock, actor, file, secret)


def put_in_place(restored: "Restored[Any]", path: "Path", clock: "Clock") -> None:
    """See `restore_window.put_in_place`."""
    from koordinator.bootstrap import restore_window  # noqa: PLC0415

    restore_window.put_in_place(restored, path, clock)


def offer_way_out(refused: "DomainError", options: "StartOptions", clock: "Clock", tasks: "Tasks") -> bool:
    """See `way_out.offer_way_out`."""
    from koordinator.bootstrap import way_out  # noqa: PLC0415

    return way_out.offer_way_out(refused, options, clock, tasks)


def restore_chosen(path: "Path") -> bool:
    """See `restore_window.restore_chosen`."""
    from koordinator.bootstrap import restore_window  # noqa: PLC0415

    return restore_window.restore_chosen(path, None, clock())


def start_practice(folder: "Path | None" = None, *, fresh: bool = False) -> bool:
    """See `practice_process.start_practice`."""
    from koordinator.bootstrap import practice_process  # noqa: PLC0415

    return practice_process.start_practice(folder, fresh=fresh)


def is_unfinished(database: "Database") -> bool:
    """See `deletion_list.is_unfinished`; most databases have no such list."""
    if not database.path.with_name(f"{database.path.name}{DELETIONS_ENDING}").exists():
        return False
    from koordinator.storage.deletion_list import is_unfinished  # noqa: PLC0415

    return is_unfinished(database)
