"""What somebody is typing, kept within a second, before it becomes a change."""

from dataclasses import dataclass
from datetime import datetime

from koordinator.domain.ids import EmployeeId, RowId


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
