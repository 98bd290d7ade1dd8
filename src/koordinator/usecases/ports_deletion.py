"""What deletion asks of the store, inside a transaction and outside it."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from koordinator.domain.deletion import DeletedKind, ListedDeletion, Removed
from koordinator.domain.ids import SubjectId
from koordinator.domain.retention_due import HeldSubject


class Erasing(Protocol):
    """Taking rows away for good, also those that the database otherwise refuses to change."""

    def held(self, subject_id: SubjectId | None = None) -> tuple[HeldSubject, ...]:
        """Every citizen and family that is held, or the one, with what their time is counted from."""

    def look(self, subject_id: SubjectId) -> Removed:
        """What deleting the subject would take. Raises NotFound."""

    def uid_of(self, subject_id: SubjectId) -> str:
        """The random id of the citizen or family. Raises NotFound."""

    def subject_with(self, kind: DeletedKind, uid: str) -> SubjectId | None:
        """The subject of the citizen or family with the random id, or None when it is not here (any more)."""

    def erase(self, subject_id: SubjectId) -> Removed:
        """Takes away all that is held about the subject. Raises NotFound."""

    def old(self, kind: DeletedKind, before: date, spared: Iterable[SubjectId] = ()) -> int:
        """How many of the small things are of that Danish day or earlier, but for those of the spared subjects."""

    def erase_old(self, kind: DeletedKind, before: date, spared: Iterable[SubjectId] = ()) -> Removed:
        """Takes those away."""

    def next_entry(self) -> int:
        """The sequence that this transaction's entry in the log will have."""


class DeletionLists(Protocol):
    """The list beside the database (see `domain.deletion`)."""

    def read(self) -> tuple[ListedDeletion, ...]:
        """Every line; none where there is no list yet. Raises ListUnreadable."""

    def add(self, listed: Iterable[ListedDeletion]) -> None:
        """Puts lines that are not there yet on the list, safe against a power cut when it returns.

        Raises ListUnreadable or an EnvironmentFault; then the list is as it was.
        """

    def take_back(self, listed: Iterable[ListedDeletion]) -> None:
        """Takes lines off again whose deletion did not come about."""


class FileCleaning(Protocol):
    """Making what was deleted unreadable in the file itself."""

    def clean(self) -> bool:
        """Folds the log of changes in and writes the file anew without its free space; False when somebody reads.

        Raises an EnvironmentFault; what was deleted stays deleted.
        """
