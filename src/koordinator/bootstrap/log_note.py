"""Where the head of the log is noted on this machine."""

import hmac
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.bootstrap.keys import OpenDatabase, make_keys
from koordinator.domain.database_key import SlotKind
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.audit_key import audit_key
from koordinator.storage.engine import Database
from koordinator.storage.store_check import SqlStoreCheck
from koordinator.usecases.log_heads import LogHeads

_SECONDS: Final = 5.0
"""The key was fetched from the same store when the database was opened: it answers at once or not at all."""


def log_heads(opened: OpenDatabase) -> LogHeads:
    """In the system's key store, where the database's key lies there too."""
    key = audit_key(opened.handle)
    store = SqlStoreCheck(opened.handle, key)
    return LogHeads(store, SystemKeyVault(seconds=_SECONDS), partial(_account, opened, key))


def _account(opened: OpenDatabase, log_key: bytes) -> str | None:
    """By the log's own key, which a new database key leaves as it is; and by the place, for a copy goes its own way."""
    if SlotKind.KEYRING not in make_keys().ways_in(opened):
        return None
    return _name(opened.path, log_key)


def noted_return(restored: Database, path: Path) -> int:
    """The newest return in the log of the database that was at the path, as the key store has it; 0 for none.

    `restored` is a copy of that database, from a backup.
    """
    key = audit_key(restored)
    heads = LogHeads(SqlStoreCheck(restored, key), SystemKeyVault(seconds=_SECONDS), lambda: _name(path, key))
    return max((known.head.after_return for known in heads.known_heads()), default=0)


def _name(path: Path, log_key: bytes) -> str:
    place = hmac.digest(log_key, str(path.resolve()).encode(), "sha256")
    return f"{place.hex()[:32]} log"
