"""What the citizen wants of the meeting, in the citizen's own words."""

from dataclasses import replace
from typing import Any, Final

from koordinator.domain.ids import RowId
from koordinator.domain.limits import LONG, PARAGRAPH
from koordinator.domain.meeting import Preparation
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.meeting_file import MeetingFile

_LONG_FIELDS: Final = ("wants_to_discuss", "must_not_be_discussed")


class PreparationCard(Card):
    """Each field is saved when it is left; until then it is a draft."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._shown: Preparation | None = None
        self.body.setSpacing(14)
        self.body.addWidget(Label(texts.PREPARATION_HINT, Role.MUTED, wraps=True))
        self.edits = {name: self._edit(name, label) for name, label in words.PREPARATION_FIELDS.items()}

    def show_file(self) -> None:
        """Shows what is stored, and what was typed last time without being saved."""
        file = self._work.file
        self.set_title(texts.with_name(texts.PREPARATION, file.people.name))
        stored = file.preparation or Preparation(RowId(0), file.meeting.id)
        is_new = self._shown is None or self._shown.meeting_id != stored.meeting_id
        self._shown = stored
        for name, edit in self.edits.items():
            if is_new or not edit.editor().hasFocus():
                edit.set_text(getattr(stored, name))
            self._work.restore(edit, name)

    def _edit(self, name: str, label: str) -> NoteEdit:
        edit = NoteEdit(label, limit=LONG if name in _LONG_FIELDS else PARAGRAPH, lines=1)
        edit.set_voice()
        edit.committed.connect(lambda _text: self._save(name))
        self._work.keep_drafts_of(edit, name)
        caption = Label(label, Role.STRONG)
        caption.setBuddy(edit.editor())
        self.body.addLayout(column(caption, edit, gap=4))
        return edit

    def _save(self, name: str) -> None:
        """The one field as it is written now; the next to be saved is held against it."""
        work, shown, text = self._work, self._shown, self.edits[name].text()
        if shown is None:
            return
        changed: dict[str, Any] = {name: text.strip()}
        self._shown = replace(shown, **changed)

        def save() -> MeetingFile:
            file = work.desk.services.meetings.write_wish(work.actor, shown, name, text)
            work.clear_draft(name)
            return file

        work.act(save)
