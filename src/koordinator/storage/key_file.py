"""A key as a file of 64 hexadecimal digits."""

import re
from pathlib import Path
from typing import Final

from koordinator.domain.database_key import KeyFileUnusable
from koordinator.storage.durable_file import explained, write_new
from koordinator.usecases.ports_keys import DatabaseKey

_LONGEST_BYTES: Final = 1024
_KEY: Final = re.compile(rb"[0-9a-fA-F]{64}")


def read_key_file(path: Path) -> DatabaseKey:
    """The key; white space round the digits does not matter. Raises KeyFileUnusable."""
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST_BYTES).strip()
    except OSError:
        raise KeyFileUnusable(str(path)) from None
    if _KEY.fullmatch(text) is None:
        raise KeyFileUnusable(str(path))
    return DatabaseKey.from_hex(text.decode())


def write_key_file(path: Path, key: DatabaseKey) -> None:
    """Makes the file, readable by its owner only. Raises FileExistsError or an EnvironmentFault."""
    with explained(path):
        write_new(path, key.hex.encode() + b"\n")
