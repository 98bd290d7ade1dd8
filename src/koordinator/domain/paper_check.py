"""Holding a file against the papers that were made here: which one is it, and is it as it was?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.paper import Handout, Paper
from koordinator.domain.paper_facts import PaperFacts

MAX_MEGABYTES: Final = 50
"""A paper of ours is a few hundred kilobytes; more than this is not read."""


class PaperState(StrEnum):
    """What a file turned out to be."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    """Known by what the file says of itself (see `paper_mark`), but not byte for byte as it was kept."""
    LOCKED = "locked"
    """Changed by a password, so that nobody can see what else was."""
    UNKNOWN = "unknown"


class PaperRefusal(StrEnum):
    """Why a file was not held against anything, or may not be used for more."""

    NOT_FOUND = "not_found"
    IS_FOLDER = "is_folder"
    NO_ACCESS = "no_access"
    TOO_BIG = "too_big"
    EMPTY = "empty"
    NOT_A_PDF = "not_a_pdf"
    UNKNOWN = "unknown"
    CHANGED = "changed"


class PaperRefused(DomainError):
    """The file could not be checked; nothing was changed."""

    file_name: str
    why: PaperRefusal


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """What is known of a paper. `newer` is the number of the newest version, where there is one after it.

    `handouts` are those of every copy with the same content.
    """

    paper: Paper
    facts: PaperFacts
    about: str
    made_by: str
    handouts: tuple[Handout, ...]
    newer: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """What the file turned out to be; `known` is there unless it is UNKNOWN. `is_locked`: it has a password."""

    file_name: str
    state: PaperState
    is_locked: bool = False
    known: KnownPaper | None = None
