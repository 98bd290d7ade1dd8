"""The item on the table: what was said, wished and agreed, and the field where it is written down."""

from contextlib import nullcontext
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget

from koordinator.domain.ids import AgendaItemId, NoteId
from koordinator.domain.limits import LONG
from koordinator.domain.meeting import AgendaItem, AgendaKind, MeetingNote, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.focus import focus_inside, place_kept
from koordinator.ui.in_pieces import InPieces
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.dialogs import PlaceNoteDialog
from koordinator.ui.pages.meeting.room_contributions import Contributions
from koordinator.ui.pages.meeting.room_parts import KindButton, NoteRow
from koordinator.ui.pages.meeting.room_since_last import SinceLast
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import Flow, column
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.meeting_file import MeetingFile

NOTE_DRAFT: Final = "note"
_USUAL_KINDS: Final = {AgendaKind.AGREEMENTS: NoteKind.AGREED, AgendaKind.GOALS: NoteKind.WISH}
_IN_SIGHT: Final = 12
"""So many notes fill the highest screen."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RoomNotes(QWidget):
    """`undo_asked` when Ctrl+Z is pressed and there is no typing to take back."""

    undo_asked = Signal()
    turned = Signal()
    """What is written next is of another kind, or for others."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._item: AgendaItem | None = None
        self._rows: list[NoteRow] = []
        self._kept_kind: NoteKind | None = None
        self._title = Label(role=Role.PAGE, wraps=True)
        self._hint = Label(role=Role.MUTED, wraps=True)
        self._scroll = ScrollColumn()
        self._earlier = InPieces(self, self._stay_at_the_end)
        self.since_last = SinceLast(work)
        self._contributions = Contributions()
        self._kinds = QButtonGroup(self)
        self.buttons = {kind: self._kind_button(kind) for kind in NoteKind}
        self.private = CheckBox(texts.PRIVATE)
        self.private.setToolTip(tooltip(words.PRIVATE_NOTE))
        self.private.clicked.connect(self.turned)
        self.input = NoteEdit(texts.NOTE, limit=LONG, lines=2, most_lines=6)
        self.input.editor().installEventFilter(self)
        work.drafts.keep_of(self.input, NOTE_DRAFT, also_committed=True)
        self._lay_out()
        for key, way in (("Alt+Up", -1), ("Alt+Down", 1)):
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), self._scroll, partial(self._shift, way), context=inside)

    def show_file(self, item: AgendaItem | None) -> None:
        """Shows the item on the table."""
        is_other = (self._item.id if self._item else None) != (item.id if item else None)
        self._item = item
        file = self._work.file
        self._title.setText(item.title if item else "")
        self._hint.setText(words.AGENDA_HINTS[item.kind] if item else "")
        goes_through = item is not None and item.kind is AgendaKind.SINCE_LAST
        self.since_last.setVisible(goes_through)
        if goes_through:
            self.since_last.show_file()
        self._contributions.show_views(state.contributions(file, item))
        self._show_notes(state.notes_under(file, item))
        kept, self._kept_kind = self._kept_kind, None
        if kept is not None:
            self.choose(kept)
        elif is_other and not self.input.text():
            self.choose(_USUAL_KINDS.get(item.kind, NoteKind.SAID) if item else NoteKind.SAID)
        if not self.input.text():
            self._work.drafts.restore(self.input, NOTE_DRAFT)

    def take_keyboard(self) -> None:
        """Where one writes; at the agreements from before, the first that has not been gone through."""
        goes_through = self._item is not None and self._item.kind is AgendaKind.SINCE_LAST
        if self.input.text() or not (goes_through and self.since_last.take_keyboard()):
            self.input.setFocus()

    def kind(self) -> NoteKind:
        """What is written next."""
        return next((kind for kind, button in self.buttons.items() if button.isChecked()), NoteKind.SAID)

    def begin_with(self, kind: NoteKind | None, *, is_private: bool) -> None:
        """As it was when the meeting was left; without a kind as the item asks for. Another's words are kept there."""
        self._item = None
        self.input.set_text("")
        self.private.setChecked(is_private)
        if kind is not None:
            self._kept_kind = kind

    def choose(self, kind: NoteKind) -> None:
        """What is written next."""
        self.buttons[kind].setChecked(True)
        name = words.NOTE_KINDS[kind]
        self.input.set_placeholder(texts.NOTE_PLACEHOLDER.format(kind=name))
        self.input.editor().setAccessibleName(f"{texts.NOTE}. {texts.WRITES_AS.format(kind=name)}")

    def press(self, kind: NoteKind) -> None:
        """Keeps what is written as that; with nothing written, says what comes next."""
        self.choose(kind)
        self.turned.emit()
        self.input.setFocus()
        if self.input.text().strip() and not self.input.is_too_long():
            self._write(kind)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if event.key() in _ENTER and plain:
                self.press(self.kind())
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not self.input.editor().document().isUndoAvailable():
                self.undo_asked.emit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._scroll.content.addWidget(self.since_last)
        self._scroll.content.addWidget(self._contributions)
        self._scroll.content.addStretch(1)
        keys = Flow(gap=8)
        for button in self.buttons.values():
            keys.addWidget(button)
        keys.addWidget(self.private)
        inside = column(self._title, self._hint, gap=2)
        inside.addSpacing(10)
        inside.addWidget(self._scroll, 1)
        inside.addSpacing(8)
        inside.addLayout(keys)
        inside.addSpacing(8)
        inside.addWidget(self.input)
        inside.setContentsMargins(24, 18, 24, 18)
        self.setLayout(inside)

    def _kind_button(self, kind: NoteKind) -> KindButton:
        button = KindButton(kind)
        self._kinds.addButton(button)
        button.clicked.connect(lambda: self.press(kind))
        return button

    def _write(self, kind: NoteKind) -> None:
        """The field is empty at once; what could not be saved comes back into it."""
        work, meeting_id, text = self._work, self._work.file.meeting.id, self.input.text()
        item_id = AgendaItemId(self._item.id) if self._item is not None else None
        draft = NoteDraft(kind, text, item_id, self.private.isChecked())
        self.input.set_text("")

        def keep() -> MeetingFile:
            file = work.desk.services.meeting_room_plan.note(work.actor, meeting_id, draft)
            work.drafts.clear(meeting_id, NOTE_DRAFT)
            return file

        work.act(keep, lambda: self._put_back(text))

    def _put_back(self, text: str) -> None:
        since = self.input.text()
        self.input.restore_draft(f"{text}\n{since}" if since else text)

    def _show_notes(self, notes: tuple[MeetingNote, ...]) -> None:
        """Rows that say the same as before stay where they are."""
        self._earlier.finish()
        same, before = 0, len(self._rows)
        while same < min(len(notes), len(self._rows)) and self._rows[same].note == notes[same]:
            same += 1
        with place_kept(self._scroll) if same < len(self._rows) else nullcontext():
            self._show_rows(notes, same)
        if len(notes) > before:
            QTimer.singleShot(0, self._show_last)

    def _show_rows(self, notes: tuple[MeetingNote, ...], same: int) -> None:
        """All but the first ones anew, the last of them first: that is where the meeting has come to."""
        for gone in self._rows[same:]:
            self._scroll.content.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = self._rows[:same]
        below = self._scroll.content.count() - 1
        rows = (partial(self._insert, note, same, below) for note in reversed(notes[same:]))
        self._earlier.begin(rows, at_once=_IN_SIGHT)

    def _insert(self, note: MeetingNote, number: int, place: int) -> None:
        self._rows.insert(number, self._row(note))
        self._scroll.content.insertWidget(place, self._rows[number])

    def _stay_at_the_end(self) -> None:
        """Earlier notes come above what is read."""
        bar = self._scroll.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self._scroll.content.activate()
        bar.setValue(bar.maximum() - below)

    def _show_last(self) -> None:
        bar = self._scroll.verticalScrollBar()
        self._scroll.content.activate()
        bar.setValue(bar.maximum())

    def _row(self, note: MeetingNote) -> NoteRow:
        own = note.author_id == self._work.actor.employee_id
        may_change = own or not (note.private or note.in_citizens_words)
        row_ = NoteRow(note, state.note_heading(self._work.file, note), may_place=True, may_change=may_change)
        row_.place_asked.connect(lambda: self._place(note))
        row_.edit_asked.connect(lambda: self._edit(note))
        row_.remove_asked.connect(lambda: self._remove(note))
        return row_

    def _edit(self, note: MeetingNote, typed: str | None = None) -> None:
        """Where somebody else has written it anew meanwhile, both are there: theirs above, one's own in the field."""
        work = self._work
        now = next((each for each in work.file.notes if each.id == note.id), note)
        intro = texts.stands_now(now.text) if now.text != note.text else ""
        asked = Asked(texts.EDIT_NOTE, words.NOTE_KINDS[now.kind], intro)
        text = AskText.paragraph(self, asked, now.text if typed is None else typed, limit=LONG)
        if text is not None:
            draft = NoteDraft(now.kind, text, now.agenda_item_id, now.private)
            change = partial(work.desk.services.meeting_room.rewrite_note, work.actor, now, draft)
            work.act(change, again=partial(self._edit, note, text))

    def _place(self, note: MeetingNote) -> None:
        work, placed = self._work, PlaceNoteDialog.ask(self, self._work.file, note)
        if placed is not None:
            kind, item_id = placed
            work.act(lambda: work.desk.services.meeting_room_plan.place_note(work.actor, note, kind, item_id))

    def _shift(self, way: int) -> None:
        """The note that has the keyboard, past the one above or below it under the same item."""
        focus = focus_inside(self._scroll)
        at = next((n for n, row in enumerate(self._rows) if focus is not None and row.isAncestorOf(focus)), None)
        if at is None or not 0 <= at + way < len(self._rows):
            return
        work, notes = self._work, state.notes_under(self._work.file, self._item)
        before = notes[: at + way] if way < 0 else notes[: at + way + 1]
        after_id = before[-1].id if before else self._note_above(notes[0])
        work.act(lambda: work.desk.services.meeting_room.move_note(work.actor, notes[at], after_id))

    def _note_above(self, first: MeetingNote) -> NoteId | None:
        """The note before the first that is shown, in the whole meeting."""
        every = [note.id for note in self._work.file.notes]
        at = every.index(first.id)
        return every[at - 1] if at else None

    def _remove(self, note: MeetingNote) -> None:
        work = self._work
        work.act(lambda: work.desk.services.meeting_room.remove_note(work.actor, note))
