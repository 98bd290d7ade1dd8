"""What is known of the database's file, and whom to ask for a look at it."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject

from koordinator.ui.tasks import Cancel, Progress


class Condition(NamedTuple):
    """When the pages, and when everything, was last looked at and found whole on this machine; None for never."""

    pages_at: datetime | None
    whole_at: datetime | None
    is_damaged: bool


class Watch(Protocol):
    """Looks at the file while nobody waits."""

    def condition(self) -> Condition:
        """What is known now."""
        ...

    def look(self, owner: QObject, then: Callable[[Condition], object], progress: Progress) -> Cancel:
        """Looks at everything; `then` hears also when it was stopped."""
        ...
