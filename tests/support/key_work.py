"""Changes of the ways into a database, stopped at each of their steps.

python -m tests.support.key_work HOW FOLDER WHAT...

Each trial works on a copy of a house in a process of its own, which is killed before the first step, the second, and
so on (HOW is `kill`), or whose disk refuses that step (`refuse`). A step is a call that may reach the disk or the
database. Then the house is looked at: it must open in every way that the person knows, old or new, and be whole. Each
fault is said on a line that begins with `!`; at the end of each WHAT come its name and the number of its steps.
"""

import errno
import os
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Final, cast

import keyring

from koordinator.domain.access import Action, Actor
from koordinator.domain.database_key import KeyNotInKeyring, NoSuchSlot, SlotKind, WrongPassphrase, WrongRecoveryCode
from koordinator.domain.errors import DomainError
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage import file_checks, pool, rekeying, slot_sealing
from koordinator.storage.cipher import DRIVER
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.texts.errors import TEXTS
from koordinator.usecases.key_changes import KeyChanges, RekeySecrets
from koordinator.usecases.ports_keys import DatabaseFiles, DatabaseKey
from koordinator.usecases.unlock import FromKeyring, FromPassphrase, FromRecoveryCode, KeySource, Opened, Unlock
from tests.support.folder_keyring import FolderKeyring
from tests.support.memory_keyring import vault_of
from tests.support.office import KEY, Bench, make_template

WORDS: Final = "en lang sætning om havet"
NEW_WORDS: Final = "en anden sætning om skoven"
CITIZEN: Final = "Lone Bæk"
DATABASE: Final = "kontor.db"
SHEET, NEW_SHEET, FINISHED = "sheet.txt", "new-sheet.txt", "finished"
KEY_STORE: Final = "keyring"

_STEPS: Final = frozenset(
    {"open", "fsync", "rename", "replace", "unlink", "remove", "execute", "backup", "write", "close", "commit"}
)
_REFUSED: Final = _STEPS - {"unlink", "remove", "close"}
_ALIKE: Final = "_check"
"""The function that looks at every table: a hundred steps that are all the same."""
_ALL: Final = frozenset({"passphrase", "sheet", "new sheet", "keyring"})
EXPECTED: Final[dict[str, tuple[frozenset[str], ...]]] = {
    "rekey": (_ALL, _ALL - {"sheet"}),
    "change_passphrase": (_ALL, _ALL - {"passphrase"} | {"new passphrase"}),
    "offer_code": (_ALL, _ALL - {"new sheet"}),
    "trust_code": (_ALL, _ALL - {"sheet"}),
    "use_keyring": (_ALL,),
    "leave_keyring": (_ALL, _ALL - {"keyring"}),
    "remove_passphrase": (_ALL, _ALL - {"passphrase"}),
}
"""What must open, whichever step it was stopped at: as before the change, or as after it; at its end, as after it."""
BELONGS: Final = frozenset({DATABASE, f"{DATABASE}.keys", SHEET, NEW_SHEET, KEY_STORE, FINISHED})
QUICK_SLOTS: Final = SlotFiles(SealCost(passes=1, memory_kib=64, lanes=1))
Changes = KeyChanges[Database]
IMPORTED_BEFORE_THE_FIRST_TRIAL: Final = (pool, rekeying, slot_sealing)


def no_sheet(file: Path, _code: str, _database_name: str, _municipality: str) -> None:
    """Nobody saves a sheet here."""
    raise NotImplementedError(file)


def vault_in(folder: Path) -> SystemKeyVault:
    """The key store that lies in the folder."""
    keyring.set_keyring(FolderKeyring(folder / KEY_STORE))
    return vault_of(FolderKeyring)


def keys_of(folder: Path) -> Unlock[Database]:
    """The ways into the database in the folder."""
    return Unlock(EncryptedFiles(wait_seconds=2), QUICK_SLOTS, vault_in(folder), read_key_file)


def make_house(folder: Path) -> None:
    """A database with every way in, and a new recovery sheet that is printed but not yet trusted."""
    (folder / KEY_STORE).mkdir(parents=True)
    path, keys = make_template(folder).rename(folder / DATABASE), keys_of(folder)
    SlotFiles().create(path, KEY)
    database = EncryptedFiles().open(path, KEY)
    bench = Bench(database)
    bench.add_citizen(CITIZEN)
    changes = KeyChanges(bench.office, keys, Opened(path, database, KEY), lambda: None, no_sheet)
    changes.set_passphrase(bench.actor, WORDS)
    changes.use_keyring(bench.actor)
    (folder / SHEET).write_text(changes.offer_recovery_code(bench.actor).code)
    changes.trust_recovery_code(bench.actor)
    (folder / NEW_SHEET).write_text(changes.offer_recovery_code(bench.actor).code)
    database.close()


def rekey(changes: Changes, actor: Actor, new_code: str) -> None:
    changes.rekey(actor, RekeySecrets(WORDS, new_code))


def change_passphrase(changes: Changes, actor: Actor, _new_code: str) -> None:
    changes.change_passphrase(actor, WORDS, NEW_WORDS)


def offer_code(changes: Changes, actor: Actor, _new_code: str) -> None:
    changes.offer_recovery_code(actor)


def trust_code(changes: Changes, actor: Actor, _new_code: str) -> None:
    changes.trust_recovery_code(actor)


def use_keyring(changes: Changes, actor: Actor, _new_code: str) -> None:
    changes.use_keyring(actor)


