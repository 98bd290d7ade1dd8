"""The card with the contacts that have been recorded: who agreed what, the latest first."""

from PySide6.QtCore import Signal

from koordinator.domain.contact_note import Contact, ContactNote, earlier_wordings, standing
from koordinator.texts import contact_notes as texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.contact_note import ContactNoteDialog
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.table_model import Column, Look


class ContactNotesCard(ThingsCard[ContactNote]):
    """A note is opened to be corrected; `note_asked` when a new one is to be written."""

    note_asked = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._view: SubjectView | None = None
        super().__init__(
            texts.TITLE,
            (
                Column(texts.WHEN, lambda note: texts.when(note.contacted_at), 150, Look.MUTED),
                Column(texts.WHO, lambda note: note.who, 190, Look.STRONG),
                Column(texts.WHAT, lambda note: note.what, detail=self._about),
            ),
            lambda note: note.id,
            self._correct,
            add=(texts.NEW, self._ask_for_note),
            empty=texts.EMPTY,
        )

    def show_subject(self, view: SubjectView) -> None:
        """Shows the notes that stand."""
        self._view = view
        self.show_things(standing(view.course_file.contact_notes))

    def _ask_for_note(self) -> None:
        self.note_asked.emit()

    def _about(self, note: ContactNote) -> str:
        file = self._view and (self._view.citizen or self._view.family)
        author = file.employees[note.author_id].name if file else ""
        return texts.kind_and_author(note.kind, author, is_corrected=note.corrects_id is not None)

    def _correct(self, note: ContactNote) -> None:
        if self._view is None:
            return
        wordings = earlier_wordings(note, self._view.course_file.contact_notes)
        intro, notes, actor = texts.correction_intro(wordings), self._desk.services.contact_notes, self._desk.actor

        def ask(start: Contact) -> Contact | None:
            contact = ContactNoteDialog.ask(self, texts.CORRECT, start, note.noted_at, intro)
            return contact if contact != note.contact else None

        ask_until_saved(
            self._desk.tasks,
            self,
            note.contact,
            ask,
            lambda contact: notes.correct(actor, note.id, contact),
            lambda _note: self.changed.emit(),
        )
