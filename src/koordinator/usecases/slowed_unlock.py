"""Unlocking, with a growing wait between wrong tries, also across starts of the program."""

from contextlib import suppress
from pathlib import Path

from typing_extensions import override

from koordinator.domain.database_key import WrongPassphrase, WrongRecoveryCode
from koordinator.domain.errors import EnvironmentFault
from koordinator.domain.wrong_tries import TooManyTries, WrongTries
from koordinator.usecases.ports import Clock
from koordinator.usecases.ports_keys import DatabaseFiles, KeyFileReader, KeySlots, KeyVault, TriesShelf
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
        tries: TriesShelf,
        clock: Clock,
    ) -> None:
        super().__init__(files, slots, vault, read_key_file)
        self._tries, self._clock = tries, clock

    @override
    def open_database(self, path: Path, source: KeySource) -> Opened[Handle]:
        if not isinstance(source, FromPassphrase | FromRecoveryCode):
            return super().open_database(path, source)
        before = self._may_try(path)
        try:
            opened = super().open_database(path, source)
        except (WrongPassphrase, WrongRecoveryCode):
            self._tries.put(path, before.and_another(self._clock.now()))
            raise
        self._forgive(path, before)
        return opened

    @override
    def recognises(self, opened: Opened[Handle], passphrase: str) -> bool:
        before = self._may_try(opened.path)
        is_right = super().recognises(opened, passphrase)
        if is_right:
            self._forgive(opened.path, before)
        else:
            self._tries.put(opened.path, before.and_another(self._clock.now()))
        return is_right

    def _may_try(self, path: Path) -> WrongTries:
        before = self._tries.get(path)
        seconds = before.seconds_left(self._clock.now())
        if seconds:
            raise TooManyTries(seconds)
        return before

    def _forgive(self, path: Path, before: WrongTries) -> None:
        if before.wrong:
            # The right words open also where the disk is full; then the next one who errs waits sooner.
            with suppress(EnvironmentFault):
                self._tries.put(path, before.and_right())
