"""Unlocking, with a growing wait between wrong tries."""

from pathlib import Path

from typing_extensions import override

from koordinator.domain.database_key import WrongPassphrase, WrongRecoveryCode
from koordinator.usecases.growing_wait import GrowingWait
from koordinator.usecases.ports_keys import DatabaseFiles, KeyFileReader, KeySlots, KeyVault
from koordinator.usecases.unlock import FromPassphrase, FromRecoveryCode, Handle, KeySource, Opened, Unlock


class SlowedUnlock(Unlock[Handle]):
    """As `Unlock`. Whatever takes typed words also raises TooManyTries, and then has not looked at them."""

    def __init__(
        self,
        files: DatabaseFiles[Handle],
        slots: KeySlots,
        vault: KeyVault,
        read_key_file: KeyFileReader,
        *,
        wait: GrowingWait,
    ) -> None:
        super().__init__(files, slots, vault, read_key_file)
        self._wait = wait

    @override
    def open_database(self, path: Path, source: KeySource) -> Opened[Handle]:
        if not isinstance(source, FromPassphrase | FromRecoveryCode):
            return super().open_database(path, source)
        self._wait.may_try(path)
        try:
            opened = super().open_database(path, source)
        except (WrongPassphrase, WrongRecoveryCode):
            self._wait.wrong(path)
            raise
        self._wait.right(path)
        return opened

    @override
    def recognises(self, opened: Opened[Handle], passphrase: str) -> bool:
        self._wait.may_try(opened.path)
        is_right = super().recognises(opened, passphrase)
        told = self._wait.right if is_right else self._wait.wrong
        told(opened.path)
        return is_right
