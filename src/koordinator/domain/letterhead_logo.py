"""The municipality's logo as it is kept, and why a file cannot be one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, LogoId


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as it is printed: a PNG of our own making, with a palette and nothing else in it. Never changed."""

    id: LogoId
    content: bytes
    width: int
    height: int
    added_at: datetime
    added_by_id: EmployeeId


class LogoPicture(NamedTuple):
    """The PNG and its size in pixels."""

    content: bytes
    width: int
    height: int


class LogoFault(StrEnum):
    """Why a file cannot be the logo."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    FORMAT = "format"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    TOO_LONG = "too_long"
    ANIMATED = "animated"
    PRINT_COLOURS = "print_colours"
    EMPTY = "empty"
    SCRIPT = "script"
    EXTERNAL = "external"
    TEXT = "text"
    EFFECTS = "effects"
    ENTITIES = "entities"
    TOO_COMPLEX = "too_complex"


class UnusableLogo(DomainError):
    """The file cannot be the logo; the one in use stays. Values: why."""

    fault: LogoFault
