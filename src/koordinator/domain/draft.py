"""What somebody is typing, kept within a second, before it becomes a change."""

from dataclasses import dataclass
from datetime import datetime

from koordinator.domain.ids import EmployeeId, RowId


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where something is being typed: a field of a thing (its glossary word and key, 0 for a new one)."""

    kind: str
    thing_id: int
    field: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one field of one thing, by one author; no version and no audit until it is made a change."""

    id: RowId
    author_id: EmployeeId
    kind: str
    thing_id: int
    field: str
    base_version: int
    text: str
    saved_at: datetime

    @property
    def place(self) -> DraftPlace:
        """Where it was typed."""
        return DraftPlace(self.kind, self.thing_id, self.field)
