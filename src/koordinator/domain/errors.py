"""The root of what can go wrong in ways the program can explain.

An error carries codes and values only. `texts/` makes the Danish sentence: what happened, that
nothing is lost, what to do. Everything that is not a `DomainError` is our own fault.

Errors are not frozen (a context manager sets their traceback) and are compared as objects.
"""

from dataclasses import dataclass


class DomainError(Exception):
    """Something the person can be told about in one sentence."""


class EnvironmentFault(DomainError):
    """The machine, the disk, the file or the network is at fault, not the person and not the program."""


@dataclass(eq=False)
class NotAllowed(DomainError):
    """The acting employee's roles do not allow the action (see `domain.access`)."""

    action: str


@dataclass(eq=False)
class NotFound(DomainError):
    """The thing does not exist, or not any more. `kind` is a glossary word, `key` what was looked for."""

    kind: str
    key: str


@dataclass(eq=False)
class StaleVersion(DomainError):
    """Somebody else changed the thing since it was read; nothing was overwritten."""

    kind: str


@dataclass(eq=False)
class AlreadyLocked(DomainError):
    """An approved plan, a locked assessment or closed minutes are never changed; a correction is a new version."""

    kind: str


@dataclass(eq=False)
class FieldTooLong(DomainError):
    """A field is over its limit (`domain.limits`), both counted in characters."""

    field: str
    limit: int
    length: int


@dataclass(eq=False)
class FieldMissing(DomainError):
    """A field that must be filled in is empty."""

    field: str


@dataclass(eq=False)
class UnusableCharacter(DomainError):
    """A field holds a character that no paper and no screen can show (NUL and other controls)."""

    field: str
