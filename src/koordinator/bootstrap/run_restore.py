"""`koordinator restore`: opens the backup with what there is, and what a person at the terminal types."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from koordinator.bootstrap.keeping import keys_of, make_restoring, present_of
from koordinator.bootstrap.keys import OpenDatabase, close, make_keys
from koordinator.bootstrap.places import named_database
from koordinator.bootstrap.start import start_options
from koordinator.cli.restore import tell
from koordinator.cli.secret_input import secret_in, typed_secret
from koordinator.domain.backup import BackupOfAnother
from koordinator.domain.database_key import KeyNeeded
from koordinator.domain.errors import DomainError
from koordinator.integrations.clock import SystemClock
from koordinator.storage.backup_restoring import Prepared
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.key_file import read_key_file
from koordinator.texts.backups import SECRET_PROMPT
from koordinator.usecases.ports_restoring import Way
from koordinator.usecases.restoring import Restored, Wanted, typed
from koordinator.usecases.unlock import FromKeyFile, FromKeyring, database_path


def run_restore(arguments: argparse.Namespace) -> int:
    """The exit code. Raises the errors of `domain.backup`, DatabaseExists, and what is wrong with the key."""
    options = start_options(arguments)
    file, target = arguments.file.expanduser().absolute(), database_path(arguments.to)
    restoring = make_restoring(SystemClock())
    path = named_database(options.database)
    # Also where that one cannot be opened: what was deleted in it stays deleted.
    listed = DeletionListFile(path).read()
    with _present(path, options.key_file) as there:
        present = None if there is None else present_of(there)
        known = (read_key_file(options.key_file),) if options.key_file else () if there is None else keys_of(there)

        def restored_by(way: Way) -> Restored[Prepared]:
            counted_at = path if path.parent.is_dir() else None
            return restoring.prepare(Wanted(file, way, target, listed=listed, counted_at=counted_at), present)

        try:
            restored = restored_by(known)
        except BackupOfAnother:
            if options.key_file is not None:
                raise
            restored = restored_by(_asked(file, options.unlock))
        restoring.place_new(restored, target)
    tell(arguments, restored, target)
    return 0


@contextmanager
def _present(path: Path, key_file: Path | None) -> Iterator[OpenDatabase | None]:
    """The present database, when it can be opened without asking anybody; None for none."""
    opened = None
    try:
        if path.exists():
            source = FromKeyring() if key_file is None else FromKeyFile(key_file)
            opened = make_keys().open_database(path, source)
    except DomainError:
        # It is needed for comparing alone: the backup may be wanted because this one cannot be opened.
        opened = None
    try:
        yield opened
    finally:
        if opened is not None:
            close(opened)


def _asked(file: Path, unlock: Path | None) -> Way:
    """What opened the database when the backup was made, as it is in the file `unlock` or is typed.

    Raises KeyNeeded where there is nobody to ask, SecretUnreadable.
    """
    if unlock is not None:
        return typed(secret_in(unlock))
    if not sys.stdin.isatty():
        raise KeyNeeded(str(file))
    return typed(typed_secret(SECRET_PROMPT))
