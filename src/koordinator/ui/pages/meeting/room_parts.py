"""What the meeting room is built of: chips, agenda rows and notes."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from koordinator.domain.meeting import AgendaItem, NoteKind
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import quoted
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.pages.meeting.view_state import AnyNote, ChipView
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.labels import Label, Role, set_look, tooltip, without_mnemonic
from koordinator.ui.widgets.layout import column, row

NOTE_KEYS: Final = {NoteKind.SAID: "F5", NoteKind.WISH: "F6", NoteKind.AGREED: "F7", NoteKind.TO_DECIDE: "F8"}
_LONGEST_NAME: Final = 44
_PAD: Final = 12


class AttendanceChip(Button):
    """Pressed: there or not. `asked` with a letter: K came late, G left early, S sent something, Delete takes off."""

    asked = Signal(str)

    _KEYS: Final = {Qt.Key.Key_K: "late", Qt.Key.Key_G: "left", Qt.Key.Key_S: "written", Qt.Key.Key_Delete: "remove"}

    def __init__(self, view: ChipView) -> None:
        super().__init__()
        self.show_view(view)

    def show_view(self, view: ChipView) -> None:
        """Shows somebody."""
        self.view = view
        shown = view.text if len(view.text) <= _LONGEST_NAME else f"{view.text[:_LONGEST_NAME]}…"
        self.setText(without_mnemonic(shown))
        self.setAccessibleName(view.spoken)
        self.setToolTip(tooltip(f"{view.spoken}\n{texts.ATTENDANCE_KEYS}"))
        set_look(self, "state", view.state.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = self._KEYS.get(Qt.Key(event.key()))
        if what is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.asked.emit(what)
        else:
            super().keyPressEvent(event)


class AgendaRow(QAbstractButton):
    """An item with its minutes: a tick when it is done, filled when it is the one on the table."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.show_item(item)

    def show_item(self, item: AgendaItem) -> None:
        """Shows the item."""
        self.item = item
        self.setAccessibleName(texts.spoken_item(item.title, item.minutes, done=item.done))
        self.setToolTip(tooltip(item.title))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(200), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def _height(self) -> int:
        return self.fontMetrics().height() * 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.active()
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(tokens.muted if self.item.done else tokens.text)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary.fill if self.isChecked() else tokens.hover))
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self.isChecked():
            ink = QColor(tokens.primary.ink)
        painter.setPen(ink)
        font = QFont(self.font())
        font.setBold(self.isChecked())
        painter.setFont(font)
        minutes = str(self.item.minutes)
        room = painter.fontMetrics().horizontalAdvance(minutes) + 2 * _PAD
        right = QRect(self.width() - room, 0, room - _PAD, self.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, minutes)
        left = QRect(_PAD, 0, self.width() - room - _PAD, self.height())
        title = f"✓ {self.item.title}" if self.item.done else self.item.title
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class NoteRow(QFrame):
    """What was said or agreed, with who may change it. The citizen's words stand in quotation marks.

    Anybody may place it elsewhere while the meeting runs.
    """

    place_asked = Signal()
    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self, note: AnyNote, heading: str, *, may_place: bool = False, may_change: bool = False) -> None:
        super().__init__()
        self.note = note
        self.setProperty("kind", note.kind.value)
        self.setAccessibleName(texts.spoken_note(heading, note.text))
        said = note.in_citizens_words
        text = Label(quoted(note.text) if said else note.text, Role.VOICE if said else Role.BODY, wraps=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = row(gap=4)
        top.addWidget(Label(heading.upper(), Role.SMALL_MUTED), 1)
        for icon, name, asked, is_there in (
            ("arrow-right", texts.PLACE_NOTE, self.place_asked, may_place),
            ("pencil", texts.EDIT_NOTE, self.edit_asked, may_change),
            ("trash", texts.REMOVE_NOTE, self.remove_asked, may_change),
        ):
            if is_there:
                button = IconButton(icon, name)
                button.setAccessibleName(texts.spoken_button(name, note.text))
                button.clicked.connect(asked)
                top.addWidget(button)
        inside = column(top, text, gap=2)
        inside.setContentsMargins(16, 6, 8, 12)
        self.setLayout(inside)


class KindButton(Button):
    """Sagt F5: pressed with words in the field it keeps them as that, otherwise it says what is written next."""

    def __init__(self, kind: NoteKind) -> None:
        super().__init__(f"{words.NOTE_KINDS[kind]}  {NOTE_KEYS[kind]}")
        self.kind = kind
        self.setCheckable(True)
        self.setProperty("note", kind.value)
        self.setToolTip(tooltip(words.NOTE_HINTS[kind]))
