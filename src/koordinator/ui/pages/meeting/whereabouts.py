"""Where in the meeting one is, kept beside what is typed, so that it opens there again after a crash."""

from dataclasses import dataclass
from typing import Final

from koordinator.domain.ids import AgendaItemId
from koordinator.domain.meeting import NoteKind

WHEREABOUTS: Final = "whereabouts"
"""The name of the draft."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The item on the table, what is written next and for whom, and whether the meeting is being closed."""

    item_id: AgendaItemId | None = None
    kind: NoteKind = NoteKind.SAID
    is_private: bool = False
    is_closing: bool = False

    def text(self) -> str:
        """As it is stored."""
        return f"{self.item_id or 0} {self.kind} {int(self.is_private)} {int(self.is_closing)}"


def read_whereabouts(text: str) -> Whereabouts | None:
    """What was stored, or None where it says nothing."""
    parts = text.split()
    numbers = (*parts[:1], *parts[2:])
    if len(parts) != _PARTS or parts[1] not in set(NoteKind) or not all(each.isdecimal() for each in numbers):
        return None
    item_id = AgendaItemId(int(parts[0])) if int(parts[0]) else None
    return Whereabouts(item_id, NoteKind(parts[1]), parts[2] == "1", parts[3] == "1")


_PARTS: Final = 4
