"""The ways into databases on this machine. Light to import: a database is open before the first paint."""

from typing import TypeAlias

from koordinator.bootstrap import heavy
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_slots import SlotFiles
from koordinator.usecases.unlock import Opened, Unlock

Keys: TypeAlias = Unlock[Database]
OpenDatabase: TypeAlias = Opened[Database]


def make_keys() -> Keys:
    """The use cases of the keys. Whoever types wrong words waits."""
    return heavy.slowed_keys()


def keys_without_words() -> Keys:
    """For a start in which nobody types anything."""
    return Unlock(EncryptedFiles(), SlotFiles(), SystemKeyVault(), read_key_file)


def has_key_store() -> bool:
    """Whether this machine has a key store that is trusted with a key. May take a moment: not for the window."""
    return SystemKeyVault().is_there()


def close(opened: OpenDatabase) -> None:
    """Folds everything into the file and lets it go."""
    opened.handle.close()
