"""How a command comes by a database's key."""

import re
import sys
from pathlib import Path
from typing import Final, TypeVar

from koordinator.bootstrap.start import StartOptions
from koordinator.cli.secret_input import secret_in, typed_secret
from koordinator.domain.database_file import DatabaseMissing
from koordinator.texts.command_line import PASSPHRASE_PROMPT
from koordinator.usecases.unlock import (
    FromKeyFile,
    FromKeyring,
    FromPassphrase,
    FromRecoveryCode,
    KeySource,
    Lock,
    Unlock,
)

Handle = TypeVar("Handle")
_CODE: Final = r"(\w{5}\W+){6}\w{5}"
"""A code as it stands on its sheet, slips of the pen included: what is wrong with one is told of it."""


def key_source(keys: Unlock[Handle], path: Path, options: StartOptions) -> KeySource:
    """The way in that was named or needs nobody, or the passphrase from a terminal.

    Raises DatabaseMissing, KeyNeeded, KeysMissing.
    """
    if options.key_file is not None:
        return FromKeyFile(options.key_file)
    if options.unlock is not None:
        return _passphrase_or_code(secret_in(options.unlock))
    lock = keys.state(path).lock
    if lock is Lock.NO_DATABASE:
        raise DatabaseMissing(str(path))
    if lock is Lock.KEYRING:
        return FromKeyring()
    if lock is Lock.PASSPHRASE and sys.stdin.isatty():
        return FromPassphrase(typed_secret(PASSPHRASE_PROMPT))
    raise keys.without_a_key(path)


def _passphrase_or_code(text: str) -> KeySource:
    return FromRecoveryCode(text) if re.fullmatch(_CODE, text.strip()) else FromPassphrase(text)
