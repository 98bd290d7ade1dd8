"""Run inside a session with a real Secret Service: makes a database whose key it keeps, and opens it with that."""

import sys
from pathlib import Path

from koordinator.domain.database_key import KeyNotInKeyring, NoSuchSlot
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.usecases.unlock import FromKeyring, Lock, Unlock

QUICK = SealCost(passes=1, memory_kib=64, lanes=1)


def main(path: Path) -> None:
    keys = Unlock(EncryptedFiles(), SlotFiles(QUICK), SystemKeyVault(), read_key_file)
    keys.create_database(path, keyring=True, passphrase=None).opened.handle.close()
    say("made")

    assert keys.state(path).lock is Lock.KEYRING
    opened = keys.open_database(path, FromKeyring())
    opened.handle.close()
    say("opened")

    keys.set_passphrase(opened, "fire røde år siden")
    keys.leave_keyring(opened)
    assert keys.state(path).lock is Lock.PASSPHRASE
    try:
        keys.open_database(path, FromKeyring())
    except (KeyNotInKeyring, NoSuchSlot):
        say("left")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "a.db")
