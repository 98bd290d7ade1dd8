"""Run inside a session with a real Secret Service: python -m tests.integrations.secret_service WHAT FOLDER.

Each WHAT is one sitting at a machine; it says on a line what it found.
"""

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import secretstorage

from koordinator.domain.database_key import (
    KeyNotInKeyring,
    KeyringTrouble,
    KeyringUnavailable,
    NoSuchSlot,
    SlotKind,
)
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.usecases.locksmith import Locksmith
from koordinator.usecases.unlock import FromKeyring, FromRecoveryCode, Lock, Opened, Unlock

QUICK: Final = SealCost(passes=1, memory_kib=64, lanes=1)
CODE, COPY = "code.txt", "b.db"
SECONDS: Final = 3.0
"""Nobody is there to answer when a locked store asks for its password."""


def keys() -> Unlock[Database]:
    return Unlock(EncryptedFiles(), SlotFiles(QUICK), SystemKeyVault(seconds=SECONDS), read_key_file)


def make_and_open(path: Path) -> None:
    created = keys().create_database(path, keyring=True, passphrase=None)
    created.opened.handle.close()
    path.with_name(CODE).write_text(created.recovery_code)
    say("made")
    assert keys().state(path).lock is Lock.KEYRING
    opened(path).handle.close()
    say("opened")


def open_again(path: Path) -> None:
    """The next sitting, with the same key store."""
    opened(path).handle.close()
    say("opened")


def rekey(path: Path) -> None:
    """The key store holds the new key and no longer the old one."""
    here, before = opened(path), secrets()
    code, offered = Locksmith(keys()).offer_recovery_code(here)
    offered.carry_out()
    Locksmith(keys()).rekey(here, Locksmith(keys()).next_key(here, None, code))
    here.handle.close()
    path.with_name(CODE).write_text(code)
    assert len(before) == len(secrets()) == 1
    assert not before & secrets()
    opened(path).handle.close()
    say("rekeyed")


def lock_the_store(path: Path) -> None:
    """Nobody gives its password: the program says so, and the code opens."""
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
    try:
        keys().open_database(path, FromKeyring())
    except KeyringUnavailable as fault:
        say("locked" if fault.trouble in (KeyringTrouble.LOCKED, KeyringTrouble.NO_ANSWER) else fault.trouble)
    by_code(path).handle.close()
    say("opened")


def lose_the_entry(path: Path) -> None:
    """The code opens, and the key store is used again."""
    with closing(secretstorage.dbus_init()) as bus:
        for item in secretstorage.get_default_collection(bus).get_all_items():
            item.delete()
    refused(path)
    here = by_code(path)
    Locksmith(keys()).use_keyring(here).carry_out()
    here.handle.close()
    opened(path).handle.close()
    say("opened")


def move_in(path: Path) -> None:
    """Another machine, whose key store is empty, with copies of both files."""
    copy = path.with_name(COPY)
    for ending in ("", ".keys"):
        shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    before = copy.read_bytes(), copy.with_name(f"{COPY}.keys").read_bytes()
    assert secrets() == frozenset()
    refused(copy)
    assert (copy.read_bytes(), copy.with_name(f"{COPY}.keys").read_bytes()) == before
    here = by_code(copy)
    Locksmith(keys()).use_keyring(here).carry_out()
    here.handle.close()
    opened(copy).handle.close()
    say("opened")


def leave(path: Path) -> None:
    """The key store is left for a passphrase, and holds nothing of ours."""
    here = opened(path)
    Locksmith(keys()).set_passphrase(here, "fire røde år siden").carry_out()
    Locksmith(keys()).close_way(here, SlotKind.KEYRING).carry_out()
    here.handle.close()
    assert keys().state(path).lock is Lock.PASSPHRASE
    assert secrets() == frozenset()
    refused(path)


def opened(path: Path) -> Opened[Database]:
    return keys().open_database(path, FromKeyring())


def by_code(path: Path) -> Opened[Database]:
    return keys().open_database(path, FromRecoveryCode(path.with_name(CODE).read_text()))


def refused(path: Path) -> None:
    try:
        opened(path)
    except (KeyNotInKeyring, NoSuchSlot):
        say("refused")


def secrets() -> frozenset[bytes]:
    with closing(secretstorage.dbus_init()) as bus:
        return frozenset(item.get_secret() for item in secretstorage.get_default_collection(bus).get_all_items())


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


SITTINGS: Final[dict[str, Callable[[Path], None]]] = {
    each.__name__: each for each in (make_and_open, open_again, rekey, lock_the_store, lose_the_entry, move_in, leave)
}

if __name__ == "__main__":
    for sitting in sys.argv[2:]:
        SITTINGS[sitting](Path(sys.argv[1]) / "a.db")
