"""What can be wrong with the database file, its place and its disk. In every case the file is left as it was.

Paths are text as the person knows them.
"""

from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError, EnvironmentFault

DELETIONS_ENDING: Final = ".deleted"
"""Of the list of what was deleted, beside the database (see `deletion`)."""


class ForeignFile(StrEnum):
    """What stands where a database of this program was expected."""

    FOLDER = "folder"
    EMPTY = "empty"
    UNENCRYPTED = "unencrypted"
    OTHER = "other"


class DatabaseMissing(EnvironmentFault):
    """There is no file at the path."""

    path: str


class DatabaseExists(EnvironmentFault):
    """A database was to be made where there is a file already."""

    path: str


class RestsOfAnother(EnvironmentFault):
    """Where a database was to be made lies the log of changes of one that is missing."""

    path: str


class FolderMissing(EnvironmentFault):
    """The folder the database lies in, or was to lie in, does not exist."""

    path: str


class NotOurDatabase(EnvironmentFault):
    """Something else than a database of this program is at the path."""

    path: str
    found: ForeignFile


class DatabaseDamaged(EnvironmentFault):
    """The key is right, but the file's pages are not what was written."""

    path: str


class WritingStopped(EnvironmentFault):
    """The file was found damaged while it was open: nothing more is written to it, so that nothing gets worse."""

    path: str


class DatabaseNewer(EnvironmentFault):
    """The file was written by a newer program: its schema `found` comes after our own, `known`."""

    path: str
    found: str
    known: str


class OnNetworkDrive(EnvironmentFault):
    """The place is on a network drive, where the write-ahead log is not safe."""

    path: str


class DatabaseReadOnly(EnvironmentFault):
    """The file or its folder cannot be written to; every look must be logged, so it is not opened either."""

    path: str


class DatabaseBusy(EnvironmentFault):
    """Another program or window was writing all through the time we waited. Nothing of ours was written."""

    path: str


class DiskFull(EnvironmentFault):
    """There was no room for the change; the database stands as before it."""

    path: str


class DiskFailed(EnvironmentFault):
    """The disk did not answer or refused; the database stands as before the change."""

    path: str


class ServerNotSupported(DomainError):
    """The address of a database server was given. Only the scheme is kept: the rest may hold a password."""

    scheme: str
