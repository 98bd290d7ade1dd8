"""What is being typed in a meeting and not yet saved as a part of it, and where one is in its room."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.ids import MeetingId
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.note_edit import NoteEdit

_KIND: Final = "meeting"
_ROOM: Final = "meeting_room"
"""Where one is in it; what is typed counts as unfinished, this does not."""


class Drafts:
    """Kept under names in the database; `kept` is told of each that somebody has typed."""

    def __init__(self, desk: Desk, owner: QWidget, kept: Callable[[Draft], None]) -> None:
        self._desk, self._owner, self._kept = desk, owner, kept
        self._meeting_id: MeetingId | None = None
        self._unasked: dict[str, str] = {}
        self._edits: list[NoteEdit] = []

    def read(self, meeting_id: MeetingId) -> dict[str, str]:
        """The text under each name. On the database worker."""
        drafts, actor = self._desk.services.drafts, self._desk.actor
        found = (*drafts.of_thing(actor, _KIND, meeting_id), *drafts.of_thing(actor, _ROOM, meeting_id))
        return {draft.field: draft.text for draft in found}

    def begin(self, meeting_id: MeetingId, drafts: dict[str, str]) -> None:
        """This meeting is shown now, and this was read of it."""
        self._meeting_id, self._unasked = meeting_id, dict(drafts)

    def leave(self) -> None:
        """Another meeting is on its way: what is being typed is handed over while it is still this one's."""
        self._edits = [edit for edit in self._edits if isValid(edit)]
        for edit in self._edits:
            edit.commit()

    def take(self, name: str) -> str:
        """What was kept under the name and has not been asked for yet."""
        return self._unasked.pop(name, "")

    def restore(self, edit: NoteEdit, name: str) -> None:
        """What was typed in the field and never saved comes back once, unless somebody is typing there now."""
        draft = self.take(name)
        if draft and not (edit.editor().hasFocus() and edit.text()):
            edit.restore_draft(draft)

    def keep_of(self, edit: NoteEdit, name: str, *, also_committed: bool = False) -> None:
        """Keeps what is typed in the database within a second; `also_committed` where leaving it saves nothing."""
        self._edits.append(edit)
        edit.draft_due.connect(lambda text: self._keep(self._place(_KIND, name), text, self._kept))
        if also_committed:
            edit.committed.connect(lambda text: self._keep(self._place(_KIND, name), text, self._kept))

    def remember(self, name: str, text: str) -> None:
        """Keeps under the name where one is in the room: nobody has typed it, and that it is saved is no news."""
        self._keep(self._place(_ROOM, name), text, lambda _draft: None)

    def clear(self, meeting_id: MeetingId, name: str) -> None:
        """Once it has become a change; called on the database worker, in the act that saves it.

        Another meeting may be shown by then.
        """
        self._desk.services.drafts.clear(self._desk.actor, DraftPlace(_KIND, meeting_id, name))

    def _keep(self, place: DraftPlace, text: str, then: Callable[[Draft], object]) -> None:
        drafts, actor = self._desk.services.drafts, self._desk.actor
        self._desk.tasks.keep(self._owner, place, lambda: drafts.keep(actor, place, text), then)

    def _place(self, kind: str, name: str) -> DraftPlace:
        if self._meeting_id is None:
            raise LookupError("nothing has been opened")
        return DraftPlace(kind, self._meeting_id, name)
