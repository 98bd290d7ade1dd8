"""Hold: the room while the meeting runs, and Afslut when it comes to its end. Nothing else is on the screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from koordinator.domain.closing_check import Lack, Missing
from koordinator.domain.meeting import AgendaKind, NoteKind
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.page import Shortcut
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.closing import ClosingView
from koordinator.ui.pages.meeting.room_agenda import RoomAgenda
from koordinator.ui.pages.meeting.room_notes import RoomNotes
from koordinator.ui.pages.meeting.room_parts import NOTE_KEYS
from koordinator.ui.pages.meeting.room_plan import RoomPlan
from koordinator.ui.pages.meeting.room_screen import RoomScreen
from koordinator.ui.pages.meeting.room_strip import RoomStrip
from koordinator.ui.pages.meeting.whereabouts import WHEREABOUTS, Whereabouts, read_whereabouts
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.style_sheet import room_style_sheet
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import ElidedLabel, Label, Role, tooltip
from koordinator.ui.widgets.layout import column, row

_WITHOUT: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_DESIGNED_FOR: Final = (1_366, 768)
_LARGEST_SCALE: Final = 2.0
_LOOK_ELSEWHERE_MS: Final = 4_000
_AT_THE_END: Final = (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F11)
_OTHER_KEYS: Final = (
    ("F2", texts.ATTENDANCE_HEAD),
    ("F3", texts.WHO_AND_WHEN),
    ("F4", texts.ROLES),
    ("F9", texts.NEXT_ITEM),
    ("F11", texts.SHOW_TO_ALL),
    ("F12", texts.FINISH),
    ("Ctrl+M", texts.NEW_GOAL),
    ("Ctrl+PgDown", texts.ITEM_BELOW),
    ("Ctrl+PgUp", texts.ITEM_ABOVE),
    ("Ctrl+Z", texts.UNDO),
    ("Alt+Up", texts.NOTE_UP),
    ("Alt+Down", texts.NOTE_DOWN),
    ("G", texts.DONE),
    ("B", texts.NOT_DONE),
    ("V", texts.GOES_ON),
)
_Keys: TypeAlias = dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]]
_KINDS: Final = {
    Qt.Key.Key_F5: NoteKind.SAID,
    Qt.Key.Key_F6: NoteKind.WISH,
    Qt.Key.Key_F7: NoteKind.AGREED,
    Qt.Key.Key_F8: NoteKind.TO_DECIDE,
}


class RoomView(QFrame):
    """`left` when one goes back to the rest of the program; the meeting runs on."""

    left = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.is_closing = False
        """What has to be done before people leave is on the screen."""
        self._meeting_id = 0
        self.bar = RoomBar()
        self.strip = RoomStrip(work)
        self.agenda = RoomAgenda(work)
        self.notes = RoomNotes(work)
        self.plan = RoomPlan(work)
        self.closing = ClosingView(work)
        self.shared = RoomScreen(work, self.agenda.item, self)
        self._keys = self._make_keys()
        at_the_end = {place: act for place, act in self._keys.items() if place[0] in _AT_THE_END}
        self._keys_at_the_end = {**at_the_end, (Qt.Key.Key_F12.value, _WITHOUT): self._go_back}
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_ELSEWHERE_MS)
        self._look.timeout.connect(self._work.look_again)
        self._lay_out()
        self._connect()
        theme.active().changed.connect(self._fit)

    def show_file(self) -> None:
        """Shows the meeting as it runs."""
        file = self._work.file
        if self._meeting_id != file.meeting.id:
            self._meeting_id = file.meeting.id
            self._go_where_it_was()
        self.bar.show_meeting(state.heading(file), state.bar_line(file), can_undo=file.can_undo)
        self.strip.show_file()
        self.plan.show_file()
        self.agenda.show_file()
        self.notes.show_file(self.agenda.item())
        self._turn(is_closing=self.is_closing)

    def shortcuts(self) -> Sequence[Shortcut]:
        """The room's keys, for the list under F1."""
        kinds = [Shortcut(key, words.NOTE_KINDS[kind]) for kind, key in NOTE_KEYS.items()]
        return (*kinds, *(Shortcut(key, what) for key, what in _OTHER_KEYS))

    def take_keyboard(self) -> None:
        """Where one writes, or where the meeting is closed."""
        if self.is_closing:
            self.closing.take_keyboard()
        else:
            self.notes.take_keyboard()

    @override
    def event(self, event: QEvent) -> bool:
        """The room's keys come before the window's: F5 keeps a note here and does not read the page again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def turn_to_closing(self) -> None:
        """Afslut mødet."""
        self._turn(is_closing=True)
        self.closing.take_keyboard()
        self._keep_whereabouts()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The type grows with the screen, so that it is read from as far away."""
        wide, tall = (have / wanted for have, wanted in zip((self.width(), self.height()), _DESIGNED_FOR, strict=True))
        grown = min(max(1.0, min(wide, tall)), _LARGEST_SCALE)
        sheet = room_style_sheet(grown * theme.active().text_scale) if grown > 1 else ""
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def _make_keys(self) -> _Keys:
        kinds = {(key.value, _WITHOUT): partial(self.notes.press, kind) for key, kind in _KINDS.items()}
        return {
            **kinds,
            (Qt.Key.Key_F2.value, _WITHOUT): self.strip.take_keyboard,
            (Qt.Key.Key_F3.value, _WITHOUT): self.plan.put_right,
            (Qt.Key.Key_F4.value, _WITHOUT): self.strip.ask_roles,
            (Qt.Key.Key_F9.value, _WITHOUT): self.agenda.go_on,
            (Qt.Key.Key_F11.value, _WITHOUT): self.shared.turn,
            (Qt.Key.Key_F12.value, _WITHOUT): self.turn_to_closing,
            (Qt.Key.Key_M.value, _CTRL): self.plan.ask_goal,
            (Qt.Key.Key_Z.value, _CTRL): self._undo,
            (Qt.Key.Key_PageDown.value, _CTRL): partial(self.agenda.step, 1),
            (Qt.Key.Key_PageUp.value, _CTRL): partial(self.agenda.step, -1),
        }

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        keys = self._keys_at_the_end if self.is_closing else self._keys
        return keys.get((event.key(), event.modifiers()))

    def _lay_out(self) -> None:
        self._columns = QWidget()
        three: QHBoxLayout = row(gap=0)
        three.setContentsMargins(0, 0, 0, 0)
        three.addWidget(self.agenda, 27)
        three.addWidget(self.notes, 68)
        three.addWidget(self.plan, 40)
        self._columns.setLayout(three)
        whole = column(self.bar, self.strip, gap=0)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._columns, 1)
        whole.addWidget(self.closing, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._work.saved.connect(self.bar.show_saved)
        self._work.elsewhere.connect(self.bar.show_elsewhere)
        self.bar.back.clicked.connect(self._go_back)
        self.bar.undo.clicked.connect(self._undo)
        self.bar.finish.clicked.connect(self.turn_to_closing)
        self.bar.share.clicked.connect(self.shared.turn)
        self.shared.turned.connect(self.bar.show_shared)
        self.notes.undo_asked.connect(self._undo)
        self.agenda.chosen.connect(lambda: self.notes.show_file(self.agenda.item()))
        self.agenda.chosen.connect(self.shared.feed)
        self.agenda.chosen.connect(self._keep_whereabouts)
        self.agenda.gone_on.connect(self.take_keyboard)
        self.notes.turned.connect(self._keep_whereabouts)
        self.closing.asked.connect(self._put_right)
        tasks = self._work.desk.tasks
        tasks.not_saved.connect(self.bar.show_not_saved)

    def _turn(self, *, is_closing: bool) -> None:
        self.is_closing = is_closing
        self._columns.setVisible(not is_closing)
        self.closing.setVisible(is_closing)
        self.bar.show_closing(is_closing=is_closing)
        if is_closing:
            self.closing.show_file()

    def _go_back(self) -> None:
        if self.is_closing:
            self._turn(is_closing=False)
            self.take_keyboard()
            self._keep_whereabouts()
        else:
            self.left.emit()

    def _go_where_it_was(self) -> None:
        """To the item that was on the table, the half-written note and whom it was for, or the closing of it."""
        self.bar.show_saved(self._work.file.now)
        was = read_whereabouts(self._work.drafts.take(WHEREABOUTS)) or Whereabouts()
        self.is_closing = was.is_closing
        self.agenda.begin_at(was.item_id)
        self.notes.begin_with(was.kind if was.item_id is not None else None, is_private=was.is_private)

    def _keep_whereabouts(self) -> None:
        item = self.agenda.item()
        here = Whereabouts(
            item.id if item else None, self.notes.kind(), self.notes.private.isChecked(), self.is_closing
        )
        self._work.drafts.remember(WHEREABOUTS, here.text())

    def _put_right(self, point: Missing) -> None:
        """What is missing and is put right in the room."""
        if point.lack is Lack.ATTENDANCE:
            self.strip.take_keyboard()
        elif point.lack is Lack.SINCE_LAST:
            self._go_back()
            self.agenda.choose_kind(AgendaKind.SINCE_LAST)
            self.notes.take_keyboard()
        else:
            self.plan.put_right(point)

    def _undo(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        work.act(lambda: work.desk.services.meeting_room.undo(work.actor, meeting_id))


class RoomBar(QFrame):
    """What meeting it is, that everything is saved, and the way to its end."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(texts.BACK)
        self.undo = Button(texts.UNDO_SHORT)
        self.undo.setAccessibleName(texts.UNDO)
        self.share = Button(_with_key(texts.SHOW_TO_ALL, "F11"))
        self.share.setCheckable(True)
        self.share.setToolTip(tooltip(texts.SHOW_TO_ALL_HINT))
        self.finish = Button(_with_key(texts.FINISH, "F12"), Kind.PRIMARY)
        self.finish.setAccessibleName(texts.FINISH)
        self._title = ElidedLabel(role=Role.LEAD)
        self._where = ElidedLabel()
        self._saved = Label()
        line = row(self.back, self._title, gap=16)
        line.addWidget(self._where, 1)
        for part in (self._saved, self.share, self.undo, self.finish):
            line.addWidget(part)
        line.setContentsMargins(20, 10, 24, 10)
        self.setLayout(line)

    def show_meeting(self, title: str, where: str, *, can_undo: bool) -> None:
        """Which meeting runs."""
        self._title.setText(title)
        self._where.setText(where)
        self.undo.setEnabled(can_undo)

    def show_saved(self, moment: datetime) -> None:
        """Gemt 13.16"""
        self._saved.setText(texts.saved_at(moment))
        self._saved.setToolTip("")

    def show_elsewhere(self) -> None:
        """What has just come was written in another window."""
        self._saved.setText(texts.CHANGED_ELSEWHERE)

    def show_not_saved(self) -> None:
        """Ikke gemt endnu; it is tried again."""
        self._saved.setText(texts.NOT_SAVED_YET)
        self._saved.setToolTip(tooltip(texts.NOT_SAVED_YET_HINT))

    def show_shared(self, is_shown: bool) -> None:
        """Whether all in the room see the second window."""
        self.share.setChecked(is_shown)
        self.share.setText(_with_key(texts.SHOWN_TO_ALL if is_shown else texts.SHOW_TO_ALL, "F11"))

    def show_closing(self, *, is_closing: bool) -> None:
        """At the end of the meeting the way back leads into it."""
        self.back.setText(texts.BACK_TO_MEETING if is_closing else texts.BACK)
        self.finish.setVisible(not is_closing)
        self.undo.setVisible(not is_closing)


def _with_key(words_: str, key: str) -> str:
    return f"{words_}  {key}"
