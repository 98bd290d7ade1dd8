"""A note about a contact from anywhere: about whom the page shows, else about whom one finds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.contact_note import Contact, ContactKind
from koordinator.texts import contact_notes as texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.contact_note import ContactNoteDialog
from koordinator.ui.tabs.dialogs.pick_citizen import PickCitizen
from koordinator.usecases.contact_notes import NoteSubject

_KINDS: Final = {"citizen": SubjectKind.CITIZEN, "family": SubjectKind.FAMILY}


@dataclass(frozen=True, slots=True)
class QuickNote:
    """Asks for a note and records it; `written` is told whom it was about."""

    desk: Desk
    parent: QWidget
    written: Callable[[NoteSubject], None]

    def on_page(self, page_key: str, thing_id: object) -> None:
        """About the citizen or the family of the page; on another page somebody is found first."""
        key = thing_id[0] if isinstance(thing_id, tuple) else thing_id
        kind = _KINDS.get(page_key)
        if kind is None or not isinstance(key, int):
            self._about_somebody()
        else:
            self._about(kind, key)

    def _about_somebody(self) -> None:
        citizen_id = PickCitizen.ask(self.parent, self.desk, texts.WHOM, ())
        if citizen_id is not None:
            self._about(SubjectKind.CITIZEN, citizen_id)

    def _about(self, kind: SubjectKind, key: int) -> None:
        notes, actor = self.desk.services.contact_notes, self.desk.actor
        self.desk.tasks.write(self.parent, lambda: notes.about(actor, kind, key), self._begin)

    def _begin(self, subject: NoteSubject) -> None:
        start = Contact(ContactKind.AGREED, "", "", subject.now)
        notes, actor, heading = (
            self.desk.services.contact_notes,
            self.desk.actor,
            texts.HEADING.format(name=subject.name),
        )
        ask_until_saved(
            self.desk.tasks,
            self.parent,
            start,
            lambda contact: ContactNoteDialog.ask(self.parent, heading, contact, subject.now),
            lambda contact: notes.write(actor, subject.subject_id, contact),
            lambda _note: self.written(subject),
        )
