"""The pages of an encrypted database as they lie in the file, deciphered: also what SQLite would never show."""

from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from koordinator.storage.cipher import PAGE_BYTES
from koordinator.usecases.ports_keys import DatabaseKey

_SALT: Final = 16
_RESERVED: Final = 80
_IV: Final = 16
_LOG_HEADING: Final = 32
_FRAME_HEADING: Final = 24


def deciphered(database: Path, key: DatabaseKey) -> bytes:
    """Every page of the database and of its log of changes, with its free space."""
    content = database.read_bytes()
    # The first page begins with the salt, which is no part of what is enciphered.
    pages = [_page(content[_SALT:PAGE_BYTES], key)]
    pages += [_page(content[start : start + PAGE_BYTES], key) for start in range(PAGE_BYTES, len(content), PAGE_BYTES)]
    log = database.with_name(f"{database.name}-wal")
    changes = log.read_bytes() if log.exists() else b""
    for start in range(_LOG_HEADING, len(changes), _FRAME_HEADING + PAGE_BYTES):
        page = changes[start + _FRAME_HEADING :][:PAGE_BYTES]
        # The first page may be among the changes; with its salt it comes out all the same, but for the first 16 bytes.
        pages.append(_page(page, key))
    return b"".join(pages)


def _page(page: bytes, key: DatabaseKey) -> bytes:
    iv = page[-_RESERVED:][:_IV]
    decryptor = Cipher(algorithms.AES(key.raw), modes.CBC(iv)).decryptor()
    return decryptor.update(page[:-_RESERVED]) + decryptor.finalize()
