"""Saving what can be read of a damaged database, where it keeps the window from opening."""

from pathlib import Path
from typing import cast

from koordinator.bootstrap import heavy
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.rescue import rescue_keys
from koordinator.domain.database_key import KeyNotInKeyring, KeyringUnavailable
from koordinator.domain.output_file import free_name
from koordinator.domain.rescue import Rescue
from koordinator.storage.rescue.rescuing import take_place
from koordinator.texts import rescue as texts
from koordinator.ui.opening.rescue import RescuedDialog, ask_where
from koordinator.ui.opening.unlock import UnlockDialog, Ways
from koordinator.ui.opening.waiting import Waiting
from koordinator.ui.tasks import Tasks
from koordinator.usecases.unlock import (
    FromKeyFile,
    FromKeyring,
    FromPassphrase,
    FromRecoveryCode,
    KeySource,
    Lock,
    LockState,
    Opened,
    Unlock,
)


def rescue_chosen(damaged: Path, key_file: Path | None, tasks: Tasks) -> bool:
    """Whether what could be saved of the damaged database stands in its place now. Raises DomainErrors."""
    target = ask_where(damaged)
    if target is None:
        return False
    outcome = _rescued(rescue_keys(target), damaged, key_file, tasks)
    aside = damaged.with_name(
        free_name(texts.ASIDE_NAME.format(name=damaged.stem), [file.name for file in damaged.parent.iterdir()])
    )
    if outcome is None or not RescuedDialog.goes_on(outcome, aside.name):
        return False
    take_place(damaged, target, aside)
    return True


def _rescued(keys: Unlock[Rescue], damaged: Path, key_file: Path | None, tasks: Tasks) -> Rescue | None:
    """None when the person gave up."""
    if key_file is not None:
        return _waited_for(keys, damaged, FromKeyFile(key_file))
    state = keys.state(damaged)
    if state.lock is Lock.KEYRING:
        try:
            return _waited_for(keys, damaged, FromKeyring())
        except (KeyringUnavailable, KeyNotInKeyring) as fault:
            return _asked(keys, damaged, state, heavy.explain(fault), tasks)
    return _asked(keys, damaged, state, "", tasks)


def _waited_for(keys: Unlock[Rescue], damaged: Path, source: KeySource) -> Rescue | None:
    work = Later(lambda: keys.open_database(damaged, source).handle)
    return work.get() if Waiting.until(work.is_done, texts.RESCUING, texts.RESCUING_TEXT) else None


def _asked(keys: Unlock[Rescue], damaged: Path, state: LockState, remark: str, tasks: Tasks) -> Rescue | None:
    def by_passphrase(text: str) -> Opened[Rescue]:
        return keys.open_database(damaged, FromPassphrase(text))

    def by_code(text: str) -> Opened[Rescue]:
        return keys.open_database(damaged, FromRecoveryCode(text))

    ways = Ways(by_passphrase if state.without_keyring is Lock.PASSPHRASE else None, by_code)
    opened = cast("Opened[Rescue] | None", UnlockDialog.run(tasks, ways, remark=remark))
    return opened.handle if opened is not None else None
