"""What could be saved from a damaged database, and what is missing. Numbers and keys, no names."""

from dataclasses import dataclass

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import SubjectId


@dataclass(frozen=True, slots=True)
class RescuedKind:
    """The rows of one kind. `kind` is the name of the table.

    `saved` are in the new database. `missing` are known to have been there and could not be read; where
    `may_miss_more`, nothing says how many others there were. `left_out` were read, and hang on something missing or
    break a rule of the database. `loosened` were saved without a reference to something missing.
    """

    kind: str
    saved: int
    missing: int = 0
    may_miss_more: bool = False
    left_out: int = 0
    loosened: int = 0

    @property
    def is_whole(self) -> bool:
        """Everything of this kind was saved as it was."""
        return not (self.missing or self.may_miss_more or self.left_out or self.loosened)


@dataclass(frozen=True, slots=True)
class LogRun:
    """Entries of the log that follow each other without a gap, from the first to the last number."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Rescue:
    """The outcome. `nameless_rows` were read, but nothing says what they are rows of: they are not in the new file.

    `touched` are the citizens and families of whom something is missing, as far as that can be told.
    `log_was_cut`: changes in the log beside the file could not be read, so that the newest may be missing.
    """

    pages: int
    bad_pages: int
    kinds: tuple[RescuedKind, ...]
    nameless_rows: int
    touched: tuple[SubjectId, ...]
    log_runs: tuple[LogRun, ...]
    log_was_cut: bool

    @property
    def is_whole(self) -> bool:
        """Nothing is missing."""
        return not (self.nameless_rows or self.log_was_cut) and all(kind.is_whole for kind in self.kinds)


class NothingToRescue(DomainError):
    """Not one page of the file can be read with the key: there is nothing to save from."""

    path: str
