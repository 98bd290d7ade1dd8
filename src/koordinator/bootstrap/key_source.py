"""How a command comes by a database's key."""

import getpass
import sys
from pathlib import Path
from typing import TypeVar

from koordinator.domain.database_key import KeyNeeded
from koordinator.texts.command_line import PASSPHRASE_PROMPT
from koordinator.usecases.unlock import FromKeyFile, FromKeyring, FromPassphrase, KeySource, Lock, Unlock

Handle = TypeVar("Handle")


def key_source(keys: Unlock[Handle], path: Path, key_file: Path | None) -> KeySource:
    """The way in that needs nobody, or a passphrase from the person at a terminal. Raises KeyNeeded."""
    if key_file is not None:
        return FromKeyFile(key_file)
    lock = keys.state(path).lock
    if lock is Lock.KEYRING:
        return FromKeyring()
    if lock is Lock.PASSPHRASE and sys.stdin.isatty():
        return FromPassphrase(getpass.getpass(PASSPHRASE_PROMPT))
    raise KeyNeeded(str(path))
