"""The next link of the audit chain, in plain SQL: light enough for the first page, and the same for every page."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.audit import GENESIS, AuditEntry, moment_text, seal_of

_LAST: Final = "SELECT sequence, seal FROM audit_entry ORDER BY sequence DESC LIMIT 1"
_COLUMNS: Final = AuditEntry._fields
_APPEND: Final = f"INSERT INTO audit_entry ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' for _ in _COLUMNS)})"  # noqa: S608

Execute = Callable[[str, tuple[Any, ...]], Any]
"""Runs a statement on the connection of the transaction and gives its cursor."""


def append(execute: Execute, key: bytes, entry: AuditEntry) -> AuditEntry:
    """Adds the entry as the chain's next link; its sequence and seals are filled in here."""
    last = execute(_LAST, ()).fetchone()
    sequence, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    unsealed = entry._replace(sequence=sequence, previous_seal=previous, seal="")
    sealed = unsealed._replace(seal=seal_of(key, unsealed))
    at = moment_text(sealed.at)
    execute(_APPEND, tuple(at if value is sealed.at else _plain(value) for value in sealed))
    return sealed


def _plain(value: object) -> object:
    """A code as the word that the driver knows."""
    return str(value) if isinstance(value, str) else value
