"""A municipality's database with its keys in a folder, as a person has them, and whether all of it is whole."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from koordinator.bootstrap import container
from koordinator.bootstrap.container import founding_data
from koordinator.bootstrap.keys import Keys, OpenDatabase
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.backup_names import FOLDER
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.domain.meeting import Meeting
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage import audit_log, cipher
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.usecases.founding import Founding
from koordinator.usecases.services import Services
from koordinator.usecases.unlock import FromPassphrase, FromRecoveryCode, KeySource, Unlock
from tests.support.meeting_world import make_world
from tests.support.office import Bench, SetClock

DATABASE: Final = "sager.db"
SHEET: Final = "ark.txt"
"""The recovery code, as it was printed."""
PASSPHRASE: Final = "fire røde år siden"
AT_WORK: Final = rf"{re.escape(DATABASE)}\.(copy|restore)-"
"""A backup or a restore that another program may be making: what a killed one left goes later."""
WAY: Final = FromPassphrase(PASSPHRASE)
FOLDED_AFTER_PAGES: Final = 60
QUICK: Final = SealCost(passes=1, memory_kib=64, lanes=1)
"""A way in that is tried some thousand times costs no second."""


@dataclass(frozen=True)
class House:
    """An open database, and everything the program can do with it."""

    opened: OpenDatabase

    @cached_property
    def services(self) -> Services:
        """The use cases, as the window gets them, but a guess at a way in costs little."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(container, "make_keys", make_keys)
            return container.connect(self.opened, Channel.WINDOW, clock=SetClock())

    @cached_property
    def actor(self) -> Actor:
        """The owner."""
        return self.services.who_acts.owner()

    @cached_property
    def meeting(self) -> Meeting:
        """The one that is held."""
        with self.opened.handle.read() as connection:
            (meeting_id,) = connection.exec_driver_sql("SELECT id FROM meeting WHERE status = 'running'").one()
        return self.services.meetings.open(self.actor, MeetingId(int(meeting_id))).meeting

    @property
    def subject_id(self) -> SubjectId:
        """Whom it is about."""
        return self.meeting.subject_id

    def logged(self, action: Action) -> int:
        """How often it stands in the log that this was done."""
        with self.opened.handle.read() as connection:
            return sum(entry.action is action for entry in audit_log.entries(connection))

    def file_faults(self) -> Iterator[str]:
        """What is not whole of the pages and of the log's chain."""
        verification = self.services.verify.run(self.actor)
        if verification.page_faults or verification.log.faults:
            yield f"not whole: {verification}"

    def faults(self) -> Iterator[str]:
        """What is not whole: pages, the log's chain, and everything that is frozen."""
        verification = self.services.verify.run(self.actor)
        if not verification.is_whole:
            yield f"not whole: {verification}"


def make_house(folder: Path) -> None:
    """A citizen with a running meeting, a passphrase that opens, and a sheet with a recovery code."""
    for name, content in _built().items():
        (folder / name).write_bytes(content)


@cache
def _built() -> dict[str, bytes]:
    with TemporaryDirectory(prefix="koordinator-built-") as place:
        folder = Path(place)
        created = make_keys().create_database(folder / DATABASE, keyring=False, passphrase=PASSPHRASE)
        with closing(created.opened.handle) as database:
            bench = Bench(database)
            Founding(bench.office, partial(founding_data, resources_dir())).ensure()
            make_world(bench).running()
        (folder / SHEET).write_text(created.recovery_code, encoding="ascii")
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def make_keys(files: EncryptedFiles | None = None) -> Keys:
    """The ways in, where a guess costs little."""
    return Unlock(files or EncryptedFiles(), SlotFiles(QUICK), SystemKeyVault(), read_key_file)


@contextmanager
def house_in(folder: Path, way: KeySource = WAY, files: EncryptedFiles | None = None) -> Iterator[House]:
    """The house, opened as the person opens it."""
    opened = make_keys(files).open_database(folder / DATABASE, way)
    with closing(opened.handle):
        yield House(opened)


def fold_often() -> None:
    """From now on the log of changes is folded into the file in the middle of the work, too, not only at its end."""
    change_settings(lambda settings: (*settings, f"PRAGMA wal_autocheckpoint = {FOLDED_AFTER_PAGES}"))


def change_settings(change: Callable[[Iterable[str]], Iterable[str]]) -> None:
    """Every connection of this process gets other settings from now on."""
    settings = tuple(change(getattr(cipher, "CONNECTION_SETTINGS")))  # noqa: B009 - it is the dialect's, taken over
    setattr(cipher, "CONNECTION_SETTINGS", settings)  # noqa: B010


def on_paper(folder: Path) -> FromRecoveryCode:
    """The way in of the person who has the first sheet."""
    return FromRecoveryCode((folder / SHEET).read_text(encoding="ascii"))


def left_lying(folder: Path, *also: str) -> Iterator[str]:
    """What is in the folder of a house that is closed, and nobody has put there."""
    # A journal that was cut off is emptied where it lies, and used again.
    ours = {DATABASE, f"{DATABASE}.keys", f"{DATABASE}-journal", SHEET, FOLDER, *also}
    strange = [name for name in sorted(path.name for path in folder.iterdir()) if name not in ours]
    if left := [name for name in strange if not re.match(AT_WORK, name)]:
        yield f"left lying: {left}"


def two_days_later(folder: Path) -> None:
    """Everything in the folder was last written two days ago."""
    for path in folder.rglob("*"):
        then = path.stat().st_mtime - 2 * 86_400
        os.utime(path, (then, then))
