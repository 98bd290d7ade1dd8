"""What working on assessment models asks of the store and of the disk."""

from pathlib import Path
from typing import Protocol

from koordinator.domain.model_trial import OldAssessment


class OldAssessments(Protocol):
    """Locked assessments, as a trial of a model looks at them."""

    def how_many(self) -> int:
        """All that are locked."""

    def after(self, key: int, most: int) -> tuple[OldAssessment, ...]:
        """The next ones after the key, in the order of their keys, at most so many."""


class ModelFiles(Protocol):
    """Model files on disk."""

    def read(self, path: Path) -> str:
        """The file's text; no more is read than a model may be. Raises UnusableModel."""

    def write(self, path: Path, text: str) -> None:
        """Puts the text in the file's place. Raises OutputNotWritten."""