def leave_keyring(changes: Changes, actor: Actor, _new_code: str) -> None:
    changes.close_way(actor, SlotKind.KEYRING)


def remove_passphrase(changes: Changes, actor: Actor, _new_code: str) -> None:
    changes.close_way(actor, SlotKind.PASSPHRASE)


WORK: Final[dict[str, Callable[[Changes, Actor, str], None]]] = {
    work.__name__: work
    for work in (rekey, change_passphrase, trust_code, use_keyring, offer_code, leave_keyring, remove_passphrase)
}


class Stopper:
    """Counts the steps of this process, and stops it at one of them."""

    def __init__(self, at: int, how: str) -> None:
        self._at, self._how, self.count = at, how, 0
        self._steps = _REFUSED if how == "refuse" else _STEPS

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Also the threads that are started meanwhile."""
        threading.setprofile(self._look)
        sys.setprofile(self._look)
        try:
            yield
        finally:
            sys.setprofile(None)
            threading.setprofile(None)

    def _look(self, frame: FrameType, event: str, called: object) -> None:
        if event != "c_call" or getattr(called, "__name__", "") not in self._steps or frame.f_code.co_name == _ALIKE:
            return
        self.count += 1
        if self.count != self._at:
            return
        if self._how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if isinstance(getattr(called, "__self__", None), DRIVER.Connection | DRIVER.Cursor):
            full = DRIVER.OperationalError("database or disk is full")
            full.sqlite_errorcode = 13
            raise full
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def in_a_process_of_its_own(work: Callable[[], None]) -> int:
    """How the process ended: below zero when it was killed."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 (said, and told by the exit code)
            sys.stdout.write(f"! {traceback.format_exc()!r}\n")
            sys.stdout.flush()
            os._exit(1)
        sys.stdout.flush()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def work_until(at: int, how: str, what: str, house: Path) -> None:
    """The work in an open house, stopped at that step; a line says `finished` when it came to its end."""
    opened = keys_of(house).open_database(house / DATABASE, FromPassphrase(WORDS))
    bench = Bench(opened.handle)
    changes = KeyChanges(bench.office, keys_of(house), opened, lambda: None, no_sheet)
    actor, stopper, new_code = bench.actor, Stopper(at, how), (house / NEW_SHEET).read_text()
    try:
        with stopper.watching():
            WORK[what](changes, actor, new_code)
    except DomainError as error:
        TEXTS[type(error)](error)
        if stopper.count < at:
            sys.stdout.write(f"! refused without a cause: {error!r}\n")
    bench.add_citizen("Tina Dam", "1203784452")
    opened.handle.close()
    if stopper.count < at:
        (house / FINISHED).touch()


class OnlyTheSeal:
    """In place of the database's files, where one is opened: whether a key is the one, and no more."""

    def look(self, path: Path) -> bool:
        return file_checks.look(path)

    def open(self, path: Path, key: DatabaseKey) -> None:
        file_checks.check_key(path, key)


def look_at(house: Path, what: str) -> None:
    """Says what is wrong in the house after the work was stopped."""
    files = cast("DatabaseFiles[None]", OnlyTheSeal())
    path, keys = house / DATABASE, Unlock(files, QUICK_SLOTS, vault_in(house), read_key_file)
    known: dict[str, KeySource] = {
        "passphrase": FromPassphrase(WORDS),
        "new passphrase": FromPassphrase(NEW_WORDS),
        "sheet": FromRecoveryCode((house / SHEET).read_text()),
        "new sheet": FromRecoveryCode((house / NEW_SHEET).read_text()),
    }
    if SlotKind.KEYRING in keys.state(path).kinds:
        known["keyring"] = FromKeyring()
    ways = frozenset(name for name, source in known.items() if opens(keys, path, source))
    if ways not in (EXPECTED[what][-1:] if (house / FINISHED).exists() else EXPECTED[what]):
        sys.stdout.write(f"! opens with {sorted(ways)}\n")
    look_inside(keys_of(house).open_database(path, known[min(ways)]))
    if len(QUICK_SLOTS.generations(path)) != 1:
        sys.stdout.write("! another key's slots are left over\n")
    left = {file.name for file in house.iterdir()} - BELONGS
    if left:
        sys.stdout.write(f"! left over: {left}\n")


def opens(keys: Unlock[None], path: Path, source: KeySource) -> bool:
    try:
        keys.open_database(path, source)
    except (WrongPassphrase, WrongRecoveryCode, NoSuchSlot, KeyNotInKeyring):
        return False
    return True


def look_inside(opened: Opened[Database]) -> None:
    """Whatever is not whole is an error."""
    with opened.handle.read() as connection:
        names = [row[0] for row in connection.exec_driver_sql("SELECT name FROM citizen ORDER BY id")]
    if names[0] != CITIZEN or not any(entry.action is Action.EDIT_KEYS for entry in Bench(opened.handle).log()):
        raise AssertionError(names)
    opened.handle.close()


def main(how: str, folder: Path, *works: str) -> None:
    make = folder / "house"
    if in_a_process_of_its_own(lambda: make_house(make)):
        return
    for what in works:
        for at in range(1, 1000):
            house = folder / f"{what}-{at}"
            shutil.copytree(make, house)
            in_a_process_of_its_own(partial(work_until, at, how, what, house))
            in_a_process_of_its_own(partial(look_at, house, what))
            finished = (house / FINISHED).exists()
            shutil.rmtree(house)
            if finished:
                sys.stdout.write(f"{what} {at - 1}\n")
                break


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
