"""What a backup is: a whole copy of the database as of one moment, and what can be wrong with its file."""

from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.audit import LogHead
from koordinator.domain.database_key import SlotKind
from koordinator.domain.deletion import ListedDeletion
from koordinator.domain.errors import DomainError, EnvironmentFault


class BackupReason(StrEnum):
    """Why a backup was made."""

    TIMER = "timer"
    CLOSE = "close"
    ASKED = "asked"
    MIGRATION = "migration"
    REKEY = "rekey"
    IMPORT = "import"


class BackupState(StrEnum):
    """What was found of a backup's file."""

    GOOD = "good"
    OTHER = "other"
    """Made from another database, from a copy of this one under another name, or with a key that nobody here has."""
    CUT = "cut"
    DAMAGED = "damaged"
    NEWER = "newer"
    GONE = "gone"
    NO_WAY_IN = "no_way_in"
    """Whole, but what opened the database then does not open it."""


class BackupManifest(NamedTuple):
    """What a backup says about itself. No personal data: it can be read without a key, but not forged."""

    made_at: datetime
    reason: BackupReason
    schema: str
    size_bytes: int
    """Of the database inside."""
    sha256: str
    log: LogHead
    """The last entry of the audit log, so that a log that was cut since can be told."""
    deleted: tuple[ListedDeletion, ...] = ()
    """What must not come back when the backup does."""
    made_of: str = ""
    """The name of the database's file, hashed: a copy under another name goes its own way from there."""


class NotABackup(EnvironmentFault):
    """The file is something else than a backup of this program."""

    path: str


class BackupMissing(EnvironmentFault):
    """There is no file at the path."""

    path: str


class BackupCut(EnvironmentFault):
    """The file begins as a backup and ends too early: a copy that was broken off."""

    path: str


class BackupDamaged(EnvironmentFault):
    """The file is a backup, but not as it was written."""

    path: str


class BackupWaysInRuined(EnvironmentFault):
    """The database in the backup is whole, but the ways in beside it, as they were then, do not open it."""

    path: str


class BackupNewer(EnvironmentFault):
    """The file was written by a newer program, in a form that this one does not know."""

    path: str


class BackupSchemaNewer(EnvironmentFault):
    """The database inside is a newer program's: its schema `found` comes after our own, `known`."""

    path: str
    found: str
    known: str


class BackupOfAnother(DomainError):
    """The key is whole, but it is not the one of the database that the backup was made from."""

    path: str


class BackupLocked(DomainError):
    """The passphrase or the recovery code is not the one that opened the database when the backup was made."""

    kind: SlotKind


class BackupNameTaken(DomainError):
    """There is a file of that name, which may be anything; it was not replaced."""

    path: str


def state_of(fault: DomainError) -> BackupState:
    """What an error that came from a backup's file says of it. Raises the error where it says nothing of it."""
    for kind, state in _STATES.items():
        if isinstance(fault, kind):
            return state
    raise fault


_STATES: Final[dict[type[DomainError], BackupState]] = {
    NotABackup: BackupState.DAMAGED,
    BackupDamaged: BackupState.DAMAGED,
    BackupWaysInRuined: BackupState.NO_WAY_IN,
    BackupMissing: BackupState.GONE,
    BackupCut: BackupState.CUT,
    BackupNewer: BackupState.NEWER,
    BackupSchemaNewer: BackupState.NEWER,
    BackupOfAnother: BackupState.OTHER,
}
