"""Locking a database key with a secret: Argon2id makes a key of the secret, AES-256-GCM locks with it."""

import secrets
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from koordinator.storage.key_record import SealCost, Sealed

_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_LOCK_BYTES: Final = 32


def seal(key: bytes, secret: bytes, bound_to: bytes, cost: SealCost) -> Sealed:
    """Locks the key. It opens only for the secret and the same `bound_to` (whose key, which slot)."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    content = AESGCM(_lock(secret, salt, cost)).encrypt(nonce, key, bound_to)
    return Sealed(cost, salt, nonce, content)


def unseal(sealed: Sealed, secret: bytes, bound_to: bytes) -> bytes | None:
    """The key, or None when secret or binding are not the ones it was locked with."""
    try:
        return AESGCM(_lock(secret, sealed.salt, sealed.cost)).decrypt(sealed.nonce, sealed.content, bound_to)
    except InvalidTag:
        return None


def _lock(secret: bytes, salt: bytes, cost: SealCost) -> bytes:
    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, _LOCK_BYTES, Type.ID)
