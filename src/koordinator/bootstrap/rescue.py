"""Rescuing what can be read of a damaged database, with the same ways in as opening it."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from koordinator.domain.database_file import DatabaseMissing
from koordinator.domain.database_key import WrongKey
from koordinator.domain.rescue import Rescue
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_slots import SlotFiles, key_fits
from koordinator.storage.rescue.rescuing import rescue
from koordinator.storage.tries_file import TriesFiles
from koordinator.usecases.growing_wait import GrowingWait
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.slowed_unlock import SlowedUnlock
from koordinator.usecases.unlock import Unlock


def rescue_keys(target: Path) -> Unlock[Rescue]:
    """The ways into a damaged database; what they open is a new one, with what could be saved."""
    wait = GrowingWait(TriesFiles(), SystemClock())
    return SlowedUnlock(_RescuedFiles(target), SlotFiles(), SystemKeyVault(), read_key_file, wait=wait)


class _RescuedFiles:
    """See `usecases.ports_keys.DatabaseFiles`."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def look(self, path: Path) -> bool:
        """Whatever lies there may hold something that can be saved."""
        return path.is_file()

    def create(self, path: Path, _key: DatabaseKey) -> NoReturn:
        """There is nothing to save from what is not there."""
        raise DatabaseMissing(str(path))

    def open(self, path: Path, key: DatabaseKey) -> Rescue:
        """What was saved. Raises WrongKey and what `rescue` raises."""
        if key_fits(path, key) is False:
            raise WrongKey(str(path))
        return rescue(path, key, self._target)

    def rekey(self, _handle: Rescue, _key: DatabaseKey, _agree: Callable[[], None]) -> NoReturn:
        """A rescue gives the new database the key of the old one."""
        raise TypeError("what was saved is not open")
