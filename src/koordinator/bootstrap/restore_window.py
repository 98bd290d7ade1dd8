"""Restoring a backup from the window, and where no window can be opened because the database is missing or damaged."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from koordinator.bootstrap import heavy
from koordinator.bootstrap.keeping import keys_of, make_restoring, present_of
from koordinator.bootstrap.keys import OpenDatabase
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.practice_process import start_again
from koordinator.domain.access import Actor
from koordinator.domain.backup import BackupLocked, BackupOfAnother
from koordinator.domain.backup_names import FOLDER
from koordinator.domain.database_key import NoSuchSlot
from koordinator.domain.errors import DomainError
from koordinator.domain.recovery_code import RecoveryCodeMistyped
from koordinator.domain.wrong_tries import TooManyTries
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_slots import SlotFiles
from koordinator.texts import backups as texts
from koordinator.ui.opening.restore import RestoredDialog, SecretDialog, ask_file
from koordinator.ui.opening.waiting import Waiting
from koordinator.usecases.ports import Clock
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.restoring import Restored, Wanted, typed

_ANOTHER_SECRET = (BackupOfAnother, BackupLocked, NoSuchSlot, RecoveryCodeMistyped, TooManyTries)


def prepare(opened: OpenDatabase, clock: Clock, actor: Actor, file: Path, secret: str | None) -> Restored[Any]:
    """The backup beside the open database, held against it; with None as the secret its own keys open it."""
    way = keys_of(opened) if secret is None else typed(secret)
    listed = DeletionListFile(opened.path).read()
    wanted = Wanted(file, way, opened.path, opened.key, listed)
    return make_restoring(clock).prepare(wanted, present_of(opened), actor)


def put_in_place(restored: Restored[Any], path: Path, clock: Clock) -> None:
    """Puts it where the closed database lies, says where that one is now, and starts the program anew."""
    try:
        kept = make_restoring(clock).put_in_place(restored, path)
        heavy.tell(texts.RESTORE_TITLE, texts.restored(kept if kept.exists() else None))
    except DomainError as error:
        heavy.tell(texts.NOT_RESTORED, heavy.explain(error))
    start_again(sys.argv[1:])


def restore_chosen(path: Path, key_file: Path | None, clock: Clock) -> bool:
    """Whether a backup that the person chose stands in the place now."""
    home = path.parent / FOLDER
    file = ask_file(None, home if home.is_dir() else path.parent)
    restored = _opened(file, path, key_file, clock) if file is not None else None
    if restored is None:
        return False
    if not RestoredDialog.accepts_backup(None, restored):
        restored.prepared.drop()
        return False
    make_restoring(clock).put_in_place(restored, path)
    return True


def _opened(file: Path, path: Path, key_file: Path | None, clock: Clock) -> Restored[Any] | None:
    """With the keys there are, else with what the person types; None when they gave up."""
    restoring, listed = make_restoring(clock), DeletionListFile(path).read()
    secret: str | None = None
    while True:
        try:
            way = _keys(path, key_file) if secret is None else typed(secret)
            work = Later(lambda way=way: restoring.prepare(Wanted(file, way, path, listed=listed)))  # type: ignore[misc]
            return work.get() if Waiting.until(work.is_done, texts.RESTORE_TITLE, texts.RESTORING) else None
        except _ANOTHER_SECRET as error:
            secret = SecretDialog.ask(None, "" if secret is None else heavy.explain(error))
            if secret is None:
                return None


def _keys(path: Path, key_file: Path | None) -> tuple[DatabaseKey, ...]:
    """What can be had without asking: the key file, or what the system's key store holds for the keys there."""
    if key_file is not None:
        return (read_key_file(key_file),)
    found = []
    with suppress(DomainError):
        for generation in SlotFiles().generations(path) if SlotFiles().exists(path) else ():
            secret = SystemKeyVault().fetch(generation.account)
            with suppress(ValueError):
                found.append(DatabaseKey.from_hex(secret or ""))
    return tuple(found)
