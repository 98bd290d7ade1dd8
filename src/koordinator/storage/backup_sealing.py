"""A backup's own key, locked with the key of the database that it was made from."""

import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from koordinator.storage.backup_record import LockedKey
from koordinator.usecases.ports_keys import DatabaseKey

_PURPOSE: Final = "backup key 1"
_BOUND_TO: Final = b"koordinator-backup/1"
_NONCE_BYTES: Final = 12


def lock(own: DatabaseKey, database_key: DatabaseKey) -> LockedKey:
    """The own key, to be opened with the database's alone (AES-256-GCM)."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return LockedKey(nonce, AESGCM(database_key.derive(_PURPOSE)).encrypt(nonce, own.raw, _BOUND_TO))


def unlock(locked: LockedKey, database_key: DatabaseKey) -> DatabaseKey | None:
    """The own key, or None when it was locked with another database's."""
    try:
        return DatabaseKey(AESGCM(database_key.derive(_PURPOSE)).decrypt(locked.nonce, locked.content, _BOUND_TO))
    except InvalidTag:
        return None
